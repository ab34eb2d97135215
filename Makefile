# Rolecall: everything a person or CI does, one word each. `make help` lists it.
PYTHON ?= python3
BIN := .venv/bin
export HF_HUB_OFFLINE := 1
export TOKENIZERS_PARALLELISM := false

.PHONY: help install run demo test test-programs faults check format bench train clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

install: .venv/.installed ## make the environment, install, prepare the embedding model

.venv/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rolecall needs Python 3.11 or newer; set PYTHON=...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing (this takes a few minutes the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt torch
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m retrieval.adapters.export
	@touch $@

run: install ## serve the bot on http://127.0.0.1:8000
	@$(BIN)/rolecall run

demo: install ## play the whole story in the terminal
	@$(BIN)/rolecall demo

test: install ## run the tests
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -m 'not programs'

test-programs: install ## run the tests that start whole programs and wait for them
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -m programs

faults: install ## break what can break, at length: kills, absences, a full disk
	@$(BIN)/python -m tests.faults

check: install ## format, lint, types, import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: install ## format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix-only .

bench: install ## measure speed and quality; prints tables
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.quality

train: install ## learn again what answers and ratings weigh, from the data in tests/quality
	@$(BIN)/python -m tests.training.answers
	@$(BIN)/python -m tests.training.ratings

clean: ## remove the environment and what tools left behind
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info
