#!/usr/bin/env bats
# The words: the same in three languages, none missing, none too many; and what belongs to every piece.

load helper

TEXTS=$BATS_TEST_DIRNAME/../texts

keys_of() {
  grep -oE '^[a-z][a-z0-9_.-]* = ' "$TEXTS/$1" | sort
}

# Key and what is filled in, in order.
holes_of() {
  grep -E '^[a-z]' "$TEXTS/$1" | while IFS= read -r line; do
    echo "${line%% = *} $(grep -o '%s' <<<"$line" | wc -l)"
  done | sort
}

@test "all languages have the same keys, once each, with the same holes" {
  for language in fr nl; do
    diff <(keys_of en) <(keys_of $language)
    diff <(holes_of en) <(holes_of $language)
  done
  [ -z "$(keys_of en | uniq -d)" ]
}

@test "no text has a sign that printf would take for its own" {
  refute grep -nE '%[^s]|%$' "$TEXTS"/{fr,nl,en}
}

@test "every text that is asked for exists, and every text is asked for" {
  cd "$BATS_TEST_DIRNAME/.."
  # shellcheck disable=SC2016  # the names of variables, as they stand there
  asked=$(
    cat kiosk-setup core/*.sh pieces/*.sh | grep -v '^ *#' | grep -oE '\b(say|text|fail [0-9]|wrong_line "\$file" "\$number") [a-z][a-z0-9.-]+' | awk '{ print $NF }'
    cat pieces/*.sh kiosk-setup | grep -oE '\b(passed|failed|check_that|untestable) [a-z][a-z-]+' | awk '{ print "check." $2 }'
    cat pieces/*.sh | grep -oE '\buntestable [a-z-]+ why\.[a-z-]+' | awk '{ print $3 }'
    sed -n '/^PIECES=(/,/)/p' kiosk-setup | tr -d '()' | sed 's/PIECES=//' | tr ' ' '\n' | grep . | sed 's/^/plan./'
  )
  while IFS= read -r key; do
    grep -q "^$key = " "$TEXTS/en" || { echo "no text: $key"; false; }
  done < <(sort -u <<<"$asked")
  # These are put together from parts.
  while IFS= read -r key; do
    grep -qx "$key" <<<"$asked" || { echo "nobody asks for: $key"; false; }
  done < <(keys_of en | sed 's/ = //' | grep -vE '^(ask|day|answers\.mend|check\..*\.mend)')
}

@test "every piece wants something, checks something and says what it is for" {
  cd "$BATS_TEST_DIRNAME/.."
  for file in pieces/*.sh; do
    piece=$(basename "$file" .sh)
    grep -q "^${piece}_wants() {" "$file" || { echo "$piece wants nothing"; false; }
    grep -q "^${piece}_check() {" "$file" || { echo "$piece checks nothing"; false; }
    grep -qE "^PIECES=.*\b$piece\b|^  .*\b$piece\b.*\)$" kiosk-setup || { echo "$piece is in no list"; false; }
    grep -q "^plan.$piece = " texts/en
  done
}

@test "scripts pass shellcheck" {
  command -v shellcheck >/dev/null || skip "there is no shellcheck"
  cd "$BATS_TEST_DIRNAME/.."
  shellcheck kiosk-setup core/*.sh pieces/*.sh package/{build,man-page,static,try} machine/{boot-menu,cannot-start,clock,hours,lock,state,zram} tests/*.bats tests/*.bash
}

@test "the manual and --help name every word, and the manual is one" {
  manual=$BATS_TEST_TMPDIR/kiosk-setup.8
  "$BATS_TEST_DIRNAME/../package/man-page" >"$manual"
  while IFS= read -r word; do
    case $word in
      # Said by the units that this program writes, and by nobody else.
      --menu | --self-test | --help) continue ;;
    esac
    grep -qF -- "${word//-/\\-}" "$manual" || { echo "the manual does not name $word"; false; }
    for language in fr nl en; do
      grep -q "^help = .*[ ;]$word" "$TEXTS/$language" || { echo "--help does not name $word in $language"; false; }
    done
  done < <(sed -n '/^read_words() {/,/^}/p' "$SETUP" | grep -oE '^ +(-[a-z-]+ \| )*--[a-z-]+( \| --[a-z-]+)*\)' | grep -oE -- '--[a-z-]+')
  command -v groff >/dev/null || skip "there is no groff"
  [ -z "$(groff -man -Tutf8 -ww "$manual" 2>&1 >/dev/null)" ]
}
