"""A text and a deal model: what the text is worth to each party, which packages it allows, the text of one."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from goodoffices.draft.errors import DraftError
from goodoffices.record import InputError
from goodoffices.record.account import Role
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.drafting.deal import DealOfText, deal_of, effort_of, model_for, package_text
from goodoffices.web.drafting.ground import ground_of
from goodoffices.web.drafting.looking import look_at
from goodoffices.web.drafting.picture import worth_chart
from goodoffices.web.drafting.saving import start_text
from goodoffices.web.drafting.sheet import filled, numbers_in
from goodoffices.web.drafting.shown import ShownText, one_text, text_versions
from goodoffices.web.drafting.worker import timed
from goodoffices.web.drafting.worth import TextWeighed, earlier_of, weigh_source, weigh_text_soon, written
from goodoffices.web.rendering import fragment, page

from .draft import Name, Number, head_of, to_text

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_EARLIER = 60
"""Versions that one may be compared with on the page."""

Against = Annotated[int | None, Query(ge=0, le=1_000_000)]


@router.get("/draft/{name}/deal")
def deal(who: Reader, name: str, version: Number = None, model: Name = "", against: Against = None) -> Response:
    """The page: what the text is worth in a deal, and which packages it still allows."""
    text = one_text(who, name, version)
    return _deal(who, text, model, earlier=earlier_of(who, text, against))


@router.get("/draft/{name}/worth")
def worth(who: Reader, name: str, version: Number = None, model: Name = "", against: Against = None) -> Response:
    """What the text is worth, waited for: the part of the page that was not there yet."""
    text = one_text(who, name, version)
    if not who.script:
        given = {"version": version or "", "model": model, "against": "" if against is None else against}
        return RedirectResponse(to_text(name, "deal", **given), status_code=303)
    earlier = earlier_of(who, text, against)
    weighed = weigh_source(who, text.source, model, earlier)
    return fragment(who, "draft_worth.html.j2", **_head(who, text), **_shown(who, text, weighed, model))


def _head(who: Asking, text: ShownText) -> dict[str, Any]:
    return head_of(who, text, "deal")


def _shown(who: Asking, text: ShownText, weighed: TextWeighed, model: str) -> dict[str, Any]:
    """What the template of the worth of a text takes."""
    found = _allowed(text, model_for(who, model)[1]) if weighed.model else None
    return {
        "weighed": weighed,
        "chart": worth_chart(weighed.worth) if weighed.worth else None,
        "found": found,
        "open_issues": [issue for issue, options in found.options.items() if len(options) > 1] if found else [],
        "writing": who.may(Role.ANALYST) and text.number == text_versions(who, text.name)[-1].number,
        **written(),
    }


def _allowed(text: ShownText, described: str) -> DealOfText:
    effort: int = timed(effort_of, text.source, described, size=len(text.source))
    found: DealOfText = timed(deal_of, text.source, described, size=effort, seconds=20.0)
    return found


def _deal(
    who: Asking,
    text: ShownText,
    model: str,
    *,
    earlier: ShownText | None = None,
    problem: str = "",
    status: int = 200,
) -> Response:
    weighed = weigh_text_soon(who, text, model, earlier)
    try:
        shown = _shown(who, text, weighed, model)
    except InputError as error:
        problem = problem or str(error)
        shown = {"found": None, "weighed": weighed, "writing": False}
    kept = [each for each in text_versions(who, text.name) if each.number != text.number]
    return page(
        who,
        "draft_deal.html.j2",
        status=status,
        **_head(who, text),
        **shown,
        model=weighed.model,
        earlier=kept[-_EARLIER:],
        problem=problem,
    )


@router.post("/draft/{name}/deal")
def write_package(
    who: Analyst,
    name: str,
    model: Annotated[str, Form(max_length=64)],
    chosen: Annotated[list[str] | None, Form()] = None,
    choose: Annotated[list[str] | None, Form()] = None,
    keep: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Write the full text of a package, each bracket in the words of the option chosen; keep it as a text if asked."""
    text = one_text(who, name)
    model_name, described = model_for(who, model)
    try:
        package, sides = _pairs(chosen or ()), {int(a): int(b) for a, b in _pairs(choose or ()).items() if b}
        source: str = timed(package_text, text.source, described, package, sides, size=len(text.source))
        if keep:
            marking, circle = text.version.marking.value, next(iter(text.version.circles), "")
            version = start_text(who, source, marking=marking, circle=circle, why=f"A package of {model_name}")
            return RedirectResponse(to_text(version.name), status_code=303)
    except (DraftError, InputError, ValueError) as error:
        return _deal(who, text, model, earlier=earlier_of(who, text, None), problem=str(error), status=422)
    looked = look_at(source, ground_of(who, model)[0])
    shown = looked.page
    given: dict[str, Any] = {"page": shown, "numbers": numbers_in(shown), "name": name}
    sheet = filled("draft_sheet.html.j2", **given, rows=shown.rows, first=True, last=True, editing=False)
    return page(
        who,
        "draft_package.html.j2",
        **_head(who, text),
        model=model_name,
        package=package,
        sheet=sheet,
        chosen=chosen or (),
        choose=choose or (),
    )


def _pairs(given: list[str] | tuple[str, ...]) -> dict[str, str]:
    pairs = (each.partition("=") for each in given[:500])
    return {name: value for name, _, value in pairs}
