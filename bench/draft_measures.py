"""All measures of the draft room in one table, beside what simpler or other tools reach where there are any.

    python bench/draft_measures.py [--seeds N] [--texts N] [--merges N] [--put]

Peers of lineage see the same points: *by number* links equal numbers; *difflib* aligns the paragraphs in order;
*RapidFuzz* links greedily by likeness of words, best first, one to one. The peer of tracked changes is python-redlines
(Docxodus), where it is installed: it gets the same two DOCX files, and what counts is whether all changes accepted give
the words of the second and all rejected those of the first. `--put` writes the table into
docs/explanation/draft-measures.md.
"""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import draft_lineage as lineage
import draft_roundtrip as roundtrip
from hypothesis import HealthCheck, Phase, given, seed, settings
from stamp import put, stamp

from goodoffices.draft.check import check
from goodoffices.draft.imports import read_draft_bytes
from goodoffices.draft.lineage import compare
from goodoffices.draft.text import Document, parse_text, points

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "explanation" / "draft-measures.md"
MINSK = ROOT.parent / "shared" / "drafting" / "minsk"
sys.path[:0] = [str(ROOT / "tests" / "draft" / "merge"), str(ROOT / "tests" / "draft" / "sequence")]
AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
Links = set[tuple[frozenset[str], frozenset[str], str]]
Row = tuple[str, str, str, str]
_LIKE = 50
"""Percent of likeness under which RapidFuzz links nothing: less, and unlike points of one formula are linked."""


def by_number(a: Sequence[Any], b: Sequence[Any]) -> Links:
    """Link points of the same number."""
    return _links(a, b, {(n, n) for n in range(min(len(a), len(b)))})


def by_difflib(a: Sequence[Any], b: Sequence[Any]) -> Links:
    """Align the points in order, as a text comparison does; stretches replaced are paired one by one."""
    pairs: set[tuple[int, int]] = set()
    matcher = difflib.SequenceMatcher(None, [each.text for each in a], [each.text for each in b], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag in {"equal", "replace"}:
            pairs |= set(zip(range(i, j), range(k, m), strict=False))
    return _links(a, b, pairs)


def by_rapidfuzz(a: Sequence[Any], b: Sequence[Any]) -> Links:
    """Link greedily by likeness of words, best first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  only where measured

    table = process.cdist([p.text for p in a], [p.text for p in b], scorer=fuzz.token_sort_ratio, score_cutoff=_LIKE)
    order = sorted(((table[i][j], -i, -j) for i in range(len(a)) for j in range(len(b)) if table[i][j]), reverse=True)
    pairs: set[tuple[int, int]] = set()
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in order:
        if -i not in left and -j not in right:
            pairs.add((-i, -j))
            left.add(-i)
            right.add(-j)
    return _links(a, b, pairs)


def _links(a: Sequence[Any], b: Sequence[Any], pairs: set[tuple[int, int]]) -> Links:
    """Label pairs as simply as can be: same words, or other words; what moved is not seen."""
    found: Links = {
        (frozenset([a[i].id]), frozenset([b[j].id]), "same" if a[i].text == b[j].text else "reworded") for i, j in pairs
    }
    found |= {(frozenset([p.id]), frozenset(), "dropped") for n, p in enumerate(a) if n not in {i for i, _ in pairs}}
    return found | {(frozenset(), frozenset([p.id]), "new") for n, p in enumerate(b) if n not in {j for _, j in pairs}}


def ours(a: Sequence[Any], b: Sequence[Any]) -> Links:
    """Link by `compare`."""
    return {(frozenset(link.a), frozenset(link.b), link.change) for link in compare(a, b).links}


WAYS: dict[str, Callable[[Sequence[Any], Sequence[Any]], Links]] = {
    "here": ours, "by number": by_number, "difflib": by_difflib, "RapidFuzz": by_rapidfuzz
}  # fmt: skip


def made(kind: str, number: int, count: int) -> tuple[Sequence[Any], Sequence[Any], Links]:
    """Two texts of that many points, 40 % of them touched, and the truth."""
    chance = random.Random(f"{kind} {number}")  # noqa: S311  not for secrets
    own = lineage.written()
    chance.shuffle(own)
    pool = own + lineage.templated(chance, max(0, count + 60 - len(own)))
    texts = chance.sample(pool, count)
    pieces = lineage.Scrambler(texts, [each for each in pool if each not in texts], kind, chance).scramble(0.4)
    a, b = lineage.numbered(texts, "a"), lineage.numbered([piece.text for piece in pieces], "b")
    return a, b, lineage.truth(texts, pieces)


def lineage_rows(seeds: int) -> Iterator[Row]:
    """F1 of links and labels, by kind of rewording, here and by the peers."""
    for kind in lineage.KINDS:
        scores: dict[str, list[tuple[float, float]]] = {name: [] for name in WAYS}
        for number in range(seeds):
            a, b, gold = made(kind, number, 300)
            for name, way in WAYS.items():
                found = way(a, b)
                scores[name].append((lineage.f1(lineage.strip(gold), lineage.strip(found)), lineage.f1(gold, found)))
        for place, (what, wanted) in enumerate((("links", "0.95"), ("labels", "0.90"))):
            column = {name: [each[place] for each in own] for name, own in scores.items()}
            peers = ", ".join(f"{name} {sum(v) / seeds:.3f}" for name, v in column.items() if name != "here")
            mean = f"{sum(column['here']) / seeds:.3f} (worst {min(column['here']):.3f})"
            yield f"lineage, F1 of {what}, rewording `{kind}`", wanted, mean, peers


def speed_row() -> Row:
    """A thousand points against a thousand."""
    a, b, _ = made("drafter", 0, 1000)
    spent = {name: _seconds(lambda way=way: way(a, b)) for name, way in WAYS.items() if name != "by number"}  # type: ignore[misc]
    peers = ", ".join(f"{name} {value:.2f} s" for name, value in spent.items() if name != "here")
    return "lineage, 1,000 points against 1,000", "3 s", f"{spent['here']:.2f} s", peers


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def minsk_rows() -> Iterator[Row]:
    """The nine texts: numbered points found, no false deadlock, one put in by hand found."""
    if not MINSK.is_dir():
        return
    import test_minsk  # noqa: PLC0415  it reads the texts

    there = got = false = hand = 0
    for path in sorted(MINSK.glob("*.txt")):
        source = path.read_text(encoding="utf-8")
        numbers = [int(found[1]) for found in re.finditer(r"(?m)^(\d{1,2})\.(?:\s|$)", source)]
        document = parse_text(source, plain=True, tolerant=True)
        found = {each.number for each in document.provisions}
        there, got = there + len(set(numbers)), got + len({str(each) for each in numbers} & found)
        false += len(check(document).sequence.cycles)
        for block in (test_minsk._TWO_POINTS, test_minsk._BY_NUMBER):  # noqa: SLF001  the blocks of the test
            put_in = parse_text(test_minsk._with(path.stem, block), plain=True, tolerant=True)  # noqa: SLF001
            hand += len(check(put_in).sequence.cycles) == 1
    yield "nine agreements: numbered points found", "all", f"{got} of {there}", ""
    yield "nine agreements: false deadlocks", "0", str(false), ""
    yield "nine agreements: deadlocks put in by hand, found", "all", f"{hand} of 18", ""


def trip_rows(texts: int) -> Iterator[Row]:
    """To each form and back."""
    sources = roundtrip.generated(texts, 0)
    for form in roundtrip.FORMS:
        failed, seconds, _ = roundtrip.measure(form, sources)
        spent = f"{1000 * seconds / len(sources):.1f} ms each"
        yield f"round trip, {form}: texts that do not come back", "0", f"{failed} of {len(sources):,} ({spent})", ""


def merge_row(count: int) -> Row:
    """Merges of any two edits, and how many lose a sentence."""
    import test_merge_property as merging  # noqa: PLC0415  the strategy lives with the tests

    lost = done = 0

    @seed(0)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(merging.two_edits())
    def run(three: Any) -> None:  # noqa: ANN401  what the strategy draws
        nonlocal lost, done
        done += 1
        try:
            merging.test_a_merge_of_any_two_edits_loses_no_sentence.hypothesis.inner_test(three, named=done % 2 == 0)
        except AssertionError:
            lost += 1

    run()
    return "merge of any two edits: merges that lose a sentence", "0", f"{lost} of {done:,}", ""


def long_text(size: int) -> str:
    """An agreement of that many characters: the points of the lineage bench in articles."""
    chance, lines, number = random.Random(5), ["# Agreement between the North and the South", ""], 0  # noqa: S311
    texts = lineage.written() + lineage.templated(chance, 300)
    while sum(map(len, lines)) < size:
        number += 1
        lines += [f"## Article {number}", ""]
        for place in range(1, 7):
            wait = (
                f", within {chance.randint(5, 90)} days after Article {chance.randint(1, number)} has been carried out."
            )
            words = chance.choice(texts)
            lines += [f"{place}. {words.rstrip('.') + wait if chance.random() < 0.3 else words}", ""]
    return "\n".join(lines)


def long_rows() -> Iterator[Row]:
    """An agreement of 230 KB: import, check, and what the other commands do."""
    from goodoffices.brief import drafting  # noqa: PLC0415  templates
    from goodoffices.draft.check import assess  # noqa: PLC0415  with the rest
    from goodoffices.draft.provide import Survey, find_measures, find_ties  # noqa: PLC0415  the same

    data = long_text(230_000).encode()
    document = read_draft_bytes(data, form="text")

    def provides() -> None:
        survey = Survey.of(document)
        find_ties(find_measures(survey), survey)

    def page() -> None:
        drafting.rolling_to_html(drafting.build_rolling([drafting.Kept(document=document, name="now")], generated=AT))

    for what, work in (
        ("import", lambda: read_draft_bytes(data, form="text")),
        ("check", lambda: check(document)),
        ("quality", lambda: assess(document)),
        ("provides", provides),
        ("page", page),
    ):
        wanted = "5 s" if what in {"import", "check"} else ""
        yield f"230 KB, {len(document.provisions):,} provisions: {what}", wanted, f"{_seconds(work):.2f} s", ""


def redline_row(pairs: int = 20) -> Row:
    """Tracked changes: accepted they give the second text, rejected the first."""
    from goodoffices.draft.exports.word import to_docx  # noqa: PLC0415  python-docx is an extra

    engine = _engine()
    right = {"here": 0, "python-redlines": 0}
    spent = dict.fromkeys(right, 0.0)
    for number in range(pairs):
        a, b, _ = made(lineage.KINDS[number % 3], number, 30)
        old, new = (parse_text("# T\n\n" + "\n\n".join(f"{p.number}. {p.text}" for p in text)) for text in (a, b))
        files = [to_docx(text, author="Bench", at=AT) for text in (old, new)]
        start = time.perf_counter()
        own = to_docx(new, against=old, author="Bench", at=AT)
        spent["here"] += time.perf_counter() - start
        right["here"] += _comes_back(own, old, new)
        if engine:
            start = time.perf_counter()
            other = engine.run_redline("Bench", *files)[0]
            spent["python-redlines"] += time.perf_counter() - start
            right["python-redlines"] += _comes_back(other, old, new)
    told = {name: f"{right[name]} of {pairs}, {spent[name] / pairs:.2f} s each" for name in right}
    what = "tracked changes in DOCX: accepted give the new words, rejected the old"
    return what, "all", told["here"], f"python-redlines {told['python-redlines']}" if engine else "not installed"


def _engine() -> Any:  # noqa: ANN401  a library that need not be there
    try:
        from python_redlines.engines import DocxodusEngine  # noqa: PLC0415  the same
    except ImportError:
        return None
    return DocxodusEngine()


def _comes_back(data: bytes, old: Document, new: Document) -> bool:
    from goodoffices.draft.imports.word import Changes, read_docx  # noqa: PLC0415  as above

    accepted, rejected = (read_docx(data, changes=each) for each in (Changes.ACCEPTED, Changes.REJECTED))
    return _words(accepted) == _words(new) and _words(rejected) == _words(old)


def _words(document: Document) -> list[str]:
    return [word for point in points(document) for word in re.findall(r"\w+", point.text)]


def table(rows: Sequence[Row]) -> str:
    """A Markdown table."""
    head = ("measure", "wanted", "here", "others")
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * 4, *rows))


def main() -> None:
    """Print the table, row by row."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seeds", type=int, default=12)
    arguments.add_argument("--texts", type=int, default=1000)
    arguments.add_argument("--merges", type=int, default=1000)
    arguments.add_argument("--put", action="store_true")
    options = arguments.parse_args()
    print(stamp(), flush=True)
    rows: list[Row] = []
    for row in _all(options):
        rows.append(row)
        print(" | ".join(row), flush=True)
    if options.put:
        put(PAGE, "measures", f"{stamp()}\n\n{table(rows)}")


def _all(options: argparse.Namespace) -> Iterator[Row]:
    yield from lineage_rows(options.seeds)
    yield speed_row()
    yield from minsk_rows()
    yield from long_rows()
    yield merge_row(options.merges)
    yield redline_row()
    yield from trip_rows(options.texts)


if __name__ == "__main__":
    main()
