"""Bodies by where their name stands: in a list of parties, behind "founder of", behind an office and an article.

The parser takes names in other languages ("Nueva Cantabria", "Unió Democràtica") for persons; nobody founds a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from goodoffices.record import ActorKind

__all__ = ["bodies_in_lists", "bodies_of_officers", "is_led_by"]

_MOST_WORDS = 5
_PAIR = 2
_NUMBERS = ("two", "three", "four", "five", "six")
_SEVERAL = {
    "parties": "group",
    "groups": "group",
    "movements": "group",
    "formations": "group",
    "factions": "group",
    "militias": "group",
    "coalitions": "group",
    "organisations": "organisation",
    "organizations": "organisation",
    "unions": "organisation",
    "associations": "organisation",
    "federations": "organisation",
    "ngos": "organisation",
}
"""Nouns for several bodies, with what each of them is."""
_OPENING = frozenset({",", "-", "–", "—", ":"})
_NO_BODIES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "LAW", "NORP", "MONEY", "CARDINAL", "ORDINAL"})
"""What the parser is sure of: no body's name."""
_OF_BODIES = frozenset(
    {
        "founder",
        "co-founder",
        "chairman",
        "chairwoman",
        "chairperson",
        "co-chairman",
        "convener",
        "convenor",
        "treasurer",
    }
    | {"secretary-general", "director", "vice-chairman", "vice-president", "chair", "co-chair"}
)
"""Officers whom bodies have, and persons have not."""
_BEHIND = frozenset({",", ".", ")", ";", "—", "–"})


def bodies_in_lists(doc: Doc) -> Iterator[tuple[str, ActorKind]]:
    """ "Two regional parties, X and Y", "the armed groups X, Y and Z": each name that the noun brings in."""
    for noun in doc[:-1]:
        kind = _SEVERAL.get(noun.lower_) if noun.is_lower and noun.tag_ == "NNS" else None
        if kind is None or _has_officers(noun):
            continue
        apart = noun.nbor().text in _OPENING
        runs = list(_listed(doc, noun.i + 1 + apart))
        if len(runs) < _PAIR or (apart and _is_said_by(runs[-1])):
            continue
        if _counted(noun) == len(runs) or all(_is_beside(run.root, noun) for run in runs[:_PAIR]):
            yield from ((run.text, "group" if kind == "group" else "organisation") for run in runs if _may_be_body(run))


def _has_officers(noun: Token) -> bool:
    """ "The leaders of the two rebel groups, X and Y": the names behind are the officers' and not the bodies'."""
    return noun.dep_ == "pobj" and noun.head.head.lower_.removesuffix("s") in lexicon().offices


def _listed(doc: Doc, at: int) -> Iterator[Span]:
    """The runs of capitalised words that commas and "and" join, from a token on."""
    while at < len(doc):
        at += doc[at].lower_ == "the"
        run = _run_at(doc, at)
        if not len(run):
            return
        yield run
        at = run.end
        comma = doc[at : at + 1].text == ","
        joined = doc[at + comma : at + comma + 1].text == "and"
        if not comma and not joined:
            return
        at += comma + joined


def _counted(noun: Token) -> int:
    """How many the text says there are ("two regional parties")."""
    number = next((c.lower_ for c in noun.children if c.dep_ == "nummod"), "")
    return _NUMBERS.index(number) + _PAIR if number in _NUMBERS else 0


def _is_said_by(run: Span) -> bool:
    """ "The groups, X and Y said, will not disarm": does a verb of speech stand right behind the last name?"""
    behind = run.doc[run.end : run.end + 1]
    return bool(len(behind)) and behind[0].lemma_ in lexicon().doing.speech


def _is_beside(name: Token, noun: Token) -> bool:
    """Does the parser set a name beside a noun, or join it to one that it sets there?"""
    while name.dep_ == "conj" and name.head.i > noun.i:
        name = name.head
    return name.dep_ == "appos" and name.head.i <= noun.i


def bodies_of_officers(doc: Doc) -> Iterator[tuple[str, ActorKind]]:
    """ "The founder of X", "executive director of X", "secretary general of the X Y": bodies that have officers."""
    for link in doc[1:-1]:
        if link.lower_ != "of" or not _is_officer(doc[link.i - 1]):
            continue
        the = link.nbor().lower_ == "the"
        run = _run_at(doc, link.i + 1 + the)
        closed = run.end >= len(doc) or doc[run.end].text in _BEHIND
        if len(run) >= _PAIR and closed and _may_be_body(run):
            yield run.text, "organisation"


def _is_officer(token: Token) -> bool:
    general = token.lower_ == "general" and token.i > 0 and token.nbor(-1).lower_ in {"secretary", "director", "-"}
    return token.lower_ in _OF_BODIES or general


def _run_at(doc: Doc, start: int) -> Span:
    """The capitalised words, none of a name known already, that start at a token."""
    end = start
    named = doc.user_data["named"]
    while end < len(doc) and end - start < _MOST_WORDS:
        token = doc[end]
        if not (token.is_alpha and token.text[:1].isupper()) or end in named or token.pos_ in {"DET", "PRON"}:
            break
        end += 1
    return doc[start:end]


def _may_be_body(run: Span) -> bool:
    """Is a run of words no place, no date, no office and no common word?"""
    words = lexicon()
    plain = {token.lower_ for token in run}
    titled = plain & (words.offices | words.honorifics) or plain <= words.not_persons | words.bodies
    return not titled and not {token.ent_type_ for token in run} & _NO_BODIES


def is_led_by(run: Span) -> bool:
    """ "The party Ana Ruiz leads": does a verb of leading stand right behind a name?"""
    behind = run.doc[run.end : run.end + 1]
    return bool(len(behind)) and behind[0].lemma_ in lexicon().doing.leading
