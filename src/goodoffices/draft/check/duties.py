"""The duties of a text: who must do what, and by when."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import msgspec

from ..sequence import Clause, Gazetteer, Outline
from .definitions import read_data
from .parties import COLLECTIVE, Parties
from .report import Problem

__all__ = ["Duty", "check_duties", "find_duties"]

_MODAL = re.compile(
    r"(?i)\b(?P<modal>shall|must|will|(?:is|are)\s+to|undertakes?\s+to|agrees?\s+to|commits?\s+(?:itself\s+|themselves\s+)?to)\s+"
)
_NOT = re.compile(
    r"(?i)(?:\b(?:not|never|refrain|abstain|cease|desist|respect|observe|maintain|cooperate|continue)\b)|^\W*(?:there\s+is\s+a\s+)?ban\b|\bprohibit"
)
_BE = re.compile(
    r"(?i)(?:(?:also|then|thereby|immediately|only|jointly|fully|promptly|together|likewise|further|not)\s+){0,3}(?P<be>be\s+|have\s+been\s+)?(?:\w+ly\s+){0,2}(?P<verb>[a-z-]+)"
)
_BY = re.compile(
    r"(?i)\bby\s+(?!the\s+end\b|\d|means\b|way\b|no\s|law\b|force\b|consensus\b|agreement\b|decree\b|\w+ing\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)(?P<agent>[^,;.]{2,80})"
)
_SHORT_CHARS = 90
_LEAD = re.compile(r"^[^A-Za-z]*")


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the text orders.

    Attributes:
        provision: Where.
        subjects: The parties that must do it; ``("*",)`` for all of them together; empty where no party must.
        bearer: The subject as the text words it, or "" where it names nobody.
        verb: What is to be done, as it stands: "withdraw", "Withdrawal".
        act: Is it a single act, which needs a day or a trigger?
        timed: Does the clause, or the provision, say when?
        words: The clause.
        span: Where it stands in the source.
    """

    provision: str
    subjects: tuple[str, ...]
    bearer: str
    verb: str
    act: bool
    timed: bool
    words: str
    span: tuple[int, int]


@functools.cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(read_data("duties")[name])


@functools.cache
def _timed() -> re.Pattern[str]:
    return re.compile(r"(?i)\b(?:" + "|".join(read_data("duties")["timed"]) + r")")


def find_duties(text: Outline, parties: Parties, places: Gazetteer) -> tuple[Duty, ...]:
    """Find what a text orders.

    Args:
        text: The text.
        parties: Its parties.
        places: Its provisions; what a whole says of time holds for its parts.
    """
    when = {each.provision for each in text.clauses if _timed().search(each.text)}
    by_chapeau = _subjects_above(text, parties)
    found: list[Duty] = []
    for clause in text.clauses:
        if clause.provision and not clause.heading:
            line = [clause.provision, *places.above(clause.provision)]
            chapeau = next((by_chapeau[each] for each in line[1:] if each in by_chapeau), by_chapeau.get("", ("", ())))
            found += _duties(clause, parties, timed=any(each in when for each in line), chapeau=chapeau)
    return tuple(found)


def _subjects_above(text: Outline, parties: Parties) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The subject of the sentence that leads items in ("The Parties undertake to:")."""
    led: dict[str, tuple[str, tuple[str, ...]]] = {}
    for clause in text.clauses:
        if re.search(r":\s*$", clause.text) and (modal := _MODAL.search(clause.text + " ")):
            subject = clause.text[: modal.start()].strip()[-120:]
            led[clause.provision] = (subject, parties.named_in(subject))
    return led


def _duties(clause: Clause, parties: Parties, *, timed: bool, chapeau: tuple[str, tuple[str, ...]]) -> Iterator[Duty]:
    text = clause.text
    modal = _MODAL.search(text)
    verb = _BE.match(text, modal.end()) if modal else None
    if modal and verb:
        yield from _ordered(clause, parties, modal, verb, timed=timed)
    elif not modal:
        yield from _bare(clause, parties, timed=timed, chapeau=chapeau)


def _ordered(
    clause: Clause, parties: Parties, modal: re.Match[str], verb: re.Match[str], *, timed: bool
) -> Iterator[Duty]:
    subject = clause.text[: modal.start()]
    word = verb["verb"].lower()
    by_party = word in _listed("of_parties") and not verb["be"] and bool(parties.named_in(_last_part(subject)))
    if (word in _listed("constitutive") and not by_party) or re.search(r"(?i)\bthere\s*$", subject):
        return
    named: tuple[str, ...]
    if verb["be"]:
        agent = _BY.search(clause.text, verb.end())
        bearer = agent["agent"].strip() if agent else ""
        named = parties.named_in(bearer)
        if not agent and _acts_itself(subject):
            return
    else:
        bearer = _last_part(subject)
        named = parties.named_in(bearer)
    act = word in _listed("acts") and not _NOT.search(clause.text[modal.start() : verb.end() + 12])
    duty = _duty(clause, named, bearer, word, act=act, timed=timed)
    # in the active voice the subject is the doer, whatever it is called
    yield duty if verb["be"] or duty.bearer else msgspec.structs.replace(duty, bearer=re.sub(r"\s+", " ", bearer))


def _acts_itself(subject: str) -> bool:
    """Is a passive such that nobody is asked for ("disputes shall be settled by ...", "decisions shall be taken")?"""
    return bool(
        re.search(
            r"(?i)\b(?:right|rights|principle|provision|provisions|dispute|disputes|amendments?|decisions?)\b", subject
        )
    )


def _last_part(subject: str) -> str:
    """What stands before the verb, behind the last comma that ends an opening phrase."""
    parts = [each.strip() for each in subject.split(",") if each.strip()]
    return parts[-1] if parts else ""


def _bare(clause: Clause, parties: Parties, *, timed: bool, chapeau: tuple[str, tuple[str, ...]]) -> Iterator[Duty]:
    """An item that orders without a verb of duty: "Ensure ...", "Withdrawal of ..."."""
    first = re.match(r"[A-Za-z-]+", _LEAD.sub("", clause.text))
    if first is None or clause.place:
        return
    word = first[0].lower()
    if word in _listed("imperatives") or word in _listed("act_nouns"):
        agent = _BY.search(clause.text)
        bearer = agent["agent"].strip() if agent else chapeau[0]
        named = parties.named_in(agent["agent"]) if agent else chapeau[1]
        act = (word in _listed("act_nouns") or word in _listed("acts")) and not _NOT.search(clause.text[:60])
        yield _duty(clause, named, bearer, first[0], act=act, timed=timed)


def _duty(clause: Clause, named: tuple[str, ...], bearer: str, verb: str, *, act: bool, timed: bool) -> Duty:
    is_somebody = bool(named) or _is_somebody(bearer)
    return Duty(
        provision=clause.provision,
        subjects=named,
        bearer=re.sub(r"\s+", " ", bearer) if is_somebody else "",
        verb=verb,
        act=act,
        timed=timed,
        words=re.sub(r"\s+", " ", clause.text),
        span=(clause.start, clause.end),
    )


def _is_somebody(bearer: str) -> bool:
    words = re.findall(r"[A-Za-z-]+", bearer)
    return (
        any(word.lower() in _listed("bearers") for word in words)
        or any(word[0].isupper() for word in words[1:])
        or (len(words) > 0 and words[0].isupper())
    )


def check_duties(duties: Sequence[Duty], parties: Parties, places: Gazetteer) -> Iterator[Problem]:
    """Find parties without a duty, duties without a subject, and duties without a day or a trigger.

    Args:
        duties: What the text orders.
        parties: Its parties.
        places: Its provisions, for their numbers.
    """
    yield from _idle(duties, parties)
    for each in duties:
        where = places.number(each.provision)
        if not each.bearer:
            message = f"{where} says that something is to be done ({_short(each.words)!r}) and not by whom"
            yield Problem(kind="no-subject", message=message, provisions=(each.provision,), spans=(each.span,))
        if each.act and not each.timed:
            message = f"{where} orders an act ({_short(each.words)!r}) with no date, term or trigger"
            yield Problem(kind="no-date", message=message, provisions=(each.provision,), spans=(each.span,))


def _short(words: str) -> str:
    return words if len(words) <= _SHORT_CHARS else words[:_SHORT_CHARS].rsplit(" ", 1)[0] + " ..."


def _idle(duties: Sequence[Duty], parties: Parties) -> Iterator[Problem]:
    own = {name for each in duties for name in each.subjects if name != COLLECTIVE}
    shared = sum(COLLECTIVE in each.subjects for each in duties)
    if not duties or not (own or shared):
        return
    for name in parties.names:
        if name not in own and (own or not shared):
            rest = f"; it only shares in the {shared} that all bear" if shared else ""
            yield Problem(kind="idle-party", message=f"{name!r} has no duty of its own{rest}")
