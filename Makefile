# Two commands on a fresh machine with python3 (venv, pip) and make: `make site` and `make test`.
# Everything they install is pinned by hash in the lock files; a stamp file in .venv says which
# lock is installed, so that a second run installs nothing.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PACKAGE := pyproject.toml factsheet/__init__.py
TEMPLATES := $(wildcard templates/*.html templates/partials/*.html factsheet/rendering/*.py)
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help site serve test tested lint bench clean lock
.DELETE_ON_ERROR:

help:  ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*##/\1\t/p' $(MAKEFILE_LIST)

site: .venv/.templates  ## Check the records and build site/
	@$(BIN)/factsheet build

serve: .venv/.templates  ## Build, serve on this machine, build again at every save
	@$(BIN)/factsheet preview

test: tested  ## Lint, types, and every test with a real browser
	@$(BIN)/pytest -n $(WORKERS) --dist loadgroup

tested: .venv/.test node_modules/.tools
	@sh tests/browser/require-chromium.sh
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary

lint: .venv/.test  ## Lint and types alone
	@$(BIN)/ruff check
	@$(BIN)/mypy

bench: .venv/.test  ## Time this tool and its peers on the same 100 and 2,000 claims
	@$(BIN)/python -m benchmarks.run $(BENCH)

clean:  ## Remove what was built and installed, never a record
	@rm -rf .venv node_modules build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find factsheet tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@if [ -f site/manifest.json ]; then rm -rf site; fi

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "factsheet needs Python 3.11 or newer; $(PYTHON) is older." \
	"Say which one to use: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "python3 has no venv here;" \
	"on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

.venv/.site: .venv/.made requirements.lock $(PACKAGE)
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

.venv/.templates: .venv/.site $(TEMPLATES)
	@$(BIN)/python -c "from factsheet import rendering; rendering.compile_templates()"
	@$(BIN)/python -m compileall -q factsheet .venv/share/factsheet  # as pip does for what it copies
	@touch $@

.venv/.test: .venv/.site requirements-dev.lock | .venv/.templates
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

node_modules/.tools: package.json package-lock.json .venv/.test
	@$(BIN)/npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# Public hashes only: no local index or folder of wheels may leave its mark in the locks.
COMPILE = env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null \
	.venv-lock/bin/pip-compile --quiet --generate-hashes --strip-extras --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --build-deps-for editable

lock:  ## Pin the newest fitting dependencies, run when pyproject.toml changes
	@$(PYTHON) -m venv .venv-lock && .venv-lock/bin/python -m pip install --quiet -U pip pip-tools
	@rm -f requirements.lock requirements-dev.lock
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --output-file requirements-dev.lock --constraint requirements.lock pyproject.toml
	@rm -rf .venv-lock
