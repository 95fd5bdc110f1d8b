"""Teach three layers which issue marked words are about, from the answers of six and from what annotators marked.

    pip install torch transformers onnx onnxruntime onnxscript
    python bench/issue_encoder.py BASE_FOLDER -o TEACHER_FOLDER        # six layers, taught issues alone
    python bench/sentence_encoder.py BASE_FOLDER --keep CHECKPOINT     # six layers, taught issues and tellings
    python bench/issue_student.py BASE_FOLDER TEACHER_FOLDER CHECKPOINT [--epochs 5] [--layers 0,2,5] [-o FOLDER]

A small model that learns from a large one's answers (Hinton et al. 2015) hears more than what is right: how likely the
rest is. It starts from layers that know issues and tellings, so that none is learnt anew, and is asked, beside the
examples of `bench/issue_encoder.py`, about all claims that the reader finds in the clusters to work on and in the
development part of PolNeAR where that is at hand, and about their own words alone in a short sentence; of these only
the teacher's answer counts. After each epoch it prints how many claims of `calibrate`, from which nothing is learnt,
have a right issue. A quarter of an hour on two cores, with numbers of 16 bits. The weights carried were taught with the
same steps by a script before this one, on 24 November 2026.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from issue_encoder import HERE, Example, Taught, claims_of, example, missed, passages, sentences_of, share_right
from teaching import BATCH, OUT, descend, padded, write

from goodoffices.read import kinds, read_report
from goodoffices.read.context import Context
from goodoffices.read.ingest import ingest
from goodoffices.read.kinds.claims import Claim
from goodoffices.read.kinds.likely_issue import marked
from goodoffices.record import Report, issues, make_report

POLNEAR = HERE.parent.parent.parent / "shared" / "reading" / "polnear-dev.jsonl"
RATE, RATE_OF_HEAD = 1.5e-4, 7e-4
MARKED, ANSWERED = 0.5, 1.0
"""What the issues that annotators marked count, and what the teacher's answers do."""
SHORT = 12
"""Words of a claim that is also asked about by itself."""
WHO = ["Chad", "Japan", "Sudan", "Oman", "Kenya", "Spain", "Togo", "Peru", "Iran", "Ghana"]
DOES = ["proposed", "wants", "rejected", "accepted", "promised", "demanded"]
Key = tuple[tuple[int, ...], tuple[int, ...]]


def reports() -> Iterator[Report]:
    """The texts in which the reader looks for claims."""
    yield from (each for each in ingest([HERE / "clusters" / "work"]) if isinstance(each, Report))
    if POLNEAR.exists():
        for line in POLNEAR.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            yield make_report(one["text"], path=one["id"], title=one["id"], language="en")


def asked() -> Iterator[Example]:
    """What the reader asks, or would if it were never sure, and the same words in a short sentence."""
    found: list[Example] = []
    module = kinds.positions
    told = module.with_likely_issue

    def noted(context: Context, claim: Claim) -> Claim:
        text, start, end = marked(context, claim)
        found.append(example(text, start, end, []))
        core = text[start:end]
        if core.strip() and len(core.split()) <= SHORT:
            opening = f" {WHO[len(found) % len(WHO)]} {DOES[len(found) % len(DOES)]} "
            found.append(example(f"{opening}{core}.", len(opening), len(opening) + len(core), []))
        return told(context, claim)

    module.with_likely_issue = noted
    try:
        for report in reports():
            read_report(report)
    finally:
        module.with_likely_issue = told
    yield from {key(one): one for one in found}.values()


def key(one: Example) -> Key:
    """What two examples that ask the same have in common."""
    return tuple(one.pieces), tuple(one.marks)


def answers(teacher: Path, examples: Sequence[Example]) -> Mapping[Key, torch.Tensor]:
    """The logs of probabilities that the teacher gives, for each thing that is asked."""
    session = onnxruntime.InferenceSession(teacher.read_bytes(), providers=["CPUExecutionProvider"])
    told = {}
    for each in {key(one): one for one in examples}:
        pieces, marks = (np.array([row], dtype=np.int64) for row in each)
        told[each] = torch.tensor(session.run(None, {"pieces": pieces, "marks": marks})[0][0])
    return told


def student(base: Path, checkpoint: Path, layers: Sequence[int]) -> Taught:
    """A model with some of the layers of one that was taught issues and tellings."""
    model = Taught(base)
    learnt = torch.load(checkpoint)
    model.load_state_dict({name: weights for name, weights in learnt.items() if not name.startswith("tells")})
    model.base.encoder.layer = torch.nn.ModuleList([model.base.encoder.layer[n] for n in layers])
    model.base.config.num_hidden_layers = len(layers)
    return model


def teach(model: Taught, examples: list[Example], told: Mapping[Key, torch.Tensor], epochs: int) -> None:
    """Come near to what is marked and to what the teacher answers, and print how it goes."""
    held = [one for folder in sorted((HERE / "clusters" / "calibrate").iterdir()) for one in claims_of(folder)]

    def loss_of(batch: Sequence[Example]) -> torch.Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logs = model(*padded(batch)).float()
        right = [missed(each, one.right) for each, one in zip(logs, batch, strict=True) if one.right]
        wanted = torch.stack([told[key(one)] for one in batch])
        apart = (wanted.exp() * (wanted - logs)).sum()
        return (MARKED * torch.stack([*right, logs.sum() * 0]).sum() + ANSWERED * apart) / BATCH

    rates = {RATE: [*model.base.parameters()], RATE_OF_HEAD: [*model.head.parameters()]}
    for epoch in descend(model, rates, examples, loss_of, epochs):
        print(f"epoch {epoch}: {share_right(model, held):.3f} of {len(held)} claims of calibrate right", flush=True)


def main() -> int:
    """Teach and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("base", "teacher", "checkpoint"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--layers", default="0,2,5")
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    folders = sorted((HERE / "clusters" / "work").iterdir())
    examples = [one for folder in folders for finds in (claims_of, sentences_of) for one in finds(folder)]
    examples += [*passages(), *asked()]
    model = student(chosen.base, chosen.checkpoint, [int(n) for n in chosen.layers.split(",")])
    teach(model, examples, answers(chosen.teacher / "issues.onnx", examples), chosen.epochs)
    told = {"issues": " ".join(issues()), "made_by": "bench/issue_student.py"}
    write(model, chosen.out / "issues.onnx", "logs", told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
