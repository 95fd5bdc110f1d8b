"""States on made-up contracts against a slow reference: python bench/watch_state.py [CONTRACTS].

Prints how many contracts agree, how many chase themselves in a circle (both must say so), and the seconds.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "watch"))

from test_watch_course import compare, compare_rich


def main() -> None:
    """Compare, and print a line for each kind of contract."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    for words, agrees in (("contracts", compare), ("contracts with all that a log can hold", compare_rich)):
        start = time.perf_counter()
        settled = sum(agrees(seed) for seed in range(many))
        seconds = time.perf_counter() - start
        circles = many - settled
        print(
            f"{many:,} {words}: the same states and changes; {circles} in a circle, and both say so; {seconds:.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
