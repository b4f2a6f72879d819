#!/usr/bin/env bats
# What kiosk-setup does to a system: once, again, not at all, halfway, and back.

load helper

setup() {
  make_tree
}

@test "the settings say what was answered, and the kiosk takes them" {
  set_up
  grep -qF 'name = { fr = "Bibliothèque \"Sésame\" \\ 1", nl = "Bibliotheek Sésame", en =' "$TREE/etc/kiosk/kiosk.toml"
  grep -qF 'hours = { tuesday = "09:00-12:30,13:30-18:00", saturday = "10:00-16:00" }' "$TREE/etc/kiosk/kiosk.toml"
  grep -qx 'locked = true' "$TREE/etc/kiosk/kiosk.toml"
  cd "$BATS_TEST_DIRNAME/../.."
  kiosk=$(find target/release/kiosk target/debug/kiosk /usr/bin/kiosk 2>/dev/null | head -n 1)
  [ -n "$kiosk" ] || skip "there is no kiosk to ask"
  "$kiosk" check content --config "$TREE/etc/kiosk/kiosk.toml"
}

@test "the code of the place and the coordinator are settings, and an image has no key" {
  coordinator=age1y7wzafk9s004g238lfwdnw79r6n56jm5j36x4v8e2g973efusaequy4ltg
  printf 'code = BIB21004A\ncoordinator = %s\n' $coordinator >>"$ANSWERS"
  run set_up
  [ "$status" -eq 0 ]
  [[ $output != *"coordinator of the kiosks"* ]]
  grep -qx 'code = "BIB21004A"' "$TREE/etc/kiosk/kiosk.toml"
  [ "$(sed -n '/^\[usage\]$/,$p' "$TREE/etc/kiosk/kiosk.toml")" = "[usage]
coordinator = \"$coordinator\"" ]
  refute test -e "$TREE/var/lib/kiosk/kiosk.key"
}

@test "a second run changes nothing and says so" {
  set_up
  portrait "$TREE" >"$BATS_TEST_TMPDIR/first"
  run set_up
  [ "$status" -eq 0 ]
  [ "$output" = "Everything is as it should be. Nothing was changed." ]
  portrait "$TREE" | diff "$BATS_TEST_TMPDIR/first" -
}

@test "undo gives back every byte, right, link and time" {
  portrait "$TREE" >"$BATS_TEST_TMPDIR/before"
  set_up
  "$SETUP" --root "$TREE" --undo --yes
  portrait "$TREE" | diff "$BATS_TEST_TMPDIR/before" -
}

@test "undo gives back what was there before the first run, not before the last one" {
  portrait "$TREE" >"$BATS_TEST_TMPDIR/before"
  set_up
  sed -i 's/keyboard = be/keyboard = us/' "$ANSWERS"
  set_up
  "$SETUP" --root "$TREE" --undo --yes
  portrait "$TREE" | diff "$BATS_TEST_TMPDIR/before" -
}

@test "undo leaves what others put into a folder that setup made" {
  set_up
  echo mine >"$TREE/etc/kiosk/keys/library.pub"
  "$SETUP" --root "$TREE" --undo --yes
  [ "$(cat "$TREE/etc/kiosk/keys/library.pub")" = mine ]
}

@test "undo of nothing says so" {
  run "$SETUP" --root "$TREE" --undo --yes
  [ "$status" -eq 0 ]
  [[ $output == *"has changed nothing"* ]]
}

@test "a dry run writes nothing and names every file" {
  portrait "$TREE" >"$BATS_TEST_TMPDIR/before"
  run set_up --dry-run
  [ "$status" -eq 0 ]
  [[ $output == *"nothing was changed"* ]]
  portrait "$TREE" | diff "$BATS_TEST_TMPDIR/before" -
  set_up >/dev/null
  while IFS= read -r path; do
    [[ $output == *"$path"* ]] || { echo "not named: $path"; false; }
  done < <(cut -f 2 "$TREE/var/lib/kiosk-setup/records" | grep -v '/wants\|\.wants$\|\.d$' | grep -F .)
}

@test "nobody who says no has anything changed" {
  portrait "$TREE" >"$BATS_TEST_TMPDIR/before"
  run "$SETUP" --root "$TREE" --answers "$ANSWERS" <<<"no"
  [ "$status" -eq 1 ]
  portrait "$TREE" | diff "$BATS_TEST_TMPDIR/before" -
}

@test "what other answers no longer want is given back" {
  set_up
  [ -e "$TREE/etc/systemd/system/var-tmp.mount" ]
  rmdir "$TREE/var/tmp"
  set_up
  [ ! -e "$TREE/etc/systemd/system/var-tmp.mount" ]
  [ ! -L "$TREE/etc/systemd/system/local-fs.target.wants/var-tmp.mount" ]
}

@test "a run killed at any rename or copy is repaired by running again, and can be undone" {
  portrait "$TREE" >"$BATS_TEST_TMPDIR/before"
  set_up
  (cd "$TREE" && find . -type f ! -path './var/lib/kiosk-setup/*' -print0 | sort -z | xargs -0 sha256sum) >"$BATS_TEST_TMPDIR/whole"
  "$SETUP" --root "$TREE" --undo --yes
  for point in "mv 1" "mv 2" "mv 3" "mv 17" "mv 60" "cp 1" "cp 2"; do
    read -r program call <<<"$point"
    kills_at_call "$program" "$call"
    run env PATH="$KILLS:$PATH" "$SETUP" --root "$TREE" --answers "$ANSWERS" --yes
    [ "$status" -eq 137 ] || { echo "not killed at $point: $status"; false; }
    if [ "$call" -eq 2 ] || [ "$call" -eq 60 ]; then
      "$SETUP" --root "$TREE" --undo --yes
      portrait "$TREE" | diff "$BATS_TEST_TMPDIR/before" - || { echo "undo after $point"; false; }
    fi
    set_up
    (cd "$TREE" && find . -type f ! -path './var/lib/kiosk-setup/*' -print0 | sort -z | xargs -0 sha256sum) |
      diff "$BATS_TEST_TMPDIR/whole" - || { echo "again after $point"; false; }
    "$SETUP" --root "$TREE" --undo --yes
  done
  portrait "$TREE" | diff "$BATS_TEST_TMPDIR/before" -
}

@test "a run that was cut off after its last file goes on, and says so by what it does" {
  set_up
  echo 1 >"$TREE/var/lib/kiosk-setup/notes/unfinished"
  run set_up
  [ "$status" -eq 0 ]
  [[ $output == *"Done: the tree"* ]]
  run set_up
  [[ $output == *"Nothing was changed."* ]]
}

@test "file systems of disks are read-only, and nothing else in fstab changes" {
  set_up
  diff - "$TREE/etc/fstab" <<'END'
# <file system> <mount point> <type> <options> <dump> <pass>
UUID=1234 / ext4 ro,noatime,errors=remount-ro 0 1
UUID=56AB /boot/efi vfat ro,noatime,umask=0077 0 1
UUID=7890  none       swap  sw                 0 0
/dev/sr0   /media/cdrom0 udf,iso9660 user,noauto 0 0
END
}

@test "a link that leads out of the tree is refused, and nothing is written outside" {
  mkdir "$BATS_TEST_TMPDIR/outside"
  rmdir "$TREE/etc/sysctl.d"
  ln -s "$BATS_TEST_TMPDIR/outside" "$TREE/etc/sysctl.d"
  run set_up
  [ "$status" -eq 3 ]
  [[ $output == *"leads out of"* ]]
  [ -z "$(ls -A "$BATS_TEST_TMPDIR/outside")" ]
}

@test "a new boot password is shown once, and only its hash is kept" {
  sed -i '/^boot_password_hash/d' "$ANSWERS"
  mkdir "$BATS_TEST_TMPDIR/bin"
  printf '#!/bin/sh\ncat >%s\necho "PBKDF2 hash of your password is grub.pbkdf2.sha512.10000.AA.BB"\n' \
    "$BATS_TEST_TMPDIR/given" >"$BATS_TEST_TMPDIR/bin/grub-mkpasswd-pbkdf2"
  chmod +x "$BATS_TEST_TMPDIR/bin/grub-mkpasswd-pbkdf2"
  PATH="$BATS_TEST_TMPDIR/bin:$PATH" run set_up
  [ "$status" -eq 0 ]
  password=$(head -n 1 "$BATS_TEST_TMPDIR/given")
  # The keys of these letters are the same on AZERTY and QWERTY.
  [[ $password =~ ^[bcdefghjknoprstuvxy]{12}$ ]]
  [[ $output == *"${password:0:4} ${password:4:4} ${password:8}"* ]]
  refute grep -rqF "$password" "$TREE"
  grep -qx 'password_pbkdf2 kiosk grub.pbkdf2.sha512.10000.AA.BB' "$TREE/etc/grub.d/01_kiosk-password"
  PATH="$BATS_TEST_TMPDIR/bin:$PATH" run set_up
  [[ $output == *"Nothing was changed."* ]]
}

@test "who is not root is told so in one sentence" {
  chmod 755 "$BATS_TEST_TMPDIR"
  run setpriv --reuid=65534 --regid=65534 --clear-groups "$SETUP" --dry-run
  [ "$status" -eq 3 ]
  [ "${#lines[@]}" -eq 1 ]
  [[ $output == *root* ]]
}

@test "wrong words are refused with 2" {
  for words in --frobnicate --answers "--answers /nowhere" "--root /nowhere" --screen "--screen wall"; do
    # shellcheck disable=SC2086  # words
    run "$SETUP" $words
    [ "$status" -eq 2 ] || { echo "$words: $status"; false; }
    [ "${#lines[@]}" -eq 1 ]
  done
}

@test "the units that it writes are units, and the sandbox of the kiosk is left alone" {
  command -v systemd-analyze >/dev/null || skip "there is no systemd-analyze"
  set_up
  cd "$TREE/etc/systemd/system"
  for unit in kiosk-*.service kiosk-*.timer ./*.mount; do
    run systemd-analyze verify "./$unit"
    # What is not installed on the machine of the test is no fault of the unit.
    faults=$(grep -vE 'is not executable|Unit .* not found|Command .*man' <<<"$output" || true)
    [ -z "$faults" ] || { echo "$unit: $faults"; false; }
  done
  refute grep -q '^\[Service\]' kiosk.service.d/kiosk-setup.conf
}

@test "a keymap keeps letters and loses every key that leaves the screen" {
  console_keys=$(sed -n "s/^console_keys='\(.*\)'$/\1/p" "$BATS_TEST_DIRNAME/../machine/lock")
  result=$(sed -E "s/$console_keys/VoidSymbol/g" <<'END'
keycode  16 = +a +A at VoidSymbol
keycode  59 = F1 F13 Console_13 F25
	alt	keycode  59 = Console_1
	alt	keycode 105 = Decr_Console
	alt	keycode 106 = Incr_Console
	control	alt	keycode 111 = Boot
keycode  70 = Scroll_Lock Show_Memory Show_Registers
	shift	keycode 104 = Scroll_Backward
keycode  84 = Last_Console
	alt	keycode 103 = KeyboardSignal
keycode  69 = Num_Lock
keycode  58 = Caps_Lock
END
  )
  refute grep -qE 'Console|Boot|Scroll|Show|KeyboardSignal' <<<"$result"
  grep -q '+a +A at' <<<"$result"
  grep -q 'F1 F13 VoidSymbol F25' <<<"$result"
  grep -q Num_Lock <<<"$result"
  grep -q Caps_Lock <<<"$result"
}

@test "the end of a run on a machine shows the line for the coordinator, or what is in its way" {
  # The program and its user, as far as this asks them.
  mkdir "$BATS_TEST_TMPDIR/bin"
  printf '#!/bin/sh\nexit 0\n' >"$BATS_TEST_TMPDIR/bin/kiosk"
  cat >"$BATS_TEST_TMPDIR/bin/runuser" <<'END'
#!/bin/sh
[ "$*" = "-u kiosk -- kiosk indicators enrol --state /var/lib/kiosk --config /etc/kiosk/kiosk.toml" ] || exit 9
cat "$ENROLMENT" && exit "$STATUS"
END
  chmod +x "$BATS_TEST_TMPDIR"/bin/*
  shown() {
    echo "$2" >"$BATS_TEST_TMPDIR/said"
    PATH="$BATS_TEST_TMPDIR/bin:$PATH" ENROLMENT="$BATS_TEST_TMPDIR/said" STATUS=$1 bash -euo pipefail -c '
      HERE=$0 ROOT=
      . "$HERE/core/texts.sh" && . "$HERE/pieces/enrolment.sh"
      load_texts en
      show_enrolment' "$(dirname "$SETUP")"
  }
  run shown 0 'kiosk = [{ number = 1, key = "RWx", from = "2026-11" }] # of the site BIB21004A'
  [[ $output == "Send this line to the coordinator"*'kiosk = [{ number = 1, key = "RWx", from = "2026-11" }] # of the site BIB21004A'* ]]
  run shown 1 'kiosk: the site of this kiosk has no code'
  [[ $output == "The line for the coordinator is missing: kiosk: the site of this kiosk has no code"* ]]
}
