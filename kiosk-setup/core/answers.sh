# shellcheck shell=bash
# The answers: five questions, or a file of `key = value` lines. A file is read, never run.

declare -A ANSWER
DAYS=(monday tuesday wednesday thursday friday saturday sunday)
# Any answer that an answers file may hold; `KEY.LANGUAGE` and `KEY.DAY` stand for one key each.
ANSWER_KEYS=(staff_language place place.fr place.nl place.en commune keyboard connected_computer connected_computer.fr
  connected_computer.nl connected_computer.en number code coordinator closing screen display
  boot_password_hash
  "${DAYS[@]/#/hours.}" "${DAYS[@]/#/staff_hours.}")
REQUIRED_ANSWERS=(staff_language place commune keyboard connected_computer)
TEXT_MAX=100
# The names of the communes of Brussels in Dutch, where they are not the French ones; counts use one name for each.
declare -A FRENCH_COMMUNE=([elsene]=ixelles [etterbeek]=etterbeek [brussel]=bruxelles [oudergem]=auderghem [schaarbeek]=schaerbeek
  [sint-agatha-berchem]=berchem-sainte-agathe [sint-gillis]=saint-gilles [sint-jans-molenbeek]=molenbeek-saint-jean
  [sint-joost-ten-node]=saint-josse-ten-noode [sint-lambrechts-woluwe]=woluwe-saint-lambert
  [sint-pieters-woluwe]=woluwe-saint-pierre [ukkel]=uccle [vorst]=forest [watermaal-bosvoorde]=watermael-boitsfort)

# Reads a file of answers; every fault is told with its line and its mend.
read_answers() {
  local file=$1 line number=0 faults=0 key value
  [ -r "$file" ] && [ -f "$file" ] || fail 2 error.answers-unreadable "$file"
  ANSWER=()
  while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    line=$(trimmed "$line")
    [ -n "$line" ] && [ "${line:0:1}" != '#' ] || continue
    if [[ $line != *=* ]]; then
      wrong_line "$file" "$number" answers.no-equals "$line"
      continue
    fi
    key=$(trimmed "${line%%=*}")
    value=$(trimmed "${line#*=}")
    take_answer "$file" "$number" "$key" "$value"
  done <"$file"
  tell_missing_answers "$file" "$number"
  [ "$faults" -eq 0 ] || exit 2
}

trimmed() {
  local value=$1
  value=${value#"${value%%[![:space:]]*}"}
  printf '%s' "${value%"${value##*[![:space:]]}"}"
}

# wrong_line FILE LINE KEY [VALUE...]
wrong_line() {
  local file=$1 number=$2
  shift 2
  printf '%s:%s: %s\n' "$file" "$number" "$(text "$@")" >&2
  faults=$((faults + 1))
}

take_answer() {
  local file=$1 number=$2 key=$3 value=$4 right
  if ! is_among "$key" "${ANSWER_KEYS[@]}"; then
    wrong_line "$file" "$number" answers.no-such-key "$key" "${ANSWER_KEYS[*]}"
  elif [ -n "${ANSWER[$key]+set}" ]; then
    wrong_line "$file" "$number" answers.twice "$key"
  elif right=$(as_answer "$key" "$value"); then
    ANSWER[$key]=$right
  else
    wrong_line "$file" "$number" "answers.mend.$(kind_of "$key")" "$key" "$value"
  fi
}

tell_missing_answers() {
  local file=$1 number=$2 key
  for key in "${REQUIRED_ANSWERS[@]}"; do
    [ -n "${ANSWER[$key]+set}" ] || wrong_line "$file" "$number" answers.missing "$key"
  done
  has_hours hours || wrong_line "$file" "$number" answers.missing-hours
}

is_among() {
  local wanted=$1 word
  shift
  for word in "$@"; do
    [ "$word" != "$wanted" ] || return 0
  done
  return 1
}

# has_hours hours|staff_hours: whether any day has some.
has_hours() {
  local day
  for day in "${DAYS[@]}"; do
    [ -z "${ANSWER[$1.$day]:-}" ] || return 0
  done
  return 1
}

# What kind of value a key has; each kind has its sentence `answers.mend.KIND`.
kind_of() {
  case $1 in
    hours.* | staff_hours.*) echo hours ;;
    place* | connected_computer*) echo line ;;
    *) echo "$1" | tr _ - ;;
  esac
}

# as_answer KEY VALUE: the value as it is kept; fails where it does not fit.
as_answer() {
  local value=$2
  case $(kind_of "$1") in
    staff-language) one_of "$value" fr nl en ;;
    keyboard) one_of "$value" be fr us ;;
    display) one_of "$value" console touch ;;
    closing) one_of "$value" screen-off power-off ;;
    number) matching "$value" '[1-9][0-9]{0,3}' ;;
    code) matching "$value" '[A-Za-z0-9-]{1,32}' ;;
    coordinator) matching "$value" 'age1[02-9ac-hj-np-z]{58}' ;;
    screen) matching "$value" '[1-9][0-9]{2,4}x[1-9][0-9]{2,4} [1-9][0-9]{1,3}x[1-9][0-9]{1,3}' ;;
    boot-password-hash) matching "$value" 'grub\.pbkdf2\.sha512\.[0-9]+\.[0-9A-Fa-f]+\.[0-9A-Fa-f]+' ;;
    commune) as_commune "$value" ;;
    hours) as_hours "$value" ;;
    line) as_line "$value" ;;
  esac
}

one_of() {
  local value=$1
  shift
  is_among "$value" "$@" && printf '%s' "$value"
}

matching() {
  [[ $1 =~ ^$2$ ]] && printf '%s' "$1"
}

# One line that a screen can show.
as_line() {
  [ -n "$1" ] && [ ${#1} -le $TEXT_MAX ] && [[ $1 != *[[:cntrl:]]* ]] && printf '%s' "$1"
}

# "Saint-Gilles", "saint gilles" and "Sint-Gillis" are one commune.
as_commune() {
  local name
  name=$(sed 'y/ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜàâäçéèêëîïôöùûü/aaaceeeeiioouuuaaaceeeeiioouuu/' <<<"$1" | tr '[:upper:]' '[:lower:]' |
    sed -E "s/[ '’_]+/-/g")
  matching "${FRENCH_COMMUNE[$name]:-$name}" '[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?'
}

# "9-12, 13h30-17" is kept as "09:00-12:00,13:30-17:00". A day on which the place is closed is left out.
as_hours() {
  local part from to last=-1 result=
  local -a parts
  [[ $1 != *, ]] || return 1
  IFS=, read -ra parts <<<"${1// /}"
  [ ${#parts[@]} -gt 0 ] || return 1
  for part in "${parts[@]}"; do
    [[ $part =~ ^([0-9:.hu]+)[-–]([0-9:.hu]+)$ ]] || return 1
    from=$(as_time "${BASH_REMATCH[1]}") || return 1
    to=$(as_time "${BASH_REMATCH[2]}") || return 1
    [ "$(minutes "$from")" -ge "$last" ] && [ "$(minutes "$from")" -lt "$(minutes "$to")" ] || return 1
    last=$(minutes "$to")
    result+=${result:+,}$from-$to
  done
  printf '%s' "$result"
}

as_time() {
  [[ $1 =~ ^([0-9]{1,2})([:.hu]([0-9]{2})?)?$ ]] || return 1
  local hour=$((10#${BASH_REMATCH[1]})) minute=$((10#${BASH_REMATCH[3]:-0}))
  [ "$hour" -le 23 ] && [ "$minute" -le 59 ] && printf '%02d:%02d' "$hour" "$minute"
}

minutes() {
  echo $((10#${1%:*} * 60 + 10#${1#*:}))
}

# The five questions. What was answered before is offered again.
ask_all() {
  [ ! -f "$ROOT$RECORD_FOLDER/answers" ] || read_answers "$ROOT$RECORD_FOLDER/answers"
  ask staff_language
  load_texts "${ANSWER[staff_language]}"
  say ask.intro
  ask place
  ask commune
  ask keyboard
  ask connected_computer
  ask_hours
}

ask() {
  local key=$1 given right
  while true; do
    echo
    say "ask.$key"
    [ -z "${ANSWER[$key]:-}" ] || say ask.enter-keeps "${ANSWER[$key]}"
    read_line given
    given=${given:-${ANSWER[$key]:-}}
    if right=$(as_answer "$key" "$given"); then
      ANSWER[$key]=$right
      return 0
    fi
    say "answers.mend.$(kind_of "$key")" "$key" "$given"
  done
}

# The end of the input is no answer.
read_line() {
  printf '> '
  IFS= read -r "$1" || { echo; fail 2 error.no-answer; }
  printf -v "$1" '%s' "$(trimmed "${!1}")"
}

ask_hours() {
  local day
  until ask_days && has_hours hours; do
    say answers.missing-hours
  done
}

ask_days() {
  local key given right
  echo
  say ask.hours
  for day in "${DAYS[@]}"; do
    key=hours.$day
    while true; do
      printf '%s' "$(text "day.$day")"
      [ -z "${ANSWER[$key]:-}" ] || printf ' [%s]' "${ANSWER[$key]}"
      read_line given
      ! is_closed "$given" || { unset "ANSWER[$key]"; break; }
      [ -n "$given" ] || break
      if right=$(as_hours "$given"); then
        ANSWER[$key]=$right
        break
      fi
      say answers.mend.hours "$key" "$given"
    done
  done
}

# As the question says, or in a word.
is_closed() {
  [[ ${1,,} =~ ^(-|ferm[ée]e?|gesloten|dicht|closed)$ ]]
}

# answer KEY [LANGUAGE]: what was answered, in a language where there is one of its own.
answer() {
  printf '%s' "${ANSWER[$1${2:+.$2}]:-${ANSWER[$1]:-}}"
}

# The answers as a file: the form in which they are kept, and in which a fleet gets them.
answers_file() {
  local key
  for key in "${ANSWER_KEYS[@]}"; do
    [ -z "${ANSWER[$key]:-}" ] || printf '%s = %s\n' "$key" "${ANSWER[$key]}"
  done
}
