"""Frames: the lexicon of stance cues, from `data/stances.toml`, and how what each is about hangs on it."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import cast

import msgspec

from goodoffices.record import Stance

from .particles import STANCES, governed, particles

__all__ = ["Frames", "frames"]


class Frames(msgspec.Struct, frozen=True):
    """The cue lexicon of `data/stances.toml`."""

    verbs: dict[str, tuple[Stance, frozenset[str]]]
    phrasal: dict[str, tuple[Stance, frozenset[str]]]
    governed: dict[str, dict[str, Stance]]
    particles: dict[str, frozenset[str]]
    nouns: dict[str, tuple[Stance, frozenset[str]]]
    adjectives: dict[str, tuple[Stance, frozenset[str]]]
    opposites: dict[str, Stance]
    opposites_of: dict[str, Stance]
    wishes: frozenset[str]
    lacking: frozenset[str]
    bare: frozenset[str]
    acting: frozenset[str]
    behind: frozenset[str]
    quit: frozenset[str]
    rejoin: frozenset[str]
    taking_part: frozenset[str]
    leave: frozenset[str]
    forums: frozenset[str]
    own: frozenset[str]
    arms: frozenset[str]
    owned: frozenset[str]
    stating: frozenset[str]
    firm: re.Pattern[str]
    predicate: re.Pattern[str]
    unclear: frozenset[str]
    unclear_nouns: frozenset[str]
    unclear_parties: frozenset[str]
    answers: frozenset[str]
    given: frozenset[str]
    weighing: frozenset[str]
    live: dict[str, str]
    staying: frozenset[str]
    staying_behind: frozenset[str]
    documents: frozenset[str]
    lists: frozenset[str]
    contain: frozenset[str]
    oblige: frozenset[str]
    intend: frozenset[str]
    concede: frozenset[str]
    changing: frozenset[str]
    yielding: frozenset[str]
    hinge: frozenset[str]
    light: frozenset[str]
    handling: frozenset[str]
    drop: frozenset[str]
    giving_to: frozenset[str]
    utter: frozenset[str]
    uttered: frozenset[str]
    travelling: frozenset[str]
    courses: dict[str, frozenset[str]]
    taking: frozenset[str]
    deny: frozenset[str]
    differ: frozenset[str]
    reply: frozenset[str]
    refusing: frozenset[str]
    organs: frozenset[str]
    sides: dict[str, Stance]
    powers: re.Pattern[str]
    accuse: frozenset[str]
    needing: frozenset[str]
    granting: frozenset[str]
    addressing: frozenset[str]
    choosing: frozenset[str]
    vague: frozenset[str]
    tentative: frozenset[str]
    concluding: frozenset[str]
    signing: frozenset[str]
    settling: frozenset[str]
    accords: frozenset[str]
    laying_down: frozenset[str]
    obliging: frozenset[str]
    nouns_of_will: frozenset[str]
    threaten: frozenset[str]
    consenting: frozenset[str]
    terms_any: frozenset[str]
    terms_own: frozenset[str]
    terms_refusing: frozenset[str]
    together: frozenset[str]
    carriers: frozenset[str]
    giving_up: frozenset[str]
    charges: frozenset[str]
    linking: frozenset[str]
    hooks: frozenset[str]
    terms_nouns: frozenset[str]
    announcing: frozenset[str]
    announced: frozenset[str]
    drafts: frozenset[str]
    making: frozenset[str]
    no_bidding: frozenset[str]
    joint: frozenset[str]
    joint_pairs: frozenset[str]
    joint_sides: frozenset[str]
    helpers: frozenset[str]
    joint_with: frozenset[str]
    meeting: frozenset[str]
    heads: frozenset[str]
    crowds: frozenset[str]
    crowds_one: frozenset[str]
    seats: frozenset[str]
    joint_states: frozenset[str]
    counted: frozenset[str]
    vowing: frozenset[str]
    favouring: frozenset[str]
    undoing: frozenset[str]
    undoing_texts: frozenset[str]
    repeating: frozenset[str]
    binding: frozenset[str]
    provisos: frozenset[str]
    asked_by_press: frozenset[str]
    gap_heads: frozenset[str]
    heading: frozenset[str]
    hanging: frozenset[str]
    binding_fast: frozenset[str]
    wanted_nouns: dict[str, Stance]
    cleft_verbs: dict[str, Stance]


@functools.cache
def frames() -> Frames:
    """Read the cue lexicon once."""
    text = resources.files(__package__).joinpath("data/stances.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)

    def table(part: str) -> dict[str, tuple[Stance, frozenset[str]]]:
        return {w: (s, frozenset(f)) for s in STANCES for w, f in data[s].get(part, {}).items()}

    return Frames(
        verbs=table("verbs"),
        phrasal=table("phrasal"),
        governed=governed(data),
        particles=particles(data),
        nouns=table("nouns"),
        adjectives=table("adjectives"),
        opposites=cast("dict[str, Stance]", data["opposites"]),
        opposites_of=cast("dict[str, Stance]", data["opposites_of"]),
        wishes=frozenset(data["demands"]["wishes"]),
        lacking=frozenset(data["rejects"]["lacking"]),
        bare=frozenset(data["bare"]["words"]),
        acting=frozenset(data["bare"]["acting"]),
        behind=frozenset(data["bare"]["behind"]),
        quit=frozenset(data["forums"]["quit"]),
        rejoin=frozenset(data["forums"]["rejoin"]),
        taking_part=frozenset(data["forums"]["taking_part"]),
        leave=frozenset(data["forums"]["leave"]),
        forums=frozenset(data["forums"]["nouns"]),
        own=frozenset(data["own"]["nouns"]),
        arms=frozenset(data["own"]["arms"]),
        owned=frozenset(data["own"]["owned"]),
        stating=frozenset(data["own"]["stating"]),
        firm=_any_of(data["red_line"]["firm"]),
        predicate=_any_of(data["red_line"]["predicate"]),
        unclear=frozenset(data["unclear"]["words"]),
        unclear_nouns=frozenset(data["unclear"]["nouns"]),
        unclear_parties=frozenset(data["unclear"]["of_party"]),
        answers=frozenset(data["unclear"]["answers"]),
        given=frozenset(data["unclear"]["given"]),
        weighing=frozenset(data["unclear"]["weighing"]),
        live={verb: behind[0] for verb, behind in data["modals"]["possible"].items()},
        staying=frozenset(data["modals"]["staying"]["verbs"]),
        staying_behind=frozenset(data["modals"]["staying"]["behind"]),
        documents=frozenset(data["documents"]["nouns"]),
        lists=frozenset(data["documents"]["lists"]),
        contain=frozenset(data["documents"]["contain"]),
        oblige=frozenset(data["modals"]["oblige"]),
        intend=frozenset(data["modals"]["intend"]),
        concede=frozenset(data["modals"]["concede"]),
        changing=frozenset(data["modals"]["changing"]),
        yielding=frozenset(data["modals"]["yielding"]),
        hinge=frozenset(data["modals"]["hinge"]),
        light=frozenset(data["clauses"]["light"]),
        handling=frozenset(data["clauses"]["handling"]),
        drop=frozenset(data["clauses"]["drop"]),
        giving_to=frozenset(data["clauses"]["giving_to"]),
        utter=frozenset(data["clauses"]["utter"]),
        uttered=frozenset(data["clauses"]["uttered"]),
        travelling=frozenset(data["modals"]["travelling"]),
        courses={name: frozenset(words) for name, words in data["courses"].items()},
        taking=frozenset(data["courses"]["taking"]),
        deny=frozenset(data["clauses"]["deny"]),
        reply=frozenset(data["modals"]["reply"]),
        refusing=frozenset(data["modals"]["refusing"]),
        organs=frozenset(data["modals"]["organs"]),
        differ=frozenset(data["clauses"]["differ"]),
        sides=cast("dict[str, Stance]", data["clauses"]["sides"]),
        powers=re.compile("|".join(data["clauses"]["under"]), re.IGNORECASE),
        accuse=frozenset(data["clauses"]["accuse"]),
        needing=frozenset(data["clauses"]["needing"]),
        granting=frozenset(data["clauses"]["granting"]),
        addressing=frozenset(data["clauses"]["addressing"]),
        choosing=frozenset(data["clauses"]["choosing"]),
        vague=frozenset(data["clauses"]["vague"]),
        tentative=frozenset(data["clauses"]["tentative"]),
        concluding=frozenset(data["accords"]["concluding"]),
        signing=frozenset(data["accords"]["signing"]),
        settling=frozenset(data["accords"]["settling"]),
        accords=frozenset(data["accords"]["nouns"]),
        laying_down=frozenset(data["accords"]["laying_down"]),
        obliging=frozenset(data["accords"]["obliging"]),
        nouns_of_will=frozenset(data["terms"]["will"]),
        threaten=frozenset(data["terms"]["threaten"]),
        consenting=frozenset(data["terms"]["consenting"]),
        terms_own=frozenset(data["terms"]["own"]),
        terms_any=frozenset(data["terms"]["any"]),
        terms_refusing=frozenset(data["terms"]["refusing"]),
        together=frozenset(data["clauses"]["together"]),
        carriers=frozenset(data["clauses"]["carriers"]),
        giving_up=frozenset(data["turning"]["giving_up"]),
        charges=frozenset(data["turning"]["charges"]),
        linking=frozenset(data["links"]["verbs"]),
        hooks=frozenset(data["links"]["hooks"]),
        terms_nouns=frozenset(data["links"]["nouns"]),
        announcing=frozenset(data["deeds"]["verbs"]),
        announced=frozenset(data["deeds"]["things"]),
        drafts=frozenset(data["documents"]["drafts"]),
        making=frozenset(data["documents"]["making"]),
        no_bidding=frozenset(data["deeds"]["no_bidding"]),
        joint=frozenset(data["joint"]["nouns"]),
        joint_pairs=frozenset(data["joint"]["pairs"]),
        joint_sides=frozenset(data["joint"]["sides"]),
        helpers=frozenset(data["joint"]["helpers"]),
        meeting=frozenset(data["modals"]["meeting"]),
        heads=frozenset(data["own"]["heads"]),
        crowds=frozenset(data["own"]["crowds"]) | frozenset(data["own"]["crowds_one"]),
        crowds_one=frozenset(data["own"]["crowds_one"]),
        seats=frozenset(data["own"]["seats"]),
        joint_with=frozenset(data["joint"]["qualities"]),
        joint_states=frozenset(data["joint"]["states"]),
        counted=frozenset(data["clauses"]["counted"]),
        vowing=frozenset(data["turning"]["vowing"]),
        favouring=frozenset(data["turning"]["favouring"]),
        undoing=frozenset(data["turning"]["undoing"]),
        undoing_texts=frozenset(data["turning"]["undoing_texts"]),
        repeating=frozenset(data["turning"]["repeating"]),
        binding=frozenset(data["turning"]["binding"]),
        provisos=frozenset(data["bare"]["provisos"]),
        asked_by_press=frozenset(data["modals"]["asked_by_press"]),
        gap_heads=frozenset(data["clauses"]["gap_heads"]),
        hanging=frozenset(data["links"]["hanging"]),
        binding_fast=frozenset(data["links"]["fast"]),
        heading=frozenset(data["clefts"]["heading"]),
        wanted_nouns={w: cast("Stance", s) for s, words in data["clefts"]["nouns"].items() for w in words},
        cleft_verbs={w: cast("Stance", s) for s, words in data["clefts"]["verbs"].items() for w in words},
    )


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in ordered) + r")(?!\w)", re.IGNORECASE)
