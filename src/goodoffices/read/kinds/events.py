"""Events outside the talks that bear on them: violence, accusations, measures."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, cast

from goodoffices.record import EventContent, EventKind, Statement

from ..document import Sentence

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["find_events"]


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    text = resources.files(__package__).joinpath("data/events.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return {
        kind: re.compile(
            r"(?:" + "|".join(p.replace("*", r"\w*").replace("?", r"\w") for p in words) + r")", re.IGNORECASE
        )
        for kind, words in data.items()
    }


def find_events(context: Context) -> Iterator[Statement]:
    """State the event that a sentence tells of in the past tense."""
    for sentence in context.sentences:
        if sentence.block.kind != "paragraph":
            continue
        kind = _kind(sentence)
        if kind is None:
            continue
        actors = context.actors_in(sentence.start, sentence.end)
        yield context.state(
            EventContent(
                kind=cast("EventKind", kind),
                actors=tuple(sorted(actors)),
                text=" ".join(sentence.text.split()),
                place=_place(sentence),
            ),
            sentence.evidence(),
            when=context.time_in(sentence.start, sentence.end),
            basis="cue of an event",
        )


def _kind(sentence: Sentence) -> str | None:
    for token in sentence.span:
        if token.pos_ not in {"VERB", "NOUN"}:
            continue
        for kind, pattern in _patterns().items():
            if pattern.fullmatch(token.lower_) and _happened(kind, token.tag_, token.dep_):
                return kind
    return None


def _happened(kind: str, tag: str, dep: str) -> bool:
    if kind == "statement":
        return tag in {"VBD", "VBN", "VBG", "VBZ"} and dep != "amod"
    return tag in {"VBD", "VBN", "NN", "NNS"}


def _place(sentence: Sentence) -> str | None:
    for token in sentence.span:
        if (
            token.dep_ == "pobj"
            and token.head.lower_ in {"in", "near", "at"}
            and token.ent_type_ in {"GPE", "LOC", "FAC"}
        ):
            return token.text
    return None
