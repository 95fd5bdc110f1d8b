"""Running text as Akoma Ntoso: words, brackets, links and stress, so that every sign of the Markdown comes back.

What a bracket, a bar and a label look like stands in the text too: a program that knows nothing of brackets still shows
that these words are not agreed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from lxml import etree

from goodoffices.draft.text import Alternative, Attributes, Bracket, Part, Words, escape, plain_words
from goodoffices.draft.text.attributes import OPENING

from ..tokens import TOKEN
from .attributes import set_attributes
from .names import GO, akn, go, local_name

__all__ = ["InlineWriter", "read_inline"]

_URI = re.compile(r"(?:[\w\-./:?&=#~+,;@!$'*]|%[0-9A-Fa-f]{2})+", re.ASCII)
_ATTRIBUTES = re.compile(r"\{[^{}]{0,4000}\}\s*")
_DEEPEST_STRESS = 8


class InlineWriter:
    """Writes words and brackets into elements.

    Args:
        source: The text that the parts point into.
        parties: Of each party, the id under which the references name it.
    """

    def __init__(self, source: str, parties: Mapping[str, str]) -> None:
        self._source, self._parties = source, parties

    def write(self, element: Any, parts: Sequence[Part]) -> None:  # noqa: ANN401  lxml has no types
        """Append some parts to an element."""
        for part in parts:
            if isinstance(part, Words):
                _write_words(element, part.text)
            else:
                self._bracket(element, part)

    def _bracket(self, parent: Any, bracket: Bracket) -> None:  # noqa: ANN401  the same
        element = etree.SubElement(parent, akn("inline"), name="bracket")
        last = bracket.alternatives[-1].end
        set_attributes(element, Attributes(id=bracket.id, private=bracket.private, marking=bracket.marking))
        _keep_braces(element, self._source[last + 1 : bracket.end])
        for index, alternative in enumerate(bracket.alternatives):
            _add_text(element, "|" if index else "[")
            self._alternative(element, alternative)
        _add_text(element, "]")

    def _alternative(self, parent: Any, alternative: Alternative) -> None:  # noqa: ANN401  the same
        element = etree.SubElement(parent, akn("inline"), name="alternative")
        set_attributes(element, Attributes(links=alternative.links, marking=alternative.marking))
        position = alternative.start
        if alternative.label:
            position = self._source.index(":", alternative.start) + 1
            raw = self._source[alternative.start : position]
            _add_text(element, raw[: len(raw) - len(raw.lstrip())])
            self._label(element, raw.strip(), alternative.parties)
        for part in alternative.parts:
            _write_words(element, self._source[position : part.start])
            self.write(element, [part])
            position = part.end
        rest = self._source[position : alternative.end]
        if OPENING.match(rest):
            _keep_braces(element, rest)
        else:
            _write_words(element, rest)

    def _label(self, parent: Any, label: str, parties: Sequence[str]) -> None:  # noqa: ANN401  the same
        """Write who wants an alternative, each party with a reference to it."""
        element = etree.SubElement(parent, akn("inline"), name="label")
        position = 0
        for name in parties:
            at = label.find(name, position)
            if at >= 0 and name in self._parties:
                _add_text(element, label[position:at])
                party = etree.SubElement(element, akn("party"), refersTo=f"#{self._parties[name]}")
                party.text = name
                position = at + len(name)
        _add_text(element, label[position:])


def _keep_braces(element: Any, raw: str) -> None:  # noqa: ANN401  the same
    if raw:
        element.set(go("attributes"), raw)


def _write_words(element: Any, raw: str, depth: int = 0) -> None:  # noqa: ANN401  the same
    """Write a run of Markdown: plain words as text, and what does not come back from text with its source."""
    for mere, members in groupby(_tokens(raw), key=lambda token: token[0] is None):
        if mere:
            _write_mere(element, [(words, source) for _, words, source in members])
            continue
        for found, _, source in members:
            if found is None or not _write_stress(element, found, depth):
                _write_source(element, source)


def _write_mere(element: Any, pieces: Sequence[tuple[str, str]]) -> None:  # noqa: ANN401  the same
    """Write words whose only markup is backslashes: as one text, where that comes back with the same backslashes."""
    words = "".join(plain for plain, _ in pieces)
    if escape(words) == "".join(source for _, source in pieces):
        _add_text(element, words)
        return
    for plain, source in pieces:
        if plain == source == escape(plain):
            _add_text(element, plain)
        else:
            _write_source(element, source)


def _tokens(raw: str) -> Iterator[tuple[re.Match[str] | None, str, str]]:
    """Cut a run into what is mere words (None, words, source) and what is more (match, "", source)."""
    position = 0
    for found in TOKEN.finditer(raw):
        if found.start() > position:
            yield None, raw[position : found.start()], raw[position : found.start()]
        if found["escaped"]:
            yield None, found["escaped"], found[0]
        else:
            yield found, "", found[0]
        position = found.end()
    if position < len(raw):
        yield None, raw[position:], raw[position:]


def _write_stress(element: Any, found: re.Match[str], depth: int) -> bool:  # noqa: ANN401  the same
    """Write a link or stressed words as such; False for anything else."""
    if depth >= _DEEPEST_STRESS:
        return False
    if found["words"] and _URI.fullmatch(found["target"]):
        _write_words(etree.SubElement(element, akn("ref"), href=found["target"]), found["words"], depth + 1)
    elif found["bold"]:
        _write_words(etree.SubElement(element, akn("b")), found["bold"], depth + 1)
    elif found["italic"]:
        _write_words(etree.SubElement(element, akn("i")), found["italic"], depth + 1)
    else:
        return False
    return True


def _write_source(element: Any, raw: str) -> None:  # noqa: ANN401  the same
    """Write what text alone would not give back, with the Markdown that it was."""
    inner = etree.SubElement(element, akn("inline"), name="markdown")
    inner.set(go("source"), raw)
    inner.text = plain_words(raw)


def _add_text(element: Any, text: str) -> None:  # noqa: ANN401  the same
    if not text:
        return
    last = next(element.iterchildren(reversed=True), None)  # len() would count them all
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text


def read_inline(element: Any, *, skipped: frozenset[str] = frozenset()) -> str:  # noqa: ANN401  the same
    """Read the running text of an element as Markdown.

    Args:
        element: Any element with text.
        skipped: Names of elements whose words are not the text's.
    """
    return "".join(_read(element, skipped))


def _read(element: Any, skipped: frozenset[str]) -> Iterator[str]:  # noqa: ANN401  the same
    yield escape(element.text or "")
    before = ""
    for child in element:
        written = _read_child(child, skipped)
        if before:  # what is deleted and what is put in its place are two alternatives
            written, before = f"{before[:-1]} | {written[1:]}" if written[:1] == "[" else before + written, ""
        following = child.getnext()
        if local_name(child) == "del" and not child.tail and following is not None and local_name(following) == "ins":
            before = written
            continue
        yield written
        yield escape(child.tail or "")


def _read_child(child: Any, skipped: frozenset[str]) -> str:  # noqa: ANN401  the same
    name, kind = local_name(child), child.get("name", "")
    if not name or name in skipped:
        return " " if name in {"eol", "br"} else ""
    source = child.get(go("source"))
    if source is not None:
        return str(source)
    if name == "inline" and kind == "bracket":
        return _read_bracket(child, skipped)
    if name == "inline" and kind == "label":
        return "".join(child.itertext())
    inner = read_inline(child, skipped=skipped)
    return _stressed(name, child, inner) if inner.strip() else inner


def _stressed(name: str, child: Any, inner: str) -> str:  # noqa: ANN401  the same
    if name in {"b", "i"} and inner == inner.strip():
        sign = "**" if name == "b" else "*"
        return f"{sign}{inner}{sign}"
    target = child.get("href", "") if name in {"ref", "a"} else ""
    if target and _URI.fullmatch(target) and not re.search(r"[\[\]|\n]", inner) and _leads(child, target):
        return f"[{inner}]({target})"
    return f"[{inner}]" if name in {"ins", "del"} else inner


def _leads(child: Any, target: str) -> bool:  # noqa: ANN401  the same
    """Is a link worth keeping? Those between the parts of a law in its own address space are not."""
    return not target.startswith(("/akn/", "#")) or GO in child.getroottree().getroot().nsmap.values()


def _read_bracket(element: Any, skipped: frozenset[str]) -> str:  # noqa: ANN401  the same
    alternatives = [child for child in element if local_name(child) == "inline"]
    written = (read_inline(child, skipped=skipped) + _braces(child) for child in alternatives)
    return f"[{'|'.join(written)}]{_braces(element)}"


def _braces(element: Any) -> str:  # noqa: ANN401  the same
    raw = element.get(go("attributes"), "")
    return raw if _ATTRIBUTES.fullmatch(raw) else ""
