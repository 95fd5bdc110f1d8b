"""The sentences of all reports, and what the findings tell of each: who says it, whom it names, on which issue."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import ActorContent, IssueStatusContent, PositionContent, QuoteContent, fold
from goodoffices.record.finding import Finding, Findings
from goodoffices.record.ids import content_id
from goodoffices.record.report import Evidence

from .process_names import Named, Names
from .process_note import Detail, Note, NoteKind
from .process_words import any_of, openers, process_words, role_openers
from .sentences import Sentence, sentences_of

__all__ = ["Setting", "clean", "cut", "hypothetical", "joined_notes"]

_REACH = 1200
"""Characters of the longest evidence that is looked at from a sentence behind its start."""
_BEFORE = 60
"""Characters before a cue in which a word makes it hypothetical or negates it."""
_HEADLINE = 30
"""Words of the longest line without an end mark that can be a headline."""
_DOT = "\u2024"
"""Stands for the full stop of an abbreviation while sentences are matched, one character for one."""
_ABBREVIATION = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\.|[\s,\u2019'-])")
_OTHER_CLAUSE = re.compile(r"[,;:](?=\s)|\s[\u2013\u2014-]\s")


class Setting:
    """All that the rules look at. Sentences of near copies are left out: their originals say the same."""

    def __init__(self, findings: Findings) -> None:
        """Cut the reports into sentences and index the findings by their places."""
        self.findings = findings
        self._reports = {report.id: report for report in findings.reports}
        self.actors = {
            one.content.actor: one.content for one in findings.findings if isinstance(one.content, ActorContent)
        }
        self.names = Names(self.actors.values())
        copies = findings.near_duplicates
        self.sentences: tuple[Sentence, ...] = tuple(
            msgspec.structs.replace(sentence, text=_masked(sentence.text))
            for report in findings.reports
            if report.id not in copies
            for sentence in sentences_of(report)
            if not sentence.asks and not _is_headline(sentence, report.text)
        )
        self._words = {
            (one.report, one.start): frozenset(re.findall(r"\w+", one.text.casefold())) for one in self.sentences
        }
        self._holding: dict[tuple[str, ...], tuple[Sentence, ...]] = {}
        self._places: dict[str, list[tuple[int, int, Finding]]] = defaultdict(list)
        for finding in findings.findings:
            if finding.kind not in {"actor", "role"}:
                for evidence in finding.evidence:
                    self._places[evidence.report].append((evidence.start, evidence.end, finding))
        for places in self._places.values():
            places.sort(key=lambda place: (place[0], place[1], place[2].id))
        self._starts = {report: [place[0] for place in places] for report, places in self._places.items()}
        self._next = {(one.report, one.end): at for at, one in enumerate(self.sentences)}

    def findings_in(self, sentence: Sentence) -> Iterator[Finding]:
        """The findings whose evidence touches a sentence, but for actors and their roles."""
        places = self._places.get(sentence.report, [])
        for start, end, finding in places[
            bisect_left(self._starts.get(sentence.report, []), sentence.start - _REACH) :
        ]:
            if start >= sentence.end:
                return
            if end > sentence.start:
                yield finding

    def may_hold(self, sentence: Sentence, table: str, *names: str) -> bool:
        """Can a sentence hold a phrase of these lists? A cheap look, so that most sentences meet no pattern."""
        return not self._words[sentence.report, sentence.start].isdisjoint(openers(table, *names))

    def holding(self, table: str, *names: str) -> tuple[Sentence, ...]:
        """The sentences that can hold a phrase of these lists; looked up once."""
        if (table, *names) not in self._holding:
            self._holding[table, *names] = tuple(one for one in self.sentences if self.may_hold(one, table, *names))
        return self._holding[table, *names]

    def may_hold_role(self, sentence: Sentence, role: str) -> bool:
        """The same for the verbs and nouns of a role."""
        return not self._words[sentence.report, sentence.start].isdisjoint(role_openers(role))

    def issues_in(self, sentence: Sentence) -> tuple[str, ...]:
        """The issues of the positions and claims that stand in a sentence."""
        found = [
            one.content.issue
            for one in self.findings_in(sentence)
            if isinstance(one.content, PositionContent | IssueStatusContent)
        ]
        return tuple(dict.fromkeys(found))

    def speaker(self, sentence: Sentence) -> str | None:
        """Who says a sentence, where all that stands in it has one speaker; None where the report says it itself."""
        spoken = set()
        for one in self.findings_in(sentence):
            if isinstance(one.content, QuoteContent):
                spoken.add(one.content.speaker)
            elif one.said_by:
                spoken.add(one.said_by)
        return spoken.pop() if len(spoken) == 1 else None

    def following(self, sentence: Sentence, count: int = 1) -> tuple[Sentence, ...]:
        """The next sentences of the same paragraph."""
        at = self._next[sentence.report, sentence.end] + 1
        behind = self.sentences[at : at + count]
        return tuple(one for one in behind if (one.report, one.line) == (sentence.report, sentence.line))

    def preceding(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The sentence before in the same paragraph, if there is one."""
        at = self._next[sentence.report, sentence.end]
        before = self.sentences[max(at - 1, 0) : at]
        return tuple(one for one in before if (one.report, one.line) == (sentence.report, sentence.line))

    def side(self, actor: str) -> str:
        """The side that an actor speaks for, up to the last; itself where none is known."""
        seen: set[str] = set()
        while actor not in seen:
            seen.add(actor)
            known = self.actors.get(actor)
            if known is None or known.side is None or known.side not in self.actors:
                return actor
            actor = known.side
        return actor

    def named(self, text: str) -> tuple[str, ...]:
        """The actors that a text names, each once, in order."""
        return tuple(dict.fromkeys(one.actor for one in self.names.find(text)))

    def places(self, text: str) -> tuple[Named, ...]:
        """Where a text names actors."""
        return self.names.find(text)

    def day(self, report: str) -> dt.date | None:
        """The day of a report, or None."""
        return self._reports[report].published

    def evidence(self, sentence: Sentence) -> Evidence:
        """A sentence as evidence."""
        return self._reports[sentence.report].evidence(sentence.start, sentence.end)

    def note(
        self,
        kind: NoteKind,
        sentence: Sentence,
        text: str,
        *,
        state: str = "",
        who: Iterable[str] = (),
        to: Iterable[str] = (),
        details: Iterable[Detail] = (),
        also: Sequence[Sentence] = (),
    ) -> Note:
        """Make a note of a sentence, and of others that bear it out."""
        evidence = tuple(self.evidence(one) for one in (sentence, *also))
        spans = tuple((e.report, e.start, e.end) for e in evidence)
        return Note(
            id=content_id("n", kind, state, clean(text), spans),
            kind=kind,
            text=clean(text),
            evidence=evidence,
            state=state,
            who=tuple(dict.fromkeys(who)),
            to=tuple(dict.fromkeys(to)),
            details=tuple(details),
            said_by=self.speaker(sentence),
            as_of=self.day(sentence.report),
            issues=self.issues_in(sentence),
        )


def clean(text: str) -> str:
    """A clause without the marks and spaces at its ends."""
    text = " ".join(text.replace(_DOT, ".").replace("**", "").split())
    text = re.sub(r"(?<![A-Z])\.$", "", text.strip(" ,;:-\u2013\u2014"))
    opened = sum(text.count(mark) for mark in '\u201c"') - text.count("\u201d")
    return text if opened in {0, 2} else text.strip('\u201c\u201d"')


def hypothetical(text: str, at: int, *, negated: bool = True) -> bool:
    """Is what stands at `at` only feared, hoped, planned or denied, by a word before it in its clause?"""
    words = process_words()
    before = _OTHER_CLAUSE.split(text[max(at - _BEFORE, 0) : at])[-1]
    phrases = (*words.hypothetical, *(words.negation if negated else ()))
    return re.search(any_of(phrases), before, re.IGNORECASE) is not None


def joined_notes(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Join notes that say the same of the same actors; the first keeps its words, all keep their evidence."""
    kept: dict[tuple[object, ...], Note] = {}
    for note in notes:
        key = (note.kind, note.state, note.who, note.to, fold(note.text))
        other = kept.get(key)
        kept[key] = _both(other, note) if other else note
    return tuple(kept.values())


def _both(one: Note, other: Note) -> Note:
    days = [day for day in (one.as_of, other.as_of) if day]
    return msgspec.structs.replace(
        one,
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        as_of=max(days, default=None),
        issues=tuple(dict.fromkeys((*one.issues, *other.issues))),
        findings=tuple(dict.fromkeys((*one.findings, *other.findings))),
    )


def _masked(text: str) -> str:
    """The text with the full stops of abbreviations ("U.S.") set aside, so that a clause does not end there."""
    return _ABBREVIATION.sub(_DOT, text)


def cut(match: re.Match[str], group: str | int = 0) -> str:
    """A group of a match without the piece of a word at its end, where the pattern's reach ended within one."""
    start, end = match.span(group)
    inside = end < len(match.string) and match.string[end - 1].isalnum() and match.string[end].isalnum()
    said = match.string[start:end]
    return clean(said.rsplit(" ", 1)[0] if inside and " " in said else said)


def _is_headline(sentence: Sentence, text: str) -> bool:
    """Is it a Markdown heading, or a short first line that ends without a mark?"""
    if text.startswith("#", sentence.start):
        return True
    first = not text[: sentence.start].strip()
    return first and sentence.text[-1] not in ".!?\"\u201d\u2019'" and len(sentence.text.split()) <= _HEADLINE
