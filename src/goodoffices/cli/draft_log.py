"""`goodoffices draft log | tracks`: who changed what and why, who stands behind it, and how two tracks drift apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from goodoffices.record import InputError, Marking

from .draft_options import audience_option, shown_to
from .draft_sources import read_view, viewer_options
from .options import format_option
from .output import emit

if TYPE_CHECKING:
    from goodoffices.draft.log import Divergence, Entry, Hand, PublicClaim, Stand, VersionStands
    from goodoffices.draft.versions import History

__all__ = ["log", "tracks"]


@click.command()
@click.argument("place", metavar="HISTORY")
@click.option("--case", metavar="CASE", help="Also who stands behind which version, and what reports say of it.")
@audience_option
@viewer_options
@format_option
def log(
    *,
    place: str,
    case: str | None,
    audience: Marking | None,
    circles: tuple[str, ...],
    as_of: dt.datetime | None,
    form: str,
) -> None:
    """Write the log of a text: who changed what, when and why; who put each point in; is it public; who is behind it.

    HISTORY is a text whose versions are kept beside it, or the file of versions. A reason is a remark in the braces of
    a point (note="..."), a sentence of the version's note that names it, or the whole note. A version of which nobody
    knows the words has "content: unknown" in its front matter, and "points: 20" where only their number is known.

    \b
    Examples:
      goodoffices draft log draft.md
      goodoffices draft log draft.md --case talks.goodoffices --audience GREEN
    """  # noqa: D301  \b keeps click from filling the lines
    from goodoffices.draft.log import hands_of, log_of, public_claims, stands_of  # noqa: PLC0415  parsers
    from goodoffices.draft.text import parse_text  # noqa: PLC0415  the same

    if case is None and (circles or as_of):
        msg = "--for and --as-of go with --case"
        raise click.UsageError(msg)
    history = _opened(place, audience)
    entries, hands = log_of(history), hands_of(history, history.versions[-1])
    stands: tuple[VersionStands, ...] = ()
    claims: tuple[PublicClaim, ...] = ()
    if case is not None:
        view = read_view(case, audience, circles, as_of)
        documents = [parse_text(each.source, name=each.id, tolerant=True) for each in history]
        stands = stands_of(entries, documents, view.findings, view.consultations)
        claims = public_claims(view.findings)
    answer = {
        "format": "goodoffices.draft.log/1",
        "versions": entries,
        "hands": hands,
        "stands": stands,
        "publication_in_reports": claims,
    }
    by_version = {each.version: each for each in stands}
    lines = _told(entries, by_version, whole=audience is None)
    emit(answer, form=form, text=(*lines, *_hands(hands), *_claims(claims)))


def _opened(place: str, audience: Marking | None) -> History:
    """The versions that an audience may see, each as it may see it, and made from the nearest that it may see.

    Raises:
        InputError: If there is none.
    """
    from goodoffices.draft.text import parse_text  # noqa: PLC0415  parsers
    from goodoffices.draft.versions import History, open_history  # noqa: PLC0415  the same

    found = open_history(Path(place))
    if audience is not None:
        by_id = {each.id: each for each in found}
        kept = {each.id for each in found if audience.may_see(each.marking)}
        versions = []
        for each in found:
            if each.id in kept:
                parent = each.parent
                while parent and parent not in kept:
                    parent = by_id[parent].parent
                source = shown_to(audience, parse_text(each.source, name=place, tolerant=True)).source
                merged = each.merged if each.merged in kept else ""
                versions.append(msgspec.structs.replace(each, parent=parent, merged=merged, source=source))
        found = History(found.path, tuple(versions))
    if not found.versions:
        msg = f"{found.path}: no version is kept there that may be shown; keep one with: goodoffices draft keep {place}"
        raise InputError(msg)
    return found


def _told(entries: Sequence[Entry], stands: Mapping[str, VersionStands], *, whole: bool) -> Iterator[str]:
    for each in entries:
        author = each.author or "nobody named"
        note = f": {each.note}" if each.note else ""
        yield f"v{each.number}  {each.id}  {each.date}  {author}{note}"
        yield f"  {each.summary} {_content(each)}Open brackets: {each.brackets}."
        for act in each.acts:
            reason = f" — {act.reason.words}" if act.reason.how in {"provision", "note"} else ""
            unsaid = " (no reason given)" if act.reason.how == "none" else ""
            yield f"  {act.words}{reason}{unsaid}"
        if whole or each.publication.state != "not public":  # what an audience is shown may leave out that it leaked
            yield f"  {_publication(each)}"
        if each.id in stands:
            yield from _stands(stands[each.id])
    if "" in stands:
        yield "Of texts that are none of these:"
        yield from _stands(stands[""])


def _content(entry: Entry) -> str:
    claimed = f"; it is said to have {entry.claimed} points" if entry.claimed is not None else ""
    if entry.content == "known":
        return claimed[2:].capitalize() + ". " if claimed else ""
    what = "What it says is not known" if entry.content == "unknown" else "Only part of what it says is known"
    return f"{what}{claimed}. "


def _publication(entry: Entry) -> str:
    found = entry.publication
    day = f" on {found.on.isoformat()}" if found.on else ""
    breach = f", although it is marked {entry.marking.label}" if found.breach else ""
    said = {"public": f"Public{day}", "leaked": f"Leaked{day}", "not public": "Not public"}[found.state]
    return f"{said}{breach} ({found.words})"


def _stands(found: VersionStands) -> Iterator[str]:
    for each in found.stands:
        yield f"  {_stand(each)}"
    for party, count in found.agreed.items():
        yield f"  {party} has agreed to {count} of its points"
    if found.silent:
        yield f"  Not known of: {', '.join(found.silent)}"


def _stand(stand: Stand) -> str:
    words = f": “{stand.words}”" if stand.words else ""
    return f"{stand.party}: {stand.state} ({stand.subject}){words}"


def _hands(hands: Sequence[Hand]) -> Iterator[str]:
    for each in hands:
        changed = (
            ""
            if each.changed_in == each.made_in
            else f", changed by {each.changed_by or 'nobody named'} {each.changed_on}"
        )
        name = f"Point {each.number}" if each.number else f"“{each.point}”"
        yield f"{name}: put in by {each.made_by or 'nobody named'} {each.made_on}{changed}"


def _claims(claims: Sequence[PublicClaim]) -> Iterator[str]:
    for each in claims:
        said = "it was leaked" if each.state == "leaked" else "it is public"
        yield f"A report says {said}: “{each.sentence}” ({each.report})"


@click.command()
@click.argument("first", metavar="HISTORY")
@click.argument("second", metavar="HISTORY")
@audience_option
@format_option
def tracks(*, first: str, second: str, audience: Marking | None, form: str) -> None:
    """Set the texts of two tracks side by side: the last that both had, how far they have drifted, what differs now.

    Example: goodoffices draft tracks london/draft.md moscow/draft.md
    """
    from goodoffices.draft.lineage import to_json  # noqa: PLC0415  parsers
    from goodoffices.draft.log import find_divergence  # noqa: PLC0415  the same

    found = find_divergence(_opened(first, audience), _opened(second, audience))
    answer: dict[str, Any] = {
        "format": "goodoffices.draft.tracks/1",
        "common": found.common,
        "course": found.course,
        "trend": found.trend,
        "summary": found.summary,
        "differences": found.differences,
        "comparison": to_json(found.comparison),
    }
    emit(answer, form=form, text=_apart(found))


def _apart(found: Divergence) -> Iterator[str]:
    yield f"Last text in common: {found.common or 'none'}"
    for each in found.course:
        versions = f"({each.first}, {each.second})"
        yield f"{each.on}: distance {each.distance:.2f}, {each.same:.0%} of the points the same {versions}"
    direction = {"converging": "They draw together.", "diverging": "They drift apart."}
    yield direction.get(found.trend.direction, f"Trend: {found.trend.direction}.")
    yield f"From the first to the second today: {found.summary}"
    yield from found.differences
