"""What a word looks like that may tell of a meeting, in names that weights can be given to."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["may_tell", "traits_of_sentence", "traits_of_word"]

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "attr", "prt", "advmod", "agent", "xcomp"})
_HELPS = frozenset({"aux", "auxpass", "neg", "det", "poss", "nummod", "mark"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TIMES = frozenset({"DATE", "TIME"})
_MANY = 4


def may_tell(token: Token) -> bool:
    """Is it a verb or a noun, outside a name, that can be asked for at all?"""
    if token.pos_ == "VERB":
        return True
    return token.pos_ == "NOUN" and token.dep_ != "compound" and not token.ent_type_


def traits_of_sentence(context: Context, sentence: Sentence) -> set[str]:
    """What holds for all words of a sentence: how many sides, a place, a time, whose words they are, its words."""
    actors = context.actors_in(sentence.start, sentence.end)
    sides = len({context.roster.party(actor) for actor in actors})
    persons = sum(context.roster.actors[actor].kind == "person" for actor in actors)
    place = any(token.ent_type_ in _PLACES and not context.roster.at(token) for token in sentence.span)
    dated = sentence.start == sentence.block.start and context.entry_day(sentence.start) is not None
    when = dated or context.time_in(sentence.start, sentence.end) is not None
    said = context.is_said(sentence.start + 1, sentence.end - 1)
    return {
        "",  # what holds everywhere
        f"sides={min(sides, _MANY)}",
        f"persons={min(persons, _MANY)}",
        f"place+when={int(place)}{int(when)}",
        f"said={int(said)}",
        f"block={sentence.block.kind}",
        *(f"near={_what(context, token)}" for token in sentence.span if not token.is_punct),
    }


def traits_of_word(context: Context, token: Token) -> set[str]:
    """What the word is, what hangs on it, and on what it hangs."""
    part, lemma = token.pos_, token.lemma_.lower()
    kinds = _sets().get(lemma, ())
    names = (lemma, part, *(f"{part}:{kind}" for kind in kinds))
    return {
        f"word={part}:{lemma}",
        f"tag={token.tag_}",
        f"dep={part}:{token.dep_}",
        *(f"kind={part}:{kind}" for kind in kinds),
        *(f"kind+tag={kind}:{token.tag_}" for kind in kinds),
        *(f"kind+dep={kind}:{token.dep_}" for kind in kinds),
        *(f"{name}>{below}" for below in _below(context, token) for name in names),
        *_above(context, token, names, kinds),
    }


def _below(context: Context, token: Token) -> Iterator[str]:
    """What hangs on a word: its helping words, its arguments, and what stands behind its prepositions."""
    for child in token.children:
        if child.dep_ in _HELPS:
            yield f"{child.dep_}>{'NUM' if child.dep_ == 'nummod' else child.lower_}"
        elif child.dep_ in _ARGUMENTS:
            yield f"{child.dep_}>{_what(context, child)}"
        elif child.dep_ == "prep":
            yield f"prep>{child.lower_}"
            yield from (f"{child.lower_}>{_what(context, c)}" for c in child.children if c.dep_ == "pobj")


def _above(context: Context, token: Token, names: Iterable[str], kinds: Iterable[str]) -> Iterator[str]:
    """On what a word hangs, and how."""
    head = token.head
    if head == token:
        return
    what = _what(context, head)
    yield from (f"{name}<{token.dep_}<{what}" for name in names)
    for kind in _sets().get(head.lemma_.lower(), ()):
        yield f"{token.pos_}<{token.dep_}<{head.pos_}:{kind}"
        yield from (f"{mine}<{token.dep_}<{head.pos_}:{kind}" for mine in kinds)


def _what(context: Context, token: Token) -> str:
    """A side, a person, a place, a time, a number; else the word itself."""
    at = context.roster.at(token)
    if at:
        return "PERSON" if context.roster.actors[at[0]].kind == "person" else "SIDE"
    if token.ent_type_ in _PLACES:
        return "PLACE"
    if token.ent_type_ == "PERSON":
        return "PERSON"
    if token.ent_type_ in _TIMES and token.pos_ not in {"NOUN", "ADV"}:
        return "WHEN"
    return "NUM" if token.like_num else token.lemma_.lower()


@functools.cache
def _sets() -> dict[str, tuple[str, ...]]:
    """In which of the sets of words of meetings a lemma is."""
    found: dict[str, set[str]] = {}
    for words in (meeting_words(), encounter_words()):
        for name in words.__struct_fields__:
            held = getattr(words, name)
            for word in held if isinstance(held, frozenset) else ():
                found.setdefault(word, set()).add(name)
    return {word: tuple(sorted(names)) for word, names in found.items()}
