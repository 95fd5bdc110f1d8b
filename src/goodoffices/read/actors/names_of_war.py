"""Names of war: one word that an office behind a comma makes a person's ("Alpha, a commander of the rebels, said")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["is_lone_name"]

_LONGEST = 5
"""Words of the office, at most."""
_SHORTEST = 2
"""Letters of a name of one word, at least one more."""
_BEFORE_AN_OFFICE = frozenset({"a", "an", "the", "its", "their", "his", "her"})
_BEFORE_A_LONE_NAME = frozenset(
    {"and", "by", "that", "of", "with", "to", "name", "as", "but", "while", "under", "when"}
)
"""Words before which someone of one name is brought in ("signed by Alpha, the commander")."""


def is_lone_name(doc: Doc, i: int) -> bool:
    """ "Alpha, a commander of the rebels, said": may one word before a comma and an office be a name of war?"""
    token, behind = doc[i], doc[i + 2 : i + 3 + _LONGEST]
    if len(behind) < 2 or behind[0].lower_ not in _BEFORE_AN_OFFICE or not _is_an_office(behind[1:]):  # noqa: PLR2004
        return False
    opens = token.is_sent_start or doc[i - 1].text in {",", '"'} or doc[i - 1].lower_ in _BEFORE_A_LONE_NAME
    named = token.pos_ == "PROPN" and token.ent_type_ in {"", "PERSON"} and i not in doc.user_data["named"]
    plain = token.is_title and token.lower_ not in lexicon().not_persons and len(token) > _SHORTEST
    return bool(opens and named and plain)


def _is_an_office(words: Span) -> bool:
    """Do words lead to an office with nothing but its own between ("divisional commander", no "group whose chief")?"""
    for token, behind in zip(words, (*words[1:], None), strict=True):
        if token.lower_ in lexicon().offices and (behind is None or behind.pos_ not in {"NOUN", "PROPN"}):
            return True  # and no "chief supplier"
        if token.pos_ not in {"ADJ", "NOUN", "PROPN"} and token.text != "-" and token.tag_ != "POS":
            return False
    return False
