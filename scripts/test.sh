#!/usr/bin/env bash
# Runs every test: TypeScript logic, then Python and the real browsers, as many side by side as there are cores.
set -euo pipefail
cd "$(dirname "$0")/.."
echo "TypeScript"
(cd extension && npx --no-install tsc --noEmit && node test.mjs)
echo "Python and browser"
exec .venv/bin/python -m pytest -n "${WORKERS:-$(nproc)}" --dist loadgroup "$@"
