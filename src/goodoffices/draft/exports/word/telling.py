"""What happened to each provision, in words, for the comments in the margin."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from goodoffices.draft.imports.word.standing import written_standing
from goodoffices.draft.lineage import Comparison, in_words, link_in_words
from goodoffices.draft.text import Attributes, Document, Provision

__all__ = ["Remarks", "remarks_on"]


class Remarks(msgspec.Struct, frozen=True):
    """Comments.

    Attributes:
        whole: On the whole text.
        old: On provisions of the earlier text that are gone, by id.
        new: On provisions of the later text, by id.
    """

    whole: str = ""
    old: dict[str, str] = msgspec.field(default_factory=dict)
    new: dict[str, str] = msgspec.field(default_factory=dict)


def remarks_on(before: Document, after: Document, comparison: Comparison) -> Remarks:
    """Say what became of each provision that changed, in the words of `lineage.telling`.

    Args:
        before: The earlier text.
        after: The later one.
        comparison: Of the two.
    """
    old: dict[str, str] = {}
    new: defaultdict[str, list[str]] = defaultdict(list)
    for link in comparison.links:
        if link.change == "dropped":
            old[link.a[0]] = link_in_words(comparison, link)
        elif link.change != "same":
            new[link.b[0]].append(link_in_words(comparison, link))
        if len(link.a) == 1 and link.b and (told := _standing_in_words(before[link.a[0]], after[link.b[0]])):
            new[link.b[0]].append(told)
    return Remarks(in_words(comparison), old, {key: " ".join(told) for key, told in new.items()})


def _standing_in_words(before: Provision, after: Provision) -> str:
    """Say that a provision came further, or fell back; "" where it did not."""
    was, now = (
        written_standing(Attributes(status=each.status, by=each.agreed_by, on=each.agreed_on))
        for each in (before, after)
    )
    if was == now:
        return ""
    return f"It was {was or 'of no stated status'}, and is {now or 'of no stated status'}."
