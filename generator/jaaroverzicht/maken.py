"""From folders of forms to ``jaaroverzicht-2026.docx`` and ``.xlsx``."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

from generator.bestanden import schrijf_veilig
from generator.handboek.maken import SJABLOON
from generator.inrichting import ingevuld, woorden_van
from generator.jaaroverzicht.cijfers import MERK, Jaarcijfers
from generator.jaaroverzicht.excel import maak_excel
from generator.jaaroverzicht.verhaal import verhaal
from generator.jaaroverzicht.word import maak_word
from generator.model import Inrichting

_ANDERS = (".xlsx", ".xlsm", ".pdf", ".doc", ".dotx", ".odt", ".txt", ".json", ".html", ".csv")


@dataclass(frozen=True, slots=True)
class Doelen:
    """Where the two files come."""

    word: Path
    excel: Path

    @property
    def alle(self) -> tuple[Path, Path]:
        """Both."""
        return self.word, self.excel


def doelen_van(naar: Path, jaar: int) -> Doelen | None:
    """Return where the files come: in a folder, or as the .docx that was named with an .xlsx beside it.

    None for a name that is of another kind of file.
    """
    soort = naar.suffix.lower()
    if soort in _ANDERS and not naar.is_dir():
        return None
    if soort == ".docx" and not naar.is_dir():
        return Doelen(naar, naar.with_suffix(".xlsx"))
    naam = f"jaaroverzicht-{jaar}"
    return Doelen(naar / f"{naam}.docx", naar / f"{naam}.xlsx")


def is_jaaroverzicht(pad: Path) -> bool:
    """True when a file was made here: then it may be made anew."""
    try:
        with zipfile.ZipFile(pad) as pakket:
            return MERK.encode() in pakket.read("docProps/core.xml")
    except (OSError, KeyError, zipfile.BadZipFile):
        return False


def schrijf(cijfers: Jaarcijfers, inrichting: Inrichting, doelen: Doelen, thuis: Path | None = None) -> None:
    """Write the year as Word and as Excel.

    *inrichting* may still hold ``{…}``; *thuis* is its folder, where a logo and a Word template may be. Raises
    `Handboekfout` when these can't be used, `SchrijfFout` when the system refuses; then nothing half is left.
    """
    gevuld = _met_logo(ingevuld(inrichting), thuis)
    delen = verhaal(cijfers, woorden_van(inrichting))
    eigen = thuis / "word" / SJABLOON if thuis else None
    bladen = ((doelen.word, maak_word(cijfers, delen, gevuld, eigen if eigen and eigen.is_file() else None)),
              (doelen.excel, maak_excel(cijfers, delen, gevuld)))  # fmt: skip
    for doel, inhoud in bladen:
        schrijf_veilig(doel, inhoud)


def _met_logo(inrichting: Inrichting, thuis: Path | None) -> Inrichting:
    """A logo is named as seen from the folder of the inrichting."""
    logo = inrichting.organisatie.logo
    if not logo or thuis is None:
        return inrichting
    return replace(inrichting, organisatie=replace(inrichting.organisatie, logo=str(thuis / logo)))
