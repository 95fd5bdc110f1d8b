"""The program as ``python -m goodoffices``."""

from goodoffices.cli import main

if __name__ == "__main__":
    main(prog_name="goodoffices")
