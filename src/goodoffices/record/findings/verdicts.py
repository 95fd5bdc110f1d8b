"""What analysts said, applied: what drops out, what stands instead, which are one and which are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import Content
from goodoffices.record.finding import Finding
from goodoffices.record.judgement import Judgement, Verdict
from goodoffices.record.release import Marking, most_restricted
from goodoffices.record.statement import Statement

__all__ = ["Apart", "Rulings", "judgements_on", "rule", "standing"]

_PAIRS = (Verdict.SAME_AS, Verdict.NOT_SAME)


class Apart(msgspec.Struct, frozen=True, order=True):
    """One side of a `not-same`: nothing on it may be merged with anything on the `other`."""

    judgement: str
    second: bool

    @property
    def other(self) -> Apart:
        """The side that it must keep apart from."""
        return Apart(judgement=self.judgement, second=not self.second)


class Rulings(msgspec.Struct, frozen=True, kw_only=True):
    """The judgements that count, by statement.

    Attributes:
        words: Statement id -> the latest word on it (confirm, reject, correct, unsure).
        same: Statement ids that are one thing, a group for each judgement, the latest judgement first.
        apart: Statement id -> the sides of `not-same` judgements that it is on.
        markings: Statement id -> the marking of the judgements that shape what it becomes.
    """

    words: dict[str, Judgement]
    same: tuple[tuple[str, ...], ...]
    apart: dict[str, frozenset[Apart]]
    markings: dict[str, Marking]

    def rejected(self, statement: str) -> bool:
        """Has an analyst rejected it?"""
        word = self.words.get(statement)
        return word is not None and word.verdict is Verdict.REJECT

    def correction(self, statement: str) -> Content | None:
        """The content that should stand instead, or None."""
        word = self.words.get(statement)
        return word.correction if word is not None and word.verdict is Verdict.CORRECT else None

    def verdict(self, statements: Iterable[Statement]) -> Verdict:
        """The latest word on any of `statements`; `NO_JUDGEMENT` where there is none.

        Whoever adds a statement by hand stands for it as one who confirms it does, until somebody says otherwise.
        """
        words: list[tuple[float, str, Verdict]] = []
        for statement in statements:
            if (word := self.words.get(statement.id)) is not None:
                words.append((*_time(word), word.verdict))
            if statement.added is not None and statement.added.vouched:
                words.append((statement.added.at.timestamp(), statement.id, Verdict.CONFIRM))
        return max(words, key=lambda word: word[:2])[2] if words else Verdict.NO_JUDGEMENT

    def marking(self, statement: str) -> Marking:
        """Who may be shown what the judgements made of it."""
        return self.markings.get(statement, Marking.CLEAR)


def _time(judgement: Judgement) -> tuple[float, str]:
    return judgement.at.timestamp(), judgement.id


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody has taken back, the earliest first; a retraction can be taken back too."""
    retracted: set[str] = set()
    left: list[Judgement] = []
    for judgement in sorted({j.id: j for j in judgements}.values(), key=_time, reverse=True):
        if judgement.id in retracted:
            continue
        if judgement.verdict is Verdict.RETRACT:
            retracted.add(judgement.target)
        else:
            left.append(judgement)
    return tuple(reversed(left))


def judgements_on(finding: Finding, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """All that anyone says of a finding or of a statement that it rests on, the earliest first, nobody left out.

    Args:
        finding: A finding, as `build` made it.
        judgements: The judgements that the audience may see.

    Returns:
        Those that stand (are not retracted); of one person or of several, agreeing or not.
    """
    about = {finding.id, *finding.statements}
    return tuple(j for j in standing(judgements) if about & {*_targets(j), *_others(j), j.target})


def _targets(judgement: Judgement) -> tuple[str, ...]:
    return judgement.statements or (judgement.target,)


def _others(judgement: Judgement) -> tuple[str, ...]:
    return judgement.other_statements or ((judgement.other,) if judgement.other else ())


def _latest_pairs(judgements: Sequence[Judgement]) -> Iterator[Judgement]:
    """The latest word on each two targets, the latest first: `same-as` and `not-same` take each other's place."""
    seen = set()
    for judgement in reversed(judgements):
        pair = frozenset((judgement.target, judgement.other))
        if judgement.verdict in _PAIRS and judgement.other and pair not in seen:
            seen.add(pair)
            yield judgement


def rule(judgements: Iterable[Judgement]) -> Rulings:
    """Sort the judgements that stand by the statements they hold for, the latest of a target counting."""
    stands = standing(judgements)
    words = {s: j for j in stands if j.verdict not in _PAIRS for s in _targets(j)}
    pairs = list(_latest_pairs(stands))
    apart: dict[str, set[Apart]] = defaultdict(set)
    shaping: dict[str, list[Marking]] = defaultdict(list)
    for statement, judgement in words.items():
        shaping[statement].append(judgement.marking)
    for judgement in pairs:
        for second, side in enumerate((_targets(judgement), _others(judgement))):
            for statement in side:
                shaping[statement].append(judgement.marking)
                if judgement.verdict is Verdict.NOT_SAME:
                    apart[statement].add(Apart(judgement=judgement.id, second=bool(second)))
    corrected = [_targets(j) for j in stands if j.verdict is Verdict.CORRECT and len(_targets(j)) > 1]
    same = [(*_targets(j), *_others(j)) for j in pairs if j.verdict is Verdict.SAME_AS]
    return Rulings(
        words=words,
        same=tuple(same + corrected),
        apart={statement: frozenset(sides) for statement, sides in apart.items()},
        markings={statement: most_restricted(markings) for statement, markings in shaping.items()},
    )
