# shellcheck shell=bash
# The only way in which pieces change files: they say what they want, and this file compares, records and writes.
#
# What a path held before is recorded before it is first changed, and never again; all of it is on the disk before the first
# change. A killed run leaves either the old file or the new one, and the record tells what to give back. Running again goes on where it stopped.

RECORD_FOLDER=/var/lib/kiosk-setup
declare -a CHANGED=()
declare -A WANTED=()

records() { printf '%s' "$ROOT$RECORD_FOLDER/records"; }
original_of() { printf '%s' "$ROOT$RECORD_FOLDER/originals$1"; }

# Starts a pass over all pieces. MODE is `plan` (look only), `record` (keep what is there) or `apply`.
begin_pass() {
  MODE=$1
  CHANGED=()
  WANTED=()
}

# In the tree of an image a link may lead out of it, into the machine that builds it.
is_inside_root() {
  local folder=$ROOT$1
  [ -n "$ROOT" ] || return 0
  while [ ! -d "$folder" ]; do
    folder=$(dirname "$folder")
  done
  [[ $(realpath "$folder")/ == "$ROOT"/* ]]
}

# change PATH COMMAND...: notes the change; when applying, records what was there and carries it out.
change() {
  local path=$1
  shift
  CHANGED+=("$path")
  [ "$MODE" != plan ] || return 0
  is_inside_root "$(dirname "$path")" || fail 3 error.outside "$path" "$ROOT"
  keep_original "$path"
  [ "$MODE" = apply ] || return 0
  mkdir -p "$(dirname "$ROOT$path")"
  "$@"
}

# want_file PATH MODE: the file holds what standard input says. Without other programs as far as possible: a self-test looks
# at all files on a slow machine.
want_file() {
  local path=$1 mode=$2 content
  WANTED[$path]=1
  IFS= read -rd '' content || true
  is_file_as_wanted "$ROOT$path" "$mode" "$content" || change "$path" put_file "$path" "$mode" "$content"
}

is_file_as_wanted() {
  local now
  [ -f "$1" ] && [ ! -L "$1" ] || return 1
  IFS= read -rd '' now <"$1" || true
  [ "$now" = "$3" ] && [ "$(stat -c %a "$1")" = "$2" ]
}

put_file() {
  local beside=$ROOT$1.kiosk-setup-new
  printf '%s' "$3" >"$beside"
  chmod "$2" "$beside"
  mv -fT "$beside" "$ROOT$1"
}

# want_link PATH TARGET
want_link() {
  local path=$1 target=$2
  WANTED[$path]=1
  [ "$(readlink "$ROOT$path")" = "$target" ] || change "$path" put_link "$path" "$target"
}

put_link() {
  local beside=$ROOT$1.kiosk-setup-new
  ln -sfnT "$2" "$beside"
  mv -fT "$beside" "$ROOT$1"
}

# want_folder PATH: a place for a mount. What is in it later belongs to others: --undo takes it away only if it is empty.
want_folder() {
  [ ! -d "$ROOT$1" ] || return 0
  CHANGED+=("$1")
  [ "$MODE" != plan ] || return 0
  record_new_folders "$1"
  mkdir -p "$ROOT$1"
}

# want_made_by_acts PATH...: files or folders that a command of the piece writes. They are recorded, not compared.
want_made_by_acts() {
  local path
  for path in "$@"; do
    WANTED[$path]=1
    [ "$MODE" != record ] || [ -n "$ROOT" ] || keep_original "$path"
  done
}

# want_masked UNIT...: systemd cannot start it, whoever asks.
want_masked() {
  local unit
  for unit in "$@"; do
    want_link "/etc/systemd/system/$unit" /dev/null
  done
}

# want_unit UNIT TARGET: a unit of ours, text on standard input, that is started with TARGET.
want_unit() {
  want_file "/etc/systemd/system/$1" 644
  want_link "/etc/systemd/system/$2.wants/$1" "../$1"
}

# want_program NAME: a program of machine/, where the units look for it.
want_program() {
  want_file "$MACHINE_FOLDER/$1" 755 <"$HERE/machine/$1"
}

is_recorded() {
  [ -f "$(records)" ] && grep -qFx -e "kept	$1" -e "absent	$1" "$(records)"
}

record() {
  printf '%s\t%s\n' "$1" "$2" >>"$(records)"
}

keep_original() {
  local path=$1 kept
  is_recorded "$path" && return 0
  record_new_folders "$(dirname "$path")"
  if [ ! -e "$ROOT$path" ] && [ ! -L "$ROOT$path" ]; then
    record absent "$path"
    return 0
  fi
  kept=$(original_of "$path")
  mkdir -p "$(dirname "$kept")"
  rm -rf "$kept"
  cp -a "$ROOT$path" "$kept"
  record kept "$path"
}

# Folders that this program makes are taken away again by --undo, if nothing else is in them.
record_new_folders() {
  [ ! -d "$ROOT$1" ] || return 0
  record_new_folders "$(dirname "$1")"
  grep -qsFx "folder	$1" "$(records)" || record folder "$1"
}

# Gives back what an earlier run changed and this one no longer wants, such as the hours of another answer.
give_back_unwanted() {
  local kind path
  [ -f "$(records)" ] || return 0
  while IFS=$'\t' read -r kind path; do
    [ "$kind" != folder ] && [ -z "${WANTED[$path]+wanted}" ] || continue
    is_as_before "$kind" "$path" && continue
    CHANGED+=("$path")
    [ "$MODE" != apply ] || give_back "$kind" "$path"
  done < <(cat "$(records)")
}

is_as_before() {
  case $1 in
    absent) [ ! -e "$ROOT$2" ] && [ ! -L "$ROOT$2" ] ;;
    kept) same_tree "$(original_of "$2")" "$ROOT$2" ;;
  esac
}

same_tree() {
  diff -rq --no-dereference "$1" "$2" >/dev/null 2>&1 && [ "$(stat -c '%a %u %g' "$1")" = "$(stat -c '%a %u %g' "$2")" ]
}

give_back() {
  local kind=$1 path=$2 beside=$ROOT$2.kiosk-setup-new
  rm -rf "$beside"
  case $kind in
    absent) rm -rf "$ROOT$path" ;;
    kept)
      cp -a "$(original_of "$path")" "$beside"
      # A folder cannot be replaced in one step.
      [ -L "$ROOT$path" ] || [ ! -d "$ROOT$path" ] || rm -rf "$ROOT$path"
      mv -fT "$beside" "$ROOT$path"
      ;;
    folder) rmdir --ignore-fail-on-non-empty "$ROOT$path" 2>/dev/null || true ;;
  esac
}

# Gives everything back, the newest change first, and forgets it only at the very end.
give_back_everything() {
  local kind path
  while IFS=$'\t' read -r kind path; do
    give_back "$kind" "$path"
  done < <(tac "$(records)")
}

# note KEY VALUE and noted KEY: what else has to be known at the next run, such as which partition was changed.
note() {
  mkdir -p "$ROOT$RECORD_FOLDER/notes"
  chmod 700 "$ROOT$RECORD_FOLDER"
  printf '%s\n' "$2" >"$ROOT$RECORD_FOLDER/notes/$1.new"
  mv -fT "$ROOT$RECORD_FOLDER/notes/$1.new" "$ROOT$RECORD_FOLDER/notes/$1"
}

noted() {
  cat "$ROOT$RECORD_FOLDER/notes/$1" 2>/dev/null || true
}

forget_note() {
  rm -f "$ROOT$RECORD_FOLDER/notes/$1"
}
