"""Keeping to oneself: papers kept "among ourselves", a draft restricted to six, a text that nobody has been shown."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from .governing import is_denied
from .phrases import objects_behind

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["keeps_close", "will_not"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THING = frozenset({"it", "them", "this", "that", "which", "they"})
_SPEAKERS = frozenset({"i", "we"})


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The word lists of `[keeping]` in `data/withheld.toml`."""

    verbs: frozenset[str]
    among: frozenset[str]
    ourselves: frozenset[str]
    restricting: frozenset[str]
    restricted: frozenset[str]
    showing: frozenset[str]
    nobody: frozenset[str]
    silent: frozenset[str]
    mute: frozenset[str]
    lock: frozenset[str]
    giving: frozenset[str]
    details: frozenset[str]


@functools.cache
def _words() -> Words:
    text = resources.files(__package__).joinpath("data/withheld.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text)["keeping"], Words)


def keeps_close(verb: Token, content: frozenset[str]) -> bool:
    """Does a verb tell that something is kept from others without calling it secret?

    Args:
        verb: A word.
        content: Lemmas of what can be kept secret ("annex", "list").
    """
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    words, lemma = _words(), verb.lemma_.lower()
    if lemma in words.verbs and (_among_themselves(verb, content) or _under_lock(verb, content)):
        return True
    if lemma in words.restricting and _restricted(verb, content):
        return True
    return (lemma in words.showing and _shown_to_nobody(verb, content)) or (
        (lemma in words.silent and _silent(verb)) or (lemma in words.mute and _mute(verb))
    )


def will_not(verb: Token) -> bool:
    """ "Will not comment", "would not discuss": by someone's will, not for want of an occasion."""
    return is_denied(verb) and any(c.lower_ in {"will", "wo", "would", "'ll", "shall", "sha"} for c in verb.children)


def _among_themselves(verb: Token, content: frozenset[str]) -> bool:
    """ "Agreed to keep among ourselves"; of what remains "between the parties" only what can be kept secret."""
    words = _words()
    links = words.among if verb.lemma_ == "keep" else words.among - {"to", "within"}
    behind = list(objects_behind(verb, links))
    if is_denied(verb) or not any({t.lower_, t.lemma_.lower()} & words.ourselves for t in behind):
        return False
    if verb.lemma_ == "keep":
        return any(t.lower_.endswith(("self", "selves")) or t.lower_ == "us" for t in behind) and not _apart(verb)
    return _is_about(verb, content)


def _apart(verb: Token) -> bool:
    """ "Keep themselves to themselves", "keep the peace between them": of people and of peace."""
    things = [c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"]
    return any(thing in {"peace", "contact", "themselves", "ourselves", "distance"} for thing in things)


def _under_lock(verb: Token, content: frozenset[str]) -> bool:
    locked = any(t.lemma_.lower() in _words().lock for t in objects_behind(verb, {"under"}))
    return locked and _is_about(verb, content)


def _restricted(verb: Token, content: frozenset[str]) -> bool:
    """ "Its draft is restricted to six negotiators": to people, not to a matter."""
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
    readers = [t for t in objects_behind(verb, {"to"}) if t.tag_ == "NNS" and t.lemma_.lower() not in content]
    counted = any(c.dep_ in {"nummod", "det", "amod"} or c.ent_type_ == "CARDINAL" for t in readers for c in t.children)
    return passive and counted and _is_about(verb, (content | _words().restricted) - {"agreement", "accord", "mandate"})


def _shown_to_nobody(verb: Token, content: frozenset[str]) -> bool:
    words = _words()
    behind = [g for c in verb.children if c.lower_ in {"to", "by", "among"} for g in c.children if g.dep_ == "pobj"]
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if is_denied(verb) and passive and behind and verb.lemma_ in {"show", "circulate", "distribute"}:
        return _is_about(verb, content)  # "the minutes have not been shown to the chiefs"
    nobody = any(_is_nobody(t, words) for t in behind) or (subject is not None and _is_nobody(subject, words))
    return nobody and _is_about(verb, content)


def _is_nobody(token: Token, words: Words) -> bool:
    if token.lower_ in words.nobody or (token.lower_ == "one" and any(c.lower_ == "no" for c in token.children)):
        return True
    before = (token.head,) if token.dep_ == "pobj" else ()  # "known only to the negotiators"
    few = any(c.lower_ == "only" for t in (token, *token.children, *before) for c in t.children)
    return few and token.tag_ == "NNS"


def _is_about(verb: Token, content: frozenset[str]) -> bool:
    """Is its subject or object one that can be kept secret, or a pronoun for one named in the sentence?"""
    things = [c for c in verb.children if c.dep_ in _SUBJECTS | {"dobj"}]
    if verb.dep_ in {"relcl", "acl"}:
        things.append(verb.head)
    if verb.dep_ == "conj" and not any(t.dep_ in _SUBJECTS for t in things):  # "exists but has been shown to nobody"
        things += [c for c in verb.head.children if c.dep_ in _SUBJECTS]
    if any({t.lemma_.lower(), t.lower_} & content for t in things):
        return True
    before = verb.doc[verb.sent.start : verb.i]
    named = any(t.lemma_.lower() in content and t.pos_ == "NOUN" for t in before)
    return named and any(t.dep_ == "dobj" and t.lower_ in _THING for t in things)


def _mute(verb: Token) -> bool:
    """ "I will not discuss it here", "we won't comment on that": of people, about something pointed at."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if not will_not(verb) or subject is None or subject.lower_ not in _SPEAKERS | {"he", "she", "they"}:
        return False
    things = [c for c in verb.children if c.dep_ == "dobj"] + list(objects_behind(verb, {"on", "about", "into"}))
    public = any(c.lower_ in {"here", "publicly"} for c in verb.children)
    return any(t.lower_ in _THING or t.lower_ in {"details", "detail"} for t in things) or (public and bool(things))


def _silent(verb: Token) -> bool:
    """ "I will say nothing about them", "nothing further will be said on that": by will, not by a text."""
    if verb.head.lower_ == "nothing" and verb.dep_ in {"relcl", "acl", "xcomp"}:  # "I have nothing to say about it"
        having = [c for c in verb.head.head.children if c.dep_ == "nsubj"]
        mine = any(c.lower_ in _SPEAKERS | {"he", "she", "they"} or c.pos_ == "PROPN" for c in having)
        return mine and verb.head.head.lemma_ == "have" and any(objects_behind(verb, {"about", "on", "of"}))
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    nothing = any(t.lower_ == "nothing" or (t.lower_ == "more" and is_denied(verb)) for t in things)
    will = any(
        c.lower_ in {"will", "would", "wo", "can", "shall"} for c in verb.children if c.dep_ in {"aux", "auxpass"}
    )
    matter = list(objects_behind(verb, {"about", "on", "of"})) or [
        inner for t in things for inner in objects_behind(t, {"about", "on", "of"})
    ]
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    someone = (
        subject is None
        or subject.lower_ in _SPEAKERS
        or subject.lower_ in {"he", "she", "they"}
        or subject.pos_ == "PROPN"
    )
    return nothing and will and bool(matter) and someone
