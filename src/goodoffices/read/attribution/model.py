"""An attribution: someone says, thinks or wants something, and the words that show it."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

__all__ = ["Attribution", "Candidate", "Kind", "Manner", "Span", "Spans"]

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = tuple[Span, ...]
Kind: TypeAlias = Literal["direct", "mixed", "indirect"]
Manner: TypeAlias = Literal["speech", "belief", "intention"]


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what, and by which words the text shows it.

    All spans are `[start, end)` offsets into the text as given, in order and without overlap.

    Attributes:
        source: Who says it, in the words that stand there ("he", "a senior official"); empty where no one is named.
        cue: The words that show it ("said", "according to", "claim"); empty where only quotation marks do.
        content: What is said, in one piece or in several ("We will," he said, "be back").
        kind: ``direct`` where all of the content stands in quotation marks, ``mixed`` where a part does.
        manner: Whether it is said, believed or intended.
        lemma: Base form of the cue's head ("say", "claim"), empty where there is no cue.
        frame: How the content hangs on the cue: ``ccomp``, ``xcomp``, ``dobj``, ``prep:of``, ``quote``, ...
        negated: True where the text denies it ("did not say that ...").
        addressee: To whom it is said, where the cue names them ("told reporters").
        source_kind: What the source is: ``person``, ``body``, ``place``, ``group`` or ``name`` (by its name), ``human``
            (by a noun for people or bodies), a pronoun (``first``, ``second``, ``third``, ``neuter``, ``indefinite``,
            ``who``, ``which``), ``document``, ``abstract`` (it cannot speak: "the talks highlighted"), ``thing``,
            ``things``, ``entity``, ``other``, or ``no``.
        antecedent: The noun phrase that a relative pronoun as source stands for ("the minister, who said ...").
        score: Probability in [0, 1] that this is an attribution with this content.
    """

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    kind: Kind = "indirect"
    manner: Manner = "speech"
    lemma: str = ""
    frame: str = ""
    negated: bool = False
    addressee: Spans = ()
    source_kind: str = "no"
    antecedent: Spans = ()
    score: float = 1.0

    @property
    def start(self) -> int:
        """Offset of its first character, whichever part that belongs to."""
        return min(start for start, _ in (*self.source, *self.cue, *self.content))

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return max(end for _, end in (*self.source, *self.cue, *self.content))

    @property
    def propositional(self) -> bool:
        """Is what is said a clause or a quotation, and not only a topic ("criticised the plan", "attacked the army")?

        In reports of a war a verb such as "attack" with an object is most often no speech at all: whoever wants
        statements that can be agreed or denied keeps to these.
        """
        return self.kind != "indirect" or not _CLAUSAL.isdisjoint(
            self.frame.replace("|", ":").replace("+", ":").split(":")
        )


_CLAUSAL = frozenset({"quote", "ccomp", "xcomp", "acl", "inserted", "phrase", "colon", "so"})


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A cue and a content that may be what it attributes.

    Attributes:
        head: Token that heads the cue.
        frame: How the content hangs on it.
        content: Spans of tokens.
        cue_end: Last token of the cue (behind `head` where the cue takes a preposition in).
        topic: Token that heads the content.
        part: Part of speech of the cue: ``verb``, ``noun``, ``adjective`` or ``other``.
    """

    head: int
    frame: str
    content: tuple[Span, ...]
    cue_end: int
    topic: int
    part: str
