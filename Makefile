# make voorbeeld  the whole road with an invented organisation, in output/voorbeeld
# make test       all that the tests need, then the tests
# make lint       ruff and mypy
# make bench      the benchmarks, as ratios
# make beelden    the pictures of the README, from real output
# make wiel       build the wheel, install it in an empty environment, and try it there

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: voorbeeld test lint bench beelden wiel schoon

voorbeeld: $(VENV)/.gebruik
	@sh tools/pango.sh $(BIN)/python
	$(BIN)/achtfasen voorbeeld

test: $(VENV)/.ontwikkel
	@sh tools/clients_er.sh || sh tools/clients.sh
	$(BIN)/pytest -n auto --dist worksteal

lint: $(VENV)/.ontwikkel
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.ontwikkel
	$(BIN)/python tests/bench/meet.py

beelden: $(VENV)/.gebruik
	sh tools/beelden.sh

wiel: $(VENV)/.ontwikkel
	sh tools/wiel.sh

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || sh tools/venv.sh $(PYTHON) $(VENV)

$(VENV)/.gebruik: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.ontwikkel: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[test,lint]"
	@touch $@ $(VENV)/.gebruik

schoon:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
