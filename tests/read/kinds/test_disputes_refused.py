"""Denials told first or of a meeting, groundless charges, guests who contradict each other; and what is none."""

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


_STORES = "HOST: What was in the stores?\n\nOKELLO: Close to five tonnes of grain, and seed.\n\n"
_SILENT = "The envoys went on with the talks on trade and on the river. " * 20
"""A long report that tells of no truce."""
_STUDIO = "RADIO BUKAVU, Wednesday\n\nHOST: Good evening. Was the truce kept?\n\n"


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Minister Keita denies having seen any list of prisoners; his envoy's aides say that it was handed over.", ""),
        ("The two dined in Gao, according to a Dakar daily. The palace denies that the two have met.", "process"),
        ("The army has seen remarks by Mr Osei alleging that grain was stolen. These are without foundation.", ""),
        ("The rebels blamed the army for delaying the round. He countered that they had boycotted it.", "process"),
        ("The fighters may keep their rifles, an aide said. That is not what the prime minister said on Sunday.", ""),
        (_STUDIO + "OKELLO: Chadian battalions are still in Abyei with their tanks.\n\n"
         "KABILA: Not one Chadian soldier is in Abyei.\n", ""),
        (_STUDIO + "OKELLO: They went on with the searches. For us that was a refusal.\n\n"
         "HOST: Minister?\n\nKABILA: It was not a refusal. We lifted nine roadblocks.\n", ""),
        (_STORES + "HOST: The governor's office spoke last night of a little over two tonnes.\n", ""),
    ],
)  # fmt: skip
def test_two_accounts(text: str, issue: str) -> None:
    """Each text sets a claim and its denial, or two numbers, against each other."""
    found = accounts(text)
    assert [content.holds for content in found] == [True, False]
    assert not issue or found[0].issue == issue


@pytest.mark.parametrize(
    "text",
    [
        "Rebel officials insisted that their leader be included among those freed, a demand that the army rejected.",
        "Juba, for its part, dismissed a Kenyan suggestion that families be resettled in the south.",
        "The front proposed a six-month truce, an offer that the government rejected.",
        _STUDIO + "HOST: The front says that it wants the merger undone.\n\nKABILA: They asked, I don't deny that.\n",
        _STUDIO + "OKELLO: The grain has reached Goma.\n\nKABILA: Nobody will give up the mines of Rutshuru.\n",
        _STUDIO + "OKELLO: We signed in Nairobi on Monday.\n\nKABILA: We have had no rain in the valley since May.\n",
        _STUDIO + "OKELLO: The harvest was good.\n\nKABILA: It was not a war. It was a robbery.\n",
        "The envoy denied having a house in Nice; the minister says that talks open on Friday.",
    ],
)  # fmt: skip
def test_no_accounts(text: str) -> None:
    """What is wanted and refused, granted, or told of another thing is no claim that somebody denies."""
    assert accounts(text) == []


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The truce ended at Kidal, when nine people died in a clash; each army blames the other.", "ceasefire"),
        (_SILENT + "Mr Kurz described the blast as an attack by Ruritania, a charge that it rejected.", "other"),
        (_SILENT + "Four soldiers died at the pass, by the army's count. A news agency had written of 45.", "other"),
        ("The truce ended. The army spoke of a minor face-off; two newspapers put the injured at 24.", "ceasefire"),
        ("The truce ended. The governor said that six villagers were killed; a priest spoke of 31.", "humanitarian"),
    ],
)  # fmt: skip
def test_the_issue_of_a_blow(text: str, issue: str) -> None:
    """Who struck, and who fell fighting, is of the truce where there is one; those who did not fight are protected."""
    assert {content.issue for content in accounts(text)} == {issue}
