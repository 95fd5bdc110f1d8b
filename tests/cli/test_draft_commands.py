"""`goodoffices draft`: editing, moving and keeping texts, and the pages that its commands write."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "draft"
FIRST, SECOND, THIRD = (str(path) for path in sorted(EXAMPLES.glob("*.md")))
AGREEMENT = """AGREEMENT ON THE LINES

Article 1
Withdrawal

1. The forces withdraw within 30 days.
2. The Commission verifies it.

Article 2
Prisoners

All prisoners are released.
"""
CONFIDENTIAL = """---
parties: North, South
---

1. The guns go back [North: ten | South: fifty]{.private} miles. {#guns}

2. The envoy may offer the port. {#port marking=RED}
"""


@pytest.fixture
def draft(tmp_path: Path) -> str:
    """A copy of the last example to edit."""
    path = tmp_path / "draft.md"
    path.write_text(Path(THIRD).read_text(encoding="utf-8"), encoding="utf-8")
    return str(path)


@pytest.fixture
def kept(tmp_path: Path, run: Run) -> str:
    """A text whose three versions are kept."""
    place = str(tmp_path / "talks.md")
    for day, file, author in (
        ("2026-09-02", FIRST, "Hosts"),
        ("2026-10-08", SECOND, "Ana"),
        ("2026-11-06", THIRD, "Ana"),
    ):
        run("draft", "keep", place, file, "--date", day, "--author", author, "--note", f"round of {day}")
    return place


def test_accepting_takes_one_bracket_and_changes_nothing_else(run: Run, draft: str) -> None:
    """One alternative stands in the place of its bracket, in the file itself, and the rest is as it was."""
    before = Path(draft).read_text(encoding="utf-8")
    result = run("draft", "accept", draft, "how-chosen", "--alternative", "West Bank Council", "-o", draft)
    after = Path(draft).read_text(encoding="utf-8")
    start = before.index("[East Bank Authority: appointed")
    end = before.index("]", start) + 1
    assert after == before[:start] + "elected within one year of signing" + before[end:]
    assert "6 brackets are open; before, 7" in result.stderr


def test_a_bracket_is_named_by_its_number_and_an_alternative_by_its_own(run: Run, draft: str) -> None:
    """The numbers are those that the pages show."""
    assert (
        "pull back its heavy weapons 20 kilometres"
        in run("draft", "accept", draft, "--bracket", "1", "--alternative", "2").stdout
    )


def test_rejecting_one_alternative_leaves_the_others_in_brackets(run: Run, draft: str) -> None:
    """Nobody has accepted what remains; with no alternative named the whole bracket goes."""
    one = run("draft", "reject", draft, "force", "--alternative", "West Bank Council").stdout
    assert "[East Bank Authority: Observers of the Regional Body {option=no-force}] shall be posted" in one.replace(
        "[ ", "["
    )
    whole = run("draft", "reject", draft, "--bracket", "1").stdout
    assert "pull back its heavy weapons kilometres" in whole


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["accept", THIRD], 2, "--bracket"),
        (["accept", THIRD, "council", "--bracket", "1"], 2, "--bracket"),
        (["accept", THIRD, "council"], 1, "has 0 brackets"),
        (["accept", THIRD, "how-chosen"], 1, "say which one"),
        (["accept", THIRD, "--bracket", "99"], 1, "the text has 7"),
        (["reject", THIRD, "nowhere"], 1, "no bracket and no provision"),
        (["import", "none.docx"], 1, "cannot be read"),
        (["export", THIRD], 2, "in which form"),
        (["export", THIRD, "--format", "docx"], 2, "-o"),
        (["keep", "x.md.versions.jsonl"], 2, "TEXT"),
        (["history", "never-kept.md"], 1, "no version is kept"),
        (["river", THIRD], 1, "no version is kept"),
        (["quality", "none.md"], 1, "cannot be read"),
        (["check", THIRD, "-o", "no/such/folder/x.html"], 1, "cannot write"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(run: Run, arguments: list[str], status: int, says: str) -> None:
    """One line, the right exit status, and what to do."""
    assert says in run("draft", *arguments, status=status).output


def test_importing_says_how_many_provisions_were_found(run: Run, tmp_path: Path) -> None:
    """An ordinary agreement becomes a text that reads the same by its grammar; --ids names every provision."""
    source, text = tmp_path / "agreement.txt", tmp_path / "agreement.md"
    source.write_text(AGREEMENT, encoding="utf-8")
    result = run("draft", "import", str(source), "-o", str(text), "--ids")
    assert "Found 4 provisions, 3 of them with words of their own" in result.stderr
    again = run("draft", "import", str(text))
    assert "Found 4 provisions" in again.stderr
    assert again.stdout == text.read_text(encoding="utf-8")
    assert again.stdout.count("{#") == 4
    assert (
        "2 points" in run("draft", "compare", str(source), str(text)).stdout
        or "3 points stayed the same." in run("draft", "compare", str(source), str(text)).stdout
    )


def test_keeping_versions_and_getting_one_back(run: Run, ask: Callable[..., Any], kept: str, tmp_path: Path) -> None:
    """Each version has its parent, author, date and note; its text comes back to the character."""
    found = ask("draft", "history", kept)["versions"]
    assert [each["author"] for each in found] == ["Hosts", "Ana", "Ana"]
    assert [each["parent"] for each in found] == ["", found[0]["id"], found[1]["id"]]
    assert [each["date"] for each in found] == ["2026-09-02", "2026-10-08", "2026-11-06"]
    assert {each["marking"] for each in found} == {"AMBER"}
    listed = run("draft", "history", kept).stdout
    assert "round of 2026-10-08" in listed
    assert listed.splitlines()[-1].endswith("latest")
    out = tmp_path / "first.md"
    run("draft", "history", kept, "--text", found[0]["id"][:6], "-o", str(out))
    assert out.read_text(encoding="utf-8") == Path(FIRST).read_text(encoding="utf-8")


def test_a_version_above_the_audience_is_named_nowhere(run: Run, ask: Callable[..., Any], kept: str) -> None:
    """Neither its id, nor its note, nor that something is missing: the versions are counted anew."""
    hidden = ask("draft", "history", kept)["versions"][-1]["id"]
    text = Path(kept).with_name("next.md")
    text.write_text(Path(FIRST).read_text(encoding="utf-8"), encoding="utf-8")
    run("draft", "keep", kept, str(text), "--marking", "red", "--note", "the secret one")
    secret = ask("draft", "history", kept)["versions"][-1]["id"]
    run("draft", "keep", kept, SECOND, "--marking", "amber")
    found = ask("draft", "history", kept, "--audience", "amber")["versions"]
    assert len(found) == 4
    assert secret not in json.dumps(found)
    assert hidden in json.dumps(found)
    told = run("draft", "river", kept, "--audience", "amber").output
    assert "the secret one" not in told
    assert "v4" in told
    assert "v5" not in told
    assert (
        "no version that this audience may see" in run("draft", "river", kept, "--audience", "clear", status=1).output
    )
    refused = run("draft", "history", kept, "--text", secret, "--audience", "amber", status=1).output
    assert "there is no version" in refused


def test_the_same_words_are_not_kept_twice(run: Run, ask: Callable[..., Any], kept: str) -> None:
    """Keeping what the latest version says already adds nothing and says so."""
    assert "nothing new to keep" in run("draft", "keep", kept, THIRD).stdout
    assert len(ask("draft", "history", kept)["versions"]) == 3


def test_versions_side_by_side_ask_for_the_parent(run: Run, ask: Callable[..., Any], kept: str) -> None:
    """Two edits of one version are both kept; what comes then has to say which one it goes on from."""
    first = ask("draft", "history", kept)["versions"][0]["id"]
    run("draft", "keep", kept, SECOND, "--parent", first, "--author", "Bo")
    assert "--parent" in run("draft", "keep", kept, FIRST, status=1).output


def test_the_river_is_the_same_from_a_history_and_from_files(ask: Callable[..., Any], kept: str) -> None:
    """What became of the points and brackets does not depend on where the texts lay; only names and notes do."""
    one, other = ask("draft", "river", kept), ask("draft", "river", FIRST, SECOND, THIRD)
    assert one["format"] == "goodoffices.draft.river/1"
    assert [each["name"] for each in one["versions"]] == ["v1", "v2", "v3"]
    assert [each["name"] for each in other["versions"]] == ["1-hosts", "2-second-round", "3-saltmouth"]
    assert [each["points"] for each in one["versions"]] == [28, 24, 20]
    assert one["flow"]["links"] == other["flow"]["links"]
    assert [each["states"] for each in one["courses"]] == [each["states"] for each in other["courses"]]


def test_the_river_tells_each_bracket_and_point(run: Run, kept: str) -> None:
    """For people: whether they come closer, each version, each bracket, each point."""
    told = run("draft", "river", kept).stdout
    assert "3 versions are too few to tell a trend" in told
    assert "Closed in v3 on what East Bank Authority wanted." in told
    assert "10: In v1; dropped in v2." in told


@pytest.mark.parametrize(
    "case",
    [
        (["compare", FIRST, THIRD], "comparison.html", "28 points became 20"),
        (["check", THIRD], "draft.html", "7 brackets still open"),
        (["river", FIRST, SECOND, THIRD], "draft.html", "Over the versions"),
    ],
    ids=lambda case: case[0][0],
)
def test_pages_are_written_where_they_are_asked_for(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: tuple[list[str], str, str]
) -> None:
    """A page goes to a file of its own, or to the one named, whose name says the form; Markdown says the same."""
    arguments, usual, says = case
    monkeypatch.chdir(tmp_path)
    run("draft", *arguments, "--format", "html")
    assert says in (tmp_path / usual).read_text(encoding="utf-8")
    run("draft", *arguments, "-o", "named.html")
    assert says in (tmp_path / "named.html").read_text(encoding="utf-8")
    run("draft", *arguments, "-o", "named.md")
    assert (tmp_path / "named.md").read_text(encoding="utf-8").startswith("**TLP:AMBER**\n\n# Agreement on Saltmouth")
    assert run("draft", *arguments, "--format", "md").stdout.startswith("**TLP:AMBER**")


def test_the_forms_for_machines_are_what_they_were(ask: Callable[..., Any]) -> None:
    """Nothing of the pages leaks into the stable forms: their keys are exactly the promised ones."""
    assert set(ask("draft", "compare", FIRST, THIRD)) == {"a", "b", "links"}
    assert {"problems", "sequence"} <= set(ask("draft", "check", THIRD))


def test_an_audience_sees_no_page_with_what_is_not_for_it(run: Run, tmp_path: Path) -> None:
    """A provision marked above the audience, and who wants what in a private bracket, are in no form of any answer."""
    text = tmp_path / "secret.md"
    text.write_text(CONFIDENTIAL, encoding="utf-8")
    for form in ("text", "json", "html", "md"):
        for command in (["check", str(text)], ["compare", str(text), str(text)], ["river", str(text), str(text)]):
            told = run("draft", *command, "--format", form, "--audience", "green", "-o", "-").stdout
            assert "envoy" not in told
            assert "North: ten" not in told
    assert "envoy" in run("draft", "check", str(text), "--format", "md").stdout
    assert "envoy" in run("draft", "check", str(text), "--format", "md", "--audience", "red").stdout


@pytest.mark.parametrize("ending", ["md", "html", "docx", "xml"])
def test_an_export_is_for_an_audience(run: Run, tmp_path: Path, ending: str) -> None:
    """The form is that of the file's name; with no audience named it is for anybody, and what is AMBER is refused."""
    out = tmp_path / f"out.{ending}"
    assert "marked TLP:AMBER" in run("draft", "export", THIRD, "-o", str(out), status=1).output
    run("draft", "export", THIRD, "--audience", "amber", "-o", str(out))
    assert out.stat().st_size > 0


def test_an_export_closes_what_is_private_but_for_the_mediator(run: Run, tmp_path: Path) -> None:
    """Others see numbered alternatives and no RED provision; the mediator's own copy is the text itself."""
    text = tmp_path / "mine.md"
    text.write_text(CONFIDENTIAL, encoding="utf-8")
    told = run("draft", "export", str(text), "--format", "md").stdout
    assert "Alternative 1" in told
    assert "North:" not in told
    assert "envoy" not in told
    assert run("draft", "export", str(text), "--format", "md", "--own").stdout == CONFIDENTIAL


def test_tracked_changes_come_back_as_alternatives(run: Run, tmp_path: Path) -> None:
    """A DOCX against an earlier text, imported again, has what changed in brackets."""
    out = tmp_path / "changes.docx"
    run("draft", "export", THIRD, "--against", SECOND, "--own", "--author", "Ana", "-o", str(out))
    result = run("draft", "import", str(out))
    assert "brackets" in result.stderr
    assert "Ana" in result.stdout


def test_quality_lists_what_is_there_and_what_is_missing(run: Run, ask: Callable[..., Any]) -> None:
    """Each item with the provisions that say it; the weights of the balance are stated."""
    told = run("draft", "quality", THIRD).stdout
    assert "Settlement of disputes: 19" in told
    assert "Amendment: nothing found" in told
    assert "A single act counts 1, conduct all along 0.5" in told
    found = ask("draft", "quality", THIRD)
    assert found["format"] == "goodoffices.draft.quality/1"
    assert {"quality", "shares", "weights"} <= set(found)


@pytest.mark.parametrize(("changes", "days"), [("accepted", "60"), ("rejected", "30")])
def test_import_takes_tracked_changes_as_made_or_not_made(run: Run, tmp_path: Path, changes: str, days: str) -> None:
    """`import --changes` takes the tracked changes of a DOCX as accepted or rejected, and as alternatives otherwise."""
    old, new, file = tmp_path / "old.md", tmp_path / "new.md", tmp_path / "talks.docx"
    old.write_text("# T\n\n1. Guns leave in 30 days. {#guns}\n", encoding="utf-8")
    new.write_text("# T\n\n1. Guns leave in 60 days. {#guns}\n", encoding="utf-8")
    run("draft", "export", str(new), "--against", str(old), "--own", "--author", "Ana", "-o", str(file))
    assert f"leave in {days} days" in run("draft", "import", str(file), "--changes", changes).stdout
    assert "Ana" in run("draft", "import", str(file)).stdout
