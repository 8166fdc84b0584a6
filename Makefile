# `make demo` and `make test` do everything from a fresh clone: all they need is Python 3.11 or newer.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
NIGHT := demo-out/night.db

.PHONY: help demo test lint bench lexicon clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

demo: $(VENV)/.runtime ## read the example documents of one night and show what they claim
	@rm -rf demo-out && mkdir demo-out
	@echo "— Reading seven documents of one night into a ledger —"
	@$(BIN)/purport read examples/one-night --ledger $(NIGHT)
	@echo
	@echo "— What they claim —"
	@$(BIN)/purport claims --ledger $(NIGHT)
	@echo
	@echo "— The ledger: who was read —"
	@$(BIN)/purport sources --ledger $(NIGHT)
	@$(BIN)/purport documents --ledger $(NIGHT)
	@sed 's|@BIN@|$(BIN)|; s|@LEDGER@|$(NIGHT)|' examples/next.txt

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

clean: ## remove what was made here
	rm -rf .venv demo-out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The environment's stamps: made again when what is to be installed changes.
$(VENV)/.runtime: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/.runtime

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Purport needs Python 3.11 or newer; name one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
