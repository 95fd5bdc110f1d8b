"""Senders: the body whose officer an envoy serves ("the Secretary-General's Special Representative for Angola")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .gazetteer import entities
from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from .gazetteer import Entity
    from .office_words import Office

__all__ = ["sender_of"]

_SENT = frozenset(
    {"representative", "envoy", "emissary", "adviser", "advisor", "delegate", "mediator", "spokesman", "spokeswoman"}
)
_OFFICER = re.compile(r"secretary[ -]*general|chairman[ -]*in[ -]*office|chairperson[ -]*in[ -]*office", re.IGNORECASE)
_BODY_OF = {"secretary": "secretary-general", "chairman": "chairman-in-office", "chairperson": "chairman-in-office"}
"""First word of an officer's title -> the title by which the lexicon knows whose officer it is."""
_BEFORE = 8
_BEHIND = 10
"""Words before and behind an envoy's own title in which the officer stands."""
_OWN = 4


def sender_of(doc: Doc, office: Office) -> Entity | None:
    """The body whose secretary-general or chairman-in-office has sent the holder of an office.

    A place named behind "for" is then only where they are sent. Another body that is named beside the officer ("the OAS
    Secretary-General's envoy") has that officer itself.

    Args:
        doc: The parse.
        office: The office of an envoy, a representative, an adviser.

    Returns:
        The body, None where the words name no such officer.
    """
    first, last = office.title
    if not any(token.lower_ in _SENT for token in doc[first:last]):
        return None
    sentence = doc[first].sent
    start, end = max(sentence.start, first - _BEFORE), min(sentence.end, last + _BEHIND)
    words = doc[start:end]
    for found in _OFFICER.finditer(words.text):
        officer = doc.char_span(
            words.start_char + found.start(), words.start_char + found.end(), alignment_mode="expand"
        )
        if officer is None or not _belongs(doc, officer.start, officer.end, office):
            continue
        named = doc.user_data["named"]
        beside = (
            *range(officer.end, min(end, officer.end + _OWN)),
            *range(max(start, officer.start - 2), officer.start),
        )
        bodies: list[Entity] = [named[i] for i in beside if i in named and named[i].kind == "organisation"]
        if bodies:
            return bodies[0]
        title = _BODY_OF.get(officer[0].lower_, "")
        return entities().get(next(iter(lexicon().belonging.get(title, ())), ""))
    return None


def _belongs(doc: Doc, start: int, end: int, office: Office) -> bool:
    """ "The Secretary-General's envoy", "envoy of the Secretary-General": is the officer part of the envoy's title?"""
    first, last = office.title
    if end <= first:
        between = doc[end:first]
        return len(between) > 0 and between[0].tag_ == "POS" and not any(t.is_punct and t.text != "-" for t in between)
    behind = doc[max(first, start - 4) : start]
    return first < start <= last + _OWN and any(t.lower_ in {"of", "to"} for t in behind)
