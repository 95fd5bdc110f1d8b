"""To each form and back: generated texts, and how many do not come back to the character.

    python bench/draft_roundtrip.py [--texts N] [--seed N] [--only docx,...]

The texts are those of the property tests (tests/draft/text/sketches.py): provisions of every style of number, nested
brackets, private marks, statuses, links, front matter, words in three scripts, and signs that mean something to
Markdown. A form is a function from a text to the text that comes back; add one to `FORMS`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "draft" / "text"))
from sketches import sketches  # noqa: E402  the strategy lives with the tests
from stamp import stamp  # noqa: E402  the same

from goodoffices.draft.text import Document, Sketch, parse_text, to_markdown, write_sketch  # noqa: E402  the same

AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def docx(document: Document) -> str:
    """To Word and back."""
    from goodoffices.draft.exports.word import to_docx  # noqa: PLC0415  only the forms that are asked for
    from goodoffices.draft.imports.word import read_docx  # noqa: PLC0415  the same

    return read_docx(to_docx(document, author="Bench", at=AT)).source


def tracked(document: Document) -> str:
    """To Word as changes against the text before, and back with them accepted; rejected, they give that one."""
    from goodoffices.draft.exports.word import to_docx  # noqa: PLC0415  only the forms that are asked for
    from goodoffices.draft.imports.word import Changes, read_docx  # noqa: PLC0415  the same

    earlier, EARLIER[0] = EARLIER[0], document
    data = to_docx(document, against=earlier, author="Bench", at=AT)
    if read_docx(data, changes=Changes.REJECTED).source != earlier.source:
        return ""
    return read_docx(data, changes=Changes.ACCEPTED).source


def markdown(document: Document) -> str:
    """To Markdown and back."""
    return parse_text(to_markdown(document)).source


def akn(document: Document) -> str:
    """To Akoma Ntoso and back."""
    from goodoffices.draft.exports.akn import from_akn, to_akn  # noqa: PLC0415  only the forms that are asked for

    return from_akn(to_akn(document)).source


EARLIER = [parse_text("")]
FORMS: dict[str, Callable[[Document], str]] = {"md": markdown, "docx": docx, "docx-tracked": tracked, "akn": akn}
"""Each gives the source that comes back."""


def generated(count: int, number: int) -> list[str]:
    """That many texts, made by the thousand: Hypothesis remembers what it made, and slows down over more."""
    found: list[str] = []
    for round_ in range(0, count, _THOUSAND):
        found += _made(min(_THOUSAND, count - round_), number * count + round_)
    return found


_THOUSAND = 1000


def _made(count: int, number: int) -> list[str]:
    found: list[str] = []

    @seed(number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(sketches())
    def gather(sketch: Sketch) -> None:
        found.append(write_sketch(sketch))

    gather()
    return found


def measure(form: str, sources: list[str]) -> tuple[int, float, str]:
    """Failures, seconds, and the first text that did not come back."""
    failed, first, start = 0, "", time.perf_counter()
    for source in sources:
        if FORMS[form](parse_text(source)) != source:
            failed, first = failed + 1, first or source
    return failed, time.perf_counter() - start, first


def main() -> None:
    """Print a line for each form."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--texts", type=int, default=10_000)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--only", default=",".join(FORMS))
    given_ = arguments.parse_args()
    names = given_.only.split(",")
    start = time.perf_counter()
    sources = generated(given_.texts, given_.seed)
    characters = sum(map(len, sources))
    print(f"{stamp()}: {len(sources):,} texts, {characters:,} characters, made in {time.perf_counter() - start:.0f} s")
    print(f"{'form':16}{'failures':>10}{'seconds':>10}{'ms a text':>11}")
    for form in names:
        failed, seconds, first = measure(form, sources)
        print(f"{form:16}{failed:>10,}{seconds:>10.1f}{1000 * seconds / len(sources):>11.1f}")
        if first:
            print(f"--- the first that did not come back from {form} ---\n{first}")


if __name__ == "__main__":
    main()
