"""Turns of phrase: a verb with the words behind it that together show a stance ("turned a deaf ear to")."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import TYPE_CHECKING, cast

import msgspec

from goodoffices.record import Stance

from ..document import Sentence, offset_of, sentence_of
from .claims import main_part
from .frames import frames
from .issues import issue_of_head, issues_in
from .negation import is_negated
from .readings import extent
from .referents import issues_meant

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["LONGEST", "UNREAL", "Idiom", "issue_of_turn", "turn_at"]

LONGEST = 90
"""Characters of a phrase at most."""
UNREAL = frozenset({"if", "unless", "whether", "until", "before", "once", "when", "after", "should", "may", "might"})
"""Words under a verb that make its clause one of what is not, or not yet."""
_NEVER_TURNED = frozenset({"ambiguous", "conditional"})


class Idiom(msgspec.Struct, frozen=True):
    """One entry of `data/idioms.toml` or of `data/turns.toml`."""

    stance: Stance
    of_speaker: bool
    issue: str | None
    pattern: re.Pattern[str]
    of_object: bool = False
    otherwise: str | None = None


@functools.cache
def _turns() -> dict[str, tuple[Idiom, ...]]:
    """The turns of phrase by their verb."""
    data = tomllib.loads(resources.files(__package__).joinpath("data/turns.toml").read_text(encoding="utf-8"))
    found: dict[str, tuple[Idiom, ...]] = {}
    for entry in data["turn"]:
        for verb, tails in entry["verbs"].items():
            turn = Idiom(
                stance=cast("Stance", entry["stance"]),
                of_speaker=entry["holder"] == "speaker",
                issue=entry.get("issue"),
                pattern=re.compile(rf"(?: \w+ly)? (?:{_spelt('|'.join(tails), data['words'])})", re.IGNORECASE),
                of_object=entry.get("about") == "object",
                otherwise=entry.get("otherwise"),
            )
            found[verb] = (*found.get(verb, ()), turn)
    return found


def _spelt(pattern: str, words: dict[str, str]) -> str:
    """A pattern with its placeholders filled in."""
    return functools.reduce(lambda whole, word: whole.replace(f"{{{word}}}", words[word]), words, pattern)


def turn_at(context: Context, verb: Token, sentence: Sentence) -> tuple[Idiom, int] | None:
    """Find the turn of phrase that a verb opens.

    Args:
        context: The report.
        verb: The verb.
        sentence: The sentence that it stands in.

    Returns:
        The turn, its stance turned round where the verb is negated, and the offset where its words end; None if none.
    """
    turns = _turns().get(verb.lemma_.lower())
    if turns is None or any(c.dep_ in {"mark", "aux", "advmod"} and c.lower_ in UNREAL for c in verb.children):
        return None
    if verb.dep_ == "xcomp" and verb.head.lemma_ in frames().verbs:
        return None  # "urged both to keep the door open": the verb above tells the stance
    at = offset_of(verb) + len(verb)
    end = min(sentence.end, at + LONGEST)
    matches = ((turn, turn.pattern.match(context.report.text, at, end)) for turn in turns)
    turn, match = next(((t, m) for t, m in matches if m is not None), (None, None))
    if turn is None or match is None:
        return None
    if not is_negated(verb):
        return turn, match.end()
    turned = None if turn.stance in _NEVER_TURNED else frames().opposites[turn.stance]
    return None if turned is None else (msgspec.structs.replace(turn, stance=turned), match.end())


def issue_of_turn(context: Context, verb: Token, behind: int, end: int, turn: Idiom) -> str | None:
    """Name the issue of a turn of phrase: of what stands behind it, else within it, else of what was told before.

    Args:
        context: The report.
        verb: The verb that opens it.
        behind: Offset where its words end.
        end: Offset where the clause does.
        turn: The turn.
    """
    text = context.report.text
    if turn.of_object:
        things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
        things += [g for c in verb.children if c.i > verb.i for g in c.children if g.dep_ == "nsubj"]
        spans = [extent(thing) for thing in things]
    else:
        spans = [(behind, end), (offset_of(verb) + len(verb), behind)]
    if verb.dep_ == "relcl":  # "the pause that Kyiv had put on the table"
        gap = not any(c.dep_ == "nsubj" and c.tag_ in {"WP", "WDT"} for c in verb.children)
        spans.insert(0 if gap else len(spans), (offset_of(verb.doc[verb.head.left_edge.i]), offset_of(verb)))
    named = (issue_of_head(main_part(text[slice(*span)])) or issues_in(text[slice(*span)]) for span in spans)
    found = next(filter(None, named), None) or issues_meant("it", sentence_of(verb), at=offset_of(verb))
    return next(iter(found or issues_in(context.text_before(sentence_of(verb)))), None)
