#!/usr/bin/env bash
# Makes the virtual environment from the hashed lock and installs the companion into it.
set -euo pipefail
venv=$1

python=
for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
  if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
    python=$candidate
    break
  fi
done
if [ -z "$python" ]; then
  echo "Forepost needs Python 3.11 to 3.14, and found none. On Debian: apt-get install python3 python3-venv" >&2
  exit 1
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then # Debian keeps these in a package of their own
  version=$("$python" -c 'import sys; print(f"{sys.version_info[0]}.{sys.version_info[1]}")')
  . scripts/as-root.sh
  install_packages "python$version-venv"
fi

if [ ! -x "$venv/bin/python" ]; then
  echo "Making $venv with $("$python" --version) …"
  "$python" -m venv "$venv"
fi
echo "Installing the locked Python packages (about a minute the first time) …"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt 2> >(grep -v '^WARNING: Location' >&2)
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . 2> >(grep -v '^WARNING: Location' >&2)
touch "$venv/.ready"
