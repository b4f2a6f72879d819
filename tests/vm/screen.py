"""The screen of the Linux console: what was written on it, and which glyphs it shows."""

import gzip
import struct
from dataclasses import dataclass
from pathlib import Path

PSF1_MAGIC = b"\x36\x04"
PSF2_MAGIC = b"\x72\xb5\x4a\x86"


@dataclass(frozen=True)
class Font:
    """A font of the console: how many glyphs it has, and which of them stands for a character."""

    count: int
    glyph_of: dict[str, int]

    @staticmethod
    def read(path: Path) -> "Font":
        """Reads a font as `setfont` loads it."""
        data = gzip.decompress(path.read_bytes())
        if data.startswith(PSF2_MAGIC):
            _, header, _, count, size = struct.unpack_from("<5I", data, 4)
            table, encoding, end, sequence = data[header + count * size :], "utf-8", b"\xff", b"\xfe"
            entries = table.split(end)[:count]
            singles = [entry.split(sequence)[0].decode(encoding) for entry in entries]
        elif data.startswith(PSF1_MAGIC):
            mode, size = data[2:4]
            count = 512 if mode & 1 else 256
            units = struct.unpack_from(f"<{(len(data) - 4 - count * size) // 2}H", data, 4 + count * size)
            text = "".join(map(chr, units))
            singles = [entry.split("\ufffe")[0] for entry in text.split("\uffff")[:count]]
        else:
            raise ValueError(f"{path} is no font of the console")
        # Where a character has two glyphs the kernel keeps the last one.
        return Font(count, {sign: glyph for glyph, signs in enumerate(singles) for sign in signs})

    def sign_of(self, glyph: int) -> str:
        """The first character that a glyph stands for."""
        return next((sign for sign, number in self.glyph_of.items() if number == glyph), "?")

    def ascii_twin(self, sign: str) -> str | None:
        """The ASCII character that looks the same as a character."""
        return next((twin for twin in map(chr, range(32, 127)) if self.glyph_of.get(twin) == self.glyph_of[sign]), None)


@dataclass(frozen=True)
class Screen:
    """What the console shows."""

    width: int
    height: int
    cursor: tuple[int, int]
    """Column and row."""
    cells: list[int]
    """Number of a glyph and its colours, for each cell."""

    @staticmethod
    def of(vcsa: bytes) -> "Screen":
        """Reads the content of `/dev/vcsa1`."""
        height, width, x, y = vcsa[:4]
        return Screen(width, height, (x, y), list(struct.unpack_from(f"<{width * height}H", vcsa, 4)))

    @property
    def size(self) -> str:
        """Columns and rows, as in a list of words: `80x25`."""
        return f"{self.width}x{self.height}"

    def glyphs(self, font: Font) -> list[list[int]]:
        """The numbers of the glyphs in each row."""
        # Next to 256 glyphs all higher bits are colours; 512 take one of them.
        numbers = [cell % font.count for cell in self.cells]
        return [numbers[start : start + self.width] for start in range(0, len(numbers), self.width)]

    def written(self, vcsu: bytes) -> list[str]:
        """The rows as they were written: the content of `/dev/vcsu1`."""
        signs = vcsu.decode("utf-32-le")
        return [plain(signs[start : start + self.width]) for start in range(0, len(signs), self.width)]


def plain(row: str) -> str:
    """A row with spaces at which no line breaks as usual ones, and without blanks at its end."""
    return row.replace("\u00a0", " ").rstrip(" ")
