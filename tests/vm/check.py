"""Everything that is tried in a machine, in the order of what matters most; or only what is named.

python3 -B tests/vm/check.py SUITE [--cuts COUNT] [--seed SEED] [--from-answers] [CHECK...]
"""

import argparse
import random
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import cannot_start
import console
import faults
import hours
import install
import locked
import months
import pictures
import running
import trouble
import upkeep
from kiosk import boot
from machine import Hardware, MachineFault, started
from power_cuts import power_cuts
from proof import Broken, Proof, hold

SEED_MAX = 1_000_000


def main_day(proof: Proof, folder: Path) -> None:
    """What can be tried without switching off."""
    disk = install.overlay(folder / "kiosk.qcow2", folder / "day.qcow2")
    hardware = Hardware(disk, stick=locked.prepare_stick(folder))
    with started(hardware) as machine:
        running.starts(proof, machine)
        running.tests_itself(proof, machine, folder)
        running.takes_little(proof, machine)
        running.journey(proof, machine)
        locked.keys_lead_nowhere(proof, machine)
        locked.stick_does_nothing(proof, machine)
        locked.system_is_not_written(proof, machine)
        faults.comes_back(proof, machine)
        faults.crash_leaves_nothing(proof, machine, disk)
    with started(hardware) as machine:
        with proof.of("after a restart nothing of what was written is there", machine):
            boot(machine)
            left = machine.shell("find / -xdev -name vm-was-here; find /tmp /var/tmp /var/log -name vm-was-here")
            hold(not left, left)


def bytes_of_a_day(proof: Proof, folder: Path) -> None:
    """What is written to the disk while a kiosk is used."""
    disk = install.overlay(folder / "kiosk.qcow2", folder / "bytes.qcow2")
    with started(Hardware(disk)) as machine:
        boot(machine)
        running.writes_little(proof, machine)


def full_disk(proof: Proof, folder: Path) -> None:
    """A full state partition."""
    disk = install.overlay(folder / "kiosk.qcow2", folder / "full.qcow2")
    with started(Hardware(disk)) as machine:
        boot(machine)
        trouble.disk_is_full(proof, machine)


def checks(cuts: int, seed: int) -> dict[str, Callable[[Proof, Path], None]]:
    """The checks by their names."""
    return {
        "day": main_day,
        "boot-menu": locked.boot_menu_asks,
        "cuts": lambda proof, folder: power_cuts(proof, folder, cuts, seed),
        "packs": lambda proof, folder: trouble.pack_install_is_cut(proof, folder, seed),
        "full-disk": full_disk,
        "months": months.leave_the_machine,
        "clock": trouble.clock_is_lost,
        "pictures": pictures.take,
        "hours": hours.screen_follows_hours,
        "cannot-start": cannot_start.fails_in_words,
        "upkeep": upkeep.is_kept_up,
        "bytes": bytes_of_a_day,
        "console": console.is_as_the_core_makes_it,
    }


def main() -> int:
    """Runs the checks; 1 where anything does not hold."""
    # QEMU is ended on the way out, so there has to be one.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("suite")
    words.add_argument("--cuts", type=int, default=20, help="how often the power is cut")
    words.add_argument("--seed", type=int, default=random.randrange(SEED_MAX))
    words.add_argument("--from-answers", action="store_true", help="set up from a file of answers instead of by typing")
    words.add_argument("--keep", action="store_true", help="use the kiosk that was set up before")
    words.add_argument("names", nargs="*", metavar="CHECK")
    given = words.parse_intermixed_args()
    all_checks = checks(given.cuts, given.seed)
    if unknown := [name for name in given.names if name not in all_checks]:
        words.error(f"unknown: {' '.join(unknown)}; there are: {' '.join(all_checks)}")
    folder = Path("target/vm").resolve() / given.suite
    proof = Proof(folder)
    install.bare_or_made(folder, given.suite)
    if not (given.keep and (folder / "kiosk.qcow2").exists()):
        install.install(proof, folder, not given.from_answers)
    for name in given.names or all_checks:
        # One that cannot even begin does not keep the others from it.
        try:
            all_checks[name](proof, folder)
        except (Broken, MachineFault) as fault:
            proof.failed += 1
            print(f"FAIL  {name}: {fault}", flush=True)
    print(f"{given.suite}: {'nothing failed' if not proof.failed else f'{proof.failed} failed'}", flush=True)
    return 1 if proof.failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Broken, MachineFault) as fault:
        sys.exit(f"FAIL  {fault}")
