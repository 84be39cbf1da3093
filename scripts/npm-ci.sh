#!/usr/bin/env bash
# Installs the locked npm packages of one folder; no package may run a script of its own.
set -euo pipefail
cd "$1"
if ! command -v node >/dev/null || ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)'; then
  echo "Forepost needs Node 20 or newer to build the extension, and found $(node --version 2>/dev/null || echo none)." >&2
  exit 1
fi
echo "Installing the locked npm packages of $1 …"
npm ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null
touch node_modules/.ready
