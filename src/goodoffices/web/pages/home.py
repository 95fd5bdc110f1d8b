"""Home: what changed since one last looked, and the seven questions, each answered in a line that opens its page."""

from __future__ import annotations

import datetime as dt

import msgspec
from fastapi import APIRouter
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from goodoffices.desk.folder import Version
from goodoffices.desk.query import Query
from goodoffices.desk.snapshot import Snapshot
from goodoffices.record import Judgement
from goodoffices.record.view import Line
from goodoffices.web.answers import answers
from goodoffices.web.asking import Asking, Reader
from goodoffices.web.drafting.answering import texts_since
from goodoffices.web.moments import now
from goodoffices.web.rendering import page
from goodoffices.web.weighing.models import listed, versions

__all__ = ["News", "news", "router"]

router = APIRouter(include_in_schema=False)

_AT_FIRST = dt.timedelta(days=7)
"""How far back the news go for whoever never said that they had seen them."""
_LISTED = 6


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What changed since a moment, as far as an audience sees it.

    Attributes:
        since: The moment.
        first: True where nobody of this name ever said that they had seen the news.
        reports: The latest of the new reports.
        report_count: How many there are.
        findings: How many findings the record learned of.
        judgements: The latest words of others.
        judgement_count: How many there are.
        documents: Versions of models and texts saved since.
    """

    since: dt.datetime
    first: bool
    reports: tuple[Line, ...]
    report_count: int
    findings: int
    judgements: tuple[Judgement, ...]
    judgement_count: int
    documents: tuple[Version, ...]

    @property
    def nothing(self) -> bool:
        """Did nothing change?"""
        return not (self.report_count or self.findings or self.judgement_count or self.documents)


def news(who: Asking, snapshot: Snapshot) -> News:
    """Find what changed since somebody last looked."""
    seen = who.bench.store.accounts().last_look(who.account.name)
    since = seen or now() - _AT_FIRST
    learned = who.view.since(since, limit=_LISTED)
    models = [version for document in listed(who) for version in versions(who, document.name) if version.at > since]
    return News(
        since=since,
        first=seen is None,
        reports=learned.reports.found,
        report_count=learned.reports.total,
        findings=snapshot.count(Query(since=since)),
        judgements=learned.judgements.found,
        judgement_count=learned.judgements.total,
        documents=(*models, *texts_since(who, since)),
    )


@router.get("/")
def show(who: Reader) -> Response:
    """The page."""
    snapshot = who.snapshot
    return page(
        who,
        "home.html.j2",
        here="/",
        brief=snapshot.brief,
        totals=snapshot.about.totals,
        news=news(who, snapshot),
        answers=answers(who, snapshot),
        behind=who.bench.shelf.behind(snapshot),
    )


@router.post("/seen")
def seen(who: Reader) -> Response:
    """Say that one has seen the news."""
    who.bench.store.accounts().looked(who.account.name, now())
    return RedirectResponse("/", status_code=303)
