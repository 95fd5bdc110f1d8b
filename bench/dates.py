"""Score the reading of time expressions on our own passages, beside peers, as TempEval-3 does.

    python bench/dates.py [--half work|check|independent] [--errors] [--peers timexy,dateparser]

Extent F1 is strict (same span) and relaxed (spans overlap); value F1 is relaxed F1 times the share of matched
expressions whose value is right, as the scorer of TempEval-3 counts. A peer that is not installed is left out by name.
The third half, `independent`, is 24 articles by somebody who had not seen the program.
Passages mark their expressions as ``[[words|TYPE|value]]``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

Span: TypeAlias = tuple[int, int, str, str]  # start, end, type, value
Tagger: TypeAlias = Callable[[str, str | None], list[Span]]

DATA = Path(__file__).parent / "data" / "dates"
MARK = re.compile(r"\[\[(.*?)\|(.*?)\|(.*?)\]\]")


def passages(half: str) -> list[dict[str, object]]:
    """Load one half: id, published, text and the gold spans."""
    loaded = []
    for line in (DATA / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        text, gold, done = "", [], 0
        for mark in MARK.finditer(entry["marked"]):
            text += entry["marked"][done : mark.start()]
            gold.append((len(text), len(text) + len(mark[1]), mark[2], mark[3]))
            text += mark[1]
            done = mark.end()
        loaded.append({**entry, "text": text + entry["marked"][done:], "gold": gold})
    return loaded


def ours(text: str, published: str | None) -> list[Span]:
    """Tag with goodoffices."""
    from goodoffices.read.dates import dates  # noqa: PLC0415  only what is asked for is loaded

    return [(*one.span, one.type, one.value) for one in dates(text, published)]


def with_dateparser(text: str, published: str | None) -> list[Span]:
    """Tag with dateparser's search; it gives days only, so everything is a DATE."""
    import datetime as dt  # noqa: PLC0415

    from dateparser.search import search_dates  # noqa: PLC0415

    settings = {"RELATIVE_BASE": dt.datetime.fromisoformat(published or "2000-01-01")}
    spans, at = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            spans.append((start, at, "DATE", moment.date().isoformat()))
    return spans


def timexy_tagger() -> Tagger:
    """Tag with timexy, a spaCy component; it knows no report day, so relative dates are wrong by design."""
    import spacy  # noqa: PLC0415
    import timexy  # noqa: F401, PLC0415  registers the component

    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def tag(text: str, published: str | None) -> list[Span]:
        del published
        spans = []
        for entity in nlp(text).ents:
            kind = re.search(r'type="(\w+)"', entity.kb_id_)
            value = re.search(r'value="([^"]*)"', entity.kb_id_)
            written = re.sub(r"T00:00:00$", "", value[1]) if value else ""
            spans.append((entity.start_char, entity.end_char, kind[1] if kind else "DATE", written))
        return spans

    return tag


def taggers(names: list[str]) -> dict[str, Tagger]:
    """The taggers that are installed, ours first."""
    made: dict[str, Callable[[], Tagger]] = {"dateparser": lambda: with_dateparser, "timexy": timexy_tagger}
    chosen: dict[str, Tagger] = {"goodoffices": ours}
    for name in names:
        if importlib.util.find_spec(name):
            chosen[name] = made[name]()
        else:
            print(f"{name} is not installed: left out")
    return chosen


def f1(hits: float, found: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hits / (found + gold) if found + gold else 0.0


def score(half: list[dict[str, object]], tag: Tagger, *, kind: str = "", errors: bool = False) -> tuple[float, ...]:
    """Strict F1, relaxed F1, value F1, type accuracy of the matched; of one type, or of all."""
    strict = relaxed = values = types = found_count = gold_count = 0
    for passage in half:
        found = tag(passage["text"], passage["published"])  # type: ignore[arg-type]
        gold = list(passage["gold"])  # type: ignore[call-overload]
        pairs, free = [], list(found)
        for one in gold:
            other = next((f for f in free if f[0] < one[1] and one[0] < f[1]), None)
            pairs.append((one, other))
            if other:
                free.remove(other)
        pairs = [(g, f) for g, f in pairs if not kind or g[2] == kind]
        extra = [f for f in free if not kind or f[2] == kind]
        matched = [(g, f) for g, f in pairs if f]
        strict += sum(g[:2] == f[:2] for g, f in matched)
        relaxed += len(matched)
        values += sum(g[3] == f[3] for g, f in matched)
        types += sum(g[2] == f[2] for g, f in matched)
        gold_count += len(pairs)
        found_count += len(matched) + len(extra)
        if errors:
            _print_errors(passage, pairs, extra)
    return (
        f1(strict, found_count, gold_count),
        f1(relaxed, found_count, gold_count),
        f1(values, found_count, gold_count),
        types / relaxed if relaxed else 0.0,
        gold_count,
    )


def _print_errors(passage: dict[str, object], pairs: list[tuple[Span, Span | None]], extra: list[Span]) -> None:
    text = str(passage["text"])
    for gold, found in pairs:
        if found is None:
            print(f"  {passage['id']} missed {text[gold[0] : gold[1]]!r} {gold[2:]}")
        elif gold != found:
            was = f"{text[found[0] : found[1]]!r} {found[2:]}"
            print(f"  {passage['id']} {text[gold[0] : gold[1]]!r} {gold[2:]} read as {was}")
    for one in extra:
        print(f"  {passage['id']} extra {text[one[0] : one[1]]!r} {one[2:]}")


def speed(half: list[dict[str, object]]) -> None:
    """Time the reading of parsed text beside its parse."""
    from goodoffices.read.dates import find_dates  # noqa: PLC0415
    from goodoffices.read.pipeline import parse  # noqa: PLC0415

    texts = [str(passage["text"]) for passage in half] * 5
    list(parse(texts[:2]))
    started = time.perf_counter()
    docs = list(parse(texts))
    parsed = time.perf_counter() - started
    started = time.perf_counter()
    for doc in docs:
        find_dates([(0, doc)], None)
    read = time.perf_counter() - started
    print(f"parse {parsed:.2f} s, dates on top {read:.2f} s ({100 * read / parsed:.0f} % of the parse)")


def main() -> None:
    """Print one table a half."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--half", choices=["work", "check", "independent"], action="append")
    arguments.add_argument("--errors", action="store_true", help="print what went wrong (never on the checking half)")
    arguments.add_argument("--peers", default="dateparser,timexy")
    options = arguments.parse_args()
    for name in options.half or ["work", "check", "independent"]:
        half = passages(name)
        print(f"\n{name} half: {len(half)} passages")
        print(f"{'tagger':12} {'type':9} {'gold':>4} {'strict':>7} {'relaxed':>8} {'value':>6} {'type':>6}")
        for tagger, tag in taggers([peer for peer in options.peers.split(",") if peer]).items():
            for kind in ("", "DATE", "TIME", "DURATION", "SET"):
                strict, relaxed, value, types, gold = score(half, tag, kind=kind)
                row = f"{int(gold):4} {strict:7.2f} {relaxed:8.2f} {value:6.2f} {types:6.2f}"
                print(f"{tagger:12} {kind or 'all':9} {row}")
        if options.errors and name == "work":
            score(half, ours, errors=True)
    speed(passages("work"))


if __name__ == "__main__":
    main()
