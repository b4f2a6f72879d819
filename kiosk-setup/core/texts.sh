# shellcheck shell=bash
# Every word that somebody reads comes from texts/LANGUAGE, one `key = text` a line; %s is filled in.

declare -A TEXT

# Reads the words of one language.
load_texts() {
  local line key
  TEXT=()
  while IFS= read -r line || [ -n "$line" ]; do
    [[ $line =~ ^[a-z] ]] || continue
    key=${line%% = *}
    TEXT[$key]=${line#* = }
  done <"$HERE/texts/$1"
}

# The language of whoever started this, until the first question is answered.
language_of_environment() {
  case $LOCALE_OF_CALLER in
    fr*) echo fr ;;
    nl*) echo nl ;;
    *) echo en ;;
  esac
}

# text KEY [VALUE...]: the sentence, without an end of line.
text() {
  local key=$1
  shift
  [ -n "${TEXT[$key]+set}" ] || { echo "kiosk-setup: the text '$key' is missing" >&2; exit 3; }
  # shellcheck disable=SC2059  # the texts are the formats
  printf -- "${TEXT[$key]}" "$@"
}

say() {
  text "$@"
  echo
}

# fail CODE KEY [VALUE...]: one sentence, and the end.
fail() {
  local code=$1
  shift
  printf 'kiosk-setup: %s\n' "$(text "$@")" >&2
  exit "$code"
}
