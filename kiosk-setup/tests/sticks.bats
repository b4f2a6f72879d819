#!/usr/bin/env bats
# What the menu of staff does with a stick.

load helper

setup() {
  STICK=$BATS_TEST_TMPDIR/stick
  MONTHS=$BATS_TEST_TMPDIR/months
  mkdir -p "$BATS_TEST_TMPDIR/bin" "$STICK" "$MONTHS"
  # A machine with one stick, as far as the menu asks it. What is mounted is written down.
  for program in modprobe udevadm sleep; do
    printf '#!/bin/sh\nexit 0\n' >"$BATS_TEST_TMPDIR/bin/$program"
  done
  cat >"$BATS_TEST_TMPDIR/bin/lsblk" <<'END'
#!/bin/sh
case "$*" in
  "-nrpo PATH,TYPE")
    printf '/dev/sda disk\n/dev/sda1 part\n'
    [ -n "$NO_STICK" ] || printf '/dev/sdz disk\n/dev/sdz1 part\n'
    ;;
  "-nrso TRAN /dev/sda") echo sata ;;
  # A partition has no line of its own about that, but an empty one.
  "-nrso TRAN /dev/sda1") printf '\nsata\n' ;;
  "-nrso TRAN /dev/sdz") echo usb ;;
  "-nrso TRAN /dev/sdz1") printf '\nusb\n' ;;
  "-nro MOUNTPOINT "*) echo ;;
esac
END
  cat >"$BATS_TEST_TMPDIR/bin/mount" <<END
#!/bin/sh
echo "mount \$*" >>"$BATS_TEST_TMPDIR/said"
[ "\$3" = /dev/sdz1 ]
END
  printf '#!/bin/sh\necho "umount $*" >>"%s/said"\n' "$BATS_TEST_TMPDIR" >"$BATS_TEST_TMPDIR/bin/umount"
  printf '#!/bin/sh\necho "$*"\n' >"$BATS_TEST_TMPDIR/bin/runuser"
  chmod +x "$BATS_TEST_TMPDIR"/bin/*
}

# at_menu FUNCTION: what an entry of the menu does, with this stick and these months.
at_menu() {
  PATH="$BATS_TEST_TMPDIR/bin:$PATH" bash -euo pipefail -c '
    HERE=$0 STATE_MOUNT=/nowhere
    . "$HERE/core/texts.sh" && . "$HERE/core/menu.sh"
    load_texts en
    STICK=$2 KEPT_MONTHS=$3
    ("$1") || exit 1' "$(dirname "$SETUP")" "$1" "$STICK" "$MONTHS"
}

@test "closed months are copied to a folder of the stick, whole, and stay on the kiosk" {
  echo october >"$MONTHS/BIB21004A-1-2026-10.kmonth"
  echo november >"$MONTHS/BIB21004A-1-2026-11.kmonth"
  echo half >"$MONTHS/BIB21004A-1-2026-12.kmonth.new"
  echo age1 >"$MONTHS/coordinator"
  run at_menu take_months
  [ "$status" -eq 0 ]
  [ "$output" = "Figures are on the stick now, in the folder \"kiosk-months\". Months there: 2.
You can take the stick out now." ]
  diff - <(ls "$STICK/kiosk-months") <<'END'
BIB21004A-1-2026-10.kmonth
BIB21004A-1-2026-11.kmonth
END
  cmp "$MONTHS/BIB21004A-1-2026-11.kmonth" "$STICK/kiosk-months/BIB21004A-1-2026-11.kmonth"
  [ "$(find "$MONTHS" -name '*.kmonth' | wc -l)" -eq 2 ]
  # The disk itself has no file system, and the one of the machine is never touched.
  diff - <(grep -v '/dev/sdz ' "$BATS_TEST_TMPDIR/said") <<END
mount -o rw,nosuid,nodev,noexec /dev/sdz1 $STICK
umount $STICK
END
}

@test "a stick that goes round collects the months of all kiosks, and what is there is not written again" {
  echo october >"$MONTHS/BIB21004A-1-2026-10.kmonth"
  mkdir "$STICK/kiosk-months"
  echo other >"$STICK/kiosk-months/BIB21004A-2-2026-10.kmonth"
  # A copy that was cut off by pulling the stick out.
  echo oct >"$STICK/kiosk-months/BIB21004A-1-2026-10.kmonth"
  at_menu take_months
  [ "$(cat "$STICK/kiosk-months/BIB21004A-2-2026-10.kmonth")" = other ]
  [ "$(cat "$STICK/kiosk-months/BIB21004A-1-2026-10.kmonth")" = october ]
  touch -d 2020-01-01 "$STICK/kiosk-months/BIB21004A-1-2026-10.kmonth"
  at_menu take_months
  [ "$(date -r "$STICK/kiosk-months/BIB21004A-1-2026-10.kmonth" +%Y)" = 2020 ]
}

@test "a stick that takes nothing is named, and nothing half copied is left on it" {
  echo october >"$MONTHS/BIB21004A-1-2026-10.kmonth"
  # What stands in the place of the folder cannot be written into, by root either.
  echo file >"$STICK/kiosk-months"
  run at_menu take_months
  [[ $output == "This stick cannot be written"* ]]
  [ "$(ls "$STICK")" = kiosk-months ]
  [ "$(tail -n 1 "$BATS_TEST_TMPDIR/said")" = "umount $STICK" ]
}

@test "without a stick, or without a closed month, the menu says so" {
  run at_menu take_months
  [ "$status" -eq 1 ]
  [[ $output == "No month is closed yet"* ]]
  refute test -e "$BATS_TEST_TMPDIR/said"
  echo october >"$MONTHS/BIB21004A-1-2026-10.kmonth"
  NO_STICK=1 run at_menu take_months
  [ "$status" -eq 1 ]
  [[ $output == "No USB stick was found"* ]]
}

@test "packs are read from a stick that nothing is written to" {
  touch "$STICK/brussels.kpack"
  run at_menu bring_pack
  [ "$status" -eq 0 ]
  [ "$output" = "Found on the stick: brussels.kpack
-u kiosk -- kiosk pack install --state /var/lib/kiosk $STICK/brussels.kpack
You can take the stick out now." ]
  grep -qx "mount -o ro,nosuid,nodev,noexec /dev/sdz1 $STICK" "$BATS_TEST_TMPDIR/said"
}

@test "every entry of the menu is one that it shows, in each language" {
  cd "$BATS_TEST_DIRNAME/.."
  entries=$(sed -n '/(as_digit/,/esac/p' core/menu.sh | grep -oE '^ +[0-9]+\)' | tr -d ' )' | sort -n)
  for language in fr nl en; do
    shown=$(sed -n 's/^menu.choices = //p' "texts/$language" | sed 's/\\n/\n/g' | grep -oE '^[0-9]+' | sort -n)
    [ "$shown" = "$entries" ]
  done
}
