"""Cutting text into pieces as the model's own tokenizer cuts it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.read.encoder import cut, numbered, vocabulary

MOST = 126


def _spelled(text: str) -> list[str]:
    names = {number: piece for piece, number in vocabulary().items()}
    return [names[piece.number] for piece in cut(text, vocabulary(), MOST)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The demilitarisation", ["the", "demi", "##lita", "##ris", "##ation"]),
        ("Zürich’s naïve €5bn", ["zurich", "’", "s", "naive", "€", "##5", "##bn"]),
        ("cease-fire/truce, now.", ["cease", "-", "fire", "/", "truce", ",", "now", "."]),
        ("İstanbul", ["istanbul"]),
        ("x\u200by", ["x", "##y"]),
        ("", []),
        (" \n\t", []),
        ("z" * 101, ["[UNK]"]),
    ],
)
def test_text_is_cut_as_the_model_was_taught_it(text: str, pieces: list[str]) -> None:
    """Small letters without accents, marks alone, the longest pieces from the front: as the model's own tokenizer."""
    assert _spelled(text) == pieces


def test_pieces_know_where_their_word_stands() -> None:
    """Each piece has the place of its whole word."""
    text = "Verifiers, first."
    found = cut(text, vocabulary(), MOST)
    assert {text[piece.start : piece.end] for piece in found} == {"Verifiers", ",", "first", "."}
    assert cut(text, vocabulary(), 2) == found[:2]


@given(st.text(max_size=300))
def test_any_text_is_cut_and_places_lie_in_it(text: str) -> None:
    """Whatever stands in a report, there are no more pieces than asked for, and their places are in order."""
    found = cut(text, vocabulary(), MOST)
    assert len(found) <= MOST
    places = [(piece.start, piece.end) for piece in found]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


def test_a_word_without_end_costs_nothing() -> None:
    """No text takes long: a word of a million letters is unknown, a million words end with the last piece asked for."""
    begun = time.process_time()
    assert len(cut("a" * 1_000_000, vocabulary(), MOST)) == 1
    assert len(cut("truce " * 1_000_000, vocabulary(), MOST)) == MOST
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("text", "start", "end", "marks"),
    [("Free the men.", 5, 12, [0, 0, 1, 1, 0, 0]), ("Free.", 90, 95, [0, 1, 1, 0]), ("", 0, 0, [0, 1])],
)
def test_the_words_asked_about_are_marked(text: str, start: int, end: int, marks: list[int]) -> None:
    """What opens and closes a text is not asked about; where the words are not there, all of it is."""
    numbers, given_marks = numbered(text, start, end, vocabulary())
    assert given_marks == marks
    assert (numbers[0], numbers[-1]) == (vocabulary()["[CLS]"], vocabulary()["[SEP]"])
