"""What bad input costs: each kind is read beside a good report, in a process of its own, and timed and weighed.

Run it with ``python bench/robustness.py``; ``--only table`` takes the kinds whose name holds a word. It ends with
status 1 where one takes more than 10 s of processor time or 1 GiB, crashes, or keeps the good report from being read.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from hostile import COSTLY, prose

LIMIT_SECONDS = 10.0
LIMIT_MB = 1024.0
PATIENCE_SECONDS = 120.0
GOOD = (
    "Envoys of Armenia and Azerbaijan met in Munich on Tuesday. Armenia said it rejects foreign troops on its border."
)


def _zip(name: str, data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(name, data)
    return packed.getvalue()


def _laughs() -> str:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    body = "<rss><channel><item><title>&l9;</title><description>&l9;</description></item></channel></rss>"
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "laugh">{entities}]>{body}'


def _rows(sign: str) -> str:
    rows = (f"{sign}Point {n}{sign}Iran rejects point {n}{sign}Israel demands it{sign}" for n in range(10_000))
    head = "| Issue | Iran | Israel |\n|---|---|---|\n" if sign == "|" else ""
    return head + "\n".join(rows)


def _random_bytes(size: int) -> bytes:
    return random.Random(2).randbytes(size)  # noqa: S311  the same bytes each time


def _broken_pdf() -> bytes:
    return b"%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Kids [2 0 R] /Count 9" + b"9" * 500


BAD: dict[str, Callable[[], str | bytes]] = {
    "binary.bin": lambda: _random_bytes(1_000_000),
    "binary.txt": lambda: _random_bytes(1_000_000),
    "fifty-megabytes.txt": lambda: prose(1_000_000) * 50,
    "a-million-characters.txt": lambda: prose(1_000_000),
    "one-paragraph.txt": lambda: prose(1_000_000).replace("\n\n", " "),
    "one-sentence-without-end.txt": lambda: " ".join(prose(900_000).replace(".", "").lower().split()),
    "one-sentence.txt": lambda: "The envoy of Iran said that talks with Israel would resume on Monday.",
    "one-word-a-million-times.txt": lambda: "ceasefire " * 1_000_000,
    "one-word-below-the-limit.txt": lambda: "ceasefire " * 4_900,
    "two-hundred-words-without-a-space.txt": lambda: "\n".join("a-" * 5_000 for _ in range(90)),
    "ruled-lines.txt": lambda: f"Iran rejects the plan. {'_' * 200_000} Israel demands a ceasefire. {'=-' * 100_000}",
    "quotation-marks.txt": lambda: "“he said \" ‘that' " * 40_000 + prose(2_000),
    "brackets.txt": lambda: "([{<" * 100_000 + prose(20_000),
    "chain-of-names.txt": lambda: "Iran, Israel, Armenia and the minister of the council of " * 15_000 + prose(50_000),
    "blank-lines.txt": lambda: "\n\n".join(prose(400_000).split()),
    "table.md": lambda: _rows("|"),
    "table-with-tabs.txt": lambda: _rows("\t"),
    "wide-table.md": lambda: "| a | " + "Iran | " * 30_000 + "\n|" + "---|" * 30_001 + "\n| b | " + "no | " * 30_000,
    "list.txt": lambda: "\n".join(f"{'  ' * (n % 40)}- Iran must withdraw from village {n}" for n in range(10_000)),
    "broken.pdf": _broken_pdf,
    "cut-short.docx": lambda: _zip("word/document.xml", prose(100_000).encode())[:9_000],
    "zip-bomb.docx": lambda: _zip("word/document.xml", b"<w:t>" + b" " * 1_000_000_000),
    "entity-bomb.xml": _laughs,
    "entity-bomb.html": lambda: _laughs().replace("rss", "html"),
    "scripts.html": lambda: f"<html><body><script>{'alert(1);' * 50_000}</script><p>{GOOD}</p></body></html>",
    "deep.html": lambda: "<html><body>" + "<div>" * 200_000 + GOOD,
    "mixed-encodings.txt": lambda: (
        "Zażółć. ".encode() * 50 + "Zürich, Škofja, naïve. ".encode("cp1252", "replace") * 50
    ),
    "right-to-left.txt": lambda: "المفاوضات مستمرة في مسقط وقال الوزير إن الجولة التالية ستعقد قريبا. " * 100,
    "right-to-left-marks.txt": lambda: prose(50_000).replace(" ", " \u202e"),
    "control-characters.txt": lambda: "".join(chr(n % 32) for n in range(100_000)),
    "some-control-characters.txt": lambda: prose(60_000).replace("ceasefire", "cease\x07fire\x1b[2J"),
    "combining-marks.txt": lambda: prose(3_000) + "a" + "\u0301" * 300_000,
    "deep.jsonl": lambda: "[" * 500_000 + "\n" + json.dumps({"text": GOOD}),
    "endless-line.csv": lambda: "text,title\n" + '"' + "a," * 2_000_000,
    "deep.eml": lambda: "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000)),
    "subject.eml": lambda: f"Subject: {'=?utf-8?q?a?= ' * 50_000}\n\n{GOOD}",
    "brackets.eml": lambda: f"Subject: a\nFrom: {'(' * 3_000}\n\n{GOOD}",
    "parts.eml": lambda: "Content-Type: multipart/mixed; boundary=b\n\n" + f"--b\n\n{GOOD}\n" * 50_000,
    **{f"{name}.txt": (lambda make=make, times=times: make(times)) for name, (make, times) in COSTLY.items()},
}
"""Name of a file -> what is in it."""

CHILD = """
import json, resource, sys, time
from goodoffices.read import readings
from goodoffices.record import Rejection
for path in sys.argv[1:]:
    started = time.process_time()
    for read in readings([path]):
        lost = isinstance(read, Rejection)
        said = [read.reason] if lost else [each.reason for each in read.rejections if each.what == read.report.path]
        print(json.dumps({"path": path, "statements": -1 if lost else len(read.statements), "said": said,
            "seconds": time.process_time() - started,
            "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""
"""Reads files one after the other and says what came of each."""


def write_bad(folder: Path, names: list[str]) -> Iterator[Path]:
    """Write the kinds of bad input that are named, one file each."""
    for name in names:
        content = BAD[name]()
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        yield path


def measure(paths: list[Path], limit_bytes: int | None = None) -> list[dict[str, object]]:
    """Read files in one process of their own.

    Args:
        paths: The files, read one after the other.
        limit_bytes: Address space that the process may have, or None.

    Returns:
        What came of each report: its statements (-1 where it was not taken), what was said, seconds of processor time
        since its file was begun, and the most memory so far in MB.
    """
    import resource  # noqa: PLC0415  POSIX

    def limit() -> None:
        if limit_bytes:
            resource.setrlimit(resource.RLIMIT_AS, (limit_bytes, limit_bytes))

    command = [sys.executable, "-c", CHILD, *map(str, paths)]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    run = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
        preexec_fn=limit,
        env=environment,
    )
    if run.returncode:
        sys.stderr.write(run.stderr[-2_000:])
    return [json.loads(line) for line in run.stdout.splitlines()]


def main() -> int:
    """Measure each kind and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="measure the kinds whose name holds this")
    only = parser.parse_args().only
    failed = 0
    print(f"{'input':40} {'seconds':>8} {'MB':>6}  what came of it")
    with tempfile.TemporaryDirectory() as name:
        good = Path(name, "good.txt")
        good.write_text(GOOD, encoding="utf-8")
        for path in write_bad(Path(name), [each for each in BAD if only in each]):
            started = time.perf_counter()
            came = measure([path, good])
            bad = [each for each in came if each["path"] == str(path)]
            kept = any(each["path"] == str(good) and each["statements"] != -1 for each in came)
            seconds = max((float(str(each["seconds"])) for each in bad), default=time.perf_counter() - started)
            size = max((float(str(each["mb"])) for each in bad), default=0.0)
            fine = bool(bad) and kept and seconds <= LIMIT_SECONDS and size <= LIMIT_MB
            failed += not fine
            print(f"{path.name:40} {seconds:8.1f} {size:6.0f}  {'' if fine else 'FAILED '}{_outcome(bad)}")
            path.unlink()
    return 1 if failed else 0


def _outcome(came: list[dict[str, object]]) -> str:
    if not came:
        return "crashed"
    read = [each for each in came if each["statements"] != -1]
    said = [str(reason) for each in came for reason in each["said"]]  # type: ignore[attr-defined]  # it is a list
    return "; ".join([*(f"{each['statements']} statements" for each in read[:2]), *said[:2]])[:150]


if __name__ == "__main__":
    sys.exit(main())
