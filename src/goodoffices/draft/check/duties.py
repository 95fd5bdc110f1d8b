"""The duties of a text: who must do what, and by when."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from ..sequence import Clause, Gazetteer, Outline
from .definitions import read_data
from .parties import Parties
from .subjects import Chapeau, Chapeaux, acting_part, is_somebody, listed

__all__ = ["Duty", "find_duties"]

_MODAL = re.compile(
    r"(?i)\b(?P<modal>shall|must|will|(?:is|are)\s+(?:not\s+)?to"
    r"|(?:is|are)\s+(?:expected|required|obliged|bound|called\s+upon)\s+(?:not\s+)?to"
    r"|(?:undertakes?|agrees?|pledges?)\s+(?:not\s+)?to|commits?\s+(?:itself\s+|themselves\s+)?(?:not\s+)?to)\s+"
)
_NOT = re.compile(
    r"(?i)(?:\b(?:not|never|no|refrain|abstain|cease|desist|respect|observe|maintain|cooperate|continue)\b)"
    r"|^\W*(?:there\s+is\s+a\s+)?ban\b|\bprohibit"
)
_ADVERBS = (
    r"(?:(?:also|then|thereby|hereby|immediately|only|jointly|fully|promptly|together|likewise|further|not|each|both"
    r"|never)\s+){0,3}"
)
_BE = re.compile(
    rf"(?i){_ADVERBS}(?P<be>be\s+|have\s+been\s+)?(?:\w+ly\s+){{0,2}}(?P<verb>[a-z-]+)(?:\s+(?P<next>[a-z]+))?"
)
_BY = re.compile(
    r"(?i)\bby\s+(?!the\s+end\b|\d|means\b|way\b|no\s|law\b|force\b|consensus\b|agreement\b|decree\b|\w+ing\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)(?P<agent>[^,;.]{2,80})"
)
_RELATIVE = re.compile(r"(?i)\b(?:which|who|that|where)\s+(?:\w+ly\s+)?$")
_THAT = re.compile(r"(?P<before>[\w-]+),?\s+that\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){1,5}$")
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_LEAD = re.compile(r"^[^A-Za-z]*")
_TO = re.compile(r"(?i)to\s+(?:\w+ly\s+)?")
_NAME_WORDS = 8
_FEWEST_WORDS = 2
_MOST_WORDS = 25
"""Behind so many words a verb in the present is not looked for."""


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the text orders.

    Attributes:
        provision: Where.
        subjects: The parties that must do it; ``("*",)`` for all of them together; empty where no party must.
        bearer: The subject as the text words it, or "" where it names nobody.
        verb: What is to be done, as it stands: "withdraw", "Withdrawal".
        act: Is it a single act, which needs a day or a trigger?
        timed: Does the clause, or the provision, say when?
        item: Is it an item that orders without a subject of its own: "Ensure ...", "Withdrawal of ..."?
        words: The clause.
        span: Where it stands in the source.
    """

    provision: str
    subjects: tuple[str, ...]
    bearer: str
    verb: str
    act: bool
    timed: bool
    item: bool = False
    words: str
    span: tuple[int, int]


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
    chapeaux = Chapeaux(text, parties)
    found: list[Duty] = []
    for clause in text.clauses:
        if clause.provision and not clause.heading:
            above = places.above(clause.provision)
            timed = any(each in when for each in (clause.provision, *above))
            found += _duties(clause, parties, timed=timed, chapeau=chapeaux.over(clause, above))
    return tuple(found)


def _duties(clause: Clause, parties: Parties, *, timed: bool, chapeau: Chapeau | None) -> Iterator[Duty]:
    modal = _main_modal(clause.text)
    verb = _BE.match(clause.text, modal.end()) if modal else None
    if modal and verb:
        yield from _ordered(clause, parties, modal, verb, timed=timed, chapeau=chapeau)
    elif not modal:
        yield from _bare(clause, parties, timed=timed, chapeau=chapeau) or _present(clause, parties, timed=timed)


def _main_modal(text: str) -> re.Match[str] | None:
    """The verb of duty of the main clause: not one in "the force which shall ...", "a clause that Tarn will ..."."""
    for modal in islice(_MODAL.finditer(text), 5):
        before = text[max(0, modal.start() - 120) : modal.start()]
        of_that = _THAT.search(before)
        aside = of_that is not None and of_that["before"].lower() not in listed("governing")
        if not (_RELATIVE.search(before) and not _is_governed(before)) and not aside:
            return modal
    return None


def _is_governed(before: str) -> bool:
    """ "agree that shall ..." is no relative clause."""
    words = before.split()
    return len(words) > 1 and words[-1].lower() == "that" and words[-2].lower().strip(",") in listed("governing")


def _ordered(
    clause: Clause,
    parties: Parties,
    modal: re.Match[str],
    verb: re.Match[str],
    *,
    timed: bool,
    chapeau: Chapeau | None,
) -> Iterator[Duty]:
    subject, word = clause.text[: modal.start()], verb["verb"].lower()
    bearer = acting_part(subject, parties)
    named = parties.named_in(bearer)
    if not subject.strip() and chapeau:
        bearer, named = chapeau.bearer, chapeau.named
    if _says_what_is(subject, word, verb["be"], named):
        return
    if verb["be"]:
        agent = _BY.search(clause.text, verb.end("verb"))
        bearer = agent["agent"].strip() if agent else ""
        named = parties.named_in(bearer)
        if not agent and _acts_itself(subject):
            return
    act = _is_act(word, verb["next"] or "") and not _NOT.search(clause.text[modal.start() : verb.end("verb") + 12])
    duty = _duty(clause, named, bearer, word, act=act, timed=timed)
    # in the active voice the subject is the doer, whatever it is called
    yield duty if verb["be"] or duty.bearer else msgspec.structs.replace(duty, bearer=re.sub(r"\s+", " ", bearer))


def _says_what_is(subject: str, word: str, be: str | None, named: tuple[str, ...]) -> bool:
    """Does a clause say what is ("shall enter into force"), and not what somebody must do?"""
    by_party = word in listed("of_parties") and not be and bool(named)
    return (word in listed("constitutive") and not by_party) or bool(re.search(r"(?i)\bthere\s*$", subject))


def _acts_itself(subject: str) -> bool:
    """Is a passive such that nobody is asked for ("disputes shall be settled by ...", "decisions shall be taken")?"""
    return any(word.lower() in listed("act_themselves") for word in _WORD.findall(subject))


def _is_act(word: str, following: str) -> bool:
    """Is a verb a single act, by itself or with the word behind it ("pull back", "hold elections")?"""
    following = following.lower()
    if word in listed("light"):
        return f"{word} {following}" in listed("phrasal")
    return word in listed("acts") or f"{word} {following}" in listed("phrasal")


def _bare(clause: Clause, parties: Parties, *, timed: bool, chapeau: Chapeau | None) -> list[Duty]:
    """An item that orders without a verb of duty: "Ensure ...", "Withdrawal of ...", "to extend ..."."""
    text = _LEAD.sub("", clause.text)
    infinitive = _TO.match(text) if chapeau else None
    text = text[infinitive.end() :] if infinitive else text
    words = [each[0] for each in islice(_WORD.finditer(text), 2)]
    if len(words) < _FEWEST_WORDS or clause.place > (1 if chapeau else 0):
        return []
    word = words[0].lower()
    noun = word in listed("act_nouns")
    if not (noun or infinitive or _is_imperative(word, words[-1])):
        return []
    agent = _BY.search(clause.text) if noun else None
    by = (agent["agent"].strip(), parties.named_in(agent["agent"])) if agent else None
    bearer, named = by or ((chapeau.bearer, chapeau.named) if chapeau else ("", ()))
    act = (noun or _is_act(word, words[-1])) and not _NOT.search(clause.text[:60])
    return [_duty(clause, named, bearer, words[0], act=act, timed=timed, item=True)]


def _is_imperative(word: str, following: str) -> bool:
    return (word in listed("imperatives") and following.lower() not in listed("of_nouns")) or (
        f"{word} {following.lower()}" in listed("phrasal")
    )


def _present(clause: Clause, parties: Parties, *, timed: bool) -> Iterator[Duty]:
    """A party with a verb of duty in the present: "The Parties cease all fire", "Tarn withdraws its guns"."""
    for word in islice(_WORD.finditer(clause.text), 1, _MOST_WORDS):
        base = _base(word[0])
        if not base:
            continue
        bearer = acting_part(clause.text[: word.start()], parties)
        named = parties.closing(bearer)
        if named or _is_body(bearer):
            behind = _WORD.search(clause.text, word.end())
            if behind and behind[0].lower() in listed("of_nouns"):
                return
            act = _is_act(base, behind[0] if behind else "") and not _NOT.search(clause.text[word.start() :][:30])
            yield _duty(clause, named, bearer, word[0], act=act, timed=timed)
            return


def _is_body(bearer: str) -> bool:
    """Is it "The Commission", "Both armies": a body that can act, and nothing behind it?"""
    words = _WORD.findall(bearer)
    if not 0 < len(words) <= _NAME_WORDS:
        return False
    return words[0][0].isupper() and words[-1].lower() in listed("bearers")


def _base(word: str) -> str:
    """The base form of a verb of duty in the present; "" for other words."""
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y")
    verbs = listed("imperatives") | listed("conduct")
    return next((each for each in forms if each in verbs), "")


def _duty(
    clause: Clause, named: tuple[str, ...], bearer: str, verb: str, *, act: bool, timed: bool, item: bool = False
) -> Duty:
    somebody = bool(named) or is_somebody(bearer)
    return Duty(
        provision=clause.provision,
        subjects=named,
        bearer=re.sub(r"\s+", " ", bearer) if somebody else "",
        verb=verb,
        act=act,
        timed=timed,
        item=item,
        words=re.sub(r"\s+", " ", clause.text),
        span=(clause.start, clause.end),
    )
