"""USB sticks: a disk with one partition that holds some files."""

import shutil
import subprocess
import tempfile
from pathlib import Path

STICK_MIB = 64
PARTITION_MIB = STICK_MIB - 2
PARTITION_STARTS = 1024 * 1024


def make_stick(stick: Path, *files: Path) -> None:
    """Makes the image of a stick with files on it."""
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            shutil.copy(file, folder)
        with stick.open("wb") as disk:
            disk.truncate(STICK_MIB * 1024 * 1024)
        table = f"label: dos\nstart=1MiB, size={PARTITION_MIB}MiB, type=83\n"
        subprocess.run(["sfdisk", "--quiet", str(stick)], input=table, check=True, text=True)
        command = ["mke2fs", "-q", "-F", "-t", "ext4", "-E", f"offset={PARTITION_STARTS}", "-d", folder, str(stick), f"{PARTITION_MIB}M"]
        subprocess.run(command, check=True)


def files_of_stick(stick: Path, folder: Path) -> Path:
    """Copies what is on the image of a stick into a new folder; the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    partition = folder.with_suffix(".partition")
    with stick.open("rb") as disk, partition.open("wb") as copy:
        disk.seek(PARTITION_STARTS)
        shutil.copyfileobj(disk, copy)
    # The machine may have gone before it wrote its journal back.
    subprocess.run(["e2fsck", "-fp", str(partition)], check=False, stdout=subprocess.DEVNULL)
    subprocess.run(["debugfs", "-R", f"rdump / {folder}", str(partition)], check=True, capture_output=True)
    partition.unlink()
    return folder
