"""Offices: "Russian Foreign Minister X", "X, the chief negotiator of Y", "X is a senior adviser to Z"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .lexicon import lexicon
from .office_words import Office, extend_left, is_head, joins_owners, tenure_of, tenure_word
from .offices_before import office_before_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Office", "offices_of"]

_LEFT = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_LONGEST = 12
_ENDING = frozenset({"and", "or", "who", "which", "that", "at", "in"})
"""Before these an office's complement ends."""
_WHEN = frozenset({"now", "currently", "today", "then", "formerly", "previously", "once", "again", "still", "also"})
"""Words of time that open an apposition ("X, then Peru's envoy")."""
_LINKS = frozenset({"of", "for", "to", "on", "in", "at", "with"})


def offices_of(doc: Doc, start: int, end: int) -> Iterator[Office]:
    """Read the offices that stand around a name at tokens ``[start, end)``."""
    before = office_before_name(doc, start) or _before_origin(doc, start)
    if before:
        yield before
        opening = min((before.title[0], *(i for i in before.of if doc[i].lower_ not in {"the", "a"})))
        while opening > 0 and (tenure_word(doc[opening - 1]) or doc[opening - 1].pos_ == "DET"):
            opening -= 1
        joined = opening > 1 and doc[opening - 1].lower_ == "and" and is_head(doc, opening - 2)
        apart = opening > 0 and doc[opening - 1].text == ","
        # "the premier, foreign minister X", "Deputy Prime Minister and Foreign Minister X"
        further = office_before_name(doc, opening - joined) if joined or apart else None
        several = joined and doc[opening - 2].tag_ in {"NNS", "NNPS"} and doc[before.title[1] - 1].tag_ == "NNP"
        if further and not several:  # "religious leaders and former President X"
            yield further
    yield from _after(doc, end)
    yield from _predicate(doc, start, end)


def _before_origin(doc: Doc, start: int) -> Office | None:
    """ "The bloc's mediator, Peru's X": a comma parts the office from the state that its holder is from."""
    if start < 4 or doc[start - 1].tag_ != "POS":  # noqa: PLR2004  an office, a comma, a state and its "'s"
        return None
    named, origin = doc.user_data["named"], start - 1
    while origin > 1 and (origin - 1) in named:
        origin -= 1
    origin -= doc[origin - 1].lower_ == "the"
    apart = origin < start - 1 and doc[origin - 1].text == ","
    found = office_before_name(doc, origin) if apart else None
    return found if found is not None and any(i in named for i in found.of) else None


def _after(doc: Doc, end: int) -> Iterator[Office]:
    """Appositions: "X, the President of Ukraine," and "X, Y's newly appointed chief of staff and former director"."""
    if end < len(doc) and doc[end].lower_ in {"jr", "jr.", "sr", "sr."}:
        end += 1
    if end + 1 >= len(doc) or doc[end].text not in {",", "(", "-", "–", "—"}:
        return
    if end + 2 < len(doc) and doc[end + 1].like_num and doc[end + 2].text == ",":
        end += 2  # "X, 34, the secretary-general of Y"
    if end + 2 < len(doc) and doc[end + 1].lower_ in _WHEN:
        end += 1  # "X, now the African Union's envoy"
    stop = end + 1
    while stop < len(doc) and stop - end < 2 * _LONGEST:
        token = doc[stop]
        if token.text in {",", ")", ";", ".", "—", "–", '"', ":"} or (
            token.pos_ in {"VERB", "AUX"} and token.dep_ != "amod"
        ):
            break
        stop += 1
    opening = doc[end + 1]
    if _is_a_relative(doc, end + 1, stop) or _leads_to_another(doc, end + 1, stop):
        return
    if not (opening.pos_ in {"DET", "PROPN", "NOUN", "ADJ", "PRON", "NUM"} or opening.lower_ in lexicon().new):
        return
    yield from _in_phrase(doc, end + 1, stop, "after")


def _is_a_relative(doc: Doc, start: int, stop: int) -> bool:
    """ "X, a nephew of the president", "X, the president's brother": not "X, an adviser to his uncle"."""
    kin = next((i for i in range(start, stop) if doc[i].lower_ in lexicon().relations), None)
    if kin is None:
        return False
    return not any(is_head(doc, i) and doc[i + 1].tag_ != "POS" for i in range(start, kin))


def _leads_to_another(doc: Doc, start: int, stop: int) -> bool:
    """ "X, his prime minister, Y, and Z": what "his" opens is the office of the one who comes next."""
    if doc[start].tag_ != "PRP$" or stop + 1 >= len(doc) or doc[stop].text != ",":
        return False
    return doc[stop + 1].ent_type_ == "PERSON"


def _in_phrase(doc: Doc, start: int, stop: int, where: str) -> Iterator[Office]:
    last = start
    owners: tuple[int, ...] = ()
    for i in range(start, stop):
        if i < last or not is_head(doc, i) or (i + 1 < stop and is_head(doc, i + 1)):
            continue
        if doc[i].lower_ in {"deputy", "vice", "chief"} and _opens_title(doc, i, stop):
            continue
        if _owns_office(doc, i, stop):
            continue
        linked = (
            i > start and doc[i - 1].lower_ in _LINKS | {"to", "the"} and any(is_head(doc, j) for j in range(start, i))
        )
        if i + 1 < len(doc) and doc[i + 1].ent_type_ == "PERSON" and doc[i + 1].text[:1].isupper():
            if _possessor_at(doc, i + 1, stop):
                continue  # "X, Prime Minister Y's adviser"
            return  # the office of the next person in a list
        joined = any(doc[j].lower_ == "and" for j in range(last, i))  # "a journalist and the opposition's spokesman"
        linked = linked and not (joined and _is_second(doc, i, start))
        owned = i > start and doc[i - 1].text == "'s" and i - start > 4 and last > start  # noqa: PLR2004
        if linked or (owned and not joined):
            continue
        first, of = extend_left(doc, i)
        first = max(first, start)
        close, beyond, behind = _complement(doc, i, stop)
        owners = tuple(j for j in (*of, *behind) if j >= start) or owners
        yield Office((first, close), owners, tenure_of(doc, first), where)
        last = beyond
        if beyond < stop and doc[beyond].lower_ not in {"and", "or"}:
            break


def _is_second(doc: Doc, i: int, start: int) -> bool:
    """ "A former mayor of X and the founder of Y": does the parser join an office to another of the same person?"""
    other = doc[i].head
    if doc[i].dep_ != "conj" or not start <= other.i < i or not is_head(doc, other.i) or other.dep_ == "pobj":
        return False
    return not any(is_head(doc, j) for j in range(other.i + 1, i) if not is_head(doc, j + 1))  # "adviser to the king"


def _owns_office(doc: Doc, i: int, stop: int) -> bool:
    """Is the holder of an office the owner of another ("the Secretary-General's personal envoy")?"""
    end = i + 1
    while end + 1 < stop and doc[end].text == "-":
        end += 2
    return end < stop and doc[end].tag_ == "POS" and any(is_head(doc, j) for j in range(end + 1, stop))


def _possessor_at(doc: Doc, start: int, stop: int) -> bool:
    """Is the person named at a token an owner ("Abiy Ahmed's adviser")?"""
    end = start
    while end < stop and doc[end].ent_type_ == "PERSON" and doc[end].tag_ != "POS":
        end += 1
    return end < stop and doc[end].tag_ == "POS"


def _opens_title(doc: Doc, i: int, stop: int) -> bool:
    """Does "deputy" open a longer title ("deputy foreign minister")?"""
    for j in range(i + 1, min(i + 5, stop)):
        if is_head(doc, j):
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
    while end < stop and (doc[end].lower_ not in _ENDING or joins_owners(doc, end)):
        end += 1
    known = doc.user_data["named"].keys() | doc.user_data["actors"].keys()
    inner = [j for j in range(i + 1, end) if j in known or _is_name(doc[j]) or doc[j].tag_ == "PRP$"]
    if inner and _is_own(doc, inner[0]):
        return i, end, ()
    if not inner:
        return end, end, ()
    plain = all(doc[j].pos_ in {"NOUN", "ADJ", "ADP", "DET"} for j in range(i + 1, inner[0])) and inner[0] > i + 1
    links = [j for j in range(i + 1, inner[0]) if doc[j].pos_ == "ADP"]
    return (links[-1] if plain and links else i), end, tuple(inner)


def _is_name(token: Token) -> bool:
    """The parser takes "state" and "social" behind an office in small letters for names."""
    return token.pos_ == "PROPN" and not token.is_lower


def _is_own(doc: Doc, i: int) -> bool:
    """ "An adviser to his uncle, the premier": whose relative it is holds the office, and not another."""
    relative = doc[i + 1 : i + 2].text.lower().split("-")[0]
    return doc[i].lower_ in {"his", "her"} and relative in lexicon().relations


def _taken_up(root: Token) -> Iterator[Token]:
    """ "X, who took over from Y as chief negotiator", "X acts as the group's envoy": the office behind "as"."""
    who = [(c, g) for c in root.children if c.dep_ == "relcl" for g in c.children if g.lower_ == "who"]
    who += [(root.head, root)] if root.dep_ in {"nsubj", "nsubjpass"} else []
    who += [(c, c) for c in root.children if c.dep_ == "acl" and c.tag_ == "VBN"]  # "X, appointed as envoy, ..."
    for verb, subject in who:
        passive = subject.dep_ == "nsubjpass" or subject is verb
        swaps = verb.lemma_ == "replace" and any(t.lower_ == "with" for t in verb.subtree if t.i > verb.i)
        made = passive and verb.lemma_ in lexicon().doing.making
        if made or (not swaps and subject.dep_ == "nsubj" and verb.lemma_ in lexicon().doing.taking_up):
            # the parser hangs "as" on the verb, or on whom one took over from
            behind = (t for t in verb.doc[verb.i + 1 : verb.i + _LONGEST] if t.lower_ == "as" and t.dep_ == "prep")
            mine = (t for t in behind if verb in (t.head, t.head.head.head))
            yield from (g for t in mine for g in t.children if g.dep_ == "pobj")


def _being(root: Token) -> Iterator[Token]:
    """ "X, who was spokesman of the Rome group": the office behind "who is"."""
    for verb in (c for c in root.children if c.dep_ == "relcl" and c.lemma_ == "be"):
        if any(c.lower_ == "who" and c.dep_ == "nsubj" for c in verb.children):
            yield from (c for c in verb.children if c.dep_ == "attr")


def _predicate(doc: Doc, start: int, end: int) -> Iterator[Office]:
    """ "X is the foreign minister", "X was appointed chief negotiator"."""
    root = doc[start:end].root
    verb = root.head
    if root.dep_ in {"nsubj", "nsubjpass"} and (verb.lemma_ == "be" or verb.lemma_ in {"become", "remain", "serve"}):
        nouns = [child for child in verb.children if child.dep_ in {"attr", "oprd"}]
        coming = (c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ in {"be", "become"})  # "X is to be ..."
        nouns += [g for c in coming for g in c.children if g.dep_ == "attr"]
    elif root.dep_ in {"nsubjpass", "dobj"} and verb.lemma_ in lexicon().doing.making:
        nouns = [child for child in verb.subtree if child.dep_ in {"oprd", "attr", "pobj"} and child.i > verb.i]
        nouns += [c for c in verb.children if c.dep_ == "dobj" and c.i >= end]  # "named X its envoy"
    elif root.dep_ == "attr" and verb.lemma_ == "be":  # "the group's leader is X"
        nouns = [child for child in verb.children if child.dep_ == "nsubj"]
    else:
        nouns = []
    nouns = nouns or list(_taken_up(root)) or list(_being(root))
    for noun in nouns[:1]:
        whole = noun.i + 2 if doc[noun.i + 1 : noun.i + 2].text == "-" and noun.i + 2 < len(doc) else noun.i
        if is_head(doc, whole):  # "vice-president", of which the parser makes two
            left, right = noun.left_edge.i, max(noun.right_edge.i, doc[whole].right_edge.i) + 1
            yield from _in_phrase(doc, left, min(right, left + 2 * _LONGEST), "predicate")
