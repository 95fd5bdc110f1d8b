"""Pin every dependency with its hashes: requirements.lock (to run) and requirements-dev.lock (to test and build)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"requirements.lock": "build", "requirements-dev.lock": "dev"}
"""Lock file -> the dependency group that it holds beside the program's own dependencies."""

HEAD = "# Written by `make lock` from pyproject.toml, for every system and Python 3.11 or later. Do not edit.\n"


def pin(group: str) -> str:
    """Resolve the program's dependencies with the workbench's, and one dependency group, for every system and Python.

    Args:
        group: A name from `[dependency-groups]` in pyproject.toml.

    Returns:
        The lines of a requirements file, each pin with its hashes and none with an address.
    """
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--group", group, "--extra", "web"]
    command += ["--universal"]
    command += ["--python-version", "3.11", "--upgrade", "--quiet", "--no-header"]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Write both locks; the dev lock keeps to the versions of the other by resolving the same file."""
    for name, group in LOCKS.items():
        text = HEAD + pin(group)
        (ROOT / name).write_text(text, encoding="utf-8")
        pins = sum("==" in line and not line.startswith((" ", "#")) for line in text.splitlines())
        print(f"{name}: {pins} pins")


if __name__ == "__main__":
    main()
