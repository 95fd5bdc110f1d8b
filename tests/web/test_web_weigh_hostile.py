"""Models made to do harm: they are refused, or given up, and the workbench goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from goodoffices.web.weighing.job import Convert, Done, Weigh, work
from goodoffices.web.weighing.scales import Busy, Scales, TooLong

Csrf = Callable[..., str]
HEADERS = {"X-GoodOffices": "1"}
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def deal(parties: int = 2, issues: int = 1, options: int = 2) -> str:
    """A model of some size."""
    names = [f"O{n}" for n in range(options)]
    lines = ["issues:", *(f"  I{n}: [{', '.join(names)}]" for n in range(issues)), "parties:"]
    for p in range(parties):
        scores = (
            f"{{{', '.join(f'{o}: {(p * 7 + n * 13 + i) % 100}' for n, o in enumerate(names))}}}" for i in range(issues)
        )
        lines += [f"  P{p}:", "    scores:", *(f"      I{i}: {each}" for i, each in enumerate(scores))]
    return "\n".join(lines) + "\n"


@pytest.fixture
def hasty() -> Iterator[Scales]:
    """Scales that give up after a quarter of a second."""
    made = Scales(seconds=0.25, patience=0.3)
    yield made
    made.close()


def test_names_are_never_markup(client: TestClient) -> None:
    """A script in a title, a party, an issue, an option or a note is shown as the words that it is, on every page."""
    text = f"""\
title: {EVIL!r}
note: {EVIL!r}
issues:
  {EVIL!r}: {{options: {{{EVIL!r}: {{note: {EVIL!r}}}, B: {{}}}}}}
parties:
  {EVIL!r}:
    scores: {{{EVIL!r}: {{{EVIL!r}: 10, B: {{value: 5, note: {EVIL!r}, judged by: {EVIL!r}}}}}}}
    reservation: 50
  Other: {{scores: {{{EVIL!r}: {{B: 10}}}}}}
constraints: [{{id: {EVIL!r}, never: {{{EVIL!r}: B}}, words: {EVIL!r}}}]
""".replace("\\'", "''")
    body = {"text": text, "title": EVIL, "why": EVIL}
    saved = client.post("/api/v1/models", json=body, headers=HEADERS)
    assert saved.status_code == 201, saved.text
    name = saved.json()["version"]["name"]
    paths = ["", "?as=yaml", "/report", "/versions", "/compare?a=1&b=1", "/export/report.html"]
    for page in ["/weigh", "/thread", "/", *(f"/weigh/{name}{path}" for path in paths)]:
        shown = client.get(page).text
        assert "<img src=x" not in shown, page
        assert "<script>alert" not in shown, page
    thread = client.get("/api/v1/thread").json()
    issue = next(each["id"] for each in thread["columns"][0]["things"] if "script" in each["says"])
    assert "<img src=x" not in client.get("/thread", params={"issue": issue}).text


def test_endless_weighing_is_given_up(hasty: Scales) -> None:
    """What takes longer than the limit is stopped, said once, and not tried again; the next job is done."""
    hasty.do(Convert(files={"a.yaml": deal().encode()}))  # the process is there
    slow = Weigh(text=deal(parties=40, issues=12, options=12))
    begun = time.monotonic()
    with pytest.raises(TooLong, match="was given up"):
        hasty.do(slow)
    assert time.monotonic() - begun < 5
    begun = time.monotonic()
    with pytest.raises(TooLong):
        hasty.do(slow)
    assert time.monotonic() - begun < 0.05
    assert hasty.do(Convert(files={"a.yaml": deal().encode()})).model is not None


def test_one_person_cannot_keep_all_others_waiting(hasty: Scales) -> None:
    """Whoever weighs many models at once has them weighed one after the other; somebody else is served meanwhile."""
    hasty.do(Convert(files={"a.yaml": deal().encode()}))
    slow = [Weigh(text=deal(parties=30 + n, issues=12, options=12)) for n in range(6)]

    def tried(job: Weigh) -> str:
        try:
            hasty.do(job, account="mallory")
        except (TooLong, Busy) as error:
            return type(error).__name__
        return "done"

    with ThreadPoolExecutor(7) as pool:
        told = [pool.submit(tried, job) for job in slow]
        other = pool.submit(hasty.do, Convert(files={"a.yaml": deal().encode()}), account="ana")
        assert other.result(timeout=30).model is not None
        assert {each.result(timeout=30) for each in told} <= {"TooLong", "Busy"}


def test_a_process_that_was_killed_is_replaced(hasty: Scales) -> None:
    """Somebody kills the process that weighs: one job fails with a sentence, the next is done by a new one."""
    hasty.do(Convert(files={"a.yaml": deal().encode()}))
    (process,) = [each._process for each in hasty._all if each._process is not None]  # noqa: SLF001  to kill it
    process.kill()
    process.join()
    assert hasty.do(Convert(files={"b.yaml": deal(3).encode()})).model is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: &a [x]\nb: *a\n", "anchors"),
        ("!!python/object/apply:os.system ['true']\n", "tags"),
        ("[" * 2_000, "nested deeper"),
        ("a: 1\n---\nb: 2\n", "second document"),
        ("x" * (1 << 20) + "x", "at most 1,048,576 bytes"),
        (deal(parties=400, issues=4, options=10), "weighed in the browser"),
        ("issues: {A: {range: {from: 0, to: 1e308, steps: 10000}}}\nparties: {P: {scores: unknown}}\n", "scores"),
        ("issues: {A: [x]}\nparties: {P: {scores: {A: {x: .nan}}}}\n", "nan"),
    ],
)
def test_bombs_are_refused(text: str, words: str) -> None:
    """Aliases, tags, depth, size: each is one sentence, soon."""
    begun = time.process_time()
    done = work(Weigh(text=text))
    assert done.fault is not None
    assert words in done.fault.words
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "fields",
    [
        {"p0": "x" * 5_000},
        {"p0": "P1"},
        {"i0o0": "order"},
        {"w0-0": "1e999"},
        {"s0-0-0": "9" * 400},
        {"s0-0-0": "[" * 500},
        {"s0-0-0": "-" * 100_000},
        {"c0-0": "s-" * 100_000, "cf0-0": "999"},
        {"s99-99-99": "5"},
        {"p0s": "\x00"},
        {"title": "\x1b[31m\u202e"},
        {"n0": "O0"},
        {"so0-0": "A > > B"},
    ],
)
@pytest.mark.parametrize(
    "act", ["", "add-party", "drop-party:0", "drop-option:0:99", "add-option:999999999", "nonsense"]
)
def test_no_form_breaks_it(fields: dict[str, str], act: str) -> None:
    """Whatever a form holds, there is an answer: a model, or a sentence."""
    done = work(Weigh(text=deal(issues=2), fields=fields, act=act, by="me", analysed=False))
    assert isinstance(done, Done)
    assert done.model is not None


@pytest.mark.parametrize(
    "name",
    ["../../../etc/passwd", "..", "%2e%2e", "a/b", "A", "x" * 5_000, "con", "a%00b", "<script>", "lock", ".lock"],
)
def test_no_name_leads_elsewhere(client: TestClient, name: str) -> None:
    """A name that is none is not found, in the same words as any other; nothing outside the folder is read."""
    answer = client.get(f"/weigh/{name}/export/model.yaml")
    assert answer.status_code in {400, 404, 422}
    assert "root:" not in answer.text


def test_a_file_of_ten_megabytes_is_refused(client: TestClient, csrf: Csrf) -> None:
    """It is refused before it is read whole."""
    answer = client.post(
        "/weigh/upload", data={"csrf": csrf(client)}, files={"files": ("big.yaml", b"a: 1\n" * 2_000_000)}
    )
    assert answer.status_code == 422
    assert "at most 1,048,576 bytes" in answer.text


@pytest.mark.parametrize("where", ["draft", "new", "upload", "x", "x/answer", "x/restore"])
def test_nothing_is_done_for_another_site(client: TestClient, where: str) -> None:
    """Without the word of our own forms nothing is weighed or saved."""
    answer = client.post(f"/weigh/{where}", data={"text": deal(), "act": "save", "version": 1, "after": 1})
    assert answer.status_code == 403


def test_calls_answer_in_one_shape(client: TestClient) -> None:
    """A model that cannot be read is 422 with its line, one that is not there 404, a conflict 409."""
    bad = client.post("/api/v1/weigh", json={"text": "issues: [\n"}, headers=HEADERS)
    assert bad.status_code == 422
    assert "line" in bad.json()["error"]["message"]
    assert client.get("/api/v1/models/nothing").json()["error"]["status"] == 404
    saved = client.post("/api/v1/models", json={"text": deal(), "title": "x"}, headers=HEADERS).json()
    name = saved["version"]["name"]
    first = client.put(f"/api/v1/models/{name}", json={"text": deal(3), "after": 1}, headers=HEADERS)
    second = client.put(f"/api/v1/models/{name}", json={"text": deal(4), "after": 1}, headers=HEADERS)
    assert (first.status_code, second.status_code) == (201, 409)
    assert client.get(f"/api/v1/models/{name}/versions").json()["models"][-1]["number"] == 2
    report = client.post("/api/v1/weigh", json={"text": deal()}, headers=HEADERS).json()
    assert report["format"] == "goodoffices.weigh/1"
