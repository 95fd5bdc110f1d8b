"""Editing: the whole text or one provision in a form, with the checks and the deal beside it; saving, joining."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import Response

from goodoffices.draft.errors import DraftError
from goodoffices.record import InputError, NotInCase
from goodoffices.web.asking import Analyst, Asking
from goodoffices.web.drafting.editing import Wanted, edited_source, fields_in, names_of_provision
from goodoffices.web.drafting.ground import ground_of
from goodoffices.web.drafting.handing import field, read_form
from goodoffices.web.drafting.looking import changed_troubles, look_at
from goodoffices.web.drafting.proposing import parties_of
from goodoffices.web.drafting.saving import Edited, Meanwhile, save_edit
from goodoffices.web.drafting.shown import ShownText, one_text, parsed
from goodoffices.web.drafting.worth import TextWeighed, weigh_source, written
from goodoffices.web.rendering import fragment, page

from .draft import head_of, to_text

__all__ = ["router", "saved"]

router = APIRouter(include_in_schema=False)

_ALL = ""


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A form of the edit page as it was sent."""

    base: int
    provision: str
    wanted: Wanted
    why: str
    marking: str


def _sent(form: FormData, latest: int) -> Sent:
    base = field(form, "base")
    if not base.isdecimal() or len(base) > 9:  # noqa: PLR2004  more versions than anybody keeps
        msg = "the form does not say which version was edited; open the page again"
        raise InputError(msg)
    return Sent(
        base=int(base) or latest,
        provision=field(form, "provision"),
        wanted=fields_in(form),
        why=field(form, "why")[:500],
        marking=field(form, "marking"),
    )


@router.get("/draft/{name}/edit")
def edit(who: Analyst, name: str, provision: Annotated[str, Query(max_length=200)] = "") -> Response:
    """The form."""
    text = one_text(who, name)
    return _form(who, text, provision, None)


@router.get("/draft/{name}/add")
def add(who: Analyst, name: str, after: Annotated[str, Query(max_length=200)] = "") -> Response:
    """The form of a new provision."""
    text = one_text(who, name)
    return _form(who, text, "", Wanted(act="add", after=after))


def _form(
    who: Asking,
    text: ShownText,
    provision: str,
    wanted: Wanted | None,
    *,
    problem: str = "",
    checked: dict[str, object] | None = None,
    weighed: TextWeighed | None = None,
    joined: Meanwhile | None = None,
    sent: Sent | None = None,
    status: int = 200,
) -> Response:
    document = parsed(text)
    if provision and provision not in document:
        msg = f"there is no provision {provision[:60]!r} in this text; it may have been taken out"
        raise NotInCase(msg)
    kept = wanted or (
        Wanted.of_provision(document, provision) if provision else Wanted(act="whole", source=text.source)
    )
    return page(
        who,
        "draft_edit.html.j2",
        status=status,
        **head_of(who, text, "text"),
        provision=document[provision] if provision else None,
        provisions=document.provisions if kept.act == "add" else (),
        called=names_of_provision(document, provision),
        wanted=kept,
        parties=parties_of(document),
        problem=problem,
        checked=checked,
        weighed=weighed,
        **written(),
        joined=joined,
        sent=sent,
    )


@router.post("/draft/{name}/check")
async def check(who: Analyst, name: str, request: Request) -> Response:
    """The checks of what stands in the form now; nothing is saved."""
    form = await read_form(request)
    return await run_in_threadpool(_checked, who, name, form)


def _edited(who: Asking, name: str, form: FormData) -> tuple[ShownText, Sent, ShownText]:
    """The text as it is now, the edit that a form brings, and the version that it was made on."""
    text = one_text(who, name)
    sent = _sent(form, text.number)
    return text, sent, one_text(who, name, sent.base)


def _checked(who: Asking, name: str, form: FormData) -> Response:
    text, sent, before = _edited(who, name, form)
    found = _check(who, before, sent)
    if who.script:
        return fragment(who, "draft_checked.html.j2", checked=found, to_text=to_text, text=text)
    return _form(who, before, sent.provision, sent.wanted, checked=found, sent=sent)


def _check(who: Asking, before: ShownText, sent: Sent) -> dict[str, object]:
    """What the checks find in an edit: what is new, what is mended, what stands."""
    try:
        source = edited_source(parsed(before), sent.provision, sent.wanted)
    except (DraftError, InputError) as error:
        return {"fault": str(error)}
    ground, _ = ground_of(who)
    was, looked = look_at(before.source, ground), look_at(source, ground)
    new, gone = changed_troubles(was, looked)
    own = [each for each in looked.page.troubles if sent.provision in each.provisions and each not in new]
    rest = [each for each in looked.page.troubles if each not in new and each not in own]
    waits = [each for each in looked.page.waits if sent.provision in {each.provision, each.target}]
    return {
        "fault": "",
        "looked": looked,
        "new": new,
        "gone": gone,
        "own": own if sent.provision else rest,
        "rest": len(rest) if sent.provision else 0,
        "waits": waits if sent.provision else (),
        "same": source == before.source,
    }


@router.post("/draft/{name}/weigh")
async def weigh(who: Analyst, name: str, request: Request) -> Response:
    """What the text as it stands in the form is worth in a deal, and how that moved; nothing is saved."""
    form = await read_form(request)
    return await run_in_threadpool(_weighed, who, name, form)


def _weighed(who: Asking, name: str, form: FormData) -> Response:
    text, sent, before = _edited(who, name, form)
    try:
        source = edited_source(parsed(before), sent.provision, sent.wanted)
        found = weigh_source(who, source, field(form, "model")[:64], before)
    except (DraftError, InputError) as error:
        found = TextWeighed(model="", problem=str(error))
    if who.script:
        return fragment(who, "draft_edit_worth.html.j2", weighed=found, to_text=to_text, text=text, **written())
    return _form(who, before, sent.provision, sent.wanted, weighed=found, sent=sent)


@router.post("/draft/{name}/edit")
async def save(who: Analyst, name: str, request: Request) -> Response:
    """Keep an edit as a new version; where somebody saved since, both are joined and shown for another look."""
    form = await read_form(request)
    return await run_in_threadpool(_saved, who, name, form)


def _saved(who: Asking, name: str, form: FormData) -> Response:
    _, sent, before = _edited(who, name, form)
    try:
        source = edited_source(parsed(before), sent.provision, sent.wanted)
        return saved(who, name, Edited(source=source, base=before.number, why=sent.why, marking=sent.marking))
    except Meanwhile as found:
        again = Wanted(act="whole", source=found.joined.source)
        return _form(who, found.latest, "", again, joined=found, sent=sent, status=409)
    except (DraftError, InputError) as error:
        return _form(who, before, sent.provision, sent.wanted, problem=str(error), sent=sent, status=422)


def saved(who: Asking, name: str, edit: Edited, done: str = "saved", at: str = "") -> Response:
    """Keep an edit and go back to the text.

    Raises:
        Meanwhile: If somebody saved since.
        InputError: If it cannot be kept.
    """
    save_edit(who, name, edit)
    return RedirectResponse(to_text(name, done=done) + (f"#{at}" if at else ""), status_code=303)
