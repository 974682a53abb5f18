"""Names of fields in a PDF form, and back: ``af__doelen__2__streefdatum``.

Dots are the PDF's own way of making groups, so a leaf has two underscores instead.
"""

from __future__ import annotations

import re

VOOR = "af__"
IDENTITEIT = "_formulier"
VOETREGEL = "_voetregel"
OPMERKER = "achtfasen"
AAN, UIT = "Ja", "Off"
KEUZELIJST = "/AFKeuzes"
"""What a choice carries of its own list: label, key, label, key …"""
NIET_GEKOZEN = " "
"""The first entry of a list: choosing it empties the field."""
# Joining programs put a group in front, or a number behind, to keep names apart.
_AF = re.compile(r"(?:^|\.)(af__[a-z0-9_]+)(?:\+\d+|#\d+)?$")
_VAN_HET_FORMULIER = re.compile(rf"(?:^|\.)(?:{IDENTITEIT}|{VOETREGEL})(?:\+\d+|#\d+)?$")


def veldnaam(sleutel: str) -> str:
    """Return the name of a single leaf."""
    return VOOR + sleutel.replace(".", "__")


def celnaam(tabel: str, rij: str | int, kolom: str) -> str:
    """Return the name of a cell: *rij* is the key of a preprinted row, or the number of a free one (from 1)."""
    return f"{VOOR}{tabel}__{rij}__{kolom}"


def eigen_naam(naam: str) -> str:
    """Return our part of a whole field name, whatever a joining program put around it; empty when it isn't ours."""
    if naam.startswith(VOOR) and "." not in naam and "+" not in naam and "#" not in naam:  # as nearly always
        return naam
    treffer = _AF.search(naam)
    return treffer[1] if treffer else ""


def is_herkenning(naam: str) -> bool:
    """Tell whether a whole field name is that of a field of ours with the identity of the form."""
    return _VAN_HET_FORMULIER.search(naam) is not None
