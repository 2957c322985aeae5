# Two commands: `make site` builds the course, `make test` proves it. Everything else is for the inner loop.
.POSIX:
PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin

.PHONY: site test quick deep lint clean

site: $(VENV)/site.stamp
	$(BIN)/course build

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup

quick: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not browser and not slow"

deep: $(VENV)/dev.stamp
	CG_DEEP=1 $(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check build_tools tests
	$(BIN)/ruff format --check build_tools tests
	$(BIN)/mypy
	$(BIN)/codespell --toml pyproject.toml README.md docs modules --skip "*.svg,*.lock"

$(VENV)/site.stamp: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev.stamp: $(VENV)/site.stamp requirements-dev.txt package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	PATH="$$PWD/$(BIN):$$PATH" $(BIN)/npm ci --silent
	command -v chromium || command -v chromium-browser || command -v google-chrome || \
	  { test "$$(id -u)" = 0 && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } || \
	  $(BIN)/playwright install chromium
	touch $@

clean:
	rm -rf $(VENV) build node_modules
