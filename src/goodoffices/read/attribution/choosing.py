"""Of all candidates of a paragraph, those that stand: likely enough, one to a cue, no content twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from .candidates import candidates
from .features import features
from .lexicon import lexicon
from .model import Attribution, Candidate, Spans
from .shaping import kind_of, shape
from .sources import Source, source_of
from .spans import content_spans, overlap
from .tree import Tree
from .weights import strength, threshold_of

__all__ = ["Option", "choose", "options"]

_SAME = 0.5
"""Overlap (intersection over union) from which on two contents are one."""

_NESTED = 0.6
"""How likely a cue must be to stand with one that it is nested in or around ("said Russia had warned that ...")."""

_CLEAR = 0.5
"""What a content with quotation marks, or in a that-clause of a verb of speech, needs of the threshold."""


class Option(msgspec.Struct, frozen=True):
    """A candidate with its source, its content as offsets in the paragraph, and its features."""

    found: Candidate
    source: Source
    content: Spans
    features: list[str]


def options(tree: Tree, used: set[int], *, first: bool) -> dict[int, list[Option]]:
    """The candidates of a paragraph by the head of their cue.

    Args:
        tree: The paragraph.
        used: Heads of cues that direct speech rests on; they are left out.
        first: True where it is the first paragraph of its text.
    """
    grouped: dict[int, list[Option]] = {}
    for found in candidates(tree):
        if found.head in used:
            continue
        content = content_spans(tree, found.content)
        if content:
            source = source_of(tree, found)
            option = Option(found, source, content, features(tree, found, source, first=first))
            grouped.setdefault(found.head, []).append(option)
    return grouped


def choose(
    tree: Tree, used: set[int], taken: Sequence[Spans], *, first: bool, threshold: float | None = None
) -> Iterator[Attribution]:
    """Choose the attributions of a paragraph.

    Args:
        tree: The paragraph.
        used: Heads of the cues that direct speech rests on.
        taken: Contents of direct speech, as offsets in the text.
        first: True where it is the first paragraph of its text.
        threshold: Probability in [0, 1] from which on a cue counts; None for the one that comes with the weights.

    Yields:
        The likeliest first.
    """
    least = threshold_of() if threshold is None else threshold
    judged = (_judge(group) for group in options(tree, used, first=first).values())
    likely = (pair for pair in judged if pair[0] >= _needs(tree, pair[1], least))
    standing: dict[int, list[_Rival]] = {}
    for score, one in sorted(likely, key=lambda pair: -pair[0]):
        content = tuple((start + tree.offset, end + tree.offset) for start, end in one.content)
        rival = _Rival(tree.starts[one.found.head] + tree.offset, content)
        rivals = standing.setdefault(tree.sentence[one.found.head], [])
        sure = score >= _NESTED or _told(tree, one)
        if any(overlap(content, other) >= _SAME for other in taken):
            continue
        if all(sure and rival.nests(other) for other in rivals if overlap(content, other.content) >= _SAME):
            rivals.append(rival)
            shaped = shape(
                tree, one.found.head, one.source, content, frame=one.found.frame, score=score, found=one.found
            )
            if not _is_mute(shaped):
                yield shaped


def _is_mute(one: Attribution) -> bool:
    """Does a thing act on something, without a clause that it could say ("snow covered it")?"""
    return one.source_kind in {"thing", "things"} and not one.propositional


class _Rival(msgspec.Struct, frozen=True):
    """A cue, by its offset, and its content."""

    cue: int
    content: Spans

    def nests(self, other: _Rival) -> bool:
        """Does the cue of one stand in the content of the other?"""
        return _inside(self.cue, other.content) or _inside(other.cue, self.content)


def _inside(offset: int, spans: Spans) -> bool:
    return any(start <= offset < end for start, end in spans)


def _by_score(pair: tuple[float, Option]) -> float:
    return -pair[0]


def _needs(tree: Tree, one: Option, least: float) -> float:
    """What an option needs to stand: less where the words themselves leave little doubt."""
    plain = kind_of(tree, one.content) == "indirect" and not _told(tree, one)
    return least if plain else least * _CLEAR


def _told(tree: Tree, one: Option) -> bool:
    """Is it a verb or noun of speech with a that-clause and a source?"""
    if one.source.head < 0 or tree.words[one.found.content[0][0]] != "that":
        return False
    classes = lexicon().classes(one.found.part, tree.lemmas[one.found.head])
    return bool(classes) and lexicon().manners[classes[0]] == "speech" and one.found.frame in _TOLD


_TOLD = frozenset({"ccomp", "ccomp|dobj", "noun:acl:that"})


def _judge(group: Sequence[Option]) -> tuple[float, Option]:
    """How likely one cue attributes something, and the option that shares most with what it then attributes.

    The options of a cue and "none of them" are the outcomes of one multinomial logistic model.
    """
    strengths = [strength(one.features) for one in group]
    total = sum(strengths)
    if len(group) == 1:
        return total / (1 + total), group[0]
    shares = [
        sum(weight * overlap(one.content, other.content) for weight, other in zip(strengths, group, strict=True))
        for one in group
    ]
    return total / (1 + total), group[shares.index(max(shares))]
