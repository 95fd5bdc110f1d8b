"""A case as a person works with it in Python."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection, Mapping
from typing import Self

from goodoffices.brief import Brief, build_brief
from goodoffices.desk.actors import actors_of_findings
from goodoffices.desk.audience import Audience
from goodoffices.record import InputError, Judgement, Marking
from goodoffices.record.adding import Addition, add_by_hand
from goodoffices.record.saying import Proposal
from goodoffices.record.store import Store, create_case, open_case
from goodoffices.record.view import View

from .adding import Added, Given, add_reports
from .asking import read_marking, read_moment
from .held import Held, Shown
from .judging import Word, judgement_of
from .questions import Questions

__all__ = ["Case"]


class Case(Questions):
    """One open case, shown to one audience. Take `Case.open`; it is a context manager, and can do without.

    What it comes to is built when it is first asked for, and again when the case has moved on.

    Args:
        store: The open case.
        audience: For whom, and as of when.
    """

    def __init__(self, store: Store, audience: Audience) -> None:
        self._store, self._audience = store, audience
        self._held = Held(store, audience, now=_now)

    @classmethod
    def open(
        cls,
        place: str | os.PathLike[str],
        audience: str | Marking = Marking.RED,
        as_of: str | dt.date | dt.datetime | None = None,
        circles: Collection[str] = (),
    ) -> Self:
        """Open a case.

        Args:
            place: Path of a file, or a ``postgresql://`` URL.
            audience: The most restricted marking that may be shown; RED shows all of it.
            as_of: Show the record as it was known then: a day (to its end, UTC) or a time; None for all that it knows.
            circles: The parties and tracks that the audience belongs to; what is confined to others is left out.

        Raises:
            InputError: If the audience, the moment or a circle cannot be read.
            CaseNotFound: If there is no case at `place`.
            CaseError: If it cannot be opened.
        """
        if isinstance(circles, str):
            circles = (circles,)
        shown_to = Audience.of(read_marking(audience), circles, read_moment(as_of, "as_of"))
        return cls(open_case(place), shown_to)

    @classmethod
    def new(cls, place: str | os.PathLike[str]) -> Self:
        """Make a new, empty case and open it, all of it shown.

        Raises:
            CaseError: If something is there already, or nothing can be written there.
        """
        return cls(create_case(place), Audience.of(Marking.RED))

    @property
    def name(self) -> str:
        """The case as messages name it."""
        return self._store.name

    @property
    def audience(self) -> Marking:
        """The most restricted marking that is shown."""
        return self._audience.marking

    def view(self) -> View:
        """What the audience may see of the record itself."""
        return self._audience.view(self._store)

    def shown(self) -> Shown:
        """What the case comes to now for the audience: findings, brief, and what tables are made from."""
        return self._held.now()

    def brief(self, *, title: str | None = None) -> Brief:
        """Make the brief, with the texts of the reports: `goodoffices.brief` writes it as HTML, Markdown or JSON."""
        return build_brief(self.shown().findings, audience=self.audience, title=title, generated=_now())

    def judge(
        self,
        target: str,
        verdict: str,
        *,
        by: str,
        why: str,
        other: str | None = None,
        correction: Mapping[str, object] | None = None,
        marking: str | Marking = Marking.CLEAR,
    ) -> Judgement:
        """Give your word on a statement, finding or disagreement; nothing is overwritten, ``retract`` takes it back.

        Args:
            target: Its id; with ``retract`` that of a judgement.
            verdict: ``confirm``, ``reject``, ``correct``, ``same-as``, ``not-same``, ``unsure`` or ``retract``.
            by: Who says so.
            why: The reason in words.
            other: Id of the second thing, with ``same-as`` and ``not-same``.
            correction: The fields that change, with ``correct``: ``{"stance": "rejects"}``.
            marking: Who may be shown this word.

        Raises:
            InputError: If something is missing or is no value; the message says which there are.
            NotInCase: If this audience's case holds no such thing.
        """
        self._require_now()
        word = Word(
            target=target,
            verdict=verdict,
            by=by,
            why=why,
            other=other,
            correction=correction,
            marking=read_marking(marking),
        )
        judgement = judgement_of(word, self.view(), self.shown(), _now())
        self._store.judge(judgement)
        return judgement

    def add_finding(
        self,
        report: str,
        kind: str,
        says: Mapping[str, object],
        *,
        by: str,
        words: str = "",
        start: int | None = None,
        end: int | None = None,
        said_by: str = "",
        when: str = "",
        new: Mapping[str, str] = {},
        why: str = "",
        marking: str | Marking = Marking.CLEAR,
    ) -> Addition:
        """Add by hand what the readers missed, from the words of a report.

        Args:
            report: Its id.
            kind: ``position``, ``meeting``, ``quote``, ``mechanism``, ``event``, ... (`goodoffices.record.KINDS`).
            says: The fields of that kind, actors by name or id: ``{"party": "Vesk", "issue": "territory", "stance":
                "rejects"}``. Where ``text`` is left out, it is the words themselves.
            by: Who adds it.
            words: The exact words of the report.
            start: Offset of their first character, in Unicode code points; alone with `end`, in place of the words.
            end: Offset behind their last.
            said_by: Whom the report has say it, by name or id; empty where it says it itself.
            when: When it happened: ``2026-01-05``, or ``2026-01-05/2026-01-07``.
            new: Name -> ``state``, ``organisation``, ``group`` or ``person``, of actors whom the case does not know.
            why: The reason in words.
            marking: Who may be shown it; the report's own marking holds too.

        Raises:
            EvidenceError: If the words are not those of the report.
            UnknownActors: If it names actors whom the case does not know and `new` does not either.
            InputError: If anything else does not fit; the message says what.
            NotInCase: If this audience's case holds no such report.
        """
        self._require_now()
        proposal = Proposal(
            report=report,
            kind=kind,
            says=says,
            words=words,
            start=start,
            end=end,
            said_by=said_by,
            when=when,
            new=new,
            why=why,
            marking=read_marking(marking),
        )
        known = actors_of_findings(self.shown().findings)
        return add_by_hand(self._store, self.view(), proposal, by=by, at=_now(), elsewhere=known)

    def add(
        self,
        source: str | os.PathLike[str],
        *,
        published: str | dt.date | None = None,
        outlet: str | None = None,
        title: str | None = None,
        marking: str | Marking = Marking.CLEAR,
    ) -> Added:
        """Read reports and keep what they say.

        Args:
            source: A file, a folder or an address; or the text of a report itself, which has more than one line.
            published: The day of every report that gives none itself.
            outlet: Who published every report that gives none itself.
            title: Of a text.
            marking: Who may be shown them.

        Raises:
            NothingReadable: If no report could be read; the message gives the first reason.
            InputError: If the day or the marking cannot be read, or the case is shown as of an earlier moment.
        """
        self._require_now()
        given = Given(published=_day(published), outlet=outlet, title=title, marking=read_marking(marking))
        return add_reports(self._store, source, given, now=_now)

    def _require_now(self) -> None:
        if self._audience.as_of is not None:
            msg = "this case is shown as it was known before; open it without as_of to write to it"
            raise InputError(msg)

    def close(self) -> None:
        """Let go of the file or the server."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        as_of = f", as of {self._audience.as_of.isoformat(timespec='minutes')}" if self._audience.as_of else ""
        return f"<Case {self.name!r} as {self._audience.words} sees it{as_of}>"


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _day(asked: str | dt.date | None) -> dt.date | None:
    moment = read_moment(asked, "published")
    return moment.date() if moment else None
