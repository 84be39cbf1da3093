#!/usr/bin/env bash
# Runs every test: TypeScript logic, then Python and the real browsers, as many side by side as there are cores.
# A whole run also says whether the README's table of sites is what it has just proved.
set -euo pipefail
cd "$(dirname "$0")/.."
echo "TypeScript"
(cd extension && npx --no-install tsc --noEmit && node test.mjs)
echo "Python and browser"
.venv/bin/python -m pytest -n "${WORKERS:-$(nproc)}" --dist loadgroup --junitxml=build/tests.xml "$@"
[ $# -gt 0 ] || .venv/bin/python -m scripts.proved --check
