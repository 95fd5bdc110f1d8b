"""A trivial brief to measure the reader against: names of a stock model, quotation marks, and sentences with a word.

Actors are what the model's entity recogniser names; whatever stands in quotation marks is said by the person or body
named nearest before it in its paragraph; a sentence with a word of `_MEETING`, `_VIOLENCE` or `_SECRET` is a meeting
of all whom it names, an event, or something withheld. It has nothing else: no sides, offices, positions or dates.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from goodoffices.read.pipeline import model_name, straighten

__all__ = ["baseline_brief"]

_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "state", "NORP": "group"}
_QUOTED = re.compile(r'"([^"\n]{3,1000})"')
_MEETING = re.compile(r"\b(?:met|meet|meets|meeting|talks|negotiations|summit)\b", re.IGNORECASE)
_VIOLENCE = re.compile(r"\b(?:killed|attack|attacked|shelling|strike|strikes|clashes|bomb|wounded)\b", re.IGNORECASE)
_SECRET = re.compile(r"\b(?:secret|confidential|undisclosed|not published|behind closed doors)\b", re.IGNORECASE)


def baseline_brief(reports: Iterable[Path]) -> dict[str, Any]:
    """Write the brief of some reports, in the keys of the format that the scorer reads."""
    import spacy  # noqa: PLC0415  only what is asked for is loaded

    nlp = spacy.load(model_name())
    brief: dict[str, Any] = {"format": "goodoffices.brief/1", "reports": [], "actors": []}
    brief |= {key: [] for key in ("meetings", "quotes", "events", "withheld", "positions", "issue_status")}
    actors: dict[str, dict[str, Any]] = {}
    for path in reports:
        text = path.read_text(encoding="utf-8")
        brief["reports"].append({"id": path.name, "path": path.name, "text": text})
        doc = nlp(straighten(text))
        _name(doc, path.name, text, actors)
        for key, finding in _found(doc, path.name, text, actors):
            brief[key].append(finding)
    brief["actors"] = list(actors.values())
    return brief


def _evidence(report: str, text: str, start: int, end: int) -> list[dict[str, Any]]:
    return [{"report": report, "start": start, "end": end, "quote": text[start:end]}]


def _name(doc: Any, report: str, text: str, actors: dict[str, dict[str, Any]]) -> None:  # noqa: ANN401  a spaCy Doc
    """Add the names of a report to the actors, one an exact name."""
    for entity in doc.ents:
        name = " ".join(entity.text.split())
        if entity.label_ in _KINDS and name and name not in actors:
            evidence = _evidence(report, text, entity.start_char, entity.end_char)
            actors[name] = {"id": name, "name": name, "kind": _KINDS[entity.label_], "evidence": evidence}


def _found(
    doc: Any,  # noqa: ANN401  a spaCy Doc
    report: str,
    text: str,
    actors: dict[str, dict[str, Any]],
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each quote, meeting, event and secret of a report with the key that it stands under."""
    names = [(e.start_char, " ".join(e.text.split())) for e in doc.ents if " ".join(e.text.split()) in actors]
    for quoted in _QUOTED.finditer(doc.text):
        paragraph = doc.text.rfind("\n\n", 0, quoted.start()) + 1
        before = [name for start, name in names if paragraph <= start < quoted.start()]
        evidence = _evidence(report, text, *quoted.span(1))
        if before:
            yield "quotes", {"speaker": before[-1], "text": evidence[0]["quote"], "direct": True, "evidence": evidence}
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.start_char + len(sentence.text.rstrip())
        evidence = _evidence(report, text, start, end)
        here = sorted({name for at, name in names if start <= at < end})
        if _MEETING.search(sentence.text):
            yield "meetings", {"participants": here, "place": evidence[0]["quote"], "evidence": evidence}
        if _VIOLENCE.search(sentence.text):
            yield "events", {"kind": "violence", "evidence": evidence}
        if _SECRET.search(sentence.text):
            yield "withheld", {"evidence": evidence}


if __name__ == "__main__":
    import sys

    print(json.dumps(baseline_brief(map(Path, sys.argv[1:])), indent=2))
