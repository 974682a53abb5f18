"""The year as a workbook: a sheet per part, with the charts beside the tables."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from generator.handboek.xmltekst import geldig
from generator.jaaroverzicht.cijfers import MERK, Jaarcijfers
from generator.jaaroverzicht.geheim import Getal
from generator.jaaroverzicht.verhaal import Dagen, Deel, Staat, Waarde, ondertitel_van, titel_van
from generator.kleuren import leesbaar, tint
from generator.model import Inrichting

_NAAM_BREED, _KOLOM_BREED, _TEKST_BREED = 44, 15, 30
_TEKSTKOLOMMEN = ("Afspraak", "Afgesproken", "Vooral op")
_TOT_KOLOM = 6
_RIJHOOGTE, _MINSTE_RIJEN = 20, 9
_GRAFIEK_BREED = 560
_HOOGTES = {"titel": 26, "tussen": 20}


def maak_excel(cijfers: Jaarcijfers, delen: tuple[Deel, ...], inrichting: Inrichting) -> bytes:
    """Return the workbook; every text is written as text, so none can become a formula."""
    from xlsxwriter import Workbook

    uit = io.BytesIO()
    boek = Workbook(uit, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    naam = geldig(cijfers.organisatie)
    dag = datetime.combine(cijfers.peildatum, datetime.min.time())
    boek.set_properties({"title": f"{titel_van(cijfers)}, {naam}"[:255], "subject": ondertitel_van(cijfers),
                         "author": naam[:255], "created": dag,
                         "keywords": MERK})  # fmt: skip
    opmaak = _opmaak(boek, inrichting.organisatie.accentkleur)
    for deel in delen:
        _Blad(boek, opmaak, deel).schrijf(f"{titel_van(cijfers)}, {naam}. {ondertitel_van(cijfers)}")
    boek.close()
    return uit.getvalue()


def _opmaak(boek: Any, kleur: str) -> Mapping[str, Any]:
    accent = leesbaar(kleur.lstrip("#").upper())
    basis: dict[str, Any] = {"font_name": "Calibri", "font_size": 10.5, "valign": "top"}
    rand: dict[str, Any] = {"bottom": 1, "bottom_color": f"#{tint(accent, 0.2)}"}
    soorten: dict[str, dict[str, Any]] = {
        "titel": {"font_size": 18, "bold": True, "font_color": f"#{accent}"},
        "tussen": {"font_size": 13, "bold": True, "font_color": f"#{accent}"},
        "grijs": {"font_color": "#595959"},
        "noot": {"font_color": "#595959", "text_wrap": True},
        "zin": {"text_wrap": True},
        "kop": {"bold": True, "font_color": "#FFFFFF", "bg_color": f"#{accent}", "text_wrap": True},
        "koptekst": {"bold": True, "font_color": "#FFFFFF", "bg_color": f"#{accent}", "align": "left", "indent": 1},
        "koprechts": {"bold": True, "font_color": "#FFFFFF", "bg_color": f"#{accent}", "text_wrap": True,
                      "align": "right"},
        "cel": {"text_wrap": True, **rand},
        "getal": {"align": "right", "num_format": "0", **rand},
        "dagen": {"align": "right", "num_format": '[=1]0 "dag";0 "dagen"', **rand},
        "tekst": {"text_wrap": True, "align": "left", "indent": 1, **rand},
        "samencel": {"text_wrap": True, "bold": True, **rand},
        "samengetal": {"align": "right", "num_format": "0", "bold": True, **rand},
    }  # fmt: skip
    return {naam: boek.add_format(basis | wat) for naam, wat in soorten.items()} | {"kleur": f"#{accent}"}


class _Blad:
    """One part of the story on its own sheet."""

    def __init__(self, boek: Any, opmaak: Mapping[str, Any], deel: Deel) -> None:
        self.boek, self.opmaak, self.deel = boek, opmaak, deel
        self.blad = boek.add_worksheet(deel.kort)
        self.rij = 0

    def schrijf(self, onder: str) -> None:
        self._inrichten()
        self._regel(self.deel.titel, "titel")
        self._regel(onder, "grijs")
        self.rij += 1
        for zin in (*self.deel.zinnen, *(f"• {punt}" for punt in self.deel.punten)):
            self._zin(zin)
        for staat in self.deel.staten:
            if staat.alle:
                self._staat(staat)
        aanhef, punten = self.deel.lijst
        if punten:
            self.rij += 1
            self._regel(aanhef, "tussen")
        for punt in punten:
            self._zin(f"• {punt}")

    def _inrichten(self) -> None:
        """Give the sheet its widths, and a page that prints on paper as wide as it is."""
        blad = self.blad
        blad.set_column(0, 0, _NAAM_BREED)
        blad.set_column(1, _TOT_KOLOM, _KOLOM_BREED)
        for staat in self.deel.staten:
            for nr, kop in enumerate(staat.koppen):
                if kop in _TEKSTKOLOMMEN:
                    blad.set_column(nr, nr, _TEKST_BREED)
        blad.hide_gridlines(2)
        blad.set_landscape()
        blad.set_paper(9)
        blad.fit_to_pages(1, 0)
        blad.set_footer("&L&F&RPagina &P van &N")

    def _regel(self, tekst: str, soort: str) -> None:
        if soort in _HOOGTES:
            self.blad.set_row(self.rij, _HOOGTES[soort])
        self.blad.write_string(self.rij, 0, geldig(tekst), self.opmaak[soort])
        self.rij += 1

    def _zin(self, tekst: str, tot: int = _TOT_KOLOM, soort: str = "zin") -> None:
        """Write a sentence over so many columns, as high as it needs to be."""
        tekens = _NAAM_BREED + tot * _KOLOM_BREED
        self.blad.merge_range(self.rij, 0, self.rij, tot, "", self.opmaak[soort])
        self.blad.write_string(self.rij, 0, geldig(tekst), self.opmaak[soort])
        self.blad.set_row(self.rij, 15 * (1 + len(tekst) // tekens))
        self.rij += 1

    def _staat(self, staat: Staat) -> None:
        self.rij += 1
        self._regel(staat.titel, "tussen")
        begin = self.rij
        smal = [kop for kop in staat.koppen[1:] if kop not in _TEKSTKOLOMMEN]
        self.blad.set_row(begin, 30 if max(map(len, smal)) >= _KOLOM_BREED else 15)
        for nr, kop in enumerate(staat.koppen):
            soort = "koprechts" if self._is_getal(staat, nr) else "koptekst" if nr else "kop"
            self.blad.write_string(begin, nr, geldig(kop), self.opmaak[soort])
        for rij in staat.alle:
            self.rij += 1
            samen = staat.samen and rij is staat.alle[-1]
            self.blad.set_row(self.rij, 15 * max(map(self._regels, staat.koppen, rij)))
            for nr, waarde in enumerate(rij):
                self._cel(nr, waarde, samen, self._is_getal(staat, nr))
        self.rij += 1
        if onder := staat.onder():
            self._zin(onder, len(staat.koppen) - 1, "noot")
        hoog = self._grafiek(staat, begin)
        self.rij = max(self.rij, begin + hoog) + 1

    @staticmethod
    def _regels(kop: str, waarde: Waarde) -> int:
        """Return about how many lines a text takes in its column."""
        breed = _TEKST_BREED if kop in _TEKSTKOLOMMEN else _NAAM_BREED
        return 1 + len(_toon(waarde)) // breed

    @staticmethod
    def _is_getal(staat: Staat, kolom: int) -> bool:
        return any(not isinstance(rij[kolom], str) for rij in staat.alle)

    def _cel(self, kolom: int, waarde: Waarde, samen: bool, rechts: bool) -> None:
        voor = "samen" if samen else ""
        getal = waarde.waarde if isinstance(waarde, Getal) else waarde.aantal if isinstance(waarde, Dagen) else None
        if isinstance(waarde, str):
            soort = f"{voor}getal" if rechts else "tekst" if kolom else f"{voor}cel"
            self.blad.write_string(self.rij, kolom, geldig(waarde), self.opmaak[soort])
        elif getal is None:
            self.blad.write_string(self.rij, kolom, waarde.toon, self.opmaak[f"{voor}getal"])
        else:
            soort = "dagen" if isinstance(waarde, Dagen) else f"{voor}getal"
            self.blad.write_number(self.rij, kolom, getal, self.opmaak[soort])

    # ----------------------------------------------------------------------
    # Charts

    def _grafiek(self, staat: Staat, begin: int) -> int:
        """Put the chart to the right of its table and return how many rows it takes."""
        rijen = staat.rijen[:-1] if staat.samen else staat.rijen
        kolommen = staat.reeksen()
        if not kolommen:
            return 0
        if staat.grafiek == "tijden":
            kolommen = kolommen[1:2]
        grafiek = self.boek.add_chart({"type": "bar"})
        for plek, kolom in enumerate(kolommen):
            grafiek.add_series(self._reeks(staat, rijen, begin, kolom, plek))
        self._kleed_aan(grafiek, staat)
        hoog = max(_MINSTE_RIJEN, len(rijen) * len(kolommen) + 4)
        grafiek.set_size({"width": _GRAFIEK_BREED, "height": hoog * _RIJHOOGTE})
        namen = [staat.koppen[kolom].lower() for kolom in kolommen]
        woorden = "; ".join(f"{rij[0]}: {_samen(rij, kolommen, namen)}" for rij in rijen)
        omschrijving = geldig(f"Staafdiagram. {staat.titel}. {woorden}.")
        self.blad.insert_chart(begin, len(staat.koppen) + 1, grafiek, {"description": omschrijving,
                                                                       "object_position": 1})  # fmt: skip
        return hoog

    def _reeks(
        self, staat: Staat, rijen: tuple[tuple[Waarde, ...], ...], begin: int, kolom: int, plek: int
    ) -> dict[str, Any]:
        """Return one series; a hidden number has no bar, and its label says what the cell says."""
        naam, eerste, laatste = self.deel.kort, begin + 1, begin + len(rijen)
        labels = [{"value": _toon(rij[kolom])} if _verborgen(rij[kolom]) else {} for rij in rijen]
        kleur = self.opmaak["kleur"]
        return {
            "name": [naam, begin, kolom],
            "categories": [naam, eerste, 0, laatste, 0],
            "values": [naam, eerste, kolom, laatste, kolom],
            "fill": {"color": kleur if plek == 0 else "#FFFFFF"},
            "border": {"color": kleur},
            "data_labels": {"value": True, "custom": labels, "font": {"size": 9}},
            "gap": 50,
        }

    def _kleed_aan(self, grafiek: Any, staat: Staat) -> None:
        grafiek.set_title({"name": geldig(staat.titel), "name_font": {"size": 11, "bold": True}, "overlay": False})
        grafiek.set_y_axis({"reverse": True, "num_font": {"size": 9}})
        grafiek.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        if staat.grafiek != "paren":
            grafiek.set_legend({"none": True})
        else:
            grafiek.set_legend({"position": "bottom"})


def _toon(waarde: Waarde) -> str:
    return waarde if isinstance(waarde, str) else waarde.toon


def _samen(rij: tuple[Waarde, ...], kolommen: list[int], namen: list[str]) -> str:
    if len(kolommen) == 1:
        return _toon(rij[kolommen[0]])
    return ", ".join(f"{_toon(rij[kolom])} {naam}" for kolom, naam in zip(kolommen, namen, strict=True))


def _verborgen(waarde: Waarde) -> bool:
    return isinstance(waarde, Getal) and waarde.waarde is None
