"""The letters of a PDF form: where the font comes from, and how wide its letters are.

The page itself is set in the font of the Word forms (Calibri, or Carlito with the same widths). For what
is typed in a field a smaller copy goes along in the file, so that ı, Ł, é and € show everywhere.
"""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from generator.formats.veilig import Geweigerd

# Regular, bold, italic, bold italic; the first family that is whole on this machine is used.
_FAMILIES = (
    ("Carlito-Regular.ttf", "Carlito-Bold.ttf", "Carlito-Italic.ttf", "Carlito-BoldItalic.ttf"),
    ("calibri.ttf", "calibrib.ttf", "calibrii.ttf", "calibriz.ttf"),
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf",
     "LiberationSans-BoldItalic.ttf"),
    ("arial.ttf", "arialbd.ttf", "ariali.ttf", "arialbi.ttf"),
    ("Arial.ttf", "Arial Bold.ttf", "Arial Italic.ttf", "Arial Bold Italic.ttf"),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf", "DejaVuSans-BoldOblique.ttf"),
)  # fmt: skip
_MAPPEN = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    "/usr/lib/libreoffice/share/fonts", "/opt/libreoffice*/share/fonts",
    "/Library/Fonts", "/System/Library/Fonts/Supplemental", "~/Library/Fonts",
    "/Applications/LibreOffice.app/Contents/Resources/fonts",
)  # fmt: skip
_WINDOWS = (
    ("WINDIR", "Fonts"), ("LOCALAPPDATA", "Microsoft/Windows/Fonts"), ("ProgramFiles", "LibreOffice/share/fonts"),
)  # fmt: skip
# Latin with all its marks, Greek, Cyrillic, and the signs that people type.
_BEREIK = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x1E6, 0x1E7), (0x218, 0x21B), (0x2C6, 0x2DD), (0x300, 0x30C),
    (0x327, 0x328), (0x386, 0x3CE), (0x401, 0x45F), (0x490, 0x491), (0x1E9E, 0x1EF9), (0x2010, 0x2027),
    (0x2030, 0x203A), (0x20AC, 0x20AC), (0x2116, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212), (0x2248, 0x2265),
    (0x25A0, 0x25CF), (0x2610, 0x2612), (0x2713, 0x2718), (0xFB01, 0xFB02),
)  # fmt: skip
# Codes that WinAnsi leaves free, and those of signs that hardly anybody types, hold letters of names that it lacks.
# No code below 0x20: Chromium leaves those out.
_VRIJE_CODES = (0x81, 0x8D, 0x8F, 0x90, 0x9D, *"¤¦¨¯¸¬¹³ˆ˜‡†¶¢¥ƒªº¼¾‰ÞþÐð".encode("cp1252"))
_ERBIJ = "ıİğĞşŞłŁąęćĆńśŚżŻźčČđĐőűřěățșť"


@dataclass(frozen=True, slots=True)
class Lettertype:
    """The widths and numbers of the letters in a font program, by character; widths in thousandths of the size."""

    programma: bytes
    breedtes: Mapping[str, int]
    nummers: Mapping[str, int]
    stijging: int
    daling: int
    alle_breedtes: tuple[int, ...]
    naam: str
    doos: tuple[int, int, int, int]
    codes: Mapping[str, str] = field(default_factory=dict)

    def breedte(self, tekst: str) -> int:
        """Return how wide a text is, in thousandths of the size."""
        breed, onbekend = self.breedtes, self.alle_breedtes[0]
        return sum([breed.get(teken, onbekend) for teken in tekst])


class GeenLetters(Geweigerd):
    """There is no font on this machine to set a form in."""

    def __init__(self) -> None:
        """Say what to install."""
        super().__init__("L68")


@cache
def letterbestanden() -> tuple[Path, Path, Path, Path]:
    """Return the files of the font: regular, bold, italic, bold italic. Raises `GeenLetters` when there is none."""
    aanwezig: dict[str, Path] = {}
    for map_ in _mappen():
        for pad in sorted(map_.rglob("*.[tT][tT][fF]")):
            aanwezig.setdefault(pad.name, pad)
    for familie in _FAMILIES:
        if all(naam in aanwezig for naam in familie):
            gewoon, vet, schuin, beide = (aanwezig[naam] for naam in familie)
            return gewoon, vet, schuin, beide
    raise GeenLetters


def _mappen() -> Iterator[Path]:
    for naam, rest in _WINDOWS:
        if basis := os.environ.get(naam):
            yield Path(basis, rest)
    for plek in _MAPPEN:
        pad = Path(plek).expanduser()
        yield from sorted(Path(pad.anchor).glob(str(pad.relative_to(pad.anchor))), reverse=True)


def _zwijg() -> None:
    """What fontTools thinks of somebody's font is no news for a user."""
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)


@cache
def invulletters() -> bytes:
    """Return the font program for what is typed: a part of the regular font, the same every time."""
    return _deel_van_letters([code for van, tot in _BEREIK for code in range(van, tot + 1)])


@cache
def proefletters() -> bytes:
    """Return a font with hardly a letter in it: the places to fill in are laid out with it, and it is thrown away."""
    return _deel_van_letters([ord(" "), ord("x")], naam="AchtfasenVak")


def _deel_van_letters(tekens: Collection[int], naam: str = "") -> bytes:
    from fontTools import subset

    _zwijg()
    opties = subset.Options()
    opties.hinting = opties.recalc_timestamp = False
    opties.notdef_outline = True
    opties.layout_features = []
    opties.name_IDs = [1, 2, 4, 6]
    opties.drop_tables += ["FFTM", "DSIG", "kern", "GDEF", "GPOS", "GSUB"]
    with subset.load_font(str(letterbestanden()[0]), opties) as letters:
        kiezer = subset.Subsetter(opties)
        kiezer.populate(unicodes=tekens)
        kiezer.subset(letters)
        for regel in letters["name"].names if naam else ():
            regel.string = naam
        uit = io.BytesIO()
        letters.save(uit, reorderTables=None)
    return uit.getvalue()


@cache
def lettertype(programma: bytes) -> Lettertype:
    """Return what is known of a font program."""
    from fontTools.ttLib import TTFont

    _zwijg()
    with TTFont(io.BytesIO(programma), lazy=True) as letters:
        maat = 1000 / letters["head"].unitsPerEm
        volgorde = letters.getGlyphOrder()
        nummer = {naam: nr for nr, naam in enumerate(volgorde)}
        breed = tuple(round(letters["hmtx"][naam][0] * maat) for naam in volgorde)
        kaart = {chr(code): nummer[naam] for code, naam in letters["cmap"].getBestCmap().items()}
        kop: Any = letters["head"]
        hoogte: Any = letters["hhea"]
        naam = letters["name"].getDebugName(6) or "Letters"
        return Lettertype(
            programma,
            {teken: breed[nr] for teken, nr in kaart.items()},
            kaart,
            round(hoogte.ascent * maat),
            round(hoogte.descent * maat),
            breed,
            "".join(teken for teken in naam if teken.isalnum() or teken == "-"),
            (round(kop.xMin * maat), round(kop.yMin * maat), round(kop.xMax * maat), round(kop.yMax * maat)),
            {teken: f"{nr:04X}" for teken, nr in kaart.items()},
        )


def typcodes(letters: Lettertype) -> dict[int, str]:
    """Return code → character of the font that viewers type with: WinAnsi, with more letters in its free codes."""
    codes: dict[int, str] = {}
    for code in range(0x20, 0x100):
        try:
            codes[code] = bytes([code]).decode("cp1252")
        except UnicodeDecodeError:
            continue
    codes |= dict(zip(_VRIJE_CODES, _ERBIJ, strict=True))
    return {code: teken for code, teken in sorted(codes.items()) if teken in letters.nummers}
