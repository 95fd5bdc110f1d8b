"""The watch book for programs: where things stand, the log, incidents, the monitor's report, the map as GeoJSON."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Request
from fastapi import Query as Asked
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import Response

from goodoffices.brief.watching.model import IncidentView, ObligationView, ReportPage, StatePage
from goodoffices.record import InputError, NotInCase
from goodoffices.watch.incidents import IncidentRejection
from goodoffices.watch.log import Attribution, Effort, Entry, Finding, Happening, Pairing, Reading, Retraction
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.pages.watch_incidents import Sought
from goodoffices.web.pages.watch_periods import period_of
from goodoffices.web.watching import room_of
from goodoffices.web.watching.arriving import arrive
from goodoffices.web.watching.asked import day_of, report_of, state_of
from goodoffices.web.watching.entries import entry_of, keep
from goodoffices.web.watching.geojson import features_of
from goodoffices.web.watching.handing import handed_out
from goodoffices.web.watching.incidents import find_incidents
from goodoffices.web.watching.loading import load_now, loaded
from goodoffices.web.watching.opened import one_incident

from .answers import answer, body, taken, told

__all__ = ["router"]

router = APIRouter(tags=["watch"], prefix="/watch")

_REJECTIONS = 1_000
Day = Annotated[str, Asked(max_length=20)]


class LogLine(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the log with its id."""

    id: str
    entry: Happening | Attribution | Finding | Effort | Reading | Pairing | Retraction


class LogAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What was set down and holds, the latest first; `total` counts all that fit."""

    entries: tuple[LogLine, ...]
    total: int


class NewEntry(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something to be set down.

    `entry` says which of the seven kinds it is; the fields are those of the form of that kind, as texts: names in one
    field stand with commas between, sources and reasons with a line each.
    """

    entry: Annotated[str, msgspec.Meta(max_length=20)]
    fields: dict[str, Annotated[str, msgspec.Meta(max_length=8000)]] = {}


class SetDown(msgspec.Struct, frozen=True, kw_only=True):
    """The id of what was set down."""

    id: str


class IncidentsAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A page of incidents, each counted once; `following` begins the next page, and is null on the last."""

    incidents: tuple[IncidentView, ...]
    total: int
    following: int | None


class LoadAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a file: rows that were new or changed, there already, marked anew; those not loaded, and why."""

    file: str
    rows: int
    repeated: int
    revised: int
    remarked: int
    rejected: int
    rejections: tuple[IncidentRejection, ...]


@router.get("/state", responses=told(StatePage, "Where every obligation stands"))
def state(who: Reader, on: Day = "") -> Response:
    """Where every obligation stands on a day (at its end), or now."""
    return answer(state_of(room_of(who), day_of(on)))


@router.get("/obligations", responses=told(tuple[ObligationView, ...], "Obligations"))
def obligations(
    who: Reader,
    on: Day = "",
    party: Annotated[str, Asked(max_length=200)] = "",
    state: Annotated[str, Asked(max_length=20)] = "",
) -> Response:
    """Obligations by party and state."""
    found = state_of(room_of(who), day_of(on)).obligations
    return answer(
        tuple(
            each
            for each in found
            if (not party or party in (*each.owes, *each.to)) and (not state or each.state == state)
        )
    )


@router.get("/obligations/{obligation:path}", responses=told(ObligationView, "An obligation"))
def one_obligation(who: Reader, obligation: str, on: Day = "") -> Response:
    """One obligation with its course."""
    for each in state_of(room_of(who), day_of(on)).obligations:
        if each.id == obligation:
            return answer(each)
    msg = f"there is no obligation {obligation[:60]!r} here; the list shows what there is"
    raise NotInCase(msg)


@router.get("/log", responses=told(LogAnswer, "The log"))
def log(
    who: Reader,
    kind: Annotated[str, Asked(max_length=20)] = "",
    limit: Annotated[int, Asked(ge=1, le=1000)] = 100,
    start: Annotated[int, Asked(ge=0, le=10_000_000)] = 0,
) -> Response:
    """What was set down and holds, the latest first."""
    entries = room_of(who).seen.log.entries
    found = [(key, each) for key, each in reversed(entries.items()) if not kind or _kind(each) == kind]
    lines = tuple(LogLine(id=key, entry=each) for key, each in found[start : start + limit])
    return answer(LogAnswer(entries=lines, total=len(found)))


def _kind(entry: Entry) -> str:
    return type(entry).__name__.lower()


@router.post("/log", responses=told(SetDown, "Set down", status=201), openapi_extra=taken(NewEntry), status_code=201)
def set_down(who: Analyst, given: Annotated[NewEntry, Depends(body(NewEntry))]) -> Response:
    """Set something down: a happening, finding, attribution, effort, reading, pairing or retraction."""
    room = room_of(who)
    key = keep(room, entry_of({**given.fields, "entry": given.entry}))
    return answer(SetDown(id=key), status=201)


@router.get("/incidents", responses=told(IncidentsAnswer, "Incidents"))
def incidents(who: Reader, wanted: Sought, start: Annotated[int, Asked(ge=0, le=100_000_000)] = 0) -> Response:
    """Incidents by kind, zone, party, actor, days and words, 50 a page."""
    found = find_incidents(room_of(who), wanted, start)
    return answer(IncidentsAnswer(incidents=found.incidents, total=found.total, following=found.following))


class WholeIncident(msgspec.Struct, frozen=True, kw_only=True):
    """An incident with all columns of its row, its zones (name and how sure), and the rows that tell of the same."""

    incident: IncidentView
    row: dict[str, Any]
    zones: tuple[tuple[str, str], ...]
    told: tuple[dict[str, Any], ...]
    attributions: dict[str, Attribution]


@router.get("/incidents/{incident:path}", responses=told(WholeIncident, "An incident"))
def incident(who: Reader, incident: str) -> Response:
    """One incident."""
    found = one_incident(room_of(who), incident)
    return answer(
        WholeIncident(
            incident=found.view, row=found.row, zones=found.zones, told=found.told, attributions=found.attributions
        )
    )


_FILE: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "marking": {"type": "string"},
                        "timezone": {"type": "string"},
                    },
                }
            }
        },
    }
}


@router.post("/incidents", responses=told(LoadAnswer, "Loaded", status=201), openapi_extra=_FILE, status_code=201)
async def load(who: Analyst, request: Request) -> Response:
    """Load a file of incidents (CSV, JSON, GeoJSON); fields `field-OURS` name the header of a column of ours."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        msg = "send the file as multipart/form-data, in a field named 'file'"
        raise InputError(msg)
    form = await request.form(max_files=1, max_fields=60)
    try:
        file = form.get("file")
        if not isinstance(file, UploadFile) or not file.filename:
            msg = "there is no file in the field 'file'"
            raise InputError(msg)
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        made = await run_in_threadpool(_load, who, file, fields)
    finally:
        await form.close()
    return answer(made, status=201)


def _load(who: Asking, file: UploadFile, fields: dict[str, str]) -> LoadAnswer:
    room = room_of(who)
    arrived = arrive(room, file.filename or "", file.file, fields.get("marking", ""))
    load_now(room, arrived.token, fields)
    _, done = loaded(room, arrived.token)
    return LoadAnswer(
        file=arrived.name,
        rows=done.load.rows,
        repeated=done.load.repeated,
        revised=done.load.revised,
        remarked=done.load.remarked,
        rejected=done.load.rejected,
        rejections=done.rejections[:_REJECTIONS],
    )


@router.get("/report", responses=told(ReportPage, "The monitor's report"))
def report(who: Reader, day: Day = "", week: Day = "") -> Response:
    """The monitor's report of a day, or of the week that ends with a day."""
    room = room_of(who)
    return answer(report_of(room, period_of(room, day, week)))


@router.get("/map.geojson", responses=told(dict[str, Any], "A FeatureCollection"))
def map_geojson(who: Reader, wanted: Sought) -> Response:
    """Zones, and the incidents that fit, as GeoJSON; kept in the audit log, since it is an export."""
    room = room_of(who)
    return handed_out(room, "watch-map.geojson", "application/geo+json", features_of(room, wanted))
