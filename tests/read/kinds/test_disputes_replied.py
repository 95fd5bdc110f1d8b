"""Replies that set a second account against the sentence before, or against what another speaker has just said."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.read.context import open_context
from goodoffices.read.kinds.disputes import find_disputes
from goodoffices.record import AssertionContent, make_report


def accounts(text: str) -> list[AssertionContent]:
    """The accounts of a text that are set side by side."""
    report = make_report(text, path="report.txt", title="", published=dt.date(2024, 7, 10))
    return [s.content for s in find_disputes(open_context(report), set()) if isinstance(s.content, AssertionContent)]


_HEADING = "RADIO BUKAVU, Wednesday\n\nHOST: Good evening.\n\nKABILA: Good evening.\n\n"
_PUT = _HEADING + "KABILA: The road is open. We never touched the grain.\n\nHOST: Mr Okello, do you believe that?\n\n"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The two men met in Gao on Monday, aides said. A diplomat placed the encounter in Kidal.",
            "The two men met in Gao on Monday, aides said.",
        ),
        (
            "The bus was attacked at dawn, the army said. Witnesses saw it but put the attack near Lodja.",
            "The bus was attacked at dawn, the army said.",
        ),
        (
            'They accused Bangui of hiding the rebels and warned of war. "We have seen none," he retorted.',
            "They accused Bangui of hiding the rebels",
        ),
        (
            "It is said to oblige Rabat to open the road and Algiers to shut a radio. An envoy denied the second half.",
            "Algiers to shut a radio.",
        ),
        (
            "Officers report an air raid on Torit on Saturday. The army's spokesman denies that any aircraft flew.",
            "Officers report an air raid on Torit on Saturday.",
        ),
        (_PUT + "OKELLO: With respect, no. The grain was in their lorries.\n", "We never touched the grain."),
    ],
)
def test_a_reply_stands_against_what_was_told(text: str, claim: str) -> None:
    """What is placed elsewhere, retorted, denied by half or refuted when asked stands against what was told before."""
    found = accounts(text)
    assert [content.holds for content in found] == [True, False]
    assert found[0].text == claim.strip(" ,;")


@pytest.mark.parametrize(
    "text",
    [
        "The two men met in Gao on Monday. The president placed the envoy in charge of the file.",
        "The minister wants a meeting in Gao. His office would like to put the meeting in Kidal.",
        'The minister accused Bangui of hiding the rebels. "We will not be provoked," its envoy retorted.',
        'The minister accused Bangui of hiding the rebels. "It has rained all week," its envoy replied.',
        "He called it a pact of impunity, some said, and urged voters to reject it in the plebiscite.",
        "The party said it would have nothing to do with the plan.",
        _PUT + "OKELLO: Yes, and I am glad of it.\n",
        _HEADING + "KABILA: We want the road open.\n\nHOST: Mr Okello, do you believe that?\n\nOKELLO: No.\n",
        _HEADING + "KABILA: The road is open.\n\nHOST: Will you travel, Mr Okello?\n\nOKELLO: No. It is too far.\n",
    ],
)
def test_replies_that_contradict_nothing(text: str) -> None:
    """What one will not do, what is wished, and an answer to another question contradict nothing."""
    assert accounts(text) == []
