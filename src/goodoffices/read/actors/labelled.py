"""Full names for the surnames that label turns: "ALAPE:" under "Interview with Ivan Marquez and Pastor Alape"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from goodoffices.record import fold

from ..labels import asks, layout_words
from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..document import Passage

__all__ = ["name_in_label", "names_behind_labels"]

_MOST_GIVEN = 3
_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_SHORTEST = 3


def names_behind_labels(passages: Sequence[Passage]) -> dict[str, str]:
    """Find the full names of those whose turns bear a surname alone.

    Only what is said about them counts: the lines before the turns, and the turns of those who ask.

    Returns:
        Folded surname -> the name that stands first.
    """
    labels = {fold(words[-1]) for passage in passages if len(words := name_in_label(passage)) == 1}
    found: dict[str, str] = {}
    for passage in passages if labels else ():
        asked = passage.block.speaker is not None
        if asked and (not asks(_label(passage)) or len(passage.doc) <= _MOST_GIVEN + 1):
            continue  # "Host: Delma Korokoro" names no one who is asked
        for token in passage.doc:
            surname = fold(token.text)
            if surname in labels and (name := _name_up_to(token)):
                found.setdefault(surname, name)
    return found


def _label(passage: Passage) -> str:
    speaker = passage.block.speaker
    if speaker is None or not passage.sentences:
        return ""
    return passage.sentences[0].report.text[speaker.start : speaker.end]


def name_in_label(passage: Passage) -> list[str]:
    """The words of a label that are no office, where it is one of somebody who speaks."""
    label = _label(passage)
    if not label or asks(label):
        return []
    return [w for w in _WORD.findall(label.partition(",")[0]) if len(w) >= _SHORTEST and not _is_title(w)]


def _is_title(word: str) -> bool:
    plain, known = word.lower().rstrip("."), lexicon()
    return plain in layout_words()["titles"] | known.offices | known.honorifics | known.ranks


def _name_up_to(token: Token) -> str:
    """The given names before a surname, with it; empty where there are none."""
    doc, start = token.doc, token.i
    while start > 0 and token.i - start < _MOST_GIVEN and _is_given(doc[start - 1]):
        start -= 1
    words = [t.text for t in doc[start : token.i + 1]]
    if not _joined(doc[start : token.i + 1].text) or len(words) == 1:
        return ""
    shout = all(word.isupper() for word in words if word[0].isalpha())
    return " ".join(word.title() if shout else word for word in words)


def _joined(text: str) -> bool:
    return "  " not in text and "\n" not in text


def _is_given(token: Token) -> bool:
    meant = token.doc.user_data.get("named", {})
    shouted = token.is_upper and token.i + 1 < len(token.doc) and token.nbor().is_upper and not token.is_stop
    proper = token.text[:1].isupper() and token.text.replace("-", "").isalpha() and (token.pos_ == "PROPN" or shouted)
    return proper and token.i not in meant and not _is_title(token.text) and len(token) > 1
