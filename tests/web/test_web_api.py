"""The calls hold what their document says, whatever they are sent and whoever sends it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from lindholm_talks import add_talks
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from goodoffices.desk.folder import Desk
from goodoffices.record import Marking
from goodoffices.record.account import Role
from goodoffices.record.store import create_case
from goodoffices.web import Settings, create_app
from goodoffices.web.guards.session import new_session, token_of
from goodoffices.web.inbox.foreman import Foreman
from goodoffices.web.moments import now

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
PEOPLE = ("boss", "ana", "rita", "nobody")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A workbench with an admin, an analyst and a reader, whom a proxy names; nobody reads what is handed in."""
    case = tmp_path_factory.mktemp("api") / "talks.goodoffices"
    with create_case(case) as store:
        add_talks(store)
        for name, role in (("boss", Role.ADMIN), ("ana", Role.ANALYST), ("rita", Role.READER)):
            store.accounts().add(name, role=role, audience=Marking.RED)
    desk = Desk(case.with_name("talks.goodoffices.desk"))
    for kind, name, place in (("model", "banks", "weigh/two-banks.yaml"), ("text", "hosts", "draft/1-hosts.md")):
        content = (EXAMPLES / place).read_text(encoding="utf-8")
        desk.save(kind, name, content, by="ana", at=now(), marking=Marking.AMBER, after=0)  # type: ignore[arg-type]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Foreman, "wake", lambda _self: None)
        made = create_app(Settings(case=str(case)))
        yield made
        made.state.bench.close()


@pytest.mark.slow
def test_no_call_fails_and_each_answers_what_it_says(app: Any) -> None:
    """As an admin, an analyst, a reader and nobody: no fault of ours, and answers of the shape that was told.

    Made of the document, so that calls added later are called too. EXAMPLES_EACH=50 looks closer, before a release.
    """
    document = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    operations = [each.ok() for each in document.get_all_operations()]
    assert len(operations) > 40
    wrong = []
    for operation in operations:
        try:
            _called(app, operation)
        except FailureGroup as group:
            wrong += [f"{operation.label}: {' '.join(str(each).split())[:600]}" for each in group.exceptions]
    assert not wrong


def _called(app: Any, operation: Any) -> None:
    @settings(
        max_examples=int(os.environ.get("EXAMPLES_EACH", "4")),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
        phases=[Phase.generate],
    )
    @given(case=operation.as_strategy())
    def called(case: Any) -> None:
        for name in PEOPLE:
            case.call_and_validate(headers=_headers(app.state.bench, name), checks=CHECKS)

    called()


def _headers(bench: Any, name: str) -> dict[str, str]:
    # A call may have ended the sessions of before.
    account = bench.store.accounts().get(name)
    if account is None:
        return {}
    token = token_of(new_session(account.name, account.session), bench, salt="token")
    return {"authorization": f"Bearer {token}"}
