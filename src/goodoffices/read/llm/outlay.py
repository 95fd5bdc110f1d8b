"""What a run would send, and where: said before it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from goodoffices.record import Marking, Report

from .endpoint import Endpoint
from .parts import parts_of
from .prompt import instructions

__all__ = ["LANGUAGES", "OPEN_MARKINGS", "Outlay", "outlay_of", "refusal"]

LANGUAGES = frozenset({"en"})
"""Languages of reports that are sent: those that the parser reads, whose word a statement is checked against."""
_UNDETERMINED = "und"
"""Too few words to tell the language from: read as English."""
OPEN_MARKINGS = frozenset({Marking.CLEAR, Marking.GREEN, Marking.AMBER})
"""Markings of reports that may leave this machine."""
_CHARACTERS_A_TOKEN = 4
"""English prose has 4 to 5 characters a token with the tokenizers in use; the lower figure promises too much sooner."""


class Outlay(msgspec.Struct, frozen=True, kw_only=True):
    """How much text would go where.

    Attributes:
        endpoint: Where.
        reports: Reports that would be sent.
        characters: Their characters.
        tokens: Tokens that would be sent, about: the reports and the instructions that go with each request.
        requests: Requests, where none has to be repeated.
        markings: Marking -> reports that would be sent under it.
        refused: Reports whose marking forbids it.
        unread: Reports in a language that is not read.
    """

    endpoint: Endpoint
    reports: int
    characters: int
    tokens: int
    requests: int
    markings: Mapping[str, int]
    refused: int = 0
    unread: int = 0

    def lines(self) -> Iterator[str]:
        """Say it to a person."""
        where = "on this machine" if self.endpoint.local else "NOT on this machine"
        yield (
            f"{self.reports:,} report{'s' * (self.reports != 1)} ({self.characters:,} characters, about "
            f"{self.tokens:,} tokens in {self.requests:,} requests) would be sent to {self.endpoint.host} ({where}) "
            f"for the model {self.endpoint.model}."
        )
        if marked := ", ".join(f"{count:,} {name}" for name, count in self.markings.items()):
            yield f"Their markings: {marked}."
        if self.refused:
            yield f"{self.refused:,} more are marked RED or AMBER+STRICT and stay here."
        if self.unread:
            yield f"{self.unread:,} more are in a language that is not read."
        if not self.endpoint.encrypted:
            yield "The connection is NOT encrypted: others on the way can read along."


def refusal(report: Report, endpoint: Endpoint) -> str | None:
    """Say why a report must not be sent to an endpoint, or None where it may."""
    if not _is_read(report):
        return f"it is in {report.language!r}; a language model is asked for {', '.join(sorted(LANGUAGES))} only"
    if endpoint.local or report.marking in OPEN_MARKINGS:
        return None
    return f"it is {report.marking.label} and {endpoint.host} is not on this machine; nothing of it was sent"


def _is_read(report: Report) -> bool:
    language = report.language.split("-")[0]
    return language in LANGUAGES or language == _UNDETERMINED


def outlay_of(reports: Iterable[Report], endpoint: Endpoint) -> Outlay:
    """Reckon what reading `reports` with the model at `endpoint` would send."""
    refused = unread = characters = requests = 0
    markings: Counter[str] = Counter()
    for report in reports:
        if not _is_read(report):
            unread += 1
        elif refusal(report, endpoint):
            refused += 1
        else:
            markings[report.marking.label] += 1
            characters += len(report.text)
            requests += len(parts_of(report.text))
    return Outlay(
        endpoint=endpoint,
        reports=markings.total(),
        characters=characters,
        tokens=-(-(characters + requests * len(instructions())) // _CHARACTERS_A_TOKEN),
        requests=requests,
        markings=dict(sorted(markings.items())),
        refused=refused,
        unread=unread,
    )
