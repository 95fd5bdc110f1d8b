"""The tools that judge, for a server that was started with leave to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import Field

from goodoffices.desk.actors import actors_of_snapshot
from goodoffices.desk.judging import retraction, word_on
from goodoffices.record import InputError, NotInCase, Verdict
from goodoffices.record.adding import add_by_hand
from goodoffices.record.saying import Proposal

from .desk import CaseDesk
from .shapes import addition_shape, judgement_shape

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

    def add_finding(  # noqa: PLR0917  the protocol passes them by name
        report: Annotated[str, Field(description="Id of a report: r-...")],
        words: Annotated[str, Field(max_length=2000, description="The exact words of the report that say it")],
        kind: Annotated[str, Field(description="position, quote, meeting, mechanism, event, plan, issue_status, ...")],
        says: Annotated[
            dict[str, Any],
            Field(description="The fields of that kind, as get_finding's content has them; actors by name or id"),
        ],
        why: Why,
        new: Annotated[
            dict[str, str] | None,
            Field(description="Name: state, organisation, group or person, of actors new to the case"),
        ] = None,
        said_by: Annotated[str, Field(description="Whom the report has say it; empty where it says it itself")] = "",
        when: Annotated[str, Field(description="A day, or two with a slash between them, in ISO 8601")] = "",
    ) -> dict[str, Any]:
        """Add a finding that the readers missed, from a sentence of a report. It is marked as added by a program."""
        proposal = Proposal(
            report=report, kind=kind, says=says, words=words, said_by=said_by, when=when, new=new or {}, why=why
        )
        look = actors_of_snapshot(desk.snapshot)
        kept = add_by_hand(desk.store, desk.view, proposal, by=judge_as, at=_now(), elsewhere=look, program=True)
        return addition_shape(kept, desk.snapshot.resting_on((kept.statement.id,)))

    return judge_finding, retract_judgement, add_finding


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
