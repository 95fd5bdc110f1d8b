"""Names beside offices: the runs of capitalised words that an office makes a person's, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .lexicon import lexicon
from .names_of_war import is_lone_name
from .offices_before import one_of_several

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "LONGEST",
    "PARTICLES",
    "behind_long_office",
    "beside_any_office",
    "in_name",
    "is_initial",
    "is_lone_name",
    "is_word",
]

PARTICLES = frozenset(
    {
        "al",
        "el",
        "de",
        "del",
        "bin",
        "ibn",
        "bint",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "da",
        "dos",
        "das",
        "do",
        "di",
        "du",
    }
    | {
        "des",
        "la",
        "las",
        "los",
        "le",
        "y",
        "i",
        "e",
        "ould",
        "arap",
        "ap",
        "dela",
        "zu",
        "af",
        "ben",
        "ul",
        "ur",
        "-",
        "'",
    }
)
"""Words in small letters inside a name."""
LONGEST = 5
"""Words of a name, at most."""
_FARTHEST = 12
_INITIALS = re.compile(r"(?:[A-Z]\.-?){1,4}")
_NO_INITIALS = frozenset(
    {"U.S.", "U.N.", "U.K.", "E.U.", "A.U.", "U.A.E.", "U.S.A.", "U.S.S.R.", "D.C.", "A.D.", "B.C."}
)


def beside_any_office(doc: Doc, is_office: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """Find the names beside offices: first token, the one behind the last, and whether it is surely a person's."""
    yield from _behind_offices(doc, is_office)
    yield from _before_offices(doc, is_office)
    yield from _beside_offices(doc, is_office)
    yield from _behind_several(doc, is_office)
    yield from _before_bodies(doc, is_office)


def _before_bodies(doc: Doc, is_office: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """Runs of capitalised words before "of" or "for" and a known movement: "Noureddine Adam of the FPRC"."""
    named = doc.user_data["named"]
    for link in doc[2:-1]:
        if link.lower_ not in {"of", "for"}:
            continue
        at = link.i + 1 + (doc[link.i + 1].lower_ == "the")
        body = named.get(at)
        if body is None or ((body.kind == "state" or body.place) and not _in_a_list(doc, link.i, at)):
            continue
        start = link.i
        while start > 0 and link.i - start < LONGEST and in_name(doc, start - 1, -1):
            start -= 1
        run = doc[start : link.i]
        if len(run) > 1 and not any(t.lower_ in is_office or t.is_upper or t.i in named for t in run):
            yield start, link.i, all(t.pos_ == "PROPN" for t in run)


def _in_a_list(doc: Doc, link: int, at: int) -> bool:
    """ "..., Georg Lennkh of Austria and ...": does "of" and a state's name stand in a list of those present?"""
    behind = doc[at + 1 : at + 2].text
    start = link
    while start > 0 and link - start < LONGEST and in_name(doc, start - 1, -1):
        start -= 1
    before = doc[start - 1].lower_ if start else ""
    return doc[link].lower_ == "of" and before in {",", "and", "or"} and behind in {",", "and", ";", "."}


def _behind_offices(doc: Doc, is_office: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    for token in doc[:-1]:
        if token.lower_ in is_office or token.lower_ in lexicon().honorifics:
            start = token.i + 1
            end = start
            while end < len(doc) and end - start < LONGEST and in_name(doc, end, start):
                end += 1
            if (end > start and token.text[0].isupper() and not doc[start].is_sent_start) or end > start + 1:
                yield start, end, True
            elif token.text[0].isupper() and (named := _behind_portfolio(doc, start)) is not None:
                yield named, _end_of_name(doc, named), True


def _behind_portfolio(doc: Doc, at: int) -> int | None:
    """Where a name begins behind "of State", "of the Interior", "for Foreign Affairs"; None where there is none."""
    if doc[at].lower_ not in {"of", "for"}:
        return None
    first = at = at + 1 + (doc[at + 1 : at + 2].text.lower() == "the")
    while at < len(doc) and at - first <= LONGEST and (at == first or doc[at].lower_ != "and"):
        if doc[at].lower_ not in lexicon().portfolios:
            break
        at += 1
    return at if at > first and at < len(doc) and in_name(doc, at, at) else None


def behind_long_office(doc: Doc, start: int) -> bool:
    """Does a name stand right behind an office with what it is of ("Secretary of State", "Minister of Defence")?"""
    before = doc[max(0, start - LONGEST) : start]
    links = (t for t in before if t.lower_ in {"of", "for"} and t.i > 0)
    return any(doc[t.i - 1].lower_ in lexicon().offices and _behind_portfolio(doc, t.i) == start for t in links)


def _before_offices(doc: Doc, is_office: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """Runs of capitalised words with an office in apposition: "Vera Grabe, head of delegation"."""
    for comma in doc[2:-1]:
        if comma.text != "," or not (doc[comma.i - 1].text[:1].isupper() and doc[comma.i - 1].is_alpha):
            continue
        start = comma.i
        while start > 0 and comma.i - start < LONGEST and in_name(doc, start - 1, -1):
            start -= 1
        somebody = doc[comma.i + 1].lower_ in {"who", "whom"}
        if start > 0 and doc[start - 1].lower_ in {"in", "at", "near", "from", "around"} and not somebody:
            continue  # a place
        if doc[comma.i + 1].lower_ == "where":
            continue  # a place, too
        behind = doc[comma.i + 1 : comma.i + 7]
        office = next(
            (n for n, token in enumerate(behind) if token.lower_ in is_office | {"who", "whom", "whose"}), None
        )
        if (
            (comma.i - start > 1 or (start == comma.i - 1 and is_lone_name(doc, start)))
            and office is not None
            and not any(t.is_punct and t.text != "-" for t in behind[:office])
        ):
            yield start, comma.i, not any(t.pos_ == "VERB" for t in behind[:office])


def _beside_offices(doc: Doc, is_office: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """Runs of capitalised words between commas behind an office: "the chairman of the Front, Pablo Sol, said"."""
    for comma in doc[2:-2]:
        if comma.text != "," or not _ends_an_office(doc, comma.i, is_office):
            continue
        end = comma.i + 1
        while end < len(doc) and end - comma.i <= LONGEST and in_name(doc, end, comma.i + 1):
            end += 1
        if end - comma.i > 2 and end < len(doc) and doc[end].text in {",", "."}:  # noqa: PLR2004  two words and more
            yield comma.i + 1, end, True


def _behind_several(doc: Doc, is_office: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """ "The ministers Ana Ruiz and Pablo Sol", "the leaders of A and B, Ana Ruiz and Pablo Sol": both of two names."""
    several = frozenset(f"{office}s" for office in is_office)
    for token in doc[:-3]:
        beside = token.text == "," and _ends_an_office(doc, token.i, several)
        if not beside and (token.tag_ not in {"NNS", "NNPS"} or token.lower_ not in several):
            continue
        first = token.i + 1
        middle = _end_of_name(doc, first)
        if middle - first < 2 or doc[middle : middle + 1].text != "and":  # noqa: PLR2004  a given name and a surname
            continue
        last = _end_of_name(doc, middle + 1)
        if last - middle > 2:  # noqa: PLR2004
            yield first, middle, True
            yield middle + 1, last, True


def _ends_an_office(doc: Doc, end: int, is_office: frozenset[str]) -> bool:
    """Does "the" or an owner's office, with what it is of, end right before a token?"""
    for i in range(end - 1, max(0, end - _FARTHEST), -1):
        token = doc[i]
        one = token.tag_ == "NNS" and token.lower_.removesuffix("s") in is_office and one_of_several(doc, i)
        if token.lower_ in is_office or one:
            linked = i == end - 1 or doc[i + 1].lower_ in {"of", "for"}
            return linked and any(t.pos_ == "DET" or t.tag_ in {"POS", "PRP$"} for t in doc[max(0, i - 4) : i])
        if token.pos_ in {"VERB", "AUX", "PRON"} or token.text in {",", ";", ":", '"'} or token.is_sent_start:
            return False
    return False


def _end_of_name(doc: Doc, start: int) -> int:
    """Behind the words of a name that starts at a token; the parts of "Ben-Gvir" are one."""
    end = start
    while end < len(doc) and end - start < LONGEST and (in_name(doc, end, start) or _is_hyphen(doc, end, start)):
        end += 1
    return end


def _is_hyphen(doc: Doc, i: int, start: int) -> bool:
    return i > start and doc[i].text == "-" and not doc[i].whitespace_ and doc[i + 1 : i + 2].text[:1].isupper()


def in_name(doc: Doc, i: int, start: int) -> bool:
    """Can a word be part of a name that starts at a token?"""
    token = doc[i]
    if token.lower_ in PARTICLES and i + 1 < len(doc):
        return i > start and (doc[i + 1].text[:1].isupper() or doc[i + 1].text == "-") and token.text != "'"
    return bool(token.text[:1].isupper() and is_word(token.text)) or is_initial(token)


def is_word(text: str) -> bool:
    """Is it letters alone, but for marks inside ("Yar'Adua")?"""
    plain = text.replace("'", "").replace("’", "").replace("-", "")
    return plain.isalpha() and len(plain) > 1


def is_initial(token: Token) -> bool:
    """Is it an initial with its full stop, or several written as one word ("M.M. Naravane")? No state is ("U.S.")."""
    return bool(_INITIALS.fullmatch(token.text)) and token.text not in _NO_INITIALS
