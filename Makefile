PYTHON ?= python3
BIN := .venv/bin

.PHONY: archive serve test lint types bench clean

# one stamp: the environment is made again when the project's files ask for something else
.venv/.ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	touch $@
