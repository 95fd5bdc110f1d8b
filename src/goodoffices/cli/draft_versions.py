"""`goodoffices draft keep | history | river`: what the text said before, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from goodoffices.record import InputError, Marking

from .draft_options import audience_option, form_of, form_options, output_option, put, read_text, shown_to
from .draft_texts import json_text, party_option
from .options import DAY, MARKING, format_option, now
from .output import emit

if TYPE_CHECKING:
    from goodoffices.brief.drafting import Kept, Progress
    from goodoffices.draft.versions import History, Version

__all__ = ["history", "keep", "river"]

_FORMS = ("text", "json", "html", "md")
_SUFFIX = ".jsonl"


@click.command()
@click.argument("place", metavar="HISTORY")
@click.argument("text", metavar="[TEXT]", required=False)
@click.option("--author", default="", metavar="NAME", help="Who made this version.")
@click.option("--date", type=DAY, metavar="DATE", show_default="today", help="When, as YYYY-MM-DD.")
@click.option("--note", default="", metavar="WORDS", help="Why, in a few words.")
@click.option(
    "--marking", type=MARKING, metavar="MARKING", help="Who may be shown it; as its front matter says where not given."
)
@click.option("--parent", metavar="ID", show_default="the latest", help="The version that it was made from.")
@format_option
def keep(
    *,
    place: str,
    text: str | None,
    author: str,
    date: dt.date | None,
    note: str,
    marking: Marking | None,
    parent: str | None,
    form: str,
) -> None:
    """Keep what TEXT says now as a version in HISTORY, which is only ever added to.

    HISTORY is a text, whose versions stand beside it in a file that ends in .versions.jsonl, or that file itself. With
    no TEXT, the text that HISTORY names is kept.

    \b
    Examples:
      goodoffices draft keep draft.md --author "Ana Ruiz" --note "after the second round"
      goodoffices draft keep draft.md sent-by-the-east.docx --author "East Bank Authority" --date 2026-10-07
    """  # noqa: D301  \b keeps click from filling the lines
    from goodoffices.draft.text import to_markdown  # noqa: PLC0415  parsers
    from goodoffices.draft.versions import make_version, open_history  # noqa: PLC0415  the same

    if text is None and place.endswith(_SUFFIX):
        msg = "name the TEXT to keep: HISTORY is a file of versions"
        raise click.UsageError(msg)
    document = read_text(text or place, tolerant=False)
    known = open_history(Path(place))
    made_from = _parent(known, parent)
    version = make_version(
        to_markdown(document),
        date=date or now().date(),
        author=author,
        parent=made_from,
        note=note,
        marking=marking or document.marking or Marking.CLEAR,
    )
    if made_from and known.find(made_from).source == version.source:
        emit(
            {"format": "goodoffices.draft.keep/1", "id": made_from, "kept": False},
            form=form,
            text=[f"{place}: the text is still that of {made_from}; nothing new to keep"],
        )
        return
    grown = known.add(version)
    said = f"Kept {version.id}, version {len(grown.versions)}" + (f", made from {made_from}" if made_from else "")
    emit({"format": "goodoffices.draft.keep/1", "id": version.id, "kept": True}, form=form, text=[said])


def _parent(known: History, named: str | None) -> str:
    """The id of the version that the new one was made from; "" for the first."""
    if named is not None:
        return known.find(named).id
    heads = known.heads()
    if len(heads) > 1:
        ids = ", ".join(each.id for each in heads)
        msg = f"{known.path}: several versions stand side by side ({ids}); say with --parent which one it was made from"
        raise InputError(msg)
    return heads[0].id if heads else ""


@click.command()
@click.argument("place", metavar="HISTORY")
@click.option(
    "--text", "wanted", metavar="ID", help="Write the text of one version: its id, the start of it, or latest."
)
@audience_option
@format_option
@output_option
def history(*, place: str, wanted: str | None, audience: Marking | None, form: str, output: str | None) -> None:
    """List the versions of a text, or write one of them out again.

    \b
    Examples:
      goodoffices draft history draft.md
      goodoffices draft history draft.md --text v-4f2k -o as-it-was.md
    """  # noqa: D301  \b keeps click from filling the lines
    seen = _seen(_opened(place), audience)
    if wanted is not None:
        put(_document(seen.find(wanted), audience, place).source, output, form="md")
        return
    document = {"format": "goodoffices.draft.history/1", "versions": [_entry(each) for each in seen.versions]}
    put(json_text(document) if form == "json" else _listed(seen), output, form=form, what="list")


def _opened(place: str) -> History:
    from goodoffices.draft.versions import open_history  # noqa: PLC0415  parsers

    found = open_history(Path(place))
    if not found.versions:
        msg = f"{found.path}: no version is kept there; keep one with: goodoffices draft keep {place}"
        raise InputError(msg)
    return found


def _seen(found: History, audience: Marking | None) -> History:
    """The history as an audience sees it: a version that it may not see is named nowhere, as nobody's parent either."""
    if audience is None:
        return found
    seen = [each for each in found.versions if audience.may_see(each.marking)]
    known = {each.id for each in seen} | {""}
    closed = [
        msgspec.structs.replace(
            each,
            parent=each.parent if each.parent in known else "",
            merged=each.merged if each.merged in known else "",
        )
        for each in seen
    ]
    return msgspec.structs.replace(found, versions=tuple(closed))


def _entry(version: Version) -> dict[str, Any]:
    """A version without its text."""
    return {name: value for name, value in msgspec.structs.asdict(version).items() if name != "source"}


def _listed(seen: History) -> Iterator[str]:
    heads = {each.id for each in seen.heads()}
    for number, each in enumerate(seen.versions, start=1):
        told = (each.id, f"{each.date}", each.marking.label, each.author, each.note)
        yield f"v{number}  " + "  ".join(filter(None, told)) + ("  ← latest" if each.id in heads else "")


def _document(version: Version, audience: Marking | None, name: str) -> Any:  # noqa: ANN401  a Document, typed where it is loaded
    from goodoffices.draft.text import parse_text  # noqa: PLC0415  parsers

    return shown_to(audience, parse_text(version.source, name=name, tolerant=True))


@click.command()
@click.argument("texts", metavar="HISTORY|TEXT...", nargs=-1, required=True)
@party_option
@form_options(*_FORMS)
@audience_option
def river(
    *, texts: tuple[str, ...], parties: tuple[str, ...], form: str | None, output: str | None, audience: Marking | None
) -> None:
    """Follow every point and bracket over the versions of a text: what became of it, and do the parties come closer?

    Name one HISTORY, or several texts, the earliest first. As a page it is the rolling text of the last version with
    all of this beside it; it is written to draft.html where no file is named.

    \b
    Examples:
      goodoffices draft river draft.md
      goodoffices draft river first.md second.md third.md -o draft.html
    """  # noqa: D301  \b keeps click from filling the lines
    from goodoffices.brief import drafting  # noqa: PLC0415  templates

    form = form_of(form, output, _FORMS)
    versions = _of_files(texts, audience) if len(texts) > 1 else _of_history(texts[0], audience)
    if form in {"html", "md"}:
        page = drafting.build_rolling(versions, parties=parties, generated=now())
        written = drafting.rolling_to_html(page) if form == "html" else drafting.rolling_to_markdown(page)
        put(written, output, form=form, usual="draft.html", what="rolling text")
        return
    found = drafting.build_progress(versions)
    put(drafting.page_to_json(found).decode() if form == "json" else _told(found), output, form=form, what="river")


def _of_files(texts: Sequence[str], audience: Marking | None) -> list[Kept]:
    from goodoffices.brief.drafting import Kept  # noqa: PLC0415  templates

    stems = [Path(each).stem for each in texts]
    names = stems if len(set(stems)) == len(stems) else [f"v{number}" for number in range(1, len(texts) + 1)]
    return [Kept(document=read_text(file, audience), name=name) for file, name in zip(texts, names, strict=True)]


def _of_history(place: str, audience: Marking | None) -> list[Kept]:
    """The line of versions that leads to the latest one; an audience sees those that it may."""
    from goodoffices.brief.drafting import Kept  # noqa: PLC0415  templates

    found = _opened(place)
    line = [each for each in found.line(found.versions[-1]) if audience is None or audience.may_see(each.marking)]
    if not line:
        msg = f"{found.path}: there is no version that this audience may see"
        raise InputError(msg)
    return [
        Kept(
            document=_document(each, audience, place),
            name=f"v{number}",
            id=each.id,
            author=each.author,
            date=each.date,
            note=each.note,
            marking=each.marking,
        )
        for number, each in enumerate(line, start=1)
    ]


def _told(found: Progress) -> Iterator[str]:
    yield found.summary
    for version in found.versions:
        told = version.summary or f"{version.points} points."
        yield f"{version.name}: {told} {version.open} brackets open, {version.opened} opened, {version.closed} closed."
    for course in found.courses:
        yield f"Bracket in {course.number or 'the preamble'} ({course.topic}): {course.says}"
    yield from (f"{stream.number or stream.id}: {stream.says}" for stream in found.streams)
