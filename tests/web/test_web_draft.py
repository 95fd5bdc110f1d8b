"""The draft room in the browser: texts kept, shown, edited, decided, compared, brought back, handed out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from goodoffices.desk.audience import Audience
from goodoffices.record import Marking
from goodoffices.record.store import Store

Csrf = Callable[..., str]

TEXT = """---
title: Agreement on the port
parties: Arvenia, Belmark
---

# Agreement on the port

1. The Parties shall open the port within [Arvenia: 10 | Belmark: 30] days of signing. {#open-port .under-discussion}

2. Belmark shall drop the port fees outright. {#fees}

3. A Joint Commission shall verify the opening of the port. {#commission .agreed by=Arvenia,Belmark on=2026-02-01}
"""


def start(client: TestClient, csrf: Csrf, source: str = TEXT, **more: str) -> str:
    """Keep a text; return its address."""
    given = {"csrf": csrf(client), "marking": "CLEAR", "source": source, **more}
    answer = client.post("/draft", data=given)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def edit(client: TestClient, csrf: Csrf, place: str, source: str, base: int = 1, **more: str) -> int:
    """Save the whole text; return the status."""
    given = {"csrf": csrf(client), "base": str(base), "act": "whole", "source": source, **more}
    return client.post(f"{place}/edit", data=given).status_code


def source_of(client: TestClient, name: str = "agreement-port") -> str:
    """What the latest version says, as the keepers see it."""
    bench = client.app.state.bench  # type: ignore[attr-defined]  # TestClient types its app as any ASGI app
    text: str = bench.desk.read("text", name, Audience.of(Marking.RED))[1]
    return text


def plain(page: str) -> str:
    """A page without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_a_text_is_kept_and_shown_with_brackets_and_what_the_checks_find(client: TestClient, csrf: Csrf) -> None:
    """A pasted text has its page: provisions with anchors, who wants what, and the problems beside them."""
    place = start(client, csrf)
    page = client.get(place).text
    assert 'id="p-open-port"' in page
    assert "1 bracket still open" in plain(page)
    assert f'href="{place}/brackets/1"' in page
    assert f'href="{place}/edit?provision=open-port"' in page
    assert "Agreement on the port" in client.get("/draft").text
    assert "1 bracket open in 3 provisions" in plain(client.get("/").text)


def test_every_page_of_a_text_opens(client: TestClient, csrf: Csrf) -> None:
    """Checks, order, measures, record, deal, versions, redline and log each open, of the latest and of an earlier."""
    place = start(client, csrf)
    assert edit(client, csrf, place, TEXT.replace("30", "20"), why="they moved") == 303
    pages = (
        "",
        "checks",
        "order",
        "provides",
        "trace",
        "deal",
        "versions",
        "log",
        "merge",
        "edit",
        "add",
        "compare?a=1",
    )
    for page in (*pages, "?version=1", "checks?version=1", "brackets/1?version=1", "edit?provision=fees"):
        answer = client.get(f"{place}/{page}" if page and page[0] != "?" else f"{place}{page}")
        assert answer.status_code == 200, page


def test_the_record_stands_beside_the_text(client: TestClient, csrf: Csrf) -> None:
    """The demand that Belmark drop the fees stands beside the provision that does so, and leads to its finding."""
    place = start(client, csrf)
    page = client.get(place).text
    assert "Arvenia demanded that Belmark drop the port fees." in page
    assert re.search(r'href="/findings/f-[a-z0-9]+"', page)
    trace = plain(client.get(f"{place}/trace").text)
    assert "Belmark rejects the port fees outright" in trace


def test_a_provision_is_edited_and_nothing_else_changes(client: TestClient, csrf: Csrf) -> None:
    """Other words for one provision change that line of the text alone, and who, when and why are kept."""
    place = start(client, csrf)
    given = {"csrf": csrf(client), "base": "1", "provision": "fees", "act": "words", "why": "Belmark asked"}
    words = {"words": "Belmark shall halve the port fees.", "status": "proposed"}
    assert client.post(f"{place}/edit", data={**given, **words}).status_code == 303
    before, after = TEXT.splitlines(), source_of(client).splitlines()
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert [b for _, b in changed] == ["2. Belmark shall halve the port fees. {#fees .proposed}"]
    assert "Belmark asked" in client.get(f"{place}/versions").text


@pytest.mark.parametrize(
    ("act", "side", "words"),
    [
        ("accept", "2", "within 30 days"),
        ("reject", "2", "within [Arvenia: 10 ] days"),
        ("reject", "0", "within days"),
    ],
)
def test_a_bracket_is_decided(client: TestClient, csrf: Csrf, act: str, side: str, words: str) -> None:
    """Accepting puts one alternative in place; rejecting takes one, or the whole bracket, out."""
    place = start(client, csrf)
    given = {"csrf": csrf(client), "base": "1", "act": act, "side": side, "why": "the round of March"}
    assert client.post(f"{place}/brackets/1", data=given).status_code == 303
    assert words in source_of(client)


def test_an_alternative_is_proposed_for_a_party(client: TestClient, csrf: Csrf) -> None:
    """Other words for a provision become a bracket around what differs; a bracket takes another alternative."""
    place = start(client, csrf)
    token = csrf(client)
    given = {"csrf": token, "base": "1", "provision": "fees", "act": "propose", "party": "Belmark"}
    answer = client.post(f"{place}/edit", data={**given, "words": "Belmark shall drop the port fees in steps."})
    assert answer.status_code == 303
    assert "Belmark shall drop the port fees [outright. | Belmark: in steps.] {#fees}" in source_of(client)
    more = {"csrf": token, "base": "2", "act": "propose", "words": "20", "party": "Arvenia"}
    assert client.post(f"{place}/brackets/1", data=more).status_code == 303
    assert "[Arvenia: 10 | Belmark: 30 | Arvenia: 20]" in source_of(client)
    stranger = client.post(f"{place}/brackets/1", data={**more, "base": "3", "party": "Nobody"})
    assert stranger.status_code == 422
    assert "is no party of this text" in stranger.text


def test_checks_stand_beside_the_form_and_save_nothing(client: TestClient, csrf: Csrf) -> None:
    """What an edit breaks is said before it is saved, with a script and without one."""
    place = start(client, csrf)
    given = {"csrf": csrf(client), "base": "1", "provision": "fees", "act": "words"}
    words = {"words": "Belmark shall drop the port fees as in Article 99."}
    part = client.post(f"{place}/check", data={**given, **words}, headers={"HX-Request": "true"})
    assert "New with this edit" in part.text
    assert "99" in part.text
    assert "<html" not in part.text
    whole = client.post(f"{place}/check", data={**given, **words})
    assert "<html" in whole.text
    assert "as in Article 99" in whole.text
    open_bracket = client.post(f"{place}/check", data={**given, "words": "Belmark shall [drop it."})
    assert "cannot be read yet" in open_bracket.text
    assert source_of(client) == TEXT


def test_a_faulty_edit_comes_back_with_what_is_wrong(client: TestClient, csrf: Csrf) -> None:
    """A bracket that does not close is not saved, and the words are still in the form."""
    place = start(client, csrf)
    given = {"csrf": csrf(client), "base": "1", "act": "whole", "source": TEXT.replace("days of", "[days of")}
    answer = client.post(f"{place}/edit", data=given)
    assert answer.status_code == 422
    assert "[days of signing" in answer.text
    assert source_of(client) == TEXT


def test_two_people_at_once_both_keep_their_words(client: TestClient, csrf: Csrf) -> None:
    """Of two edits of one version the second is joined with the first, shown, and saved only then; no word is lost."""
    place = start(client, csrf)
    assert edit(client, csrf, place, TEXT.replace("fees outright", "fees at once")) == 303
    theirs = TEXT.replace("fees outright", "fees within a year").replace("the opening of the port", "the opening")
    given = {"csrf": csrf(client), "base": "1", "act": "whole", "source": theirs}
    answer = client.post(f"{place}/edit", data=given)
    assert answer.status_code == 409
    text = answer.text
    assert "at once" in text
    assert "within a year" in text
    assert source_of(client) == TEXT.replace("fees outright", "fees at once")
    box = re.search(r'name="source"[^>]*>(.*?)</textarea>', text, re.DOTALL)
    assert box is not None
    joined = box[1].replace("&#34;", '"').replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">")
    assert client.post(f"{place}/edit", data={**given, "base": "2", "source": joined}).status_code == 303
    kept = source_of(client)
    assert "at once" in kept
    assert "within a year" in kept
    assert "verify the opening." in kept


def test_versions_are_compared_and_brought_back(client: TestClient, csrf: Csrf) -> None:
    """The redline of any two says what changed, figures too; an earlier version can be the latest again."""
    place = start(client, csrf)
    edit(client, csrf, place, TEXT.replace("Belmark: 30", "Belmark: 25"), why="closer")
    edit(client, csrf, place, TEXT.replace("outright", "in part"), base=2)
    page = client.get(f"{place}/compare", params={"a": 1, "b": 2}).text
    assert "<del>30</del>" in page
    assert "<ins>25</ins>" in page
    backwards = client.get(f"{place}/compare", params={"a": 3, "b": 1}).text
    assert "<ins>outright" in backwards
    given = {"csrf": csrf(client), "version": "1", "base": "3"}
    assert client.post(f"{place}/restore", data=given).status_code == 303
    assert source_of(client) == TEXT
    assert "Version 4" in plain(client.get(place).text)


def test_a_file_with_tracked_changes_becomes_a_text(client: TestClient, csrf: Csrf) -> None:
    """What is handed out as Word with tracked changes comes back as alternatives with the names of who made them."""
    place = start(client, csrf)
    edit(client, csrf, place, TEXT.replace("outright", "in steps"))
    word = client.get(f"{place}/export/docx", params={"against": 1, "for": "CLEAR"})
    assert word.status_code == 200
    given = {"csrf": csrf(client), "marking": "CLEAR", "changes": "alternatives"}
    answer = client.post("/draft", data=given, files={"file": ("port.docx", word.content)})
    assert answer.status_code == 303, plain(answer.text)
    name = answer.headers["location"].rsplit("/", 1)[-1]
    assert name != "agreement-port"
    text = source_of(client, name)
    assert "outright" in text
    assert "in steps" in text


def test_an_edit_that_was_sent_is_joined(client: TestClient, csrf: Csrf) -> None:
    """A text that a party sent is joined with the latest; what clashes is a bracket with their name."""
    place = start(client, csrf)
    edit(client, csrf, place, TEXT.replace("outright", "at once"))
    given = {"csrf": csrf(client), "of": "1", "label": "Belmark", "source": TEXT.replace("outright", "some day")}
    answer = client.post(f"{place}/merge", data=given)
    assert answer.status_code == 200
    assert "Belmark: Belmark shall drop the port fees some day." in plain(answer.text)
    assert source_of(client) == TEXT.replace("outright", "at once")


@pytest.mark.parametrize("form", ["md", "docx", "akn", "html", "pdf", "json"])
def test_exports_open_and_stand_in_the_log(client: TestClient, csrf: Csrf, store: Store, form: str) -> None:
    """Each form is a file, and the log says who took it and for whom."""
    place = start(client, csrf)
    answer = client.get(f"{place}/export/{form}", params={"for": "GREEN"})
    assert answer.status_code == 200
    assert "tlp-green" in answer.headers["content-disposition"]
    if form == "docx":
        assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    (line,) = store.audit_log(act="export")
    assert (line.target, line.by, line.detail["audience"]) == ("agreement-port", "local", "TLP:GREEN")


def test_saving_stands_in_the_log(client: TestClient, csrf: Csrf, store: Store) -> None:
    """The log keeps who saved which version, and the hash of what it says."""
    place = start(client, csrf)
    edit(client, csrf, place, TEXT.replace("outright", "at once"))
    lines = store.audit_log(act="text-save")
    assert [(line.detail["version"], line.detail["parent"]) for line in lines] == [(1, 0), (2, 1)]
    assert all(len(str(line.detail["sha256"])) == 64 for line in lines)


def test_the_deal_says_which_package_each_alternative_is(client: TestClient, csrf: Csrf) -> None:
    """With a deal model the page says which packages the text allows, and writes the full text of one."""
    examples = Path(__file__).parents[2] / "examples"
    bench = client.app.state.bench  # type: ignore[attr-defined]  # as above
    model = (examples / "weigh" / "two-banks.yaml").read_text(encoding="utf-8")
    now = bench.store.audit_log(limit=1)[0].at
    bench.desk.save("model", "banks", model, by="ana", at=now, marking=Marking.CLEAR, after=0, title="Two banks")
    text = (examples / "draft" / "3-saltmouth.md").read_text(encoding="utf-8")
    place = start(client, csrf, text)
    page = plain(client.get(f"{place}/deal").text)
    assert "allows 16 packages of banks" in page
    choices = re.findall(r'<option value="([^"]+)" selected', client.get(f"{place}/deal").text)
    given = {"csrf": csrf(client), "model": "banks", "chosen": choices, "choose": ["2=1", "3=1", "5=2"]}
    answer = client.post(f"{place}/deal", data=given)
    assert answer.status_code == 200, plain(answer.text)
    assert "once the fighters have been withdrawn from the grain silos" in plain(answer.text)
    kept = client.post(f"{place}/deal", data={**given, "keep": "1"})
    assert kept.status_code == 303
    assert "[" not in source_of(client, kept.headers["location"].rsplit("/", 1)[-1]).split("---")[-1]


def test_two_texts_are_set_side_by_side(client: TestClient, csrf: Csrf) -> None:
    """Two tracks that began with one text say so, and what differs now."""
    one, other = start(client, csrf), start(client, csrf)
    edit(client, csrf, other, TEXT.replace("outright", "in steps"))
    names = [place.rsplit("/", 1)[-1] for place in (one, other)]
    page = plain(client.get("/draft-tracks", params={"a": names[0], "b": names[1]}).text)
    assert "The last text that both had is version 1" in page
    assert "reworded" in page
