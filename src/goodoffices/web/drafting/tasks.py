"""What is worked out of texts: plain functions of plain arguments, so that a process of its own can do them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from goodoffices.brief.drafting import ComparisonPage, HeldAgainst, Kept, RollingPage
from goodoffices.brief.drafting.build import build_comparison, build_rolling
from goodoffices.brief.drafting.build.numbers import numbers_of
from goodoffices.brief.drafting.build.rows import Beside, rows_of
from goodoffices.brief.drafting.build.statuses import count_statuses
from goodoffices.brief.drafting.build.words import Showing, find_parties
from goodoffices.desk.deal_names import deal_issues, limits_of_model
from goodoffices.draft.check import Limit
from goodoffices.draft.text import Document, parse_text, points
from goodoffices.record import Findings, Marking, issues, most_restricted

__all__ = [
    "Ground",
    "KeptText",
    "Looked",
    "ToWrite",
    "against",
    "compared",
    "exported",
    "numbers_changed",
    "read_handed",
    "rolled",
    "text_alone",
]


class KeptText(msgspec.Struct, frozen=True, kw_only=True):
    """A version for a process of its own: its text as an audience sees it, and what is known of it."""

    source: str
    name: str
    author: str = ""
    date: dt.date | None = None
    note: str = ""

    def kept(self) -> Kept:
        """As the pages of texts take it."""
        document = parse_text(self.source, name=self.name, tolerant=True)
        return Kept(document=document, name=self.name, author=self.author, date=self.date, note=self.note)


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What a text is held against.

    Attributes:
        findings: The record for one audience, or None.
        model: A deal model in YAML that the audience may see, or empty.
    """

    findings: Findings | None = None
    model: str = ""

    def __bool__(self) -> bool:
        return self.findings is not None or bool(self.model)


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """A text with all that is said of it.

    Attributes:
        page: The text and what stands beside it.
        checked: Was it checked? A text that is too long for that is shown all the same.
        english: Was it read? The words of other languages are not checked.
    """

    page: RollingPage
    checked: bool = True
    english: bool = True


def rolled(versions: tuple[KeptText, ...], ground: Ground) -> Looked:
    """The last of some versions with all that is said of it.

    Args:
        versions: The earliest first; one or more.
        ground: What it is held against.
    """
    from goodoffices.draft.check import is_read  # noqa: PLC0415  parsers
    from goodoffices.draft.sequence import outline  # noqa: PLC0415  the same

    kept = [each.kept() for each in versions]
    held = against(kept[-1].document, ground) if ground else None
    page = build_rolling(kept, held=held)
    return Looked(page=page, english=is_read(outline(kept[-1].document)))


def text_alone(version: KeptText) -> Looked:
    """A text without any checks, where these would take too long."""
    document = version.kept().document
    parties = find_parties(document)
    showing = Showing(document, parties)
    page = RollingPage(
        title=document.title or version.name,
        version=dict(document.meta).get("version", ""),
        marking=document.marking,
        parties=parties,
        points=len(points(document)),
        statuses=count_statuses(document),
        preamble=showing.paragraphs(document.preamble),
        rows=tuple(rows_of(document, showing, Beside(numbers=numbers_of(document)))),
        closing=showing.paragraphs(document.closing),
    )
    return Looked(page=page, checked=False)


def against(document: Document, ground: Ground) -> HeldAgainst:
    """Hold a text against the record and a deal model."""
    from goodoffices.draft.linking import bears_on, limits_of_voices, mandate_points  # noqa: PLC0415  parsers

    findings = ground.findings
    bears = bears_on(document, findings) if findings else None
    limits = (*_limits(document, ground.model), *(limits_of_voices(bears.voices) if bears else ()))
    return HeldAgainst(
        bears=bears,
        points=mandate_points(document, limits),
        silent=tuple(_silent(document, ground)),
        marking=most_restricted(each.marking for each in findings.of_kind("position")) if findings else None,
    )


def _limits(document: Document, model: str) -> tuple[Limit, ...]:
    from .deal import read_model_text  # noqa: PLC0415  reads YAML

    return limits_of_model(read_model_text(model), document) if model else ()


def _silent(document: Document, ground: Ground) -> Iterator[str]:
    """Issues on the table of which no provision speaks."""
    from goodoffices.draft.check import OnTable, check_coverage  # noqa: PLC0415  parsers
    from goodoffices.draft.linking import find_passages, packages_of_text, voices_of  # noqa: PLC0415  the same

    from .deal import read_model_text  # noqa: PLC0415  as above

    if ground.model:
        known = deal_issues(read_model_text(ground.model))
        linked = set(packages_of_text(document, known).silent)
        on_table = [OnTable(each.id, each.id, each.names) for each in known]
        yield from (each.id for each in check_coverage(document, on_table).silent if each.id in linked)
    if ground.findings:
        spoken = {issue for each in find_passages(document) for issue in each.issues}
        terms = issues()
        held = dict.fromkeys(each.issue for each in voices_of(ground.findings)[0])
        yield from (terms[each].label for each in held if each not in spoken and each in terms)


def compared(before: KeptText, after: KeptText) -> ComparisonPage:
    """What became of each point from one version to another."""
    return build_comparison(before.kept().document, after.kept().document)


def numbers_changed(page: ComparisonPage) -> tuple[tuple[str, str, str], ...]:
    """What changed in numbers: where, the figures that went, and those that came; words between them left out."""
    found = []
    for change in page.changes:
        out = [
            figure
            for point in change.a
            for piece in point.pieces
            if piece.kind == "out"
            for figure in _figures(piece.text)
        ]
        new = [
            figure
            for point in change.b
            for piece in point.pieces
            if piece.kind == "in"
            for figure in _figures(piece.text)
        ]
        if change.change not in {"new", "dropped", "unknown"} and sorted(out) != sorted(new):
            place = next((each.number for each in (*change.b, *change.a) if each.number), change.label)
            found.append((place, ", ".join(out), ", ".join(new)))
    return tuple(found)


def _figures(text: str) -> list[str]:
    return [word.strip(".,;:()[]|") for word in text.split() if any(sign.isdigit() for sign in word)]


def read_handed(data: bytes, form: str, changes: str) -> tuple[str, tuple[str, ...]]:
    """Read a file that was handed in.

    Args:
        data: Its bytes.
        form: "markdown", "text", "html", "docx" or "akn".
        changes: What becomes of tracked changes: "alternatives", "accepted" or "rejected".

    Returns:
        The text in the Markdown of the trade, and what is wrong with it.
    """
    from goodoffices.draft.imports import read_draft_bytes  # noqa: PLC0415  parsers
    from goodoffices.draft.text import to_markdown  # noqa: PLC0415  the same
    from goodoffices.draft.text.edits import write_ids  # noqa: PLC0415  the same

    document = read_draft_bytes(data, form=form, tolerant=True, changes=changes)
    source = to_markdown(document)
    again = parse_text(source, tolerant=True)
    if not again.faults:
        source = write_ids(again)
    return source, tuple(f"line {each.line}: {each.message}" for each in again.faults)


class ToWrite(msgspec.Struct, frozen=True, kw_only=True):
    """A text that leaves: the earlier one whose changes it shows, for whom, who made it, and when."""

    source: str
    against: str | None
    audience: Marking | None
    author: str
    at: dt.datetime
    name: str


def exported(given: ToWrite, form: str) -> bytes:
    """Write a text for an audience, in a form that others can open."""
    from goodoffices.draft.exports import export  # noqa: PLC0415  writers of many forms

    document = parse_text(given.source, name=given.name, tolerant=True)
    earlier = parse_text(given.against, name=given.name, tolerant=True) if given.against is not None else None
    return export(document, form=form, audience=given.audience, against=earlier, author=given.author, at=given.at)
