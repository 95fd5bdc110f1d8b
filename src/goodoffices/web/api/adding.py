"""Adding by hand what the readers missed."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends
from starlette.responses import Response

from goodoffices.record import Marking, Statement
from goodoffices.record.saying import Proposal
from goodoffices.web.adding import added_for, finding_of
from goodoffices.web.asking import Analyst

from .answers import answer, body, taken, told

__all__ = ["router"]

router = APIRouter(tags=["findings"])

_Offset = Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)]


class NewFinding(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What a sentence of a report says, signed by whoever is logged in.

    The words are given as they stand in the report, or by where they start and end, in Unicode code points. `says`
    holds the fields of the kind, as a finding's `content` does; actors are given by name or id, and `new` says of those
    whom the case does not know what they are: state, organisation, group or person. `when` is a day, or two with a
    slash between them.
    """

    kind: str
    says: dict[str, Any] = {}
    words: Annotated[str, msgspec.Meta(max_length=4000)] = ""
    start: _Offset | None = None
    end: _Offset | None = None
    said_by: Annotated[str, msgspec.Meta(max_length=400)] = ""
    when: Annotated[str, msgspec.Meta(max_length=40)] = ""
    new: dict[str, str] = {}
    why: Annotated[str, msgspec.Meta(max_length=500)] = ""
    marking: Marking = Marking.CLEAR


class AddedFinding(msgspec.Struct, frozen=True, kw_only=True):
    """The statement as it is kept, and the finding that it comes to: null until the findings are merged anew.

    `known` is true where the record said just this of these words already; then nothing was changed.
    """

    statement: Statement
    known: bool
    finding: str | None


@router.post(
    "/reports/{report_id}/findings",
    responses=told(AddedFinding, "The statement as it is kept", status=201),
    openapi_extra=taken(NewFinding),
    status_code=201,
)
def add(who: Analyst, report_id: str, given: Annotated[NewFinding, Depends(body(NewFinding))]) -> Response:
    """Add a finding from the words of a report."""
    addition = added_for(who, Proposal(report=report_id, **msgspec.structs.asdict(given)))
    found = finding_of(who, addition)
    return answer(AddedFinding(statement=addition.statement, known=addition.known, finding=found or None), status=201)
