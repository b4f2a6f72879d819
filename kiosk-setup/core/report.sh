# shellcheck shell=bash
# What the self-test says: one line for each promise, with the mend where it fails.

FAILURES=0

passed() {
  printf '%-6s %s\n' "$(text report.pass)" "$(text "check.$1")"
}

# failed CHECK [DETAIL]
failed() {
  FAILURES=$((FAILURES + 1))
  printf '%-6s %s%s\n' "$(text report.fail)" "$(text "check.$1")" "${2:+ ($2)}"
  printf '%-6s -> %s\n' '' "$(mend_of "$1")"
}

# Most faults have the same mend; the others have a sentence of their own.
mend_of() {
  if [ -n "${TEXT[check.$1.mend]+set}" ]; then text "check.$1.mend"; else text report.mend; fi
}

# untestable CHECK WHY
untestable() {
  printf '%-6s %s: %s\n' "$(text report.untestable)" "$(text "check.$1")" "$(text "$2")"
}

# check_that CHECK COMMAND...: passes where the command does.
check_that() {
  local check=$1
  shift
  if "$@" >/dev/null 2>&1; then
    passed "$check"
  else
    failed "$check"
  fi
}

# Whether systemd runs this machine. In a container or the tree of an image there is nothing to ask.
has_systemd() {
  [ -d /run/systemd/system ]
}

has_console() {
  [ -c /dev/tty1 ] && [ -c /dev/tty0 ] && command -v fgconsole >/dev/null && fgconsole >/dev/null 2>&1
}

# is_value FILE VALUE: what the kernel has now, whatever stands in a file of settings.
is_value() {
  [ "$(tr -s '[:space:]' ' ' <"$1" | sed 's/ $//')" = "$2" ]
}

is_maintenance() {
  grep -qw kiosk.maintenance /proc/cmdline
}
