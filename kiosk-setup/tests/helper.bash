# What the tests share: the tree of a small Debian system, and a program that sets it up.

SETUP=$(realpath "$BATS_TEST_DIRNAME/../kiosk-setup")
export LANG=C.UTF-8 LC_ALL=

# In bats a command with `!` before it fails no test.
refute() {
  ! "$@"
}

make_tree() {
  TREE=$BATS_TEST_TMPDIR/tree
  ANSWERS=$BATS_TEST_TMPDIR/answers
  mkdir -p "$TREE"/etc/{default,grub.d,systemd/system,sysctl.d} "$TREE"/{tmp,var/lib,var/log,var/tmp,lib/systemd/system}
  cat >"$TREE/etc/fstab" <<'END'
# <file system> <mount point> <type> <options> <dump> <pass>
UUID=1234  /          ext4  errors=remount-ro  0 1
UUID=56AB  /boot/efi  vfat  umask=0077         0 1
UUID=7890  none       swap  sw                 0 0
/dev/sr0   /media/cdrom0 udf,iso9660 user,noauto 0 0
END
  printf 'XKBLAYOUT="us"\n' >"$TREE/etc/default/keyboard"
  chmod 600 "$TREE/etc/default/keyboard"
  ln -s /lib/systemd/system/graphical.target "$TREE/etc/systemd/system/default.target"
  write_answers
}

write_answers() {
  cat >"$ANSWERS" <<'END'
# A library.
staff_language = en
place = Bibliothèque "Sésame" \ 1
place.nl = Bibliotheek Sésame
commune = Schaerbeek
keyboard = be
connected_computer = room 2
hours.tuesday = 9-12u30, 13.30-18
hours.saturday = 10:00-16:00
boot_password_hash = grub.pbkdf2.sha512.10000.AB12.CD34
END
}

# set_up [WORDS...]: a run that asks nothing.
set_up() {
  "$SETUP" --root "$TREE" --answers "$ANSWERS" --yes "$@"
}

# Everything that a tree is: kinds, rights, owners, times and contents. The times of folders tell only that something came
# and went.
portrait() {
  (
    cd "$1" || exit
    find . \( -type d -printf '%p %y %m %U:%G\n' \) -o \( -type l -printf '%p %y %l\n' \) -o -printf '%p %y %m %U:%G %T@\n' |
      sort
    find . -type f -print0 | sort -z | xargs -0 sha256sum
  )
}

# A program of this name, put before the real one, that ends whoever calls it at the n-th call.
kills_at_call() {
  local program=$1 call=$2 folder=$BATS_TEST_TMPDIR/kills
  mkdir -p "$folder"
  echo 0 >"$folder/calls"
  cat >"$folder/$program" <<END
#!/bin/bash
calls=\$((\$(cat "$folder/calls") + 1))
echo "\$calls" >"$folder/calls"
[ "\$calls" -ne $call ] || { kill -KILL "\$PPID"; exit 1; }
exec $(command -v "$program") "\$@"
END
  chmod +x "$folder/$program"
  KILLS=$folder
}
