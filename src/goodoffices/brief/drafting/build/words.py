"""Words and brackets of a text, ready to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from goodoffices.brief.drafting.model import AlternativeView, OpenText, PartyView, Phrase
from goodoffices.brief.drafting.model import Wording as Shown
from goodoffices.draft.lineage import open_brackets
from goodoffices.draft.merge import brackets_of
from goodoffices.draft.text import Alternative, Bracket, Document, Part, Words, paragraphs, plain_words

__all__ = ["Showing", "find_parties"]

_LETTERS = 2


def find_parties(document: Document) -> tuple[PartyView, ...]:
    """List the parties that a text declares, or those that its brackets name, each with letters of its own."""
    named = (name for bracket in open_brackets(document) for side in bracket.sides for name in side.parties)
    names = tuple(dict.fromkeys((*document.parties, *named)))
    short = _letters(names)
    return tuple(PartyView(name, short[name]) for name in names)


def _letters(names: Iterable[str]) -> dict[str, str]:
    """Give each name its first letter, or two where others have the same, or its place."""
    names = tuple(names)
    found: dict[str, str] = {}
    for place, name in enumerate(names, start=1):
        words = [word for word in name.split() if word[:1].isalpha()] or [name]
        tries = (words[0][0], "".join(word[0] for word in words[:_LETTERS]), words[0][:_LETTERS], str(place))
        others = [other for other in names if other != name]
        firsts = {other[:1].upper() for other in others}
        fitting = (each for each in tries if each.upper() not in found.values())
        first = next(fitting, str(place))
        if len(first) == 1 and first.upper() in firsts:
            first = next((each for each in tries[1:] if each.upper() not in found.values()), str(place))
        found[name] = first.upper()
    return found


class Showing:
    """Shows the words of one text: knows the numbers of its brackets and the places of its parties."""

    def __init__(self, document: Document, parties: Sequence[PartyView]) -> None:
        self.numbers: Mapping[tuple[int, int], int] = {
            (each.start, each.end): number for number, each in enumerate(brackets_of(document), start=1)
        }
        self.places: Mapping[str, int] = {each.name: place for place, each in enumerate(parties)}

    def paragraphs(self, parts: Sequence[Part]) -> tuple[Shown, ...]:
        """Show parts, cut at blank lines."""
        shown = (self.words(each) for each in paragraphs(parts))
        return tuple(each for each in shown if each)

    def words(self, parts: Sequence[Part]) -> Shown:
        """Show parts in one run; white space is made single and goes from the outer edges."""
        run: list[Phrase | OpenText] = []
        for before, part in zip([None, *parts], parts, strict=False):
            if before is not None and before.end < part.start:
                run.append(Phrase(" "))  # a footnote or attributes stand between
            run.append(self._bracket(part) if isinstance(part, Bracket) else Phrase(_with_edges(part)))
        return _trimmed(run)

    def known(self, names: Iterable[str]) -> tuple[int, ...]:
        """The places of parties."""
        return tuple(self.places[name] for name in names if name in self.places)

    def _bracket(self, bracket: Bracket) -> OpenText:
        return OpenText(
            number=self.numbers.get((bracket.start, bracket.end), 0),
            id=bracket.id,
            private=bracket.private,
            sides=tuple(self._side(each) for each in bracket.alternatives),
        )

    def _side(self, side: Alternative) -> AlternativeView:
        return AlternativeView(
            label=side.label,
            parties=self.known(side.parties),
            words=self.words(side.parts),
            options=side.links.options,
        )


def _with_edges(words: Words) -> str:
    plain = plain_words(words.text)
    if not plain:
        return " " if words.text else ""
    return (" " if words.text[0].isspace() else "") + plain + (" " if words.text[-1].isspace() else "")


def _trimmed(run: Sequence[Phrase | OpenText]) -> Shown:
    """Join neighbouring words, make white space single, and take it from the outer edges."""
    joined: list[Phrase | OpenText] = []
    for each in run:
        last = joined[-1] if joined else None
        if isinstance(each, Phrase) and isinstance(last, Phrase):
            joined[-1] = Phrase(
                last.text.rstrip() + " " + each.text.lstrip() if each.text[:1] == " " else last.text + each.text
            )
        else:
            joined.append(each)
    if joined and isinstance(joined[0], Phrase):
        joined[0] = Phrase(joined[0].text.lstrip())
    if joined and isinstance(last := joined[-1], Phrase):
        joined[-1] = Phrase(last.text.rstrip())
    return tuple(each for each in joined if not isinstance(each, Phrase) or each.text)
