"""The measures of attribution, on the half of the development articles that nothing is tuned on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT.parent / "shared" / "reading" / "polnear-dev.jsonl"


@pytest.mark.slow
@pytest.mark.skipif(not DATA.exists(), reason="the development data is not beside the project")
def test_the_measures_hold_on_the_checking_half() -> None:
    """Recall, precision and sources stay where they have been reached."""
    script = ROOT / "bench" / "attribution.py"
    run = subprocess.run([sys.executable, script, "--json"], capture_output=True, text=True, check=True)
    figures = json.loads(run.stdout)["check: reader"]
    assert figures["recall"] >= 0.70
    assert figures["direct"] >= 0.96
    assert figures["mixed"] >= 0.80
    assert figures["indirect"] >= 0.60
    assert figures["precision"] >= 0.745
    assert figures["source"] >= 0.88
