"""The entities that are decoded here are those of the model's own recogniser."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from goodoffices.read.entities import Recogniser
from goodoffices.read.pipeline import model_name, parse

REPORTS = sorted((Path(__file__).parents[2] / "bench" / "reading" / "clusters" / "work").glob("*/01.txt"))


@functools.cache
def stock() -> Language:
    """The model as it comes, with its own recogniser."""
    return spacy.load(model_name())


@functools.cache
def recogniser() -> Recogniser:
    """The decoder over the same model's weights."""
    return Recogniser(stock().get_pipe("ner"))  # type: ignore[arg-type]


def entities(docs: Sequence[Doc]) -> list[list[tuple[int, int, str]]]:
    """Start, end and label of each document's entities."""
    return [[(ent.start, ent.end, ent.label_) for ent in doc.ents] for doc in docs]


def decoded(texts: Sequence[str]) -> list[Doc]:
    """The texts parsed by the model, their entities decoded here."""
    with stock().select_pipes(disable=["ner"]):
        docs = list(stock().pipe(texts))
    recogniser()(docs)
    return docs


@pytest.mark.parametrize("path", REPORTS[::4], ids=lambda path: path.parent.name)
def test_entities_of_a_report_are_those_of_the_model(path: Path) -> None:
    """Paragraph by paragraph, the same spans with the same labels, and something is found."""
    texts = [each for each in re.split(r"\n+", path.read_text(encoding="utf-8")) if each.strip()]
    expected = entities(list(stock().pipe(texts)))
    assert sum(map(len, expected)) > len(texts) / 2
    assert entities(decoded(texts)) == expected


@given(st.lists(st.text("aA 1.\n\t€ñBC,'-"), max_size=4))
def test_entities_of_any_text_are_those_of_the_model(texts: list[str]) -> None:
    """Blanks, empty texts, signs and letters without sense: still the same."""
    assert entities(decoded(texts)) == entities(list(stock().pipe(texts)))


def test_no_entity_crosses_a_sentence() -> None:
    """A name that the model would go on with ends with its sentence."""
    doc = decoded(["The envoy left for New. York waited. In January. 2024 they met in Geneva."])[0]
    assert doc.ents
    assert all(not token.is_sent_start for ent in doc.ents for token in ent[1:])


def test_what_reading_parses_has_its_entities() -> None:
    """The pipeline of reading uses the decoder: places, days and persons are labelled."""
    doc = next(parse(["Angela Merkel met the delegation in Vienna on Tuesday."]))
    assert {(ent.text, ent.label_) for ent in doc.ents} >= {("Vienna", "GPE"), ("Tuesday", "DATE")}


def test_a_recogniser_of_another_shape_is_left_alone() -> None:
    """One that searches with a beam does its own work."""
    trained = stock().get_pipe("ner")
    width = trained.cfg["beam_width"]  # type: ignore[attr-defined]
    assert Recogniser.fits(trained)  # type: ignore[arg-type]
    trained.cfg["beam_width"] = 4  # type: ignore[attr-defined]
    try:
        assert not Recogniser.fits(trained)  # type: ignore[arg-type]
    finally:
        trained.cfg["beam_width"] = width  # type: ignore[attr-defined]
