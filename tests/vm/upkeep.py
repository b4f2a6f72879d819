"""What staff do in maintenance: the package again, and the way back to a usual computer."""

from pathlib import Path

from boot_menu import begin_maintenance
from install import overlay
from kiosk import boot, see
from machine import Hardware, started
from proof import Proof, hold

APT_MAX = 1500
UNDO_MAX = 1500


def is_kept_up(proof: Proof, folder: Path) -> None:
    """Installs the package again, then gives everything back."""
    disk = overlay(folder / "kiosk.qcow2", folder / "upkeep.qcow2")
    hardware = Hardware(disk)
    with started(hardware) as machine:
        with proof.of("maintenance: the package is installed again", machine) as figures:
            begin_maintenance(machine, folder)
            machine.shell("DEBIAN_FRONTEND=noninteractive apt-get install --reinstall --yes /root/inclusion-kiosk_*.deb", APT_MAX)
            again = machine.shell("kiosk-setup --answers /var/lib/kiosk-setup/answers --dry-run", APT_MAX)
            figures.append(f"kiosk-setup has then nothing to change: {again.splitlines()[-1]}")
            machine.run("sync")
    with started(hardware) as machine:
        with proof.of("after it: the kiosk, and a self-test without a fault", machine) as figures:
            boot(machine)
            status, report = machine.attempt("kiosk-setup", "--check", seconds=APT_MAX)
            figures += report.decode().strip().splitlines()[-1:]
            hold(status == 0, report.decode())
    with started(hardware) as machine:
        with proof.of("kiosk-setup --undo in maintenance", machine) as figures:
            begin_maintenance(machine, folder)
            told = machine.shell("kiosk-setup --undo --yes", UNDO_MAX)
            figures += told.splitlines()[-1:]
            machine.run("sync")
    with started(hardware) as machine:
        with proof.of("after it: a usual computer that asks for a login", machine) as figures:
            machine.wait_for_root()
            see(machine, "login:", 300)
            figures.append(machine.shell("swapon --noheadings --show=NAME,SIZE | tr -s ' '") or "no swap")
            hold(machine.attempt("touch", "/etc/vm-was-here")[0] == 0, "the system cannot be written")
            hold(machine.shell("systemctl is-active kiosk.service || true") == "inactive", "the kiosk runs")
