"""Pictures of a screen: whether anything is to be seen."""

from pathlib import Path

from machine import Machine


def is_dark(machine: Machine, folder: Path) -> bool:
    """Whether every point of the screen is black."""
    picture = folder / "now.ppm"
    machine.photograph(picture)
    # Three words and their ends of line, then the points.
    points = picture.read_bytes().split(b"\n", 3)[-1]
    return not points.strip(b"\0")
