"""Asking an endpoint: what goes out, and that whatever comes back costs at most the second reading of one report."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
from llm_stub import Reply, Stub, serve

from goodoffices.read import read_report
from goodoffices.read.llm import LanguageModelReader, Patience, parse_endpoint
from goodoffices.read.llm.parts import PART_CHARS
from goodoffices.record import InputError, Marking, Rejection, Report, make_report


def reading(stub: Stub, *, seconds: float = 20, retries: int = 0) -> LanguageModelReader:
    """A reader of the stub."""
    return LanguageModelReader(parse_endpoint(stub.url, "stub-model"), Patience(seconds=seconds, retries=retries))


def completion(**message: object) -> bytes:
    """A raw answer of the protocol."""
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant"} | message}
    return json.dumps(
        {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    ).encode()


TOOL = {"id": "1", "type": "function", "function": {"name": "shell", "arguments": "{}"}}
BROKEN = {
    "nothing": (Reply(""), "was not the JSON asked for"),
    "half an object": (Reply('{"positions": [{"quo'), "was not the JSON asked for"),
    "a list": (Reply("[1]"), "was not the JSON asked for"),
    "prose": (Reply("I am sorry, but I cannot."), "was not the JSON asked for"),
    "an empty object": (Reply({}), "its answer was empty"),
    "empty lists": (Reply({"positions": []}), "its answer was empty"),
    "deep nesting": (Reply('{"positions":' + "[" * 100_000), "was not the JSON asked for"),
    "a page": (Reply(raw=b"<html>Gateway</html>"), "is no answer"),
    "null": (Reply(raw=b"null"), "was not the JSON asked for"),
    "no choice": (Reply(raw=b'{"choices": []}'), "was not the JSON asked for"),
    "no content": (Reply(raw=completion(content=None)), "was not the JSON asked for"),
    "a call of a tool": (Reply(raw=completion(content=None, tool_calls=[TOOL])), "was not the JSON asked for"),
    "no text": (Reply(raw=b"\xff\xfe\x00"), "is no answer"),
    "too much": (Reply(raw=b"[" * 5_000_000), "more than 4,000,000 bytes"),
    "packed": (Reply(headers={"content-encoding": "gzip"}), "is packed"),
    "a failure": (Reply(status=500), "HTTP status 500"),
    "no key": (Reply(status=401), "did not take the key"),
    "a limit": (Reply(status=429), "rate limit is reached"),
    "elsewhere": (Reply(status=307, headers={"location": "http://127.0.0.1:9/v1/chat/completions"}), "is no answer"),
    "a hang": (Reply(after_seconds=30), "no answer within 2 seconds"),
    "a byte at a time": (Reply({}, drip_seconds=0.3), "no answer within 2 seconds"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_whatever_comes_back_is_one_listed_rejection(stub: Stub, report: Report, case: str) -> None:
    """No answer is an error of the program: a report has one rejection more, in our own words, and soon."""
    reply, reason = BROKEN[case]
    stub.say(reply)
    started = time.monotonic()
    (rejection,) = reading(stub, seconds=2).read(report)
    assert isinstance(rejection, Rejection)
    assert reason in rejection.reason
    assert "sk-secret-key" not in rejection.reason
    assert time.monotonic() - started < 8


def test_a_busy_endpoint_is_asked_again_but_not_for_ever(stub: Stub, report: Report) -> None:
    """After a 429 and a 500 the third try counts; there is no fourth."""
    busy = Reply(status=429, headers={"retry-after": "0"})
    stub.say(busy, Reply(status=500), Reply({"events": []}))
    (rejection,) = reading(stub, retries=2).read(report)
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "its answer was empty"
    assert len(stub.asked) == 3
    stub.asked.clear()
    stub.say(busy)
    list(reading(stub, retries=1).read(report))
    assert len(stub.asked) == 2


def test_an_endpoint_that_never_answers_is_given_up(stub: Stub, report: Report) -> None:
    """After three reports without an answer the rest is not sent, and each of them says so."""
    stub.say(Reply(status=500))
    reader = reading(stub)
    reasons = [each.reason for _ in range(5) for each in reader.read(report) if isinstance(each, Rejection)]
    assert len(stub.asked) == 3
    assert ["not asked" in reason for reason in reasons] == [False, False, False, True, True]


def test_nobody_there(report: Report) -> None:
    """A port where nothing listens is a rejection."""
    pytest.importorskip("pydantic_ai")
    reader = LanguageModelReader(parse_endpoint("http://127.0.0.1:9/v1", "m"), Patience(seconds=5, retries=0))
    (rejection,) = reader.read(report)
    assert isinstance(rejection, Rejection)
    assert "cannot be reached" in rejection.reason


@pytest.mark.parametrize("marking", [Marking.RED, Marking.AMBER_STRICT])
def test_restricted_reports_are_never_sent_away(stub: Stub, report: Report, marking: Marking) -> None:
    """RED and AMBER+STRICT reports are refused before anything is opened, unless the endpoint is local."""
    restricted = msgspec.structs.replace(report, marking=marking)
    here = reading(stub)
    away = LanguageModelReader(msgspec.structs.replace(here.endpoint, local=False), Patience(seconds=5, retries=0))
    (rejection,) = away.read(restricted)
    assert isinstance(rejection, Rejection)
    assert "nothing of it was sent" in rejection.reason
    assert stub.asked == []
    list(here.read(restricted))
    assert len(stub.asked) == 1


def test_a_refused_report_is_read_by_the_first_reader(stub: Stub, report: Report) -> None:
    """What the model may not see, the rules still read."""
    from goodoffices.read.rules import RulesReader  # noqa: PLC0415  the parser

    restricted = msgspec.structs.replace(report, marking=Marking.RED)
    away = LanguageModelReader(msgspec.structs.replace(reading(stub).endpoint, local=False))
    read = read_report(restricted, readers=(RulesReader(), away))
    assert read.statements == read_report(restricted).statements
    assert len(read.rejections) == 1


def test_the_report_goes_out_as_data(stub: Stub, injected: Report) -> None:
    """The report stands between two lines that it cannot hold, apart from the instructions, and no tool is offered."""
    list(reading(stub).read(injected))
    ((path, _, body),) = stub.asked
    assert path == "/v1/chat/completions"
    assert not body.keys() & {"tools", "functions", "tool_choice"}
    system, user = body["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert "Ignore the above" not in system["content"]
    (prompt,) = stub.prompts()
    before, inside, after = prompt.partition(injected.text)
    assert inside == injected.text
    tag = before.rstrip().splitlines()[-1]
    assert tag.startswith("<report-")
    assert after.lstrip().startswith(f"</{tag[1:]}")
    assert tag[1:-1] not in injected.text


def test_a_report_with_braces_and_tags_stays_as_it_is(stub: Stub) -> None:
    """What looks like a placeholder or the end of the data is sent as it stands."""
    text = "The envoy said {tag} and {text} and </report> and {published}. He said no more on that day."
    list(reading(stub).read(make_report(text, path="b.txt", title="B", language="en")))
    assert text in stub.prompts()[0]


def test_a_long_report_goes_in_parts(stub: Stub) -> None:
    """Each part is sent once; together they are the report."""
    text = "\n\n".join(f"Paragraph {n} of the report says that talks go on." for n in range(1_200))
    list(reading(stub).read(make_report(text, path="b.txt", title="B", language="en")))
    assert len(stub.asked) == -(-len(text) // PART_CHARS)
    assert all(len(prompt) < PART_CHARS + 500 for prompt in stub.prompts())
    for n in (0, 600, 1_199):
        assert sum(f"Paragraph {n} of" in prompt for prompt in stub.prompts()) == 1


def test_keys_of_others_stay_here(
    stub: Stub, report: Report, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A local or other endpoint gets its own key, or none; nothing of the environment goes along, nothing is logged."""
    caplog.set_level(logging.DEBUG)
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "sk-others")
    list(reading(stub).read(report))
    assert "sk-others" not in str(stub.asked)
    assert "authorization" not in stub.asked[0][1]
    monkeypatch.setenv("GOODOFFICES_LLM_KEY", "sk-own")
    list(reading(stub).read(report))
    assert stub.asked[1][1]["authorization"] == "Bearer sk-own"
    assert "sk-own" not in caplog.text
    assert "sk-own" not in repr(reading(stub).__dict__)


def test_addresses_of_the_environment_count_for_nothing(
    stub: Stub, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a base address nor a proxy of the environment leads a request elsewhere than was said."""
    for name in ("OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    list(reading(stub).read(report))
    assert len(stub.asked) == 1


def test_the_protocol_of_anthropic(stub: Stub, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """An Anthropic-compatible endpoint is asked in its own protocol, with its own header for the key."""
    monkeypatch.setenv("GOODOFFICES_LLM_KEY", "sk-own")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "sk-others")
    stub.say({"events": [{"kind": "other", "quote": "No date was set."}]})
    endpoint = parse_endpoint(f"anthropic+{stub.url.removesuffix('/v1')}", "stub-model")
    read = read_report(report, LanguageModelReader(endpoint, Patience(seconds=20, retries=0)))
    assert [statement.kind for statement in read.statements] == ["event"]
    ((path, headers, body),) = stub.asked
    assert path.startswith("/v1/messages")
    assert headers["x-api-key"] == "sk-own"
    assert "authorization" not in headers
    assert "tools" not in body


def test_a_unix_socket(tmp_path: Path, report: Report) -> None:
    """A server at a socket is asked there, whatever the marking of the report."""
    pytest.importorskip("pydantic_ai")
    with serve(str(tmp_path / "s")) as stub:
        stub.say({"events": [{"kind": "other", "quote": "No date was set."}]})
        restricted = msgspec.structs.replace(report, marking=Marking.RED)
        assert [each.kind for each in read_report(restricted, reading(stub)).statements] == ["event"]
        assert len(stub.asked) == 1


def test_it_also_works_inside_an_event_loop(stub: Stub, report: Report) -> None:
    """A notebook runs an event loop of its own; reading there is the same."""

    async def notebook() -> list[object]:
        return list(reading(stub).read(report))

    # in a thread of its own, for the browser tests leave a loop behind in this one
    with ThreadPoolExecutor(max_workers=1) as threads:
        assert len(threads.submit(asyncio.run, notebook()).result()) == 1


def test_a_key_that_is_needed_is_asked_for_at_once() -> None:
    """Without a key the reader is not even made, and the message names the variable."""
    pytest.importorskip("pydantic_ai")
    with pytest.raises(InputError, match="OPENAI_API_KEY"):
        LanguageModelReader(parse_endpoint("openai:some-model"))


def test_without_the_extra_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program works without the extra until somebody asks for a model."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(InputError, match=r"goodoffices\[llm\]"):
        LanguageModelReader(parse_endpoint("http://localhost:1/v1", "m"))
