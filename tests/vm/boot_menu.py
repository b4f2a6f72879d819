"""The boot menu, and the start for staff behind it."""

import time
from pathlib import Path

from kiosk import see
from machine import Machine

# The firmware and the menu must both have seen a key by then.
TAPPING_SECONDS = 12
START_MAX = 400


def open_menu(machine: Machine) -> None:
    """Taps Esc as the guide says, until the firmware and the boot menu must have seen it."""
    end = time.monotonic() + TAPPING_SECONDS
    while time.monotonic() < end:
        machine.press("esc")


def begin_maintenance(machine: Machine, folder: Path) -> None:
    """Gets in as the paper of staff says, up to their menu."""
    open_menu(machine)
    machine.press("down", "enter")
    machine.press(*"kiosk", "enter", *(folder / "password").read_text(encoding="utf-8"), "enter")
    machine.wait_for_root()
    see(machine, "MAINTENANCE", START_MAX)
