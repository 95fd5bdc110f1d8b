"""Texts: the list, one with its versions, saving, checking, comparing, joining, handing out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from goodoffices.brief.drafting import ComparisonPage
from goodoffices.draft.errors import DraftError
from goodoffices.draft.merge import accept, reject
from goodoffices.record import InputError
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.drafting.ground import ground_of
from goodoffices.web.drafting.looking import look_at
from goodoffices.web.drafting.merging import Joined, joined
from goodoffices.web.drafting.proposing import add_alternative
from goodoffices.web.drafting.saving import Edited, save_edit, start_text
from goodoffices.web.drafting.shown import ShownText, one_text, parsed, text_versions, texts_of
from goodoffices.web.drafting.tasks import KeptText, compared
from goodoffices.web.drafting.worker import timed
from goodoffices.web.pages.draft_export import Leaving, handed_out
from goodoffices.web.pages.draft_versions import comparison

from .answers import answer, body, taken, told
from .draft_shapes import Checked, Decision, NewText, NewVersion, OneText, TextLine, ToCheck, ToCompare, ToJoin

__all__ = ["router"]

router = APIRouter(tags=["texts"])

Number = Annotated[int | None, Query(ge=1, le=1_000_000)]


def _line(text: ShownText) -> TextLine:
    version = text.version
    return TextLine(
        name=text.name,
        number=text.number,
        title=text.title,
        marking=version.marking,
        circles=version.circles,
        by=version.by,
        at=version.at,
        why=version.why,
    )


def _one(text: ShownText) -> OneText:
    return OneText(line=_line(text), source=text.source)


@router.get("/texts", responses=told(tuple[TextLine, ...], "The latest version of each text"))
def texts(who: Reader) -> Response:
    """List the texts."""
    return answer([_line(each) for each in texts_of(who)])


@router.post(
    "/texts",
    responses=told(OneText, "The text as it is kept", status=201),
    openapi_extra=taken(NewText),
    status_code=201,
)
def start(who: Analyst, given: Annotated[NewText, Depends(body(NewText))]) -> Response:
    """Keep a new text; its name is made of its title."""
    version = start_text(who, given.source, marking=given.marking.value, circle=given.circle, why=given.why)
    return answer(_one(one_text(who, version.name)), status=201)


@router.get("/texts/{name}", responses=told(OneText, "A text"))
def one(who: Reader, name: str, version: Number = None) -> Response:
    """One version of a text, the latest where none is named."""
    return answer(_one(one_text(who, name, version)))


@router.get("/texts/{name}/versions", responses=told(tuple[TextLine, ...], "Its versions, the earliest first"))
def versions(who: Reader, name: str) -> Response:
    """The history of a text."""
    one_text(who, name)
    return answer([_line(each) for each in text_versions(who, name)])


@router.post(
    "/texts/{name}/versions",
    responses=told(OneText, "The version as it is kept", status=201),
    openapi_extra=taken(NewVersion),
    status_code=201,
)
def save(who: Analyst, name: str, given: Annotated[NewVersion, Depends(body(NewVersion))]) -> Response:
    """Keep an edit as a new version; 409 where somebody saved since: join yours with theirs, and save that."""
    marking = given.marking.value if given.marking else ""
    return _saved(who, name, Edited(source=given.source, base=given.base, why=given.why, marking=marking))


def _saved(who: Asking, name: str, edit: Edited) -> Response:
    return answer(_one(save_edit(who, name, edit)), status=201)


@router.post(
    "/texts/{name}/brackets/{bracket}",
    responses=told(OneText, "The version as it is kept", status=201),
    openapi_extra=taken(Decision),
    status_code=201,
)
def decide(who: Analyst, name: str, bracket: int, given: Annotated[Decision, Depends(body(Decision))]) -> Response:
    """Accept or reject an alternative of a bracket (counted from 1 in the text), or propose another."""
    document = parsed(one_text(who, name, given.base))
    try:
        match given.act:
            case "accept":
                source = accept(document, bracket, given.side).source
            case "reject":
                source = reject(document, bracket, given.side or None).source
            case _:
                source = add_alternative(document, bracket, given.words, given.party)
    except DraftError as error:
        raise InputError(error.fault) from None
    return _saved(who, name, Edited(source=source, base=given.base, why=given.why))


@router.get("/texts/{name}/redline", responses=told(ComparisonPage, "What became of each point"))
def redline(
    who: Reader,
    name: str,
    a: Annotated[int, Query(ge=1, le=1_000_000)],
    b: Annotated[int, Query(ge=1, le=1_000_000)],
) -> Response:
    """Compare two versions of a text."""
    return answer(comparison(one_text(who, name, a), one_text(who, name, b)))


@router.get(
    "/texts/{name}/export/{form}",
    responses={**told(str, "The file"), 200: {"description": "The file, in the form that was asked for"}},
)
def export(
    who: Reader,
    name: str,
    form: str,
    to: Annotated[str, Query(alias="for", max_length=20)] = "",
    version: Number = None,
    against: Number = None,
) -> Response:
    """Write a text for this audience or a lower one as md, docx, pdf, html, akn or json; it is kept in the log."""
    asked = Leaving(form=form, audience=to, number=version, against=against)
    file, media, content = handed_out(who, name, asked)
    return Response(content, media_type=media, headers={"content-disposition": f'attachment; filename="{file}"'})


@router.post("/draft/check", responses=told(Checked, "What the checks find"), openapi_extra=taken(ToCheck))
def check(who: Reader, given: Annotated[ToCheck, Depends(body(ToCheck))]) -> Response:
    """Check a text; nothing is kept."""
    if bool(given.source) == bool(given.name):
        msg = "give a text to check: its `source`, or the `name` of one that is here, and not both"
        raise InputError(msg)
    source = given.source or one_text(who, given.name, given.version).source
    looked = look_at(source, ground_of(who, given.model)[0], name=given.name or "text")
    return answer(Checked(checked=looked.checked, english=looked.english, page=looked.page))


@router.post(
    "/draft/compare", responses=told(ComparisonPage, "What became of each point"), openapi_extra=taken(ToCompare)
)
def compare(who: Reader, given: Annotated[ToCompare, Depends(body(ToCompare))]) -> Response:  # noqa: ARG001  whoever asks must be known
    """Compare two texts that are sent along; nothing is kept."""
    size = len(given.before) + len(given.after)
    one, other = KeptText(source=given.before, name="before"), KeptText(source=given.after, name="after")
    found: ComparisonPage = timed(compared, one, other, size=size, seconds=25.0)
    return answer(found)


@router.post(
    "/draft/join", responses=told(Joined, "The joined text and what clashes in it"), openapi_extra=taken(ToJoin)
)
def join(who: Reader, given: Annotated[ToJoin, Depends(body(ToJoin))]) -> Response:  # noqa: ARG001  the same
    """Join several people's edits of one text that are sent along; nothing is kept."""
    size = len(given.base) + sum(map(len, given.edits.values()))
    found: Joined = timed(joined, given.base, tuple(given.edits.items()), size=size, seconds=30.0, kept=False)
    return answer(found)
