"""The kiosk on the first console of a machine: what it shows, what it counts, what systemd says of it."""

import json
import re
import time
from functools import cache
from pathlib import Path

from machine import Machine
from proof import PATIENCE, Broken, hold, wait_until
from screen import Screen

LANGUAGES = {"fr": "1", "nl": "2", "en": "3"}
"""The key of each language on the first screen of a visit, as it lies in the row of digits of an AZERTY keyboard."""
CHOOSE_LANGUAGE = "Choose your language"
"""On the first screen of a visit, in every language that may speak there."""
TO_FIRST_STEP = ("2", "1", "1", "1")
"""From the home screen over "I have no computer", its first guide, and what to have ready. No finder is on this way."""
UNIT = "kiosk.service"
STATE = "/var/lib/kiosk"
SELF_TEST = "/var/lib/kiosk-state/self-test"
START_MAX = 400
VCSA_HEAD = 4


@cache
def said(language: str, key: str) -> str:
    """A text of the kiosk, up to the first value that is filled in."""
    for file in Path("locales", language).glob("*.ftl"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith(f"{key} = "):
                return flat(line.removeprefix(f"{key} = ").split("{")[0])
    raise Broken(f"there is no text '{key}' in {language}")


def flat(text: str) -> str:
    """A text as a screen is searched for it: one space for any number of blanks."""
    return re.sub(r"\s+", " ", text).strip()


def rows(machine: Machine) -> list[str]:
    """What stands on the first console."""
    # Together: each command costs an emulated machine more than what it reads.
    both = machine.run("cat", "/dev/vcsa1", "/dev/vcsu1")
    length = VCSA_HEAD + 2 * both[0] * both[1]
    seen, written = Screen.of(both[:length]), both[length:]
    # It may change its size between the two.
    return seen.written(written) if len(written) == 4 * seen.width * seen.height else []


def text(machine: Machine) -> str:
    """What stands on the first console, in one line."""
    return flat(" ".join(rows(machine)))


def see(machine: Machine, wanted: str, seconds: float = PATIENCE) -> float:
    """Waits until a text stands on the screen; how long it took."""
    last = ""

    def is_there() -> bool:
        nonlocal last
        last = text(machine)
        return wanted in last

    try:
        return wait_until(is_there, f"'{wanted}' on the screen", seconds)
    except Broken as broken:
        raise Broken(f"{broken}; there is: {last[:200]}") from None


def is_start_screen(machine: Machine) -> bool:
    """Whether the kiosk greets in all of its languages."""
    there = text(machine)
    return all(word in there for word in ("Bonjour", "Goedendag", "Hello"))


def see_start(machine: Machine, seconds: float = PATIENCE) -> float:
    """Waits for the start screen."""
    return wait_until(lambda: is_start_screen(machine), "the start screen", seconds)


def boot(machine: Machine) -> float:
    """Waits for the start screen of a machine that was just switched on; seconds since then."""
    machine.wait_for_root()
    # Looking takes time from a machine that starts.
    wait_until(lambda: is_start_screen(machine), "the start screen", START_MAX, poll=1.5)
    return time.monotonic() - machine.power_on


def begin_visit(machine: Machine, language: str) -> None:
    """From the start screen to the home screen of a language."""
    machine.press("enter")
    see(machine, CHOOSE_LANGUAGE)
    machine.press(LANGUAGES[language])
    see(machine, said(language, "home-title"))


def to_step(machine: Machine, language: str) -> None:
    """From the home screen over a life event and a guide to its first step."""
    machine.press(*TO_FIRST_STEP)
    step = re.escape(said(language, "step-progress"))
    wait_until(lambda: bool(re.search(rf"{step} 1 \S+ \d", text(machine))), f"the first step in {language}")


def to_last_screen(machine: Machine, language: str) -> None:
    """From any screen to the question whether to finish: over three others, where something was opened."""
    machine.press("f10")
    question = said(language, "finish-title")
    wait_until(lambda: question in text(machine) or said(language, "ask-title") in text(machine), "the way out")
    if question not in text(machine):
        machine.press("f10")
    see(machine, question)


def finish(machine: Machine, language: str) -> None:
    """Ends a visit: it is counted once the farewell is there, which gives way to the start screen after a while."""
    to_last_screen(machine, language)
    machine.press("1")
    farewell = said(language, "erased-title")
    wait_until(lambda: farewell in text(machine) or is_start_screen(machine), "the farewell or the start screen")


def visit(machine: Machine, language: str) -> None:
    """A whole visit, from start screen to start screen."""
    begin_visit(machine, language)
    to_step(machine, language)
    finish(machine, language)
    if not is_start_screen(machine):
        machine.press("enter")
    see_start(machine)


def answers_keys(machine: Machine) -> None:
    """Breaks unless the kiosk is on the first console and answers a key."""
    hold(machine.shell("fgconsole") == "1", "another console is shown")
    see_start(machine)
    machine.press("enter")
    see(machine, CHOOSE_LANGUAGE)
    machine.press("esc")
    see_start(machine)


def counts(machine: Machine, cell: str, month: str | None = None) -> int:
    """How often a counter went up, TABLE/CELL; over all months or in one."""
    # As the kiosk's user: root would leave files that the kiosk cannot write.
    told = json.loads(machine.shell(f"runuser -u kiosk -- kiosk indicators show --state {STATE} --format json"))
    found = [row for row in told["counts"] if f"{row['table']}/{row['cell']}" == cell]
    return sum(row["n"] for row in found if month in (None, row["month"]))


def visits(machine: Machine, month: str | None = None) -> int:
    """The number of visits that were stored."""
    return counts(machine, "sess/all", month)


def process(machine: Machine) -> str:
    """The number of the kiosk's process."""
    return machine.shell(f"systemctl show -p MainPID --value {UNIT}")
