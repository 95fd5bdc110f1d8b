"""What analysts rejected: it is no finding any more, and stays to be read and taken back."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from fastapi import APIRouter
from starlette.responses import Response

from goodoffices.record import Judgement, Statement
from goodoffices.record.findings.verdicts import standing
from goodoffices.web.asking import Asking, Reader
from goodoffices.web.judged import rejected_by_analysts, rejection_of
from goodoffices.web.rendering import page

__all__ = ["Rejected", "one_rejected", "router"]

router = APIRouter(include_in_schema=False)

_LISTED = 200


class Rejected(msgspec.Struct, frozen=True):
    """A word that rejects, and the statements that it is about."""

    word: Judgement
    statements: tuple[Statement, ...]


def one_rejected(who: Asking, found: str) -> Response | None:
    """The page of what was a finding till it was rejected; None where nothing of this id was."""
    word = rejection_of(who, found)
    if word is None:
        return None
    said = who.view.judgements_on(word.statements or (word.target,))
    return page(
        who,
        "rejected_one.html.j2",
        here="/record",
        found=found,
        rejected=_with_statements(who, [word])[0],
        said=said,
        stands={each.id for each in standing(said)},
    )


@router.get("/record/rejected")
def show(who: Reader) -> Response:
    """The list."""
    words = rejected_by_analysts(who)
    listed = _with_statements(who, words[:_LISTED])
    return page(who, "rejected.html.j2", here="/record", rejected=listed, total=len(words))


def _with_statements(who: Asking, words: Sequence[Judgement]) -> list[Rejected]:
    ids = dict.fromkeys(each for word in words for each in (word.statements or (word.target,)))
    there = {each.id: each for each in who.view.statements_by_id(ids)}
    return [
        Rejected(word, tuple(there[each] for each in (word.statements or (word.target,)) if each in there))
        for word in words
    ]
