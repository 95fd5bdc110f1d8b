"""Parts of speech, forms and lemmas are those of the model's own ruler, and its vectors those of its own layers."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from threadpoolctl import threadpool_info

from goodoffices.read.attributes import Attributes
from goodoffices.read.pipeline import model_name
from goodoffices.read.word_vectors import quicken, single_thread

REPORTS = sorted((Path(__file__).parents[2] / "bench" / "reading" / "clusters" / "work").glob("*/01.txt"))
NAMED = [
    *["I", "you", "it", "do", "had", "but", "nothing", "nothin'", "ai", "n't", "gon", "na", "got", "ta", "let"],
    *["'s", "y'", "all", "there", "is", "c'm", "on", "the", "\t", "\n", "to", "as"],
]
"""Words that the model's patterns name, and blanks."""


@functools.cache
def stock() -> Language:
    """The model as it comes."""
    return spacy.load(model_name(), exclude=["ner"])


@functools.cache
def quickened() -> Language:
    """The same model with other arithmetic."""
    nlp = spacy.load(model_name(), exclude=["ner"])
    quicken(nlp)
    return nlp


@functools.cache
def attributes() -> Attributes:
    """What is set here, by the model's patterns."""
    return Attributes(stock().get_pipe("attribute_ruler"), stock().get_pipe("lemmatizer"))  # type: ignore[arg-type]


def given_here(nlp: Language, texts: Sequence[str]) -> list[Doc]:
    """The texts parsed, with attributes set here and then lemmas."""
    with nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"]), single_thread():
        docs = list(nlp.pipe(texts))
    attributes()(docs)
    return docs


def same(ours: Sequence[Doc], theirs: Sequence[Doc]) -> bool:
    """Whether every attribute of every word is the same, as text: numbers of two vocabularies need not be."""
    return [doc.to_json()["tokens"] for doc in ours] == [doc.to_json()["tokens"] for doc in theirs]


@pytest.mark.parametrize("path", REPORTS[::6], ids=lambda path: path.parent.name)
def test_words_of_a_report_are_as_the_model_has_them(path: Path) -> None:
    """Paragraph by paragraph, with our arithmetic: tags, heads, parts of speech, forms and lemmas."""
    texts = [each for each in re.split(r"\n+", path.read_text(encoding="utf-8")) if each.strip()]
    assert same(given_here(quickened(), texts), list(stock().pipe(texts)))


@given(st.lists(st.sampled_from(NAMED), max_size=12))
def test_words_that_patterns_name_are_as_the_model_has_them(words: list[str]) -> None:
    """Whatever their order: contractions, blanks, and what is told by the word before."""
    texts = [" ".join(words)]
    assert same(given_here(stock(), texts), list(stock().pipe(texts)))


def test_vectors_are_those_of_the_model() -> None:
    """Up to rounding, in a batch where words come again and one text is empty."""
    texts = ["The envoy met the envoy.", "", "Rebels said the envoy lied; the  rebels left."]
    expected = [stock().get_pipe("tok2vec").predict([stock().make_doc(text)])[0] for text in texts]  # type: ignore[attr-defined]
    docs = [quickened().make_doc(text) for text in texts]
    found = quickened().get_pipe("tok2vec").predict(docs)  # type: ignore[attr-defined]
    assert [len(each) for each in found] == [len(doc) for doc in docs]
    for ours, theirs in zip(found, expected, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-4)
    assert "each word once" in {node.name for node in quickened().get_pipe("tok2vec").model.walk()}  # type: ignore[attr-defined]


def test_products_stay_on_one_core() -> None:
    """While a text is parsed every library of linear algebra has one thread; behind it, as many as before."""
    before = threadpool_info()
    with single_thread():
        inside = [each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"]
    assert inside
    assert set(inside) == {1}
    assert threadpool_info() == before
