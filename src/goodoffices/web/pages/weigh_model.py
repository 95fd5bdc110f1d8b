"""One model beside its sources: edited, weighed as it is edited, saved."""

from __future__ import annotations

import difflib
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Request
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.desk.folder import SavedMeanwhile, Version
from goodoffices.record import InputError, Marking, parse_marking
from goodoffices.record.account import Role
from goodoffices.web.asking import Asking, Reader
from goodoffices.web.guards.refusals import Forbidden
from goodoffices.web.rendering import fragment, page
from goodoffices.web.weighing.answering import answering, read_only, weighed, weighed_soon
from goodoffices.web.weighing.cited import named_in, sentences
from goodoffices.web.weighing.form import form_of
from goodoffices.web.weighing.job import Done, Redraft, Weigh
from goodoffices.web.weighing.linking import Ties, ties_of
from goodoffices.web.weighing.models import Wish, read, save, versions
from goodoffices.web.weighing.scales import scales
from goodoffices.weigh.model import Constraint, words_of

from .weigh import onward

__all__ = ["Sent", "router"]

router = APIRouter(include_in_schema=False)

_DIFFERING = 400
"""Lines of what differs between two people's versions."""
_OWN = frozenset({"csrf", "text", "after", "mode", "act", "why", "marking", "side"})
_BUILDING = ("add-", "drop-")


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """What the form of a model sent.

    Attributes:
        text: The YAML that the form was made of, or that was typed.
        after: Number of the version that was edited.
        mode: ``form`` or ``yaml``.
        act: The button.
        why: What changed.
        marking: Who may be shown it; "" for as before.
        side: The party that is shown, where they are shown one at a time.
        fields: The fields of the model.
    """

    text: str
    after: int
    mode: str
    act: str
    why: str
    marking: str
    side: int
    fields: dict[str, str]


async def _sent(request: Request) -> Sent:
    form = await request.form()
    values = {name: value.replace("\r\n", "\n") for name, value in form.items() if isinstance(value, str)}
    act = values.get("act", "weigh")[:40]
    return Sent(
        text=values.get("text", ""),
        after=_number(values.get("after", "")),
        mode="yaml" if values.get("mode") == "yaml" else "form",
        act=act,
        why=values.get("why", "")[:500],
        marking=values.get("marking", "")[:20],
        side=_number(act.removeprefix("side:") if act.startswith("side:") else values.get("side", "")),
        fields={name: value for name, value in values.items() if name not in _OWN},
    )


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0  # noqa: PLR2004  no model has more


Filled = Annotated[Sent, Depends(_sent)]


@router.get("/weigh/{name}")
def show(
    who: Reader,
    name: str,
    version: Annotated[int | None, Asked(ge=1, le=9999)] = None,
    mode: Annotated[str, Asked(alias="as", max_length=8)] = "form",
    side: Annotated[int, Asked(ge=0, le=9999)] = 0,
    saved: str = "",
    raised: str = "",
    apart: str = "",
    elsewhere: Annotated[str, Asked(max_length=6)] = "",
) -> Response:
    """The page of a model."""
    held, text = read(who, name, version)
    told = {"saved": saved, "raised": raised, "apart": apart, "elsewhere": elsewhere}
    done = weighed_soon(who, text)
    if done is None:
        told["pending"] = "1"
        done = read_only(who, text)
    return _page(who, held, done, mode="yaml" if mode == "yaml" else "form", told=told, side=side)


@router.post("/weigh/{name}/answer")
def answer(who: Reader, name: str, sent: Filled) -> Response:
    """What the numbers in the form come to; nothing is saved."""
    held, text = read(who, name, sent.after or None)
    done = _done(who, sent)
    shown = answering(who, done, (held.number, text))
    told = {"pending": ""}
    return fragment(who, "weigh_answer.html.j2", version=held, done=done, a=shown, edited=done.text != text, told=told)


@router.post("/weigh/{name}")
def edit(who: Reader, name: str, sent: Filled) -> Response:
    """A button of the form: weigh, save, add, take out, draft again, or go over to the YAML and back."""
    held, _ = read(who, name, sent.after or None)
    if sent.act == "redraft":
        return _redrafted(who, held, sent)
    done = _done(who, sent)
    if sent.act == "save" and done.fault is None and not done.wrong:
        return _saved(who, held, sent, done)
    to = {"as-yaml": "yaml", "as-form": "form"}.get(sent.act, sent.mode)
    mode = "yaml" if done.model is None else to
    broken = done.fault is not None or bool(done.wrong)
    status = 422 if broken and sent.act != "as-yaml" else 200
    return _page(who, held, done, mode=mode, sent=sent, status=status)


def _done(who: Asking, sent: Sent) -> Done:
    """What was typed as a model, and what that comes to, which is known already where anybody weighed the same text."""
    fields = sent.fields if sent.mode == "form" else {}
    act = sent.act if sent.act.startswith(_BUILDING) else ""
    by = who.account.name if fields else ""
    typed = scales().do(Weigh(text=sent.text, fields=fields, act=act, by=by, analysed=False))
    if typed.fault is not None or typed.model is None:
        return typed
    return msgspec.structs.replace(weighed(who, typed.text), wrong=typed.wrong)


def _redrafted(who: Asking, held: Version, sent: Sent) -> Response:
    """Draft again over what stands in the form: people's edits stay, and what the news would change is told."""
    edited = _done(who, sent)
    if edited.fault is not None:
        return _page(who, held, edited, mode=sent.mode, sent=sent, status=422)
    job = Redraft(case=who.bench.settings.case, audience=who.audience, text=edited.text)
    again = scales().do(job, account=who.account.name)
    if again.fault is not None:
        return _page(who, held, msgspec.structs.replace(edited, fault=again.fault), mode=sent.mode, sent=sent)
    done = msgspec.structs.replace(weighed(who, again.text), changes=again.changes or ("the news changes nothing",))
    return _page(who, held, done, mode=sent.mode, sent=sent, least=again.marking)


def _saved(who: Asking, held: Version, sent: Sent, done: Done) -> Response:
    if not who.may(Role.ANALYST):
        msg = f"this takes the role {Role.ANALYST.value}; ask whoever keeps the case"
        raise Forbidden(msg)
    title = done.model.title if done.model and done.model.title else held.title
    wish = Wish(
        text=done.text,
        title=title,
        why=sent.why,
        marking=parse_marking(sent.marking) if sent.marking else None,
        name=held.name,
        after=sent.after,
    )
    try:
        return onward(save(who, wish))
    except SavedMeanwhile:
        return _clashing(who, held, sent, done)


def _clashing(who: Asking, held: Version, sent: Sent, done: Done) -> Response:
    """Somebody was faster: both versions are shown, and nothing is lost."""
    theirs, text = read(who, held.name)
    lines = difflib.unified_diff(text.splitlines(), done.text.splitlines(), lineterm="", n=1)
    differing = [each for each in lines if not each.startswith(("---", "+++"))]
    return page(
        who,
        "weigh_clash.html.j2",
        status=409,
        here="/weigh",
        held=held,
        theirs=theirs,
        text=done.text,
        sent=sent,
        differing=differing[:_DIFFERING],
        more=max(0, len(differing) - _DIFFERING),
        mine=answering(who, done, (theirs.number, text)),
    )


def _page(
    who: Asking,
    held: Version,
    done: Done,
    *,
    mode: str,
    sent: Sent | None = None,
    told: dict[str, str] | None = None,
    least: Marking | None = None,
    side: int = 0,
    status: int = 200,
) -> Response:
    saved = read(who, held.name, held.number)[1]
    shown: dict[str, Any] = {
        "version": held,
        "latest": versions(who, held.name)[-1],
        "done": done,
        "mode": mode,
        "edited": done.text != saved,
        "told": {"pending": "", "saved": "", "raised": "", "apart": "", "elsewhere": "", **(told or {})},
        "sent": sent,
        "allowed": [each for each in Marking if who.audience.marking.may_see(each)],
        "marking": _marking_of(sent, held, least),
        "a": answering(who, done, (held.number, saved)),
        **_beside(who, done, sent, side),
    }
    return page(who, "weigh_model.html.j2", status=status, here="/weigh", **shown)


def _marking_of(sent: Sent | None, held: Version, least: Marking | None) -> Marking:
    try:
        asked = parse_marking(sent.marking) if sent and sent.marking else held.marking
    except InputError:
        asked = held.marking
    return least if least and not asked.may_see(least) else asked


def _beside(who: Asking, done: Done, sent: Sent | None, side: int) -> dict[str, Any]:
    """The form, with what its numbers rest on."""
    if done.model is None:
        return {"form": None, "known": {}, "ties": Ties(issues={}, parties={})}
    ids = named_in(done.text)
    return {
        "form": form_of(done.model, sent.fields if sent else {}, done.wrong, sent.side if sent else side),
        "known": sentences(who.view, ids),
        "ties": ties_of(done.model, who.snapshot.brief.names, who.view.statements_by_id(ids)),
        "rule": _rule,
    }


def _rule(constraint: Constraint) -> str:
    """A rule in words, without whose it is."""
    return words_of(msgspec.structs.replace(constraint, party=None))
