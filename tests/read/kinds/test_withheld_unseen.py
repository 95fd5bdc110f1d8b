"""What is withheld though nobody calls it secret: sealed lists, unknown wordings, people who will not say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.withheld import find_withheld


@pytest.mark.parametrize(
    "text",
    [
        "The list is sealed.",
        "Its wording is not known.",
        "The minutes have not been shown to the chiefs.",
        "I prefer not to say.",
        "A working group met on 17 May; it publishes nothing about its files.",
        "The sum has been kept from the press.",
        "Neither side has said what the letter holds.",
    ],
)
def test_what_is_kept_back(read_with: Callable[..., Any], text: str) -> None:
    """Each sentence says that something is kept from others."""
    assert len(read_with(find_withheld, text)) == 1


@pytest.mark.parametrize("text", ["The deal was sealed in Paris.", "The number of the dead is not known."])
def test_what_is_not(read_with: Callable[..., Any], text: str) -> None:
    """A sealed deal is a closed one, and what nobody has counted is no secret."""
    assert list(read_with(find_withheld, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The details of the payments are confidential, so I cannot speak of them here.",
        "He would not say when it might be tried again, and the list of travellers is being kept secret.",
        "The community does not discuss the content of these talks.",
        "What was said stays between them.",
    ],
)
def test_kept_secret_beside_a_denial(read_with: Callable[..., Any], text: str) -> None:
    """A denial in another clause does not make a secret public."""
    assert len(read_with(find_withheld, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Neither will release the maps.",
        "How the money is paid we are not going to disclose.",
        "The parties shall refrain from publishing the annexes.",
        "The minister would not say what the letter held.",
        "The draft stays within these four walls.",
        "They agreed to keep the list out of the public eye.",
        "The list goes to the two presidents and nobody else.",
    ],
)
def test_who_will_not_tell(read_with: Callable[..., Any], text: str) -> None:
    """Somebody will not publish, answer or say it, or keeps it where nobody sees it."""
    assert len(read_with(find_withheld, text)) == 1


@pytest.mark.parametrize(
    "text", ["He will follow the bishop and nobody else.", "The rebels shall refrain from attacks on the convoys."]
)
def test_who_keeps_nothing(read_with: Callable[..., Any], text: str) -> None:
    """Of people "nobody else" tells no secret, and to refrain from deeds is none."""
    assert list(read_with(find_withheld, text)) == []
