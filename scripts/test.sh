#!/usr/bin/env bash
# Runs every test: TypeScript logic, then Python and the real browsers, three side by side for two cores: a test in a
# browser waits nearly half of its time for the pause after which a draft is read.
# A whole run also says whether the README's table of sites is what it has just proved.
set -euo pipefail
cd "$(dirname "$0")/.."
echo "TypeScript"
(cd extension && npx --no-install tsc --noEmit && node test.mjs)
echo "Python and browser"
.venv/bin/python -m pytest -n "${WORKERS:-$(($(nproc) * 3 / 2))}" --dist loadgroup --junitxml=build/tests.xml "$@"
[ $# -gt 0 ] || .venv/bin/python -m scripts.proved --check
