"""What the benches that teach a transformer share: batches, the descent, and how a model is written.

`bench/issue_encoder.py` and `bench/sentence_encoder.py` each bring a model, its examples and its loss.
"""

from __future__ import annotations

import argparse
import math
import random
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

__all__ = ["BATCH", "DROPPED", "OUT", "WIDTH", "Marked", "chosen_by", "descend", "mean_of_marked", "padded", "write"]

OUT = Path(__file__).parent.parent / "src/goodoffices/read/encoder/data"
BATCH = 32
WARM = 0.1
"""Of the steps: as long the rate rises, then it falls to nothing."""
DROPPED = 0.1
WIDTH = 384
"""Of the vectors of the base model."""


class Marked(Protocol):
    """Pieces by number, and which of them are asked about."""

    @property
    def pieces(self) -> list[int]:
        """Their numbers."""

    @property
    def marks(self) -> list[int]:
        """1 where they are asked about, else 0."""


E = TypeVar("E", bound=Marked)


def mean_of_marked(
    base: torch.nn.Module, pieces: torch.Tensor, marks: torch.Tensor, present: torch.Tensor | None
) -> torch.Tensor:
    """The mean vector of the marked pieces of each text, of shape (texts, `WIDTH`)."""
    present = torch.ones_like(pieces) if present is None else present
    vectors = base(input_ids=pieces, attention_mask=present, token_type_ids=marks).last_hidden_state
    each = marks.unsqueeze(-1).to(vectors.dtype)
    mean: torch.Tensor = (vectors * each).sum(1) / each.sum(1)
    return mean.float()


def padded(examples: Sequence[Marked]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Pieces, marks and presence of some examples, each of shape (examples, pieces)."""
    most = max(len(one.pieces) for one in examples)
    rows = [[*one.pieces, *[0] * (most - len(one.pieces))] for one in examples]
    marks = [[*one.marks, *[0] * (most - len(one.marks))] for one in examples]
    present = [[1] * len(one.pieces) + [0] * (most - len(one.pieces)) for one in examples]
    return torch.tensor(rows), torch.tensor(marks), torch.tensor(present)


def descend(
    model: torch.nn.Module,
    rates: Mapping[float, Sequence[torch.nn.Parameter]],
    examples: Sequence[E],
    loss_of: Callable[[Sequence[E]], torch.Tensor],
    epochs: int,
) -> Iterator[int]:
    """Minimise a loss (AdamW).

    Args:
        model: What is taught.
        rates: Highest rate of learning -> the parameters that have it.
        examples: What is learnt from, each once an epoch, in batches of like length.
        loss_of: The loss of a batch.
        epochs: How often.

    Yields:
        The number of each epoch, behind it.
    """
    parts = [{"params": [*parameters], "lr": rate} for rate, parameters in rates.items()]
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
            loss_of(batch).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            descent.step()
            slow.step()
        yield epoch + 1


def write(model: torch.nn.Module, path: Path, answer: str, told: Mapping[str, str]) -> None:
    """Write a model with weights of eight bits, one scale a column.

    Args:
        model: It takes pieces and marks.
        path: The file.
        answer: What its answer is called.
        told: What is kept with it, by name.
    """
    model.eval()
    names = {"pieces": {1: "n"}, "marks": {1: "n"}}
    sample = (torch.ones((1, 8), dtype=torch.long), torch.ones((1, 8), dtype=torch.long))
    with tempfile.TemporaryDirectory() as room:
        whole = Path(room) / "whole.onnx"
        given: dict[str, Any] = {"input_names": [*names], "output_names": [answer], "dynamic_axes": names}
        torch.onnx.export(model, sample, whole, **given, dynamo=False, opset_version=17)
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    kept = onnx.load(path)
    onnx.helper.set_model_props(kept, told)
    onnx.save(kept, path)


def chosen_by(description: str | None) -> argparse.Namespace:
    """What stands on the command line: the base, the epochs, a checkpoint, where to write."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--keep", type=Path, help="a file for the weights as learnt; if it is there, they are taken")
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    return parser.parse_args()
