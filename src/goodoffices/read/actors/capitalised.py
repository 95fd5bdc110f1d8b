"""Names of bodies by their capitals: "the National Participation Committee", "the Centre for Peace Studies"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..pipeline import text_of
from .acronyms import ACRONYM
from .gazetteer import Entity, adjectives
from .lexicon import lexicon
from .name_words import CAPITALISED, FRONTS, HOUSES, LINKS, MILITARY, MONTHS, MOST_WORDS, OPENERS, OPENINGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["capitalised_names"]

_DETERMINERS = frozenset({"neither", "both", "each", "either", "all", "this", "no", "some"})
_OF_ITS_OWN = frozenset(
    {"forum", "congress", "association", "federation", "union", "corporation", "movement", "front", "alliance"}
    | {
        "coalition",
        "party",
        "league",
        "network",
        "society",
        "church",
        "resistance",
        "conference",
        "commission",
        "committee",
        "observatory",
        "organisation",
        "organization",
        "confederation",
        "collective",
        "chamber",
        "bar",
        "synod",
        "mechanism",
    }
)
"""Bodies that a nationality in their name does not make their state's ("the Libyan Political Dialogue Forum")."""


def capitalised_names(doc: Doc) -> Iterator[str]:
    """Runs of capitalised words that end in a word for bodies, of two words at least."""
    for token in () if text_of(doc).isupper() else doc:
        opens = _opens_a_name(doc, token)
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        longer = following is not None and following.text[:1].isupper() and following.is_alpha
        if longer or not (opens or _ends_a_name(token)) or token.is_sent_start or not token.text[:1].isupper():
            continue
        start, owned = _without_owner(doc, _start_of_run(doc, token), token)
        if (token.i > start or opens) and not owned and doc[start].lower_ not in _DETERMINERS:
            end = _end_of_name(doc, token.i + 1)
            if end - start > 1:
                yield doc[start:end].text
                yield from _with_state(doc, start, end)


def _with_state(doc: Doc, start: int, end: int) -> Iterator[str]:
    """The whole name of a body that is called after the state it is in: "the Movement for Democracy in Liberia"."""
    if doc[end : end + 1].text not in {"in", "of"} or end + 1 >= len(doc) or end - start < 2:  # noqa: PLR2004
        return
    state = end + 1 + (doc[end + 1].lower_ == "the")
    entity = doc.user_data["named"].get(state)
    if entity is None or entity.kind != "state" or doc[state].text not in f"{entity.name} {entity.names}":
        return
    end = _end_of_same(doc, state)
    if end >= len(doc) or doc[end].tag_ != "POS":
        yield doc[start:end].text


def _ends_a_name(token: Token) -> bool:
    word = token.lower_
    if word in MILITARY:
        return token.i > 0 and token.nbor(-1).text == "Military"  # "the South Xinjiang Military District"
    return word in lexicon().organisations or word in lexicon().groups or word in CAPITALISED


def _opens_a_name(doc: Doc, token: Token) -> bool:
    """ "The Centre for ...", "the Council of Elders": a word for a body before what it is for."""
    group = token.text == "Group" and doc[token.i + 1 : token.i + 2].text == "of"
    if group and (doc[token.i + 2 : token.i + 3].text.isdigit() or doc[token.i + 2 : token.i + 3].text.istitle()):
        return True  # "the Group of 184"
    house = token.lower_ in HOUSES | FRONTS and doc[token.i + 1 : token.i + 2].text == "for"
    return house or (_ends_a_name(token) and (_is_of_its_members(doc, token.i) or _has_a_purpose(doc, token)))


def _has_a_purpose(doc: Doc, token: Token) -> bool:
    """ "The Agency for Reconstruction", "the Observatory of Human Rights": a body, and what it is for."""
    if token.lower_ not in OPENINGS or doc[token.i + 1 : token.i + 2].text not in {"of", "for", "on"}:
        return False
    purpose = doc[token.i + 2 : token.i + 3]
    return (
        purpose.text[:1].isupper()
        and purpose.text not in {"Ministers", "Government", "State"}  # "the Council of Ministers" is the state's
        and not doc.user_data["named"].get(token.i + 2)
        and purpose[0].ent_type_ not in {"PERSON", "GPE", "LOC", "NORP", "DATE", "TIME", "FAC"}
    )


def _start_of_run(doc: Doc, token: Token) -> int:
    start = token.i
    while start > 0 and token.i - start < MOST_WORDS and _part_of_name(doc, start - 1):
        start -= 1
    while start < token.i and doc[start].lower_ in LINKS:
        start += 1
    if 0 < start < token.i and doc[start].text in MONTHS and doc[start - 1].is_digit:
        return start - 1  # "the 30 January Collective"
    return _behind_small_words(doc, start, token.i)


def _without_owner(doc: Doc, start: int, token: Token) -> tuple[int, bool]:
    """Where a name starts that stands behind a known one, and whether it is that one's body, without a name."""
    owner = doc.user_data["named"].get(start - 1) if start > 0 else None
    if owner is None:
        governments = start > 1 and doc[start - 1].tag_ == "POS" and doc[start - 2].lower_ == "government"
        return start, governments  # "the government's Peace Panel" has no name besides
    own = token.lower_ in _OF_ITS_OWN | HOUSES
    if owner.kind == "state" and own and _names_it(doc[start - 1], owner):
        start = _start_of_same(doc, start - 1)
        while start > 0 and _part_of_name(doc, start - 1) and doc[start - 1].text[:1].isupper():
            start -= 1  # "Southern Philippines Council"
        return start, False
    more = token.i > start or _has_a_purpose(doc, token)  # "the UN Commission of Inquiry"
    if owner.kind == "organisation" and more and doc[start - 1].text != "'s":
        return _start_of_same(doc, start - 1), False  # "the UN Human Rights Office" is a body of its own
    return start, True


def _behind_small_words(doc: Doc, start: int, end: int) -> int:
    """Leave out what opens a sentence ("His Democratic Center") and an office ("Speaker of Parliament")."""
    while start < end and (doc[start].pos_ in OPENERS or doc[start].lower_ in LINKS):
        start += 1
    office = doc[start].lower_ in lexicon().offices and start + 1 < end and doc[start + 1].lower_ == "of"
    return start + 2 if office else start


def _names_it(word: Token, owner: Entity) -> bool:
    """Is a word a state's adjective, its city ("the Doha Forum") or, for a body of its own, its name?"""
    return word.text in {*owner.adjectives, *owner.metonyms} or word.text in {owner.name, *owner.names}


def _end_of_name(doc: Doc, end: int) -> int:
    """Behind "Council", take in what it is of or for: "for National Reconciliation"."""
    if end + 1 >= len(doc) or doc[end].lower_ not in {"of", "for", "on"} or doc[end + 1].ent_type_ in {"DATE", "TIME"}:
        return end
    deep = doc[end].lower_ in {"for", "of"} and doc[end + 1].lower_ == "the"  # "for the Consolidation of Peace"
    if doc[end - 1].text == "Group" and doc[end + 1].is_digit:
        return end + 2
    if not (doc[end + 1].text[:1].isupper() or (deep and doc[end + 2 : end + 3].text[:1].isupper())):
        return end
    last = end + 1 if doc[end + 1].lower_ != "the" else end + 2
    state = doc.user_data["named"].get(last)
    if state is not None and state.kind == "state" and doc[end - 1].lower_ == "party" and doc[end].lower_ == "of":
        return _with_faction(doc, _end_of_same(doc, last))
    while last < len(doc) and last - end < MOST_WORDS and (_is_capital(doc, last) or _links_names(doc, last)):
        if doc.user_data["named"].get(last):
            if (
                doc[last].text in adjectives()
                and _is_capital(doc, last + 1)
                and not doc.user_data["named"].get(last + 1)
            ):
                last += 2  # "of Southeast Asian Studies"
                continue
            inside = last > end + 2 and doc[end].lower_ == "for"  # "for the Liberation of Haiti"
            return _end_of_same(doc, last) if inside and doc[last - 1].lower_ in {"of", "the"} else end
        last += 1
    return last


def _is_capital(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].text[:1].isupper() and doc[i].is_alpha


def _links_names(doc: Doc, i: int) -> bool:
    """ "Consolidation of Peace", "Recovery and Development": a small word inside what a body is for."""
    if doc[i].lower_ == "of" and doc[i + 1 : i + 2].text == "the" and _is_capital(doc, i + 2):
        return not doc.user_data["named"].get(i + 2)  # "for the Salvation of the Republic"
    if doc[i].lower_ == "the" and doc[i - 1].lower_ == "of":
        return _is_capital(doc, i + 1)
    linked = doc[i].lower_ in {"of", "and"} and _is_capital(doc, i - 1) and _is_capital(doc, i + 1)
    return (
        linked
        and doc[i + 1].pos_ in {"PROPN", "NOUN"}
        and (doc[i + 1].ent_type_ != "PERSON" or doc[i].lower_ == "of")
        and doc[i + 1].lower_ not in lexicon().offices | lexicon().organisations
        and (doc[i].lower_ == "of" or not doc.user_data["named"].get(i + 1))
    )


def _start_of_same(doc: Doc, last: int) -> int:
    """The first word of the known name that ends at a token."""
    named, start = doc.user_data["named"], last
    while start > 0 and named.get(start - 1) is named[last]:
        start -= 1
    return start


def _end_of_same(doc: Doc, start: int) -> int:
    """Behind the words of one known name."""
    named, end = doc.user_data["named"], start
    while named.get(end) is not None and named[end] is named[start]:
        end += 1
    return end


def _with_faction(doc: Doc, end: int) -> int:
    """Take in the faction that a bracket gives: "(Maoist)", "(Unified Marxist-Leninist)"; no acronym."""
    if end + 2 >= len(doc) or doc[end].text != "(":
        return end
    close = next((t.i for t in doc[end + 1 : end + 2 + MOST_WORDS] if t.text == ")"), None)
    if close is None or ACRONYM.fullmatch(doc[end + 1].text) or not doc[end + 1].text[:1].isupper():
        return end
    return close + 1 if all(t.text[:1].isupper() or t.text in {"-", "–"} for t in doc[end + 1 : close]) else end


def _is_of_its_members(doc: Doc, i: int) -> bool:
    """ "The Council of Elders", "the Platform of Women": people in the plural, who are no state's."""
    member = doc[i + 2] if i + 2 < len(doc) and doc[i + 1].lower_ == "of" else None
    if member is None or not member.text[:1].isupper() or doc.user_data["named"].get(member.i):
        return False
    return member.tag_ in {"NNS", "NNPS"} and member.lower_ not in lexicon().referring.pair_nouns


def _part_of_name(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.tag_ == "POS" and i > 0 and doc[i - 1].text[:1].isupper():
        return doc[i - 1].lower_ in lexicon().plain.folk  # "Kalonda Peoples' Congress"
    if token.text[:1].isupper() and (token.is_alpha or "-" in token.text):
        return token.lower_ not in {"the", "a", "an"} and not doc.user_data["named"].get(i)
    return token.text in {"of", "and", "-"} and i > 0 and doc[i - 1].text[:1].isupper() and doc[i - 1].is_alpha
