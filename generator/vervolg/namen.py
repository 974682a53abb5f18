"""Names of folders and files that every system can hold, Windows too."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from generator.dossier import dossiersleutel

_VREEMD = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_SPATIES = re.compile(r"\s+")
_BEZET = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LANGST = 60


def mapnaam(nummer: str) -> str:
    """Return the name of the folder of a dossier; one that had to change ends in a mark of its own."""
    naam = _SPATIES.sub(" ", _VREEMD.sub("-", nummer)).strip(" .")[:_LANGST].rstrip(" .")
    if _BEZET.fullmatch(naam):
        naam = f"dossier-{naam}"
    if naam == nummer:
        return naam
    return f"{naam or 'dossier'}-{zlib.crc32(dossiersleutel(nummer).encode()):08x}"


def mapnamen(nummers: Iterable[str]) -> dict[str, str]:
    """Return dossier number → folder; numbers that only differ in capitals don't share one."""
    uit: dict[str, str] = {}
    bezet: set[str] = set()
    for nummer in nummers:
        naam = mapnaam(nummer)
        if naam.casefold() in bezet:
            naam = f"{naam}-{zlib.crc32(nummer.encode()):08x}"
        bezet.add(naam.casefold())
        uit[nummer] = naam
    return uit


def bestandsnaam(nr: int, formulier: str, cyclus: int, achter: str = ".docx") -> str:
    """Return ``08-begeleidingsplan-cyclus2.docx``; without a cycle ``10-exit.docx``. *achter* is that of the format."""
    return f"{nr:02d}-{formulier}{f'-cyclus{cyclus}' if cyclus else ''}{achter}"
