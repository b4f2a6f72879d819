"""USB sticks: a disk with one partition that holds some files."""

import shutil
import subprocess
import tempfile
from pathlib import Path

STICK_MIB = 64
PARTITION_MIB = STICK_MIB - 2


def make_stick(stick: Path, *files: Path) -> None:
    """Makes the image of a stick with files on it."""
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            shutil.copy(file, folder)
        with stick.open("wb") as disk:
            disk.truncate(STICK_MIB * 1024 * 1024)
        table = f"label: dos\nstart=1MiB, size={PARTITION_MIB}MiB, type=83\n"
        subprocess.run(["sfdisk", "--quiet", str(stick)], input=table, check=True, text=True)
        offset = f"offset={1024 * 1024}"
        command = ["mke2fs", "-q", "-F", "-t", "ext4", "-E", offset, "-d", folder, str(stick), f"{PARTITION_MIB}M"]
        subprocess.run(command, check=True)
