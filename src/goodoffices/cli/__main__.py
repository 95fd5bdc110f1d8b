"""`python -m goodoffices.cli` is `goodoffices`."""

from . import main

main(prog_name="goodoffices")
