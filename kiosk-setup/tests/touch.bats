#!/usr/bin/env bats
# The second way to run: with a touch screen.

load helper

setup() {
  make_tree
}

# installs NAME VERSION...: the tree says that it has these packages.
installs() {
  mkdir -p "$TREE/var/lib/dpkg"
  : >"$TREE/var/lib/dpkg/status"
  while [ $# -gt 0 ]; do
    printf 'Package: %s\nStatus: install ok installed\nMaintainer: x\nArchitecture: amd64\nVersion: %s\nDescription: x\n\n' \
      "$1" "$2" >>"$TREE/var/lib/dpkg/status"
    shift 2
  done
}

installs_all() {
  installs cage 0.2.0-2 foot 1.21.0-2 seatd 0.9.1-1 fonts-dejavu-core 2.37-8
}

@test "programs that are missing are named with the command, before anything is changed" {
  installs seatd 0.9.1-1
  portrait "$TREE" >"$BATS_TEST_TMPDIR/before"
  run set_up --screen touch
  [ "$status" -eq 3 ]
  [ "${#lines[@]}" -eq 1 ]
  [[ $output == *'"apt install --no-install-recommends cage foot fonts-dejavu-core"'* ]]
  portrait "$TREE" | diff "$BATS_TEST_TMPDIR/before" -
}

@test "a terminal that knows no touch is refused, also before it is installed" {
  installs cage 0.1.4-4 foot 1.13.1-2 seatd 0.7.0-6 fonts-dejavu-core 2.37-6
  run set_up --screen touch
  [ "$status" -eq 3 ]
  [[ $output == *"Debian 13"* ]]
  rm -r "$TREE/var/lib/dpkg"
  echo 'VERSION_ID="12"' >"$TREE/etc/os-release"
  run set_up --screen touch
  [ "$status" -eq 3 ]
  [[ $output == *"Debian 13"* ]]
}

@test "the word and the answer are the same, and the word is kept" {
  installs_all
  set_up --screen touch
  [ -e "$TREE/etc/kiosk/foot.ini" ]
  grep -qx 'display = touch' "$TREE/var/lib/kiosk-setup/answers"
  echo 'display = touch' >>"$ANSWERS"
  run set_up
  [[ $output == *"Nothing was changed."* ]]
}

@test "back to the console nothing of the touch screen is left, and undo gives back every byte" {
  installs_all
  portrait "$TREE" >"$BATS_TEST_TMPDIR/before"
  set_up --screen touch
  set_up --screen console
  [ ! -e "$TREE/etc/kiosk/foot.ini" ]
  [ ! -e "$TREE/etc/systemd/system/kiosk.service.d/kiosk-touch.conf" ]
  set_up --screen touch
  "$SETUP" --root "$TREE" --undo --yes
  portrait "$TREE" | diff "$BATS_TEST_TMPDIR/before" -
}

@test "the plan speaks of touch only where it is asked for" {
  installs_all
  run set_up --dry-run
  [[ $output != *cage* ]]
  run set_up --dry-run --screen touch
  [[ $output == *cage* ]]
}

# What systemd makes of the unit of the package and what is laid over it.
whole_unit() {
  installs_all
  set_up --screen touch >/dev/null
  sed '/^Documentation=/d' "$BATS_TEST_DIRNAME/../package/kiosk.service" \
    "$TREE/etc/systemd/system/kiosk.service.d/kiosk-touch.conf" >"$BATS_TEST_TMPDIR/kiosk.service"
}

@test "the exposure of the unit is what --check allows at most, and watchdog and restart are kept" {
  whole_unit
  max=$(sed -n 's/^SECURITY_EXPOSURE_MAX_OF_TOUCH=//p' "$BATS_TEST_DIRNAME/../pieces/program.sh")
  run systemd-analyze security --offline=true --threshold="$(tr -d . <<<"$max")" "$BATS_TEST_TMPDIR/kiosk.service"
  [ "$status" -eq 0 ]
  grep -qx 'WatchdogSec=10' "$BATS_TEST_TMPDIR/kiosk.service"
  grep -qx 'Restart=always' "$BATS_TEST_TMPDIR/kiosk.service"
  run grep -E '^(WatchdogSec|Restart|RestrictAddressFamilies=.*INET|IPAddressDeny|NoNewPrivileges|NoExecPaths)' \
    "$TREE/etc/systemd/system/kiosk.service.d/kiosk-touch.conf"
  [ "$status" -eq 1 ]
  # What is not installed on the machine of the test is no fault of the unit.
  run systemd-analyze verify "$BATS_TEST_TMPDIR/kiosk.service"
  refute grep -vE '^$|is not executable|Unit .* not found' <<<"$output"
}

@test "the compositor changes to no other screen, and the kiosk is not told the number of another process" {
  whole_unit
  started=$(grep '^ExecStart=.' "$TREE/etc/systemd/system/kiosk.service.d/kiosk-touch.conf")
  [[ $started == *"/usr/bin/cage -d -- "*"--unset=WATCHDOG_PID /usr/bin/kiosk" ]]
}

@test "no key and no button of foot is left" {
  whole_unit
  bindings=$(sed -n '/^\[key-bindings\]/,$p' "$TREE/etc/kiosk/foot.ini" | grep '=')
  refute grep -vE '^([a-z-]+=none|selection-override-modifiers=Control\+Mod1\+Shift\+Mod4)$' <<<"$bindings"
  # The ones that foot has of its own.
  for action in clipboard-copy clipboard-paste primary-paste search-start font-increase font-decrease font-reset spawn-terminal \
    show-urls-launch prompt-prev prompt-next unicode-input scrollback-up-page scrollback-down-page; do
    grep -qx "$action=none" <<<"$bindings" || { echo "$action is left"; false; }
  done
  command -v foot >/dev/null || skip "there is no foot"
  dpkg --compare-versions "$(dpkg-query -W -f '${Version}' foot)" ge 1.16 || skip "foot is too old"
  foot --check-config --config="$TREE/etc/kiosk/foot.ini"
}

@test "letters are as large as one needs at half a metre, and the smallest page has room" {
  installs_all
  while read -r screen pixels; do
    write_answers
    printf 'screen = %s\n' "${screen/_/ }" >>"$ANSWERS"
    set_up --screen touch >/dev/null
    grep -qx "font=DejaVu Sans Mono:pixelsize=$pixels" "$TREE/etc/kiosk/foot.ini" || { echo "$screen"; false; }
    refute grep -q 'video=' "$TREE/etc/grub.d/09_kiosk"
  done <<'END'
1920x1080_477x268 34
1920x1080_531x299 31
1920x1080_1018x573 16
1024x600_222x125 34
END
}
