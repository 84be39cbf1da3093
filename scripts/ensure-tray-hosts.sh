#!/usr/bin/env bash
# Installs what the tray's tests look through: a screen, a StatusNotifier panel, an XEmbed tray, a hand and a camera.
# Where that is not allowed it says so and goes on: those tests are then skipped, and say why.
set -uo pipefail

programs=(Xvfb:xvfb xfce4-panel:xfce4-panel xfconf-query:xfconf trayer:trayer xdotool:xdotool maim:maim dbus-daemon:dbus-daemon dbus-monitor:dbus-bin)
libraries=( # what Qt's window plugin is linked with; without one of them Qt opens no window
  libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0
  libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0
  libxcb-xkb.so.1:libxcb-xkb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0 libEGL.so.1:libegl1
)
missing=()
for each in "${programs[@]}"; do
  command -v "${each%%:*}" >/dev/null || missing+=("${each##*:}")
done
known=$(/sbin/ldconfig -p 2>/dev/null)
for each in "${libraries[@]}"; do
  grep -qF "${each%%:*}" <<<"$known" || missing+=("${each##*:}")
done
[ "${#missing[@]}" -eq 0 ] && exit 0
echo "Installing what the tray's tests look through (${missing[*]}) …"
. "$(dirname "$0")/as-root.sh"
install_packages "${missing[@]}" || echo "Without them the tray is not tested on a real panel." >&2
exit 0
