"""A PC in QEMU, seen from outside: its keyboard, its screen, its power, and a line on which root answers."""

import base64
import contextlib
import gzip
import json
import shlex
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Emulated on a busy machine the start takes up to two minutes.
START_MAX = 400
ANSWER_MAX = 150
# The emulated keyboard holds few keys, and the console reads them slowly.
HOLD_MS = 60
PAUSE = 0.2
# A usual screen. It tells how large it is: 488 by 274 millimetres, 100 points to the inch.
POINTS = (1920, 1080)
# Keys that QEMU calls otherwise than the project does. The others have one name: `f1`, `esc`, `1` (the key, whatever
# the layout of the machine prints on it).
QEMU_KEYS = {"enter": "ret", "space": "spc", "page-up": "pgup", "page-down": "pgdn"}
# What is printed on a Belgian keyboard, and the key (of an American one, as QEMU names them) on which it lies.
BELGIAN = {
    **{letter: letter for letter in "bcdefghijklnoprstuvxy"},
    **{"a": "q", "q": "a", "z": "w", "w": "z", "m": "semicolon"},
    **{digit: f"shift+{digit}" for digit in "0123456789"},
    **{" ": "spc", ",": "m", "-": "equal", "_": "shift+equal", ":": "dot", "/": "shift+dot", "=": "slash"},
    **{".": "shift+comma", "*": "shift+bracket_right"},
}


class MachineFault(Exception):
    """The machine does not do what a machine does."""


@dataclass(frozen=True)
class Hardware:
    """What a machine consists of besides a processor, a keyboard and a screen."""

    disk: Path
    boot_files: Path | None = None
    """A folder with a kernel and an initial disk, for a disk that cannot start by itself yet."""
    clock: str = "utc"
    """The time of its clock: as QEMU wants it, `1970-01-01T00:00:00` in UTC."""
    has_network: bool = False
    stick: Path | None = None
    """What is on a USB stick that may be plugged in."""
    can_write_stick: bool = False
    memory: int = 512

    @property
    def format(self) -> str:
        """The format of the file that is its disk."""
        return "qcow2" if self.disk.suffix == ".qcow2" else "raw"

    def words(self) -> list[str]:
        """The command that makes it, but for its lines to the outside."""
        words = [
            # A KVM that can be opened does not always run a guest; this always does. One processor: two that are emulated wait
            # for each other.
            *("qemu-system-x86_64", "-accel", "tcg", "-machine", "q35", "-m", str(self.memory), "-smp", "1"),
            *("-nodefaults", "-no-reboot", "-rtc", f"base={self.clock}", "-display", "none"),
            *("-device", f"VGA,xres={POINTS[0]},yres={POINTS[1]}"),
            # A cut of the power loses what was not brought to the disk, as on any machine.
            *("-drive", f"file={self.disk},if=none,id=disk,format={self.format},cache=writeback"),
            *("-device", "ide-hd,drive=disk,bus=ide.0", "-device", "qemu-xhci,id=usb"),
        ]
        if self.boot_files:
            words += ["-kernel", str(self.boot_files / "vmlinuz"), "-initrd", str(self.boot_files / "initrd.img")]
            words += ["-append", "root=/dev/sda1 rw quiet"]
        if self.stick:
            read_only = "off" if self.can_write_stick else "on"
            words += ["-drive", f"file={self.stick},if=none,id=stick,format=raw,readonly={read_only}"]
        if self.has_network:
            words += ["-netdev", "user,id=net", "-device", "virtio-net-pci,netdev=net,addr=0x10"]
        return words


class Machine:
    """A machine that runs. `started` makes one."""

    def __init__(self, monitor: socket.socket, line: socket.socket, process: subprocess.Popen[bytes]) -> None:
        self._monitor = monitor.makefile("rw", encoding="utf-8")
        self._line = line
        self._process = process
        self._heard = b""
        self.power_on = time.monotonic()
        self._monitor.readline()
        self._order("qmp_capabilities")

    def wait_for_root(self) -> None:
        """Waits until root answers."""
        self._answer_line(START_MAX, lambda line: line == b"ready")

    def _order(self, name: str, **arguments: Any) -> None:
        try:
            self._monitor.write(json.dumps({"execute": name, "arguments": arguments}) + "\n")
            self._monitor.flush()
            while text := self._monitor.readline():
                reply = json.loads(text)
                if "error" in reply:
                    raise MachineFault(f"QEMU refuses '{name}': {reply['error']['desc']}")
                if "return" in reply:
                    return
        except BrokenPipeError:
            pass
        raise MachineFault(f"QEMU ended at '{name}'")

    def _answer_line(self, seconds: float, is_it: Callable[[bytes], bool]) -> bytes:
        end = time.monotonic() + seconds
        while True:
            line, newline, rest = self._heard.partition(b"\n")
            if newline:
                self._heard = rest
                if is_it(line.strip()):
                    return line.strip()
                continue
            left = end - time.monotonic()
            if left <= 0:
                raise MachineFault(f"no answer on the serial line for {seconds:.0f} s; heard: {self._heard[-300:]!r}")
            self._line.settimeout(left)
            with contextlib.suppress(TimeoutError):
                more = self._line.recv(65536)
                if not more:
                    raise MachineFault(f"QEMU ended with status {self._process.wait()}")
                self._heard += more

    def attempt(self, *command: str, seconds: float = ANSWER_MAX) -> tuple[int, bytes]:
        """The status of a command of root, and what it writes."""
        self._line.sendall(shlex.join(command).replace("\n", " ").encode() + b"\n")
        status, _, packed = self._answer_line(seconds, bool).partition(b" ")
        return int(status), gzip.decompress(base64.b64decode(packed))

    def run(self, *command: str, seconds: float = ANSWER_MAX) -> bytes:
        """What a command of root writes."""
        status, written = self.attempt(*command, seconds=seconds)
        if status != 0:
            said = written.decode(errors="replace")
            raise MachineFault(f"'{shlex.join(command)}' ends with {status}: {said}")
        return written

    def shell(self, line: str, seconds: float = ANSWER_MAX) -> str:
        """What a line of the shell of root writes, without blanks around it."""
        return self.run("sh", "-c", line, seconds=seconds).decode(errors="replace").strip()

    def press(self, *keys: str, pause: float = PAUSE) -> None:
        """Presses and releases keys of the keyboard one by one. `ctrl+alt+f2` is three keys at once."""
        for key in keys:
            parts = [{"type": "qcode", "data": QEMU_KEYS.get(part, part)} for part in key.split("+")]
            self._order("send-key", **{"keys": parts, "hold-time": HOLD_MS})
            time.sleep(pause)

    def type(self, text: str) -> None:
        """Types a text and Enter on a Belgian keyboard."""
        self.press(*(BELGIAN.get(sign) or f"shift+{BELGIAN[sign.lower()]}" for sign in text), "enter", pause=0.12)

    def plug_stick_in(self) -> None:
        """Plugs the USB stick in."""
        self._order("device_add", driver="usb-storage", drive="stick", bus="usb.0", id="stick")

    def pull_stick_out(self) -> None:
        """Pulls the USB stick out, whatever it is used for."""
        self._order("device_del", id="stick")

    def photograph(self, path: Path) -> None:
        """Keeps a picture of the screen: a file that ends in .png or .ppm."""
        self._order("screendump", filename=str(path), format=path.suffix.removeprefix("."))

    def is_on(self) -> bool:
        """Whether it was neither switched off nor started again."""
        return self._process.poll() is None

    def wait_until_off(self, seconds: float = START_MAX) -> None:
        """Waits until it switches itself off or starts again."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise MachineFault(f"the machine is still on after {seconds:.0f} s") from None

    def cut_power(self) -> None:
        """Takes the power away, whatever the machine does."""
        self._process.kill()
        self._process.wait()


@contextlib.contextmanager
def started(hardware: Hardware) -> Iterator[Machine]:
    """Switches a machine on, and takes its power away afterwards."""
    monitor, monitor_end = socket.socketpair()
    line, line_end = socket.socketpair()
    words = [
        *hardware.words(),
        *("-chardev", f"socket,id=monitor,fd={monitor_end.fileno()}", "-mon", "chardev=monitor,mode=control"),
        *("-chardev", f"socket,id=line,fd={line_end.fileno()}", "-serial", "chardev:line"),
    ]
    with open(hardware.disk.with_suffix(".log"), "wb") as log:
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=(monitor_end.fileno(), line_end.fileno()),
        )
    monitor_end.close()
    line_end.close()
    try:
        yield Machine(monitor, line, process)
    finally:
        process.kill()
        process.wait()
