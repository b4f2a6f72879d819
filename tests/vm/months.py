"""The figures of a month leave a locked machine: on a stick, sealed, by the menu of staff, to the coordinator's database."""

import datetime
import subprocess
from pathlib import Path

from boot_menu import begin_maintenance
from install import overlay
from kiosk import STATE, boot, see, visit
from machine import Hardware, Machine, started
from proof import Proof, hold, wait_until
from sticks import files_of_stick, make_stick

OFFICE = "target/release/kiosk-office"
KEPT = f"{STATE}/months"
ON_STICK = "kiosk-months"
CLOSE_MAX = 120
COPY_MAX = 120
VISITS = ("fr", "nl", "en")


def leave_the_machine(proof: Proof, folder: Path) -> None:
    """A month is counted and closed, copied by the menu, and collected."""
    disk = overlay(folder / "kiosk.qcow2", folder / "months.qcow2")
    stick = folder / "months-stick.img"
    make_stick(stick)
    now = datetime.datetime.now(datetime.UTC)
    with started(Hardware(disk)) as machine:
        with proof.of("enrolment: the machine gives its line, and visits are counted", machine) as figures:
            boot(machine)
            name_coordinator(machine, folder)
            line = machine.shell(f"runuser -u kiosk -- kiosk indicators enrol --state {STATE}")
            (folder / "kiosks.toml").write_text(kiosks_file(line), encoding="utf-8")
            figures.append(line.splitlines()[-1])
            for language in VISITS:
                visit(machine, language)
            machine.run("sync")
    # Some days into the next month.
    later = (now.replace(day=28) + datetime.timedelta(days=8)).strftime("%Y-%m-%dT%H:%M:%S")
    hardware = Hardware(disk, clock=later, stick=stick, can_write_stick=True)
    with started(hardware) as machine:
        with proof.of("the next month: the kiosk closes the one before by itself", machine) as figures:
            boot(machine)
            wait_until(lambda: machine.shell(f"ls {KEPT}/*.kmonth 2>/dev/null || true") != "", "a month", CLOSE_MAX)
            figures.append(machine.shell(f"ls {KEPT}"))
            machine.run("sync")
    with started(hardware) as machine:
        with proof.of("maintenance, entry 10: the month is on the stick", machine) as figures:
            begin_maintenance(machine, folder)
            machine.plug_stick_in()
            machine.type("10")
            see(machine, f'Figures are on the stick now, in the folder "{ON_STICK}". Months there: 1.', COPY_MAX)
            figures.append(machine.shell(f"ls {KEPT}"))
        machine.pull_stick_out()
    with proof.of("the coordinator takes the stick into the database") as figures:
        figures.append(collected(folder, stick))


def name_coordinator(machine: Machine, folder: Path) -> None:
    """Makes a coordinator, and writes into the settings whom months are sealed for, as an answer of the set-up does."""
    key = folder / "coordinator.key"
    key.unlink(missing_ok=True)
    made = subprocess.run([OFFICE, "indicators", "keygen", str(key.with_suffix(""))], check=True, capture_output=True, text=True)
    recipient = next(word for word in made.stdout.split() if word.startswith("age1"))
    # One line to the shell, so printf makes two of it.
    settings = f'[usage]\\ncoordinator = "{recipient}"\\n'
    machine.shell(
        f"mount -o remount,rw / && printf '{settings}' >>/etc/kiosk/kiosk.toml && sync && mount -o remount,ro /"
        " && systemctl restart kiosk.service"
    )


def kiosks_file(line: str) -> str:
    """The list of kiosks with this one in it: its line goes below its site, which the line names at its end."""
    site = line.split()[-1]
    return f'[[site]]\ncode = "{site}"\nname = "A library"\ncommune = "Schaerbeek"\n{line}\n'


def collected(folder: Path, stick: Path) -> str:
    """What `collect` says of the files of the stick."""
    files = files_of_stick(stick, folder / "from-stick")
    database = folder / "collected.db"
    database.unlink(missing_ok=True)
    words = ["--kiosks", str(folder / "kiosks.toml"), "--identity", str(folder / "coordinator.key"), "--into", str(database)]
    done = subprocess.run([OFFICE, "indicators", "collect", str(files), *words], capture_output=True, text=True)
    hold("New: 1." in done.stdout and done.returncode == 0, done.stdout + done.stderr)
    words = ["indicators", "view", "--from", str(database), "--lang", "en"]
    seen = subprocess.run([OFFICE, *words], check=True, capture_output=True, text=True).stdout
    hold("Visits: fewer than 10" in seen, seen)
    return done.stdout.strip()
