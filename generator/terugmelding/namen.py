"""Names of folders and files that every system takes, each of them once."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

_MAG_NIET = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
_SPATIES = re.compile(r"\s+")
# Windows keeps these names for devices, whatever comes behind a dot.
_APPARATEN = frozenset(
    ["con", "prn", "aux", "nul", *(f"{soort}{nr}" for soort in ("com", "lpt") for nr in "0123456789¹²³")]
)
_LANGSTE = 60
# What stands behind the number that a second file of one name gets; the name of a folder may hold a dot too.
_ACHTER = (".docx", ".xlsx", ".pdf", ".txt")


def veilige_naam(naam: str, anders: str = "onbekend", langste: int = _LANGSTE) -> str:
    """Return *naam* as it can be called on Windows, macOS and Linux; *anders* when nothing of it is left."""
    kern = _MAG_NIET.sub("-", _SPATIES.sub(" ", unicodedata.normalize("NFC", naam)))
    kern = kern.strip(" .-")[:langste].rstrip(" .")
    if not kern:
        return anders
    return f"_{kern}" if kern.partition(".")[0].strip().casefold() in _APPARATEN else kern


def veilige_bestandsnaam(pad: str, anders: str = ".docx") -> str:
    """Return the name of a returned form as it can be written; the end that says what it is stays.

    *anders* is that end for a name that has none.
    """
    naam = PurePath(pad.replace("\\", "/")).name
    stam, punt, soort = naam.rpartition(".")
    if not punt or not stam:
        return f"{veilige_naam(naam, 'formulier')}{anders}"
    return f"{veilige_naam(stam, 'formulier', 80)}.{veilige_naam(soort, anders.lstrip('.'), 8)}"


class Namen:
    """Hands out names in folders: a second one of the same name gets a number."""

    def __init__(self) -> None:
        """Start with nothing handed out."""
        self._bezet: set[str] = set()
        self._gegeven: dict[tuple[str, ...], str] = {}

    def geef(self, *waarvoor: str, naam: str) -> str:
        """Return the name for something, always the same one for the same (folder first, then what it is)."""
        if waarvoor not in self._gegeven:
            self._gegeven[waarvoor] = self._vrije(waarvoor[0], naam)
        return self._gegeven[waarvoor]

    def _vrije(self, map_: str, naam: str) -> str:
        stam, punt, soort = naam.rpartition(".") if naam.lower().endswith(_ACHTER) else (naam, "", "")
        nummer, vrij = 1, naam
        # Windows and macOS don't see the difference between Jan and jan.
        while f"{map_}/{vrij}".casefold() in self._bezet:
            nummer += 1
            vrij = f"{stam} ({nummer}){punt}{soort}"
        self._bezet.add(f"{map_}/{vrij}".casefold())
        return vrij
