# The commands of this project. All of them work from a fresh clone with Python >= 3.11, make and git.

VENV   := .venv
PYTHON := $(VENV)/bin/python
MANAGE := $(PYTHON) manage.py

# The first Python on the machine that is new enough and complete. The distribution's own goes before those that version
# managers compile, mostly without the compiler's slower optimisations: everything takes them a fifth longer.
find_python = $(firstword $(foreach name,/usr/bin/python3 python3 python3.13 python3.12 python3.11 python,\
	$(shell $(name) -c 'import sys, ssl, sqlite3, ensurepip; assert sys.version_info >= (3, 11); print("$(name)")' 2>/dev/null)))

.DEFAULT_GOAL := help
.PHONY: help run test lint audit format lock bench trial clean

help:  ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | column -t -s '|' 2>/dev/null \
		|| grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST)

run: $(VENV)/installed-run  ## Start the site: installs, migrates, loads the demo once, serves on PORT (8000)
	@$(MANAGE) serve

test: $(VENV)/installed-dev  ## Run every test, on SQLite and on a throw-away PostgreSQL
	@$(PYTHON) -m tests.run

lint: $(VENV)/installed-dev  ## Check format, style, layers, settings, migrations and messages
	@$(PYTHON) -m tests.lint

audit: $(VENV)/installed-dev  ## Ask the advisories about every locked package
	@$(PYTHON) -m tests.audit

format: $(VENV)/installed-dev  ## Format the code
	@$(PYTHON) -m ruff format .
	@$(PYTHON) -m ruff check --fix-only --quiet .

lock: $(VENV)/installed-dev  ## Pin the dependencies of pyproject.toml again, with hashes
	@for target in "requirements.txt" "requirements-dev.txt --group dev -c requirements.txt"; do \
		echo "Locking $${target%% *}"; \
		UV_CUSTOM_COMPILE_COMMAND="make lock" $(PYTHON) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 \
			--generate-hashes --no-emit-index-url pyproject.toml -o $$target || exit 1; \
	done

bench: export DATA_DIR := $(or $(DATA_DIR),var)/bench
bench: $(VENV)/installed-dev  ## Measure the API beside a stock Wagtail v2 API over ARTICLES (2000) articles
	@$(PYTHON) -m tests.bench $(or $(ARTICLES),2000)

trial: $(VENV)/installed-dev  ## Run the long proofs
	@$(PYTHON) -m tests.run --trial

clean:  ## Remove the virtual environment and caches; the data in DATA_DIR stays
	@rm -rf $(VENV) .pytest_cache .ruff_cache .import_linter_cache

# A stamp per set: installed again only when its requirements change.
$(VENV)/installed-run: requirements.txt
	@$(call install,requirements.txt)
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt requirements.txt
	@$(call install,requirements-dev.txt)
	@touch $@ $(VENV)/installed-run

define install
python=$(or $(PYTHON3),$(find_python)); \
if [ -z "$$python" ]; then echo "Python 3.11 or newer was not found. Install it, or name it: make run PYTHON3=/path/to/python3"; exit 1; fi; \
$$python cms/operations/install.py $(VENV) $(1)
endef
