# What a person types here; each target says what it does. `make` alone lists them.
#
# Settings: PYTHON=python3.12 takes that Python; VENV=dir puts the environment elsewhere; SYSTEM=no leaves apt alone;
# ARGS="-k dates" goes to pytest; JOBS=0 runs the tests in one process, else in one for each core, three at most.

VENV ?= .venv
SYSTEM ?= yes
ARGS ?=
JOBS ?= auto
BENCHES ?= dates duplicates attribution events speed robustness
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check -qq

# The first Python that runs and is 3.11 or later.
PYTHON ?= $(shell for each in python3.13 python3.12 python3.11 python3 python; do \
	"$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$each" && break; done)

.DEFAULT_GOAL := help
.PHONY: help demo test lint types contract check bench wheel docs-reference lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.run ## set everything up and write brief.html from the example reports
	@echo "Reading the reports in examples/paris ..."
	@$(BIN)/goodoffices brief examples/paris -o brief.html
	@echo "Open it in a browser: $(CURDIR)/brief.html"

test: $(VENV)/.dev ## set everything up and run every test
	@SYSTEM=$(SYSTEM) sh tools/install_system.sh
	@echo "Running the tests ..."
	@$(BIN)/python -m pytest -n $(JOBS) --maxprocesses 3 --dist loadfile --no-loadscope-reorder $(ARGS)

lint: $(VENV)/.dev ## check style and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.dev ## check the types
	$(BIN)/mypy

contract: $(VENV)/.dev ## check that the rooms import downward only
	$(BIN)/lint-imports

check: lint types contract ## lint, types and contract

bench: $(VENV)/.dev ## measure accuracy and speed
	@for each in $(BENCHES); do echo "== $$each"; $(BIN)/python bench/$$each.py || exit 1; done

wheel: $(VENV)/.dev ## build the wheel into dist/
	@rm -rf dist
	$(BIN)/python -m build --wheel --no-isolation

docs-reference: $(VENV)/.dev ## write docs/reference/cli.md from the commands
	$(BIN)/python tools/write_cli_reference.py

lock: $(VENV)/.dev ## pin every dependency anew, with hashes
	$(BIN)/python tools/write_locks.py

clean: ## remove the environment and everything that was made
	rm -rf $(VENV) dist build brief.html brief.json .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .bench_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# The environments. A stamp is newer than the files that it was made from; one file changed, and it is made anew.
$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Good Offices needs Python 3.11 or later, and none is on the PATH:" \
		"install one, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "$(PYTHON) is not Python 3.11 or later: name one that is, or leave PYTHON out." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) has no venv module:" \
		"install it (Debian and Ubuntu: apt-get install python3-venv) and say make again." >&2; exit 1; }
	@echo "Making the environment $(VENV) with $$($(PYTHON) --version) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the program needs (about 770 MB, pinned with hashes; a minute or two) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo "Installing what the tests need ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
