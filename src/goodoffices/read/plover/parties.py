"""The countries of both sides of an event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .countries import gazette
from .cues import objects, prepositions
from .lexicon import lexicon
from .roles import doer, is_passive, partners, undergoers
from .scene import Scene, is_person

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .model import Cue

__all__ = ["parties_of"]

_OWNERS = frozenset({"poss", "amod", "compound", "nmod"})


def parties_of(cue: Cue, plover: str, speaker: Token | None, scene: Scene) -> tuple[list[str], list[str]]:
    """Find the countries of those who did it and of those to whom it was done.

    Args:
        cue: The words that tell of it.
        plover: Its type as it is meant.
        speaker: Head of the phrase that names who tells it, or None.
        scene: The sentence with its countries.

    Returns:
        ISO 3166-1 alpha-3 codes of source and target, either empty where no country is named or meant.
    """
    verb = cue.token
    if plover == "REQUEST" and cue.plover != "REQUEST" and speaker is not None:
        return _told(verb, speaker, scene)
    agent = _noun_doer(verb, scene) if cue.nominal else doer(verb)
    acted_on = list(_noun_undergoers(verb) if cue.nominal else undergoers(verb))
    source = _source(agent, speaker, scene, verb)
    if len(source) > 1 and _mutual(verb, plover):
        return _sides(verb, source, scene)
    target, same = _target(acted_on, source, scene, agent)
    if not target and not (same and plover in lexicon().domestic and plover != "MOBILIZE"):
        target = _elsewhere(acted_on, source, scene, plover)
    if source and not target and _between(agent):
        target = source  # the two sides of one country
    if not target and len(source) > 1 and plover not in {"ACCUSE", "REQUEST", "REJECT", "THREATEN"}:
        source, target = source[:1], source[1:]
    if not source:
        source = _home(agent, target, scene, plover, verb)
    if not target:
        target = _at_home(acted_on, source, scene, plover, same=same)
    return source, target


def _between(agent: Token | None) -> bool:
    """ "Talks between the government and the rebels", where both are of one country."""
    return agent is not None and any(c.lower_ == "between" for c in (*agent.children, *agent.head.children))


def _mutual(verb: Token, plover: str) -> bool:
    """Do those who are joined as its subject do it with each other?"""
    return plover in {"COOPERATE", "CONSULT"} or (
        plover in lexicon().symmetric and verb.lemma_.lower() in lexicon().mutual
    )


def _sides(verb: Token, source: list[str], scene: Scene) -> tuple[list[str], list[str]]:
    """Both sides of what is done together: the first and the others, unless the sentence says with whom all do it."""
    met = [code for o in objects(verb) if o.dep_ == "dobj" for code in scene.countries(o, behind=False)]
    met += [
        code for word, inner in prepositions(verb) if word in {"with", "against"} for code in scene.countries(inner)
    ]
    target = [code for code in dict.fromkeys(met) if code not in source]
    return (source, target) if target else (source[:1], source[1:])


def _elsewhere(acted_on: list[Token], source: list[str], scene: Scene, plover: str) -> list[str]:
    """Another country that is named inside what is acted on; else the only other one of the sentence."""
    for head in acted_on:
        if others := [code for code in scene.inside(head) if code not in source]:
            return others[:1]
    others = [code for code in scene.named if code not in source]
    if (
        len(others) == 1
        and source
        and (plover not in lexicon().domestic or plover == "MOBILIZE")
        and others[0] != scene.place
    ):
        return others
    return []


def _told(verb: Token, speaker: Token, scene: Scene) -> tuple[list[str], list[str]]:
    """ "X said Y must leave": X asks it of Y."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    source = scene.countries(speaker)
    asked = scene.countries(subject) if subject is not None else []
    others = [code for code in asked if code not in source]
    target = others or _target(undergoers(verb), source, scene, speaker)[0]
    return source, target


def _source(agent: Token | None, speaker: Token | None, scene: Scene, verb: Token) -> list[str]:
    pronoun = agent is not None and agent.lower_ in gazette().back | gazette().speaker
    if agent is not None and not pronoun:
        return scene.countries(agent)
    if speaker is not None and (pronoun or is_passive(verb)):
        return scene.countries(speaker)
    return []


def _target(acted_on: Iterable[Token], source: list[str], scene: Scene, agent: Token | None) -> tuple[list[str], bool]:
    """The first phrase that names another country; and whether one named only the source's own."""
    same = False
    for head in acted_on:
        if agent is not None and head.i == agent.i:
            continue
        found = scene.countries(head)
        if others := [code for code in found if code not in source]:
            return others, same
        same |= bool(found)
    return [], same


def _home(agent: Token | None, target: list[str], scene: Scene, plover: str, verb: Token) -> list[str]:
    """The country of those who act without its name ("police", "gunmen"): the place, or that of what they act on."""
    if agent is not None and (scene.is_body(agent) or agent.lower_ in gazette().back):
        return []
    if agent is None and not (plover in {"COERCE", "PROTEST", "YIELD"} and is_passive(verb)):
        return []
    if agent is not None and not is_person(agent) and plover not in lexicon().domestic:
        return []
    if scene.place:
        return [scene.place]
    return target[:1] if plover in lexicon().domestic else []


def _at_home(acted_on: list[Token], source: list[str], scene: Scene, plover: str, *, same: bool) -> list[str]:
    """The country of those to whom it was done, where no phrase names another: the place, or the source's own."""
    people = any(is_person(head) for head in acted_on)
    if any(scene.is_body(head) for head in acted_on[:1]):
        return []
    if same and not people and plover != "MOBILIZE":
        return source  # "broke off talks with the ELN": a group of the same country
    alone = plover == "YIELD" and not acted_on
    if (
        plover == "MOBILIZE"
        or plover not in lexicon().domestic
        or not (people or same or alone or plover in {"PROTEST", "COERCE"})
    ):
        return []
    if scene.place and plover in lexicon().domestic:
        return [scene.place]
    return source[:1]


def _noun_doer(noun: Token, scene: Scene) -> Token | None:
    """Who did what a noun tells of: "by X", "X's", an adjective, else the subject of the verb above it."""
    above = prepositions(noun.head) if noun.dep_ == "nsubj" and noun.head.pos_ == "VERB" else ()
    behind = [inner for word, inner in prepositions(noun) if word in {"by", "between", "from"}]
    behind += [inner for word, inner in above if word == "between"]
    for head in behind:
        if scene.countries(head) or is_person(head):
            return head
    for child in noun.children:
        if child.dep_ in _OWNERS and scene.countries(child):
            return child
    if noun.dep_ in {"dobj", "attr", "pobj"}:
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        return doer(verb) if verb.pos_ in {"VERB", "AUX"} else None
    return None


def _noun_undergoers(noun: Token) -> list[Token]:
    verb = noun.head
    around = list(undergoers(verb)) if noun.dep_ in {"nsubj", "nsubjpass", "dobj"} and verb.pos_ == "VERB" else []
    return [*partners(noun), *(head for head in around if head.i != noun.i)]
