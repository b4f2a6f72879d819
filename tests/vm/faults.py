"""The kiosk dies, hangs, crashes: it comes back, and nothing of a visit is left."""

import time
from pathlib import Path

from kiosk import answers_keys, begin_visit, process, see_start, to_step
from machine import Machine
from proof import Proof, hold, wait_until

BACK_SECONDS_MAX = 2.0
WATCHDOG_SECONDS = 10
# What somebody may type: letters on the same keys of AZERTY and QWERTY.
MARKER = "nobodyknowsthisbutme"


def comes_back(proof: Proof, machine: Machine) -> None:
    """Kills the program, then lets it hang. What counts is the clock of the machine: systemd's own stamps."""
    with proof.of(f"kill -9: back within {BACK_SECONDS_MAX:.0f} s", machine) as figures:
        figures += end_and_wait(machine, "KILL", BACK_SECONDS_MAX)
    with proof.of(f"a hang: back within the watchdog's {WATCHDOG_SECONDS} s and {BACK_SECONDS_MAX:.0f} s", machine) as figures:
        figures += end_and_wait(machine, "STOP", WATCHDOG_SECONDS + BACK_SECONDS_MAX)


def end_and_wait(machine: Machine, signal: str, seconds_max: float) -> list[str]:
    """Sends a signal in the middle of a visit; the figures of how the kiosk came back, to the start screen."""
    see_start(machine)
    begin_visit(machine, "nl")
    before = process(machine)
    # In one line: what is measured starts with the signal.
    uptime = float(machine.shell(f"kill -{signal} {before} && cut -d ' ' -f 1 /proc/uptime"))
    # Looking takes time from a machine that starts a program.
    time.sleep(seconds_max)
    wait_until(lambda: is_another(machine, before), "another process of the kiosk", 60)
    seen = see_start(machine)
    ready = float(machine.shell("systemctl show -p ActiveEnterTimestampMonotonic --value kiosk.service")) / 1e6
    figures = [f"ready after {ready - uptime:.1f} s", f"the start screen is there {seen:.1f} s after looking for it"]
    hold(ready - uptime <= seconds_max, "; ".join(figures))
    answers_keys(machine)
    return figures


def is_another(machine: Machine, before: str) -> bool:
    """Whether another process of the kiosk is ready."""
    now = machine.shell("systemctl show -p ActiveState,MainPID --value kiosk.service").split()
    return "active" in now and before not in now and "0" not in now


def crash_leaves_nothing(proof: Proof, machine: Machine, disk: Path) -> None:
    """Types something, crashes the program, and looks for it: in the running machine, and on its disk afterwards."""
    with proof.of("a crash after typing: nothing of it in /run, /tmp, /var, /dev/shm, the journal, or on the disk byte by byte", machine) as figures:
        see_start(machine)
        begin_visit(machine, "en")
        to_step(machine, "en")
        machine.press(*MARKER, pause=0.05)
        before = process(machine)
        # Not SEGV: the first one that is sent to a Rust program only ends its own handler.
        machine.shell(f"kill -ABRT {before}")
        wait_until(lambda: is_another(machine, before), "another process of the kiosk", 60)
        see_start(machine)
        # The pattern must not be found as itself.
        pattern = f"{MARKER[:-1]}[{MARKER[-1]}]"
        found = machine.shell(
            f"grep -rlsIE '{pattern}' /run /tmp /var/tmp /var/log /var/lib /dev/shm --exclude=answer | head;"
            f" grep -rlsaE '{pattern}' /var/lib/kiosk-state | head;"
            f" journalctl --no-pager | grep -cE '{pattern}' | grep -vx 0; ls -A /var/lib/systemd/coredump 2>/dev/null || true"
        )
        hold(not found, found)
        figures.append(machine.shell("cat /proc/sys/kernel/core_pattern"))
        machine.run("sync")
        wanted = [MARKER.encode(), MARKER.encode("utf-16-le"), MARKER.encode("utf-32-le")]
        content = disk.read_bytes()
        hold(not any(form in content for form in wanted), "it is on the disk")
        figures.append(f"{len(content) // 1048576} MiB that differ from the bare machine")
