"""How fast tables leave as files: 200,000 positions of 34 columns, streamed, with the memory that it takes on top.

python bench/tables.py [ROWS]
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from goodoffices.desk.tables import Row, Table, csv_parts, json_parts, layout, make_table, write_xlsx
from goodoffices.record import Marking

FORMS = ("csv", "json", "xlsx")
ROWS = 200_000
WORDS = "The delegation said that it would accept observers on the river once the guns had been silent for thirty days."


def table() -> Table:
    """The head of the table of positions."""
    columns = layout("positions").columns
    return make_table("positions", "Positions", columns, [], audience=Marking.RED, marking=Marking.RED)


def rows(head: Table, number: int) -> Iterator[Row]:
    """Make rows one by one, with cells as long as they are in a case."""
    filled = {
        "text": WORDS[:24],
        "number": 3,
        "flag": True,
        "list": ("f-aaaaaaaaaaaaaaaa",),
        "id": "f-aaaaaaaaaaaaaaaa",
    }
    for each in range(number):
        cells = [filled.get(column.type) for column in head.columns]
        cells[0] = f"f-{each:016d}"
        cells[head.place("quote")] = cells[head.place("says")] = WORDS
        yield tuple(cells)


def measure(form: str, number: int) -> None:
    """Write the table in one form, and print seconds, size and memory."""
    head = table()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    if form == "xlsx":
        file = io.BytesIO()
        write_xlsx(head, file, rows(head, number))
        size = file.tell()
    else:
        parts = {"csv": csv_parts, "json": json_parts}[form]
        size = sum(len(part) for part in parts(head, rows(head, number)))
    seconds = time.process_time() - start
    grown_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    told = f"{form:5} {number:,} rows: {seconds:5.1f} s of one core, {size / 1e6:6.1f} MB"
    print(f"{told}, {grown_mb:5.1f} MB of memory on top")


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in FORMS:
        measure(sys.argv[1], int(sys.argv[2]))
    else:
        count = sys.argv[1] if sys.argv[1:] else str(ROWS)
        for each in FORMS:  # each in a process of its own: memory that was taken is not given back
            subprocess.run([sys.executable, __file__, each, count], check=True)
