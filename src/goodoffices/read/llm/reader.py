"""A language model as a second reader: it points at sentences, and what it says of them is checked against them."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator

from goodoffices.record import InputError, Rejection, Report, Statement
from goodoffices.record.verify import actors_named

from ..addressed import addressed_to_machines
from ..context import Context, open_context
from .answer import Said, SaidActor, entries_of
from .asking import Patience, Unanswered, ask
from .endpoint import Endpoint, key_of
from .naming import Names
from .outlay import LANGUAGES, refusal
from .parts import parts_of
from .passage import NotBorneOut
from .prompt import fenced
from .stating import Stating

__all__ = ["LanguageModelReader"]

_GIVE_UP = 3
"""Reports in a row without any answer after which the endpoint is not asked any more."""


class LanguageModelReader:
    """Reads with a language model. See `goodoffices.read.reader.Reader`.

    It is called where somebody asks for it and nowhere else. What it returns is checked here against the report, and
    again by the verifier; whatever does not pass is a rejection among what it returns.
    """

    languages = LANGUAGES
    endpoint: Endpoint
    """Where it asks."""

    def __init__(self, endpoint: Endpoint, patience: Patience | None = None) -> None:
        """Make ready; nothing is sent yet.

        Args:
            endpoint: Where to ask.
            patience: How long and how often to try.

        Raises:
            InputError: If the extra is not installed, or the endpoint needs a key and the environment holds none.
        """
        if importlib.util.find_spec("pydantic_ai") is None:
            msg = "reading with a language model needs more packages; install them with: pip install 'goodoffices[llm]'"
            raise InputError(msg)
        key_of(endpoint)
        self.endpoint = endpoint
        self._patience = patience or Patience()
        self._silences = 0

    @property
    def name(self) -> str:
        """Name and version: ``llm:<model>/1``."""
        return f"llm:{self.endpoint.model}/1"

    def read(self, report: Report) -> Iterable[Statement | Rejection]:
        """Find what a report says, with a rejection for whatever it does not bear out or could not be asked.

        A report whose marking forbids it is not sent. An endpoint that does not answer costs this report's second
        reading and nothing else; after three reports in a row without an answer it is not asked again.
        """
        if reason := refusal(report, self.endpoint):
            return [self._rejection(report, reason)]
        if self._silences >= _GIVE_UP:
            return [self._rejection(report, f"it was not asked, for it did not answer {_GIVE_UP} times in a row")]
        entries, silences = self._ask(report)
        rejections = [self._rejection(report, reason) for reason in silences]
        rejections += [self._rejection(report, each) for each in entries if isinstance(each, str)]
        said = [each for each in entries if isinstance(each, Said)]
        if not said:
            return rejections or [self._rejection(report, "its answer was empty")]
        return [*rejections, *self._state(open_context(report), said)]

    def _ask(self, report: Report) -> tuple[list[Said | str], list[str]]:
        """All entries of the answers on the parts of a report, and why there is none where there is none."""
        entries: list[Said | str] = []
        silences: list[str] = []
        parts = parts_of(report.text)
        for number, (start, end) in enumerate(parts, start=1):
            try:
                answer = ask(self.endpoint, fenced(report.text[start:end], report.published), self._patience)
            except Unanswered as silence:
                where = f" (part {number} of {len(parts)})" if len(parts) > 1 else ""
                silences.append(f"{silence}{where}")
                if silence.dead:
                    break
            else:
                entries.extend(entries_of(answer))
        self._silences = self._silences + 1 if silences and not entries else 0
        return entries, silences

    def _state(self, context: Context, said: list[Said]) -> Iterator[Statement | Rejection]:
        basis = f"language model {self.endpoint.model}"
        names = Names(context, (each for each in said if isinstance(each, SaidActor)))
        stating = Stating(context, names, reader=self.name, basis=basis)
        barred = addressed_to_machines(context.report.text)
        needed: set[str] = set()
        for each in said:
            if isinstance(each, SaidActor):
                continue
            try:
                statement = stating.state(each, barred)
            except NotBorneOut as reason:
                kind = type(each).__name__.removeprefix("Said").lower()
                yield self._rejection(context.report, str(reason), what=f"a {kind}")
                continue
            needed |= actors_named(statement.content) | ({statement.said_by} if statement.said_by else set())
            yield statement
        yield from names.statements(needed, reader=self.name, basis=basis)

    def _rejection(self, report: Report, reason: str, what: str = "the reading") -> Rejection:
        return Rejection(what=f"{what} of {report.path} by {self.name}", reason=reason)
