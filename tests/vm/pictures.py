"""Pictures of the real console, for the README."""

from pathlib import Path

from install import overlay
from kiosk import begin_visit, boot, finish, see_start, to_step
from machine import Hardware, started
from proof import Proof


def take(proof: Proof, folder: Path) -> None:
    """A start screen, a home screen and a step, in one language each."""
    disk = overlay(folder / "kiosk.qcow2", folder / "pictures.qcow2")
    with started(Hardware(disk)) as machine:
        with proof.of("pictures of the console", machine) as figures:
            boot(machine)
            machine.photograph(folder / "start.png")
            begin_visit(machine, "nl")
            machine.photograph(folder / "home-nl.png")
            finish(machine, "nl")
            machine.press("enter")
            see_start(machine)
            begin_visit(machine, "fr")
            to_step(machine, "fr")
            machine.press("1")
            machine.photograph(folder / "step-fr.png")
            figures.append(str(folder))
