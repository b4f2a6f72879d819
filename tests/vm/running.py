"""The kiosk as residents find it: how soon it is there, what it takes, a visit in each language, and its self-test."""

import re
from pathlib import Path

from kiosk import LANGUAGES, SELF_TEST, STATE, boot, rows, see_start, visit, visits
from machine import POINTS, Machine
from proof import Proof, hold

SECTOR = 512
VISITS_OF_A_DAY = 40
HOURS_OF_A_DAY = 9


def starts(proof: Proof, machine: Machine) -> None:
    """The start screen, and what the whole machine takes."""
    with proof.of("power on to start screen", machine) as figures:
        figures.append(f"{boot(machine):.0f} s emulated")
        ready = int(machine.shell("systemctl show -p ActiveEnterTimestampMonotonic --value kiosk.service")) / 1e6
        figures.append(f"the kiosk is ready {ready:.0f} s after the kernel began")
        height = len(rows(machine))
        width = machine.run("cat", "/dev/vcsa1")[1]
        mode = machine.shell("cat /sys/class/graphics/fb0/virtual_size")
        figures.append(f"screen of {POINTS[0]}x{POINTS[1]} points: {width}x{height} cells at {mode.replace(',', 'x')}")


def takes_little(proof: Proof, machine: Machine) -> None:
    """Memory of the whole machine and of the kiosk."""
    with proof.of("memory", machine) as figures:
        total, used, available = machine.shell("free -m | awk '/^Mem/ { print $2, $3, $7 }'").split()
        kiosk = int(machine.shell("cat /sys/fs/cgroup/system.slice/kiosk.service/memory.current")) / 1048576
        peak = int(machine.shell("systemctl show -p MemoryPeak --value kiosk.service 2>/dev/null || true") or 0) / 1048576
        resident = machine.shell("awk '/^VmRSS/ { print $2 }' /proc/$(systemctl show -p MainPID --value kiosk.service)/status")
        figures.append(f"{used} of {total} MB used, {available} MB available")
        figures.append(f"unit {kiosk:.1f} MB{f' (peak {peak:.1f})' if peak else ''}, resident {resident} kB")
        hold(int(used) < 200, "the machine uses more than 200 MB")


def journey(proof: Proof, machine: Machine) -> None:
    """A visit in each language, typed with the row of digits of an AZERTY keyboard, without Shift."""
    for language in LANGUAGES:
        with proof.of(f"a visit in {language}: language, home, topic, guide, step, finish, start", machine) as figures:
            before = visits(machine)
            see_start(machine)
            visit(machine, language)
            after = visits(machine)
            hold(after == before + 1, f"{before} visits were stored before, {after} after")
            figures.append(f"{after} stored")


def tests_itself(proof: Proof, machine: Machine, folder: Path) -> None:
    """The report of kiosk-setup --check, which the locked machine made at its first start."""
    with proof.of("the self-test of the locked machine", machine) as figures:
        report = machine.shell(f"cat {SELF_TEST}")
        (folder / "self-test").write_text(report + "\n", encoding="utf-8")
        lines = report.splitlines()[1:]
        results = [line for line in lines if re.match(r"\S.{6}\S", line)]
        bad = [line for line in lines if line.startswith(("FAIL", "ÉCHEC", "ECHEC", "FOUT"))]
        unknown = [line for line in results if line.startswith("?")]
        hold(not bad, " | ".join(bad))
        figures.append(f"{len(results) - len(unknown)} pass, {len(unknown)} not testable here: {' | '.join(unknown)}")


def sectors_written(machine: Machine) -> dict[str, int]:
    """Sectors of 512 bytes that were written to the system and to the state partition so far."""
    state = machine.shell("basename $(findmnt -no SOURCE /var/lib/kiosk-state)")
    root = machine.shell("basename $(findmnt -no SOURCE /)")
    lines = [line.split() for line in machine.shell("cat /proc/diskstats").splitlines()]
    return {name: next(int(line[9]) for line in lines if line[2] == device) for name, device in (("root", root), ("state", state))}


def writes_little(proof: Proof, machine: Machine) -> None:
    """A day: visits, and the hourly note of the time."""
    with proof.of("bytes written on a simulated day", machine) as figures:
        machine.run("sync")
        before, counted = sectors_written(machine), visits(machine)
        languages = list(LANGUAGES)
        for number in range(VISITS_OF_A_DAY):
            visit(machine, languages[number % len(languages)])
            if number % (VISITS_OF_A_DAY // HOURS_OF_A_DAY) == 0:
                machine.run("systemctl", "start", "kiosk-clock-hourly.service")
        machine.run("sync")
        after = sectors_written(machine)
        stored = visits(machine) - counted
        written = {name: (after[name] - before[name]) * SECTOR for name in after}
        figures.append(f"{stored} visits and {VISITS_OF_A_DAY // (VISITS_OF_A_DAY // HOURS_OF_A_DAY)} notes of the time")
        figures.append(f"state {written['state']} bytes ({written['state'] // max(stored, 1)} a visit), root {written['root']}")
        figures.append(machine.shell(f"du -sk {STATE} | cut -f1") + " kB kept")
        hold(written["root"] == 0, "the system was written")
        hold(stored == VISITS_OF_A_DAY, f"{stored} visits were stored")
