"""Nobody gets out of the kiosk: keys, the boot menu, sticks, files."""

import re
import time
from pathlib import Path

from boot_menu import begin_maintenance, open_menu
from install import newest_package, overlay
from kiosk import LANGUAGES, answers_keys, boot, said, text
from machine import Hardware, Machine, started
from proof import Proof, hold, wait_until
from sticks import make_stick

# Each tried on its own; afterwards the kiosk still has to be there and answer.
ESCAPES = {
    "Ctrl-Alt-F1 to F12": [f"ctrl+alt+f{number}" for number in range(1, 13)],
    "Alt-F1 to F12": [f"alt+f{number}" for number in range(1, 13)],
    "Alt-Left, Alt-Right, Alt-Up": ["alt+left", "alt+right", "alt+up"],
    "Ctrl-Alt-Del nine times": ["ctrl+alt+delete"] * 9,
    "Alt-SysRq and b, o, e, i, k, c, r": [f"alt+sysrq+{key}" for key in ("b", "o", "e", "i", "k", "c", "r")],
    "Ctrl-C, Ctrl-Z, Ctrl-\\, Ctrl-D": ["ctrl+c", "ctrl+z", "ctrl+w", "ctrl+backslash", "ctrl+d"],
    "Ctrl-S, Scroll Lock, Pause": ["ctrl+s", "scroll_lock", "pause"],
    "Shift-PageUp, Shift-PageDown": ["shift+pgup", "shift+pgdn"],
    "Ctrl-Alt-Backspace, Alt-F4, Print": ["ctrl+alt+backspace", "alt+f4", "print"],
}
FAST = 0.07
SETTLE = 2.0
PLACES = ["/", "/etc", "/usr", "/usr/bin", "/boot", "/home", "/root", "/var", "/var/lib", "/opt", "/srv"]


def keys_lead_nowhere(proof: Proof, machine: Machine) -> None:
    """Presses every key that leads somewhere else on a usual console."""
    for name, keys in ESCAPES.items():
        with proof.of(f"{name}: refused", machine):
            pid = machine.shell("systemctl show -p MainPID --value kiosk.service")
            machine.press(*keys, pause=FAST)
            # Seen too soon, a slow machine still shows the screen from before the keys.
            time.sleep(SETTLE)
            hold(machine.is_on(), "the machine was switched off or started again")
            wait_until(lambda: to_start(machine), "the kiosk answers keys")
            now = machine.shell("systemctl show -p MainPID --value kiosk.service")
            hold(pid == now, f"the kiosk was started again: {pid}, then {now}")
            answers_keys(machine)


def to_start(machine: Machine) -> bool:
    """Goes back to the start screen from wherever keys of a visit have led; whether it is there."""
    there = text(machine)
    if "Goedendag" in there:
        return True
    # From any screen to the question whether to finish, and over it; a key ends the farewell.
    machine.press("1" if stands(there, "finish-title") else "enter" if stands(there, "erased-title") else "f10")
    # A slow machine would otherwise be seen before it has read the key, and get the next one for the wrong screen.
    wait_until(lambda: text(machine) != there, "another screen after a key")
    return False


def stands(there: str, key: str) -> bool:
    """Whether a text is there in any language."""
    return any(said(language, key) in there for language in LANGUAGES)


def system_is_not_written(proof: Proof, machine: Machine) -> None:
    """Writes everywhere, as root: more than any resident can."""
    with proof.of("root cannot write to the system", machine) as figures:
        written = [place for place in PLACES if machine.attempt("touch", f"{place}/vm-was-here")[0] == 0]
        hold(not written, f"written to {', '.join(written)}")
        figures.append(f"{len(PLACES)} places")
    with proof.of("/tmp, /var/tmp, /var/log and /run are memory", machine):
        kinds = machine.shell("for f in /tmp /var/tmp /var/log /run; do findmnt -no FSTYPE -T $f; done").split()
        hold(set(kinds) == {"tmpfs"}, " ".join(kinds))
        machine.run("touch", "/tmp/vm-was-here", "/var/tmp/vm-was-here", "/var/log/vm-was-here")


def stick_does_nothing(proof: Proof, machine: Machine) -> None:
    """Plugs a USB stick in."""
    with proof.of("a USB stick that is plugged in: no driver, no disk", machine) as figures:
        seen_before = machine.shell("ls /sys/bus/usb/devices")
        machine.plug_stick_in()
        wait_until(lambda: machine.shell("ls /sys/bus/usb/devices") != seen_before, "the stick on the bus")
        machine.run("udevadm", "settle")
        drivers = machine.shell("lsmod | grep -E '^(usb_storage|uas) ' || true")
        disks = machine.shell("ls /dev/sd?")
        hold(not drivers and disks == "/dev/sda", f"{drivers} {disks}")
        machine.pull_stick_out()
        figures.append("seen on the bus only")
        answers_keys(machine)


def boot_menu_asks(proof: Proof, folder: Path) -> None:
    """Tries to change how the machine starts, then gets in with the password of staff."""
    disk = overlay(folder / "kiosk.qcow2", folder / "boot-menu.qcow2")
    hardware = Hardware(disk)
    for name, keys in {"c (command line)": ["c"], "e (edit), then its command line": ["e", "ctrl+c"]}.items():
        with started(hardware) as machine:
            with proof.of(f"boot menu, {name}: asks for a password", machine) as figures:
                open_menu(machine)
                machine.press(*keys)
                # A command line would start the machine again; here it is a name, and then a wrong password.
                machine.press(*"reboot", "enter", *"wrong", "enter")
                time.sleep(5)
                hold(machine.is_on(), "the machine obeyed the boot menu")
                machine.photograph(folder / f"boot-menu-{keys[0]}.png")
                machine.press("esc", "home", "enter")
                figures.append(f"and the kiosk starts after it, {boot(machine):.0f} s")
    with started(hardware) as machine:
        with proof.of("maintenance: the password on paper opens it, the menu of staff is there", machine) as figures:
            begin_maintenance(machine, folder)
            figures.append(f"{time.monotonic() - machine.power_on:.0f} s")
            hold(machine.attempt("touch", "/root/writable")[0] == 0, "the system cannot be written")
            machine.type("2")
            shown = r"Self-test of|Nothing failed|There is no self-test"
            wait_until(lambda: bool(re.search(shown, text(machine))), "the self-test")
            figures.append("no self-test yet" if "There is no" in text(machine) else "it shows the self-test")


def prepare_stick(folder: Path) -> Path:
    """A stick as a resident could bring it."""
    make_stick(folder / "resident-stick.img", newest_package())
    return folder / "resident-stick.img"
