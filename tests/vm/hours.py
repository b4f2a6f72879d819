"""The screen goes off when the place closes, a key lights it, and it goes on when the place opens."""

import datetime
import time
from pathlib import Path

from install import overlay
from kiosk import boot, see_start
from machine import Hardware, Machine, started
from picture import is_dark
from proof import Proof, hold, wait_until

# The only hours of that day in the answers, in Brussels.
DAY = 5
OPENS, CLOSES = 10, 16
# As long as the slowest start takes, and the minute after which a closed screen is off.
BEFORE = datetime.timedelta(minutes=6)
PATIENCE = 600
DARK_SECONDS = 8


def clock_before(hour: int) -> str:
    """A clock some minutes before an hour of the next Saturday in Brussels, for QEMU."""
    from zoneinfo import ZoneInfo

    today = datetime.datetime.now(ZoneInfo("Europe/Brussels")).replace(minute=0, second=0, microsecond=0)
    day = today + datetime.timedelta(days=(DAY - today.weekday()) % 7 or 7)
    moment = day.replace(hour=hour).astimezone(datetime.UTC) - BEFORE
    return moment.strftime("%Y-%m-%dT%H:%M:%S")


def hardware_before(hour: int, folder: Path) -> Hardware:
    """The machine some minutes before an hour; each time a new one, that has not seen a later clock."""
    return Hardware(overlay(folder / "kiosk.qcow2", folder / "hours.qcow2"), clock=clock_before(hour))


def screen_follows_hours(proof: Proof, folder: Path) -> None:
    """Waits for a closing and an opening."""
    with started(hardware_before(CLOSES, folder)) as machine:
        with proof.of("closing time: the screen goes off", machine) as figures:
            boot(machine)
            hold(not is_dark(machine, folder), "the screen is dark before")
            wait_until(lambda: stays_dark(machine, folder), "a dark screen", PATIENCE)
            now = machine.shell("TZ=Europe/Brussels date +%H:%M:%S")
            figures.append(f"dark at {now}")
            hold(now >= f"{CLOSES}:00", f"dark before it closes: {now}")
        with proof.of("a key lights it", machine):
            machine.press("enter")
            wait_until(lambda: not is_dark(machine, folder), "a light screen")
    with started(hardware_before(OPENS, folder)) as machine:
        with proof.of("opening time: the screen goes on", machine) as figures:
            boot(machine)
            machine.run("/usr/local/lib/kiosk-setup/hours", "close", "screen-off", "console")
            wait_until(lambda: stays_dark(machine, folder), "a dark screen", PATIENCE)
            wait_until(lambda: not is_dark(machine, folder), "a light screen", PATIENCE)
            now = machine.shell("TZ=Europe/Brussels date +%H:%M:%S")
            figures.append(f"light at {now}")
            hold(now >= f"{OPENS}:00", f"light before it opens: {now}")
            see_start(machine)


def stays_dark(machine: Machine, folder: Path) -> bool:
    """Whether it is dark and still is after some seconds: while the self-test of a first start kills the kiosk, the screen is
    empty for a moment."""
    if not is_dark(machine, folder):
        return False
    time.sleep(DARK_SECONDS)
    return is_dark(machine, folder)
