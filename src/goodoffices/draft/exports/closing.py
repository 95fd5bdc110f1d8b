"""Brackets as an audience sees them: what it may not see left out, and who wants what closed where that is private."""

from __future__ import annotations

import re
from collections.abc import Sequence

from goodoffices.draft.text import Alternative, Attributes, Bracket, Document, Part, Words, write_attributes
from goodoffices.draft.text.attributes import split_names
from goodoffices.draft.text.labels import Labels
from goodoffices.draft.text.sketch import written_paragraphs
from goodoffices.draft.text.vocabulary import marker_words
from goodoffices.record import Marking

from .remarks import words_without_notes

__all__ = ["Closing", "numbered_label"]

_CLOSE_UP = ".,;:!?)”’"
"""Marks before which no space stays where a bracket went."""


_GONE = "\ufdd0"
"""Stands where a bracket was, until its space is closed up; no character of any script."""
_GAP = re.compile(f"\\s?{_GONE}(?=[\\s{re.escape(_CLOSE_UP)}]|$)")


def numbered_label(number: int) -> str:
    """The label of an alternative that nobody is named for: "Alternative 1"."""
    return f"{marker_words()['alternatives']['neutral'][0]} {number}"


class Closing:
    """Writes words and brackets for one audience, and counts what it leaves out.

    Args:
        document: The text.
        audience: The most restricted marking that it may see.

    Attributes:
        closed: How many brackets were closed.
        left_out: How many brackets and alternatives were left out.
        markings: The markings of the brackets and alternatives that are shown.
    """

    def __init__(self, document: Document, audience: Marking) -> None:
        self._audience = audience
        self._editors = set(split_names(dict(document.meta).get("editors", "")))
        self._labels = (Labels(), Labels(document.parties)) if document.parties else (Labels(),)
        self.closed, self.left_out = 0, 0
        self.markings: list[Marking] = []

    def written(self, parts: Sequence[Part], *, private: bool = False) -> tuple[str, ...]:
        """The paragraphs of some parts in Markdown.

        Args:
            parts: Words and brackets.
            private: Is who wants what in them the mediator's own, whatever their brackets say?
        """
        shown = self._parts(parts)
        found = written_paragraphs(shown, lambda bracket: self.bracket(bracket, private=private) or _GONE)
        return tuple(filter(None, (_GAP.sub("", words).replace(_GONE, "").strip() for words in found)))

    def is_private(self, bracket: Bracket) -> bool:
        """Is who wants what in a bracket for the mediator's eyes only? An editor's name in a label always is."""
        return bracket.private or any(not self._editors.isdisjoint(each.parties) for each in bracket.alternatives)

    def note(self, bracket: Bracket, *, private: bool) -> None:
        """Count a bracket that is shown."""
        self.closed += private and any(each.parties for each in bracket.alternatives)
        if bracket.marking is not None:
            self.markings.append(bracket.marking)

    def bracket(self, bracket: Bracket, *, private: bool) -> str:
        """Write a bracket that is shown, or "" where none of its alternatives is."""
        private = private or self.is_private(bracket)
        kept = [each for each in bracket.alternatives if self._may_see(each.marking)]
        self.left_out += len(bracket.alternatives) - len(kept)
        texts = [(self._alternative(each, private=private), "" if private else each.label) for each in kept]
        if not texts:
            return ""
        if private:
            several = len(texts) > 1
            texts = [
                (words, numbered_label(number) if several else "")
                for number, (words, _) in enumerate(sorted(texts), start=1)
            ]
        self.note(bracket, private=private)
        attributes = write_attributes(Attributes(id="" if private else bracket.id, marking=bracket.marking))
        return f"[{' | '.join(self._labelled(words, label) for words, label in texts)}]{attributes}"

    def _alternative(self, alternative: Alternative, *, private: bool) -> str:
        """The words of an alternative on one line; of its attributes only the marking is kept."""
        words = " ".join(self.written(alternative.parts, private=private))
        if alternative.marking is not None:
            self.markings.append(alternative.marking)
        return " ".join(filter(None, [words, write_attributes(Attributes(marking=alternative.marking))]))

    def _labelled(self, words: str, label: str) -> str:
        """Put the label before the words; without one, no word of theirs must look like one."""
        if label:
            return f"{label}: {words}"
        if any(labels.read(words, 0, len(words))[0] for labels in self._labels):
            return words.replace(":", "\\:", 1)
        return words

    def _parts(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        """The parts that are shown, footnote marks and links into the house taken out of the words."""
        shown: list[Part] = []
        for part in parts:
            if isinstance(part, Words):
                shown.append(Words(words_without_notes(part.text), part.start, part.end))
            elif self._may_see(part.marking):
                shown.append(part)
            else:
                self.left_out += 1
                shown.append(Words(_GONE, part.start, part.end))
        return tuple(shown)

    def _may_see(self, marking: Marking | None) -> bool:
        return marking is None or self._audience.may_see(marking)
