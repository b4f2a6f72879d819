# shellcheck shell=bash
# The maintenance start: what staff can do, one number each, and the self-test of the locked machine.

SELF_TEST_REPORT=$STATE_MOUNT/self-test

self_test() {
  local report=$SELF_TEST_REPORT
  load_kept_answers
  choose_boot_hash
  rm -f "$STATE_MOUNT/self-test-wanted"
  {
    date '+%d.%m.%Y %H:%M'
    # What it says is the result, whatever it is.
    check_now || true
  } >"$report.new" 2>&1
  sync "$report.new"
  mv -f "$report.new" "$report"
}

show_self_test() {
  [ -s "$SELF_TEST_REPORT" ] || { say self-test.none; return 1; }
  say self-test.of "$(head -n 1 "$SELF_TEST_REPORT")"
  tail -n +2 "$SELF_TEST_REPORT"
  ! grep -q "^$(text report.fail) " "$SELF_TEST_REPORT"
}

menu() {
  local given
  load_kept_answers
  is_maintenance || fail 2 error.no-maintenance
  # What the start of the machine wrote is of no use to anybody.
  printf '\033c'
  while true; do
    echo
    say menu.title
    say menu.choices
    read_line given
    echo
    # What goes wrong in one entry says so, and the menu stays.
    case $(as_digit "$given") in
      1) (bring_pack) || true ;;
      2) (show_self_test) || true ;;
      3) (test_at_next_start) || true ;;
      4) (set_clock) || true ;;
      5) ("$0" --update) || true ;;
      6) ("$0" --undo-update) || true ;;
      7) ("$0") || true ;;
      8) ("$0" --undo) || true ;;
      9) say menu.shell; bash -l || true ;;
      0) systemctl reboot; return 0 ;;
    esac
  done
}

# The row of digits of an AZERTY keyboard gives other signs without Shift.
as_digit() {
  sed "y/&é\"'(§-è_!çà/123456678890/" <<<"$1"
}

test_at_next_start() {
  : >"$STATE_MOUNT/self-test-wanted"
  say menu.test-wanted
}

set_clock() {
  local given
  say menu.clock "$(date '+%Y-%m-%d %H:%M')"
  read_line given
  [ -n "$given" ] || return 0
  if [[ ! $given =~ ^20[0-9]{2}-[0-9]{2}-[0-9]{2}\ [0-9]{1,2}:[0-9]{2}$ ]] || ! date --set "$given" >/dev/null 2>&1; then
    say menu.clock-wrong
    return 0
  fi
  hwclock --systohc --utc 2>/dev/null || true
  "$MACHINE_FOLDER/clock" set
  say menu.clock-set
}

# A stick is mounted only here, read-only, and nothing on it can be run.
bring_pack() {
  local stick pack place=/run/kiosk-stick
  modprobe -a usb_storage uas 2>/dev/null || true
  sleep 5
  udevadm settle --timeout=10 || true
  mkdir -p $place
  while read -r stick; do
    mount -o ro,nosuid,nodev,noexec "$stick" $place 2>/dev/null || continue
    for pack in "$place"/*.kpack; do
      [ -e "$pack" ] || continue
      say menu.pack "${pack##*/}"
      runuser -u kiosk -- kiosk pack install --state /var/lib/kiosk "$pack" || true
    done
    umount $place
  done < <(lsblk -nrpo PATH,TRAN,TYPE | awk '$2 == "usb" || $3 == "part" { print $1 }' | removable_only)
  say menu.stick-out
}

# The machine's own disk is none of the sticks.
removable_only() {
  local path
  while read -r path; do
    [ -n "$(lsblk -nro MOUNTPOINT "$path" | tr -d '[:space:]')" ] || ! lsblk -nrso TRAN "$path" | grep -qx usb || echo "$path"
  done
}
