"""What is on the table and the text does not answer: issues, positions, concerns."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import msgspec

from ..sequence import Outline, outline
from ..sequence.words import content, stem, tokens
from ..text import Document, Point
from .definitions import read_data

__all__ = ["Asked", "Coverage", "OnTable", "Trace", "check_coverage"]

_ENOUGH = 0.5


class OnTable(msgspec.Struct, frozen=True):
    """An issue on the table: its id, its label, and words by which a text may speak of it."""

    id: str
    label: str
    terms: tuple[str, ...] = ()


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a party asks for or fears: a position or a concern.

    Attributes:
        id: Id of the statement or finding.
        party: Whose.
        issue: Id of the issue, or "".
        stance: For, against, conditional, ..., as the record has it.
        text: In words.
        terms: Further words by which a text may answer.
    """

    id: str
    party: str
    issue: str = ""
    stance: str = ""
    text: str = ""
    terms: tuple[str, ...] = ()


class Trace(msgspec.Struct, frozen=True):
    """What answers a position: the provisions, how they were found (``link``, ``words``), and the share, 0 to 1."""

    asked: Asked
    provisions: tuple[str, ...]
    how: str
    share: float


class Coverage(msgspec.Struct, frozen=True):
    """What the text answers and what not.

    Attributes:
        silent: Issues of which no provision speaks.
        issues: The provisions that speak of each issue, by its id.
        traces: The positions that find an answer. Words shared do not say that the answer pleases.
        unanswered: The positions that find none.
    """

    silent: tuple[OnTable, ...]
    issues: dict[str, tuple[str, ...]]
    traces: tuple[Trace, ...]
    unanswered: tuple[Asked, ...]


def check_coverage(
    text: Document | Sequence[Point], on_table: Sequence[OnTable], asked: Sequence[Asked] = ()
) -> Coverage:
    """Find which issues and positions a text leaves without an answer.

    Args:
        text: A document, whose links count first, or plain points.
        on_table: The issues.
        asked: The positions and concerns.
    """
    whole = outline(text)
    index = _Index(whole)
    linked = _links(text) if isinstance(text, Document) else {}
    issues = {each.id: _speaking_of(each, index, linked) for each in on_table}
    traces = [_trace(each, index, linked) for each in asked]
    return Coverage(
        silent=tuple(each for each in on_table if not issues[each.id]),
        issues=issues,
        traces=tuple(each for each in traces if each.provisions),
        unanswered=tuple(each.asked for each in traces if not each.provisions),
    )


def _links(document: Document) -> dict[str, tuple[str, ...]]:
    """The provisions that each id of an issue or statement is linked from."""
    found: dict[str, list[str]] = {}
    for each in document.provisions:
        for name in (*each.links.issues, *each.links.statements):
            found.setdefault(name, []).append(each.id)
    return {name: tuple(dict.fromkeys(places)) for name, places in found.items()}


def _speaking_of(issue: OnTable, index: _Index, linked: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    if issue.id in linked:
        return linked[issue.id]
    return tuple(dict.fromkeys(each for term in (issue.label, *issue.terms) for each in index.saying(term)))


def _trace(asked: Asked, index: _Index, linked: dict[str, tuple[str, ...]]) -> Trace:
    if asked.id in linked:
        return Trace(asked, linked[asked.id], "link", 1.0)
    for term in asked.terms:
        if places := index.saying(term):
            return Trace(asked, places, "words", 1.0)
    provision, share = index.nearest(asked.text)
    return Trace(asked, (provision,) if provision else (), "words" if provision else "", share)


class _Index:
    """The stems of each provision, and how telling each stem is."""

    def __init__(self, text: Outline) -> None:
        self._stems: dict[str, set[str]] = {}
        for clause in text.clauses:
            if clause.provision:
                self._stems.setdefault(clause.provision, set()).update(each.stem for each in tokens(clause.text))
        seen = Counter(each for stems in self._stems.values() for each in stems)
        self._weight = {each: math.log(1 + len(self._stems) / number) for each, number in seen.items()}
        self._unseen = math.log(1 + len(self._stems)) or 1.0
        self._vague = {stem(word) for word in read_data("coverage")["vague"]}

    def saying(self, term: str) -> tuple[str, ...]:
        """The provisions in which all words of a term stand."""
        wanted = {each.stem for each in content(tokens(term))}
        return tuple(each for each, stems in self._stems.items() if wanted and wanted <= stems)

    def nearest(self, words: str) -> tuple[str, float]:
        """The provision that shares most of what is telling in some words, and the share; "" below half."""
        wanted = {each.stem for each in content(tokens(words))} - self._vague
        whole = sum(self._weight.get(each, self._unseen) for each in wanted)
        scores = {
            each: sum(self._weight.get(word, self._unseen) for word in wanted & stems) / whole
            for each, stems in self._stems.items()
            if whole
        }
        best = max(scores, key=lambda each: scores[each], default="")
        return (best, round(scores[best], 3)) if best and scores[best] >= _ENOUGH else ("", 0.0)
