"""A machine that cannot start says so in three languages, gives no command line, and tries again."""

from pathlib import Path

from install import overlay
from kiosk import boot, see, text
from machine import Hardware, Machine, started
from proof import Proof, hold

BROKEN_FSTAB = "UUID=00000000-dead /srv ext4 ro,x-systemd.device-timeout=5s 0 2"
START_MAX = 400


def broken(folder: Path, change: str) -> Hardware:
    """A kiosk on whose system something was changed by root."""
    disk = overlay(folder / "kiosk.qcow2", folder / "cannot-start.qcow2")
    hardware = Hardware(disk)
    with started(hardware) as machine:
        boot(machine)
        machine.shell(f"mount -o remount,rw / && {change} && sync && mount -o remount,ro /")
    return hardware


def fails_in_words(proof: Proof, folder: Path) -> None:
    """A disk of the table of disks is missing; then the one with the system."""
    with started(broken(folder, f"echo '{BROKEN_FSTAB}' >>/etc/fstab")) as machine:
        with proof.of("a start that fails says so in three languages, without a command line", machine) as figures:
            machine.wait_for_root()
            see(machine, "Cette borne ne peut pas", START_MAX)
            there = text(machine)
            hold("Deze kiosk kan niet starten" in there and "This kiosk cannot start" in there, there)
            machine.press("enter", "ctrl+c", "ctrl+d", *"id", "enter")
            hold("uid=" not in text(machine), "there is a command line")
            hold(not shells(machine), shells(machine))
            machine.photograph(folder / "cannot-start.png")
            machine.wait_until_off(150)
            figures.append("and starts again after a minute")
    with started(broken(folder, "sed -i 's/root=UUID=[^ ]*/root=UUID=0000-dead/' /boot/grub/grub.cfg")) as machine:
        with proof.of("a start that does not find the system starts again, without a command line", machine):
            machine.wait_until_off(START_MAX)


def shells(machine: Machine) -> str:
    """Programs on the console that take commands."""
    return machine.shell("ps -o comm= -t tty1 -t console | grep -xE 'bash|sulogin|login|agetty' || true")
