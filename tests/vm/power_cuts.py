"""The power is cut at random moments of a day. Each time the kiosk starts again, and no stored count is lost."""

import random
import time
from dataclasses import dataclass
from pathlib import Path

from install import overlay
from kiosk import STATE, TO_FIRST_STEP, begin_visit, boot, finish, said, see, see_start, visits
from machine import Hardware, Machine, started
from proof import Proof, hold

MOMENTS = ("while it starts", "in a visit", "right after a finish", "while the time is noted")
STEP_SECONDS_MAX = 0.6


@dataclass
class Day:
    """What is known of the kiosk before the power is cut."""

    stored: int = 0
    """Visits that were seen to be stored."""
    maybe: int = 0
    """Visits that may have been stored when the power went."""
    boot_seconds: float = 40.0


def power_cuts(proof: Proof, folder: Path, count: int, seed: int) -> None:
    """Cuts the power so many times."""
    print(f"power cuts: seed {seed}", flush=True)
    chance = random.Random(seed)
    disk = overlay(folder / "kiosk.qcow2", folder / "cuts.qcow2")
    hardware = Hardware(disk)
    day = Day()
    with started(hardware) as machine:
        day.boot_seconds = boot(machine)
        day.stored = visits(machine)
        moment = live(machine, day, chance, chance.choice(MOMENTS[1:]))
        machine.cut_power()
    for number in range(1, count + 1):
        with started(hardware) as machine:
            with proof.of(f"power cut {number} of {count}, {moment}", machine) as figures:
                look_back(machine, day, figures)
                moment = live(machine, day, chance, chance.choice(MOMENTS[1:]))
            machine.cut_power()
        if chance.random() < 1 / len(MOMENTS):
            moment = f"{moment}, and again {cut_while_starting(hardware, day, chance)}"


def look_back(machine: Machine, day: Day, figures: list[str]) -> None:
    """What must be true after a power cut."""
    figures.append(f"start screen after {boot(machine):.0f} s")
    now = visits(machine)
    figures.append(f"{day.stored} visits were stored, {now} are there")
    hold(day.stored <= now <= day.stored + day.maybe, figures[-1])
    day.stored, day.maybe = now, 0
    aside = machine.shell(f"ls {STATE} | grep damaged || true")
    hold(not aside, f"the file of counts was set aside: {aside}")
    noted = machine.shell("cat /var/lib/kiosk-state/last-known-time")
    hold(noted.isdigit(), f"the last known time is '{noted}'")
    hold(machine.attempt("test", "-e", "/run/kiosk-state-lost")[0] != 0, "the state partition was not used")
    figures.append(machine.shell("journalctl -b -u kiosk-state -o cat --no-pager | grep -m1 -i recover || true"))
    figures[:] = [figure for figure in figures if figure]


def live(machine: Machine, day: Day, chance: random.Random, moment: str) -> str:
    """Visits, up to the moment of the cut; how that is told."""
    for _ in range(chance.randrange(2)):
        short_visit(machine, chance)
        day.stored = visits(machine)
    if moment == "in a visit":
        keys = ["enter", chance.choice("123"), *TO_FIRST_STEP, "1", "f10"]
        machine.press(*keys[: chance.randrange(1, len(keys) + 1)])
    elif moment == "right after a finish":
        begin_visit(machine, "nl")
        machine.press("f10")
        see(machine, said("nl", "finish-title"))
        day.maybe = 1
        machine.press("1", pause=0)
    else:
        machine.run("systemctl", "start", "--no-block", "kiosk-clock-hourly.service")
    pause = chance.uniform(0, STEP_SECONDS_MAX)
    time.sleep(pause)
    return f"{moment} (+{pause:.2f} s)"


def short_visit(machine: Machine, chance: random.Random) -> None:
    """A visit as far as the home screen."""
    language = chance.choice(["fr", "nl", "en"])
    see_start(machine)
    begin_visit(machine, language)
    finish(machine, language)
    machine.press("enter")
    see_start(machine)


def cut_while_starting(hardware: Hardware, day: Day, chance: random.Random) -> str:
    """Switches on, and cuts the power before the start screen."""
    seconds = chance.uniform(0.2, 1.0) * day.boot_seconds
    with started(hardware) as machine:
        time.sleep(seconds)
        machine.cut_power()
    return f"{MOMENTS[0]} ({seconds:.0f} s after power on)"
