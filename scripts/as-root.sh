# Sourced: installs Debian packages where that is allowed, and otherwise says the one command to run.

install_packages() {
  local apt="apt-get install -y --no-install-recommends $*"
  if ! command -v apt-get >/dev/null; then
    echo "Please install $* with your system's packages, then run the same command again." >&2
    return 1
  elif [ "$(id -u)" = 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive $apt >/dev/null
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo -n apt-get update -qq && sudo -n env DEBIAN_FRONTEND=noninteractive $apt >/dev/null
  else
    echo "This needs a package that only an administrator may install. Run this once, then the same command again:" >&2
    echo "  sudo $apt" >&2
    return 1
  fi
}
