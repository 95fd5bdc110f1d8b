"""Whom a pronoun cannot mean: another word of its own clause already does."""

from __future__ import annotations

import pytest

from goodoffices.read.context import open_context
from goodoffices.record import make_report

_BEFORE = "President Ana Ruiz of Peru arrived in Lima. "


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("Pedro Costa, whom she met, was late.", "she", "Ana Ruiz"),
        ("Pedro Costa is due to ring her.", "her", "Ana Ruiz"),
        ("Pedro Costa came and saw her.", "her", "Ana Ruiz"),
        ("Pedro Costa met with her.", "her", "Ana Ruiz"),
        ("Pedro Costa took his papers with him.", "him", "Pedro Costa"),
        ("Pedro Costa said that he was late.", "he", "Pedro Costa"),
        ("Pedro Costa, who said he was late, left.", "he", "Pedro Costa"),
        ("Maria Lopez would come once the list was ready, she said, “and the list is not ready”.", "she", "Ana Ruiz"),
        ("Maria Lopez had rejected the map, she said.", "she", "Ana Ruiz"),
        ("Maria Lopez wants it signed in May; she has promised that her men will come.", "she", "Maria Lopez"),
    ],
)
def test_a_pronoun_is_nobody_whom_its_clause_means_already(text: str, pronoun: str, who: str) -> None:
    """An object is not its subject, nor the subject of a clause with "whom" the one told of; further off it may be."""
    context = open_context(make_report(_BEFORE + text, path="x", title=""))
    token = [t for s in context.sentences for t in s.span if t.lower_ == pronoun][-1]
    assert [context.roster.actors[a].name for a in context.roster.at(token)] == [who]
