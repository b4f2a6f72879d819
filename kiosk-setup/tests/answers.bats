#!/usr/bin/env bats
# What may be answered, and what is said about a wrong answer.

load helper

setup() {
  make_tree
}

# refused LINE WORD: the file of answers with this line more is refused at that line, with that word of the mend, and
# nothing is written.
refused() {
  write_answers
  sed -i "/^${1%%[. =]*}[. =]/d" "$ANSWERS"
  printf '%s\n' "$1" >>"$ANSWERS"
  local number
  number=$(wc -l <"$ANSWERS")
  run set_up
  [ "$status" -eq 2 ] || { echo "'$1' was taken: $status"; return 1; }
  [[ $output == *"$ANSWERS:$number: "*"$2"* ]] || { echo "'$1': $output"; return 1; }
  [ ! -e "$TREE/var/lib/kiosk-setup" ]
}

@test "a machine that was installed without a language understands names with accents" {
  sed -i 's/^commune = .*/commune = Evere/; s/^hours.tuesday = .*/hours.tuesday = 9h–12h/' "$ANSWERS"
  LANG=C set_up
  grep -q 'commune = "evere"' "$TREE/etc/kiosk/kiosk.toml"
}

@test "each wrong answer is refused at its line, with its mend" {
  refused 'staff_language = de' 'write fr, nl or en'
  refused 'keyboard = azerty' 'write be, fr or us'
  refused 'closing = sleep' 'write screen-off or power-off'
  refused 'number = 0' 'from 1 to 9999'
  refused 'code = É 1' 'BIB21004A'
  refused 'coordinator = age1abc' 'begins with age1'
  refused 'screen = large' '1920x1080'
  refused 'boot_password_hash = secret' 'grub-mkpasswd-pbkdf2'
  refused 'commune = ???' 'Schaerbeek'
  refused "place = $(printf 'x%.0s' {1..101})" '1 to 100 characters'
  refused "place = $(printf 'a\033[2J')" '1 to 100 characters'
  refused 'place =' '1 to 100 characters'
  refused 'nonsense' 'write a line such as'
  refused 'colour = red' 'write one of: staff_language'
}

@test "hours that are none are refused" {
  for hours in 12 9-9 18-9 24-25 9:60-10 '9-12,11-13' '9-12,' a-b 9--12 '9-12;13-17'; do
    refused "hours.monday = $hours" 'write for example 9:00-12:00'
  done
}

@test "hours are taken as people write them" {
  for hours in 9-17 09:00-17:00 9h-17h 9u00-17u00 9.00-17.00 '9:00 - 17:00' '9h00–17h00'; do
    write_answers
    sed -i '/^hours/d' "$ANSWERS"
    echo "hours.monday = $hours" >>"$ANSWERS"
    run set_up
    [ "$status" -eq 0 ] || { echo "$hours: $output"; false; }
    grep -qF 'hours = { monday = "09:00-17:00" }' "$TREE/etc/kiosk/kiosk.toml"
  done
}

@test "a commune has one name, whoever writes it" {
  for commune in saint-gilles Saint-Gilles 'Saint Gilles' Sint-Gillis; do
    write_answers
    sed -i "s/^commune.*/commune = $commune/" "$ANSWERS"
    set_up >/dev/null
    grep -qx 'commune = "saint-gilles"' "$TREE/etc/kiosk/kiosk.toml"
  done
}

@test "letters with accents are letters, whatever the language of whoever starts it" {
  sed -i 's/^commune.*/commune = Woluwe-Saint-Étienne/' "$ANSWERS"
  LC_ALL=C LANG=C set_up >/dev/null
  grep -qx 'commune = "woluwe-saint-etienne"' "$TREE/etc/kiosk/kiosk.toml"
}

@test "all faults of a file are told at once, and what is missing too" {
  printf 'keyboard = x\nkeyboard = y\nhours.monday = z\n' >"$ANSWERS"
  run set_up
  [ "$status" -eq 2 ]
  [[ $output == *":1: "*":2: "*":3: "*'"place" is missing'*'"commune" is missing'*"no opening hours"* ]]
}

@test "an answer given twice is refused" {
  echo 'place = Another' >>"$ANSWERS"
  run set_up
  [ "$status" -eq 2 ]
  [[ $output == *"delete one of the two lines"* ]]
}

@test "an answer is text, whatever it looks like" {
  # shellcheck disable=SC2016  # it must not expand
  sed -i 's|^place = .*|place = $(touch '"$BATS_TEST_TMPDIR"'/run) `id` ; %s \\n|' "$ANSWERS"
  set_up
  [ ! -e "$BATS_TEST_TMPDIR/run" ]
  # shellcheck disable=SC2016
  grep -qF '$(touch '"$BATS_TEST_TMPDIR"'/run) `id` ; %s \\n' "$TREE/etc/kiosk/kiosk.toml"
}

@test "a file from another system is read too" {
  sed -i 's/$/\r/' "$ANSWERS"
  set_up
  refute grep -q $'\r' "$TREE/etc/kiosk/kiosk.toml"
}

@test "five questions, a wrong answer asked again, and the same answers offered the next time" {
  rm -r "$TREE/etc/grub.d"
  run "$SETUP" --root "$TREE" <<<$'de\nnl\nBib Zuid\nSchaarbeek\nqwertz\nbe\nzaal 2\nGesloten\n9-12\n\n\n\n\n\nja'
  [ "$status" -eq 0 ]
  [[ $output == *'"de" is'*'"qwertz" is geen toetsenbord'* ]]
  grep -qx 'commune = "schaerbeek"' "$TREE/etc/kiosk/kiosk.toml"
  grep -qx 'hours = { tuesday = "09:00-12:00" }' "$TREE/etc/kiosk/kiosk.toml"
  run "$SETUP" --root "$TREE" <<<$'\n\n\n\n\n\n\n\n\n\n\n\n'
  [ "$status" -eq 0 ]
  [[ $output == *"Enter behoudt: Bib Zuid"*"Er is niets veranderd"* ]]
}

@test "the end of the input is no answer" {
  run "$SETUP" --root "$TREE" <<<"nl"
  [ "$status" -eq 2 ]
  [ ! -e "$TREE/etc/kiosk" ]
}

# font_for SCREEN: font and mode that are chosen.
font_for() {
  write_answers
  echo "screen = $1" >>"$ANSWERS"
  set_up >/dev/null
  echo "$(sed -n 's/^FONTSIZE="\(.*\)"/\1/p' "$TREE/etc/default/console-setup")$(grep -o 'video=[0-9x]*' "$TREE/etc/grub.d/09_kiosk" | sed 's/video=/ /')"
}

@test "letters are as large as one needs at half a metre, and the screen holds as much as it can" {
  # 22 inches, 24 inches, a square one of 19 inches, a large television, a small laptop.
  [ "$(font_for '1920x1080 477x268')" = "14x28 1280x720" ]
  [ "$(font_for '1920x1080 531x299')" = "12x24 1280x720" ]
  [ "$(font_for '1280x1024 376x301')" = "12x24 1280x720" ]
  [ "$(font_for '1920x1080 1018x573')" = "10x18" ]
  [ "$(font_for '1366x768 309x174')" = "14x28 640x480" ]
}

@test "a screen that is not known gets the largest letters and its own points" {
  set_up
  grep -qx 'FONTSIZE="16x32"' "$TREE/etc/default/console-setup"
  refute grep -q 'video=' "$TREE/etc/grub.d/09_kiosk"
}
