"""The office before a name: "Russian Foreign Minister X", "the envoy of Y, X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon
from .office_words import TO_BE, Office, extend_left, is_head, joins_owners, tenure_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["office_before_name", "one_of_several"]

_LONGEST = 12
_WHEN = frozenset({"now", "currently", "today", "then", "formerly", "previously", "once", "until", "since"})
"""Words of time that open what is said of the one named before them."""
_NEAR = 4
_LINKS = frozenset({"of", "for", "to", "on", "in", "at", "with"})
_ARE_GENERAL = frozenset(
    {"secretary", "director", "attorney", "solicitor", "inspector", "consul", "auditor", "controller", "comptroller",
     "surgeon", "governor", "procurator", "prosecutor", "commissioner", "adjutant", "advocate", "quartermaster"}
)  # fmt: skip
"""Officers of whose title "general" is a part, and no rank ("Secretary General")."""


def office_before_name(doc: Doc, start: int) -> Office | None:
    """The office that stands before a name at `start`, or None."""
    beyond = _skip_ranks(doc, start - 1)
    ranked = beyond < start - 1 and doc[beyond].text == ","
    found = _office_ending(doc, beyond, start) if ranked else None
    return found or _office_ending(doc, _skip_forms_of_address(doc, start - 1), start)


def _skip_ranks(doc: Doc, i: int) -> int:
    """The last word before the ranks that stand before a name ("the commander of the division, Major General X")."""
    ranks = lexicon().ranks | lexicon().rank_parts
    while i > 0 and doc[i].is_sent_start is not True and doc[i].lower_ in ranks and not _is_of_title(doc, i):
        i -= 2 if doc[i - 1].text == "-" and doc[i - 2].lower_ in ranks else 1  # "Major-General"
    return _skip_origin(doc, i)


def _skip_origin(doc: Doc, i: int) -> int:
    """The comma before a nationality with its article ("its commander, the Indian Major-General X"), else `i`."""
    named, start = doc.user_data["named"], i
    while start > 0 and start in named:
        start -= 1
    return start - 1 if start < i and doc[start].lower_ in {"the", "a"} and doc[start - 1].text == "," else i


def _office_ending(doc: Doc, i: int, start: int) -> Office | None:
    """The office whose words end at token `i`, of the name at `start`."""
    if start > 0 and i < start - 1 and _crosses_sentence(doc, i, start):
        i = start - 1
    apart = i >= 0 and (doc[i].text == "," or (doc[i].text == "(" and i == start - 1))
    if apart:
        i = _before_bracket(doc, i - 1)
        i -= i > 0 and doc[i].lower_ in {"there", "here"}  # "the army's commander there, X"
    head = _head_ending_at(doc, i)
    if head is None:
        return None
    outer = _outer_office(doc, head) if apart else None
    head = head if outer is None else outer
    first, of = extend_left(doc, head)
    if apart and not (_introduced(doc, first) and _in_apposition(doc, head, start)):
        return None
    if apart and _is_of_one_before(doc, first):
        return None
    if head == i and doc[i].lower_ in lexicon().ranks and first == head and not of:
        return None  # a form of address that says nothing of an office
    behind = tuple(range(head + 1, i + 1))
    meant = doc.user_data["actors"]
    forces = lexicon().plain.rebels | lexicon().forces.keys()
    names_body = tuple(j for j in behind if doc[j].pos_ in {"PROPN", "ADJ"} or (j in meant and doc[j].lower_ in forces))
    end = head + 1 if any(joins_owners(doc, j) for j in behind) else i + 1
    tenure = "incoming" if _is_to_be(doc, head, i) else tenure_of(doc, first)
    return Office((first, end), (*of, *names_body), tenure, "beside" if apart else "before")


def _is_of_one_before(doc: Doc, first: int) -> bool:
    """ "X, now the trade commissioner, Y and Z": is an office that of the one named before it?"""
    for i in range(first - 1, max(0, first - _LONGEST), -1):
        if doc[i].text == ",":
            return doc[i + 1].lower_ in _WHEN and doc[i - 1].pos_ == "PROPN"
        if doc[i].pos_ == "VERB" or doc[i].is_sent_start:
            return False
    return False


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
        and not _is_of_title(doc, i)
    ):
        i -= 1
        while i >= 0 and doc[i].lower_ in {"lt.", "lt", ".", "retired", "maj.", "maj", "brig.", "brig"}:
            i -= 1
    return i


def _is_of_title(doc: Doc, i: int) -> bool:
    """Is a rank the end of an office ("Secretary-General", "Attorney General")?"""
    before = i - 2 if doc[i - 1].text == "-" else i - 1
    return before >= 0 and doc[i].lower_ == "general" and doc[before].lower_ in _ARE_GENERAL


def _office_before(doc: Doc, i: int) -> bool:
    """Does another office stand before a rank ("special envoy retired Lt. Gen. X")?"""
    return any(is_head(doc, j) for j in range(max(0, i - 4), i))


def _head_ending_at(doc: Doc, i: int) -> int | None:
    """The head of the office whose words end at token `i`: "Secretary of State" has its head two words before."""
    if i < 0 or not (doc[i].is_alpha or doc[i].text.endswith(".") or "-" in doc[i].text or doc[i].text[1:2] == "'"):
        return None
    for j in range(i, max(-1, i - _LONGEST), -1):
        if joins_owners(doc, j):
            continue  # "the ministers of Kenya and Uganda"
        if doc[j].pos_ in {"VERB", "PUNCT", "AUX", "PRON", "CCONJ"} and doc[j].text != "-" and not is_head(doc, j):
            return None
        if is_head(doc, j):
            if (
                j == i
                or _is_to_be(doc, j, i)
                or (doc[j + 1].lower_ in {"of", "for", "to", "on", "in", "at"} and doc[i].lower_ not in _LINKS)
            ):
                return j
            return None  # "the envoy of X" is not X's office
    return None


def _is_to_be(doc: Doc, head: int, last: int) -> bool:
    """ "President-elect", "Prime Minister-designate": an office that is not taken up yet."""
    return last == head + 2 and doc[head + 1].text == "-" and doc[last].lower_ in TO_BE


def _outer_office(doc: Doc, i: int) -> int | None:
    """The office of whose words another office is a part ("candidate for president", "envoy of the President of X")."""
    start = i - 1
    while start > 1 and doc[start].text == "-":
        start -= 2  # "representative of the Secretary-General"
    i = start + 1
    while start > 0 and i - start < _NEAR and doc[start].pos_ in {"DET", "ADJ", "PROPN"} and not is_head(doc, start):
        start -= 1
    linked = start > 0 and doc[start].lower_ in {"of", "to", "for"} and is_head(doc, start - 1)
    return start - 1 if linked else None


def _in_apposition(doc: Doc, head: int, start: int) -> bool:
    """Does a comma set a name beside its office, not a new clause behind it ("after talks with the envoy, X said")?"""
    name = doc[start]
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    places = [c for c in doc[head].head.children if c.dep_ == "pobj"]  # "In Luanda the army's chief, X, said": two
    if doc[head].dep_ == "pobj" and doc[head].head.lower_ == "as" and doc[head].head.is_sent_start:
        return True  # "As the army's chief, X signed"
    if doc[head].dep_ == "pobj" and len(places) == 1 and name.dep_ in {"nsubj", "nsubjpass"}:
        return _is_set_between(doc, name.i)
    several = doc[head].tag_ in {"NNS", "NNPS"} and not one_of_several(doc, head)
    return not several or any(token.lower_ == "and" for token in doc[start : start + 5])


def _is_set_between(doc: Doc, last: int) -> bool:
    """ "After a judge, X, ruled": a comma on either side of a name, and its verb right behind."""
    behind = doc[last + 1 : last + 3]
    return behind.text[:1] == "," and behind[-1].tag_ in {"VBD", "VBZ", "VBP"} and behind[-1].dep_ != "relcl"


def one_of_several(doc: Doc, head: int) -> bool:
    """ "One of its commanders": an office in the plural that one of them holds."""
    before = doc[max(0, head - _NEAR) : head]
    return any(token.lower_ == "one" and token.nbor(1).lower_ == "of" for token in before[:-1])


def _introduced(doc: Doc, first: int) -> bool:
    """Is a title that a comma parts from the name the head of its phrase ("the UN envoy, X, said")?"""
    return any(doc[i].pos_ == "DET" or doc[i].tag_ in {"PRP$", "POS"} for i in range(max(0, first - 4), first))
