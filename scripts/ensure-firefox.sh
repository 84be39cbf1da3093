#!/usr/bin/env bash
# Finds Firefox ESR, or installs it from the system's packages where that is allowed.
set -euo pipefail

if command -v firefox-esr >/dev/null; then exit 0; fi
if [ -r /etc/os-release ] && grep -q '^ID=ubuntu' /etc/os-release; then
  echo "Ubuntu has no Firefox ESR package; the tests with Firefox will say that they were left out." >&2
  exit 1
fi
echo "Installing Firefox ESR from the system's packages …"
. "$(dirname "$0")/as-root.sh"
install_packages firefox-esr fonts-dejavu-core fonts-noto-color-emoji
