"""Holds the screen of a real Linux console, cell by cell, against the one that the core of the kiosk makes.

Two things are compared. `/dev/vcsu1` tells which characters were written; `/dev/vcsa1` tells which glyphs are seen, and
where the cursor stands. Only the second shows a glyph of another font, or a character that the font does not have.
"""

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from install import overlay
from kiosk import TO_FIRST_STEP, boot, see_start
from machine import Hardware, Machine, started
from proof import Proof, hold
from screen import Font, Screen, plain

MAKES_SCREENS = "target/release/examples/screen"
FONTS = "usr/share/consolefonts"
START_FONT = "Vietnamese-Terminus32x16"
# The key of each language on the first screen of a visit, as it lies in the row of digits of an AZERTY keyboard.
# French comes last: its letters with accents tell most about fonts.
LANGUAGES = {"English": "3", "Dutch": "2", "French": "1"}
# On to a step with bullets and a tip; on the way are quotes and a capital with an accent.
TO_STEP = " ".join((*TO_FIRST_STEP, "1"))
# Over the three questions, the question whether to finish, and the farewell.
TO_START = "f10 f10 1 enter"
# First the glyphs keep their order, then they change it: with another size, with the same size, and back.
CHANGES = ["Vietnamese-Terminus28x14", "Vietnamese-Terminus16", "Uni2-Terminus16", START_FONT]
# The screens that the core makes are those of a kiosk that was told nothing but this.
SETTINGS = r"[kiosk]\nlocked = true\n"
# After so long a screen is not late but wrong.
PATIENCE = 40


@dataclass(frozen=True)
class Wanted:
    """The screen that the core makes."""

    size: str
    rows: list[str]
    cursor: tuple[int, int]

    @staticmethod
    def of(size: str, words: list[str]) -> "Wanted":
        """The screen of a size, after keys and changes of the size."""
        command = [MAKES_SCREENS, "--locked", *words]
        *rows, last = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
        x, y = last.removeprefix("cursor ").split()
        return Wanted(size, [plain(row) for row in rows], (int(x), int(y)))


class Console:
    """The console of a machine, and the way to what it should show."""

    def __init__(self, machine: Machine, proof: Proof, fonts: Path) -> None:
        self._machine = machine
        self._proof = proof
        self._fonts = fonts
        self.load_font(START_FONT)
        # What happened since the last start screen.
        self._words = [self._size]

    def press(self, keys: str, screen: str) -> None:
        """Presses keys one by one. Every screen on the way is compared too."""
        with self._proof.of(f"{screen}, cell by cell", self._machine):
            for key in keys.split():
                self._machine.press(key)
                self._words.append(key)
                self._wait_for_wanted()

    def begin_anew(self, screen: str) -> None:
        """Compares with a kiosk that nobody has used yet."""
        with self._proof.of(f"{screen}, cell by cell", self._machine):
            self._words = [self._size]
            self._wait_for_wanted()

    def is_written_over(self) -> None:
        """Compares the start screen after another program wrote over it."""
        with self._proof.of("painted whole after another program wrote over it", self._machine):
            # The kernel notes characters only once somebody has asked for them: until then it guesses them from glyphs.
            self._machine.run("cat", "/dev/vcsu1")
            self._machine.run("sh", "-c", "echo 'not of the kiosk' >/dev/tty1")
            self._repaint()
            self._wait_for_wanted()

    def changes_font(self, name: str) -> None:
        """Gives the console another font, with which it may have another size, and compares."""
        with self._proof.of(f"{name}: painted whole", self._machine) as figures:
            before = self._size
            self.load_font(name)
            if self._size == before:
                # The kernel tells nobody of a font of the same size: whoever loads one has to.
                self._repaint()
            self._words.append(self._size)
            self._wait_for_wanted()
            figures.append(self._size)

    def load_font(self, name: str) -> None:
        """Gives the console a font."""
        self._machine.run("setfont", "-C", "/dev/tty1", f"/{FONTS}/{name}.psf.gz")
        self._font = Font.read(self._fonts / f"{name}.psf.gz")
        self._size = Screen.of(self._machine.run("cat", "/dev/vcsa1")).size

    def _repaint(self) -> None:
        self._machine.run("systemctl", "kill", "--kill-whom=main", "--signal=WINCH", "kiosk.service")

    def _wait_for_wanted(self) -> None:
        wanted = Wanted.of(self._size, self._words)
        end = time.monotonic() + PATIENCE
        while True:
            screen = Screen.of(self._machine.run("cat", "/dev/vcsa1"))
            faults = differences(wanted, screen, self._font)
            if screen.size == wanted.size:
                faults += rows_that_differ(wanted, screen.written(self._machine.run("cat", "/dev/vcsu1")))
            if not faults:
                return
            hold(time.monotonic() < end, "\n".join([f"after {' '.join(self._words)}:", *faults]))


def differences(wanted: Wanted, screen: Screen, loaded: Font) -> list[str]:
    """What is seen and should not be: glyphs and cursor."""
    if screen.size != wanted.size:
        return [f"the screen has {screen.size} cells, wanted are {wanted.size}"]
    faults = []
    if wanted.cursor != screen.cursor:
        faults.append(f"the cursor stands at {screen.cursor}, wanted is {wanted.cursor}")
    for y, (row, glyphs) in enumerate(zip(wanted.rows, screen.glyphs(loaded), strict=True)):
        cells = zip(row.ljust(screen.width), glyphs, strict=True)
        found = [(x, fault) for x, (sign, glyph) in enumerate(cells) if (fault := fault_of_cell(sign, glyph, loaded))]
        if found:
            x, fault = found[0]
            seen = "".join(map(loaded.sign_of, glyphs)).rstrip()
            faults += [*both(y, row, "seen", seen), f"       {len(found)} cells, the first at column {x}: {fault}"]
    return faults


def fault_of_cell(sign: str, glyph: int, loaded: Font) -> str | None:
    """What is wrong with the glyph that stands for a character."""
    if sign not in loaded.glyph_of:
        return f"the font has no '{sign}' (U+{ord(sign):04X})"
    if loaded.glyph_of[sign] != glyph:
        return f"'{sign}' is seen as '{loaded.sign_of(glyph)}'"
    # Spaces of every width may look like one; a dash that looks like a hyphen, or a sign that looks like a letter,
    # says something else than its author wrote.
    alike = loaded.ascii_twin(sign)
    if alike and not sign.isspace() and sign != alike:
        return f"'{sign}' (U+{ord(sign):04X}) looks like '{alike}' in this font"
    return None


def rows_that_differ(wanted: Wanted, written: list[str]) -> list[str]:
    """The rows that were not written as they should be, below each other."""
    faults = []
    for y, (row, found) in enumerate(zip(wanted.rows, written, strict=True)):
        if row != found:
            faults += both(y, row, "written", found)
    return faults


def both(y: int, wanted: str, how: str, found: str) -> list[str]:
    """A row as it should be and as it is, below each other."""
    return [f"row {y:2} wanted  |{wanted}|", f"       {how:7} |{found}|"]


def is_as_the_core_makes_it(proof: Proof, folder: Path) -> None:
    """Start, home and a step in three languages, then other fonts."""
    disk = overlay(folder / "kiosk.qcow2", folder / "console.qcow2")
    with started(Hardware(disk)) as machine:
        boot(machine)
        machine.shell(f"printf '{SETTINGS}' >/run/kiosk.toml && mount --bind /run/kiosk.toml /etc/kiosk/kiosk.toml")
        machine.run("systemctl", "restart", "kiosk.service")
        see_start(machine)
        console = Console(machine, proof, folder / "system" / FONTS)
        console.begin_anew("start screen")
        console.is_written_over()
        for language, key in LANGUAGES.items():
            console.press(f"enter {key}", f"{language}: home")
            console.press(TO_STEP, f"{language}: a step")
            if language != list(LANGUAGES)[-1]:
                console.press(TO_START, f"{language}: the end of the visit")
                console.begin_anew("the start screen, nothing left on it")
        for name in CHANGES:
            console.changes_font(name)
