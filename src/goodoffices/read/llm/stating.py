"""Entries of an answer as statements: words from the quote, actors from the report, values from the vocabularies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goodoffices.record import (
    Content,
    EventContent,
    Interval,
    IssueStatusContent,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PlanItem,
    PlanVersion,
    PositionContent,
    QuoteContent,
    RoleContent,
    Statement,
    WithheldContent,
    issues,
    make_statement,
)

from ..kinds.issues import issues_in
from ..kinds.stances import frames
from .answer import (
    SaidEvent,
    SaidMechanism,
    SaidMeeting,
    SaidPlan,
    SaidPosition,
    SaidQuote,
    SaidRole,
    SaidStatus,
    SaidWithheld,
)
from .bearing import has_word_for, names_number
from .contrary import FirstReading
from .naming import Names
from .passage import NotBorneOut, Passage, find_passage, find_words, shown

if TYPE_CHECKING:
    from ..context import Context
    from .answer import Said

__all__ = ["Stating"]

_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»]{1,2000})[”\"»]")
_LONGEST_TITLE = 160


class Stating:
    """Writes the entries of an answer about one report as statements; what the report does not bear out is refused."""

    def __init__(self, context: Context, names: Names, *, reader: str, basis: str) -> None:
        """Take the report and its actors; `reader` and `basis` mark each statement as the model's."""
        self._context = context
        self._names = names
        self._first = FirstReading(context)
        self._reader = reader
        self._basis = basis
        self._quoted = [match.span(1) for match in _QUOTED.finditer(context.report.text)]

    def state(self, entry: Said, barred: tuple[tuple[int, int], ...] = ()) -> Statement:
        """Write one entry as a statement.

        Args:
            entry: Any but a `SaidActor`.
            barred: Spans of the report that bear nothing out.

        Raises:
            NotBorneOut: With the reason, where the report does not bear it out.
        """
        passage = find_passage(self._context, entry.quote, entry.sentence, listed=isinstance(entry, SaidPlan))
        if any(start < passage.end and passage.start < end for start, end in barred):
            msg = "its quote stands in words that speak to the machine that reads, not to people"
            raise NotBorneOut(msg)
        if entry.quote.rstrip("\"'”’ ").endswith("?") and not isinstance(entry, SaidQuote):
            msg = "its quote is a question, which says nothing yet"
            raise NotBorneOut(msg)
        content, when, said_by = self._content(entry, passage)
        return make_statement(
            content,
            (self._context.report.evidence(passage.start, passage.end),),
            reader=self._reader,
            said_by=said_by,
            when=when,
            basis=self._basis,
        )

    def _content(  # noqa: PLR0911  one line a kind
        self, entry: Said, passage: Passage
    ) -> tuple[Content, Interval | None, str | None]:
        match entry:
            case SaidRole():
                return self._role(entry, passage), None, None
            case SaidMeeting():
                return self._meeting(entry, passage), self._when(entry.when, passage), None
            case SaidPosition():
                return self._position(entry, passage), None, self._speaker(passage)
            case SaidQuote():
                content = self._quote(entry, passage)
                return content, None, content.speaker
            case SaidPlan():
                return self._plan(entry, passage), None, None
            case SaidMechanism():
                return self._mechanism(entry, passage), None, None
            case SaidStatus():
                return self._status(entry, passage), None, self._speaker(passage)
            case SaidEvent():
                return self._event(entry, passage), self._when(entry.when, passage), self._speaker(passage)
            case SaidWithheld():
                self._require("withheld", "kept", passage)
                by = tuple(sorted({self._names.party(name, passage) for name in entry.by}))
                return WithheldContent(text=self._flat(passage.start, passage.end), by=by), None, None
            case _:
                msg = "an actor is stated where another statement names it"
                raise NotBorneOut(msg)

    def _role(self, entry: SaidRole, passage: Passage) -> RoleContent:
        self._require("roles", entry.tenure, passage)
        title = self._must(entry.title, passage, "title")
        if len(title) > _LONGEST_TITLE:
            msg = f"its title {shown(title)} is too long for an office"
            raise NotBorneOut(msg)
        of = self._names.meant(entry.of, passage) if entry.of else None
        return RoleContent(actor=self._names.meant(entry.actor, passage), title=title, of=of, tenure=entry.tenure)

    def _meeting(self, entry: SaidMeeting, passage: Passage) -> MeetingContent:
        self._require("meetings", entry.status, passage)
        present = {self._names.meant(name, passage) for name in entry.participants}
        if not present:
            msg = "it names nobody who meets"
            raise NotBorneOut(msg)
        return MeetingContent(
            participants=tuple(sorted(present)),
            place=self._may(entry.place, passage, "place"),
            status=entry.status,
            topic=self._may(entry.topic, passage, "topic"),
            convenor=self._names.meant(entry.convenor, passage) if entry.convenor else None,
            condition=self._may(entry.condition, passage, "condition"),
        )

    def _position(self, entry: SaidPosition, passage: Passage) -> PositionContent:
        self._require("positions", entry.stance, passage)
        text = self._must(entry.text, passage, "text")
        around = self._around(passage)
        content = PositionContent(
            party=self._names.party(entry.party, passage),
            issue=self._issue(entry.issue, text, around),
            stance=entry.stance,
            text=text,
            # a red line and a shift are not the model's to claim: the words for a red line are known
            firm=entry.stance in {"rejects", "demands", "accepts"} and frames().firm.search(around) is not None,
            condition=self._may(entry.condition, passage, "condition"),
        )
        if reason := self._first.against_position(content, passage):
            raise NotBorneOut(reason)
        return content

    def _quote(self, entry: SaidQuote, passage: Passage) -> QuoteContent:
        words = entry.text.strip("\"'“”‘’„«» ")
        place = find_words(self._context.report.text, words, ((passage.start, passage.end),))
        if place is None:
            msg = f"its text {shown(entry.text)} is not in its quote"
            raise NotBorneOut(msg)
        if not any(start <= place[0] and place[1] <= end for start, end in self._quoted):
            msg = f"its text {shown(entry.text)} stands in no quotation marks"
            raise NotBorneOut(msg)
        speaker = self._names.meant(entry.speaker, passage)
        others = self._context.said_by(*place)
        if others and speaker not in others:
            msg = f"the report has somebody else say it than {shown(entry.speaker)}"
            raise NotBorneOut(msg)
        return QuoteContent(speaker=speaker, text=self._context.report.text[place[0] : place[1]], direct=True)

    def _plan(self, entry: SaidPlan, passage: Passage) -> PlanContent:
        around = self._around(passage)
        if entry.points is not None and not names_number(entry.points, around):
            msg = f"no words of its quote speak of {entry.points} points"
            raise NotBorneOut(msg)
        items = tuple(
            PlanItem(text, self._issue(item.issue, text, text))
            for item in entry.items
            if (text := self._must(item.text, passage, "item"))
        )
        return PlanContent(
            name=self._must(entry.name, passage, "name"),
            author=self._names.meant(entry.author, passage) if entry.author else None,
            versions=(PlanVersion(points=entry.points),) if entry.points is not None else (),
            items=items,
        )

    def _mechanism(self, entry: SaidMechanism, passage: Passage) -> MechanismContent:
        self._require("mechanisms", entry.status, passage)
        return MechanismContent(
            name=self._must(entry.name, passage, "name"),
            kind=entry.kind,
            led_by=tuple(sorted({self._names.meant(name, passage) for name in entry.led_by})),
            trigger=self._may(entry.trigger, passage, "trigger"),
            status=entry.status,
        )

    def _status(self, entry: SaidStatus, passage: Passage) -> IssueStatusContent:
        self._require("statuses", entry.status, passage)
        text = self._flat(passage.start, passage.end)
        content = IssueStatusContent(
            issue=self._issue(entry.issue, text, self._around(passage)), status=entry.status, text=text
        )
        if reason := self._first.against_status(content, passage):
            raise NotBorneOut(reason)
        return content

    def _event(self, entry: SaidEvent, passage: Passage) -> EventContent:
        self._require("events", entry.kind, passage)
        return EventContent(
            kind=entry.kind,
            actors=tuple(sorted({self._names.meant(name, passage) for name in entry.actors})),
            text=self._flat(passage.start, passage.end),
            place=self._may(entry.place, passage, "place"),
        )

    def _require(self, kind: str, value: str, passage: Passage) -> None:
        """Refuse a value for which the sentence has no word."""
        if not has_word_for(f"{kind}.{value}", self._around(passage)):
            msg = f"no word of its sentence says {value!r}"
            raise NotBorneOut(msg)

    def _must(self, words: str, passage: Passage, field: str) -> str:
        """The words as they stand in the quote, in one line."""
        place = find_words(self._context.report.text, words, ((passage.start, passage.end),)) if words.strip() else None
        if place is None:
            msg = f"its {field} {shown(words)} is not in its quote"
            raise NotBorneOut(msg)
        return self._flat(*place)

    def _may(self, words: str | None, passage: Passage, field: str) -> str | None:
        return self._must(words, passage, field) if words and words.strip() else None

    def _flat(self, start: int, end: int) -> str:
        return " ".join(self._context.report.text[start:end].split())

    def _around(self, passage: Passage) -> str:
        return "\n".join(self._context.report.text[start:end] for start, end in passage.around)

    def _issue(self, claimed: str, text: str, around: str) -> str:
        """The issue that the model gives, unless the words speak of others and not of this one."""
        if claimed not in issues():
            msg = f"{shown(claimed)} is no issue; use one of {', '.join(issues())}"
            raise NotBorneOut(msg)
        found = issues_in(text).keys() | issues_in(around).keys()
        if found and claimed not in found:
            msg = f"its words speak of {', '.join(sorted(found))}, not of {claimed}"
            raise NotBorneOut(msg)
        return claimed

    def _when(self, words: str | None, passage: Passage) -> Interval | None:
        """The time that words of the quote mean; the model's own reckoning is not asked for."""
        if not words or not words.strip():
            return None
        place = find_words(self._context.report.text, words, ((passage.start, passage.end),))
        if place is None:
            msg = f"its time {shown(words)} is not in its quote"
            raise NotBorneOut(msg)
        return self._context.time_in(*place) or Interval(text=self._flat(*place))

    def _speaker(self, passage: Passage) -> str | None:
        said_by = self._context.said_by(passage.start, passage.end)
        return said_by[0] if said_by else None
