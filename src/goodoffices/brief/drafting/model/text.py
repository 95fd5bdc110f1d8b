"""The rolling text as it is shown: provisions with their words, brackets, troubles and waits."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

import msgspec

__all__ = [
    "AlternativeView",
    "Fence",
    "OpenText",
    "Phrase",
    "ProvisionView",
    "Row",
    "Trouble",
    "VoiceView",
    "WaitView",
    "Wording",
]


class Phrase(msgspec.Struct, frozen=True, tag="words"):
    """Words that stand in no bracket, or between brackets; spaces at their edges count."""

    text: str


class AlternativeView(msgspec.Struct, frozen=True, kw_only=True):
    """One of the texts in a bracket.

    Attributes:
        label: What stands before its colon, or "".
        parties: Places in `RollingPage.parties` of those who want it.
        words: Its words and inner brackets; empty where nothing is to stand there.
        options: Ids of the options of the deal model that it is.
    """

    label: str = ""
    parties: tuple[int, ...] = ()
    words: tuple[Phrase | OpenText, ...] = ()
    options: tuple[str, ...] = ()


class OpenText(msgspec.Struct, frozen=True, kw_only=True, tag="bracket"):
    """A bracket in running text.

    Attributes:
        number: Of the bracket in the text, from 1; `goodoffices draft accept --bracket` takes it.
        id: Its name in the text, or "".
        private: Is who wants what for the mediator's eyes only?
        sides: Its alternatives.
    """

    number: int
    id: str = ""
    private: bool = False
    sides: tuple[AlternativeView, ...] = ()


Wording: TypeAlias = tuple[Phrase | OpenText, ...]


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """A problem that the checks found.

    Attributes:
        kind: One of the kinds of `goodoffices.draft.check`.
        label: The kind in a few words.
        grave: Does it keep the text from being carried out or read at all?
        message: What it is, in one sentence.
        provisions: Ids of the provisions concerned.
    """

    kind: str
    label: str
    grave: bool
    message: str
    provisions: tuple[str, ...] = ()


class WaitView(msgspec.Struct, frozen=True, kw_only=True):
    """What a provision waits for.

    Attributes:
        provision: Id of the one that waits.
        number: Its number.
        target: Id of the provision that it waits for, or "".
        target_number: Its number, or "".
        event: What has to happen, as the text words it.
        words: The words that make it wait.
        kind: ``after``, ``within``, ``deadline``, ``until``, ``before``, ``together`` or ``proviso``.
        in_words: The wait in a line: "8 waits for 9: “once ...”".
        sides: Names of the parties in whose alternative the words stand; empty for words that stand in no bracket.
        bracketed: Do the words stand in a bracket?
        stuck: Is it part of a deadlock?
    """

    provision: str
    number: str
    target: str
    target_number: str
    event: str
    words: str
    kind: str
    in_words: str
    sides: tuple[str, ...] = ()
    bracketed: bool = False
    stuck: bool = False


class VoiceView(msgspec.Struct, frozen=True, kw_only=True):
    """A position of the record that bears on a provision, or that has no reply.

    Attributes:
        party: Who holds it.
        direction: ``for``, ``against``, ``on a condition``, ``unsure``; "" for one without a reply.
        firm: Is it a red line?
        says: What it wants, in one clause: "demands a stabilisation force".
        sentence: The words of the report that bear it out.
        report: Title of that report.
        finding: Id of the finding.
        statements: Ids of its statements.
        bracket: Number of the bracket that it bears on, from 1; 0 for words outside brackets.
        alternative: Number of the alternative, from 1; 0 outside brackets.
        linked: Does the text itself link it, and not only the wording?
    """

    party: str
    direction: str
    firm: bool
    says: str
    sentence: str
    report: str
    finding: str
    statements: tuple[str, ...] = ()
    bracket: int = 0
    alternative: int = 0
    linked: bool = False


class ProvisionView(msgspec.Struct, frozen=True, kw_only=True, tag="provision"):
    """A provision as it is shown.

    Attributes:
        id: Its name; `goodoffices draft accept` takes it.
        number: As the text writes it ("9.", "(a)", "Article 5"), or "".
        full: Its number with those above it ("2(a)").
        depth: How deep it stands, from 0.
        heading: Is it only a heading over others?
        title: Words of its heading line.
        paragraphs: Its own words.
        status: One of the values of `goodoffices.draft.text.Status`, or "".
        status_label: The same in words.
        agreed_by: Places in `RollingPage.parties`, and names that are no party.
        agreed_on: When.
        note: A remark.
        marking: Its own release marking, or "".
        issues: Ids of the issues of the deal model that it answers.
        statements: Ids of the statements in the record that it answers.
        troubles: What the checks found in it.
        voices: What a case has to say of it; empty where the page was made without a case.
        waits: What it waits for.
        holds: Ids of the provisions that wait for it.
        past: What became of it over the versions, in words; "" where there is one version.
        changed: What the last version did to it: a change, or "".
        fences: How many brackets around whole provisions it stands in.
    """

    id: str
    number: str
    full: str
    depth: int
    heading: bool
    title: Wording = ()
    paragraphs: tuple[Wording, ...] = ()
    status: str = ""
    status_label: str = ""
    agreed_by: tuple[str, ...] = ()
    agreed_on: dt.date | None = None
    note: str = ""
    marking: str = ""
    issues: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    voices: tuple[VoiceView, ...] = ()
    waits: tuple[WaitView, ...] = ()
    holds: tuple[str, ...] = ()
    past: str = ""
    changed: str = ""
    fences: int = 0


class Fence(msgspec.Struct, frozen=True, kw_only=True, tag="fence"):
    """An edge of a bracket around whole provisions.

    Attributes:
        edge: ``opens``, ``or`` (the next alternative starts) or ``closes``.
        number: Of the bracket in the text, from 1.
        label: Of the alternative that starts here, or "".
        parties: Places of those who want it.
        private: Is who wants what for the mediator's eyes only?
        fences: How many such brackets it stands in, itself included.
    """

    edge: str
    number: int
    label: str = ""
    parties: tuple[int, ...] = ()
    private: bool = False
    fences: int = 1


Row: TypeAlias = ProvisionView | Fence
