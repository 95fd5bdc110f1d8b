"""One table of all that is measured here: the figure, a peer's figure on the same data, what is to be reached.

    python bench/table.py [--only reading,dates] [--write]

Runs each bench whose data is here (reading, attribution, dates, duplicates, events, speed, confidence) and leaves out,
by name, those whose data is not. Figures are of the half that nothing is tuned on wherever there are two. `--write`
puts the table into docs/explanation/reading-quality.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import Counter
from collections.abc import Callable, Iterator

import msgspec
from annotated import ROOT, SCORER, clusters
from stamp import machine, put, stamp, today

PAGE = ROOT / "docs" / "explanation" / "reading-quality.md"


class Row(msgspec.Struct, frozen=True):
    """One measure: what it is, our figure, the peer's, what is to be reached; "" where there is none."""

    measure: str
    figure: str
    peer: str = ""
    target: str = ""


def reading() -> Iterator[Row]:
    """The whole brief, on the clusters to check on."""
    if not SCORER.exists():
        return
    from reading.run import LISTS, TARGETS, measure, over_clusters  # noqa: PLC0415  only what is asked for is loaded

    halves = measure(("check", "calibrate"))
    fresh, measured = halves["calibrate"], halves["check"]
    ours, trivial = (over_clusters(measured[who]) for who in ("reader", "baseline"))
    for name in ("mean", *LISTS):
        target = f"{TARGETS[name]:.2f}" if name in TARGETS else ""
        peer = f"{trivial.get(name, (0.0, 0.0, 0.0))[2]:.2f} names and quotation marks"
        yield Row(f"brief: {name.replace('_', ' ')}, F1", f"{ours[name][2]:.2f}", peer, target)
    means = [f"{over_clusters(fresh[who])['mean'][2]:.2f}" for who in ("reader", "baseline")]
    yield Row("brief, fresh clusters: mean, F1", means[0], f"{means[1]} names and quotation marks", "0.60")
    yield Row("brief: faults", str(sum(faults for _, faults in measured["reader"].values())), "", "0")


def attribution() -> Iterator[Row]:
    """Attributions in PolNeAR's development part, from which the weights are learnt."""
    import attribution as bench  # noqa: PLC0415  only what is asked for is loaded

    if not bench.DATA.exists():
        return
    articles = bench.read_articles(bench.DATA)
    gold = [bench.gold_of(article) for article in articles]
    spent: Counter[str] = Counter()
    ways = (lambda article: bench.read_with(article, None, spent)), bench.read_quotes
    totals = (
        sum((bench.tally(g, way(a)) for g, a in zip(gold, articles, strict=True)), Counter[str]()) for way in ways
    )
    ours, theirs = (bench.figures_of(total) for total in totals)
    wanted = {"recall": 0.65, "direct": 0.97, "mixed": 0.80, "indirect": 0.50, "precision": 0.70, "source": 0.75}
    for name, target in wanted.items():
        peer = f"{theirs[name]:.3f} quotation marks"
        yield Row(f"attribution (text it was trained on): {name}", f"{ours[name]:.3f}", peer, f"{target:.2f}")


def dates() -> Iterator[Row]:
    """Time expressions, on articles by somebody who had not seen the program."""
    import dates as bench  # noqa: PLC0415  only what is asked for is loaded

    half = bench.passages("independent")
    peers = [name for name in ("dateparser", "timexy") if importlib.util.find_spec(name)]
    taggers = bench.taggers(peers)
    for kind, target in (("DATE", "0.82"), ("", "0.70")):
        values = {name: bench.score(half, tag, kind=kind)[2] for name, tag in taggers.items()}
        peer = ", ".join(f"{values[name]:.2f} {name}" for name in peers)
        yield Row(
            f"dates (independent articles): {'all types' if not kind else 'dates'}, value F1",
            f"{values['goodoffices']:.2f}",
            peer,
            target,
        )


def duplicates() -> Iterator[Row]:
    """Copies among a thousand made-up reports."""
    import duplicates as bench  # noqa: PLC0415  only what is asked for is loaded

    reports, truth = bench.corpus(1_000, 200, seed=7)
    ours = bench.score(bench.near_duplicates(reports), truth)
    theirs = bench.score(bench.same_hash(reports), truth)
    for at, name in enumerate(("precision", "recall")):
        yield Row(f"duplicates (made-up reports): {name}", f"{ours[at]:.3f}", f"{theirs[at]:.3f} same words", "0.98")


def events() -> Iterator[Row]:
    """PLOVER events, on sentences by somebody who had not seen the program."""
    import events as bench  # noqa: PLC0415  only what is asked for is loaded

    gold = bench.sentences("independent")
    ours, theirs = bench.score(bench.ours, gold), bench.score(bench.verb_list, gold)
    for name, target in (("category", "0.45"), ("category and both", "0.35"), ("precision", "0.50")):
        yield Row(
            f"events (independent sentences): {name}", f"{ours[name]:.3f}", f"{theirs[name]:.3f} list of verbs", target
        )


def speed() -> Iterator[Row]:
    """Reading against the parser alone, processor time of one core."""
    import spacy  # noqa: PLC0415
    import speed as bench  # noqa: PLC0415  only what is asked for is loaded

    from goodoffices.read import read_report  # noqa: PLC0415
    from goodoffices.read.pipeline import model_name, parse  # noqa: PLC0415

    list(parse(["The envoy said so."]))
    nlp = spacy.load(model_name())
    for name, reports in bench.texts().items():
        parser = bench.seconds(lambda some=reports: [nlp(each.text) for each in some])
        whole = bench.seconds(lambda some=reports: [read_report(each) for each in some])
        words = sum(len(each.text.split()) for each in reports)
        yield Row(f"speed: {name}, time of the parser alone", f"{whole / parser:.2f}", "1.00 spaCy", "at most 2")
        yield Row(f"speed: {name}, words/s on one core", f"{words / whole:,.0f}", f"{words / parser:,.0f} spaCy")


def confidence() -> Iterator[Row]:
    """How well probabilities keep their word, on the clusters to check on."""
    if not SCORER.exists():
        return
    import confidence as bench  # noqa: PLC0415  only what is asked for is loaded

    work, fresh, check = (bench.labelled(clusters(half)) for half in ("work", "calibrate", "check"))
    right = bench.right_of(check)
    ours = bench.scores(bench.as_shipped(check), right)
    peer = bench.scores(bench.peers(work, fresh, check)["one number a kind, of the half to work on"], right)
    for name in ("calibration", "brier", "log_loss", "order"):
        label = {"calibration": "expected calibration error", "order": "right before wrong"}.get(name, name)
        figures = getattr(ours, name), getattr(peer, name)
        yield Row(f"confidence: {label.replace('_', ' ')}", f"{figures[0]:.3f}", f"{figures[1]:.3f} precision by kind")


BENCHES: dict[str, Callable[[], Iterator[Row]]] = {
    each.__name__: each for each in (reading, attribution, dates, duplicates, events, speed, confidence)
}


def markdown(rows: list[Row]) -> str:
    """The table in Markdown."""
    head = "| measure | figure | peer | to be reached | date | machine |\n| --- | ---: | --- | ---: | --- | --- |"
    where = f"{today()} | {machine()}"
    return "\n".join([head, *(f"| {r.measure} | {r.figure} | {r.peer} | {r.target} | {where} |" for r in rows)])


def main() -> int:
    """Run the benches and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="benches to run, with commas between them", default=",".join(BENCHES))
    parser.add_argument("--write", action="store_true", help="put the table into docs/")
    options = parser.parse_args()
    rows: list[Row] = []
    for name in options.only.split(","):
        print(f"{name} ...", file=sys.stderr)
        found = list(BENCHES[name]())
        rows += found
        if not found:
            print(f"{name}: skipped, its data is not here", file=sys.stderr)
    print(markdown(rows))
    if options.write:
        put(PAGE, "table", f"Measured {stamp()}.\n\n" + markdown(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
