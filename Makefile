# make sure: everything a change must pass, in one word.

PYTHON ?= .venv/bin/python
VNU = $(CURDIR)/.venv/vnu/node_modules/vnu-jar/build/dist/vnu.jar

.PHONY: help setup sure format lint types test site serve shots

help:
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

setup: .venv/ready ## make .venv with everything the site and its tests need

.venv/bin/python: .venv/ready

.venv/ready: requirements.txt requirements-dev.txt
	python3 -m venv .venv
	.venv/bin/python -m pip install --quiet -r requirements.txt -r requirements-dev.txt
	@touch $@

sure: format lint types test ## format, lint, strict types, layers, tests, browser tests

format: $(PYTHON) ## put every file into the project's form
	$(PYTHON) -m ruff format --quiet .

lint: $(PYTHON) ## look for faults without running anything
	$(PYTHON) -m ruff check .

types: $(PYTHON) ## check the types, strictly
	$(PYTHON) -m mypy

test: $(PYTHON) $(VNU) ## run every test; a missing browser or checker fails
	VARIORUM_BROWSER=required VARIORUM_VNU=$(VNU) $(PYTHON) -m pytest -n auto --dist loadfile

# The same version as in .ci/run.
$(VNU): .venv/ready
	npm install --prefix .venv/vnu --ignore-scripts --no-audit --no-fund --silent vnu-jar@26.9.27

site: $(PYTHON) ## build the site into public/
	$(PYTHON) build.py

serve: $(PYTHON) ## build the site and show it on this machine
	$(PYTHON) build.py serve

shots: $(PYTHON) ## renew the screenshots in docs/shots
	$(PYTHON) -m tests.browser.shots
