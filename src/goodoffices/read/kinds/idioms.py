"""Idioms: set phrases that show a stance though no single word of theirs does ("stays away", "is in no hurry")."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, cast

from goodoffices.record import Stance

from ..document import Sentence, offset_of, sentence_of
from .claims import Claim, claim_issue, is_alike
from .frames import frames
from .holders import holders_of, holders_of_clause, speakers_of
from .interview import question_before
from .issues import issues_in
from .negation import is_negated
from .stances import Cue
from .turns import LONGEST, UNREAL, Idiom, issue_of_turn, turn_at
from .willing import is_inverted

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_idioms"]

_AUXILIARIES = frozenset({"aux", "auxpass", "neg"})


@functools.cache
def _idioms() -> tuple[Idiom, ...]:
    text = resources.files(__package__).joinpath("data/idioms.toml").read_text(encoding="utf-8")
    return tuple(
        Idiom(
            stance=cast("Stance", entry["stance"]),
            of_speaker=entry["holder"] == "speaker",
            issue=entry.get("issue"),
            pattern=re.compile("|".join(entry["patterns"]), re.IGNORECASE),
        )
        for entry in tomllib.loads(text)["idiom"]
    )


@functools.cache
def _any_idiom() -> re.Pattern[str]:
    """One pattern for all, which few places match, so that they are tried one by one at few."""
    return re.compile("|".join(f"(?:{idiom.pattern.pattern})" for idiom in _idioms()), re.IGNORECASE)


def find_idioms(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find the stances of one parsed block that set phrases show.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in _AUXILIARIES:
            continue
        sentence = sentence_of(token)
        if sentence.text.rstrip().endswith("?"):
            continue
        idiom = None if _is_unreal(token) else _idiom_at(context, token)
        if idiom is not None:
            yield from _made(context, token, sentence, idiom)
        elif (turn := turn_at(context, token, sentence)) is not None:
            yield from _made(context, token, sentence, *turn)


def _is_unreal(verb: Token) -> bool:
    """ "If it stays away", "might stay away"."""
    if verb.dep_ == "xcomp" and (is_negated(verb.head) or verb.head.lemma_.lower() in frames().verbs):
        return True  # "do not intend to leave the table"; of "refused to put their names to it" the verb above tells
    if verb.dep_ == "relcl" or any(c.tag_ == "WP" for c in verb.children):
        return True  # "weapons that belong to the state", "what belongs to parliament"
    if is_inverted(verb):
        return True  # "should the rebels stay away"
    return any(c.dep_ in {"mark", "aux", "advmod"} and c.lower_ in UNREAL for c in verb.children)


def _idiom_at(context: Context, verb: Token) -> Idiom | None:
    """The phrase that begins with a verb's first auxiliary, or with the verb."""
    first = min((c.i for c in verb.children if c.dep_ in _AUXILIARIES and c.i < verb.i), default=verb.i)
    end = min(sentence_of(verb).end, offset_of(verb) + LONGEST)
    own = (first,) if any(c.dep_ == "neg" for c in verb.children) else (first, verb.i)  # "did not walk out"
    for at in dict.fromkeys(offset_of(verb.doc[i]) for i in own):
        if _any_idiom().match(context.report.text, at, end) is None:
            continue
        for idiom in _idioms():
            if idiom.pattern.match(context.report.text, at, end):
                return idiom
    return None


def _made(
    context: Context, verb: Token, sentence: Sentence, idiom: Idiom, behind: int | None = None
) -> Iterator[Claim]:
    left, right = verb.doc[verb.left_edge.i], verb.doc[verb.right_edge.i]
    start, end = max(offset_of(left), sentence.start), min(offset_of(right) + len(right), sentence.end)
    start = max(start, context.report.text.rfind(";", start, offset_of(verb)) + 1)
    parties = _speakers(context, verb) if idiom.of_speaker else _doers(context, verb)
    issue = idiom.issue if parties else None
    if parties and issue is None:
        issue = issue_of_turn(context, verb, behind, end, idiom) if behind is not None else None
        issue = issue or _issue(context, (start, end), sentence) or idiom.otherwise
    for party in dict.fromkeys(parties) if issue is not None else ():
        yield Claim(party, idiom.stance, start, end, issue or "other", sentence, "a set phrase")


def _doers(context: Context, verb: Token) -> tuple[str, ...]:
    """Who does it: the subject, or behind a passive whoever stands behind "by"."""
    if any(c.dep_ in {"nsubjpass", "agent"} for c in verb.children):
        return holders_of(context, Cue(verb, "accepts", (), "verb"))
    return holders_of_clause(context, verb)


def _speakers(context: Context, verb: Token) -> tuple[str, ...]:
    """Who says the clause: the subject of the verb of saying above it, else whoever it is attributed to."""
    above = verb.head
    if verb.dep_ == "ccomp" and above.lemma_.lower() in frames().stating:
        return holders_of_clause(context, above)
    # "for the Front, the release of the prisoners comes first"
    things = (t for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" and c.i < verb.i for t in c.children)
    return tuple(p for t in things for p in context.roster.parties_at(t)) or speakers_of(context, verb)


def _issue(context: Context, span: tuple[int, int], sentence: Sentence) -> str | None:
    """What the clause is about; where it only points, what was said or asked before."""
    words, before = context.report.text[slice(*span)], context.text_before(sentence)
    own = next(iter(issues_in(words)), None)
    if own is not None and not (own == "process" and is_alike(words)):  # "will put his name to no such thing"
        return own
    found = claim_issue(words, sentence, question_before(context, sentence), span[0])
    return found or next(iter(issues_in(before)), None)
