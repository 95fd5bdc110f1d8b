"""The turns of a transcript: which lines open with the name of a speaker.

A name before a colon alone proves nothing ("Background: ..."). It is a turn where the whole text is a transcript:
names in capitals or bold, questions, names that come again and again, or words in the first person behind them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from .labels import Turn, asks, dashed_label, label_at, layout_words, lone_label, titled
from .lines import Line

__all__ = ["Turn", "find_turns", "layout_words", "split_turns"]

_REPEATED = 2
_SEVERAL = 4
_FEWEST = 3
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|I|[Oo]ur|[Mm]y|us|me)\b")
_READ_CHARS = 2_000
"""How far into a turn its words are looked at."""
_BOLD = re.compile(r"(\*\*|__|\*|_)(?=\S)([^*_\n]{3,300}?)\1")
_WITHIN = re.compile(
    r"(?<!\bMR)(?<!\bMS)(?<!\bDR)(?<!\bMRS)(?<!\bGEN)(?<!\bAMB)(?<!\bLT)"
    r"[.!?…][”\")]?[ \t]+(?=(?:[A-Z][A-Z.'’-]{1,30}[ ]?){1,4}:[ \t])"
)


def find_turns(lines: Sequence[Line]) -> dict[int, Turn]:
    """Find the lines that open a turn.

    Returns:
        Index of the line -> its label; empty where the text is no transcript.
    """
    labels = {at: turn for at, line in enumerate(lines) if (turn := label_at(line)) is not None}
    counts = _counts([turn.name for turn in labels.values()])
    own = {at for at in labels if _in_first_person(lines, at, labels[at])}
    strong = {at: turn for at, turn in labels.items() if turn.form != "name"}
    answers = set(_answers(lines, labels))
    talk = _is_transcript(strong) and not _are_sections(strong, own)
    if talk or answers or _are_asked(lines, strong):
        return {
            at: turn
            for at, turn in labels.items()
            if turn.form != "name"
            or at in answers
            or counts[turn.name] >= _REPEATED
            or titled(turn.name)
            or at in own
            or lines[at].text.endswith("?")
        }
    repeated = [name for name, count in counts.items() if count >= _REPEATED]
    if len(labels) >= _SEVERAL and repeated and len(counts) > 1 and 2 * len(counts) <= 1.5 * len(labels):
        return labels
    if _talk(labels, own, counts):
        return labels
    return _shaped(lines, dashed_label) or _shaped(lines, lone_label) or _asked_in_bold(lines)


def _are_asked(lines: Sequence[Line], strong: dict[int, Turn]) -> bool:
    """Do several turns stand right behind questions that bear no label?"""
    asked = 0
    for at in strong:
        before = next((line.text for line in reversed(lines[max(0, at - 2) : at]) if line.text), "")
        asked += before.endswith("?")
    return asked >= _REPEATED


def _answers(lines: Sequence[Line], labels: dict[int, Turn]) -> Iterator[int]:
    """The names that open a line right behind a question which is labelled as one."""
    for (asked, question), (at, turn) in pairwise(labels.items()):
        asks_here = question.form == "question" and lines[asked].text.endswith("?")
        if asks_here and turn.form == "name" and not any(line.text for line in lines[asked + 1 : at]):
            yield at


def split_turns(lines: Sequence[Line]) -> list[Line]:
    """Cut the lines of a transcript where another speaker comes in within a paragraph ("... to sign. HOST: And")."""
    if not any(label is not None and label.form in {"capitals", "question"} for label in map(label_at, lines)):
        return list(lines)
    cut: list[Line] = []
    for line in lines:
        start = 0
        for found in _WITHIN.finditer(line.text):
            cut.append(_piece(line, start, len(line.text[: found.end()].rstrip())))
            start = found.end()
        cut.append(_piece(line, start, len(line.text)) if start else line)
    return cut


def _piece(line: Line, start: int, end: int) -> Line:
    first = line.start + start if start else line.first
    return Line(first, line.start + start, line.start + end, line.text[start:end])


def _in_first_person(lines: Sequence[Line], at: int, turn: Turn) -> bool:
    """Does one who has a label speak of himself ("we", "our")?"""
    said = lines[at].text[turn.behind - lines[at].start :]
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    return _FIRST_PERSON.search(said[:_READ_CHARS] or following[:_READ_CHARS]) is not None


def _talk(labels: dict[int, Turn], own: set[int], counts: Counter[str]) -> bool:
    """Do most of those who have labels speak of themselves?"""
    answers = [at for at, turn in labels.items() if not asks(turn.name)]
    return len(labels) >= _FEWEST and len(counts) > 1 and len(own) > 1 and 2 * len(own) >= len(answers)


def _shaped(lines: Sequence[Line], read: Callable[[Line], Turn | None]) -> dict[int, Turn]:
    """Turns whose labels have no colon: names that come again, with words in the first person behind them."""
    found: dict[int, Turn] = {}
    for at, line in enumerate(lines):
        turn = read(line) if line.text and (at == 0 or lines[at - 1].blank or read is dashed_label) else None
        if turn is not None and (turn.behind < line.end or (at + 1 < len(lines) and lines[at + 1].text)):
            found[at] = turn
    counts = _counts([turn.name for turn in found.values()])
    own = {at for at, turn in found.items() if _in_first_person(lines, at, turn)}
    again = {at for at, turn in found.items() if counts[turn.name] >= _REPEATED}
    kept = {at: turn for at, turn in found.items() if at in again | own or asks(turn.name)} if again else {}
    own &= kept.keys()
    return kept if _talk(kept, own, Counter(turn.name for turn in kept.values())) else {}


def _asked_in_bold(lines: Sequence[Line]) -> dict[int, Turn]:
    """An interview whose questions are set in bold, with the answers under them and no names."""
    bold = {at: found for at, line in enumerate(lines) if (found := _BOLD.fullmatch(line.text)) is not None}
    asked = [at for at, found in bold.items() if found[2].rstrip().endswith("?")]
    if len(asked) < _REPEATED or 2 * len(asked) < len(bold):
        return {}
    turns: dict[int, Turn] = {}
    for at, found in bold.items():
        line, mark = lines[at], len(found[1])
        turns[at] = Turn(line.start, line.start + mark, line.start + mark, "q", "question")
        answer = next((n for n in range(at + 1, min(at + 4, len(lines))) if lines[n].text), None)
        if answer is not None and answer not in bold:
            turns[answer] = Turn(line.end - mark, line.end, lines[answer].start, "a", "question")
    return turns


def _counts(names: Sequence[str]) -> Counter[str]:
    """How often each speaker speaks, under each name of theirs: "koirala" is "girija koirala, prime minister"."""
    plain = Counter(names)
    bare = {name: _bare(name) for name in plain}
    short: dict[str, list[str]] = {}
    for name, words in bare.items():
        if words:
            short.setdefault(words[-1], []).append(name)
    counts = Counter(plain)
    for same in short.values():
        whole = [name for name in same if len(bare[name]) > 1]
        if len(same) > 1 and len(whole) == 1:  # with two full names, a surname alone tells nothing
            together = sum(plain[name] for name in same)
            counts.update({name: together - plain[name] for name in same})
    return counts


def _bare(name: str) -> list[str]:
    """The words of a speaker's name, without titles in front and offices behind a comma."""
    words = name.partition(",")[0].split()
    while len(words) > 1 and words[0].strip(".") in layout_words()["titles"]:
        words = words[1:]
    return words


def _are_sections(strong: dict[int, Turn], own: set[int]) -> bool:
    """Are the labels words in capitals that each stand over a section ("SECURITY: ...", "BANGUI: ...")?

    Nobody comes twice, nobody has two names, and nobody under them says "we".
    """
    names = [turn.name for turn in strong.values()]
    single = all(turn.form == "capitals" and len(turn.name.split()) == 1 for turn in strong.values())
    return single and len(set(names)) == len(names) and not own & strong.keys()


def _is_transcript(strong: dict[int, Turn]) -> bool:
    """Two turns in capitals, bold or questions make a transcript; one does where it opens with an office."""
    names = {turn.name for turn in strong.values()}
    asked = any(turn.form == "question" for turn in strong.values())
    if len(strong) > 1 and (asked or len(names) > 1 or len(strong) > _REPEATED):
        return True
    return any(titled(turn.name) and len(turn.name.split()) > 1 for turn in strong.values())
