"""Score the coding of events on our own sentences, beside a plain list of verbs.

    python bench/events.py [--half work|check|independent] [--errors]

The third half, `independent`, was written and coded by somebody who had not seen the program.

Each sentence tells of one event: its PLOVER type, and the countries of source and target. Three figures: the share of
sentences whose type is right; whose type and both countries are right; and, of the events given, how many are right in
their type. No coder of CAMEO or PLOVER events was found on the package index (PETRARCH2 and TABARI are not on it),
so the peer is a baseline of our own: the first verb of the sentence that a list of one verb a line knows, the
first country before it and the first behind it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

Coded: TypeAlias = tuple[str, list[str], list[str]]
Coder: TypeAlias = Callable[[str], list[Coded]]

DATA = Path(__file__).parent / "data" / "events"


def sentences(half: str) -> list[dict[str, Any]]:
    """Load one half."""
    return [json.loads(line) for line in (DATA / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()]


def ours(text: str) -> list[Coded]:
    """Code with goodoffices."""
    from goodoffices.read.plover import events  # noqa: PLC0415  only what is asked for is loaded

    return [(event.plover, event.source, event.target) for event in events(text)]


def verb_list(text: str) -> list[Coded]:
    """Code with the first known verb, and the countries on either side of it."""
    from goodoffices.read.pipeline import parse  # noqa: PLC0415
    from goodoffices.read.plover.countries import countries_in  # noqa: PLC0415
    from goodoffices.read.plover.lexicon import lexicon  # noqa: PLC0415

    doc = next(iter(parse([text])))
    codes = {i: code for i, code in countries_in(doc).items() if code}
    for token in doc:
        alone = [frame for frame in lexicon().verbs.get(token.lemma_.lower(), ()) if not frame.conditions]
        if token.pos_ == "VERB" and alone:
            before = [code for i, code in codes.items() if i < token.i]
            behind = [code for i, code in codes.items() if i > token.i]
            return [(alone[0].plover, before[:1], behind[:1])]
    return []


def score(coder: Coder, gold: list[dict[str, Any]], *, errors: bool = False) -> dict[str, float]:
    """Score one coder on one half."""
    kind = both = given = right = 0
    for entry in gold:
        found = coder(entry["text"])
        same = [one for one in found if one[0] == entry["plover"]]
        whole = [one for one in same if set(one[1]) == set(entry["source"]) and set(one[2]) == set(entry["target"])]
        given, right = given + len(found), right + len(same)
        kind, both = kind + bool(same), both + bool(whole)
        if errors and not whole:
            print(f"{entry['plover']} {entry['source']} -> {entry['target']}: {entry['text']}\n    {found}")
    return {
        "category": kind / len(gold),
        "category and both": both / len(gold),
        "precision": right / given if given else 0.0,
    }


def main() -> None:
    """Print one table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--half", choices=["work", "check", "independent"], action="append")
    options.add_argument("--errors", action="store_true", help="print what is wrong; of the working half only")
    asked = options.parse_args()
    print(f"{'half':11} {'coder':12} {'sentences':>9} {'category':>9} {'and both':>9} {'of given':>9}")
    for half in asked.half or ["work", "check", "independent"]:
        gold = sentences(half)
        assert not {kind for kind, n in Counter(e["plover"] for e in gold).items() if n < 3}, (
            "a type with too few sentences"
        )
        for name, coder in (("goodoffices", ours), ("verb list", verb_list)):
            figures = score(coder, gold, errors=asked.errors and half == "work" and coder is ours)
            row = " ".join(f"{figures[k]:9.3f}" for k in ("category", "category and both", "precision"))
            print(f"{half:11} {name:12} {len(gold):9} {row}")


if __name__ == "__main__":
    main()
