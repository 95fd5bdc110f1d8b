"""Heard mechanisms: what the listener says of the arrangements that the rules have found.

The rules know the nouns that name arrangements; the listener (`goodoffices.read.encoder`) has been taught on annotated
reports which sentences tell of one, and of which kind. What stands only in sentences that do not sound like it is left
out; a short report is not heard.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import MechanismKind

from ..unlikely import KINDS as WEIGHED
from ..unlikely import is_row, log_odds
from .mention import Mention

if TYPE_CHECKING:
    from ...context import Context

__all__ = ["as_heard"]

_KINDS: tuple[MechanismKind, ...] = (
    "monitoring", "force", "buffer_zone", "border_verification", "security_pact", "economic", "channel", "mediation",
    "exchange", "humanitarian", "other",
)  # fmt: skip
_AT = WEIGHED.index("mechanism")
_REFUSED_BELOW = -2.5
"""Log odds by the listener below which none of the sentences of an arrangement may lie. The three bounds were chosen on
`calibrate` as a whole, where F1 hardly changes beside them."""
_PLAIN = 1.0
"""Log odds by words alone from which a sentence tells of one and need not be heard."""
_OTHER_KIND = 2.5
"""Log odds by which another kind must be likelier than that of the rule."""


def as_heard(context: Context, group: Sequence[Mention]) -> list[Mention]:
    """Take the mentions of one arrangement as the listener hears them.

    Args:
        context: The report.
        group: What names it.

    Returns:
        The mentions; none where no sentence of theirs sounds like those that tell of an arrangement. A single mention
        has the kind that is heard, where that is much likelier than its own.
    """
    if context.is_short:
        return [*group]
    for mention in group:
        if mention.asked or mention.kind is None:
            continue
        words = mention.evidence.quote
        if is_row(words) or log_odds(words)[_AT] >= _PLAIN:
            return [*group]
        told = context.hearing.of(mention.evidence.start, mention.evidence.end)
        if told["mechanism"] >= _REFUSED_BELOW:
            return [_of_heard_kind(mention, told)] if len(group) == 1 else [*group]
    return []


def _of_heard_kind(mention: Mention, told: Mapping[str, float]) -> Mention:
    likeliest = max(_KINDS, key=lambda kind: told[kind])
    much = mention.kind is not None and told[likeliest] - told[mention.kind] >= _OTHER_KIND
    return msgspec.structs.replace(mention, kind=likeliest) if much else mention
