# Hai lệnh: «make run» để chạy, «make test» để kiểm tra. Windows không cần make: xem docs/huong-dan.md.
PYTHON ?= python3.11
BIN := .venv/bin

.PHONY: run test setup

run: setup
	$(BIN)/tracuu ingest corpus/documents
	$(BIN)/tracuu serve

test: setup
	$(BIN)/python -m tests.checks

setup: .venv/installed
	$(BIN)/tracuu setup

.venv/installed: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch .venv/installed
