"""Whose concerns a text does not name: party by party on each issue, and groups that the record speaks of."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec

from ..text import Document, spoken
from .bearing import BearsOn
from .likeness import linking_data
from .voices import Voice

__all__ = ["GroupGap", "IssueGap", "group_gaps", "issue_gaps"]


class IssueGap(msgspec.Struct, frozen=True, kw_only=True):
    """A party whose positions on an issue find no reply, or not all of them.

    Attributes:
        issue: Id of the issue.
        party: Id of the party.
        name: Its name.
        unanswered: Its positions on the issue that nothing in the text bears on.
        answered: How many others are borne on.
        named_in: The provisions on the issue that name it.
    """

    issue: str
    party: str
    name: str
    unanswered: tuple[Voice, ...]
    answered: int
    named_in: tuple[str, ...]


class GroupGap(msgspec.Struct, frozen=True):
    """People whom the record speaks of and the text does not: what they are called, and where the record says so."""

    group: str
    voices: tuple[Voice, ...]


def issue_gaps(bears: BearsOn) -> tuple[IssueGap, ...]:
    """Find, issue by issue, the parties with a concern that the text does not take up.

    Args:
        bears: What `bears_on` made of a text and a record.

    Returns:
        Those who are wholly unanswered on an issue first.
    """
    silent = {each.voice.finding for each in bears.unanswered}
    held: dict[tuple[str, str], list[Voice]] = defaultdict(list)
    for voice in bears.voices:
        held[voice.issue, voice.party].append(voice)
    gaps = []
    for (issue, party), voices in held.items():
        left = tuple(each for each in voices if each.finding in silent)
        if left:
            gap = IssueGap(
                issue=issue,
                party=party,
                name=voices[0].name,
                unanswered=left,
                answered=len(voices) - len(left),
                named_in=_naming(issue, party, bears),
            )
            gaps.append(gap)
    return tuple(sorted(gaps, key=lambda each: (each.answered > 0, bool(each.named_in), each.issue, each.name)))


def _naming(issue: str, party: str, bears: BearsOn) -> tuple[str, ...]:
    found = (
        each.provision for each in bears.passages if issue in each.issues and party in bears.people.named_in(each.words)
    )
    return tuple(dict.fromkeys(found))


def group_gaps(document: Document, bears: BearsOn) -> tuple[GroupGap, ...]:
    """Find the groups of people that positions of the record speak of and the text never names.

    Args:
        document: A text.
        bears: What `bears_on` made of it and a record.
    """
    parts = [part for each in document.provisions for part in (*each.title, *each.body)]
    said = f"{document.title} {spoken((*document.preamble, *document.closing))} {spoken(parts)}"
    gaps = []
    for group, words in linking_data("groups").items():
        pattern = re.compile(r"(?i)\b(?:" + "|".join(words["words"]) + r")(?!\w)")
        if pattern.search(said):
            continue
        voices = tuple(each for each in bears.voices if pattern.search(f"{each.text} {each.sentence} {each.name}"))
        if voices:
            gaps.append(GroupGap(words.get("label", group), voices))
    return tuple(gaps)
