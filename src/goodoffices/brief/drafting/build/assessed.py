"""What a text amounts to beside its faults: balance, what an agreement needs, principles, dependence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from goodoffices.brief.build.phrases import counted, join_names
from goodoffices.brief.drafting.model import MentionView, QualityView, ShareView, TensionView
from goodoffices.draft.check import Assessment, Balance, Mention, assess
from goodoffices.draft.text import Document

from .numbers import numbers_of

__all__ = ["Assessed", "assessed_of", "build_assessed"]


class Assessed(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a page that come from an assessment; see `RollingPage`."""

    shares: tuple[ShareView, ...]
    weights: str
    quality: tuple[QualityView, ...]
    tensions: tuple[TensionView, ...]
    backstops: tuple[str, ...]
    perpetual: tuple[MentionView, ...]


def build_assessed(document: Document, *, parties: Sequence[str] = ()) -> Assessed:
    """Assess a text: what it provides, whom it asks for what, on whom it hangs.

    Args:
        document: A text.
        parties: Names of the parties; found in the text where not given.
    """
    return assessed_of(document, numbers_of(document), parties)


def assessed_of(document: Document, numbers: Mapping[str, str], parties: Sequence[str] = ()) -> Assessed:
    """Assess a text for a page.

    Args:
        document: A text.
        numbers: How each provision is called, by its id.
        parties: Names of the parties; found in the text where not given.
    """
    found: Assessment = assess(document, parties=parties)

    def shown(mentions: Sequence[Mention]) -> tuple[MentionView, ...]:
        return tuple(MentionView(each.provision, numbers.get(each.provision, ""), each.words) for each in mentions)

    return Assessed(
        shares=tuple(
            ShareView(party=each.party, asked=each.asked, shared=each.shared, gives=each.gives, gets=each.gets)
            for each in found.balance.shares
        ),
        weights=_weights(found.balance),
        quality=tuple(QualityView(each.id, each.label, each.covers, shown(each.found)) for each in found.quality),
        tensions=tuple(TensionView(each.principle, shown(each.stated), shown(each.against)) for each in found.tensions),
        backstops=tuple(
            f"{each.name} alone upholds {join_names([numbers.get(name, name) for name in each.provisions])}."
            for each in found.backstops
        ),
        perpetual=shown([each.mention for each in found.perpetual]),
    )


def _weights(balance: Balance) -> str:
    """State the weights: they are a convention."""
    weights = balance.weights
    told = (
        f"A single act counts {weights.act:g}, conduct all along {weights.conduct:g}; what several owe is divided "
        "among them."
    )
    if not balance.nobody:
        return told
    return (
        f"{told} {counted(balance.nobody, 'duty', 'duties')} {'is' if balance.nobody == 1 else 'are'} laid on no party."
    )
