"""Learn the weights of `goodoffices.read.kinds.unlikely` from annotated reports.

    pip install scikit-learn
    python bench/unlikely_weights.py [-o unlikely_weights.json]

Every sentence of the clusters to work on is an example of each kind: it tells of a position, a meeting, a mechanism
where the gold has one in it. Words and pairs of neighbours that five sentences have, each sentence of length one;
logistic regression. Prints how well the weights tell sentences apart on `calibrate`, from which nothing is learnt.
The bounds below which a rule is refused were chosen on `calibrate` as a whole: there, and on sparse clusters more so,
leaving out what lies below them raised F1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import normalize

import goodoffices.read.kinds.unlikely as carried
from goodoffices.read.kinds.unlikely import KINDS, grams, sentence_spans

HERE = Path(__file__).parent / "reading" / "clusters"
OUT = Path(carried.__file__).parent / "data" / "unlikely_weights.json"
LISTS = {"mechanism": "mechanisms", "meeting": "meetings", "position": "positions"}
REFUSED_BELOW = {"mechanism": -4.5, "meeting": -2.5, "position": -2.5}
SEEN = 5
"""Sentences that must have a word or a pair."""
TRUST = 20.0
"""The inverse of the penalty on large weights."""


def examples(folder: Path) -> Iterator[tuple[str, list[bool]]]:
    """The sentences of a cluster, each with whether the gold has something of each kind in it."""
    gold = msgspec.json.decode((folder / "gold.json").read_bytes())
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        told = {
            kind: [
                (at := text.index(one["sentence"]), at + len(one["sentence"]))
                for one in gold[name]
                if one["report"] == path.name
            ]
            for kind, name in LISTS.items()
        }
        for start, end in sentence_spans(text):
            last = start + len(text[start:end].rstrip())
            yield text[start:end], [any(a < last and start < b for a, b in told[kind]) for kind in KINDS]


def main() -> int:
    """Learn, tell and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    work = [one for folder in sorted((HERE / "work").iterdir()) for one in examples(folder)]
    held = [one for folder in sorted((HERE / "calibrate").iterdir()) for one in examples(folder)]
    counted = CountVectorizer(analyzer=lambda sentence: sorted(grams(sentence)), min_df=SEEN, binary=True)
    learnt = normalize(counted.fit_transform([text for text, _ in work]).astype(float))
    unseen = normalize(counted.transform([text for text, _ in held]).astype(float))
    starts, columns = [], []
    for n, kind in enumerate(KINDS):
        model = LogisticRegression(C=TRUST, max_iter=500).fit(learnt, [told[n] for _, told in work])
        area = roc_auc_score([told[n] for _, told in held], model.decision_function(unseen))
        print(f"{kind}: area under the curve on calibrate {area:.3f}, {len(work)} sentences learnt from")
        starts.append(round(float(model.intercept_[0]), 2))
        columns.append(np.round(model.coef_[0], 2))
    names = counted.get_feature_names_out()
    weights = {name: [float(column[n]) for column in columns] for n, name in enumerate(names)}
    kept = {"start": starts, "refused_below": [REFUSED_BELOW[kind] for kind in KINDS], "weights": weights}
    chosen.out.write_bytes(msgspec.json.encode(kept) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
