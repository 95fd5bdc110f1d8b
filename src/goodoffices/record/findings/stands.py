"""Where a party stands on a matter, so that two accounts of it can be seen to contradict each other."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import msgspec

from goodoffices.record.content import PositionContent, Stance

from . import lexicon
from .cast import Cast
from .lexicon import Pole
from .telling import at_once, denies_accord, drops
from .wording import main_clause, matter, stem, tokens, turned

__all__ = ["Stand", "make_stand"]

_REACH = 4
"""Words between a word of refusal or renunciation and the cue that it turns, at most."""
_STEM = 4
_NAME = re.compile(r"(?<=[\w,] )[A-Z\u00c0-\u00de]\w+")
"""A word with a capital inside a clause: a name."""
_OTHERS = "others"
_SELF = frozenset({"its", "own", "our", "ours", "their", "his", "her", "my"})
_BEHIND = frozenset({"by", "for", "from", "to", "toward", "towards", "with"})
_BEFORE = 2
"""Words between a word of use or breach and the cue that it takes the point from, at most."""
_EXCLUSION = re.compile(r", (?:but )?(?:excluding|barring|except|other than)\b")
"""Behind it stands what the wish leaves out, which does not turn the wish round."""
_HEDGES = frozenset({"unless", "until", "without", "if", "before", "while"})


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """A position, read for what it says of the matter.

    Attributes:
        sign: 1 where the party is for it, -1 where against, 0 where neither is said.
        pole: 1 where it keeps, -1 where it gives (`data/poles.toml`), 0 where neither is said.
        hedged: True where it depends on something.
        at_once: True where it comes at once, or on no condition.
        dropped: True where a demand was dropped.
        denied: True where the party denies to have agreed to it.
        words: Stems that carry the matter, without words of refusal.
        names: Those of `words` that are proper names.
        rest: Those of `words` that name an object, not the issue, the cue or the party.
        owners: Whose it is: ids of other actors, "self", "others"; empty where it is left open.
    """

    sign: int
    pole: int
    hedged: bool
    at_once: bool
    dropped: bool
    denied: bool
    words: frozenset[str]
    names: frozenset[str]
    rest: frozenset[str]
    owners: frozenset[str]

    def meets(self, other: Stand, issue: str) -> bool:
        """Are the two of one matter, as far as the poles of an issue go?"""
        pole = lexicon.poles()[issue]
        if pole.owned and not _one_owner(self.owners, other.owners):
            return False
        if self.rest & other.rest:
            return True
        return pole.one_matter and not (self.rest and other.rest)


def _one_owner(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other or one & other:
        return True
    return any(_OTHERS in first and second - {"self"} for first, second in ((one, other), (other, one)))


def make_stand(said: PositionContent, cast: Cast, sentence: str = "") -> Stand:
    """Read a position.

    Args:
        said: What it says.
        cast: Who is who.
        sentence: The sentence that bears it out; it says what "it" or "one" is, and whether a demand was dropped.
    """
    refusing, dropped = said.stance == "rejects", drops(sentence, said.text)
    pole = lexicon.poles().get(said.issue)
    words = _words(said, said.text, cast) or _words(said, sentence, cast)
    names = words & _names(said.text, cast)
    way = _way(said, pole) if pole else 0
    return Stand(
        sign=-1
        if dropped
        else _sign(said.stance) * (-1 if turned(_EXCLUSION.split(said.text)[0] or said.text, refusing=refusing) else 1),
        pole=0 if dropped else way,
        hedged=_hedged(said),
        at_once=not refusing and at_once(said.text),
        dropped=dropped,
        denied=refusing and denies_accord(sentence),
        words=words,
        names=names,
        rest=_rest(names if pole.one_matter else words, pole) if pole else words,
        owners=_owners(said, cast, way),
    )


def _words(said: PositionContent, text: str, cast: Cast) -> frozenset[str]:
    return matter(main_clause(text), "stance") - _turns() - cast.words(said.party)


def _hedged(said: PositionContent) -> bool:
    return said.stance == "conditional" or bool(said.condition) or bool(_HEDGES & set(tokens(said.text)))


def _names(text: str, cast: Cast) -> frozenset[str]:
    """Stems of the proper names in a clause; its first word counts only where it is an actor's."""
    named = {stem(word) for name in _NAME.findall(text) for word in tokens(name)}
    return frozenset(named | {stem(word) for word in tokens(text)[:1] if cast.named(word)})


def _sign(stance: Stance) -> int:
    return {"rejects": -1, "ambiguous": 0}.get(stance, 1)


@functools.cache
def _turns() -> frozenset[str]:
    lists = lexicon.words()
    return frozenset(stem(word) for word in lists.refusals | lists.renouncing | lists.talking)


def _way(said: PositionContent, pole: Pole) -> int:
    """Does the party keep (1) or give (-1)?"""
    found = tokens(said.text)
    if _cues(found, pole.closed):
        return 1
    refusing = said.stance == "rejects"
    if pole.off_table and not _cues(found, pole.give) and _off_the_table(found, refusing=refusing):
        return 1
    ways = {_turn(found, at, 1, refusing=refusing) for at in _cues(found, pole.keep)}
    ways |= {_turn(found, at, -1, refusing=refusing) for at in _cues(found, pole.give)}
    return ways.pop() * _sign(said.stance) if len(ways) == 1 else 0


def _cues(found: Sequence[str], cues: tuple[str, ...]) -> list[int]:
    """Places in `found` where a cue begins that is no mere means ("use the ceasefire to rearm")."""
    means = lexicon.words().means
    begun = (at for at in range(len(found)) if any(_begins(found, at, parts) for parts in _split(cues)))
    return [at for at in begun if not means.intersection(found[max(at - _BEFORE, 0) : at])]


def _off_the_table(found: Sequence[str], *, refusing: bool) -> bool:
    """Does the party refuse to talk of it?"""
    lists = lexicon.words()
    return bool(lists.talking & set(found)) and (refusing or bool(lists.refusals & set(found)))


@functools.cache
def _split(cues: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cue.split()) for cue in cues)


def _begins(found: Sequence[str], at: int, parts: Sequence[str]) -> bool:
    if not found[at].startswith(parts[0]) or at + len(parts) > len(found):
        return False
    return all(word.startswith(part) for word, part in zip(found[at : at + len(parts)], parts, strict=True))


def _turn(found: Sequence[str], at: int, way: int, *, refusing: bool) -> int:
    """Turn a cue's way round for each word of renunciation (and of refusal, unless the stance holds it) before it."""
    lists = lexicon.words()
    before = found[max(at - _REACH, 0) : at]
    turns = sum(word in lists.renouncing for word in before)
    if not refusing:
        turns += any(word in lists.refusals for word in before)
    return way if turns % 2 == 0 else -way


def _rest(words: frozenset[str], pole: Pole) -> frozenset[str]:
    """Words that name an object: not the issue's own words, and none of its cues."""
    own = (*pole.words, *(part for cue in (*pole.keep, *pole.give, *pole.closed) for part in cue.split()))
    return frozenset(word for word in words if not any(_akin(word, part) for part in own))


def _akin(word: str, part: str) -> bool:
    """Do a stem and a cue begin alike?"""
    return word.startswith(part) or (len(word) >= _STEM and part.startswith(word))


def _owners(said: PositionContent, cast: Cast, way: int) -> frozenset[str]:
    """Whose the matter is: as the clause names them, else as the stance implies."""
    found = tokens(said.text)
    named = [cast.named(word) for at, word in enumerate(found) if at == 0 or found[at - 1] not in _BEHIND]
    owners = frozenset("self" if actor == said.party else actor for actor in named if actor)
    if owners - {"self"}:
        return owners - {"self"}
    if owners or _SELF & set(found) or said.stance == "rejects":
        return frozenset({"self"})
    if said.stance == "demands":
        return frozenset({"self" if way > 0 else _OTHERS})
    return frozenset()
