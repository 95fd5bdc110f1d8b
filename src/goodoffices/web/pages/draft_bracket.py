"""One bracket: who wants which alternative and on what words of the record, what it is in the deal, deciding it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form
from fastapi import Path as Place
from starlette.responses import Response

from goodoffices.brief.drafting.model import ProvisionView, VoiceView
from goodoffices.draft.errors import DraftError
from goodoffices.draft.merge import accept, reject
from goodoffices.record import InputError, NotInCase
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.drafting.ground import ground_of
from goodoffices.web.drafting.looking import TextBracket, find_bracket, look_at
from goodoffices.web.drafting.proposing import add_alternative, parties_of
from goodoffices.web.drafting.saving import Edited
from goodoffices.web.drafting.sheet import filled
from goodoffices.web.drafting.shown import ShownText, one_text, parsed
from goodoffices.web.drafting.tasks import Looked
from goodoffices.web.rendering import page

from .draft import Name, Number, head_of
from .draft_edit import saved

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

Bracket = Annotated[int, Place(ge=1, le=1_000_000)]


@router.get("/draft/{name}/brackets/{bracket}")
def show(who: Reader, name: str, bracket: Bracket, version: Number = None, model: Name = "") -> Response:
    """The page of a bracket."""
    return _shown(who, one_text(who, name, version), bracket, model=model)


def _shown(
    who: Asking, text: ShownText, number: int, *, model: str = "", problem: str = "", status: int = 200
) -> Response:
    ground, chosen = ground_of(who, model)
    looked = look_at(text.source, ground, name=f"v{text.number}")
    found = find_bracket(looked, number)
    if found is None:
        msg = f"there is no bracket {number} in this text; it may have been decided"
        raise NotInCase(msg)
    voices = _voices(looked, found)
    row = next((row for row in looked.page.rows if isinstance(row, ProvisionView) and row.id == found.provision), None)
    return page(
        who,
        "draft_bracket.html.j2",
        status=status,
        **head_of(who, text, "text"),
        bracket=found,
        in_place=filled("draft_in_place.html.j2", page=looked.page, row=row) if row and found.provision else "",
        words=[
            filled("draft_side.html.j2", page=looked.page, name=text.name, run=each.words) if each.words else ""
            for each in found.sides
        ],
        voices={each.number: [v for v in voices if v.alternative == each.number] for each in found.sides},
        around=[each for each in voices if not each.alternative],
        troubles=_mandates(looked, found),
        parties=parties_of(parsed(text)),
        model=chosen,
        problem=problem,
    )


def _voices(looked: Looked, found: TextBracket) -> list[VoiceView]:
    """The positions of the record behind a bracket; those of its provision with them."""
    rows = (row for row in looked.page.rows if isinstance(row, ProvisionView) and row.id == found.provision)
    return [each for row in rows for each in row.voices if each.bracket in {0, found.number}]


def _mandates(looked: Looked, found: TextBracket) -> list[Any]:
    """What in its provision is outside a mandate, or perhaps."""
    if not found.provision:
        return []
    kinds = {"outside-mandate", "perhaps-outside-mandate"}
    return [each for each in looked.page.troubles if each.kind in kinds and found.provision in each.provisions]


@router.post("/draft/{name}/brackets/{bracket}")
def decide(
    who: Analyst,
    name: str,
    bracket: Bracket,
    act: Annotated[str, Form(max_length=20)] = "",
    side: Annotated[int, Form(ge=0, le=10_000)] = 0,
    base: Annotated[int, Form(ge=1, le=1_000_000)] = 1,
    words: Annotated[str, Form(max_length=20_000)] = "",
    party: Annotated[str, Form(max_length=120)] = "",
    why: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Accept or reject an alternative, take the bracket out, or propose another alternative."""
    text = one_text(who, name, base)
    document = parsed(text)
    try:
        match act:
            case "accept":
                source = accept(document, bracket, side).source
            case "reject":
                source = reject(document, bracket, side or None).source
            case "propose":
                source = add_alternative(document, bracket, words, party)
            case _:
                msg = f"{act[:20]!r} is nothing that can be done to a bracket; accept, reject or propose"
                raise InputError(msg)
        return saved(who, name, Edited(source=source, base=base, why=why or _told(act, bracket)), done="accepted")
    except (DraftError, InputError) as error:
        return _shown(who, text, bracket, problem=str(error), status=422)


def _told(act: str, bracket: int) -> str:
    return {
        "accept": f"Bracket {bracket} decided",
        "reject": f"Taken out of bracket {bracket}",
        "propose": f"An alternative for bracket {bracket}",
    }[act]
