#!/usr/bin/env bash
# Finds Chromium, or installs it from the system's packages where that is allowed.
set -euo pipefail

is_snap() { # Ubuntu's `chromium` package is a wrapper around a snap
  local path
  path=$(command -v "$1") || return 1
  case "$(readlink -f "$path")" in */snap*) return 0 ;; esac
  head -c 4096 "$path" | grep -aq '/snap/bin/chromium'
}

if command -v chromium >/dev/null; then
  if is_snap chromium; then
    echo "Your Chromium is a snap. It may not read a profile outside its own folder nor start our helper program, so the" >&2
    echo "extension is connected with a short code: run '.venv/bin/forepost pair' and type the code into Forepost's popup." >&2
    echo "(Nobody has tried this on a snap yet. Chromium from Debian's packages is what the tests use.)" >&2
  fi
  exit 0
fi
if [ -r /etc/os-release ] && grep -q '^ID=ubuntu' /etc/os-release; then
  echo "Ubuntu has Chromium as a snap only. Run 'sudo snap install chromium', then the same command again." >&2
  exit 1
fi
echo "Installing Chromium from the system's packages …"
. "$(dirname "$0")/as-root.sh"
install_packages chromium fonts-dejavu-core fonts-noto-color-emoji
