"""Given names of two syllables ("Jae-in", "Ing-wen"), kept whole: the tokeniser would take "in" for English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

__all__ = ["WholeNames", "take_for_names"]

_SECOND = (
    "ah an bae bin bok bong bum chae chan chen cheng cheol cheon chieh chih chin ching choi chol chu chul chung "
    "dae dal dong doo eok eon eop eui eun eung feng gab gap geol geon geun gi gil go gon gook gu guk gun gwan "
    "gwang gwon gyeom gyeong gyu ha hae hak han hee ho hong hoon hsiu hsiung hua hui hun hung hwa hwan hwang hwi "
    "hyang hye hyeok hyeon hyo hyon hyong hyuk hyun hyung ik il im in jae je jeong jeou ji jik jin jo jong joo "
    "joon ju jun jung kap keun ki kon kook ku kuk kun kwan kwang kwon kyo kyong kyu kyun kyung lai liang mi min "
    "mo mok moo moon mun myong myung na nam nyon nyong ok pae pi pil ping pyo pyong rae ran ri rim rok rong rye "
    "ryol ryon ryong ryul sam san sang se seok seon seong seop seung shek sheng shik shin si sik sil sok son soo "
    "sook su suk sun sung tae taek taik tak teok tung uk un ung wan wen wha won woo wook yang yeol yeon yeong "
    "yeop yi yol yon yong yoo yoon young yu yul yun"
)
"""Second syllables of given names in Korean and Chinese, as they are written in English."""
_ENGLISH = (
    "Add|All|Break|Built|Buy|Cave|Check|Drive|Drop|Live|Lock|Log|Non|One|Opt|Phase|Plug|Run|Sign|Sit|Stand|Stay|"
    "Tie|Walk"
)
"""What goes with "in" and the like in English ("Sit-in")."""
_NAME = re.compile(rf"\b(?!(?:{_ENGLISH})-)[A-Z][a-z]{{1,6}}-(?:{'|'.join(_SECOND.split())})\b")


class WholeNames:
    """A tokeniser that leaves such names whole.

    Args:
        tokenizer: The tokeniser of the model.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Put such names together again behind a tokeniser."""
        self._tokenizer = tokenizer

    def __getattr__(self, name: str) -> object:
        """Whatever else the tokeniser has."""
        return getattr(self._tokenizer, name)

    def __call__(self, text: str) -> Doc:
        """Take a text apart."""
        doc: Doc = self._tokenizer(text)
        if "-" not in text:
            return doc
        spans = [doc.char_span(*found.span()) for found in _NAME.finditer(text)]
        whole = [span for span in spans if span is not None and len(span) > 1]
        if whole:
            with doc.retokenize() as retokenizer:
                for span in whole:
                    retokenizer.merge(span)
        return doc


def take_for_names(doc: Doc, text: str) -> None:
    """Let them be proper names, and parts of the person named right before, where the tagger took them for adverbs.

    Args:
        doc: A parse.
        text: Its characters.
    """
    for found in _NAME.finditer(text):
        span = doc.char_span(*found.span())
        if span is None or len(span) > 1:
            continue
        token = span[0]
        token.pos_, token.tag_ = "PROPN", "NNP"
        before = next((ent for ent in doc.ents if ent.end == token.i and ent.label_ == "PERSON"), None)
        if before is not None and not token.ent_type_:
            longer = doc[before.start : token.i + 1]
            longer.label_ = "PERSON"
            doc.set_ents([longer], default="unmodified")
