#!/usr/bin/env bash
# Runs every test: TypeScript logic, and beside it Python and the real browsers, three side by side for two cores: a
# test in a browser waits nearly half of its time for the pause after which a draft is read.
# A whole run also says whether the README's table of sites is what it has just proved.
set -euo pipefail
cd "$(dirname "$0")/.."
unset PYTHONDONTWRITEBYTECODE # hundreds of processes read the same modules
mkdir -p build
(cd extension && npx --no-install tsc --noEmit && node test.mjs) > build/typescript.txt 2>&1 &
beside=$! failed=0

echo "Python and browser"
.venv/bin/python -m pytest -n "${WORKERS:-$(($(nproc) * 3 / 2))}" --dist loadgroup --junitxml=build/tests.xml "$@" || failed=1

echo "TypeScript"
if wait "$beside"; then grep '^ℹ \(tests\|pass\|fail\) ' build/typescript.txt; else cat build/typescript.txt; failed=1; fi

[ $failed -eq 0 ] || exit 1
[ $# -gt 0 ] || .venv/bin/python -m scripts.proved --check
