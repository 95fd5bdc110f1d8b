"""What a text amounts to, in a few sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from goodoffices.brief.build.phrases import counted, join_names, sentence_case
from goodoffices.brief.drafting.model import RollingPage

__all__ = ["sentences_of"]


def sentences_of(page: RollingPage) -> Iterator[str]:
    """Say how far the text has come, what is open between whom, and what keeps it from being carried out."""
    yield _standing(page)
    yield _open(page)
    if page.progress:
        last = page.progress.versions[-1]
        if last.opened or last.closed:
            yield f"Since the version before, {counted(last.closed, 'bracket')} closed and {last.opened} opened."
    yield from (f"{each.says[:-1]}: a deadlock. {each.only}".strip() for each in page.cycles[:2])
    yield _troubles(page)


def _standing(page: RollingPage) -> str:
    told = [f"{each.count} {each.label}" for each in page.statuses]
    whole = counted(page.points, "provision")
    return f"{whole}: {join_names(told)}." if told else f"{whole}."


def _open(page: RollingPage) -> str:
    if not page.contested:
        return "No bracket is open."
    places = len({each.provision for each in page.contested})
    told = f"{counted(len(page.contested), 'bracket')} {'is' if len(page.contested) == 1 else 'are'} open"
    told += f" in {counted(places, 'provision')}"
    named = [
        party.name for place, party in enumerate(page.parties) if any(each.wants[place] for each in page.contested)
    ]
    return f"{told}, between {join_names(named)}." if len(named) > 1 else f"{told}."


def _troubles(page: RollingPage) -> str:
    if not page.troubles:
        return "The checks find nothing."
    found = Counter(each.label for each in page.troubles)
    told = [label if count == 1 else f"{label} ({count} times)" for label, count in found.items()]
    whole = counted(len(page.troubles), "problem")
    return sentence_case(f"the checks find {whole}: {'; '.join(told)}.")
