# make archive && make serve: the sample town, scraped and on show. make test: what CI runs.
PYTHON ?= python3
BIN := .venv/bin
SAMPLE := musterstadt gruene-musterstadt cdu-musterstadt musterhausen

.PHONY: archive serve test lint types bench eval clean

archive: .venv/.ready
	$(BIN)/ratsarchiv sample -- $(BIN)/ratsarchiv scrape $(SAMPLE)
	@echo
	@$(BIN)/ratsarchiv status
	@echo
	@echo "archive.db is ready. Look at it:           make serve"
	@echo "Archive your own town (see README.md):     $(BIN)/ratsarchiv add https://…"

serve: .venv/.ready
	$(BIN)/ratsarchiv serve

test: lint types
	$(BIN)/python -m pytest --numprocesses auto

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.ready
	$(BIN)/mypy

bench: .venv/.ready
	$(BIN)/python -m benchmarks.dates
	$(BIN)/python -m benchmarks.oparl
	$(BIN)/python -m benchmarks.council_pages
	$(BIN)/python -m benchmarks.documents

# CORPUS=DIR names another folder of minutes with their results.
eval: .venv/.ready
	$(BIN)/python -m evaluation $(if $(CORPUS),--corpus $(CORPUS))

clean:
	rm -rf .venv build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis

# One stamp for the environment: it is brought up to date when the project's files ask for something else.
.venv/.ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	touch $@
