"""Reports into a case from Python: files, folders, addresses, or a text at hand."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Marking, NothingReadable, Rejection, Report, make_report
from goodoffices.record.store import Store

if TYPE_CHECKING:
    from goodoffices.read import ReadReport

__all__ = ["Added", "Given", "add_reports"]


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller says of reports: their day, outlet, title, and who may be shown them."""

    published: dt.date | None = None
    outlet: str | None = None
    title: str | None = None
    marking: Marking = Marking.CLEAR


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What came of adding reports.

    Attributes:
        reports: Ids of those that are new in the case.
        known: Ids of those that it held already; nothing was changed.
        statements: How many statements were stored.
        rejections: What was not taken, with the reasons.
    """

    reports: tuple[str, ...]
    known: tuple[str, ...]
    statements: int
    rejections: tuple[Rejection, ...]

    def __repr__(self) -> str:
        told = f"{len(self.reports)} reports added with {self.statements} statements, {len(self.known)} known already"
        left = "".join(f"\n  not taken: {each.what}: {each.reason}" for each in self.rejections)
        return f"<{told}, {len(self.rejections)} not taken>{left}"


def add_reports(store: Store, source: str | os.PathLike[str], given: Given, *, now: Callable[[], dt.datetime]) -> Added:
    """Read reports and keep what they say, each as soon as it is read.

    Args:
        store: The open case.
        source: A file, a folder or an address; or the text of a report itself, which has more than one line.
        given: What is said of them.
        now: Tells the moment at which the record learns it.

    Raises:
        NothingReadable: If no report could be read; the message gives the first reason.
    """
    new: list[str] = []
    known: list[str] = []
    left: list[Rejection] = []
    kept = 0
    for read in _readings(source, given):
        if isinstance(read, Rejection):
            store.reject(read, at=now(), marking=given.marking)
            left.append(read)
            continue
        added = store.add(read.report, read.statements, at=now(), rejections=read.rejections)
        (known if added.known else new).append(added.report)
        kept += 0 if added.known else added.statements
        left += [each for each in read.rejections if each.what == read.report.path]  # it was not read to its end
    if not new and not known:
        reason = f"{left[0].what}: {left[0].reason}" if left else "nothing was found there"
        msg = f"no report could be read: {reason}"
        raise NothingReadable(msg)
    return Added(reports=tuple(new), known=tuple(known), statements=kept, rejections=tuple(left))


def _readings(source: str | os.PathLike[str], given: Given) -> Iterable[ReadReport | Rejection]:
    from goodoffices.read import read_taken, readings  # noqa: PLC0415  the parser: seconds to load
    from goodoffices.read.rules import RulesReader  # noqa: PLC0415  the same

    if isinstance(source, str) and "\n" in source:
        return read_taken(_pasted(source, given), (RulesReader(),))
    return readings([os.fspath(source)], published=given.published, outlet=given.outlet, marking=given.marking)


def _pasted(text: str, given: Given) -> Iterator[Report | Rejection]:
    from goodoffices.read.ingest.dateline import read_head  # noqa: PLC0415  as above
    from goodoffices.read.ingest.decoding import clean, require_words  # noqa: PLC0415  as above
    from goodoffices.read.ingest.titles import one_line, title_of  # noqa: PLC0415  as above
    from goodoffices.read.language import detect_language  # noqa: PLC0415  as above
    from goodoffices.record import UnreadableReport  # noqa: PLC0415  as above

    try:
        text = clean(text)
        require_words(text)
    except UnreadableReport as error:
        yield Rejection(what="a pasted text", reason=str(error))
        return
    head = read_head(text)
    title = one_line(given.title or head.title or "") or title_of(text)
    yield make_report(
        text,
        path="a pasted text",
        title=title,
        published=given.published or head.published,
        outlet=given.outlet or head.outlet,
        author=head.author,
        url=head.url,
        language=detect_language(text),
        marking=given.marking,
    )
