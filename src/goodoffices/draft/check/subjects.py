"""Who is to do what a clause orders: the subject before the verb, and the chapeau over a list."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

import msgspec

from ..sequence import Clause, Outline
from .definitions import read_data
from .parties import COLLECTIVE, Parties

__all__ = ["Chapeau", "Chapeaux", "acting_part", "is_somebody", "listed"]

_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
_LEADS = re.compile(r":\s*$")
_AGREES = re.compile(
    r"(?i)\b(?:(?:have\s+|has\s+|hereby\s+)*(?:agree[sd]?|undertakes?|undertook|commit(?:s|ted)?|pledge[sd]?|resolve[sd]?|decide[sd]?|declare[sd]?)"
    r"|reached\s+(?:an?\s+)?(?:\w+\s+)?(?:understanding|agreement|accord)|shall|must|will|should|(?:is|are)\s+to)\b"
)
_MODALS = frozenset({"shall", "must", "will", "should", "is", "are"})
_CALLS = re.compile(
    r"(?i)\b(?:calls?(?:ed)?\s+(?:up)?on|urge[sd]?|request(?:s|ed)?|invite[sd]?|ask(?:s|ed)?|instruct(?:s|ed)?)\s+(?P<who>[^,;:]{2,120}?)\s+to\b"
)
_DASH = re.compile(r"\s[-–—]\s")
_SUBJECT_CHARS = 400


class Chapeau(msgspec.Struct, frozen=True):
    """The subject of the words that lead a list: as it stands, and the parties that it names."""

    bearer: str
    named: tuple[str, ...]
    place: int = 0


@functools.cache
def listed(name: str) -> frozenset[str]:
    """A list of words of data/duties.toml."""
    return frozenset(read_data("duties")[name])


class Chapeaux:
    """The subjects of the words that lead lists ("The Parties undertake to:"), by where they stand.

    Args:
        text: The text.
        parties: Its parties.
    """

    def __init__(self, text: Outline, parties: Parties) -> None:
        self._by_provision: dict[str, Chapeau] = {}
        for clause in text.clauses:
            if _LEADS.search(clause.text[-3:]) and not clause.heading and (found := _chapeau(clause, parties)):
                self._by_provision[clause.provision] = found

    def over(self, clause: Clause, above: Sequence[str]) -> Chapeau | None:
        """The chapeau over a clause: in its own provision before it, in those above, or in the preamble.

        Args:
            clause: One clause.
            above: The provisions that its own stands under, the nearest first.
        """
        own = self._by_provision.get(clause.provision)
        if own is not None and own.place < clause.place:
            return own
        by: Mapping[str, Chapeau] = self._by_provision
        return next((by[each] for each in (*above, "") if each in by), None)


def _chapeau(clause: Clause, parties: Parties) -> Chapeau | None:
    text = clause.text[-2 * _SUBJECT_CHARS :]
    if called := _CALLS.search(text):
        return Chapeau(called["who"], parties.named_in(called["who"]), clause.place)
    verb = _AGREES.search(text)
    subject = text[: verb.start()] if verb else _DASH.split(text)[-1].split(",")[0].rstrip(" :;")
    bearer = acting_part(subject, parties) if verb else subject.strip()
    named = parties.named_in(bearer)
    if verb and not named and verb[0].split()[0].lower() not in _MODALS:
        named = (COLLECTIVE,)  # whoever agreed is who is bound
    first = bearer.split(" ", 1)[0].lower()
    if verb or named or (first not in listed("asides") and any(w.lower() in listed("bearers") for w in bearer.split())):
        return Chapeau(re.sub(r"\s+", " ", bearer) or "those who agreed", named, clause.place)
    return None


def acting_part(subject: str, parties: Parties) -> str:
    """What names the doer in the words before a verb: opening phrases and insertions are left out.

    Args:
        subject: The words before the verb.
        parties: Their names join an enumeration ("Tarn, Kesh and Norland").
    """
    parts = [each.strip() for each in _COMMA.split(subject[-_SUBJECT_CHARS:]) if each.strip()]
    while len(parts) > 1 and _is_aside(parts[-1]):
        parts.pop()
    if not parts:
        return ""
    last = parts.pop()
    if re.search(r"^(?:and\s)|\sand\s", last):
        while parts and parties.is_name(parts[-1]):
            last = f"{parts.pop()}, {last}"
    return last


def _is_aside(part: str) -> bool:
    first = re.match(r"[A-Za-z-]+", part)
    return first is not None and (
        first[0] in listed("asides") or (first[0].islower() and first[0].endswith(("ing", "ed")))
    )


def is_somebody(bearer: str) -> bool:
    """Can these words be somebody, and not a thing?

    Args:
        bearer: The subject of a clause, or what stands behind "by".
    """
    words = re.findall(r"[A-Za-z-]+", bearer)
    return (
        any(word.lower() in listed("bearers") for word in words)
        or any(word[0].isupper() for word in words[1:])
        or (len(words) > 0 and words[0].isupper())
    )
