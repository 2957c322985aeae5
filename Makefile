# Two commands: `make site` builds the course, `make test` proves it. Everything else is for the inner loop.
.POSIX:
PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
WORDS = README.md CONTRIBUTING.md CHANGELOG.md LICENSE-CONTENT docs modules

.PHONY: site annotate test quick deep lint look locks clean

site: $(VENV)/site.stamp
	$(BIN)/python -m build_tools build

# Each problem beside its line in a pull request on GitHub.
annotate: $(VENV)/site.stamp
	$(BIN)/python -m build_tools check --format github

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup

quick: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not browser and not slow"

deep: $(VENV)/dev.stamp
	CG_DEEP=1 $(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check build_tools tests bench
	$(BIN)/ruff format --check build_tools tests bench
	$(BIN)/mypy
	$(BIN)/python -m codespell_lib --toml pyproject.toml $(WORDS) --skip "*.svg,*.lock,*.png,faults.md"  # which shows mistakes
	mkdir -p build
	sed -n 's/^\([^>]*\)->\([^,]*\)$$/\2->\1/p' $(BIN)/../lib/python3*/site-packages/codespell_lib/data/dictionary_en-GB_to_en-US.txt \
	  | grep -vE '^(practi|licen|program|stor|meter|judg|focus|dialog)' > build/american.txt  # right in British English too
	$(BIN)/python -m codespell_lib --toml pyproject.toml -D build/american.txt $(WORDS) --skip "*.svg,*.lock,*.css,*.js,*.png,sources.yml,format.md,faults.md"
	$(BIN)/zizmor --offline --quiet .github

# Every page type at every width, in both schemes and as it prints, for a person to look at.
look: $(VENV)/dev.stamp site
	$(BIN)/python -m tests.browser.contact_sheet

# Locks for every platform, with no address of an index in them; `make locks UPGRADE=--upgrade` moves everything on.
UPGRADE =
COMPILE = -m piptools compile --quiet $(UPGRADE) --generate-hashes --strip-extras --allow-unsafe --no-header \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options
locks: $(VENV)/dev.stamp
	$(BIN)/python $(COMPILE) --output-file requirements.txt requirements.in
	$(BIN)/python $(COMPILE) --output-file requirements-dev.txt requirements-dev.in

$(VENV)/site.stamp: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed: make PYTHON=...")'
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev.stamp: $(VENV)/site.stamp requirements-dev.txt package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	PATH="$$PWD/$(BIN):$$PATH" $(BIN)/npm ci --silent --ignore-scripts
	test -x "$$CG_CHROMIUM" || command -v chromium || command -v chromium-browser || command -v google-chrome || \
	  { test "$$(id -u)" = 0 && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } || \
	  $(BIN)/playwright install chromium
	touch $@

clean:
	rm -rf $(VENV) build node_modules
