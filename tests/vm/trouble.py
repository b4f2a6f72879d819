"""What happens to a kiosk over the years: a pack whose install is cut off, a full disk, a clock that knows nothing."""

import random
import re
import shutil
import subprocess
import time
from pathlib import Path

from install import overlay
from kiosk import STATE, answers_keys, boot, visit, visits
from machine import Hardware, Machine, started
from proof import Proof, hold
from sticks import make_stick

PACK_CUTS = 3
NEWER = 900
KIOSK = "target/release/kiosk"
SELF_TEST_MAX = 1200
DOCTOR = f"runuser -u kiosk -- kiosk doctor --state {STATE}"
STICK_PLACE = "/run/stick"
INSTALL = f"runuser -u kiosk -- kiosk pack install --state {STATE} {STICK_PLACE}/newer.kpack"


def newer_pack(folder: Path) -> Path:
    """A stick with a pack that is newer than the one in the package, its signature and the key that is to be trusted."""
    work = folder / "pack"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree("content", work / "content")
    about = work / "content" / "pack.toml"
    told = about.read_text(encoding="utf-8")
    about.write_text(re.sub(r"(?m)^version = \d+", f"version = {NEWER}", told), encoding="utf-8")
    pack, key = work / "newer.kpack", work / "test"
    for words in (
        ["pack", "build", str(work / "content"), "-o", str(pack)],
        ["pack", "keygen", "--no-password", str(key)],
        ["pack", "sign", str(pack), "--key", f"{key}.key"],
    ):
        subprocess.run([KIOSK, *words], check=True, stdout=subprocess.DEVNULL)
    stick = folder / "pack-stick.img"
    make_stick(stick, pack, work / "newer.kpack.minisig", work / "test.pub")
    return stick


def mount_stick(machine: Machine) -> None:
    """Does by hand what the menu of staff does with a stick."""
    machine.plug_stick_in()
    machine.run("modprobe", "usb_storage")
    machine.shell(f"for i in $(seq 60); do [ -b /dev/sdb1 ] && break; sleep 0.5; done; mkdir -p {STICK_PLACE}")
    machine.run("mount", "-o", "ro", "/dev/sdb1", STICK_PLACE)


def pack_install_is_cut(proof: Proof, folder: Path, seed: int) -> None:
    """The power goes while a pack is put in place: afterwards there is the old one or the new one, whole."""
    chance = random.Random(seed)
    disk = overlay(folder / "kiosk.qcow2", folder / "packs.qcow2")
    hardware = Hardware(disk, stick=newer_pack(folder))
    seconds = 0.0
    for number in range(1, PACK_CUTS + 2):
        with started(hardware) as machine:
            with proof.of(f"a pack install, start {number} of {PACK_CUTS + 1}", machine) as figures:
                boot(machine)
                figures.append(pack_in_place(machine))
                hold(figures[-1] in ("old pack", "new pack"), figures[-1])
                answers_keys(machine)
                mount_stick(machine)
                if number > PACK_CUTS:
                    installs(machine, figures)
                    continue
                trust_key(machine)
                seconds = seconds or trial(machine)
                moment = chance.uniform(0, seconds)
                machine.shell(f"({INSTALL} >/dev/null 2>&1 &) </dev/null")
                time.sleep(moment)
                figures.append(f"the power goes {moment:.2f} s after the install began, which takes {seconds:.1f} s")
            machine.cut_power()


def trust_key(machine: Machine) -> None:
    """Puts the key of the pack where staff put it in maintenance."""
    machine.shell(f"mount -o remount,rw / && cp {STICK_PLACE}/test.pub /etc/kiosk/keys/ && sync && mount -o remount,ro /")


def trial(machine: Machine) -> float:
    """How long an install takes that is not cut off. It is taken back."""
    begin = time.monotonic()
    machine.shell(INSTALL)
    seconds = time.monotonic() - begin
    machine.shell(f"rm -rf {STATE}/packs && systemctl restart kiosk.service")
    return seconds


def pack_in_place(machine: Machine) -> str:
    """Which pack the kiosk shows, as `kiosk doctor` tells."""
    told = [line for line in machine.attempt("sh", "-c", DOCTOR)[1].decode().splitlines() if " content " in line]
    names = machine.shell(f"ls {STATE}/packs 2>/dev/null || true").split()
    if not told or not told[0].startswith("ok"):
        return f"doctor: {told}; {names}"
    return "new pack" if told[0].endswith(f"version {NEWER}") else "old pack"


def installs(machine: Machine, figures: list[str]) -> None:
    """After all cuts the pack still can be put in place."""
    status, said = machine.attempt("sh", "-c", INSTALL)
    in_place = pack_in_place(machine)
    figures.append(f"install now: {in_place}")
    hold(in_place == "new pack", f"status {status}: {said.decode()}")
    answers_keys(machine)


def disk_is_full(proof: Proof, machine: Machine) -> None:
    """Nothing fits on the state partition any more; residents do not notice."""
    with proof.of("a full state partition: visits work, staff are told", machine) as figures:
        machine.attempt("sh", "-c", "cat /dev/zero >/var/lib/kiosk-state/filled 2>/dev/null; sync", seconds=400)
        figures.append(machine.shell("df --output=avail -k /var/lib/kiosk-state | tail -n 1").strip() + " kB left")
        for language in ("fr", "nl", "en"):
            visit(machine, language)
        answers_keys(machine)
        told = machine.attempt("sh", "-c", DOCTOR)[1].decode()
        mends = [line for line in told.splitlines() if line.startswith("MEND") and "terminal" not in line]
        log = machine.shell("journalctl -b -u kiosk.service -o cat --no-pager | tail -n 3")
        figures += [f"doctor: {' | '.join(mends) or 'nothing'}", f"journal: {log or 'nothing'}"]
        hold(bool(mends or log), "nobody is told")
    with proof.of("space again: counts go on", machine) as figures:
        machine.shell("rm /var/lib/kiosk-state/filled && sync")
        before = visits(machine)
        visit(machine, "nl")
        figures.append(f"{before} visits, then {visits(machine)}")
        hold(visits(machine) > before, figures[-1])


def clock_is_lost(proof: Proof, folder: Path) -> None:
    """The clock says 1970, after the kiosk has known better."""
    disk = overlay(folder / "kiosk.qcow2", folder / "clock.qcow2")
    with started(Hardware(disk)) as machine:
        boot(machine)
        machine.run("systemctl", "start", "kiosk-clock-hourly.service")
        machine.run("sync")
    with started(Hardware(disk, clock="1970-01-01T00:00:00")) as machine:
        with proof.of("a clock that says 1970: the kiosk starts", machine) as figures:
            figures.append(f"{boot(machine):.0f} s")
            figures.append(f"the machine believes {machine.shell('date --iso-8601')}")
            hold(machine.attempt("test", "-e", "/run/kiosk-clock-unsure")[0] == 0, "the clock is believed")
        with proof.of("visits go to the month 'unsure'", machine) as figures:
            before = visits(machine, "unsure")
            visit(machine, "fr")
            figures.append(f"{before}, then {visits(machine, 'unsure')}")
            hold(visits(machine, "unsure") == before + 1, figures[-1])
        with proof.of("the self-test says so", machine) as figures:
            status, report = machine.attempt("kiosk-setup", "--check", seconds=SELF_TEST_MAX)
            lines = report.decode().splitlines()
            figures += [line for line in lines if line.startswith("FAIL")]
            hold(status == 1 and any("clock" in line for line in figures), f"status {status}: {figures}")
