"""The audit log, for the case's keepers: who did what and when, its head to be written down, and its proof."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Form
from fastapi import Query as Asked
from fastapi.responses import StreamingResponse
from starlette.responses import Response

from goodoffices.desk.tables import csv_parts
from goodoffices.record import InputError
from goodoffices.record.audit import parse_head
from goodoffices.web.asking import Asking, Keeper
from goodoffices.web.logbook import ACTS, ChainProof, LogQuery, all_rows, log_table, prove_chain, said
from goodoffices.web.moments import now
from goodoffices.web.rendering import page

__all__ = ["Filtered", "router"]

router = APIRouter(include_in_schema=False)

_PAGE = 100
_Word = Annotated[str, Asked(max_length=400)]


def asked_lines(act: _Word = "", by: _Word = "", target: _Word = "") -> LogQuery:
    """Read from an address which lines are asked for."""
    return LogQuery(act=act.strip(), by=by.strip(), target=target.strip())


Filtered = Annotated[LogQuery, Depends(asked_lines)]
Before = Annotated[int | None, Asked(ge=1, le=2**53)]


@router.get("/log")
def show(who: Keeper, query: Filtered, before: Before = None) -> Response:
    """The lines, the last one first."""
    return _page(who, query, before=before)


@router.post("/log/prove")
def prove(who: Keeper, head: Annotated[str, Form(max_length=200)] = "") -> Response:
    """Prove the chain, and that it still holds a line that was written down."""
    try:
        proof = prove_chain(who.bench.store, parse_head(head) if head.strip() else None)
    except InputError as error:
        return _page(who, LogQuery(), problem=str(error), given=head, status=422)
    return _page(who, LogQuery(), proof=proof, given=head.strip())


@router.get("/log/lines.csv")
def lines(who: Keeper, query: Filtered) -> Response:
    """All lines that are asked for, as a file."""
    who.bench.store.audit("export", by=who.account.name, at=now(), target="log.csv", detail={"file": "log.csv"})
    parts = csv_parts(log_table(), all_rows(who.bench.store, query), bom=True)
    headers = {"content-disposition": 'attachment; filename="log.csv"'}
    return StreamingResponse(parts, media_type="text/csv; charset=utf-8", headers=headers)


def _page(
    who: Asking,
    query: LogQuery,
    *,
    before: int | None = None,
    proof: ChainProof | None = None,
    problem: str = "",
    given: str = "",
    status: int = 200,
) -> Response:
    found = query.find(who.bench.store, limit=_PAGE + 1, before=before)
    return page(
        who,
        "log.html.j2",
        here="/log",
        status=status,
        lines=found[:_PAGE],
        older=found[_PAGE - 1].number if len(found) > _PAGE else None,
        before=before,
        address={key: value for key, value in msgspec.to_builtins(query).items() if value},
        query=query,
        head=str(who.bench.store.audit_head()),
        acts=ACTS,
        said=said,
        proof=proof,
        problem=problem,
        given=given,
    )
