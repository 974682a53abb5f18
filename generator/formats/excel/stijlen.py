"""The looks of cells: calm, in the colour of the organisation, and clear in black and white too."""

from __future__ import annotations

import re
from typing import Any

from generator.kleuren import leesbaar, tint

LETTER, GROOTTE = "Calibri", 10.5
_STANDAARDKLEUR = "#1F5C7A"
_ZACHT, _ZWART = "#404040", "#1A1A1A"
_VORMEN: dict[str, dict[str, Any]] = {
    "organisatie": {"font_size": 10, "font_color": _ZACHT},
    "titel": {"font_size": 20, "bold": True, "font_color": "accent"},
    "strook": {"font_size": 9.5, "font_color": _ZACHT, "bg_color": "licht", "valign": "vcenter", "indent": 0},
    "strook_deel": {"font_size": 9.5, "font_color": _ZACHT},
    "strook_hier": {"font_size": 10.5, "bold": True, "font_color": "accent"},
    "doel": {"font_size": 11},
    "wanneer": {"font_size": 9.5, "font_color": _ZACHT},
    "legenda": {"font_size": 9.5, "font_color": _ZACHT, "valign": "bottom"},
    "merk": {"font_size": 9.5, "font_color": _ZACHT, "italic": True},
    "sectie": {"font_size": 13, "bold": True, "font_color": "accent", "valign": "bottom"},
    "uitleg": {"font_color": _ZACHT},
    "gebied": {"font_size": 11.5, "bold": True, "valign": "bottom"},
    "reikwijdte": {"font_size": 9.5, "font_color": _ZACHT},
    "vraag": {"font_size": 10, "italic": True},
    "label": {"bold": True},
    "optie": {"indent": 1},
    "hulp": {"font_size": 9, "font_color": _ZACHT},
    "verwijzing": {"font_color": "accent", "underline": 1},
    "aanwijzing": {"font_size": 9.5, "font_color": _ZACHT},
    "tabelkop": {"bold": True, "bg_color": "donker", "bottom": 2, "bottom_color": "accent", "valign": "bottom"},
    "voorgedrukt": {"bottom": 1, "bottom_color": "rand"},
    "identiteit": {"font_size": 7.5, "font_color": _ZACHT},
    "hoogte": {"font_color": "#FFFFFF", "font_size": GROOTTE},
}
_ANTWOORD = {"bg_color": "licht", "border": 1, "border_color": "rand", "locked": False, "align": "left"}
_GETALVORM: dict[str, str | int] = {"datum": "dd-mm-yyyy", "getal": "General"}
_TEKST = 49  # the number that every program has for text: @


class Stijlen:
    """Makes the formats of one workbook; the same wish gives the same format."""

    def __init__(self, boek: Any, accentkleur: str) -> None:
        """Use the accent colour, darkened where it could not be read on white."""
        kleur = accentkleur if re.fullmatch("#[0-9A-Fa-f]{6}", accentkleur) else _STANDAARDKLEUR
        self.accent = leesbaar(kleur.lstrip("#").upper())
        self._kleuren = {"accent": f"#{self.accent}", "licht": f"#{tint(self.accent, 0.08)}",
                         "donker": f"#{tint(self.accent, 0.20)}", "rand": f"#{tint(self.accent, 0.35)}"}  # fmt: skip
        self._boek, self._gemaakt = boek, {}  # type: ignore[var-annotated]

    def __call__(self, vorm: str) -> Any:
        """Return the format of a kind of row or piece of text."""
        return self._maak(_VORMEN[vorm])

    def antwoord(self, soort: str) -> Any:
        """Return the format of a cell to fill in; text stays text, whatever is typed."""
        return self._maak(_ANTWOORD | {"num_format": _GETALVORM.get(soort, _TEKST)})

    @property
    def ontbreekt(self) -> Any:
        """What an empty cell looks like that has to be filled in: a dashed frame, so also in black and white."""
        return self._boek.add_format({"bg_color": "#FFFAEC", "border": 4, "border_color": "#8A6D1F"})

    def _maak(self, wensen: dict[str, Any]) -> Any:
        heel = {"font_name": LETTER, "font_size": GROOTTE, "font_color": _ZWART, "valign": "top",
                "text_wrap": True} | wensen  # fmt: skip
        heel = {naam: self._kleuren.get(waarde, waarde) if isinstance(waarde, str) else waarde
                for naam, waarde in heel.items()}  # fmt: skip
        sleutel = tuple(sorted(heel.items()))
        if sleutel not in self._gemaakt:
            self._gemaakt[sleutel] = self._boek.add_format(heel)
        return self._gemaakt[sleutel]
