"""Asking a model: one part of a report in, JSON out, or one sentence on what went wrong."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from .answer import schema
from .endpoint import Endpoint, key_of
from .prompt import instructions

if TYPE_CHECKING:
    import httpx2
    from pydantic_ai.models import Model

__all__ = ["Patience", "Unanswered", "ask"]

T = TypeVar("T")


class Patience(msgspec.Struct, frozen=True, kw_only=True):
    """How long and how often to try.

    Attributes:
        seconds: For one part of a report, all tries together.
        retries: More tries where the endpoint is busy or broken (with growing pauses), or where its answer is no JSON.
        answer_tokens: Longest answer asked for.
    """

    seconds: float = 180.0
    retries: int = 2
    answer_tokens: int = 8_000


class Unanswered(Exception):  # noqa: N818  an outcome, listed as a rejection
    """There is no answer; its text says why, in words of ours (an endpoint's own could hold a key or a lie).

    Attributes:
        dead: True where the next report would fare no better.
    """

    def __init__(self, reason: str, *, dead: bool = False) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.dead = dead


def ask(endpoint: Endpoint, data: str, patience: Patience) -> dict[str, Any]:
    """Ask for the entries of one part of a report.

    Args:
        endpoint: Where.
        data: The part, fenced in as data.
        patience: How long and how often to try.

    Raises:
        Unanswered: If there is no answer in time, or none that is a JSON object.
        InputError: If the endpoint needs a key and the environment holds none, or the extra is not installed.
    """
    return _run(_ask(endpoint, key_of(endpoint), data, patience))


def _run(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end, also where the caller has an event loop of its own (a notebook)."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    ended: list[T | BaseException] = []

    def run() -> None:
        try:
            ended.append(asyncio.run(work))
        except BaseException as error:  # noqa: BLE001  raised again in the caller's thread
            ended.append(error)

    thread = threading.Thread(target=run, name="language model")
    thread.start()
    thread.join()
    if isinstance(ended[0], BaseException):
        raise ended[0]
    return ended[0]


async def _ask(endpoint: Endpoint, key: str | None, data: str, patience: Patience) -> dict[str, Any]:
    from .channel import open_channel  # noqa: PLC0415  the libraries of the extra

    async with open_channel(endpoint, key, timeout_seconds=patience.seconds) as channel:
        try:
            async with asyncio.timeout(patience.seconds):
                return await _answer(endpoint, channel, data, patience)
        except TimeoutError:
            msg = f"no answer within {patience.seconds:g} seconds"
            raise Unanswered(msg) from None


async def _answer(endpoint: Endpoint, channel: httpx2.AsyncClient, data: str, patience: Patience) -> dict[str, Any]:
    import httpx2  # noqa: PLC0415  as above
    from pydantic_ai import Agent, PromptedOutput, StructuredDict  # noqa: PLC0415
    from pydantic_ai.exceptions import AgentRunError, ModelAPIError, ModelHTTPError  # noqa: PLC0415

    # Plain prompted JSON, as every server can give it; no tool is offered, not even one to hand the answer in. The
    # schema stands in the instructions, for some servers take one system message and no second.
    agent = Agent(
        _model(endpoint, channel, patience),
        output_type=PromptedOutput(StructuredDict(schema(), name="entries"), template=False),
        instructions=instructions(),
        retries=patience.retries,
        model_settings={"max_tokens": patience.answer_tokens, "timeout": patience.seconds},
    )
    try:
        result = await agent.run(data)
    except ModelHTTPError as error:
        raise _refused(error.status_code, patience) from None
    except (ModelAPIError, httpx2.HTTPError) as error:
        raise _unreached(error) from None
    except (AgentRunError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        # what the libraries make of an answer that is no answer of the protocol, or no JSON after all tries
        msg = f"its answer was not the JSON asked for, in up to {patience.retries + 1} tries"
        raise Unanswered(msg) from None
    return dict(result.output)


def _model(endpoint: Endpoint, channel: httpx2.AsyncClient, patience: Patience) -> Model:
    # The clients get no key: the channel adds it, and leaves out whatever they take from the environment.
    if endpoint.dialect == "anthropic":
        from anthropic import AsyncAnthropic  # noqa: PLC0415  as above
        from pydantic_ai.models.anthropic import AnthropicModel  # noqa: PLC0415
        from pydantic_ai.providers.anthropic import AnthropicProvider  # noqa: PLC0415

        speaker = AsyncAnthropic(
            api_key="none", base_url=endpoint.url, http_client=channel, max_retries=patience.retries
        )
        return AnthropicModel(endpoint.model, provider=AnthropicProvider(anthropic_client=speaker))
    from openai import AsyncOpenAI  # noqa: PLC0415  as above
    from pydantic_ai.models.openai import OpenAIChatModel  # noqa: PLC0415
    from pydantic_ai.providers.openai import OpenAIProvider  # noqa: PLC0415
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider  # noqa: PLC0415

    client = AsyncOpenAI(api_key="none", base_url=endpoint.url, http_client=channel, max_retries=patience.retries)
    if endpoint.key_needed:
        return OpenAIChatModel(endpoint.model, provider=OpenAIProvider(openai_client=client))
    return OpenAIChatModel(endpoint.model, provider=OpenAICompatibleProvider("endpoint", openai_client=client))


_REFUSALS = {
    401: "it did not take the key",
    403: "it did not take the key",
    404: "it has no such model or address",
    413: "the part is too long for it",
    429: "its rate limit is reached",
}
_DEAD = frozenset({401, 403, 404})


def _refused(status: int, patience: Patience) -> Unanswered:
    tries = f", after {patience.retries + 1} tries" if status == 429 or status >= 500 else ""  # noqa: PLR2004  HTTP
    said = _REFUSALS.get(status, "it failed" if status >= 500 else "it refused the request")  # noqa: PLR2004  as above
    return Unanswered(f"{said} (HTTP status {status}){tries}", dead=status in _DEAD)


def _unreached(error: BaseException) -> Unanswered:
    from .channel import Astray, Overflow  # noqa: PLC0415  as above

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, Astray | Overflow):
            return Unanswered(str(cause))
        cause = cause.__cause__ or cause.__context__
    return Unanswered("it cannot be reached, or what it answered is no answer", dead=True)
