"""Answers: a bare "yes", "no" or "never" takes its issue from the question before it."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Stance

from .claims import Claim
from .conditions import condition_in
from .holders import holders_of_clause
from .issues import issues_in

if TYPE_CHECKING:
    from ..context import Context
    from ..document import Passage, Sentence

__all__ = ["ANSWER", "WANTED", "find_answers"]

ANSWER = "answer to a question"
"""Basis of what an answer comes to."""
WANTED = "answer to what is wanted"
"""Basis of what an answer names without a verb of wanting ("That they stop sending weapons.")."""
_NAMED = 5
"""How many sentences of an answer still name what was asked for."""
_ORDER = re.compile(
    r"^(?:First|Second|Third|Fourth|Firstly|Secondly|Thirdly|Finally|And|Then|Also)(?: of all)?,? (?:and )?"
)
_BARE = 2
"""Words of an answer that says nothing but yes or no."""


@functools.cache
def _words() -> dict[str, re.Pattern[str]]:
    text = resources.files(__package__).joinpath("data/stances.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)["answers"]
    return {name: re.compile(r"\W*\b(?:" + "|".join(found) + r")\b", re.IGNORECASE) for name, found in data.items()}


def find_answers(context: Context) -> Iterator[Claim]:
    """Find what a turn of a transcript that opens with yes or no says to the question of the turn before."""
    question = ""
    for passage in context.passages:
        speaker = passage.block.speaker
        if speaker is None or not passage.sentences:
            if speaker is None:
                yield from _told_by_asking(context, passage)
            asked = [s.text for s in passage.sentences if s.text.rstrip().endswith("?")]
            question = asked[-1] if asked and asked[-1] == passage.sentences[-1].text else ""
            continue
        text = context.report.text[speaker.end : passage.block.end]
        if question and not text.rstrip().endswith("?"):
            persons = context.persons_named(speaker.start, speaker.end)
            parties = tuple(dict.fromkeys(context.roster.party(person) for person in persons))
            yield from _answer(context, passage, question, parties)
            yield from _wanted(context, passage, question, parties)
        asked = [s.text for s in passage.sentences if s.text.rstrip().endswith("?")]
        question = asked[-1] if text.rstrip().endswith("?") else ""


def _told_by_asking(context: Context, passage: Passage) -> Iterator[Claim]:
    """ "What does Ankara want? First, that the list be published. Second, ...", in the words of a report."""
    parties: tuple[str, ...] = ()
    question = ""
    for sentence in passage.sentences:
        if sentence.text.rstrip().endswith("?"):
            asks = _words()["asks_of_another"].match(sentence.text) is not None
            verb = next((t for t in sentence.span if t.dep_ == "ROOT"), None)
            parties = holders_of_clause(context, verb) if asks and verb is not None else ()
            question = sentence.text
            continue
        told = _ORDER.sub("", sentence.text)
        named = _words()["names_it"].match(told)
        if not parties or named is None or not (told.startswith("that ") or _is_fragment(sentence)):
            parties = ()
            continue
        issue = next(iter(issues_in(sentence.text) or issues_in(question)), None)
        for party in parties if issue is not None else ():
            yield Claim(
                party, "demands", sentence.start, sentence.end, issue or "other", sentence, "what is asked and told"
            )


def _answer(context: Context, passage: Passage, question: str, parties: tuple[str, ...]) -> Iterator[Claim]:
    words, sentence = _words(), passage.sentences[0]
    spoken = _after_name(context, passage)
    issues = issues_in(question) or ({"process": 1.0} if words["asks_to_come"].search(question) else {})
    if not issues or words["asks_for_more"].match(question) or not words["asks_the_party"].search(question):
        return
    condition = condition_in(context.report.text, spoken, sentence.end)
    stance: Stance
    if words["no"].match(context.report.text, spoken):
        stance = "rejects"
    elif words["yes"].match(context.report.text, spoken):
        stance = "accepts"
    elif condition is not None and condition.start <= spoken + 1:
        stance = "conditional"
    else:
        return
    told = _told_in(context, passage, spoken)
    for party in parties:
        yield Claim(party, stance, spoken, told.end, next(iter(issues)), told, ANSWER)
    behind = passage.sentences[1] if len(passage.sentences) > 1 else None
    if behind is not None and stance == "conditional" and words["no"].fullmatch(behind.text.strip(" .!")):
        for party in parties:  # "If they give up the barracks, yes. Not before."
            yield Claim(party, "rejects", behind.start, behind.end, next(iter(issues)), behind, ANSWER)


def _wanted(context: Context, passage: Passage, question: str, parties: tuple[str, ...]) -> Iterator[Claim]:
    """ "What do you expect of them?" "That they stop sending weapons."."""
    words = _words()
    if words["asks_what"].search(question) is None:
        return
    start = _after_name(context, passage)
    for sentence in passage.sentences[:_NAMED]:
        start = max(start, sentence.start)
        told = context.report.text[start : sentence.end]
        that = told[:4].lower() in {"that", "and "}
        names = words["names_it"].match(told) is not None or _is_bare_name(sentence)
        if not names or not (that or _is_fragment(sentence)):
            return
        issue = next(iter(issues_in(told) or issues_in(question)), None)
        for party in parties if issue is not None else ():
            yield Claim(party, "demands", start, sentence.end, issue or "other", sentence, WANTED)


def _is_bare_name(sentence: Sentence) -> bool:
    """ "Algeria, with the African Union."."""
    return any(t.dep_ == "ROOT" and t.pos_ in {"PROPN", "NOUN"} for t in sentence.span)


def _is_fragment(sentence: Sentence) -> bool:
    """Has the sentence no verb with a subject of its own at its top?"""
    tops = [t for t in sentence.span if t.dep_ == "ROOT"]
    return all(not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in t.children) for t in tops)


def _told_in(context: Context, passage: Passage, spoken: int) -> Sentence:
    """The sentence that an answer stands in; of a bare "No." with the one behind it, which says to what."""
    first, following = passage.sentences[0], passage.sentences[1:2]
    bare = len(context.report.text[spoken : first.end].split()) <= _BARE
    if not bare or not following or following[0].text.rstrip().endswith("?"):
        return first
    return msgspec.structs.replace(first, end=following[0].end)


def _after_name(context: Context, passage: Passage) -> int:
    """Where the words of a turn begin, behind the name and its colon."""
    speaker, text = passage.block.speaker, context.report.text
    start = speaker.end if speaker is not None else passage.block.start
    while start < passage.block.end and (text[start].isspace() or text[start] in ":*\"'"):
        start += 1
    return start
