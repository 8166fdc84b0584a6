# `make demo` and `make test` do everything from a fresh clone: all they need is Python 3.11 or newer.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: help demo test lint bench lexicon web docs clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{ printf "  %-14s%s\n", $$1, $$2 }'

demo: $(VENV)/.runtime ## read the example documents of one night and show what they claim
	@sh tools/demo.sh $(BIN)

test: $(VENV)/.dev lint ## lint, types, layers and the test suite
	$(BIN)/pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: $(VENV)/.dev ## the speed of reading beside that of named peers
	$(BIN)/python bench/reading.py

lexicon: $(VENV)/.dev ## generate the inflected forms of the lexicons again
	$(BIN)/python tools/build_lexicon.py

web: ## check the desk's pages and build them (needs Node 20 or newer)
	cd web && npm ci --no-audit --no-fund && npm run check && npm run build

docs: $(VENV)/.dev ## run the console examples of the documentation again
	$(BIN)/python tools/console_examples.py

clean: ## remove what was made here
	rm -rf .venv demo-out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The environment's stamps: made again when what is to be installed changes.
$(VENV)/.runtime: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[server]'
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/.runtime

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Purport needs Python 3.11 or newer; name one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
