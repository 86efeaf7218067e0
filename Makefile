# Every target sets up what it needs, so that `make test` works in a fresh clone. The second
# time the set-up is skipped: stamps in the virtual environment say what is installed.
#
# PYTHON   the interpreter to make the environment with, 3.11 or later
# WORKERS  how many tests run at once
# MINUTES  how long to fuzz

PYTHON ?= python3
WORKERS ?= 2
MINUTES ?= 60

VENV := .venv
BIN := $(VENV)/bin
LOCKED := $(VENV)/.locked
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check
RELEASE := dist/release
PACKAGES := dist/packages
CLIENTS := dist/clients

# The same commit gives the same bytes on any day; without a commit, the first day a zip can hold.
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 315532800)
endif
export SOURCE_DATE_EPOCH

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup test check fmt schemas release site dist bench fuzz clients lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

setup: $(READY) ## Make the environment from the lock

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Python 3.11 or later is needed. If you have it under another name: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# The lock is complete, so that pip need not resolve anything: asked to, it looks at newer releases
# than the locked ones and refuses them, since they have no hash. `pip check` proves it complete.
$(LOCKED): requirements.lock | $(BIN)/python
	$(PIP) install --quiet --no-deps --require-hashes --only-binary :all: -r requirements.lock
	@touch $@

$(READY): pyproject.toml $(LOCKED)
	$(PIP) install --quiet --no-deps --no-build-isolation --no-index -e .
	@$(PIP) check
	@touch $@

test: $(READY) ## Formatting, lint, types and behaviour, with coverage
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/basedpyright
	$(BIN)/python -m pytest -n $(WORKERS) --cov --cov-report=term

check: $(READY) ## What a pull request runs first: every record, lint, the house rules
	$(BIN)/statecraft validate
	$(BIN)/statecraft fmt --check
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python -m pytest -q tests/test_house.py

fmt: $(READY) ## Format the code and mend what lint can mend
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

schemas: $(READY) ## Write schemas/ from the models
	$(BIN)/python build/make_schemas.py

release: $(READY) ## Validate every record and write dist/release/
	$(BIN)/python build/make_release.py

site: $(READY) ## Build the documentation into dist/site/
	$(BIN)/python build/make_pages.py
	$(BIN)/mkdocs build --strict --site-dir dist/site

dist: $(READY) ## Build the wheel and the source distribution into dist/packages/
	@rm -rf $(PACKAGES)
	$(BIN)/python -m build --no-isolation --outdir $(PACKAGES) .

bench: $(READY) ## Measure speed (tests/benchmarks)
	$(BIN)/python -m pytest tests/benchmarks -o python_files='bench_*.py' --benchmark-enable

fuzz: $(READY) ## Throw bytes at the reader for MINUTES minutes (60)
	$(BIN)/python tests/fuzz/fuzz_reader.py $(MINUTES)

clients: $(CLIENTS)/.ready release ## Read the release as strangers do, from an environment of their own
	$(CLIENTS)/bin/frictionless validate $(RELEASE)/datapackage.json
	$(CLIENTS)/bin/python tests/clients/read_release.py $(RELEASE)

# Deliberately not from the lock: a downloader has whatever versions are current.
$(CLIENTS)/.ready:
	@mkdir -p dist
	$(PYTHON) -m venv $(CLIENTS)
	$(CLIENTS)/bin/python -m pip --disable-pip-version-check install --quiet \
		--only-binary :all: duckdb frictionless pandas polars pyarrow
	@touch $@

lock: $(READY) ## Resolve the dependencies anew and write requirements.lock
	$(BIN)/uv pip compile pyproject.toml --quiet --upgrade --all-extras --universal \
		--fork-strategy fewest --only-binary :all: --generate-hashes \
		--no-header --no-annotate --output-file requirements.lock

clean: ## Remove everything that was generated, the environment included
	rm -rf $(VENV) dist .coverage .hypothesis .pytest_cache .ruff_cache .benchmarks
