"""The first words of each provision, for places where there is no room for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.brief.build.phrases import clip

from .model import Phrase, ProvisionView, RollingPage
from .model import Wording as Shown

__all__ = ["topics_of", "words_of"]

_TOPIC = 120  # characters


def topics_of(page: RollingPage) -> dict[str, str]:
    """Give the first words of each provision, by its id."""
    return {row.id: clip(_topic(row), _TOPIC) for row in page.rows if isinstance(row, ProvisionView)}


def _topic(row: ProvisionView) -> str:
    return words_of(row.title) or " ".join(words_of(each) for each in row.paragraphs)


def words_of(shown: Shown) -> str:
    """Write shown words as a line, without brackets and labels."""
    return "".join(_pieces(shown))


def _pieces(shown: Shown) -> Iterator[str]:
    for each in shown:
        if isinstance(each, Phrase):
            yield each.text
        else:
            yield " | ".join(words_of(side.words) for side in each.sides)
