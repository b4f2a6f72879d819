"""What was tried, and what came of it: one line for each claim."""

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from machine import Machine, MachineFault

PATIENCE = 60.0
POLL = 0.5


class Broken(Exception):
    """A claim that does not hold."""


class Proof:
    """The claims tried so far."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.failed = 0

    @contextlib.contextmanager
    def of(self, claim: str, machine: Machine | None = None) -> Iterator[list[str]]:
        """Tries a claim. What is put into the list are its figures. A picture is kept of a screen that breaks it."""
        figures: list[str] = []
        begin = time.monotonic()
        try:
            yield figures
            outcome = "pass"
        except (Broken, MachineFault) as fault:
            self.failed += 1
            outcome = "FAIL"
            figures.append(str(fault))
            if machine and machine.is_on():
                picture = self._folder / f"failed-{self.failed}.png"
                machine.photograph(picture)
                figures.append(f"picture: {picture}")
        took = f"{time.monotonic() - begin:.0f} s"
        print(f"{outcome}  {claim}{': ' if figures else ''}{'; '.join(figures)}  [{took}]", flush=True)


def hold(is_so: bool, otherwise: str) -> None:
    """Breaks the claim that is being tried unless something is so."""
    if not is_so:
        raise Broken(otherwise)


def wait_until(is_so: Callable[[], bool], what: str, seconds: float = PATIENCE, poll: float = POLL) -> float:
    """Waits for something; how long it took."""
    begin = time.monotonic()
    while not is_so():
        hold(time.monotonic() - begin < seconds, f"not within {seconds:.0f} s: {what}")
        time.sleep(poll)
    return time.monotonic() - begin
