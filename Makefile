# Two commands: «make run» to use it, «make test» to check it. Windows needs no make: see docs/huong-dan.md.
PYTHON ?= python3.11
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test setup

run: setup
	$(BIN)/tracuu ingest corpus/documents
	$(BIN)/tracuu serve

test: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

setup: .venv/installed
	$(BIN)/tracuu setup

# torch goes first and alone: resolved together with the rest, pip may choose a build of several gigabytes.
.venv/installed: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(PIP) torch==2.13.0
	$(PIP) --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch .venv/installed
