"""The brief as JSON: the format `goodoffices.brief/1`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from goodoffices.brief import Brief, build_brief, json_schema, to_json
from goodoffices.brief.json_types import BriefForm
from goodoffices.record import Findings, Marking

LISTS = ("actors", "meetings", "positions", "quotes", "plans", "mechanisms", "issue_status", "events", "withheld")


@pytest.fixture(scope="module")
def data(brief: Brief) -> dict[str, Any]:
    """The JSON, decoded."""
    return json.loads(to_json(brief))


def test_the_format_round_trips(brief: Brief) -> None:
    """What is written is what the types say, key by key, and decodes to the same."""
    written = to_json(brief)
    decoded = msgspec.json.decode(written, type=BriefForm, strict=True)
    assert msgspec.json.format(msgspec.json.encode(decoded), indent=2) + b"\n" == written


def test_every_finding_has_evidence_that_is_the_text(data: dict[str, Any]) -> None:
    """Evidence or nothing: each quote is the report's text at its offsets."""
    texts = {report["id"]: report["text"] for report in data["reports"]}
    found = [finding for name in LISTS for finding in data[name]]
    found += [role for actor in data["actors"] for role in actor["roles"]]
    found += [side for dispute in data["disagreements"] for side in dispute["sides"]]
    assert len(found) > 50
    for finding in found:
        assert finding["evidence"]
        for e in finding["evidence"]:
            assert texts[e["report"]][e["start"] : e["end"]] == e["quote"]


def test_every_finding_is_there(data: dict[str, Any], findings: Findings) -> None:
    """Every finding of the record stands in the JSON once: actors under their own id, roles in their actor."""
    ids = [finding["id"] for name in LISTS[1:] for finding in data[name]]
    ids += [actor["finding"] for actor in data["actors"]]
    ids += [role["id"] for actor in data["actors"] for role in actor["roles"]]
    assert sorted(ids) == sorted(finding.id for finding in findings.findings)


def test_the_keys_of_the_format(data: dict[str, Any]) -> None:
    """Dates are ISO or null, versions of plans carry intervals, statuses say according to whom."""
    assert data["format"] == "goodoffices.brief/1"
    assert [report["published"] for report in data["reports"]] == [
        None, "2026-03-02", "2026-03-09", "2026-03-10", "2026-03-16",
    ]  # fmt: skip
    copy, original = data["reports"][3], data["reports"][2]
    assert copy["near_duplicate_of"] == original["id"]
    assert data["plans"][0]["versions"][1]["when"] == {"earliest": None, "latest": "2026-03-09", "text": ""}
    names = {actor["id"]: actor["name"] for actor in data["actors"]}
    assert {names.get(claim["according_to"]) for claim in data["issue_status"]} >= {"Tomas Reuel", "Nadja Brem", None}


def test_a_role_without_its_actor_brings_the_holder_along(findings: Findings) -> None:
    """Where the audience is shown an office and not the finding of its holder, nothing is lost."""
    roles = tuple(f for f in findings.findings if f.kind == "role")
    made = build_brief(msgspec.structs.replace(findings, findings=roles, disagreements=()), audience=Marking.RED)
    actors = json.loads(to_json(made))["actors"]
    assert len(actors) == len(roles)
    assert all(actor["finding"] is None and actor["evidence"] and len(actor["roles"]) == 1 for actor in actors)


def test_the_schema_names_every_key_of_the_format() -> None:
    """The published schema is a JSON Schema with all keys required."""
    schema = json_schema()
    top = schema["$defs"]["BriefForm"]
    assert {*LISTS, "format", "reports", "disagreements"} <= set(top["required"])


def test_the_reference_documents_every_key(data: dict[str, Any]) -> None:
    """docs/reference/brief-json.md names each key that is written."""
    page = (Path(__file__).parents[2] / "docs" / "reference" / "brief-json.md").read_text(encoding="utf-8")
    keys = set(data) | {key for name in (*LISTS, "reports", "disagreements", "matrix", "gaps") for key in data[name][0]}
    assert sorted(key for key in keys if f"`{key}`" not in page) == []


def test_the_scorer_reads_it_and_finds_no_fault(brief: Brief, shared: Path, tmp_path: Path) -> None:
    """The scorer beside the project reads this JSON: the evidence rule holds, and a gold position is found."""
    gold: dict[str, list[object]] = {key: [] for key in (*LISTS, "roles", "dates", "disagreements")}
    sentence = "his government would never accept a border that leaves the valley outside the republic"
    gold["positions"] = [
        {"party": ["Arvenia"], "issue": ["territory"], "stance": ["rejects"], "report": "01.txt", "sentence": sentence}
    ]
    for report in brief.reports:
        (tmp_path / f"{Path(report.path).stem}.txt").write_text(report.text, encoding="utf-8")
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "brief.json").write_bytes(to_json(brief))
    command = [sys.executable, str(shared / "reading" / "score.py"), str(tmp_path), str(tmp_path / "brief.json")]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "NaN" not in done.stdout
