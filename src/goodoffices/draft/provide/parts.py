"""The parts of a measure: who, by when, after what, verified by whom, and what its kind has of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from ..check.parties import COLLECTIVE
from ..sequence import Clause, Wait
from .kinds import PART_LABELS, Kind, kinds
from .scopes import LONGEST
from .survey import Survey

__all__ = ["Part", "common_parts", "own_parts", "plain"]

_DONE = r"(?:verified|monitored|certified|confirmed|inspected|observed|supervised|overseen)"
_DOES = r"(?:verif(?:y|ies)|monitors?|certif(?:y|ies)|confirms?|inspects?|observes?|supervises?|oversees?)"
_NOUN = r"(?:[Vv]erification|[Mm]onitoring|[Oo]bservation|[Ii]nspection|[Ss]upervision)"
_VERIFIED = re.compile(
    rf"\b{_DONE}\s(?:\w+ly\s)?by\s(?P<by>[^,;.|]{{2,80}})"
    rf"|\b{_NOUN}\s(?P<of_it>(?:[\w-]+\s){{0,14}}?)by\s(?P<of>[^,;.|]{{2,80}})"
    rf"|\bunder\s(?:the\s)?(?:supervision|observation|monitoring)\sof\s(?P<under>[^,;.|]{{2,80}})"
    rf"|(?P<who>[A-Z][^,;.|]{{1,70}}?)\s(?:(?:shall|will|must|is\sto|are\sto)\s)?(?:\w+ly\s)?{_DOES}\b"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = (
    rf"(?:\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?|{_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?|{_MONTH}\s\d{{4}}"
    r"|(?:the\send\sof\s)?20\d\d)"
)
_CALENDAR = re.compile(
    rf"\b(?:between\s{_DAY}\sand\s{_DAY}|from\s{_DAY}\s(?:to|until)\s{_DAY}|(?:at\s\d{{1,2}}[.:]\d{{2}}\s)?(?:on|by|from|before|until|in)\s{_DAY})"
)
_EVERYTHING = re.compile(r"(?i)\b(?:implementation|compliance|provisions?) (?:of|with) (?:this|the|all|its)\b")
_NAMES = frozenset({"contributors", "lead", "operator", "signatories", "payer", "through"})
"""Parts that name somebody: what follows the names is cut off."""
_BEHIND_NAMES = re.compile(
    r"\s*,?\s+(?:by\s\d|shall|will|must|once|after|until|unless|within|of up to|up to|of \d|to be|under|which"
    r"|guarantees?|has|have|and shall)\b"
)
_BEFORE_NAMES = re.compile(r"^(?:In|If|Upon|Should|Where|When|After|Once|For|At|On)\b[^,]*,\s*")
_ARTICLE = re.compile(r"(?i)(?:the|a|an|this|each|such|its|their)")


class Part(msgspec.Struct, frozen=True):
    """One thing that a measure says: its id and label, the words, and where they stand."""

    name: str
    label: str
    words: str
    provision: str
    span: tuple[int, int]


def plain(text: str) -> str:
    """Write words on one line, without marks at their edges."""
    return re.sub(r"\s+", " ", text).strip(" ,;|")


def common_parts(kind: Kind, scope: Sequence[str], waits: Sequence[Wait], survey: Survey) -> Iterator[Part]:
    """Find who must act, by when, after what, and who verifies it.

    Args:
        kind: Of the measure.
        scope: Its provisions.
        waits: What holds it up.
        survey: The text.
    """
    yield from _who(scope, survey)
    yield from _when(scope, waits, survey)
    yield from _verified(kind, scope, survey)


def _who(scope: Sequence[str], survey: Survey) -> Iterator[Part]:
    told: set[str] = set()
    for duty in (each for name in scope for each in survey.duties_of.get(name, ())):
        bearer = duty.bearer or ", ".join(each for each in duty.subjects if each != COLLECTIVE)
        if bearer and bearer not in told and not any(map(str.isdigit, bearer)):
            told.add(bearer)
            yield Part("who", PART_LABELS["who"], bearer, duty.provision, duty.span)


def _when(scope: Sequence[str], waits: Sequence[Wait], survey: Survey) -> Iterator[Part]:
    told: set[tuple[int, int]] = set()
    for deadline in (each for name in scope for each in survey.deadlines_of.get(name, ())):
        told.add(deadline.span)
        yield Part("when", PART_LABELS["when"], plain(deadline.words), deadline.provision, deadline.span)
    for wait in waits:
        timed = wait.days is not None or bool(wait.clock)
        if timed and wait.span not in told:
            yield Part("when", PART_LABELS["when"], plain(wait.words), wait.provision, wait.span)
        if not timed or wait.target or any(each.cues.search(wait.event) for each in kinds().values() if not wait.days):
            yield Part("trigger", PART_LABELS["trigger"], plain(wait.words), wait.provision, wait.span)
    if not told and not any(wait.days is not None or wait.clock for wait in waits):
        yield from _dated(scope, survey)


def _dated(scope: Sequence[str], survey: Survey) -> Iterator[Part]:
    """A day or a stretch of the calendar in other words: "between 15 September and 31 December 2027", "on 1 May"."""
    for clause in (each for name in scope for each in survey.clauses.get(name, ())):
        if found := _CALENDAR.search(clause.text[:LONGEST]):
            span = (clause.start + found.start(), clause.start + found.end())
            yield Part("when", PART_LABELS["when"], plain(found[0]), clause.provision, span)


def _verified(kind: Kind, scope: Sequence[str], survey: Survey) -> Iterator[Part]:
    """In its own clauses, or in one elsewhere that names what is verified, or verifies everything."""
    inside = frozenset(scope)
    for clause, hit, of_kinds in _verifying(survey):
        if clause.provision in inside or of_kinds is None or kind.id in of_kinds:
            span = (clause.start + hit.start(), clause.start + hit.end())
            yield Part("verified", PART_LABELS["verified"], plain(hit[0]), clause.provision, span)


def _verifying(survey: Survey) -> Sequence[tuple[Clause, re.Match[str], frozenset[str] | None]]:
    """The clauses by which somebody verifies, with the kinds of what is verified; None for everything."""
    kept: list[tuple[Clause, re.Match[str], frozenset[str] | None]] | None = survey.__dict__.get("_verifying")
    if kept is None:
        kept = [found for clause in survey.text.clauses if (found := _verifier(clause))]
        survey.__dict__["_verifying"] = kept
    return kept


def _verifier(clause: Clause) -> tuple[Clause, re.Match[str], frozenset[str] | None] | None:
    text = clause.text[:LONGEST]
    hit = _VERIFIED.search(text) if clause.provision and not clause.heading else None
    if hit is None:
        return None
    if _EVERYTHING.search(text):
        return clause, hit, None
    rest = f"{text[: hit.start()]} {text[hit.end() :]} {hit['of_it'] or ''}"
    of_kinds = (
        each.id for each in kinds().values() if each.cues.search(rest) and (each.also is None or each.also.search(rest))
    )
    return clause, hit, frozenset(of_kinds)


def own_parts(kind: Kind, clauses: Sequence[Clause]) -> Iterator[Part]:
    """Find what the kind of a measure has of its own.

    Args:
        kind: Of the measure.
        clauses: Its clauses.
    """
    for name, part in kind.parts.items():
        seen: set[str] = set()
        for clause in clauses:
            for hit in part.pattern.finditer(clause.text[:LONGEST]):
                group = next((key for key, value in hit.groupdict().items() if value), 0)
                words = _trimmed(plain(hit[group]), name)
                if words and words.casefold() not in seen:
                    seen.add(words.casefold())
                    span = (clause.start + hit.start(group), clause.start + hit.end(group))
                    yield Part(name, part.label, words, clause.provision, span)


def _trimmed(words: str, name: str) -> str:
    if name not in _NAMES:
        return words
    cut = _BEHIND_NAMES.split(_BEFORE_NAMES.sub("", words), maxsplit=1)[0].strip(" ,;|")
    return "" if _ARTICLE.fullmatch(cut) else cut
