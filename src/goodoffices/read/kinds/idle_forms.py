"""Idle forms: words of stance that tell of a guest, a question, a complaint or a talk, by their form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..actors.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context
    from .stances import Cue

__all__ = ["is_granted", "is_idle_form"]

_WHY = frozenset({"WRB", "WP", "WDT", "WP$"})
_TELLING = frozenset({"VBD", "VBG", "VBN", "VBZ", "VBP"})
_WISHED = frozenset({"must", "should", "would", "will", "ought", "could"})
_GUESTS = frozenset(
    {"guest", "visitor", "delegation", "delegate", "envoy", "emissary", "team", "mission", "counterpart", "arrival"}
    | {"crowd", "pilgrim", "returnee", "participant", "newcomer", "host", "colleague", "homologue", "leader", "party"}
)
"""Who is welcomed in person."""
_ACCOUNTS = frozenset(
    {"reading", "account", "version", "interpretation", "figure", "number", "claim", "story", "description", "tally"}
    | {"toll", "estimate", "characterisation", "characterization", "narrative", "finding", "report", "allegation"}
    | {"this", "that", "it", "count", "assertion", "suggestion", "notion", "impression", "date", "accuracy"}
)
"""What others tell, which can be true or not."""
_DOUBTED = frozenset(
    {"sincerity", "motive", "credibility", "seriousness", "commitment", "will", "willingness", "intention", "suspect"}
    | {"witness", "wisdom", "logic", "timing", "value", "effectiveness", "ability", "capacity", "competence", "loyalty"}
    | {"neutrality", "impartiality", "leadership", "announcement", "statement", "readiness", "independence", "evidence"}
)
"""What is doubted of somebody, and nothing that anyone proposes."""
_GRANTED = frozenset(
    {"lift", "release", "free", "respect", "honour", "honor", "implement", "maintain", "uphold", "observe", "withdraw"}
    | {
        "remove",
        "drop",
        "restore",
        "recognise",
        "recognize",
        "guarantee",
        "return",
        "protect",
        "keep",
        "hand",
        "disarm",
    }
    | {"dismantle", "pay", "unfreeze", "reopen", "include", "consult", "fulfil", "fulfill", "travel", "preserve"}
    | {"ease", "waive", "repeal", "vacate", "evacuate", "disband", "surrender", "punish", "reinstate", "compensate"}
)
"""What one side asks of the other."""
_LEFT = frozenset(
    {"agreement", "accord", "treaty", "deal", "pact", "convention", "organisation", "organization", "union"}
)


def is_idle_form(context: Context, cue: Cue) -> bool:
    """Does a cue stand in a form in which it tells no stance ("was welcomed by the president", "asked why")?

    Args:
        context: The report.
        cue: A word of stance with what it is about.
    """
    test = _BY_LEMMA.get(cue.token.lemma_.lower())
    return test is not None and test(context, cue)


def is_granted(clause: Token) -> bool:
    """ "Expects all sanctions to be lifted": what one side is to do for the other, and no forecast.

    Args:
        clause: The verb of what is expected.
    """
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in clause.children)
    return passive and clause.lemma_ in _GRANTED and any(c.tag_ == "TO" for c in clause.children)


def _is_asked_why(_context: Context, cue: Cue) -> bool:
    """ "Asked why it had taken so long", "asked who deserved the credit": a question, be it a reproach."""
    return bool(cue.objects) and all(_opens_a_question(o) for o in cue.objects)


def _opens_a_question(clause: Token) -> bool:
    return clause.dep_ in {"ccomp", "advcl", "xcomp"} and clause.doc[clause.left_edge.i].tag_ in _WHY


def _is_of_a_guest(context: Context, cue: Cue) -> bool:
    """ "Welcomed the envoy at the airport", "the general was welcomed by the king": who came, and nothing proposed."""
    return bool(cue.objects) and all(_is_someone(context, o) for o in cue.objects)


def _is_someone(context: Context, thing: Token) -> bool:
    if thing.ent_type_ == "PERSON" or thing.lemma_.lower() in lexicon().offices | _GUESTS:
        return True
    return any(context.roster.actors[actor].kind == "person" for actor in context.roster.at(thing))


def _is_grumble(_context: Context, cue: Cue) -> bool:
    """ "Complained of dwindling stocks", "complains that few lorries arrive": how things are, but not what must be.

    To complain about a truce is to be against it.
    """
    if cue.part != "verb" or any(o.dep_ == "pobj" and o.head.lower_ == "about" for o in cue.objects):
        return False
    return not any(c.lower_ in _WISHED and c.dep_ == "aux" for o in cue.objects for c in o.children)


def _is_talked_over(_context: Context, cue: Cue) -> bool:
    """ "The two explored cooperation in trade": what they talked about; but "would explore a truce"."""
    return cue.part == "verb" and cue.token.tag_ in _TELLING and not any(c.tag_ == "MD" for c in cue.token.children)


def _is_sworn(_context: Context, cue: Cue) -> bool:
    """ "Was sworn in", "swears that no date stands in it": an office, or a fact."""
    if any(c.dep_ == "prt" for c in cue.token.children):
        return True
    return bool(cue.objects) and all(
        o.dep_ == "ccomp" and not any(c.tag_ in {"MD", "TO"} for c in o.children) for o in cue.objects
    )


def _is_of_an_account(_context: Context, cue: Cue) -> bool:
    """ "Disputes the figure", "a reading that Chad disputes": what is true, and not what is to be."""
    things = cue.objects or ((cue.token.head,) if cue.token.dep_ == "relcl" else ())
    heads = [cue.token.head if o.tag_ in _WHY and cue.token.dep_ == "relcl" else o for o in things]
    return bool(heads) and all(o.lemma_.lower() in _ACCOUNTS for o in heads)


def _is_doubt(context: Context, cue: Cue) -> bool:
    """ "Questioned their sincerity", "questioned two suspects"; but "questioned the presence of foreign troops"."""
    if _is_of_an_account(context, cue) or _is_asked_why(context, cue):
        return True
    return any(o.lemma_.lower() in _DOUBTED or _is_someone(context, o) for o in cue.objects)


def _is_done_before(_context: Context, cue: Cue) -> bool:
    """ "The president, who withdrew from the treaty in his first term": told of him by the way."""
    told = cue.token.dep_ == "relcl" and cue.token.tag_ == "VBD"
    return told and any(o.lemma_.lower() in _LEFT for o in cue.objects)


def _is_finished(context: Context, cue: Cue) -> bool:
    """ "A force that is almost ready": a thing, which wants nothing."""
    if cue.objects or cue.part != "adjective":
        return False
    subjects = [c for c in cue.token.head.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return not any(context.roster.at(s) or (s.pos_ == "PRON" and s.tag_ == "PRP") for s in subjects)


_BY_LEMMA: dict[str, Callable[[Context, Cue], bool]] = {
    "ask": _is_asked_why,
    "explore": _is_talked_over,
    "swear": _is_sworn,
    "withdraw": _is_done_before,
    "ready": _is_finished,
    "question": _is_doubt,
    **dict.fromkeys(("welcome", "greet", "applaud", "cheer"), _is_of_a_guest),
    **dict.fromkeys(("complain", "grumble", "gripe", "moan", "grouse"), _is_grumble),
    **dict.fromkeys(("dispute", "contest", "challenge"), _is_of_an_account),
}
