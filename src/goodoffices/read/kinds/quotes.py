"""Quotes: what speakers say in quotation marks."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from goodoffices.record import QuoteContent, Statement, fold

from ..actors.lexicon import lexicon
from ..attribution.quotations import quotations
from ..document import offset_of
from .delivered import author_of_statement, delivered, signed
from .lifted import lifted
from .papers import authors_of_paper

if TYPE_CHECKING:
    from ..attribution import Attribution
    from ..attribution.model import Spans
    from ..context import Context
    from ..document import Passage
    from ..layout import Cell

__all__ = ["find_quotes"]

_HOUSE = re.compile(
    r"\b(?:[Oo]ur|[Mm]y) (?:[\w-]+ ){0,3}?(?:correspondent|reporter|colleague|editor|producer|presenter)"
    r"(?: in [\w-]+)?,? ((?:[A-Z][\w'’-]+ ?){1,4})\b"
)
_OTHERS = re.compile(r"[^\W\d_][^:\"“”.;!?\n]{2,80}:[ \t]+[\"“]")
"""A paragraph that opens with somebody else and a quotation: 'Miodrag, 44, taxi driver: "Take the bus."'."""
_NAME_CHARS = 80
_MARKS = "\"'“”‘’„«» "


def find_quotes(context: Context) -> Iterator[Statement]:
    """State each quotation whose speaker is an actor of the report."""
    said: set[tuple[int, int]] = set()
    for attribution in sorted(context.attributions, key=_extent):
        if attribution.kind == "indirect" or attribution.negated:
            continue
        speakers = _speakers(context, attribution)
        if not speakers:
            continue
        for start, end in _quoted(context.report.text, attribution):
            if (start, end) not in said and not _is_led_in(context.report.text, attribution, start, end):
                said.add((start, end))
                yield _quote(context, speakers, attribution, start, end)
    yield from _lifted(context, said)
    yield from _turns(context)
    yield from _delivered(context)
    yield from _signed(context)


def _speakers(context: Context, attribution: Attribution) -> tuple[str, ...]:
    """Ids of those who say it: the source, whom a relative pronoun stands for, or whose paper it is."""
    source = attribution.source
    if _lies_within(source, attribution.content) and attribution.cue:
        source = _behind_cue(context, attribution.cue[-1][1])  # "'Peace, yes,' said X": no part of the quotation
    found = context.head_actors(source) or context.head_actors(attribution.antecedent)
    if found and context.roster.actors[found[0]].kind != "person":
        found = _explained(context, source) or found
    return found or authors_of_paper(context, source) or _who_delivers(context, attribution)


def _explained(context: Context, source: Spans) -> tuple[str, ...]:
    """The person who is named behind an office and a comma ("the UN envoy to Liberia, Jacques Klein")."""
    for start, end in source:
        tokens = context.tokens_in(start, end)
        commas = [token.i for token in tokens if token.text == ","]
        named = [t for t in tokens if commas and t.i > commas[0] and t.i - 1 in commas]
        persons = {a for t in named for a in context.roster.at(t) if context.roster.actors[a].kind == "person"}
        office = any(t.lower_ in lexicon().offices for t in tokens if commas and t.i < commas[0])
        if office and len(persons) == 1:
            return (persons.pop(),)
    return ()


def _who_delivers(context: Context, attribution: Attribution) -> tuple[str, ...]:
    """Whose statement the whole text is, where nothing beside the words says whose they are."""
    if attribution.source or attribution.cue or attribution.kind != "direct":
        return ()
    told = author_of_statement(context)
    return (told[0],) if told is not None and attribution.start >= told[1] else ()


def _lies_within(source: Spans, content: Spans) -> bool:
    return bool(source) and all(any(a <= start and end <= b for a, b in content) for start, end in source)


def _behind_cue(context: Context, at: int) -> Spans:
    """The words right behind a verb of saying, up to the next sign."""
    tokens = []
    for token in context.tokens_in(at, at + _NAME_CHARS):
        if token.is_punct or token.is_space:
            break
        tokens.append(token)
    if not tokens:
        return ()
    return ((offset_of(tokens[0]), offset_of(tokens[-1]) + len(tokens[-1])),)


def _is_led_in(text: str, attribution: Attribution, start: int, end: int) -> bool:
    """Does a colon lead to a quotation whose cue stands behind it, in another sentence? That is somebody else's."""
    behind = bool(attribution.cue) and attribution.cue[0][0] >= end
    ended = text[start:end].rstrip(_MARKS).endswith((".", "!", "?"))
    return behind and ended and text[:start].rstrip()[-1:] == ":"


def _extent(attribution: Attribution) -> tuple[int, int]:
    """The innermost first: who says the words themselves, not who says that they were said."""
    return sum(end - start for start, end in attribution.content), attribution.start


def _turns(context: Context) -> Iterator[Statement]:
    """What the speakers of a transcript say, turn by turn; who only asks is no speaker of the talks."""
    for n, passage in enumerate(context.passages):
        speaker = passage.block.speaker
        if speaker is None or _is_asked_between(context, n):
            continue
        persons = _speaking(context, context.persons_named(speaker.start, speaker.end), speaker)
        words = context.report.text[passage.block.start : passage.block.end].strip()
        if _OTHERS.match(words):
            continue
        if len(persons) == 1 and words and not _is_of_house(context, persons[0]):
            yield context.state(
                QuoteContent(speaker=persons[0], text=" ".join(words.split()), direct=False),
                context.report.evidence(passage.block.start, passage.block.end),
                said_by=persons[0],
                basis="turn of a transcript",
            )


def _delivered(context: Context) -> Iterator[Statement]:
    """What a person says from end to end in a text of his own, paragraph by paragraph."""
    author, passages = delivered(context) or ("", ())
    for passage in passages:
        yield _whole(context, author, passage, "statement delivered")


def _signed(context: Context) -> Iterator[Statement]:
    """Paragraphs with a name behind a dash under them."""
    for person, passage in signed(context):
        yield _whole(context, person, passage, "signature")


def _whole(context: Context, speaker: str, passage: Passage, basis: str) -> Statement:
    """A whole paragraph as somebody's words."""
    words = " ".join(context.report.text[passage.block.start : passage.block.end].split())
    return context.state(
        QuoteContent(speaker=speaker, text=words.strip(_MARKS), direct=words[:1] in _MARKS),
        context.report.evidence(passage.block.start, passage.block.end),
        said_by=speaker,
        basis=basis,
    )


def _is_asked_between(context: Context, n: int) -> bool:
    """Is a paragraph without a label a question, which the next turn of the same speaker answers?"""
    here, behind = context.passages[n].block, context.passages[n + 1 : n + 2]
    speaker, text = here.speaker, context.report.text
    if speaker is None or not behind or behind[0].block.speaker in {None, speaker} or n == 0:
        return False
    goes_on = context.passages[n - 1].block.speaker == speaker
    following = behind[0].block.speaker
    same = following is not None and text[following.start : following.end] == text[speaker.start : speaker.end]
    return goes_on and same and text[here.start : here.end].rstrip().endswith("?")


@functools.lru_cache(maxsize=2)
def _of_house(context: Context) -> str:
    """The names of those who make a programme, where it names them ("our correspondent Daniel Ferro")."""
    return " ".join(f" {match[1].strip()} " for match in _HOUSE.finditer(context.report.text))


def _is_of_house(context: Context, person: str) -> bool:
    """Is a speaker one of those who make the programme? He is no voice in the talks."""
    return f" {context.roster.actors[person].name} " in _of_house(context)


def _speaking(context: Context, persons: tuple[str, ...], label: Cell) -> tuple[str, ...]:
    """Of several who share the surname in a label, the one whose full name it gives."""
    words = f" {fold(context.report.text[label.start : label.end])} "
    full = tuple(p for p in persons if f" {fold(context.roster.actors[p].name)} " in words)
    return full if len(persons) > 1 and len(full) == 1 else persons


def _lifted(context: Context, said: Iterable[tuple[int, int]]) -> Iterator[Statement]:
    """Phrases in quotation marks whose speaker only the verb above them tells."""
    for speakers, verb, start, end in lifted(context, said):
        yield _stated(context, speakers, (start, end), (), f"cue {verb.lemma_!r}")


def _quote(context: Context, speakers: tuple[str, ...], attribution: Attribution, start: int, end: int) -> Statement:
    basis = f"cue {attribution.lemma!r}" if attribution.lemma else "quotation marks"
    return _stated(context, speakers, (start, end), context.head_actors(attribution.addressee), basis)


def _stated(
    context: Context, speakers: tuple[str, ...], at: tuple[int, int], to: Iterable[str], basis: str
) -> Statement:
    start, end = at
    sentences = [s for s in context.sentences if s.start < end and start < s.end]
    first = min((s.start for s in sentences), default=start)
    last = max((s.end for s in sentences), default=end)
    content = QuoteContent(
        speaker=speakers[0],
        text=context.report.text[start:end].strip(_MARKS),
        direct=True,
        to=tuple(sorted(to)),
    )
    return context.state(
        content,
        context.report.evidence(first, last),
        said_by=speakers[0],
        when=context.time_in(first, start) or context.time_in(end, last),
        basis=basis,
    )


def _quoted(text: str, attribution: Attribution) -> Iterator[tuple[int, int]]:
    """The stretches of the content that stand in quotation marks."""
    for start, end in attribution.content:
        piece = text[start:end]
        if attribution.kind == "direct":
            if piece.strip(_MARKS) and (
                piece[:1] in _MARKS or piece[-1:] in _MARKS
            ):  # not what is told within a speech
                yield start, end
            continue
        for quotation in quotations(piece):
            if quotation.closed and piece[quotation.start : quotation.end].strip(_MARKS):
                yield start + quotation.start, start + quotation.end
