"""Clefts: what a clause says is wanted or offered by someone ("it is what Hamas wants", "their price is land")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import offset_of, sentence_of
from .claims import Claim, claim_issue
from .frames import frames
from .governing import LONGEST_SENTENCE
from .holders import actors_of_phrase, holders_of_clause
from .idle import is_supposed
from .negation import is_negated
from .readings import extent

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from goodoffices.record import Stance

    from ..context import Context

__all__ = ["find_clefts"]

_WANTED = "what is said to be wanted"
_PREDICATES = frozenset({"attr", "ccomp", "dobj", "acomp", "appos"})
_SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})


def find_clefts(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what one parsed block says is wanted or offered by its parties.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    known = frames()
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma in known.wanted_nouns and token.dep_ in _PREDICATES:
            yield from _by_noun(context, token, token, known.wanted_nouns[lemma])
        elif lemma == "line" and token.dep_ == "nsubj" and any(c.lower_ == "red" for c in token.children):
            yield from _by_line(context, token)
        elif token.dep_ == "pobj" and lemma in known.wanted_nouns and (counted := _counted(token)) is not None:
            yield from _by_noun(context, counted, token, known.wanted_nouns[lemma])
        elif token.lower_ in {"what", "all"} and token.i > 0 and token.nbor(-1).lemma_ == "be":
            yield from _by_clause(context, token)


def _counted(noun: Token) -> Token | None:
    """The word that stands for one of a party's demands ("one of Iran's demands", "among the rebels' conditions")."""
    above = noun.head.head
    if noun.head.lower_ == "of" and (above.pos_ == "NUM" or above.lower_ in {"one", "part", "first", "second", "last"}):
        return above
    return noun.head if noun.head.lower_ == "among" else None


def _by_noun(context: Context, word: Token, noun: Token, stance: Stance) -> Iterator[Claim]:
    """ "The release is Hamas's first demand", "land was the price Rabat set", "a chair topped the rebels' list"."""
    verb = word.head
    if word.dep_ == "appos":  # "East Jerusalem as the capital: Arafat's bottom line"
        thing: Token | None = verb if word.doc[word.left_edge.i - 1].text in {":", "–", "—"} else None
    elif verb.lemma_.lower() in ({"be", "remain", "become"} if word.dep_ != "dobj" else frames().heading):
        thing = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i), None)
    else:
        return
    if thing is None or thing.pos_ == "PRON" or is_negated(verb) or is_supposed(verb):
        return
    yield from _made(context, thing, word, _owners(context, noun), stance)


def _by_line(context: Context, line: Token) -> Iterator[Claim]:
    """ "Rabat's red line is a vote on independence": what a side will not have."""
    verb = line.head
    thing = next((c for c in verb.children if c.dep_ in _PREDICATES and c.i > verb.i), None)
    if verb.lemma_ not in {"be", "remain"} or thing is None or is_negated(verb) or is_supposed(verb):
        return
    wanted: Stance = "demands" if thing.dep_ == "ccomp" else "rejects"  # "is that no soldier stays"
    yield from _made(context, thing, thing, _owners(context, line), wanted)


def _by_clause(context: Context, word: Token) -> Iterator[Claim]:
    """ "A permanent end to the war is what Hamas wants"."""
    verb = word.nbor(-1)
    thing = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i), None)
    behind = (t for t in word.doc[word.i + 1 : word.i + 8] if t.pos_ in {"VERB", "AUX"} or t.tag_ == "VBZ")
    wanting = next((t for t in behind if _lemma(t) in frames().cleft_verbs), None)
    if thing is None or wanting is None or thing.pos_ == "PRON" or is_negated(verb) or is_supposed(verb):
        return
    named = [p for t in word.doc[word.i + 1 : wanting.i] for p in context.roster.parties_at(t)]
    yield from _made(context, thing, wanting, tuple(dict.fromkeys(named)), frames().cleft_verbs[_lemma(wanting)])


def _lemma(verb: Token) -> str:
    """A verb's lemma, where the parser takes it for an auxiliary too ("what Hamas wants spelled out")."""
    known = frames().cleft_verbs
    return verb.lemma_ if verb.lemma_ in known else verb.lower_.removesuffix("s").removesuffix("ed")


def _owners(context: Context, noun: Token) -> tuple[str, ...]:
    """Whose demand it is: "Hamas's", "the Renamo list", "of the rebels", "that Rabat set", "for the senators"."""
    for child in noun.children:
        if child.dep_ in {"poss", "compound", "nmod"} and (parties := _parties(context, child)):
            return parties
        own = child.dep_ in {"relcl", "acl"} and _lemma(child) in frames().cleft_verbs
        if own and any(c.dep_ == "nsubj" and c.tag_[0] != "W" for c in child.children):
            return holders_of_clause(context, child)
        if child.dep_ == "prep" and child.lower_ in {"of", "from", "by"}:
            named = tuple(p for c in child.children for p in _parties(context, c))
            if named:
                return named
    return ()


def _parties(context: Context, token: Token) -> tuple[str, ...]:
    return tuple(context.roster.party(actor) for actor in actors_of_phrase(context, token))


def _made(context: Context, thing: Token, cue: Token, parties: tuple[str, ...], stance: Stance) -> Iterator[Claim]:
    sentence = sentence_of(cue)
    if not parties or len(sentence.span) > LONGEST_SENTENCE or sentence.text.rstrip().endswith("?"):
        return
    start, end = extent(thing)
    end = min(end, offset_of(cue.doc[cue.left_edge.i])) if cue.left_edge.i > thing.i else end
    issue = claim_issue(context.report.text[start:end], sentence, at=start)
    for party in dict.fromkeys(parties) if issue is not None else ():
        yield Claim(party, stance, start, end, issue or "other", sentence, _WANTED)
