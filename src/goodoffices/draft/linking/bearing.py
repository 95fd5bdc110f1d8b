"""Which positions of a record bear on which provision of a text: who asks for it, and who speaks against it.

1. Links that the text has (``{statements=s-...}``) come first.
2. Else by issue and wording: how much of the position's words a passage says, rare words weighing more.
3. The stance gives the direction; a denial in the one and not in the other turns it round.

Weak likeness, another number or another actor is ``unsure``: a person must read it. Likeness is of words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record import Findings

from ..text import Document
from .likeness import Index, denied, key_words, other_number, same_unit
from .passages import Passage, find_passages
from .voices import People, Voice, voices_of

__all__ = ["Bearing", "BearsOn", "Direction", "Unanswered", "bears_on"]

Direction: TypeAlias = Literal["for", "against", "on a condition", "unsure"]

_SURE = 0.6
"""Share of a position's words that a passage must say for the wording to be sure, where both are on one issue."""
_SURE_ELSEWHERE = 0.75
"""The same where they are on different issues, or the passage is on none."""
_NEAR = 0.4
_MOST = 8
"""Passages that one position is set beside at most, the likest."""


class Bearing(msgspec.Struct, frozen=True, kw_only=True):
    """One position and the passage that it bears on.

    Attributes:
        voice: The position.
        direction: Whether it asks for the passage, speaks against it, would bear it on a condition, or nobody can tell.
        how: ``link`` where the text links its statement, ``words`` where issue and wording say so.
        likeness: Share of the position's words in the passage, weighed by rarity, in [0, 1].
        provision: Id of the provision.
        bracket: Number of the bracket, from 1; 0 for words outside brackets.
        alternative: Number of the alternative, from 1; 0 outside brackets.
        wanted_by: The parties that want the alternative.
        words: The passage.
        span: Where it stands in the source.
        reason: Why it is unsure, or "".
    """

    voice: Voice
    direction: Direction
    how: Literal["link", "words"]
    likeness: float
    provision: str
    bracket: int = 0
    alternative: int = 0
    wanted_by: tuple[str, ...] = ()
    words: str = ""
    span: tuple[int, int] = (0, 0)
    reason: str = ""


class Unanswered(msgspec.Struct, frozen=True):
    """A position that no passage bears on, and the provisions that speak of its issue all the same."""

    voice: Voice
    on_issue: tuple[str, ...]


class BearsOn(msgspec.Struct, frozen=True, dict=True):
    """A text and what a record has to say of it.

    Attributes:
        provisions: Ids of all provisions, in order, each with what bears on it; the surest first.
        unanswered: The positions that have no reply in the text.
        passages: What the text was taken apart into.
        voices: All positions of the record.
        people: The actors of the record.
    """

    provisions: Mapping[str, tuple[Bearing, ...]]
    unanswered: tuple[Unanswered, ...]
    passages: tuple[Passage, ...]
    voices: tuple[Voice, ...]
    people: People

    @property
    def conflicts(self) -> tuple[Bearing, ...]:
        """Who opposes which provision: red lines first, then the surest."""
        found = [each for bearings in self.provisions.values() for each in bearings if each.direction == "against"]
        return tuple(sorted(found, key=lambda each: (not each.voice.firm, each.how != "link", -each.likeness)))


def bears_on(document: Document, findings: Findings) -> BearsOn:
    """Hold every provision against every position of a record.

    Args:
        document: A text.
        findings: What the record comes to for one audience; nothing else is looked at.
    """
    voices, people = voices_of(findings)
    passages = find_passages(document)
    found = _Held(passages, people)
    by_provision: dict[str, list[Bearing]] = {each.id: [] for each in document.provisions}
    unanswered = []
    for voice in voices:
        bearings = found.bearings(voice)
        for each in bearings:
            by_provision[each.provision].append(each)
        if not bearings:
            on_issue = dict.fromkeys(each.provision for each in passages if voice.issue in each.issues)
            unanswered.append(Unanswered(voice, tuple(on_issue)))
    order = {"for": 0, "against": 0, "on a condition": 1, "unsure": 2}
    sorted_ones = {
        name: tuple(sorted(each, key=lambda one: (order[one.direction], one.how != "link", -one.likeness)))
        for name, each in by_provision.items()
    }
    return BearsOn(sorted_ones, tuple(unanswered), passages, voices, people)


class _Held:
    """The passages of a text, ready to be held against positions."""

    def __init__(self, passages: Sequence[Passage], people: People) -> None:
        self._passages, self._people = passages, people
        self._own = [key_words(each.words) for each in passages]
        self._index = Index([own | key_words(each.heading) for own, each in zip(self._own, passages, strict=True)])
        self._names = [people.named_in(each.words) for each in passages]
        self._linked: dict[str, list[int]] = {}
        for place, each in enumerate(passages):
            for name in each.links.statements:
                self._linked.setdefault(name, []).append(place)

    def bearings(self, voice: Voice) -> list[Bearing]:
        """What a position bears on; one for each alternative or provision, the likest passage of it."""
        wanted = key_words(voice.text)
        shares = self._index.shares(wanted) if wanted else {}
        linked = dict.fromkeys(
            place for name in (voice.finding, *voice.statements) for place in self._linked.get(name, ())
        )
        likely = sorted(
            (place for place in shares if place not in linked), key=lambda place: (-shares[place][0], place)
        )
        found: dict[tuple[str, int, int], Bearing] = {}
        for place in (*linked, *self._near(voice, likely, shares, wanted)):
            share, common = shares.get(place, (0.0, frozenset[str]()))
            bearing = self._bearing(voice, place, share, common, linked=place in linked, whole=wanted)
            key = (bearing.provision, bearing.bracket, bearing.alternative)
            if key not in found or _rank(bearing) < _rank(found[key]):
                found[key] = bearing
        return list(found.values())

    def _near(
        self,
        voice: Voice,
        likely: Sequence[int],
        shares: Mapping[int, tuple[float, frozenset[str]]],
        wanted: frozenset[str],
    ) -> Iterator[int]:
        count = 0
        for place in likely:
            share, common = shares[place]
            passage = self._passages[place]
            same = voice.issue in passage.issues
            enough = share >= (_NEAR if same else _SURE_ELSEWHERE) and (len(common) > 1 or (same and len(wanted) == 1))
            # a heading over the words is no answer by itself: some of them must be the passage's own
            if enough and self._own[place] & common and not passage.is_heading:
                yield place
                count += 1
            if count >= _MOST:
                return

    def _bearing(
        self, voice: Voice, place: int, share: float, common: frozenset[str], *, linked: bool, whole: frozenset[str]
    ) -> Bearing:
        passage = self._passages[place]
        direction, reason = self._direction(voice, place, share, common, linked=linked, whole=whole)
        # what is said outside the alternative is said whichever is taken
        chosen = linked or bool(common & key_words(passage.own)) or same_unit(voice.text, passage.own)
        return Bearing(
            voice=voice,
            direction=direction,
            how="link" if linked else "words",
            likeness=round(share, 3),
            provision=passage.provision,
            bracket=passage.bracket if chosen else 0,
            alternative=passage.alternative if chosen else 0,
            wanted_by=passage.wanted_by if chosen else (),
            words=passage.words,
            span=passage.span,
            reason=reason,
        )

    def _direction(
        self, voice: Voice, place: int, share: float, common: frozenset[str], *, linked: bool, whole: frozenset[str]
    ) -> tuple[Direction, str]:
        passage = self._passages[place]
        same = voice.issue in passage.issues
        if voice.stance == "ambiguous":
            return "unsure", "the position can be read both ways"
        if not linked and share < (_SURE if same else _SURE_ELSEWHERE):
            return "unsure", f"only {share:.0%} of the position's words"
        if not linked and len(whole) == 1:
            return "unsure", "one word in common is all there is"
        if figure := other_number(voice.text, passage.words):
            return "unsure", f"another figure: {figure}"
        named, here = self._people.named_in(voice.text), self._names[place]
        if not linked and named and here and not named & here:
            return "unsure", "the position names others than the passage does"
        return self._by_stance(voice, passage, common, linked=linked)

    def _by_stance(
        self, voice: Voice, passage: Passage, common: frozenset[str], *, linked: bool
    ) -> tuple[Direction, str]:
        refusing = voice.stance == "rejects"
        turned = denied(voice.text, common, refusing=refusing) != denied(passage.words, common)
        if linked and not common:
            return ("for", "") if voice.wants else ("unsure", "the link says not whether it answers or overrides")
        if voice.stance == "conditional":
            return ("against", "the passage denies it") if turned else ("on a condition", "")
        return ("against" if refusing != turned else "for"), ""


def _rank(bearing: Bearing) -> tuple[bool, bool, float]:
    return bearing.how != "link", bearing.direction == "unsure", -bearing.likeness
