"""What `bench/sentence_encoder.py` teaches beside issues: sentences, with what they tell of.

Every sentence of the clusters to work on, with what their gold has in it, and sentences of short texts in which only
meetings are annotated.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from goodoffices.read.encoder import numbered, vocabulary
from goodoffices.read.hearing import heard_with
from goodoffices.read.kinds.unlikely import sentence_spans

__all__ = ["MASK", "TELLINGS", "Heard", "heard_of", "heard_of_meetings"]

HERE = Path(__file__).parent / "reading"
STANCES = ("demands", "offers", "accepts", "rejects", "conditional", "ambiguous")
KINDS = (
    "monitoring", "force", "buffer_zone", "border_verification", "security_pact", "economic", "channel", "mediation",
    "exchange", "humanitarian", "other",
)  # fmt: skip
EVENTS = ("violence", "statement", "measure", "other")
LISTS = ("positions", "meetings", "mechanisms", "events", "issue_status", "withheld")
TELLINGS = (
    "position", "meeting", "mechanism", "trigger", *STANCES, *KINDS, "violence", "statement", "measure", "happening",
    "issue_status", "withheld",
)  # fmt: skip
"""What a sentence may tell of, in the order of the model's answers."""
MASK = None
"""What stands for a telling of which nothing is known."""


class Heard(msgspec.Struct, frozen=True):
    """Pieces of a sentence and of what stands before it, which are its own, and whether it tells of each telling."""

    pieces: list[int]
    marks: list[int]
    told: list[bool | None]


def heard_of(folder: Path) -> Iterator[Heard]:
    """Every sentence of a cluster, with what its gold has in it."""
    gold = msgspec.json.decode((folder / "gold.json").read_bytes())
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        here = {name: [one for one in gold[name] if one["report"] == path.name] for name in LISTS}
        for start, end in _sentences(text):
            told = {name: [one for one in here[name] if _touches(text, one, start, end)] for name in LISTS}
            yield _heard(text, start, end, _tellings(told))


def heard_of_meetings() -> Iterator[Heard]:
    """Sentences of short texts, of which only the meetings are known."""
    for one in (*_rows("meetings/*.jsonl"), *_rows("passages/work.jsonl")):
        pieces = [each if isinstance(each, str) else each["sentence"] for each in one["meetings"]]
        known = [{"sentence": piece} for piece in pieces if piece in one["text"]]
        for start, end in _sentences(one["text"]):
            meets = any(_touches(one["text"], each, start, end) for each in known)
            told = [meets if name == "meeting" else MASK for name in TELLINGS]
            yield _heard(one["text"], start, end, told)


def _tellings(told: dict[str, list[dict[str, Any]]]) -> list[bool | None]:
    """Of each telling whether it is told; stances where there is no position, and kinds of nothing, are not known."""
    stances = {stance for one in told["positions"] for stance in one["stance"]}
    kinds = {kind for one in told["mechanisms"] for kind in one["kind"]}
    events = {one["kind"] for one in told["events"]}
    wanted, arranged = bool(told["positions"]), bool(told["mechanisms"])
    return [
        wanted,
        bool(told["meetings"]),
        arranged,
        any(one["trigger"] for one in told["mechanisms"]) if arranged else MASK,
        *(stance in stances if wanted else MASK for stance in STANCES),
        *(kind in kinds if arranged else MASK for kind in KINDS),
        *(kind in events for kind in EVENTS),
        bool(told["issue_status"]),
        bool(told["withheld"]),
    ]


def _touches(text: str, one: dict[str, Any], start: int, end: int) -> bool:
    at = text.index(one["sentence"])
    return at < end and start < at + len(one["sentence"])


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentence_spans(text):
        yield start, start + len(text[start:end].rstrip())


def _heard(text: str, start: int, end: int, told: list[bool | None]) -> Heard:
    pieces, marks = numbered(*heard_with(text, start, end), vocabulary())
    return Heard(pieces, marks, told)


def _rows(pattern: str) -> Iterator[dict[str, Any]]:
    for path in sorted(HERE.glob(pattern)):
        for row in path.read_bytes().splitlines():
            yield msgspec.json.decode(row)
