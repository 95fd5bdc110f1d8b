"""All that the readers of statements are given of one report: its parse, its actors, who says what, and when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from goodoffices.record import (
    Content,
    Evidence,
    Interval,
    Report,
    Statement,
    fold,
    make_statement,
)
from goodoffices.record.issue_weights import issue_shares

from .actors.gazetteer import names_in
from .actors.roll import call_roll
from .actors.roster import Roster
from .actors.sides import home_state
from .actors.spelled import Spelled
from .attribution import Attribution, find_attributions
from .attribution.colons import find_colons
from .dated import time_in_entry
from .dates import TimeExpression, days_of_labels, find_dates, interval_of
from .dates.within import dated_term
from .document import Passage, Sentence, offset_of, open_passages
from .hearing import FEW, Hearing
from .layout import Block, lay_out
from .pipeline import read_words
from .tabled import open_cells

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["RULES", "Context", "open_context"]

RULES = "rules-en/1"
"""Name and version of the built-in reader, kept with each of its statements."""


class Context:
    """One report, taken apart once. Made by `open_context`.

    Attributes:
        report: The report.
        blocks: Its layout.
        passages: Its parsed headings, paragraphs and items.
        roster: Its actors.
        attributions: Who says what, sorted by the place of the content.
        times: Its time expressions, sorted by place.
        entries: The days over the entries of a log, by where they stand.
        named_in_cells: Where a cell, or a speaker's name, first names a side, by the id of the side.
    """

    def __init__(  # noqa: PLR0917  made in one place only
        self,
        report: Report,
        blocks: tuple[Block, ...],
        passages: tuple[Passage, ...],
        roster: Roster,
        attributions: Iterable[Attribution],
        times: Iterable[TimeExpression],
        entries: Mapping[int, Interval] | None = None,
    ) -> None:
        """Index what was found."""
        self.report = report
        self.blocks = blocks
        self.passages = passages
        self.roster = roster
        self._spelled = Spelled(roster)
        self.attributions = sorted((a for a in attributions if a.content), key=lambda a: a.content[0])
        self.times = sorted(times, key=lambda t: t.span)
        self.named_in_cells: dict[str, Evidence] = {}
        self.entries = entries or {}
        self._time_starts = [t.span[0] for t in self.times]
        self.sentences = [s for p in passages for s in p.sentences]
        self._dated = [block for block in blocks if block.dated is not None]
        self._dated_starts = [block.start for block in self._dated]
        self._tokens = self._index_tokens()
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._said_in = self._index_sayings()

    def _index_tokens(self) -> tuple[list[int], list[Token]]:
        tokens = [token for passage in self.passages for token in passage.doc]
        return [offset_of(token) for token in tokens], tokens

    @cached_property
    def issue_shares(self) -> dict[str, float]:
        """What the report speaks of, by issue (`goodoffices.record.issue_weights.issue_shares`)."""
        return issue_shares(sentence.text for sentence in self.sentences)

    @cached_property
    def hearing(self) -> Hearing:
        """What its sentences tell of, as the listener hears them."""
        return Hearing(self.report.text)

    @property
    def is_short(self) -> bool:
        """Is it too short for anything to be told in passing?"""
        return len(self.sentences) < FEW

    def text_before(self, sentence: Sentence) -> str:
        """The words of the sentence before in the same block, empty for the first."""
        before = self.sentences[sentence.number - 1] if sentence.number else None
        return before.text if before is not None and before.block is sentence.block else ""

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The parsed tokens that start in ``[start, end)`` of the text."""
        starts, tokens = self._tokens
        return tokens[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]

    def actors_in(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the actors that are meant in ``[start, end)``, in the order of the text, each once."""
        return tuple(dict.fromkeys(a for token in self.tokens_in(start, end) for a in self.roster.at(token)))

    def head_actors(self, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
        """Ids of the actors that a phrase is: those of its head and what is joined to it, not of its modifiers."""
        for head in self._heads(spans):
            named = self._named_beside(head)
            if named:
                return named
            found = tuple(dict.fromkeys(a for t in _joined(head) for a in self.roster.at(t)))
            if found:
                return found
        return ()

    def _heads(self, spans: Iterable[tuple[int, int]]) -> Iterator[Token]:
        """The heads of phrases."""
        for start, end in spans:
            tokens = self.tokens_in(start, end)
            inside = {(id(t.doc), t.i) for t in tokens}
            heads = [t for t in tokens if (id(t.head.doc), t.head.i) not in inside or t.head is t or t.dep_ == "ROOT"]
            yield from heads or tokens[:1]

    def _named_beside(self, head: Token) -> tuple[str, ...]:
        """The persons whom an apposition names: "her ELN counterpart, Pablo Beltran"."""
        return tuple(
            actor
            for child in head.children
            if child.dep_ == "appos"
            for actor in self.roster.at(child)
            if self.roster.actors[actor].kind == "person"
        )

    def parties_named(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the sides that a few words outside the prose name (a cell, a speaker's name)."""
        doc = read_words(self.report.text[start:end])
        bodies = []
        for name in names_in(doc):
            actor = self.roster.enter(name.entity.name, name.entity.kind, name.entity.iso)
            bodies.append(actor.id)
            written = doc[name.start : name.end].text
            if actor.kind in {"organisation", "group"} and not actor.mentions and written != actor.name:
                actor.aliases[written] += 1  # "NCCT", which the report spells out nowhere
        persons = self.persons_named(start, end)
        found = bodies or [self.roster.party(person) for person in persons] or self._described(start, end)
        for party in found:
            self.named_in_cells.setdefault(party, self.report.evidence(start, end))
        return tuple(dict.fromkeys(found))

    def _described(self, start: int, end: int) -> list[str]:
        """The side that a cell names without its name: "Government", or a body that the report introduces."""
        words = fold(self.report.text[start:end])
        home = home_state(self.roster) or self.roster.government
        if home is not None and words.split(" ")[0] in {"government", "govt"}:
            return [home]
        return list(self._spelled.bodies(words))

    def persons_named(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the persons whose name or surname stands in a few words; of a turn's label, of whom it means."""
        if (start, end) in self.roster.labels:
            return self.roster.labels[start, end]
        return self._spelled.persons(fold(self.report.text[start:end]))

    def time_in(self, start: int, end: int, *, durations: bool = False) -> Interval | None:
        """The first resolved (or said) time in ``[start, end)``, None where the words say nothing of it."""
        at = bisect_right(self._time_starts, start - 1)
        said: Interval | None = None
        for time in self.times[at:]:
            if time.span[0] >= end:
                break
            if time.type in {"DURATION", "SET"} and not durations:
                continue
            interval = interval_of(time)
            if interval.known:
                return interval
            said = said or interval
        return said

    def is_said(self, start: int, end: int) -> bool:
        """Does the text attribute the words in ``[start, end)`` to anyone at all?"""
        return self._attribution_of(start, end) is not None

    def said_by(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of those to whom the text attributes the words in ``[start, end)``: the innermost who says them."""
        best = self._attribution_of(start, end)
        return self.head_actors(best.source) if best else ()

    def sources_of(self, start: int, end: int) -> Iterator[Token]:
        """The heads of the phrases to whom the text attributes the words in ``[start, end)``, whoever they mean."""
        best = self._attribution_of(start, end)
        return self._heads(best.source) if best else iter(())

    def _attribution_of(self, start: int, end: int) -> Attribution | None:
        """The innermost attribution whose content holds ``[start, end)``, of those over its sentence."""
        here = self._said_in.get(bisect_right(self._sentence_starts, start) - 1, ())
        holding = [(last - first, a) for first, last, a in here if first <= start and end <= last]
        return min(holding, key=lambda pair: pair[0])[1] if holding else None

    def _index_sayings(self) -> dict[int, list[tuple[int, int, Attribution]]]:
        """Which stretches of content lie over which sentence."""
        said: dict[int, list[tuple[int, int, Attribution]]] = {}
        for attribution in self.attributions:
            for first, last in attribution.content:
                low = max(0, bisect_right(self._sentence_starts, first) - 1)
                for number in range(low, bisect_right(self._sentence_starts, last - 1)):
                    said.setdefault(number, []).append((first, last, attribution))
        return said

    def state(
        self,
        content: Content,
        evidence: Evidence | tuple[Evidence, ...],
        *,
        said_by: str | None = None,
        when: Interval | None = None,
        basis: str = "",
    ) -> Statement:
        """Make a statement of this reader."""
        spans = evidence if isinstance(evidence, tuple) else (evidence,)
        when = self._when(content, spans[0], when)
        return make_statement(content, spans, reader=RULES, said_by=said_by, when=when, basis=basis)

    def entry_day(self, start: int) -> Interval | None:
        """The days of the entry of a log that stands at an offset, None where it is in none."""
        at = bisect_right(self._dated_starts, start) - 1
        block = self._dated[at] if at >= 0 else None
        inside = block is not None and block.dated is not None and start < block.end
        return self.entries.get(block.dated.start) if inside and block and block.dated else None

    def _when(self, content: Content, evidence: Evidence, when: Interval | None) -> Interval | None:
        """The time of what is told: in a log, where the words give none, that of its entry."""
        day = self.entry_day(evidence.start) if self.entries else None
        return when if day is None else time_in_entry(content, when, day)


def _joined(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from _joined(child)


def open_context(report: Report) -> Context:
    """Take a report apart: layout, parse, actors, attributions, times."""
    blocks = lay_out(report)
    passages = open_passages(report, blocks)
    docs = [(passage.block.start, passage.doc) for passage in passages]
    cells = dict.fromkeys(block.dated for block in blocks if block.dated is not None)
    entries = days_of_labels(((c.start, report.text[c.start : c.end]) for c in cells), report.published)
    headed = [entries.get(p.block.dated.start) if p.block.dated else None for p in passages]
    roster = call_roll((*passages, *open_cells(report, blocks, sum(len(p.sentences) for p in passages))))
    found = find_dates(docs, report.published, [days.latest if days else None for days in headed])
    times = [dated_term(time, report.published) for time in found]
    said = find_attributions(docs)
    said += find_colons(docs, said)
    return Context(report, blocks, passages, roster, said, times, entries)
