"""Offices: "Russian Foreign Minister X", "X, the chief negotiator of Y", "X is a senior adviser to Z"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Tenure

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Office", "offices_of"]

_LEFT = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_LONGEST = 12
_NEAR = 4
_ENDING = frozenset({"and", "or", "who", "which", "that", "at", "in"})
"""Before these an office's complement ends."""
_LINKS = frozenset({"of", "for", "to", "on", "in", "at", "with"})


class Office(msgspec.Struct, frozen=True):
    """An office that a text gives a person.

    Attributes:
        title: Tokens ``[start, end)`` of the office's own words, without nationality and tenure.
        of: Tokens that may name whose office it is, nearest first (nationality, possessor, "of ...").
        tenure: Held, held before, for the time being, or about to be taken up.
        where: How it stands to the name: before it, beside it (a comma between), after it, or as a predicate.
    """

    title: tuple[int, int]
    of: tuple[int, ...]
    tenure: Tenure
    where: str


def offices_of(doc: Doc, start: int, end: int) -> Iterator[Office]:
    """Read the offices that stand around a name at tokens ``[start, end)``."""
    before = _before(doc, start)
    if before:
        yield before
        opening = min((before.title[0], *(i for i in before.of if doc[i].lower_ not in {"the", "a"})))
        while opening > 0 and (_tenure_word(doc[opening - 1]) or doc[opening - 1].pos_ == "DET"):
            opening -= 1
        further = _before(doc, opening) if opening and doc[opening - 1].text == "," else None
        if further:
            yield further
    yield from _after(doc, end)
    yield from _predicate(doc, start, end)


def _is_head(doc: Doc, i: int) -> bool:
    words = lexicon()
    lower = doc[i].lower_
    if lower in words.offices or (lower.endswith("s") and lower[:-1] in words.offices and doc[i].tag_ == "NNS"):
        return True
    return i > 0 and f"{doc[i - 1].lower_} {lower}" in words.offices


def _before(doc: Doc, start: int) -> Office | None:
    i = _skip_forms_of_address(doc, start - 1)
    if start > 0 and i < start - 1 and _crosses_sentence(doc, i, start):
        i = start - 1
    apart = i >= 0 and doc[i].text == ","
    if apart:
        i = _before_bracket(doc, i - 1)
        i -= i > 0 and doc[i].lower_ in {"there", "here"}  # "the army's commander there, X"
    head = _head_ending_at(doc, i)
    if head is None:
        return None
    outer = _outer_office(doc, head) if apart else None
    head = head if outer is None else outer
    first, of = _extend_left(doc, head)
    if apart and not (_introduced(doc, first) and _in_apposition(doc, head, start)):
        return None
    if head == i and doc[i].lower_ in lexicon().ranks and first == head and not of:
        return None  # a form of address that says nothing of an office
    behind = tuple(range(head + 1, i + 1))
    names_body = tuple(j for j in behind if doc[j].pos_ in {"PROPN", "ADJ"})
    end = head + 1 if any(_joins_owners(doc, j) for j in behind) else i + 1
    return Office((first, end), (*of, *names_body), _tenure(doc, first), "beside" if apart else "before")


def _before_bracket(doc: Doc, i: int) -> int:
    """The last word before a bracket that closes at token `i` ("the chairman of the Party (Unity), X")."""
    if i < 0 or doc[i].text != ")":
        return i
    start = i
    while start > 0 and doc[start].text != "(" and i - start < _LONGEST:
        start -= 1
    return start - 1 if doc[start].text == "(" else i


def _crosses_sentence(doc: Doc, i: int, start: int) -> bool:
    return any(doc[j].is_sent_start for j in range(i + 1, start + 1))


def _skip_forms_of_address(doc: Doc, i: int) -> int:
    words = lexicon()
    while (
        i > 0
        and doc[i].is_sent_start is not True
        and (doc[i].lower_ in words.honorifics or (doc[i].lower_ in words.ranks and _office_before(doc, i)))
    ):
        i -= 1
        while i >= 0 and doc[i].lower_ in {"lt.", "lt", ".", "retired", "maj.", "maj", "brig.", "brig"}:
            i -= 1
    return i


def _office_before(doc: Doc, i: int) -> bool:
    """Does another office stand before a rank ("special envoy retired Lt. Gen. X")?"""
    return any(_is_head(doc, j) for j in range(max(0, i - 4), i))


def _head_ending_at(doc: Doc, i: int) -> int | None:
    """The head of the office whose words end at token `i`: "Secretary of State" has its head two words before."""
    if i < 0 or not (doc[i].is_alpha or doc[i].text.endswith(".") or "-" in doc[i].text):
        return None
    for j in range(i, max(-1, i - 8), -1):
        if _joins_owners(doc, j):
            continue  # "the ministers of Kenya and Uganda"
        if doc[j].pos_ in {"VERB", "PUNCT", "AUX", "PRON", "CCONJ"} and doc[j].text != "-" and not _is_head(doc, j):
            return None
        if _is_head(doc, j):
            if j == i or (doc[j + 1].lower_ in {"of", "for", "to", "on", "in", "at"} and doc[i].lower_ not in _LINKS):
                return j
            return None  # "the envoy of X" is not X's office
    return None


def _outer_office(doc: Doc, i: int) -> int | None:
    """The office of whose words another office is a part ("candidate for president", "envoy of the President of X")."""
    start = i - 1
    while start > 0 and i - start < _NEAR and doc[start].pos_ in {"DET", "ADJ", "PROPN"} and not _is_head(doc, start):
        start -= 1
    linked = start > 0 and doc[start].lower_ in {"of", "to", "for"} and _is_head(doc, start - 1)
    return start - 1 if linked else None


def _joins_owners(doc: Doc, i: int) -> bool:
    """Does an "and" stand between two known names?"""
    named = doc.user_data["named"]
    return doc[i].lower_ == "and" and (i - 1) in named and ((i + 1) in named or (i + 2) in named)


def _extend_left(doc: Doc, head: int) -> tuple[int, tuple[int, ...]]:
    """Take in the modifiers of an office; whatever stands before them may say whose it is."""
    first = head
    words = lexicon()
    while first > 0 and head - first < _LONGEST:
        token = doc[first - 1]
        if token.text == "-" and first > 1:
            first -= 2
            continue
        if (
            token.pos_ not in _LEFT
            or token.text in {",", "'s", "'"}
            or token.ent_type_ in {"GPE", "NORP", "PERSON", "DATE", "TIME"}
        ):
            break
        if token.ent_type_ == "ORG" and token.text.isupper():
            break
        if _tenure_word(token) or token.lower_ in words.new or doc.user_data["named"].get(token.i):
            break
        first -= 1
    return first, _owners_left(doc, first)


def _owners_left(doc: Doc, first: int) -> tuple[int, ...]:
    of: list[int] = []
    i = first - 1
    words = lexicon()
    while i >= 0 and first - i < _LONGEST:
        token = doc[i]
        passed = _tenure_word(token) or token.lower_ in words.new or _joins_owners(doc, i) or _is_owning_office(doc, i)
        if passed or token.text in {"-", "'s", "'"}:
            i -= 1
            continue
        possessor = i + 1 < len(doc) and doc[i + 1].tag_ == "POS"
        owner = doc.user_data["named"].get(i) or token.ent_type_ or token.pos_ == "PROPN"
        owner = owner or possessor or token.tag_ in {"PRP$", "WP$"} or i in doc.user_data["actors"]
        if not owner or token.pos_ in {"VERB", "ADP"}:
            break
        of.append(i)
        i -= 1
    # "the State Department's Cyprus coordinator": whoever possesses goes before whatever it is about
    return tuple(sorted(of, key=lambda j: doc[j + 1].tag_ != "POS")) if of else ()


def _is_owning_office(doc: Doc, i: int) -> bool:
    """Is a word in small letters the office whose holder owns another ("the UN secretary-general's envoy")?"""
    if not doc[i].is_lower or not _is_head(doc, i):
        return False
    behind = doc[i + 1 : i + 4]
    return bool(len(behind)) and (behind[0].tag_ == "POS" or (behind[0].text == "-" and behind[-1].tag_ == "POS"))


def _in_apposition(doc: Doc, head: int, start: int) -> bool:
    """Does a comma set a name beside its office, not a new clause behind it ("after talks with the envoy, X said")?"""
    name = doc[start]
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    if doc[head].dep_ == "pobj" and name.dep_ in {"nsubj", "nsubjpass"}:
        return False
    return doc[head].tag_ != "NNS" or any(token.lower_ == "and" for token in doc[start : start + 5])


def _introduced(doc: Doc, first: int) -> bool:
    """Is a title that a comma parts from the name the head of its phrase ("the UN envoy, X, said")?"""
    return any(doc[i].pos_ == "DET" or doc[i].tag_ in {"PRP$", "POS"} for i in range(max(0, first - 4), first))


def _tenure_word(token: Token) -> bool:
    words = lexicon()
    return token.lower_ in words.former | words.acting | words.incoming


def _tenure(doc: Doc, first: int) -> Tenure:
    words = lexicon()
    around = {doc[i].lower_ for i in range(max(0, first - 4), min(len(doc), first + 1)) if doc[i].text != ","}
    near = {doc[i].lower_ for i in range(max(0, first - 4), first)}
    if words.former & around:
        return "former"
    if words.acting & near:
        return "acting"
    return "incoming" if words.incoming & near else "current"


def _after(doc: Doc, end: int) -> Iterator[Office]:
    """Appositions: "X, the President of Ukraine," and "X, Y's newly appointed chief of staff and former director"."""
    if end < len(doc) and doc[end].lower_ in {"jr", "jr.", "sr", "sr."}:
        end += 1
    if end + 1 >= len(doc) or doc[end].text not in {",", "(", "-", "–", "—"}:
        return
    stop = end + 1
    while stop < len(doc) and stop - end < 2 * _LONGEST:
        token = doc[stop]
        if token.text in {",", ")", ";", ".", "—", "–", '"', ":"} or (
            token.pos_ in {"VERB", "AUX"} and token.dep_ != "amod"
        ):
            break
        stop += 1
    opening = doc[end + 1]
    if {doc[i].lower_ for i in range(end + 1, stop)} & lexicon().relations or _leads_to_another(doc, end + 1, stop):
        return
    if not (opening.pos_ in {"DET", "PROPN", "NOUN", "ADJ", "PRON", "NUM"} or opening.lower_ in lexicon().new):
        return
    yield from _in_phrase(doc, end + 1, stop, "after")


def _leads_to_another(doc: Doc, start: int, stop: int) -> bool:
    """ "X, his prime minister, Y, and Z": what "his" opens is the office of the one who comes next."""
    if doc[start].tag_ != "PRP$" or stop + 1 >= len(doc) or doc[stop].text != ",":
        return False
    return doc[stop + 1].ent_type_ == "PERSON"


def _in_phrase(doc: Doc, start: int, stop: int, where: str) -> Iterator[Office]:
    last = start
    owners: tuple[int, ...] = ()
    for i in range(start, stop):
        if i < last or not _is_head(doc, i) or (i + 1 < stop and _is_head(doc, i + 1)):
            continue
        if doc[i].lower_ in {"deputy", "vice", "chief"} and _opens_title(doc, i, stop):
            continue
        if _owns_office(doc, i, stop):
            continue
        linked = (
            i > start and doc[i - 1].lower_ in _LINKS | {"to", "the"} and any(_is_head(doc, j) for j in range(start, i))
        )
        if i + 1 < len(doc) and doc[i + 1].ent_type_ == "PERSON" and doc[i + 1].text[:1].isupper():
            if _possessor_at(doc, i + 1, stop):
                continue  # "X, Prime Minister Y's adviser"
            return  # the office of the next person in a list
        if linked or (i > start and doc[i - 1].text == "'s" and i - start > 4 and last > start):  # noqa: PLR2004
            continue
        first, of = _extend_left(doc, i)
        first = max(first, start)
        close, beyond, behind = _complement(doc, i, stop)
        owners = tuple(j for j in (*of, *behind) if j >= start) or owners
        yield Office((first, close), owners, _tenure(doc, first), where)
        last = beyond
        if beyond < stop and doc[beyond].lower_ not in {"and", "or"}:
            break


def _owns_office(doc: Doc, i: int, stop: int) -> bool:
    """Is the holder of an office the owner of another ("the Secretary-General's personal envoy")?"""
    end = i + 1
    while end + 1 < stop and doc[end].text == "-":
        end += 2
    return end < stop and doc[end].tag_ == "POS" and any(_is_head(doc, j) for j in range(end + 1, stop))


def _possessor_at(doc: Doc, start: int, stop: int) -> bool:
    """Is the person named at a token an owner ("Abiy Ahmed's adviser")?"""
    end = start
    while end < stop and doc[end].ent_type_ == "PERSON" and doc[end].tag_ != "POS":
        end += 1
    return end < stop and doc[end].tag_ == "POS"


def _opens_title(doc: Doc, i: int, stop: int) -> bool:
    """Does "deputy" open a longer title ("deputy foreign minister")?"""
    for j in range(i + 1, min(i + 5, stop)):
        if _is_head(doc, j):
            return True
        if doc[j].pos_ not in _LEFT and doc[j].text != "-":
            return False
    return False


def _complement(doc: Doc, head: int, stop: int) -> tuple[int, int, tuple[int, ...]]:
    """What an office's head governs: "of staff" is part of the title, "of Ukraine" says whose it is.

    Gives where the title ends, where the complement ends, and the tokens that may name whose it is.
    """
    i = head + 1
    while i + 1 < stop and doc[i].text == "-":
        i += 2  # "commander-in-chief"
    if i >= stop or doc[i].lower_ not in _LINKS:
        return i, i, ()
    end = i + 1
    while end < stop and (doc[end].lower_ not in _ENDING or _joins_owners(doc, end)):
        end += 1
    known = doc.user_data["named"].keys() | doc.user_data["actors"].keys()
    inner = [j for j in range(i + 1, end) if j in known or doc[j].pos_ == "PROPN" or doc[j].tag_ == "PRP$"]
    if not inner:
        return end, end, ()
    plain = all(doc[j].pos_ in {"NOUN", "ADJ", "ADP", "DET"} for j in range(i + 1, inner[0])) and inner[0] > i + 1
    links = [j for j in range(i + 1, inner[0]) if doc[j].pos_ == "ADP"]
    return (links[-1] if plain and links else i), end, tuple(inner)


def _taken_up(root: Token) -> Iterator[Token]:
    """ "X, who took over from Y as chief negotiator", "X acts as the group's envoy": the office behind "as"."""
    who = [(c, g) for c in root.children if c.dep_ == "relcl" for g in c.children if g.lower_ == "who"]
    who += [(root.head, root)] if root.dep_ in {"nsubj", "nsubjpass"} else []
    who += [(c, c) for c in root.children if c.dep_ == "acl" and c.tag_ == "VBN"]  # "X, appointed as envoy, ..."
    for verb, subject in who:
        passive = subject.dep_ == "nsubjpass" or subject is verb
        made = passive and verb.lemma_ in lexicon().doing.making
        if made or (subject.dep_ == "nsubj" and verb.lemma_ in lexicon().doing.taking_up):
            # the parser hangs "as" on the verb, or on whom one took over from
            behind = (t for t in verb.doc[verb.i + 1 : verb.i + _LONGEST] if t.lower_ == "as" and t.dep_ == "prep")
            mine = (t for t in behind if verb in (t.head, t.head.head.head))
            yield from (g for t in mine for g in t.children if g.dep_ == "pobj")


def _predicate(doc: Doc, start: int, end: int) -> Iterator[Office]:
    """ "X is the foreign minister", "X was appointed chief negotiator"."""
    root = doc[start:end].root
    verb = root.head
    if root.dep_ in {"nsubj", "nsubjpass"} and (verb.lemma_ == "be" or verb.lemma_ in {"become", "remain", "serve"}):
        nouns = [child for child in verb.children if child.dep_ in {"attr", "oprd"}]
    elif root.dep_ in {"nsubjpass", "dobj"} and verb.lemma_ in lexicon().doing.making:
        nouns = [child for child in verb.subtree if child.dep_ in {"oprd", "attr", "pobj"} and child.i > verb.i]
    elif root.dep_ == "attr" and verb.lemma_ == "be":  # "the group's leader is X"
        nouns = [child for child in verb.children if child.dep_ == "nsubj"]
    else:
        nouns = list(_taken_up(root))
    for noun in nouns[:1]:
        if _is_head(doc, noun.i):
            left, right = noun.left_edge.i, noun.right_edge.i + 1
            yield from _in_phrase(doc, left, min(right, left + 2 * _LONGEST), "predicate")
