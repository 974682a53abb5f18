"""The one vocabulary of Excel: namespaces, and how a leaf is named in a workbook.

Writer and reader both use these names, so what one writes the other knows.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
S_STRIKT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_STRIKT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DC = "http://purl.org/dc/elements/1.1/"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

NAAM, RIJNAAM, LIJSTNAAM = "af_", "afrij_", "aflijst_"
METABLAD, PLEKBLAD, LIJSTBLAD = "_meta", "_plekken", "_lijsten"
EIGEN_BLADEN = frozenset((METABLAD, PLEKBLAD, LIJSTBLAD))
HOOFDBLAD = "Formulier"
SCHEMA = "achtfasen.excel/1"
# The author of our own notes: they are no remark of a person (L16).
OPMERKER = "achtfasen"
KRUISJE = "x"
MAX_TEKENS = 32_767
MAX_VOET = 255
MAX_HOOGTE = 409.0

Element = etree._Element
_KOLOM = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


def s(naam: str) -> str:
    """Return the name of a spreadsheet element in lxml's form."""
    return f"{{{S}}}{naam}"


def naam_van(sleutel: str) -> str:
    """Return the defined name of a leaf, or of a column of a table: dots become double underscores."""
    return NAAM + sleutel.replace(".", "__")


def rijnaam(tabel: str) -> str:
    """Return the defined name of the hidden column with the keys of preprinted rows."""
    return RIJNAAM + tabel


def kolomletters(nummer: int) -> str:
    """Return ``A`` for 1, ``AA`` for 27."""
    letters = ""
    while nummer:
        nummer, rest = divmod(nummer - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def kolomnummer(letters: str) -> int:
    """Return 1 for ``A``, 27 for ``AA``."""
    nummer = 0
    for letter in letters.upper():
        nummer = nummer * 26 + ord(letter) - 64
    return nummer


@lru_cache(maxsize=65_536)
def plek_van(verwijzing: str) -> tuple[int, int] | None:
    """Return row and column of a reference to one cell, with or without ``$``; None when it is none."""
    treffer = _KOLOM.fullmatch(verwijzing)
    return (int(treffer[2]), kolomnummer(treffer[1])) if treffer else None


@lru_cache(maxsize=65_536)
def celnaam(rij: int, kolom: int) -> str:
    """Return ``B7`` for row 7, column 2."""
    return f"{kolomletters(kolom)}{rij}"
