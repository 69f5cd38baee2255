# `make` lists the targets. `make run` and `make test` do all their own set-up and can be repeated.
PYTHON ?= python3.11
BIN := .venv/bin
export PYTHONDONTWRITEBYTECODE := 1

.DEFAULT_GOAL := help
.PHONY: help setup run test check fix docs bench bench-web soak corpus rule year bundle pure shots postgresql clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.done ## the environment in .venv, from the lock
.venv/.done: locks/dev.txt pyproject.toml tools/setup.sh
	@PYTHON=$(PYTHON) tools/setup.sh
	@touch $@

run: setup ## portal and desk on http://127.0.0.1:8000 with sample data
	@tools/run.sh

test: setup ## all tests; make test K=deadline for some
	@tools/test_packages.sh
	$(BIN)/pytest -n auto $(if $(K),-k "$(K)") $(ARGS)

check: setup ## format, lint, types, imports, generated pages, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/write_docs.py --check
	$(BIN)/python tools/check_dates.py
	@$(MAKE) --no-print-directory test postgresql

postgresql: setup ## the platform's tests on a PostgreSQL of their own
	GONGKAI_TEST_DATABASE=postgresql $(BIN)/pytest -n auto -m "not browser and not slow" tests/web $(ARGS)

fix: setup ## format and autofix
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: setup ## write the generated pages
	$(BIN)/python tools/write_docs.py

bench: setup ## benchmarks: ratios measured in one run
	tools/bench.sh

bench-web: setup ## public pages over 200,000 items, beside a bare Django view
	@data=$$(mktemp -d); GONGKAI_DATA=$$data GONGKAI_PRODUCTION=off PYTHONPATH=src $(BIN)/python tools/bench/web.py $(ITEMS); rm -r "$$data"

soak: setup ## what is too long for every change: mutation, long fuzzing
	tools/soak.sh

corpus: setup ## findings on real reports, before and after; make corpus REPORTS=folder
	$(BIN)/python tools/corpus.py $(REPORTS)

rule: setup ## a new check rule: make rule NAME=requests_accounted_for SUBJECT=report ID=A06
	$(BIN)/python tools/new_rule.py $(SUBJECT)/$(NAME) $(ID)

year: setup ## a new year's holiday table: make year YEAR=2027
	$(BIN)/python tools/new_year.py $(YEAR)

pure: setup ## tests of statute, law, reports, checks without Django
	$(BIN)/pytest -n auto tests/statute tests/law tests/reports tests/checks tests/cli

shots: setup ## screenshots of every page into out/shots
	$(BIN)/python tools/shots.py

bundle: setup ## an offline install in dist/: wheels, lock, instructions
	tools/bundle.sh

clean: ## remove what was built
	rm -rf .venv dist build out .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis mutants
