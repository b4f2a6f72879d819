"""Holds the screen of a real Linux console, cell by cell, against the one that the core of the kiosk makes.

Two things are compared. `/dev/vcsu1` tells which characters were written; `/dev/vcsa1` tells which glyphs are seen, and
where the cursor stands. Only the second shows a glyph of another font, or a character that the font does not have.
"""

import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from machine import Machine, MachineFault, started
from screen import Font, Screen, plain

WORK = Path("target/console").resolve()
MAKES_SCREENS = "target/debug/examples/screen"
POINTS = (1280, 800)
FONTS = "usr/share/consolefonts"
START_FONT = "Vietnamese-Terminus32x16"
START_SIZE = "80x25"
# The key of each language on the first screen of a visit, as it lies in the row of digits of an AZERTY keyboard.
# French comes last: its letters with accents tell most about fonts.
LANGUAGES = {"English": "3", "Dutch": "2", "French": "1"}
# From the home screen over a topic and a service to a step with quotes, bullets, a tip and a capital with an accent.
TO_STEP = "9 1 1 1 1 1 1"
# Over the question whether to finish, and the farewell.
TO_START = "f10 1 enter"
# Fonts, and the size of a screen of 1280x800 points with them. First the glyphs keep their order, then they change it:
# with another size, with the same size, and back.
CHANGES = [
    ("Vietnamese-Terminus28x14", "91x28"),
    ("Vietnamese-Terminus16", "160x50"),
    ("Uni2-Terminus16", "160x50"),
    (START_FONT, START_SIZE),
]
# After so long a screen is not late but wrong.
PATIENCE = 40


class Different(Exception):
    """The console does not show what it should."""


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

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._font = font(START_FONT)
        self._size = START_SIZE
        # What happened since the last start screen.
        self._words = [self._size]

    def press(self, keys: str, screen: str) -> None:
        """Presses keys one by one. Every screen on the way is compared too."""
        for key in keys.split():
            self._machine.press(key)
            self._words.append(key)
            self._wait_for_wanted()
        tell(screen)

    def begin_anew(self, screen: str) -> None:
        """Compares with a kiosk that nobody has used yet."""
        self._words = [self._size]
        self._wait_for_wanted()
        tell(screen)

    def see_start(self) -> None:
        """Compares the first screen after the start of the machine, as far as it is known."""
        # The kiosk may run before the graphics driver does. That takes the console over, at another size, and then the
        # font is loaded into it.
        self._machine.run("udevadm", "settle")
        # The kernel notes characters only once somebody has asked for them: until then it guesses them from glyphs.
        self._wait_for_wanted(is_written_known=False)
        tell("the start screen after power-on")
        self._machine.run("cat", "/dev/vcsu1")
        self._machine.run("sh", "-c", "echo 'not of the kiosk' >/dev/tty1")
        self.repaint()
        self._wait_for_wanted()
        tell("the same after another program wrote over it, painted whole")

    def repaint(self) -> None:
        """Asks the kiosk to paint its screen whole."""
        self._machine.run("systemctl", "kill", "--kill-whom=main", "--signal=WINCH", "kiosk.service")

    def load_font(self, name: str, size: str) -> None:
        """Gives the console another font, with which it may have another size."""
        self._machine.run("setfont", "-C", "/dev/tty1", f"/{FONTS}/{name}.psf.gz")
        self._font = font(name)
        if size == self._size:
            # The kernel tells nobody of a font of the same size: whoever loads one has to.
            self.repaint()
        self._size = size
        self._words.append(size)
        self._wait_for_wanted()
        tell(f"{name}: painted whole at {size}")

    def _wait_for_wanted(self, is_written_known: bool = True) -> None:
        wanted = Wanted.of(self._size, self._words)
        end = time.monotonic() + PATIENCE
        while True:
            screen = Screen.of(self._machine.run("cat", "/dev/vcsa1"))
            faults = differences(wanted, screen, self._font)
            if is_written_known and screen.size == wanted.size:
                faults += rows_that_differ(wanted, screen.written(self._machine.run("cat", "/dev/vcsu1")))
            if not faults:
                return
            if time.monotonic() > end:
                raise Different(f"after {' '.join(self._words)}:\n" + "\n".join(faults))


def font(name: str) -> Font:
    """A font of the machine."""
    return Font.read(WORK / "system" / FONTS / f"{name}.psf.gz")


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


def tell(screen: str) -> None:
    """Says what was seen to be right."""
    print(f"ok  {screen}", flush=True)


def check(console: Console) -> None:
    """Everything that is seen on the console."""
    console.see_start()
    for language, key in LANGUAGES.items():
        console.press(f"enter {key}", f"{language}: home")
        console.press(TO_STEP, f"{language}: a step")
        if language != list(LANGUAGES)[-1]:
            console.press(TO_START, f"{language}: the end of the visit")
            console.begin_anew("the start screen, nothing left on it")
    for name, size in CHANGES:
        console.load_font(name, size)


def main() -> int:
    # QEMU is ended on the way out, so there has to be one.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    begin = time.monotonic()
    with started(WORK, *POINTS) as machine:
        tell(f"the machine runs after {time.monotonic() - begin:.0f} s")
        try:
            check(Console(machine))
        except Different as different:
            picture = WORK / "screen.png"
            machine.photograph(picture)
            print(f"WRONG {different}\nThe screen is kept in {picture}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except MachineFault as fault:
        sys.exit(f"the machine failed: {fault}")
