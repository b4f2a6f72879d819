# shellcheck shell=bash
# The kiosk knows where it stands: /etc/kiosk/kiosk.toml says what was answered.

settings_wants() {
  settings_text | want_file /etc/kiosk/kiosk.toml 644
  # Where staff put the keys whose packs are trusted; a locked system could not make it.
  want_folder /etc/kiosk/keys
  answers_file | want_file "$RECORD_FOLDER/answers" 600
}

settings_text() {
  local commune number code
  commune=$(answer commune)
  number=${ANSWER[number]:-1}
  code=$(answer code)
  cat <<END
# Written by kiosk-setup from its answers; run it again to change them.
[site]
code = "${code:-$commune-$number}"
commune = "$commune"
name = $(toml_said place)
connected_computer = $(toml_said connected_computer)
hours = $(toml_hours hours)
END
  has_hours staff_hours && echo "staff_hours = $(toml_hours staff_hours)"
  cat <<END

[kiosk]
number = $number
keyboard = "$(answer keyboard)"
locked = true
END
  [ -z "$(answer coordinator)" ] || printf '\n[usage]\ncoordinator = "%s"\n' "$(answer coordinator)"
}

toml_text() {
  local value=${1//\\/\\\\}
  printf '"%s"' "${value//\"/\\\"}"
}

toml_said() {
  printf '{ fr = %s, nl = %s, en = %s }' "$(toml_text "$(answer "$1" fr)")" "$(toml_text "$(answer "$1" nl)")" \
    "$(toml_text "$(answer "$1" en)")"
}

toml_hours() {
  local day entries=
  for day in "${DAYS[@]}"; do
    [ -z "${ANSWER[$1.$day]:-}" ] || entries+="${entries:+, }$day = \"${ANSWER[$1.$day]}\""
  done
  printf '{ %s }' "$entries"
}

settings_check() {
  local said
  if ! command -v kiosk >/dev/null; then
    failed settings
  elif said=$(kiosk check --config /etc/kiosk/kiosk.toml 2>&1 | grep -F kiosk.toml:); then
    failed settings "$said"
  elif ! grep -qx 'locked = true' /etc/kiosk/kiosk.toml; then
    failed settings
  else
    passed settings
  fi
}
