"""The tools that judge, for a server that was started with leave to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import Field

from goodoffices.desk.judging import retraction, word_on
from goodoffices.record import InputError, NotInCase, Verdict

from .desk import CaseDesk
from .shapes import judgement_shape

__all__ = ["judging_tools"]

Why = Annotated[str, Field(min_length=3, max_length=500, description="The reason, for those who check it")]


def judging_tools(desk: CaseDesk, judge_as: str) -> tuple[Callable[..., Any], ...]:
    """Make the tools that judge.

    Args:
        desk: The open case.
        judge_as: The name under which every word is kept, so that people can tell it from their own and take it back.
    """

    def judge_finding(
        finding: Annotated[str, Field(description="Id of a finding: f-...")],
        verdict: Literal["confirm", "reject", "unsure"],
        why: Why,
    ) -> dict[str, Any]:
        """Give a word on a finding. It is kept beside the words of analysts, overwrites none, and can be taken back."""
        entry = desk.snapshot.finding(finding)
        if entry is None:
            msg = f"there is no finding {finding[:40]!r} here; find_findings gives ids"
            raise NotInCase(msg)
        word = word_on(entry, Verdict(verdict), by=judge_as, at=_now(), why=why)
        desk.store.judge(word)
        return judgement_shape(word)

    def retract_judgement(judgement: Annotated[str, Field(description="Id: j-...")], why: Why) -> dict[str, Any]:
        """Take back a word that was given under this server's name; nobody else's."""
        word = desk.view.judgement(judgement)
        if word.by != judge_as:
            msg = f"{judgement!r} is the word of {word.by}; only words given as {judge_as} can be taken back here"
            raise InputError(msg)
        back = retraction(word, by=judge_as, at=_now(), why=why)
        desk.store.judge(back)
        return judgement_shape(back)

    return judge_finding, retract_judgement


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
