"""A small made-up case over which the workbench opens, and browsers for it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from goodoffices.record import (
    ActorContent,
    Content,
    EventContent,
    Interval,
    IssueStatusContent,
    Marking,
    MeetingContent,
    PositionContent,
    QuoteContent,
    Report,
    Statement,
    WithheldContent,
    actor_id,
    make_report,
    make_statement,
    password,
)
from goodoffices.record.store import Store, create_case, open_case
from goodoffices.web import Settings, create_app

AT = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
ARVENIA, BELMARK = actor_id("state", "Arvenia"), actor_id("state", "Belmark")


def told(report: Report, sentence: str, content: Content, *, when: Interval | None = None) -> Statement:
    """A statement that a sentence of a report bears out."""
    start = report.text.index(sentence)
    span = report.evidence(start, start + len(sentence))
    return make_statement(content, (span,), reader="made/1", when=when, basis="made")


def add_talks(store: Store, *, marking: Marking = Marking.CLEAR, words: str = "the port fees", day: int = 1) -> Report:
    """Add a report of a round of talks on `words`, and what it says; return it."""
    lines = (
        f"Arvenia demanded that Belmark drop {words}.",
        f"Belmark rejected {words} outright.",
        "The two delegations met in Lindholm.",
        f"“We will never accept {words},” Belmark’s envoy said.",
        f"Talks on {words} made progress.",
        f"A market was shelled over {words}.",
        f"The annex on {words} is kept secret.",
    )
    text = f"Talks on {words}\n\n" + " ".join(lines) + "\n"
    published = dt.date(2026, 2, day)
    report = make_report(
        text,
        path=f"talks/{marking.name}-{day}.txt",
        title=f"Talks on {words}",
        outlet="Lindholm Courier",
        published=published,
        language="en",
        marking=marking,
    )
    on = Interval(earliest=published, latest=published)
    met = MeetingContent(participants=tuple(sorted((ARVENIA, BELMARK))), place="Lindholm", status="held")
    contents: tuple[tuple[int, Content], ...] = (
        (0, ActorContent(actor=ARVENIA, name="Arvenia", kind="state")),
        (1, ActorContent(actor=BELMARK, name="Belmark", kind="state")),
        (0, PositionContent(party=ARVENIA, issue="economy", stance="demands", text=f"that Belmark drop {words}")),
        (1, PositionContent(party=BELMARK, issue="economy", stance="rejects", text=f"{words} outright", firm=True)),
        (2, met),
        (3, QuoteContent(speaker=BELMARK, text=f"We will never accept {words},", direct=True)),
        (4, IssueStatusContent(issue="economy", status="progress", text=f"Talks on {words} made progress")),
        (5, EventContent(kind="violence", actors=(), text=f"A market was shelled over {words}")),
        (6, WithheldContent(text=f"The annex on {words} is kept secret")),
    )
    found = [told(report, lines[line], content, when=on) for line, content in contents]
    store.add(report, found, at=AT + dt.timedelta(days=day))
    return report


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed in a moment: what they cost is not what these tests look at."""
    monkeypatch.setattr(password, "COST", password.Cost(1, 64, 1))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of two reports: one that all may see, one marked RED."""
    place = tmp_path / "talks.goodoffices"
    with create_case(place) as store:
        add_talks(store)
        add_talks(store, marking=Marking.RED, words="the hidden harbour", day=2)
    return place


@pytest.fixture
def store(case: Path) -> Iterator[Store]:
    """The case, opened beside the workbench."""
    with open_case(case) as opened:
        yield opened


@pytest.fixture
def opened(case: Path) -> Iterator[Callable[..., TestClient]]:
    """Opens a workbench over the case with some settings, and gives a browser without a screen."""
    clients: list[TestClient] = []

    def open_it(**settings: object) -> TestClient:
        app = create_app(Settings(case=str(case), **settings))  # type: ignore[arg-type]  # the fields of Settings
        client = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
        clients.append(client)
        client.__enter__()
        return client

    yield open_it
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture
def client(opened: Callable[..., TestClient]) -> TestClient:
    """A browser at a workbench where nobody logs in."""
    return opened()


@pytest.fixture
def csrf() -> Callable[[TestClient, str], str]:
    """Gives the word that the forms of a page carry."""

    def read(client: TestClient, path: str = "/") -> str:
        found = re.search(r'name="csrf" value="([0-9a-f]{64})"|X-CSRF-Token": "([0-9a-f]{64})"', client.get(path).text)
        assert found is not None
        return found[1] or found[2]

    return read
