"""From a bare Debian to a kiosk, as docs/install.en.md says, by the letter: typed at the console."""

import re
import shutil
import subprocess
import time
from pathlib import Path

from kiosk import SELF_TEST, boot, rows, see, text
from machine import Hardware, Machine, started
from proof import Broken, Proof, hold, wait_until
from sticks import make_stick

ROOT_PASSWORD = "bare"
PROMPT = "root@kiosk:~#"
APT_MAX = 900
SETUP_MAX = 1500
SELF_TEST_MAX = 1200
# What stands above the prompt of each question, or in it, and what is typed then.
ANSWERS = {
    "Taal van het personeel": "en",
    "Visitors read this name": "the central library",
    "In which commune": "schaerbeek",
    "be: Belgian AZERTY": "be",
    "The kiosk shows your answer": "room 2",
    "Monday>": "",
    "Tuesday>": "9:00-12:30,13:30-18:00",
    "Wednesday>": "",
    "Thursday>": "",
    "Friday>": "",
    "Saturday>": "10-16",
    "Sunday>": "",
}
QUESTION_ROWS = 4
PASSWORD = re.compile(r"([a-z]{4}) ([a-z]{4}) ([a-z]{4})")
ANSWERS_FILE = """\
staff_language = en
place.fr = la bibliothèque
place.nl = de bibliotheek
place.en = the library
place = la bibliothèque
commune = Schaerbeek
keyboard = be
connected_computer = salle 2
hours.tuesday = 9-12:30,13:30-18
hours.saturday = 10:00-16:00
"""


def make_startable(folder: Path) -> None:
    """Lets the machine itself write the boot loader to its disk, as the installer does last."""
    disk = folder / "bare.img"
    with started(Hardware(disk, boot_files=folder)) as machine:
        machine.wait_for_root()
        machine.run("grub-install", "/dev/sda", seconds=400)
        machine.run("update-grub", seconds=400)
        # The installer has asked for it too; a start that waits for keys of SSH is none that is measured.
        machine.run("sync")
        machine.run("systemctl", "poweroff", "--no-block")
        machine.wait_until_off()


def overlay(of: Path, on: Path) -> Path:
    """A disk that holds only what differs from another one."""
    on.unlink(missing_ok=True)
    command = ["qemu-img", "create", "-q", "-f", "qcow2", "-F", Hardware(of).format, "-b", str(of.resolve()), str(on)]
    subprocess.run(command, check=True)
    return on


class Typist:
    """Somebody who types what the guide says, and looks at the screen."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    def log_in(self) -> None:
        """Logs in as root."""
        see(self._machine, "kiosk login:", 300)
        self._machine.type("root")
        see(self._machine, "Password:")
        self._machine.type(ROOT_PASSWORD)
        self._wait_for_prompt(120)

    def command(self, line: str, seconds: float = 120, answers: dict[str, str] | None = None) -> str:
        """Types a line and waits until it has ended; answers a question where one comes. What stands on the screen."""
        self._machine.type("clear")
        self._wait_for_prompt(60)
        self._machine.type(line)
        left = dict(answers or {})

        def is_over() -> bool:
            there = rows(self._machine)
            for question in [question for question in left if any(question in row for row in there)]:
                self._machine.type(left.pop(question))
            return last_of(there) == PROMPT

        wait_until(is_over, f"the end of '{line}'", seconds)
        return text(self._machine)

    def _wait_for_prompt(self, seconds: float) -> None:
        wait_until(lambda: last_of(rows(self._machine)) == PROMPT, "the prompt of the shell", seconds)

    def set_up(self) -> str:
        """Answers the questions of kiosk-setup, and writes the password down, which is returned."""
        machine = self._machine
        machine.type("clear")
        self._wait_for_prompt(60)
        machine.type("kiosk-setup")
        for question, answer in ANSWERS.items():
            wait_until(lambda asked=question: is_asked(rows(machine), asked), f"the question '{question}'", 120)
            machine.type(answer)
        see(machine, 'Type "yes" to begin', SETUP_MAX)
        hold("MISSING" not in text(machine), "the plan says MISSING")
        machine.type("yes")
        see(machine, "Type the password from your paper", SETUP_MAX)
        password = password_on(rows(machine))
        machine.type(password)
        see(machine, "Done. Everything holds from the next start on", SETUP_MAX)
        self._wait_for_prompt(60)
        return password


def is_asked(there: list[str], question: str) -> bool:
    """Whether a question stands last on the screen, and waits for an answer."""
    last = [row.strip() for row in there if row.strip()][-QUESTION_ROWS:]
    return bool(last) and last[-1].endswith(">") and question in " ".join(last)


def password_on(there: list[str]) -> str:
    """The password of staff, which stands alone on its row."""
    found = [match for row in there if (match := PASSWORD.fullmatch(row.strip()))]
    hold(bool(found), "no password on the screen")
    return "".join(found[-1].groups())


def last_of(there: list[str]) -> str:
    """The last row that is not empty."""
    return next((row.strip() for row in reversed(there) if row.strip()), "")


def newest_package() -> Path:
    """The Debian package of the kiosk."""
    packages = sorted(Path("target/debian").glob("inclusion-kiosk_*.deb"), key=lambda path: path.stat().st_mtime)
    hold(bool(packages), "there is no package: run kiosk-setup/package/build")
    return packages[-1]


def install(proof: Proof, folder: Path, is_typed: bool) -> Path:
    """Makes a kiosk of the bare machine; the disk of it. Typed at the console, or with a file of answers as a fleet."""
    disk = overlay(folder / "bare.img", folder / "kiosk.new.qcow2")
    files = [newest_package()]
    if not is_typed:
        (folder / "answers").write_text(ANSWERS_FILE, encoding="utf-8")
        files.append(folder / "answers")
    make_stick(folder / "stick.img", *files)
    hardware = Hardware(disk, has_network=True, stick=folder / "stick.img")
    with started(hardware) as machine:
        typist = Typist(machine)
        with proof.of("the bare machine starts from its own disk and asks for a login", machine) as figures:
            machine.wait_for_root()
            typist.log_in()
            figures.append(f"{time.monotonic() - machine.power_on:.0f} s to the prompt")
        with proof.of("install.en.md, section 3: the package is installed from a stick", machine):
            install_package(machine, typist, is_typed)
        with proof.of("install.en.md, section 4: kiosk-setup", machine):
            set_up(machine, typist, folder, is_typed)
        if proof.failed:
            raise Broken("there is no kiosk to try")
        machine.type("reboot")
        machine.wait_until_off()
    with started(Hardware(disk)) as machine:
        with proof.of("the first start: the kiosk, and a self-test that is kept", machine) as figures:
            figures.append(f"{boot(machine):.0f} s")
            # It kills the kiosk once: what is tried later must not meet that.
            wait_until(lambda: machine.attempt("test", "-s", SELF_TEST)[0] == 0, "the self-test", SELF_TEST_MAX)
        machine.run("systemctl", "poweroff", "--no-block")
        machine.wait_until_off()
    finished = folder / "kiosk.qcow2"
    shutil.move(disk, finished)
    return finished


def install_package(machine: Machine, typist: Typist, is_typed: bool) -> None:
    """Section 3 of the guide."""
    machine.plug_stick_in()
    wait_until(lambda: machine.attempt("test", "-b", "/dev/sdb1")[0] == 0, "the stick", 60)
    hold("sdb1" in typist.command("lsblk"), "lsblk does not show the stick")
    typist.command("mount /dev/sdb1 /mnt")
    typist.command("cp /mnt/inclusion-kiosk_*.deb /root/")
    if not is_typed:
        typist.command("cp /mnt/answers /root/")
    typist.command("umount /mnt")
    typist.command("apt update", APT_MAX)
    typist.command("apt install /root/inclusion-kiosk_*.deb", APT_MAX, {"Do you want to continue?": "y"})
    machine.pull_stick_out()
    hold(machine.attempt("test", "-x", "/usr/sbin/kiosk-setup")[0] == 0, "kiosk-setup is not installed")


def set_up(machine: Machine, typist: Typist, folder: Path, is_typed: bool) -> None:
    """Section 4 of the guide. The password of staff is kept beside the disk."""
    if is_typed:
        password = typist.set_up()
    else:
        there = typist.command("kiosk-setup --answers /root/answers --yes", SETUP_MAX)
        hold("Done. Everything holds" in there, f"no end: {there[-200:]}")
        password = password_on(rows(machine))
    (folder / "password").write_text(password, encoding="utf-8")


def bare_or_made(folder: Path, suite: str) -> None:
    """Makes the bare machine, unless it was made by the same recipe before."""
    recipe = subprocess.run(
        ["sha256sum", "tests/vm/image", "tests/vm/answer", "tests/vm/answer.service"],
        check=True, stdout=subprocess.PIPE, text=True,
    ).stdout  # fmt: skip
    note = folder / "made-by"
    if note.exists() and note.read_text(encoding="utf-8") == recipe:
        return
    folder.mkdir(parents=True, exist_ok=True)
    note.unlink(missing_ok=True)
    with open(folder / "image.log", "wb") as log:
        if subprocess.run(["tests/vm/image", suite], stdin=subprocess.DEVNULL, stdout=log, stderr=log).returncode:
            raise Broken(f"the image could not be made: see {folder / 'image.log'}")
    make_startable(folder)
    note.write_text(recipe, encoding="utf-8")
