# shellcheck shell=bash
# The second way to run, for touch screens: the compositor `cage` shows one window, the terminal `foot` is in it, and the
# kiosk in that. Where the answers do not say `display = touch` this piece wants nothing.
#
# The unit stays kiosk.service, so that everything that watches, tests and restarts it stays as it is. seatd opens the screen
# and the input devices: a log-in session (logind, PAM) would start more programs, and undo half of the sandbox.

# The first foot that knows touch screens, and the first Debian that has it.
FOOT_MIN=1.16
DEBIAN_MIN=13
TOUCH_PACKAGES=(cage foot seatd fonts-dejavu-core)
TOUCH_FONT='DejaVu Sans Mono'
TOUCH_FONT_FILE=/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf
# Measured in the font: an em has so many units, an H is so high, a cell so wide and so high.
EM=2048
EM_H=1493
EM_CELL=(1233 2384)
# Used where the screen does not tell its size: right for 22 inches with 1920x1080 points.
PIXELS_OF_UNKNOWN_SCREEN=34

is_touch() {
  [ "${ANSWER[display]:-console}" = touch ]
}

touch_applies() {
  is_touch
}

# What is missing is told before anything is changed; nothing is installed from here.
touch_needs() {
  is_touch || return 0
  local version debian package missing=
  version=$(installed_version foot)
  debian=$(sed -n 's/^VERSION_ID="\?\([0-9]*\).*/\1/p' "$ROOT/etc/os-release" 2>/dev/null || true)
  if [ -n "$version" ]; then
    dpkg --compare-versions "$version" ge $FOOT_MIN || fail 3 error.touch-too-old
  elif [ "${debian:-$DEBIAN_MIN}" -lt $DEBIAN_MIN ]; then
    fail 3 error.touch-too-old
  fi
  for package in "${TOUCH_PACKAGES[@]}"; do
    [ -n "$(installed_version "$package")" ] || missing+=" $package"
  done
  [ -z "$missing" ] || fail 3 error.touch-packages "apt install --no-install-recommends$missing"
}

installed_version() {
  # dpkg-query ends with 1 where there is none.
  { dpkg-query --admindir="$ROOT/var/lib/dpkg" -W -f '${db:Status-Abbrev}${Version}\n' "$1" 2>/dev/null || true; } |
    sed -n 's/^ii *//p'
}

touch_wants() {
  is_touch || return 0
  foot_settings | want_file /etc/kiosk/foot.ini 644
  touch_unit | want_file /etc/systemd/system/kiosk.service.d/kiosk-touch.conf 644
}

# What the kiosk's own unit says stays, but for this.
touch_unit() {
  cat <<END
[Unit]
Wants=seatd.service
After=seatd.service

[Service]
# The kiosk says that it is ready and alive, two programs below the one that systemd starts. It must not look for its own
# number in WATCHDOG_PID. Without -s, cage changes to no other screen.
NotifyAccess=all
ExecStart=
ExecStart=/usr/bin/cage -d -- /usr/bin/foot --config=/etc/kiosk/foot.ini /usr/bin/env --unset=WATCHDOG_PID /usr/bin/kiosk
StandardInput=null
StandardOutput=journal
RuntimeDirectory=kiosk
RuntimeDirectoryMode=0700
# Digits on the keys at the right whatever Num Lock says, and no keys of a display server. Nothing is kept beside the counts.
Environment=XDG_RUNTIME_DIR=/run/kiosk XDG_CACHE_HOME=/run/kiosk XDG_CONFIG_HOME=/run/kiosk LIBSEAT_BACKEND=seatd
Environment=WLR_RENDERER=pixman XKB_DEFAULT_LAYOUT=$(answer keyboard) XKB_DEFAULT_OPTIONS=numpad:mac,srvrkeys:none
# A screen needs more memory than text.
MemoryMax=256M
TasksMax=48

# The doors that a screen needs: the graphics device, seatd, and the kernel's word that a device was plugged in. The last
# comes over a socket of the network's kind (netlink) and only outside of a network of its own. Sockets of the internet stay
# impossible.
SupplementaryGroups=video
PrivateDevices=no
DeviceAllow=char-drm rw
PrivateNetwork=no
RestrictAddressFamilies=AF_NETLINK
ExecPaths=/usr/bin/cage /usr/bin/foot /usr/bin/env
END
}

# The colours are those of the Linux console. No key and no button of the mouse does anything but what the kiosk does with it.
foot_settings() {
  local action
  cat <<END
# Written by kiosk-setup.
[main]
font=$TOUCH_FONT:pixelsize=$(touch_pixels)
dpi-aware=no
pad=0x0
title=kiosk
locked-title=yes
workers=0
selection-target=none

[security]
osc52=disabled

[bell]
system=no

[desktop-notifications]
command=/bin/true

[scrollback]
lines=0
indicator-position=none

[url]
launch=/bin/true

[cursor]
unfocused-style=unchanged

[mouse]
alternate-scroll-mode=no

[colors]
foreground=aaaaaa
background=000000
regular0=000000
regular1=aa0000
regular2=00aa00
regular3=aa5500
regular4=0000aa
regular5=aa00aa
regular6=00aaaa
regular7=aaaaaa
bright0=555555
bright1=ff5555
bright2=55ff55
bright3=ffff55
bright4=5555ff
bright5=ff55ff
bright6=55ffff
bright7=ffffff

[key-bindings]
END
  for action in scrollback-up-page scrollback-down-page clipboard-copy clipboard-paste primary-paste search-start font-increase \
    font-decrease font-reset spawn-terminal show-urls-launch prompt-prev prompt-next unicode-input; do
    echo "$action=none"
  done
  # Without a modifier, foot would take every press for itself; nobody holds four of them.
  printf '\n[mouse-bindings]\nselection-override-modifiers=Control+Mod1+Shift+Mod4\n'
  for action in scrollback-up-mouse scrollback-down-mouse font-increase font-decrease primary-paste select-begin \
    select-begin-block select-extend select-extend-character-wise select-word select-word-whitespace select-quote select-row; do
    echo "$action=none"
  done
}

# How many points an em has: the fewest with which an H is high enough, and no more than leave room for the smallest page.
touch_pixels() {
  local points size wide high pixels
  read -r points size < <(screen_size) || true
  if [ -z "${size:-}" ]; then
    echo $PIXELS_OF_UNKNOWN_SCREEN
    return 0
  fi
  wide=${points%x*}
  high=${points#*x}
  pixels=$(rounded_up $((H_TENTHS_OF_MM_MIN * high * EM)) $((EM_H * ${size#*x} * 10)))
  printf '%s\n' "$pixels" $((wide * EM / (CELLS_MIN[0] * EM_CELL[0]))) $((high * EM / (CELLS_MIN[1] * EM_CELL[1]))) |
    sort -n | head -n 1
}

rounded_up() {
  echo $((($1 + $2 - 1) / $2))
}

touch_check() {
  is_touch || return 0
  check_touch_programs
  check_that touch-settings foot --check-config --config=/etc/kiosk/foot.ini
}

# One compositor, one terminal, one kiosk, and nothing else.
check_touch_programs() {
  local running
  if ! has_systemd; then
    untestable touch why.no-systemd
    return 0
  fi
  running=$(systemctl show -p ControlGroup --value kiosk.service)
  running=$(while read -r process; do cat "/proc/$process/comm"; done <"/sys/fs/cgroup$running/cgroup.procs" | sort | paste -sd ' ')
  if [ "$running" = 'cage foot kiosk' ]; then
    passed touch
  else
    failed touch "$running"
  fi
}

# The height of an H in tenths of a millimetre; nothing where the screen does not tell its size.
touch_height_of_h() {
  local points size pixels
  read -r points size < <(screen_size) || true
  pixels=$(sed -n 's/^font=.*:pixelsize=//p' /etc/kiosk/foot.ini)
  [ -z "${size:-}" ] || echo $((${size#*x} * pixels * EM_H * 10 / (EM * ${points#*x})))
}

is_touch_keyboard() {
  tr '\0' '\n' <"/proc/$(main_process)/environ" | grep -qx "XKB_DEFAULT_LAYOUT=$(answer keyboard)"
}
