"""Conditions of a definition as a formula of a workbook, where that is simple: what is missing shows while filling."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model import Veld

_DEEL = re.compile(r"(?P<naam>\w+) (?:is (?P<vulling>leeg|gevuld)|(?P<teken>=|≠|!=|>=|<=|≥|≤|>|<) (?P<waarde>[\w|]+))")
_TEKENS = {"≥": ">=", "≤": "<=", ">": ">", "<": "<", ">=": ">=", "<=": "<="}
_MET_LABELS = ("keuze", "ja_nee")


def als_formule(voorwaarde: str, velden: Mapping[str, Veld], cellen: Mapping[str, str]) -> str:
    """Return a condition (``als besluit = ja``) as a formula without ``=``, or nothing when it is not that simple.

    *cellen* is the cell of every field that has but one on the same sheet.
    """
    kern = re.sub(r"^\s*als\s+", "", voorwaarde)
    if any(teken in kern for teken in "()") or re.search(r"\bniet\b", kern):
        return ""
    of_delen = []
    for of_deel in kern.split(" of "):
        formules = [_vergelijking(deel.strip(), velden, cellen) for deel in of_deel.split(" en ")]
        if not all(formules):
            return ""
        of_delen.append(formules[0] if len(formules) == 1 else f"AND({','.join(formules)})")
    return of_delen[0] if len(of_delen) == 1 else f"OR({','.join(of_delen)})"


def _vergelijking(tekst: str, velden: Mapping[str, Veld], cellen: Mapping[str, str]) -> str:
    deel = _DEEL.fullmatch(tekst)
    veld = velden.get(deel["naam"]) if deel else None
    cel = cellen.get(deel["naam"], "") if deel else ""
    if deel is None or veld is None or not cel:
        return ""
    if deel["vulling"]:
        return f"LEN(TRIM({cel})){'=' if deel['vulling'] == 'leeg' else '>'}0"
    if deel["teken"] in _TEKENS:
        getal = deel["waarde"]
        is_getal = veld.soort == "getal" and getal.isdecimal()
        return f"AND(ISNUMBER({cel}),{cel}{_TEKENS[deel['teken']]}{getal})" if is_getal else ""
    return _gelijk(veld, cel, deel["waarde"].split("|"), deel["teken"] == "=")


def _gelijk(veld: Veld, cel: str, waarden: list[str], gelijk: bool) -> str:
    labels = {optie.sleutel: optie.label for optie in veld.opties} | ({"ja": "ja", "nee": "nee"})
    if veld.soort not in _MET_LABELS or not all(waarde in labels for waarde in waarden):
        return ""
    delen = [f'{cel}="{labels[waarde].replace(chr(34), chr(34) * 2)}"' for waarde in waarden]
    een = delen[0] if len(delen) == 1 else f"OR({','.join(delen)})"
    return een if gelijk else f"NOT({een})"
