"""Where a matter stands, in the manner of news: turns of speech, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stands = Callable[[str], set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clauses on the return of refugees remain unfulfilled.", ("displacement", "open")),
        ("The amnesty is still to be thrashed out.", ("justice", "open")),
        ("Chad and Kenya are locked in tense negotiations over the release of prisoners.", ("detainees", "open")),
        ("Serious differences persist over the amnesty.", ("justice", "open")),
        ("The gulf between the delegations remains wide.", ("process", "open")),
        ("The truce was hanging by a thread.", ("ceasefire", "open")),
        ("The proposal on autonomy found no echo.", ("political-status", "open")),
        ("No date or venue has been fixed for the talks.", ("process", "open")),
        ("The delegations see little prospect of an amnesty.", ("justice", "blocked")),
        ("Chad walked away from the fisheries deal.", ("economy", "blocked")),
        ("The envoys failed to secure an early halt to the fighting.", ("ceasefire", "blocked")),
        ("The truce began to fray within a week.", ("ceasefire", "blocked")),
        ("The disarmament commission, which has been suspended since May, is empty.", ("military-limits", "blocked")),
        ("The two delegations are inching closer to an exchange of prisoners.", ("detainees", "progress")),
        ("The demobilisation of the militias has begun.", ("military-limits", "progress")),
        ("A truce mediated by the abbot took hold on Friday.", ("ceasefire", "agreed")),
        ("A ceasefire had been reached, the ministry announced.", ("ceasefire", "agreed")),
        ("The accord that lets the fishing fleets of both coasts work was extended on Friday.", ("economy", "agreed")),
    ],
)
def test_turns_of_news(stands: Stands, text: str, expected: tuple[str, str]) -> None:
    """What is unfulfilled, hangs, frays, edges closer or takes hold tells how far its matter has come."""
    assert expected in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Without a deal on the prisoners, Chad could close the border.",
        "Diplomats warn that without progress, the truce may not last.",
        "Chad insists that the border dispute be settled by its neighbours.",
        "Kenya, whose envoy had met Chad, pledged an amnesty.",
        "Chad's Harvest Party promised a referendum.",
        "The two militias declared that their movements had ceased to exist.",
        "Kenya denied that the amnesty is stuck.",
        "Chad decided not to block the text on autonomy.",
        "The general has yet to comment on the amnesty.",
        "The quarrel has exposed deep rifts within the junta over the amnesty.",
        "The movement was ready for an exchange of prisoners.",
        "The army is advancing towards the oil fields.",
        "Talks of this kind have often foundered.",
        "Chad accused Kenya of having torn up the truce.",
    ],
)
def test_what_only_looks_like_a_status(stands: Stands, text: str) -> None:
    """Conditions, wishes, denials, what one side alone does and rifts in its ranks claim no status."""
    assert stands(text) == set()
