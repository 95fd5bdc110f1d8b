"""What every page is put together from: templates that escape what they are given, and the texts of a package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any

from .build.phrases import sentence_case
from .policy import content_policy, page_furniture

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["FOLD", "SHEET", "filled_page", "package_text", "page_templates"]

_BRIEF = "goodoffices.brief"

Part = tuple[str, str]
"""A package, and the path of a text in it."""

SHEET: tuple[Part, ...] = tuple(
    (_BRIEF, f"style/{name}.css") for name in ("tokens", "page", "sheet", "sheet_charts", "sheet_phone", "sheet_paper")
)
"""The styles that every page but the brief itself begins with: type, the sheet, its charts, phones and paper."""

FOLD: tuple[Part, ...] = ((_BRIEF, "script/fold.js"),)
"""The script of pages that do no more than fold and unfold."""


def package_text(room: str, path: str) -> str:
    """Read a text that a package carries: a style, a script."""
    return resources.files(room).joinpath(path).read_text(encoding="utf-8")


def page_templates(rooms: Sequence[str], shared: Mapping[str, Any]) -> Environment:
    """Make the templates of a page; a name that is not given is an error, never a gap.

    Args:
        rooms: Packages with a folder ``templates``; what the first has goes before what the next has.
        shared: Functions and data that all templates see.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  only HTML needs it

    env = Environment(
        loader=ChoiceLoader([PackageLoader(room, "templates") for room in rooms]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # jinja2 types its globals by their defaults alone, so they go in as one untyped mapping
    env.globals.update(shared)
    env.filters["sentence_case"] = sentence_case
    return env


def filled_page(
    templates: Environment,
    name: str,
    *,
    styles: Iterable[Part],
    scripts: Iterable[Part],
    label: str,
    **shown: object,
) -> str:
    """Fill in a page, with its styles and scripts inside and a policy that lets nothing else in.

    Args:
        templates: Those of the page.
        name: Which of them.
        styles: In the order in which they hold.
        scripts: In the order in which they run.
        label: The release marking that every printed page bears; "" for none.
        shown: What the template shows.
    """
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2, which only HTML needs

    style = "\n".join(package_text(*part) for part in styles) + page_furniture(label)
    script = "\n".join(package_text(*part) for part in scripts)
    return templates.get_template(name).render(
        style=Markup(style),  # noqa: S704  our own files
        script=Markup(script),  # noqa: S704  the same
        policy=content_policy(style, script),
        **shown,
    )
