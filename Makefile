# make run    sets up what is missing, builds the library from seeds/ and opens the timeline; Ctrl-C ends it
# make test   sets up what is missing, Chromium included, and runs every check and test
# make lint   the checks alone
# make words  looks through the dashboard for words to translate, and brings its catalogues up to date
# make clean  removes what the above have set up, but no library
#
# PORT, LIBRARY, TESTS and NEW may be given: make run PORT=8600, make test TESTS=tests/test_clean.py, make words NEW=fr

PORT ?= 8501
LIBRARY ?= library.db

VENV := .venv
PYTHON := $(VENV)/bin/python
INSTALLED := $(VENV)/requirements-installed

# A browser's tests wait for what it draws, so they have the machine to themselves. With TESTS there may be none of a kind,
# which pytest ends with this code.
NO_TESTS := 5

.DEFAULT_GOAL := help
.PHONY: help setup run test lint words clean

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

setup: $(INSTALLED)

# An interpreter that is gone (the system got a newer one) leaves a stamp that says nothing.
ifeq ($(wildcard $(PYTHON)),)
.PHONY: $(INSTALLED)
endif

$(INSTALLED): requirements.txt .ci/environment.sh
	@sh .ci/environment.sh $(VENV) requirements.txt
	@touch $@

run: $(INSTALLED)
	@$(PYTHON) -m extract build seeds --library $(LIBRARY)
	@$(PYTHON) -m dashboard $(LIBRARY) --server.port $(PORT)

lint: $(INSTALLED)
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy

test: lint
	@$(PYTHON) -m pytest --numprocesses auto --dist loadscope -m 'not browser' $(TESTS) || [ $$? -eq $(NO_TESTS) ]
	@CHROMIUM=$$(sh .ci/chromium.sh $(PYTHON)) && export CHROMIUM && $(PYTHON) -m pytest -m browser $(TESTS) || [ $$? -eq $(NO_TESTS) ]

# With NEW a catalogue for that language is begun. Places are files without lines, so that only words make a difference.
LOCALE := dashboard/locale
TEMPLATE := $(LOCALE)/dateline.pot
BABEL := $(PYTHON) -m babel.messages.frontend -q

words: $(INSTALLED)
	@$(BABEL) extract -F $(LOCALE)/babel.cfg --add-location=file --sort-by-file -w 120 --project=Dateline -o $(TEMPLATE) dashboard
	@[ -z "$(NEW)" ] || $(BABEL) init -D dateline -d $(LOCALE) -i $(TEMPLATE) -w 120 -l $(NEW)
	@$(BABEL) update -D dateline -d $(LOCALE) -i $(TEMPLATE) -w 120 --ignore-obsolete --no-fuzzy-matching --ignore-pot-creation-date

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
