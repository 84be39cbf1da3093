# Every command a person needs; each does its own set-up. `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python
EXTENSION := $(shell find extension companion/desktop/extension_ids.json -not -path '*/node_modules/*' -type f 2>/dev/null)

.PHONY: help setup browser run test lint demo bench build types lock clean

help: ## list these commands
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.ready extension/node_modules/.ready tests/replicas/node_modules/.ready browser ## everything the others need

$(VENV)/.ready: requirements/dev.txt pyproject.toml scripts/make-venv.sh
	@scripts/make-venv.sh $(VENV)

%/node_modules/.ready: %/package-lock.json
	@scripts/npm-ci.sh $*

browser:
	@scripts/ensure-chromium.sh
	@scripts/ensure-firefox.sh || echo "The tests with Firefox are left out." >&2

run: setup build/extension/dev/manifest.json ## start the companion and a browser with the extension, on the practice page
	@$(PY) -m scripts.launch $(if $(STATE),--state $(STATE)) $(if $(PORT),--port $(PORT))

test: setup build/extension/dev/manifest.json ## everything: Python, TypeScript, real browser
	@scripts/ensure-tray-hosts.sh
	@scripts/test.sh

lint: setup build/extension/dev/manifest.json ## ruff, mypy, tsc, biome, web-ext
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	cd extension && npx --no-install tsc --noEmit
	cd extension && npx --no-install biome check .
	cd extension && npx --no-install web-ext lint --source-dir ../build/extension/release --no-config-discovery

demo: setup build/extension/dev/manifest.json ## a held post from start to end, headless, with pictures under docs/images
	@$(PY) -m scripts.demo

bench: setup build/extension/dev/manifest.json ## speed, memory and findings beside five other detectors; writes docs/benchmarks.md
	@$(PY) -m tests.bench

build/extension/dev/manifest.json: extension/node_modules/.ready $(EXTENSION)
	@cd extension && node build.mjs

build: setup build/extension/dev/manifest.json ## wheel and extension zips, under build/
	$(PY) -m hatchling build -t wheel -d build
	@ls -l build/*.whl build/*.zip

types: setup ## OpenAPI document and the extension's types, from the companion's models
	$(PY) -m scripts.generate_api

lock: $(VENV)/.ready ## renew the lock files (hashes, no addresses)
	$(VENV)/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/runtime.txt
	$(VENV)/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/dev.txt
	for peer in $(basename $(notdir $(wildcard requirements/bench/*.in))); do \
	  $(VENV)/bin/uv pip compile requirements/bench/$$peer.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements/bench/$$peer.txt; \
	done
	cd tests/bench/peers && npm install --package-lock-only --ignore-scripts
	cd extension && npm install --package-lock-only --ignore-scripts
	cd tests/replicas && npm install --package-lock-only --ignore-scripts --legacy-peer-deps

clean: ## take away what was built; the virtual environment and node_modules stay
	rm -rf build
