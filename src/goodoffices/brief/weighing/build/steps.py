"""An order of steps as the report shows it."""

from __future__ import annotations

from goodoffices.brief.weighing.model import GuaranteeView, OrderView, StageView
from goodoffices.brief.weighing.wording import wording
from goodoffices.weigh.steps import Guarantee, Order

from .amounts import amount

__all__ = ["order_view"]


def order_view(order: Order) -> OrderView:
    """Write an order."""
    parties = tuple(order.stages[0].standing) if order.stages else ()
    return OrderView(
        verdict=order.verdict,
        words=wording().orders[order.verdict],
        parties=parties,
        stages=tuple(
            StageView(
                steps=stage.steps,
                standing=tuple(stage.standing[party] for party in parties),
                margin=tuple(stage.margin[party] for party in parties),
            )
            for stage in order.stages
        ),
        guarantees=tuple(_guarantee(each) for each in order.guarantees),
        proof=order.proof,
    )


def _guarantee(found: Guarantee) -> GuaranteeView:
    words = (
        f"Once “{found.first}” is done, “{found.second}” must follow whatever happens: in between {found.party} would "
        f"be {amount(found.short)} below what it bears."
    )
    return GuaranteeView(words=words, first=found.first, second=found.second, party=found.party, short=found.short)
