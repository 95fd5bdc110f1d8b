"""Near-duplicates: copies of one report that were edited, cut or given another title.

A copy is no second source. Each text becomes the set of its three-word shingles; MinHash signatures [1] of the whole
set and of its opening (a copy is mostly cut from its end), banded [2], propose pairs; a pair is one of copies where
enough of the smaller set is in the larger one. Reports on one event share names and quotations, but not most of their
shingles.

[1] A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997.
[2] J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive Datasets", 3rd ed., section 3.4.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Report

if TYPE_CHECKING:
    import numpy as np
    from datasketch import MinHash
    from numpy.typing import NDArray

__all__ = ["near_duplicates"]

_WORD = re.compile(r"\w+")
_SHINGLE_WORDS = 3
_OPENING_WORDS = 150
_WHOLE_BANDS = 85
_OPENING_BANDS = 40
_BAND_ROWS = 3
"""85 bands of 3 rows propose a pair of Jaccard similarity 0.3 with probability 0.9, one of 0.02 with 0.0007."""
_CONTAINED = 0.45
"""Share of the smaller set that must be in the larger one: 0.45 is left where one word in four is changed."""
_SHORT_SHINGLES = 40
_SHORT_CONTAINED = 0.75
"""In a flash of a line or two the names of the parties alone are half of it, so more must agree."""
_CHUNK = 4_096
_LARGE_GROUP = 40
_LAST_DAY = dt.date.max


class _Sketch(msgspec.Struct, frozen=True, eq=False):
    """What is kept of a report: about 4 kB and 4 bytes a word."""

    id: str
    published: dt.date
    shingles: NDArray[np.uint32]
    bands: NDArray[np.uint64]


def near_duplicates(reports: Iterable[Report]) -> dict[str, str]:
    """Find the reports that are copies of another one.

    Args:
        reports: Any number; each is looked at once and not kept.

    Returns:
        Id of a copy -> id of the report that stands for all copies: the one published first, then the one with the
        smallest id (a report without a day comes after those with one). The same for any order of `reports`.
    """
    sketches = _sketch(reports)
    parents = list(range(len(sketches)))
    for one, other in _pairs(sketches):
        first, second = sorted((_root(parents, one), _root(parents, other)))
        if first != second and _copies(sketches[one], sketches[other]):
            parents[second] = first
    return {sketch.id: sketches[root].id for at, sketch in enumerate(sketches) if (root := _root(parents, at)) != at}


def _sketch(reports: Iterable[Report]) -> list[_Sketch]:
    """Sketch each report, sorted so that the one that stands for its copies comes before them."""
    from datasketch import MinHash  # noqa: PLC0415  brings scipy, so only where copies are looked for

    blank = MinHash(num_perm=_WHOLE_BANDS * _BAND_ROWS, hashfunc=int)
    sketches = {report.id: _sketch_one(report, blank) for report in reports}
    return sorted(sketches.values(), key=lambda sketch: (sketch.published, sketch.id))


def _sketch_one(report: Report, blank: MinHash) -> _Sketch:
    import numpy as np  # noqa: PLC0415  as above

    shingles = _shingles(report.text)
    whole = _signature(shingles, blank).reshape(_WHOLE_BANDS, _BAND_ROWS)
    opening = _signature(shingles[:_OPENING_WORDS], blank).reshape(_WHOLE_BANDS, _BAND_ROWS)[:_OPENING_BANDS]
    return _Sketch(
        id=report.id,
        published=report.published or _LAST_DAY,
        shingles=np.unique(shingles),
        bands=np.concatenate([_folded(whole), _folded(opening)]),
    )


def _shingles(text: str) -> NDArray[np.uint32]:
    """Hash every three words in a row, in the order of the text; a shorter text is one shingle."""
    import numpy as np  # noqa: PLC0415  as above

    words = np.array(
        [zlib.crc32(word.encode("utf-8", "replace")) for word in _WORD.findall(text.casefold())], np.uint64
    )
    short = max(0, _SHINGLE_WORDS - len(words))
    words = np.concatenate([words, np.zeros(short, np.uint64)])
    mixed = np.zeros(len(words) - _SHINGLE_WORDS + 1, np.uint64)
    for at in range(_SHINGLE_WORDS):
        mixed = (mixed * np.uint64(0x9E3779B97F4A7C15)) ^ words[at : len(words) - _SHINGLE_WORDS + 1 + at]
        mixed ^= mixed >> np.uint64(29)
    return (mixed >> np.uint64(16)).astype(np.uint32)


def _signature(shingles: NDArray[np.uint32], blank: MinHash) -> NDArray[np.uint32]:
    """MinHash in chunks, so that memory does not grow with the length of the text."""
    sketch = blank.copy()
    for start in range(0, len(shingles), _CHUNK):
        sketch.update_batch(shingles[start : start + _CHUNK].tolist())
    values: NDArray[np.uint32] = sketch.hashvalues
    return values


def _folded(bands: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """One number a band."""
    import numpy as np  # noqa: PLC0415  as above

    folded = np.zeros(len(bands), np.uint64)
    for column in bands.T.astype(np.uint64):
        folded = (folded ^ column) * np.uint64(0x9E3779B97F4A7C15)
        folded ^= folded >> np.uint64(32)
    return folded


def _pairs(sketches: list[_Sketch]) -> Iterator[tuple[int, int]]:
    """Propose each pair of reports that agree in a band, once; in a large group each with its first two alone."""
    import numpy as np  # noqa: PLC0415  as above

    if not sketches:
        return
    seen: set[tuple[int, int]] = set()
    table = np.stack([sketch.bands for sketch in sketches])
    for band in table.T:
        order = np.argsort(band, kind="stable")
        edges = np.flatnonzero(np.diff(band[order])) + 1
        for group in np.split(order, edges):
            if len(group) > 1:
                fresh = set(_within(group.tolist())) - seen
                seen |= fresh
                yield from sorted(fresh)


def _within(group: list[int]) -> Iterator[tuple[int, int]]:
    heads = group if len(group) <= _LARGE_GROUP else group[:2]
    for number, one in enumerate(heads):
        for other in group[number + 1 :]:
            yield one, other


def _copies(one: _Sketch, other: _Sketch) -> bool:
    import numpy as np  # noqa: PLC0415  as above

    shared = len(np.intersect1d(one.shingles, other.shingles, assume_unique=True))
    smaller = min(len(one.shingles), len(other.shingles))
    return shared >= (_SHORT_CONTAINED if smaller < _SHORT_SHINGLES else _CONTAINED) * smaller


def _root(parents: list[int], at: int) -> int:
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = parents[at]
    return at
