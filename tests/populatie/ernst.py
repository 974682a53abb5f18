"""How heavy each finding is, by hand from domein.md chapter 4: the rules themselves are not asked.

The truth of a dossier counts by code and weight: ``R15 fout``. A mistake names its weight only where the
domain gives a rule more than one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

FOUT, WAARSCHUWING, AANDACHTSPUNT = "fout", "waarschuwing", "aandachtspunt"
_CODES = {
    FOUT: "R01 R02 R03 R04 R08 R09 R10 R11 R14 R15 R16 R18 R20 R25 R26 R34 R35 R38 R39 R41 R43 R45 R46 R53 R72",
    WAARSCHUWING: "R05 R06 R07 R12 R13 R17 R19 R22 R23 R24 R27 R28 R29 R30 R32 R33 R36 R37 R40 R42 R44 R47 R48 R49 "
    "R50 R51 R55 R70 R71 R73 R74 R75",
    AANDACHTSPUNT: "R21 R31 R52 R54 R56",
}
GEWOON: Mapping[str, str] = {code: ernst for ernst, codes in _CODES.items() for code in codes.split()}


def met_ernst(uitwerking: Mapping[str, int]) -> Counter[str]:
    """Return ``{"R15 fout": 1}`` for ``{"R15": 1}``; a weight that is named stays."""
    return Counter({code if " " in code else f"{code} {GEWOON[code]}": nr for code, nr in uitwerking.items()})


def zonder(verwacht: Counter[str], code: str) -> None:
    """Take a rule out of the truth, whatever its weight."""
    for sleutel in [sleutel for sleutel in verwacht if sleutel.startswith(code)]:
        del verwacht[sleutel]


def alleen_codes(telling: Counter[str]) -> Counter[str]:
    """Return the same count by code alone."""
    uit: Counter[str] = Counter()
    for sleutel, aantal in telling.items():
        uit[sleutel.partition(" ")[0]] += aantal
    return uit
