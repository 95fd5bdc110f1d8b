"""Models of deals, what they come to, and the thread."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.brief.weighing import weighing_to_json
from goodoffices.desk.folder import Version
from goodoffices.record import InputError, Marking
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.pages.thread import Begun
from goodoffices.web.weighing.answering import read_only
from goodoffices.web.weighing.cited import named_in, resolved, sentences
from goodoffices.web.weighing.job import MOST_BYTES, Done, Weigh
from goodoffices.web.weighing.models import Wish, listed, read, save, versions
from goodoffices.web.weighing.scales import scales
from goodoffices.web.weighing.thread import Node
from goodoffices.web.weighing.walking import walk

from .answers import answer, body, taken, told

__all__ = ["router"]

router = APIRouter(tags=["weigh"])

_Version = Annotated[int | None, Asked(ge=1, le=9999)]
Text = Annotated[str, msgspec.Meta(max_length=MOST_BYTES)]


class ModelList(msgspec.Struct, frozen=True, kw_only=True):
    """The latest version of each model, or all versions of one."""

    models: tuple[Version, ...]


class ModelText(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a model with its YAML."""

    version: Version
    text: str


class ModelToSave(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A model to be saved: YAML as docs/reference/weigh-model.md says.

    `after` is the number of the version that was edited: a version saved meanwhile is a conflict (409), and nothing is
    overwritten. A model is never less restricted than the statements that it cites.
    """

    text: Text
    title: Annotated[str, msgspec.Meta(max_length=200)] = ""
    why: Annotated[str, msgspec.Meta(max_length=500)] = ""
    marking: Marking | None = None
    after: Annotated[int, msgspec.Meta(ge=0, le=9999)] = 0


class SavedModel(msgspec.Struct, frozen=True, kw_only=True):
    """What was saved. `raised`: more restricted than was asked for. `apart`: as a model of its own."""

    version: Version
    raised: bool
    apart: bool


class ModelToWeigh(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A model to be weighed: YAML. Nothing is saved."""

    text: Text


class ThreadThing(msgspec.Struct, frozen=True, kw_only=True):
    """One thing of the thread: where it stands (`href`), and the thread from there (`centre`)."""

    column: str
    id: str
    says: str
    under: str
    href: str
    centre: str


class ThreadColumn(msgspec.Struct, frozen=True, kw_only=True):
    """One of the seven columns. `by_issue`: these hang together with the chosen thing by its issue alone."""

    name: str
    heading: str
    things: tuple[ThreadThing, ...]
    total: int
    missing: str
    by_issue: bool


class ThreadAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Issue, position, option, provision, obligation, incident, compliance; `chosen` is null for the list of issues."""

    chosen: ThreadThing | None
    columns: tuple[ThreadColumn, ...]


@router.get("/models", responses=told(ModelList, "The models"))
def models(who: Reader) -> Response:
    """List the models, each by its latest version."""
    return answer(ModelList(models=listed(who)))


@router.get("/models/{name}", responses=told(ModelText, "The model"))
def model(who: Reader, name: str, version: _Version = None) -> Response:
    """Read a model: its latest version, or the one of a number."""
    held, text = read(who, name, version)
    return answer(ModelText(version=held, text=text))


@router.get("/models/{name}/versions", responses=told(ModelList, "Its versions, the earliest first"))
def model_versions(who: Reader, name: str) -> Response:
    """List the versions of a model."""
    read(who, name)
    return answer(ModelList(models=versions(who, name)))


@router.post("/models", responses=told(SavedModel, "What was saved", status=201), openapi_extra=taken(ModelToSave))
def begin(who: Analyst, asked: Annotated[ModelToSave, Depends(body(ModelToSave))]) -> Response:
    """Save a new model."""
    return _kept(who, "", asked)


@router.put(
    "/models/{name}", responses=told(SavedModel, "What was saved", status=201), openapi_extra=taken(ModelToSave)
)
def go_on(who: Analyst, name: str, asked: Annotated[ModelToSave, Depends(body(ModelToSave))]) -> Response:
    """Save a new version of a model."""
    read(who, name)
    return _kept(who, name, asked)


def _kept(who: Asking, name: str, asked: ModelToSave) -> Response:
    done = read_only(who, asked.text)
    _refuse(done)
    titled = asked.title or (done.model.title if done.model else "") or (read(who, name)[0].title if name else "")
    wish = Wish(
        text=asked.text, title=titled or "A deal", why=asked.why, marking=asked.marking, name=name, after=asked.after
    )
    if not name:
        wish = msgspec.structs.replace(wish, marking=asked.marking or who.audience.marking)
    saved = save(who, wish)
    return answer(SavedModel(version=saved.version, raised=saved.raised, apart=saved.apart), status=201)


def _refuse(done: Done) -> None:
    if done.fault is not None:
        where = f"line {done.fault.line}, column {done.fault.column}: " if done.fault.line else ""
        msg = f"{where}{done.fault.words}"
        raise InputError(msg)


@router.post(
    "/weigh",
    responses=told(dict[str, Any], "The analysis, in the format goodoffices.weigh/1 (docs/reference/weigh-json.md)"),
    openapi_extra=taken(ModelToWeigh),
)
def weigh(who: Reader, asked: Annotated[ModelToWeigh, Depends(body(ModelToWeigh))]) -> Response:
    """Weigh a model: what `goodoffices weigh --format json` writes. What takes too long is given up."""
    done = scales().do(Weigh(text=asked.text), account=who.account.name)
    _refuse(done)
    if done.report is None:
        msg = "this model cannot be weighed"
        raise InputError(msg)
    report = resolved(done.report, sentences(who.view, named_in(asked.text)))
    return Response(weighing_to_json(report), media_type="application/json")


@router.get("/thread", responses=told(ThreadAnswer, "The thread"))
def thread(who: Reader, asked: Begun) -> Response:
    """Walk the thread from one thing: issue, position, option, provision, obligation, incident or finding, by id."""
    walked = walk(who, asked)
    columns = (
        ThreadColumn(
            name=each.name,
            heading=each.heading,
            things=tuple(_thing(node) for node in each.nodes),
            total=each.total,
            missing=each.missing,
            by_issue=each.by_issue,
        )
        for each in walked.strands
    )
    return answer(ThreadAnswer(chosen=_thing(walked.chosen) if walked.chosen else None, columns=tuple(columns)))


def _thing(node: Node) -> ThreadThing:
    return ThreadThing(
        column=node.column, id=node.id, says=node.says, under=node.under, href=node.href, centre=node.centre
    )
