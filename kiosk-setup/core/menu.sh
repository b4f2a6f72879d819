# shellcheck shell=bash
# The maintenance start: what staff can do, one number each, and the self-test of the locked machine.

SELF_TEST_REPORT=$STATE_MOUNT/self-test
# Where a stick is, while the menu looks at it.
STICK=/run/kiosk-stick
# The months that the kiosk has closed, and the folder on a stick to which they are copied.
KEPT_MONTHS=/var/lib/kiosk/months
MONTHS_ON_STICK=kiosk-months

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
      10) (take_months) || true ;;
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

# each_stick OPTIONS COMMAND: runs the command for each stick in turn, while that is mounted. Only here a stick is mounted, and
# nothing on it can be run.
each_stick() {
  local stick
  modprobe -a usb_storage uas 2>/dev/null || true
  sleep 5
  udevadm settle --timeout=10 || true
  mkdir -p "$STICK"
  while read -r stick; do
    mount -o "$1,nosuid,nodev,noexec" "$stick" "$STICK" 2>/dev/null || continue
    "$2" </dev/null || true
    umount "$STICK"
  done < <(lsblk -nrpo PATH,TYPE | awk '$2 == "disk" || $2 == "part" { print $1 }' | removable_only)
}

bring_pack() {
  each_stick ro install_packs
  say menu.stick-out
}

install_packs() {
  local pack
  for pack in "$STICK"/*.kpack; do
    [ -e "$pack" ] || continue
    say menu.pack "${pack##*/}"
    runuser -u kiosk -- kiosk pack install --state /var/lib/kiosk "$pack" || true
  done
}

# Closed months are sealed for the coordinator alone, so the stick tells nothing to whoever finds it. They stay on the kiosk too.
take_months() {
  local months=("$KEPT_MONTHS"/*.kmonth)
  [ -e "${months[0]}" ] || { say menu.no-month; return 1; }
  STICKS=0
  each_stick rw copy_months
  [ "$STICKS" -gt 0 ] || { say menu.no-stick; return 1; }
  say menu.stick-out
}

# A copy that was cut short never has the name of a month.
copy_months() {
  local month copy folder=$STICK/$MONTHS_ON_STICK
  STICKS=$((STICKS + 1))
  for month in "$KEPT_MONTHS"/*.kmonth; do
    copy=$folder/${month##*/}
    cmp -s "$month" "$copy" && continue
    if ! { mkdir -p "$folder" && cp "$month" "$copy.new" && sync "$copy.new" && mv -f "$copy.new" "$copy"; } 2>/dev/null; then
      rm -f "$copy.new" 2>/dev/null
      say menu.stick-full
      return 1
    fi
  done
  say menu.months "$MONTHS_ON_STICK" "$(find "$KEPT_MONTHS" -maxdepth 1 -name '*.kmonth' | wc -l)"
}

# The machine's own disk is none of the sticks. Of a partition only the disk below it says how it is plugged in.
removable_only() {
  local path
  while read -r path; do
    [ -n "$(lsblk -nro MOUNTPOINT "$path" | tr -d '[:space:]')" ] || ! lsblk -nrso TRAN "$path" | grep -qx usb || echo "$path"
  done
}
