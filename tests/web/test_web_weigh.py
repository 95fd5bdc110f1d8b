"""Models in the browser: drafted, uploaded, begun, edited, weighed as they are edited, saved, compared, restored."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape

import pytest
from starlette.testclient import TestClient

from goodoffices.desk.audience import Audience
from goodoffices.record import Marking
from goodoffices.weigh.model import parse_yaml

Csrf = Callable[..., str]

DEAL = """\
# what people wrote stays
title: The ferry
issues:
  Fares: [As it is, Halved, Free]
  Dock: [Closed, Open]
parties:
  Arvenia:
    weights: {Fares: 60, Dock: 40}
    scores:
      Fares: {As it is: 0, Halved: 60, Free: 100}
      Dock: {Closed: 0, Open: 100}
    reservation: 30
  Belmark:
    weights: {Fares: 50, Dock: 50}
    scores:
      Fares: {As it is: 100, Halved: [40, 70], Free: 0}
      Dock: {Closed: 80, Open: 20}
    reservation: {interval: [20, 40], judged by: the desk}
"""


def upload(client: TestClient, csrf: Csrf, text: str = DEAL, marking: str = "CLEAR", name: str = "ferry.yaml") -> str:
    """Hand a model in; return its address."""
    answer = client.post(
        "/weigh/upload", data={"csrf": csrf(client), "marking": marking}, files={"files": (name, text.encode())}
    )
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"]).partition("?")[0]


def form_on(page: str) -> dict[str, str]:
    """The fields of the model's form as a browser would send them."""
    (form,) = re.findall(r'<form class="model".*?</form>', page, flags=re.DOTALL)
    fields = {
        name: unescape(value)
        for name, value in re.findall(r'<input (?:type="hidden" )?name="([^"]+)" value="([^"]*)"', form)
    }
    for name, body in re.findall(r'<select name="([^"]+)">(.*?)</select>', form, flags=re.DOTALL):
        chosen = re.search(r'<option(?: value="([^"]*)")? selected>([^<]*)<', body)
        first = re.search(r'<option(?: value="([^"]*)")?[^>]*>([^<]*)<', body)
        found = chosen or first
        assert found is not None
        fields[name] = unescape(found[1] if found[1] is not None else found[2])
    (text,) = re.findall(r'<textarea [^>]*name="text"[^>]*>\n(.*?)</textarea>', form, flags=re.DOTALL)
    return {**fields, "text": unescape(text)}


def sent(client: TestClient, where: str, act: str, changes: Mapping[str, str] = {}) -> tuple[int, str, str]:
    """Send the form of a model with some changes; return status, page and where it leads."""
    fields = {**form_on(client.get(where).text), **changes, "act": act}
    answer = client.post(where.partition("?")[0], data=fields)
    return answer.status_code, answer.text, answer.headers.get("location", "")


def text_of(client: TestClient, where: str, version: int | None = None) -> str:
    """The YAML of a model."""
    asked = {"version": version} if version else {}
    answer = client.get(f"{where}/export/model.yaml", params=asked)
    assert answer.status_code == 200
    return answer.text


def test_a_model_is_drafted_from_the_record(client: TestClient, csrf: Csrf) -> None:
    """The draft has the parties and positions that the reports give, each number with its sentence."""
    answer = client.post("/weigh/draft", data={"csrf": csrf(client)})
    assert answer.status_code == 303
    page = client.get(answer.headers["location"]).text
    assert "Saved as version 1" in page
    assert "Arvenia demanded that Belmark drop the port fees." in unescape(page)
    assert re.search(r'href="/reports/r-[a-z2-7]{16}\?at=\d+-\d+#at"', page)


def test_a_file_stays_as_people_wrote_it(client: TestClient, csrf: Csrf) -> None:
    """An uploaded YAML is kept with its comments; the page weighs it at once."""
    where = upload(client, csrf)
    assert text_of(client, where) == DEAL
    page = client.get(where).text
    assert "There is a deal" in page
    assert "<svg" in page
    assert 'class="chart plane"' in page


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bad.yaml", b"issues: {A: [x]\n", "no well-formed YAML"),
        ("bomb.yaml", b"a: &a [x, x]\nb: [*a, *a]\n", "anchors and aliases"),
        ("deep.yaml", b"[" * 500, "nested deeper"),
        ("empty.yaml", b"", "empty"),
        ("binary.yaml", b"\xff\xfe\x00", "UTF-8"),
        ("../../etc/passwd", b"x", "no kind of model"),
        ("entities.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', ""),
    ],
)
def test_what_is_no_model_is_one_sentence(
    client: TestClient, csrf: Csrf, name: str, content: bytes, words: str
) -> None:
    """A file that cannot be read is refused with the reason, and nothing is kept."""
    answer = client.post("/weigh/upload", data={"csrf": csrf(client)}, files={"files": (name, content)})
    assert answer.status_code == 422
    assert words.casefold() in unescape(answer.text).casefold()
    assert "There is no model here yet" in answer.text


def test_a_model_is_begun_and_grows(client: TestClient, csrf: Csrf) -> None:
    """An empty one gets parties, issues and options by buttons, and names of its own; nothing is saved before Save."""
    answer = client.post("/weigh/new", data={"csrf": csrf(client), "title": "Ferries", "marking": "GREEN"})
    where = answer.headers["location"].partition("?")[0]
    changes = {"p0": "Arvenia", "i0": "Fares", "i0o1": "Halved", "s0-0-0": "10", "s0-0-1": "90", "p0r": "20 to 30"}
    status, page, _ = sent(client, where, "add-party", changes)
    assert status == 200
    assert 'value="Party 3"' in page
    assert "Not saved" in page
    assert "Arvenia" not in text_of(client, where)
    fields = {**form_on(page), "act": "save", "why": "names"}
    client.post(where, data=fields)
    model = parse_yaml(text_of(client, where))
    assert [party.name for party in model.parties] == ["Arvenia", "Second party", "Party 3"]
    assert model.issues[0].names == ("As it is", "Halved")


def test_numbers_are_changed_in_the_form_alone(client: TestClient, csrf: Csrf) -> None:
    """One number is changed: it says who judged it, and every other line stays as it was."""
    where = upload(client, csrf)
    status, _, _ = sent(client, where, "save", {"s0-0-1": "50 to 70", "why": "asked again"})
    assert status == 303
    before, after = text_of(client, where, 1).splitlines(), text_of(client, where, 2).splitlines()
    assert after[0] == "# what people wrote stays"
    told = "\n".join(after)
    assert "judged by: local" in told
    assert parse_yaml(told).parties[1] == parse_yaml("\n".join(before)).parties[1]


def test_a_form_sent_back_unchanged_changes_nothing(client: TestClient, csrf: Csrf) -> None:
    """What a browser sends back of a form that nobody touched is the same text, to the letter."""
    where = upload(client, csrf)
    assert sent(client, where, "save")[0] == 303
    assert text_of(client, where, 1) == text_of(client, where, 2) == DEAL


def test_the_front_moves_without_saving(client: TestClient, csrf: Csrf) -> None:
    """The answer to a changed number comes alone, with the saved front behind it, and nothing is saved."""
    where = upload(client, csrf)
    fields = {**form_on(client.get(where).text), "p0r": "95", "p1r": "95"}
    answer = client.post(f"{where}/answer", data=fields, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert answer.text.lstrip().startswith("<section")
    assert "There is no deal as things stand" in answer.text
    assert "As version 1 was saved: there is a deal" in answer.text
    assert "The least that would open a deal" in answer.text
    moved = client.post(f"{where}/answer", data={**form_on(client.get(where).text), "s0-0-1": "10"}).text
    assert 'class="ghost"' in moved
    assert text_of(client, where) == DEAL


def test_a_field_that_cannot_be_read_is_told_and_kept(client: TestClient, csrf: Csrf) -> None:
    """What was typed stays in its field with the reason, and nothing is saved."""
    where = upload(client, csrf)
    status, page, _ = sent(client, where, "save", {"s0-0-1": "plenty", "s0-0-2": "80"})
    assert status == 422
    assert 'value="plenty"' in page
    assert "is no number" in page
    assert 'value="80"' in page
    assert text_of(client, where) == DEAL


def test_an_error_of_the_yaml_has_its_line(client: TestClient, csrf: Csrf) -> None:
    """What is typed as YAML and cannot be read is shown again with the line of the fault."""
    where = upload(client, csrf)
    text = DEAL.replace("reservation: 30", "reservation: 300")
    status, page, _ = sent(client, f"{where}?as=yaml", "save", {"text": text})
    assert status == 422
    assert 'data-line="12"' in page
    assert "reservation: 300" in page
    assert text_of(client, where) == DEAL


def test_going_over_to_the_yaml_keeps_what_was_typed(client: TestClient, csrf: Csrf) -> None:
    """The YAML says what the form says, and the form what the YAML says."""
    where = upload(client, csrf)
    _, page, _ = sent(client, where, "as-yaml", {"s0-0-1": "55"})
    assert "value: 55" in form_on(page)["text"]
    answer = client.post(where, data={**form_on(page), "act": "as-form"})
    assert form_on(answer.text)["s0-0-1"] == "55"


def test_who_saved_meanwhile_is_not_overwritten(client: TestClient, csrf: Csrf) -> None:
    """The second of two who edited one version is shown both, and can save after it; both stay."""
    where = upload(client, csrf)
    mine = {**form_on(client.get(where).text), "act": "save", "p0r": "35"}
    assert sent(client, where, "save", {"p0r": "25"})[0] == 303
    answer = client.post(where, data=mine)
    assert answer.status_code == 409
    assert "Somebody saved a version while you edited" in answer.text
    assert "+    reservation: {value: 35" in unescape(answer.text)
    (form,) = re.findall(r'<form method="post" action="/weigh/.*?</form>', answer.text, flags=re.DOTALL)
    fields = {
        name: unescape(value) for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form)
    }
    (text,) = re.findall(r"<textarea [^>]*>\n(.*?)</textarea>", form, flags=re.DOTALL)
    assert client.post(where, data={**fields, "text": unescape(text), "act": "save"}).status_code == 303
    assert [parse_yaml(text_of(client, where, n)).party("Arvenia").reservation for n in (2, 3)] != [None, None]
    assert "value: 35" in text_of(client, where, 3)
    assert "value: 25" in text_of(client, where, 2)


def test_versions_are_compared_and_restored(client: TestClient, csrf: Csrf) -> None:
    """The history shows who changed what; an earlier version comes back as the latest."""
    where = upload(client, csrf)
    sent(client, where, "save", {"p0r": "45", "why": "they walk sooner"})
    page = client.get(f"{where}/compare", params={"a": 1, "b": 2}).text
    assert "parties / Arvenia / reservation" in page
    assert "they walk sooner" in client.get(f"{where}/versions").text
    answer = client.post(f"{where}/restore", data={"csrf": csrf(client), "version": 1, "after": 2})
    assert answer.status_code == 303
    assert text_of(client, where) == DEAL
    assert "version 1 restored" in client.get(where).text


@pytest.mark.parametrize(
    ("what", "start"),
    [
        ("packages.csv", b"\xef\xbb\xbf"),
        ("packages.xlsx", b"PK"),
        ("packages.json", b"{"),
        ("packages.docx", b"PK"),
        ("front.csv", b"\xef\xbb\xbf"),
        ("front.png", b"\x89PNG"),
        ("report.html", b"<!doctype html>"),
        ("report.md", b"**TLP:AMBER**"),
        ("report.json", b"{"),
    ],
)
def test_exports(client: TestClient, csrf: Csrf, what: str, start: bytes) -> None:
    """Each export is a file of its form, named with its marking, and the log says that it left."""
    where = upload(client, csrf, marking="AMBER")
    if what.endswith("png"):
        pytest.importorskip("typst")
    answer = client.get(f"{where}/export/{what}")
    assert answer.status_code == 200
    assert answer.content.lstrip().startswith(start)
    assert "tlp-amber" in answer.headers["content-disposition"]
    store = client.app.state.bench.store  # type: ignore[attr-defined]  # TestClient types its app as any ASGI app
    assert any(each.act == "export" and "tlp-amber" in str(each.target) for each in store.audit_log())


def test_the_report_has_all_sections(client: TestClient, csrf: Csrf) -> None:
    """The full report is the one that the command writes, in the frame of the workbench."""
    where = upload(client, csrf)
    page = client.get(f"{where}/report").text
    for anchor in ("in-brief", "space", "packages", "blocks", "sure", "questions", "explained", "figures", "sources"):
        assert f'id="{anchor}"' in page
    assert 'href="/record?kind=position&amp;' in page


def test_drafting_again_keeps_what_people_changed(client: TestClient, csrf: Csrf) -> None:
    """Drafted again, a model says what the news would change, and saves nothing."""
    answer = client.post("/weigh/draft", data={"csrf": csrf(client)})
    where = answer.headers["location"].partition("?")[0]
    status, page, _ = sent(client, where, "redraft")
    assert status == 200
    assert "the news changes nothing" in page
    assert client.get(f"{where}/versions").text.count('scope="row"') == 1


def test_a_reader_weighs_and_saves_nothing(opened: Callable[..., TestClient], case: object) -> None:
    """Whoever may only read sees the front move, and is refused where something would be kept."""
    from goodoffices.record.account import Role  # noqa: PLC0415  beside its only use
    from goodoffices.record.store import open_case  # noqa: PLC0415  the same
    from goodoffices.web.moments import now  # noqa: PLC0415  the same

    with open_case(case) as store:  # type: ignore[arg-type]  # a path
        accounts = store.accounts()
        for name, role in (("ada", Role.ADMIN), ("rex", Role.READER)):
            accounts.add(name, password="a long enough one", role=role, audience=Marking.RED)  # noqa: S106
    client = opened()
    bench = client.app.state.bench  # type: ignore[attr-defined]  # as above
    bench.desk.save("model", "ferry", DEAL, by="ada", at=now(), marking=Marking.CLEAR, after=0, title="The ferry")
    page = client.get("/login").text
    (word,) = set(re.findall(r'name="csrf" value="([0-9a-f]{64})"', page))
    client.post("/login", data={"csrf": word, "name": "rex", "password": "a long enough one"})
    assert sent(client, "/weigh/ferry", "weigh", {"p0r": "20"})[0] == 200
    assert sent(client, "/weigh/ferry", "save", {"p0r": "20"})[0] == 403
    assert len(bench.desk.versions("model", "ferry", Audience.of(Marking.RED))) == 1
