"""Acting: an arrangement that a verb and what it acts on name together ("a thousand police officers will go")."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, Any

import msgspec

from goodoffices.record import MechanismKind, MechanismState

from ...document import Sentence, offset_of
from ...plover.cues import objects
from ...plover.roles import doer
from ..governing import is_denied
from ..phrases import actors_of_phrase
from ..saying import told_by
from .mention import Mention
from .naming import bare_name
from .passing import is_through_somebody
from .triggers import trigger_of
from .vocabulary import any_of, base

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["acts_in"]

_AHEAD = frozenset({"will", "shall", "would", "could", "may", "might", "must", "should", "'ll", "can"})
_CERTAIN = frozenset({"will", "shall", "must", "'ll"})
_DONE = frozenset({"begin", "start", "continue", "cease", "stop", "manage", "fail", "refuse", "decline", "use"})
"""Verbs in the past behind which what is "to" be done was done, or not."""
_LETTING = frozenset({"let", "allow", "permit"})
_MANY = frozenset("hundred thousand dozen several many more further additional".split())  # noqa: SIM905  reads as a list
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MARKS = frozenset({"mark", "advmod"})
_CONDITIONS = frozenset({"once", "when", "if", "after", "until", "provided", "as"})
_WITHIN = frozenset({"within", "upon"})
_SOME = frozenset(
    {"those", "people", "persons", "men", "women", "all", "anyone", "anybody", "minors", "many", "others"}
)
_CAUGHT = frozenset(
    {"arrest", "capture", "convict", "detain", "hold", "imprison", "intern", "jail", "seize", "sentence", "abduct"}
)
"""What was done to those who are then prisoners, whatever they are called."""
_UNITS = frozenset({"battalion", "brigade", "company", "contingent", "platoon", "regiment", "squadron"})
"""Troops of which one is a number ("a battalion")."""
_MOST_WORDS = 60
"""Words of a clause that are looked at, at most."""


class _Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A verb with its things; see `data/mechanism_frames.toml`."""

    kind: MechanismKind
    name: str
    things: frozenset[str]
    roles: frozenset[str]
    counted: bool
    ahead: bool
    led: bool
    also: re.Pattern[str] | None
    not_with: re.Pattern[str] | None
    pattern: re.Pattern[str] | None
    denied: bool
    through: bool
    waiting: bool


def acts_in(context: Context, sentence: Sentence, named: frozenset[str]) -> Iterator[Mention]:
    """Find the arrangements that the verbs of a sentence name with their things; one of a kind.

    Args:
        context: The report.
        sentence: One sentence of it.
        named: Kinds of the arrangements that are named otherwise; these say the same.
    """
    given = set(named)
    for token in sentence.span:
        frames = _frames().get(token.lemma_.lower(), ()) if token.pos_ == "VERB" else ()
        for frame in frames:
            if frame.kind in given or (who := _holds(context, token, frame)) is None:
                continue
            mention = _mention(context, sentence, token, frame, who)
            if frame.waiting and mention.trigger is None:
                continue
            given.add(frame.kind)
            yield mention
            break


def _holds(context: Context, verb: Token, frame: _Frame) -> tuple[str, ...] | None:
    """Ids of those who lead what a verb names, where the frame fits it; None where it does not."""
    if (is_denied(verb) and not frame.denied) or not any(_fits(thing, frame) for thing in _things(verb, frame)):
        return None
    clause = _clause(verb)
    if (frame.also and not frame.also.search(clause)) or (frame.not_with and frame.not_with.search(clause)):
        return None
    ill_worded = frame.pattern is not None and not frame.pattern.search(clause)
    if ill_worded or (frame.through and not is_through_somebody(verb)):
        return None
    if frame.ahead and not (_is_ahead(verb) or _is_term(verb)):
        return None
    if not frame.led:
        return ()
    agent = doer(verb)
    who = actors_of_phrase(context, agent) if agent is not None else ()
    return tuple(sorted(who)) or None


def _things(verb: Token, frame: _Frame) -> Iterator[Token]:
    if "object" in frame.roles:
        yield from objects(verb)
        if _shares(verb):  # "will be surrendered and placed in containers"
            yield from objects(verb.head)
        if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.tag_ == "VBN":  # "units are to be merged"
            yield from (c for c in verb.head.children if c.dep_ == "nsubj")
    if "subject" in frame.roles:
        subject = doer(verb)
        if subject is not None:
            yield subject
    if "as" in frame.roles:  # "intends to name Mr Diallo as special envoy"
        yield from (c for as_ in verb.children if as_.lower_ == "as" for c in as_.children if c.dep_ == "pobj")
    if "head" in frame.roles and verb.dep_ == "acl" and verb.tag_ == "VBN":  # "consultations facilitated by"
        yield verb.head


def _fits(thing: Token, frame: _Frame) -> bool:
    """Is it one of the things, counted where they must be ("800 soldiers", "hundreds of soldiers")?"""
    inner = next((c for p in thing.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"), None)
    if "*" in frame.things:
        return True
    held = any(c.dep_ == "amod" and _is_caught(c) for c in thing.children)  # "jailed members of the party"
    led = thing if held or base(thing.text) in frame.things or inner is None else inner
    words = {base(led.text), led.lower_, led.lemma_.lower()}
    words |= {base(c.text) for c in led.children if c.dep_ == "compound"}  # "police officers"
    if held or (led.lower_ in _SOME and any(c.dep_ in {"acl", "relcl"} and _is_caught(c) for c in led.children)):
        words.add("prisoner")  # "half of those convicted under the emergency laws"
    if not words & frame.things:
        return False
    unit = led.lemma_.lower() in _UNITS and any(c.lower_ in {"a", "an", "another"} for c in led.children)
    return not frame.counted or unit or led is not thing or any(_counts(c) for c in led.children)


def _is_caught(token: Token) -> bool:
    """Is it what was done to prisoners, also where the tagger takes the participle for an adjective?"""
    word = token.lower_
    return bool({token.lemma_.lower(), word.removesuffix("d"), word.removesuffix("ed")} & _CAUGHT)


def _counts(token: Token) -> bool:
    return token.dep_ == "nummod" or token.tag_ == "CD" or token.lemma_.lower() in _MANY


def _is_ahead(verb: Token) -> bool:
    """Is it to come, undertaken or wished ("will go", "are to go", "undertook to free")?"""
    if verb.dep_ == "xcomp" and verb.head.tag_ == "VBD" and verb.head.lemma_.lower() in _DONE:
        return False  # "began to stamp the passports"
    if any(c.lower_ in _AHEAD or c.tag_ == "TO" or (c.lower_ == "be" and c.tag_ == "VB") for c in verb.children):
        return True
    if verb.tag_ == "VB" and verb.dep_ in {"ccomp", "ROOT"} and any(c.dep_ in _SUBJECTS for c in verb.children):
        return True  # "demands that the food travel with the Red Cross"
    return _shares(verb) and _is_ahead(verb.head)


def _shares(verb: Token) -> bool:
    """Is a verb joined to one whose subject and auxiliaries are its own too ("will be collected and burnt")?"""
    if verb.dep_ != "conj" or verb.head.pos_ not in {"VERB", "AUX"} or verb.tag_ not in {verb.head.tag_, "VBN"}:
        return False
    return not any(c.dep_ in _SUBJECTS or c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _is_term(verb: Token) -> bool:
    """Is it a term told in the present ("under its terms both pull back", "prisoners go free once ...")?"""
    if verb.tag_ not in {"VBP", "VBZ"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return False
    for child in verb.children:
        first = child.left_edge
        if child.dep_ == "advcl" and any(c.lower_ in _CONDITIONS for c in child.children if c.dep_ in _MARKS):
            return True
        if child.dep_ == "prep" and (child.lower_ in _WITHIN or (child.lower_ == "under" and first.i < verb.i)):
            return True
    return False


def _clause(verb: Token) -> str:
    """The words of a verb's clause, and of what governs its infinitive ("is ready to host", "an offer to host")."""
    top = verb.head if verb.dep_ == "xcomp" or (verb.dep_ == "acl" and verb.tag_ == "VB") else verb
    if verb.dep_ == "ccomp" and verb.head.lemma_ in _LETTING:  # "called on both to let the convoys pass"
        top = verb.head.head if verb.head.dep_ == "xcomp" else verb.head
    if top.dep_ == "acomp":
        top = top.head
    first = max(top.left_edge.i, verb.i - _MOST_WORDS)
    last = min(top.right_edge.i + 1, verb.i + _MOST_WORDS)
    return " ".join(verb.doc[first:last].text.split()).casefold()


def _mention(context: Context, sentence: Sentence, verb: Token, frame: _Frame, who: tuple[str, ...]) -> Mention:
    modal = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    ahead = _is_ahead(verb)
    state: MechanismState = "agreed" if modal & _CERTAIN else "proposed" if ahead else "in_force"
    at = offset_of(verb)
    return Mention(
        name=frame.name,
        noun=verb.lemma_.lower(),
        kind=frame.kind,
        words=frozenset({*frame.name.split(), *(context.roster.actors[actor].name.casefold() for actor in who)}),
        evidence=sentence.evidence(),
        state=state,
        led_by=who,
        trigger=trigger_of(context, sentence, bare_name(verb), sentence.end, state),
        said_by=told_by(context, at, at + len(verb)),
    )


@functools.cache
def _frames() -> dict[str, tuple[_Frame, ...]]:
    text = resources.files("goodoffices.read.kinds").joinpath("data/mechanism_frames.toml").read_text(encoding="utf-8")
    found: dict[str, tuple[_Frame, ...]] = {}
    for entry in tomllib.loads(text)["frame"]:
        frame = _frame(entry)
        for verb in entry["verbs"]:
            found[verb] = (*found.get(verb, ()), frame)
    return found


def _frame(entry: dict[str, Any]) -> _Frame:
    return _Frame(
        kind=entry["kind"],
        name=entry["name"],
        things=frozenset(entry["things"]),
        roles=frozenset(entry["roles"]),
        counted=entry.get("counted", False),
        ahead=entry.get("ahead", False),
        led=entry.get("led", False),
        also=any_of(entry["also"]) if "also" in entry else None,
        not_with=any_of(entry["not_with"]) if "not_with" in entry else None,
        pattern=re.compile(entry["pattern"]) if "pattern" in entry else None,
        denied=entry.get("denied", False),
        through=entry.get("through", False),
        waiting=entry.get("waiting", False),
    )
