"""A PC in QEMU, seen from outside: its keyboard, its screen, and a line on which root answers."""

import base64
import contextlib
import gzip
import json
import shlex
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# Emulated on a busy machine the start takes up to two minutes.
START_MAX = 400
ANSWER_MAX = 150
# The emulated keyboard holds few keys, and the console reads them slowly.
HOLD_MS = 60
PAUSE = 0.2
# Keys that QEMU calls otherwise than the project does. The others have one name: `f1`, `esc`, `1` (the key, whatever
# the layout of the machine prints on it).
QEMU_KEYS = {"enter": "ret", "space": "spc", "page-up": "pgup", "page-down": "pgdn"}


class MachineFault(Exception):
    """The machine does not do what a machine does."""


class Machine:
    """A machine that runs. `started` makes one."""

    def __init__(self, monitor: socket.socket, line: socket.socket, process: subprocess.Popen[bytes]) -> None:
        self._monitor = monitor.makefile("rw", encoding="utf-8")
        self._line = line
        self._process = process
        self._heard = b""
        self._monitor.readline()
        self._order("qmp_capabilities")
        self._answer_line(START_MAX, lambda line: line == b"ready")

    def _order(self, name: str, **arguments: Any) -> None:
        self._monitor.write(json.dumps({"execute": name, "arguments": arguments}) + "\n")
        self._monitor.flush()
        while True:
            text = self._monitor.readline()
            if not text:
                raise MachineFault(f"QEMU ended at '{name}'")
            reply = json.loads(text)
            if "error" in reply:
                raise MachineFault(f"QEMU refuses '{name}': {reply['error']['desc']}")
            if "return" in reply:
                return

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

    def run(self, *command: str) -> bytes:
        """What a command of root writes."""
        self._line.sendall(shlex.join(command).encode() + b"\n")
        status, _, packed = self._answer_line(ANSWER_MAX, bool).partition(b" ")
        written = gzip.decompress(base64.b64decode(packed))
        if status != b"0":
            said = written.decode(errors="replace")
            raise MachineFault(f"'{shlex.join(command)}' ends with {status.decode()}: {said}")
        return written

    def press(self, key: str) -> None:
        """Presses and releases a key of the keyboard."""
        name = QEMU_KEYS.get(key, key)
        self._order("send-key", **{"keys": [{"type": "qcode", "data": name}], "hold-time": HOLD_MS})
        time.sleep(PAUSE)

    def photograph(self, path: Path) -> None:
        """Keeps a picture of the screen."""
        self._order("screendump", filename=str(path), format="png")


@contextlib.contextmanager
def started(folder: Path, width: int, height: int) -> Iterator[Machine]:
    """Starts the machine whose files are in `folder`, with so many points on its screen, and ends it afterwards."""
    monitor, monitor_end = socket.socketpair()
    line, line_end = socket.socketpair()
    words = [
        # A KVM that can be opened does not always run a guest; this always does.
        *("qemu-system-x86_64", "-accel", "tcg", "-m", "512", "-smp", "2", "-nodefaults", "-no-reboot"),
        *("-display", "none", "-device", f"VGA,xres={width},yres={height}"),
        *("-kernel", str(folder / "vmlinuz"), "-initrd", str(folder / "initrd.img")),
        *("-append", "root=/dev/vda rw quiet loglevel=3 consoleblank=0 systemd.show_status=0"),
        *("-drive", f"file={folder / 'disk.img'},if=virtio,format=raw,cache=unsafe"),
        *("-chardev", f"socket,id=monitor,fd={monitor_end.fileno()}", "-mon", "chardev=monitor,mode=control"),
        *("-chardev", f"socket,id=line,fd={line_end.fileno()}", "-serial", "chardev:line"),
    ]
    with open(folder / "qemu.log", "wb") as log:
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
