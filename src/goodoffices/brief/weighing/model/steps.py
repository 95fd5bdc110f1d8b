"""An order of steps: who stands where after each."""

from __future__ import annotations

import msgspec

__all__ = ["GuaranteeView", "OrderView", "StageView"]


class StageView(msgspec.Struct, frozen=True, kw_only=True):
    """One moment of an order.

    Attributes:
        steps: What is done at that moment; two where they are paired.
        standing: For each party of the order what it has then, counted from the start.
        margin: For each how far above the least that it bears, were another to stop; None where none could.
    """

    steps: tuple[str, ...]
    standing: tuple[float, ...]
    margin: tuple[float | None, ...]


class GuaranteeView(msgspec.Struct, frozen=True, kw_only=True):
    """What a third party would have to guarantee, in a sentence, and its parts."""

    words: str
    first: str
    second: str
    party: str
    short: float


class OrderView(msgspec.Struct, frozen=True, kw_only=True):
    """In which order to carry a package out.

    Attributes:
        verdict: "safe", "safe with pairs", "needs guarantees" or "unknown".
        words: The same in a sentence.
        parties: Names, in the order of the stages' numbers.
        stages: The order.
        guarantees: What has to be guaranteed.
        proof: Why there is no order without; "" where there is one.
    """

    verdict: str
    words: str
    parties: tuple[str, ...]
    stages: tuple[StageView, ...]
    guarantees: tuple[GuaranteeView, ...]
    proof: str
