# shellcheck shell=bash
# Letters that can be read from half a metre, every letter of the three languages, and the keyboard as it is printed.
#
# Vietnamese-Terminus is the family of the console with every letter and the half blocks; Uni2-Terminus lacks the blocks.
# A capital H has to stand 0.0122 times the distance high: 6.1 mm at 50 cm. Where the screen tells how large it is, the
# largest number of cells that meets this is chosen, if need be with fewer points on the screen.

H_TENTHS_OF_MM_MIN=61
CELLS_MIN=(40 15)
# Font, width and height of a cell, and height of its H: measured in the files of console-setup.
FONTS=('16x32 16 32 20' '14x28 14 28 18' '12x24 12 24 15' '11x22 11 22 14' '10x20 10 20 13' '10x18 10 18 12')
# Used where the screen does not tell its size.
FONT_OF_UNKNOWN_SCREEN=16x32
# Modes that most screens have; a screen that can be asked says which ones it has.
COMMON_MODES=(1920x1080 1600x900 1280x1024 1280x800 1280x720 1024x768 800x600 640x480)

console_wants() {
  console_settings | want_file /etc/default/console-setup 644
  keyboard_settings | want_file /etc/default/keyboard 644
  want_made_by_acts /etc/console-setup
}

console_acts() {
  # Setting up has no console of its own to change; what it saves is used from the next start on.
  ! command -v setupcon >/dev/null || setupcon --save-only --force
}

console_settings() {
  local font
  read -r font _ < <(screen_choice)
  cat <<END
# Written by kiosk-setup.
ACTIVE_CONSOLES="/dev/tty[1-6]"
CHARMAP="UTF-8"
CODESET="Vietnamese"
FONTFACE="Terminus"
FONTSIZE="$font"
END
}

# XKBLAYOUT=be gives the euro on AltGr and E; the be-latin1 of console-data does not.
keyboard_settings() {
  cat <<END
# Written by kiosk-setup.
XKBMODEL="pc105"
XKBLAYOUT="$(answer keyboard)"
XKBVARIANT=""
XKBOPTIONS=""
BACKSPACE="guess"
END
}

# The size of the screen as `1920x1080 477x268`, points and millimetres: answered, else what the screen tells.
screen_size() {
  local edid mode
  if [ -n "${ANSWER[screen]:-}" ]; then
    echo "${ANSWER[screen]}"
  elif [ -z "$ROOT" ]; then
    for edid in /sys/class/drm/card*-*/edid; do
      [ -e "$edid" ] && [ "$(cat "${edid%edid}status")" = connected ] || continue
      mode=$(head -n 1 "${edid%edid}modes")
      edid_size "$edid" | sed -n "s/^/$mode /p"
      return 0
    done
  fi
}

# The modes that it can be asked for, which the boot menu does.
screen_modes() {
  [ -d "$ROOT/etc/grub.d" ] || return 0
  if [ -n "${ANSWER[screen]:-}" ]; then
    printf '%s\n' "${COMMON_MODES[@]}"
  else
    cat /sys/class/drm/card*-*/modes 2>/dev/null | grep -xE '[0-9]+x[0-9]+' | sort -u
  fi
}

# Width and height in millimetres, from the first timing of an EDID; nothing where it does not say.
edid_size() {
  local -a bytes
  read -ra bytes < <(od -An -v -tu1 -w128 -N128 "$1")
  [ ${#bytes[@]} -eq 128 ] || return 0
  local wide=$((bytes[66] + (bytes[68] >> 4) * 256)) high=$((bytes[67] + (bytes[68] & 15) * 256))
  [ "$wide" -lt 50 ] || [ "$high" -lt 30 ] || echo "${wide}x$high"
}

# `FONT MODE H`: the font, the mode to ask the screen for (`-` for its own) and the height of an H in tenths of a
# millimetre (0 where the screen is not known).
screen_choice() {
  local points size
  read -r points size < <(screen_size) || true
  if [ -z "${size:-}" ]; then
    echo "$FONT_OF_UNKNOWN_SCREEN - 0"
    return 0
  fi
  screen_candidates "$points" "$size" | sort -k1,1nr -k2,2nr -k3,3nr | sed -n '1s/^[0-9]* [0-9]* [0-9]* //p'
}

# One line for each font in each mode that is not larger: 2 where its H is high enough, 1 where it is but the letters are
# stretched, 0 where it is not. Then, among those that are high enough, how many cells there are; among the others, the height.
screen_candidates() {
  local -a modes
  mapfile -t modes < <(screen_modes)
  local points=$1 size=$2 mode font width height high columns rows cells tenths asked
  for mode in "$points" "${modes[@]}"; do
    is_smaller_or_same "$mode" "$points" || continue
    for font in "${FONTS[@]}"; do
      read -r font width height high <<<"$font"
      columns=$((${mode%x*} / width))
      rows=$((${mode#*x} / height))
      [ "$columns" -ge "${CELLS_MIN[0]}" ] && [ "$rows" -ge "${CELLS_MIN[1]}" ] || continue
      cells=$((columns * rows))
      tenths=$((${size#*x} * high * 10 / ${mode#*x}))
      asked=$mode
      [ "$mode" != "$points" ] || asked=-
      if [ "$tenths" -ge $H_TENTHS_OF_MM_MIN ]; then
        echo "$((1 + $(has_shape_of "$mode" "$points"))) $cells $tenths $font $asked $tenths"
      else
        echo "0 $tenths $cells $font $asked $tenths"
      fi
    done
  done
}

is_smaller_or_same() {
  [ "${1%x*}" -le "${2%x*}" ] && [ "${1#*x}" -le "${2#*x}" ]
}

# 1 where both modes have the same shape, within three hundredths; else 0.
has_shape_of() {
  local difference=$((${1%x*} * 100 / ${1#*x} - ${2%x*} * 100 / ${2#*x}))
  echo $((difference >= -3 && difference <= 3))
}

console_check() {
  check_font
  check_letters
  check_keyboard
}

# The screen itself is asked: the font in the kernel has the half blocks or it does not.
check_font() {
  local table
  if is_touch; then
    check_that font test -e "$TOUCH_FONT_FILE"
  elif ! has_console; then
    untestable font why.no-console
  elif table=$(setfont -C /dev/tty1 -ou /dev/stdout 2>/dev/null | tr 'a-f' 'A-F') &&
    grep -qi 'U+2580' <<<"$table" && grep -qi 'U+0153' <<<"$table"; then
    passed font
  else
    failed font
  fi
}

check_letters() {
  local high
  if is_touch; then high=$(touch_height_of_h); else high=$(height_of_h_now); fi
  if [ -z "$high" ]; then
    untestable letters why.ruler
  elif [ "$high" -ge $H_TENTHS_OF_MM_MIN ]; then
    passed letters
  else
    failed letters "$((high / 10)).$((high % 10)) mm"
  fi
}

# In tenths of a millimetre, from what the console shows now: its points, and its rows and columns, which tell the font.
# Nothing where the screen does not tell its size.
height_of_h_now() {
  local size wide high rows columns font width height of_h
  read -r _ size < <(screen_size) || true
  [ -n "${size:-}" ] && [ -r /sys/class/graphics/fb0/virtual_size ] && [ -r /dev/vcsa1 ] || return 0
  IFS=, read -r wide high </sys/class/graphics/fb0/virtual_size
  read -r rows columns < <(od -An -tu1 -N2 /dev/vcsa1)
  for font in "${FONTS[@]}"; do
    read -r _ width height of_h <<<"$font"
    if [ $((wide / width)) -eq "$columns" ] && [ $((high / height)) -eq "$rows" ]; then
      echo $((${size#*x} * of_h * 10 / high))
      return 0
    fi
  done
  # A font of another family is smaller than any of these, or not legible: no height to praise.
  echo 0
}

# What the key right of Tab gives tells the three layouts apart, and on be the euro has to be on E.
check_keyboard() {
  local keys wanted
  if is_touch; then
    check_that keyboard is_touch_keyboard
    return 0
  elif ! has_console; then
    untestable keyboard why.no-console
    return 0
  fi
  keys=$(dumpkeys --full-table 2>/dev/null)
  case $(answer keyboard) in
    us) wanted='^keycode +16 = \+?q ' ;;
    *) wanted='^keycode +16 = \+?a ' ;;
  esac
  if ! grep -qE "$wanted" <<<"$keys"; then
    failed keyboard
  elif [ "$(answer keyboard)" = be ] && ! grep -qE '^keycode +18 = .*(U\+20ac|euro)' <<<"$keys"; then
    failed keyboard
  else
    passed keyboard
  fi
}
