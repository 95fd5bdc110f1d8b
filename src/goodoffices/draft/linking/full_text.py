"""The full text of a package: every bracket put in the words that the package asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from goodoffices.draft.errors import EditError
from goodoffices.draft.merge import accept, brackets_of, reject

from ..text import Bracket, Document, parse_text, to_markdown
from ..text.edits import set_attributes
from .choices import Choice, matches
from .deals import DealIssue, Package, check_package, write_package
from .packages import PACKAGE_KEY, packages_of_text

__all__ = ["text_of_package"]

_EMPTY_FRONT = re.compile(r"---[^\S\n]*\n---[^\S\n]*(?:\n|$)")
_NAMED = 5
"""Brackets that are named in an error."""


def text_of_package(
    document: Document, issues: Sequence[DealIssue], package: Package, *, choose: Mapping[int, int] = {}
) -> Document:
    """Write the full text of a package: no bracket is left, and its front matter says which package it is.

    Args:
        document: A text whose alternatives are linked to options (``{option=...}``).
        issues: The issues of the model, with their options.
        package: Issue -> option, for every issue.
        choose: For brackets that no issue decides, their number in the text (from 1) -> which alternative (from 1; 0
            leaves the bracket out).

    Returns:
        The text; ``packages_of_text`` of it holds that package alone.

    Raises:
        EditError: If the text has no words for the package, or leaves a bracket to no issue and to no choice.
        TextError: If the chosen words break the grammar once they stand outside their bracket.
    """
    if document.plain:
        document = parse_text(to_markdown(document), name=document.name)
    wanted = check_package(package, issues)
    _refuse(document, issues, wanted, choose)
    plan = _plan(packages_of_text(document, issues).choices, wanted, choose)
    # the outermost opens first: once it is gone, those within it come up in their turn, with the number they had
    order = [plan[number] for number in sorted(plan)]
    for place, links in order:
        document = _decided(document, place, links)
    return _stating(document, wanted)


def _refuse(document: Document, issues: Sequence[DealIssue], wanted: Package, choose: Mapping[int, int]) -> None:
    """Refuse what the text has no words for."""
    allowed = packages_of_text(document, issues)
    if wanted not in allowed:
        only = "; ".join(f"{issue}: {', '.join(options) or 'none'}" for issue, options in allowed.options.items())
        msg = f"the text has no words for this package; it allows {allowed.count:,} packages, with {only}"
        raise EditError(msg, name=document.name)
    total = len(brackets_of(document))
    for number in choose:
        if not 1 <= number <= total:
            msg = f"there is no bracket {number}: the text has {total}, counted from 1"
            raise EditError(msg, name=document.name)


def _plan(
    choices: Sequence[Choice], wanted: Package, choose: Mapping[int, int]
) -> dict[int, tuple[int | None, tuple[str, ...]]]:
    """For each bracket that will come up: which alternative (None to leave it out), and the options it stands for."""
    plan: dict[int, tuple[int | None, tuple[str, ...]]] = {}
    missing = [each for each in choices if _needs(each, wanted, choose)]
    if missing:
        named = "; ".join(f"bracket {each.number}{_where(each)}" for each in missing[:_NAMED])
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        msg = f"the package does not decide {named}{more}: link its alternatives with {{option=...}}, or choose one"
        raise EditError(msg)
    for each in choices:
        place = _taken(each, wanted, choose)
        if place is None:
            plan[each.number] = (None, ())
            continue
        reading = each.readings[place]
        links = tuple(f"{issue}={option}" for issue in reading.options for option in [wanted[issue]])
        plan[each.number] = (place, links)
        plan.update(_plan(reading.inner, wanted, choose))
    return plan


def _where(choice: Choice) -> str:
    return f" (in {choice.provision!r})" if choice.provision else ""


def _needs(choice: Choice, wanted: Package, choose: Mapping[int, int]) -> bool:
    """Is a bracket left to nobody: no choice, and no reading or several that fit the package?"""
    if choice.number in choose:
        return False
    fitting = sum(matches(each.options, wanted) for each in choice.readings)
    return not choice.issues or (fitting != 1 and len(choice.readings) > 1)


def _taken(choice: Choice, wanted: Package, choose: Mapping[int, int]) -> int | None:
    if choice.number in choose:
        place = _chosen(choice, choose[choice.number])
        if choice.issues and not (place is not None and matches(choice.readings[place].options, wanted)):
            decides = ", ".join(choice.issues)
            msg = f"bracket {choice.number} is for the package to decide ({decides}): leave it out of the choices"
            raise EditError(msg)
        return place
    return next((place for place, each in enumerate(choice.readings) if matches(each.options, wanted)), None)


def _chosen(choice: Choice, number: int) -> int | None:
    if not 0 <= number <= len(choice.readings):
        msg = f"bracket {choice.number} has {len(choice.readings)} alternatives, and {number} is none of them"
        raise EditError(msg)
    return number - 1 if number else None


def _decided(document: Document, place: int | None, links: tuple[str, ...]) -> Document:
    """Decide the first bracket of a text."""
    first = brackets_of(document)[0]
    if place is None:
        return reject(document, 1)
    home = _home(document, first)
    decided = accept(document, 1, place + 1)
    # the option stays with the provision that now says it
    if not links or home is None or len(decided.provisions) != len(document.provisions):
        return decided
    provision = decided.provisions[home]
    known = msgspec.structs.replace(provision.links, options=tuple(dict.fromkeys((*provision.links.options, *links))))
    if any('"' in each or "{" in each or "}" in each for each in links):
        return decided
    return parse_text(set_attributes(decided, provision.id, links=known), name=document.name)


def _home(document: Document, bracket: Bracket) -> int | None:
    """The place of the provision that an inline bracket stands in."""
    if bracket in document.brackets:
        return None
    places = (n for n, each in enumerate(document.provisions) if each.start <= bracket.start < each.end)
    return next(places, None)


def _stating(document: Document, package: Package) -> Document:
    """Write into the front matter which package the text is that of."""
    line = f"{PACKAGE_KEY}: {write_package(package)}\n"
    source = document.source
    opening = source[:1] if source.startswith("\ufeff") else ""
    body = source[len(opening) :]
    if document.meta or _EMPTY_FRONT.match(body):
        head, _, rest = body.partition("\n")
        return parse_text(f"{opening}{head}\n{line}{_without_key(rest)}", name=document.name)
    return parse_text(f"{opening}---\n{line}---\n\n{body}", name=document.name)


def _without_key(rest: str) -> str:
    """Take an older statement out of the front matter."""
    lines, kept = rest.splitlines(keepends=True), []
    inside = True
    for each in lines:
        inside = inside and each.rstrip() != "---"
        if not (inside and each.lower().startswith(f"{PACKAGE_KEY}:")):
            kept.append(each)
    return "".join(kept)
