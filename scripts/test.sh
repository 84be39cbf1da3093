#!/usr/bin/env bash
# Runs every test: TypeScript logic, then Python and the real browser.
set -euo pipefail
cd "$(dirname "$0")/.."
echo "TypeScript"
(cd extension && npx --no-install tsc --noEmit && node test.mjs)
echo "Python and browser"
exec .venv/bin/python -m pytest "$@"
