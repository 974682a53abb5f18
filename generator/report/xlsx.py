"""The report as a workbook: a worklist to filter and tick off, deadlines, dossiers and files.

Every text is written as text: it can't become a formula, a number or a link. Without *met_namen*
and *met_antwoorden* there are dossier numbers, and no word that a client said.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from generator import __version__
from generator.dossier import STANDEN, dossiersleutel
from generator.kleuren import leesbaar, tint
from generator.model import Bestand, Ernst, Formulier, Inrichting, Rapport, Route
from generator.werkboek.schrijven import groeiende_rijen
from generator.werklijst import (
    Collegas,
    Termijnregel,
    antwoordregels,
    naam_van_dossier,
    termijnregels,
    werkregels,
)

WERKLIJST, TERMIJNEN, DOSSIERS, BESTANDEN = "Werklijst", "Termijnen", "Dossiers", "Bestanden"
ANTWOORDEN, OVER = "Antwoorden", "Over"
KLAAR, OPMERKING = "Klaar?", "Opmerking"
KENMERK = "achtfasen.werklijst"
MAX_TEKENS = 32_767
MAX_RIJEN = 1_048_575
_VOORUIT = 30
_VER_VOORUIT = 10_000
_REGELHOOGTE, _HOOGST, _GEMETEN = 14.0, 400.0, 2_000
_STANDAARDKLEUR = "#1F5C7A"
# What no cell can hold, or what would make a text read other than it is (signs that turn the direction).
_REGELEINDE = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_WEG = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_KLEUR: Mapping[str, tuple[str, str]] = {
    Ernst.FOUT: ("#FBE4E1", "#8A1C12"),
    Ernst.WAARSCHUWING: ("#FFF1CC", "#5E4500"),
    Ernst.AANDACHTSPUNT: ("#E4EEF6", "#1B4B72"),
    "te laat": ("#FBE4E1", "#8A1C12"),
}
_UITLEG_ERNST = {
    Ernst.FOUT: "Dit klopt niet of ontbreekt. Los dit als eerste op.",
    Ernst.WAARSCHUWING: "Dit wijkt af van wat is afgesproken. Kijk of het klopt.",
    Ernst.AANDACHTSPUNT: "Dit is goed om te weten. Soms hoeft er niets.",
}


@dataclass(frozen=True, slots=True)
class _Kolom:
    """A column: its heading, how wide it is, and what kind of value it has."""

    kop: str
    breed: float
    soort: str = "tekst"


def rapport_als_xlsx(
    rapport: Rapport,
    inrichting: Inrichting,
    formulieren: Mapping[str, Formulier],
    *,
    met_namen: bool = False,
    met_antwoorden: bool = False,
) -> bytes:
    """Return the report as workbook (.xlsx).

    *inrichting* has its texts filled in; *formulieren* are its tailored forms. *met_namen* adds the names
    of clients, *met_antwoorden* a sheet with every answer.
    """
    from xlsxwriter import Workbook

    uit = io.BytesIO()
    veilig = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    boek = Workbook(uit, {"in_memory": True, **veilig})
    _Boek(boek, rapport, inrichting, formulieren, met_namen).schrijf(met_antwoorden)
    boek.close()
    return groeiende_rijen(uit.getvalue())


def celtekst(tekst: str) -> str:
    """Return *tekst* as a cell can hold it: line ends plain, control characters gone, cut off where it must be."""
    schoon = tekst if tekst.isprintable() else _WEG.sub("", _REGELEINDE.sub("\n", tekst))
    if 2 * len(schoon) <= MAX_TEKENS or len(schoon.encode("utf-16-le")) // 2 <= MAX_TEKENS:
        return schoon
    return schoon.encode("utf-16-le")[: 2 * (MAX_TEKENS - 1)].decode("utf-16-le", "ignore") + "…"


def waarom_niet(pad: Path) -> str:
    """Return why a worklist may not be put at *pad*, in Dutch; nothing when it may.

    What is no worklist of ours is never written over, nor one in which somebody ticked or wrote something.
    """
    if not pad.exists():
        return ""
    try:
        if not _van_ons(pad):
            return f"‘{pad}’ bestaat al en is geen werklijst van achtfasen. Kies een andere naam."
        bezet = _is_bijgehouden(pad)
    except Exception:
        return f"‘{pad}’ bestaat al en is niet te lezen. Kies een andere naam."
    return f"In ‘{pad}’ heeft iemand al iets afgevinkt of opgeschreven. Kies een andere naam." if bezet else ""


def _van_ons(pad: Path) -> bool:
    with zipfile.ZipFile(pad) as bestand:
        return KENMERK.encode() in bestand.read("docProps/core.xml")


def _is_bijgehouden(pad: Path) -> bool:
    """True when somebody used the columns that are there to be filled in."""
    from openpyxl import load_workbook

    boek = load_workbook(pad, read_only=True)
    try:
        rijen = boek[WERKLIJST].iter_rows(values_only=True)
        kop = next(rijen)
        eigen = [nr for nr, naam in enumerate(kop) if naam in (KLAAR, OPMERKING)]
        return any(rij[nr] not in (None, "") for rij in rijen for nr in eigen if nr < len(rij))
    finally:
        boek.close()


class _Boek:
    """One workbook while it is written."""

    def __init__(
        self, boek: Any, rapport: Rapport, inrichting: Inrichting, formulieren: Mapping[str, Formulier], namen: bool
    ) -> None:
        self.boek, self.rapport, self.inrichting, self.formulieren = boek, rapport, inrichting, formulieren
        kleur = inrichting.organisatie.accentkleur
        self.accent = leesbaar((kleur if re.fullmatch("#[0-9A-Fa-f]{6}", kleur) else _STANDAARDKLEUR)[1:].upper())
        self._opmaak: dict[tuple[Any, ...], Any] = {}
        self._cellen: dict[tuple[str, Any], Any] = {}
        self.namen = {dossiersleutel(d.nummer): naam_van_dossier(d) for d in rapport.dossiers} if namen else None
        self.afgekapt: list[str] = []

    def schrijf(self, met_antwoorden: bool) -> None:
        self._werklijst()
        self._termijnen()
        self._dossiers()
        self._bestanden()
        if met_antwoorden:
            self._antwoorden()
        self._over()
        naam = celtekst(self.inrichting.organisatie.naam)[:120]
        self.boek.set_properties({"title": f"Werklijst {naam}", "author": naam, "category": KENMERK,
                                  "comments": f"achtfasen {__version__}"})  # fmt: skip

    # -- looks

    def opmaak(self, **wat: Any) -> Any:
        """Return a format; the same wish gives the same format."""
        sleutel = tuple(sorted(wat.items()))
        if sleutel not in self._opmaak:
            self._opmaak[sleutel] = self.boek.add_format(
                {"font_name": "Calibri", "font_size": 10.5, "valign": "top"} | wat
            )
        return self._opmaak[sleutel]

    def cel(self, soort: str, waarde: Any = "") -> Any:
        """Return the looks of a cell of one kind of column."""
        sleutel = soort, waarde if soort == "ernst" else ""
        if sleutel not in self._cellen:
            self._cellen[sleutel] = self._celopmaak(soort, waarde)
        return self._cellen[sleutel]

    def _celopmaak(self, soort: str, waarde: Any) -> Any:
        wat: dict[str, Any] = {"bottom": 1, "bottom_color": f"#{tint(self.accent, 0.20)}"}
        if soort == "datum":
            return self.opmaak(**wat, num_format="dd-mm-yyyy", align="left")
        if soort == "getal":
            return self.opmaak(**wat, align="left", num_format="0")
        if soort == "ernst" and waarde in _KLEUR:
            achter, voor = _KLEUR[waarde]
            wat |= {"bg_color": achter, "font_color": voor, "bold": True}
        if soort == "invul":
            wat |= {"bg_color": f"#{tint(self.accent, 0.08)}"}
        return self.opmaak(**wat, text_wrap=True, num_format="@")

    # -- one sheet with a table

    def _blad(self, naam: str, kolommen: Sequence[_Kolom], rijen: Iterable[Sequence[Any]]) -> tuple[Any, int]:
        """Write a sheet: a heading that stays in sight, and rows to filter; return it with the number of rows."""
        vel = self.boek.add_worksheet(naam)
        kop = self.opmaak(bold=True, font_color="#FFFFFF", bg_color=f"#{self.accent}", text_wrap=True, valign="vcenter")
        for nr, kolom in enumerate(kolommen):
            vel.set_column(nr, nr, kolom.breed)
            vel.write_string(0, nr, kolom.kop, kop)
        aantal, alle = 0, iter(rijen)
        for aantal, rij in enumerate(islice(alle, MAX_RIJEN), 1):
            vel.set_row(aantal, _hoogte(zip(rij, (kolom.breed for kolom in kolommen), strict=True)))
            for nr, (kolom, waarde) in enumerate(zip(kolommen, rij, strict=True)):
                self._schrijf(vel, aantal, nr, kolom.soort, waarde)
        if next(alle, None) is not None:
            self.afgekapt.append(naam)
        vel.set_row(0, 30)
        vel.freeze_panes(1, 0)
        vel.autofilter(0, 0, max(aantal, 1), len(kolommen) - 1)
        self._pagina(vel, naam)
        return vel, aantal

    def _schrijf(self, vel: Any, rij: int, nr: int, soort: str, waarde: Any) -> None:
        opmaak = self.cel(soort, waarde)
        if waarde is None or waarde == "":
            vel.write_blank(rij, nr, None, opmaak)
        elif isinstance(waarde, date):
            vel.write_datetime(rij, nr, waarde, opmaak)
        elif isinstance(waarde, int):
            vel.write_number(rij, nr, waarde, opmaak)
        else:
            vel.write_string(rij, nr, celtekst(str(waarde)), opmaak)

    def _pagina(self, vel: Any, naam: str) -> None:
        """A4 on its side, as wide as the paper, with the heading on every page."""
        vel.set_landscape()
        vel.set_paper(9)
        vel.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        vel.fit_to_pages(1, 0)
        vel.repeat_rows(0)
        # An ampersand has a meaning in a footer.
        wie = celtekst(self.inrichting.organisatie.naam).replace("&", "&&").replace("\n", " ")[:80]
        vel.set_footer(f"&L{wie}&C{naam}, {_dag(self.rapport.peildatum)}&R&P van &N")

    def _met_naam(self, kolommen: Sequence[_Kolom]) -> list[_Kolom]:
        """Put a column with names behind that of the dossiers, for who asked for names."""
        if self.namen is None:
            return list(kolommen)
        achter = next(nr for nr, kolom in enumerate(kolommen) if kolom.kop == "Dossier") + 1
        return [*kolommen[:achter], _Kolom("Naam", 22), *kolommen[achter:]]

    def _naam(self, dossier: str) -> tuple[str, ...]:
        return () if self.namen is None else (self.namen.get(dossiersleutel(dossier), ""),)

    # -- the sheets

    def _werklijst(self) -> None:
        kolommen = self._met_naam(
            [_Kolom("Wie", 16), _Kolom("Dossier", 10), _Kolom("Formulier", 19), _Kolom("Veld", 24),
             _Kolom("Ernst", 14, "ernst"), _Kolom("Code", 7), _Kolom("Wat er aan de hand is", 52),
             _Kolom(KLAAR, 8, "invul"), _Kolom(OPMERKING, 22, "invul"), _Kolom("Bestand", 44)]
        )  # fmt: skip
        regels = werkregels(self.rapport, self.inrichting, self.formulieren)
        rijen = ((r.wie, r.dossier, *self._naam(r.dossier), r.titel, r.label, r.bevinding.ernst.value,
                  r.bevinding.code, r.bevinding.bericht, "", "", r.bestand) for r in regels)  # fmt: skip
        vel, aantal = self._blad(WERKLIJST, kolommen, rijen)
        klaar = next(nr for nr, kolom in enumerate(kolommen) if kolom.kop == KLAAR)
        # Paper is for who mends it; the path is for who opens it.
        vel.print_area(0, 0, max(aantal, 1), klaar + 1)
        vel.data_validation(1, klaar, max(aantal, 1), klaar, {
            "validate": "list", "source": ["ja", "nee"], "ignore_blank": True,
            "error_title": KLAAR, "error_message": "Kies ja of nee, of maak de cel leeg."})  # fmt: skip
        letter = _letter(klaar)
        grijs = self.boek.add_format({"font_color": "#767676", "font_strikeout": True})
        vel.conditional_format(1, 0, max(aantal, 1), klaar - 1,
                               {"type": "formula", "criteria": f'=${letter}2="ja"', "format": grijs})  # fmt: skip

    def _termijnen(self) -> None:
        kolommen = self._met_naam(
            [_Kolom("Uiterlijk", 12, "datum"), _Kolom("Stand", 11, "ernst"), _Kolom("Dagen te laat", 9, "getal"),
             _Kolom("Nog dagen", 9, "getal"), _Kolom("Wie", 20), _Kolom("Dossier", 12), _Kolom("Wat", 44),
             _Kolom("Cyclus", 8, "getal"), _Kolom("Formulier", 26)]
        )  # fmt: skip
        regels = termijnregels(self.rapport, self.inrichting, self.formulieren, _VOORUIT)
        rijen = (
            (r.uiterlijk, r.stand, r.dagen if r.stand == "te laat" else None, r.dagen if r.stand == "loopt" else None,
             r.wie, r.dossier, *self._naam(r.dossier), r.naam, r.cyclus or None, r.titel)
            for r in regels if r.stand in ("te laat", "loopt")
        )  # fmt: skip
        self._blad(TERMIJNEN, kolommen, rijen)

    def _dossiers(self) -> None:
        kolommen = self._met_naam(
            [_Kolom("Dossier", 12), _Kolom("Wie", 20), _Kolom("Stand", 26), _Kolom("Fase", 20),
             _Kolom("Cyclus", 8, "getal"), _Kolom("Formulieren", 12, "getal"), _Kolom("Fouten", 9, "getal"),
             _Kolom("Waarschuwingen", 16, "getal"), _Kolom("Aandachtspunten", 16, "getal"),
             _Kolom("Termijnen te laat", 12, "getal"), _Kolom("Eerstvolgende termijn", 36),
             _Kolom("Uiterlijk", 12, "datum")]
        )  # fmt: skip
        self._blad(DOSSIERS, kolommen, self._dossierrijen())

    def _dossierrijen(self) -> Iterator[tuple[Any, ...]]:
        collegas = Collegas(self.rapport, self.formulieren)
        fasen: dict[str, str] = {fase.sleutel: fase.naam for fase in self.inrichting.fasen}
        geteld = Counter((dossiersleutel(b.dossier), b.ernst) for b in self.rapport.bevindingen)
        termijnen: dict[str, list[Termijnregel]] = {}
        for regel in termijnregels(self.rapport, self.inrichting, self.formulieren, _VER_VOORUIT):
            termijnen.setdefault(dossiersleutel(regel.dossier), []).append(regel)
        for dossier in self.rapport.dossiers:
            eigen = termijnen.get(dossiersleutel(dossier.nummer), [])
            volgende = next((regel for regel in eigen if regel.stand == "loopt"), None)
            yield (dossier.nummer, *self._naam(dossier.nummer), collegas.begeleider(dossier.nummer),
                   STANDEN.get(dossier.stand, dossier.stand), fasen.get(dossier.fase, dossier.fase),
                   dossier.cyclus, len(dossier.invullingen),
                   *(geteld[dossiersleutel(dossier.nummer), ernst] for ernst in Ernst),
                   sum(regel.stand == "te laat" for regel in eigen),
                   volgende.naam if volgende else "", volgende.uiterlijk if volgende else None)  # fmt: skip

    def _bestanden(self) -> None:
        kolommen = [
            _Kolom("Bestand", 52), _Kolom("Status", 13), _Kolom("Waarom niet", 40), _Kolom("Formulier", 24),
            _Kolom("Versie", 8), _Kolom("Dossier", 12), _Kolom("Cyclus", 8, "getal"),
            *(_Kolom(kop, 11, "getal") for kop in _ROUTEKOPPEN.values()), _Kolom("Vragen verdwenen", 11, "getal"),
        ]  # fmt: skip
        self._blad(BESTANDEN, kolommen, map(self._bestandsrij, self.rapport.bestanden))

    def _bestandsrij(self, bestand: Bestand) -> tuple[Any, ...]:
        deel = bestand.invulling
        begin = bestand.pad, bestand.status, bestand.reden or ""
        if deel is None:
            return *begin, "", "", "", None, *(None for _ in _ROUTEKOPPEN), None
        formulier = self.formulieren.get(deel.formulier)
        routes = (deel.routes.get(route.value, 0) for route in _ROUTEKOPPEN)
        return (*begin, formulier.titel if formulier else deel.formulier, deel.versie, deel.dossier, deel.cyclus,
                *routes, len(deel.niet_gevonden))  # fmt: skip

    def _antwoorden(self) -> None:
        kolommen = self._met_naam(
            [_Kolom("Dossier", 12), _Kolom("Formulier", 24), _Kolom("Cyclus", 8, "getal"), _Kolom("Veld", 26),
             _Kolom("Label", 36), _Kolom("Antwoord", 60), _Kolom("Bestand", 36)]
        )  # fmt: skip
        regels = antwoordregels(self.rapport, self.formulieren)
        self._blad(ANTWOORDEN, kolommen, (
            (r.dossier, *self._naam(r.dossier), r.titel, r.cyclus, r.veld, r.label, r.antwoord, r.bestand)
            for r in regels))  # fmt: skip

    def _over(self) -> None:
        vel = self.boek.add_worksheet(OVER)
        vel.set_column(0, 0, 26)
        vel.set_column(1, 1, 90)
        vel.hide_gridlines(2)
        vel.write_string(
            0, 0, "Over deze werklijst", self.opmaak(font_size=18, bold=True, font_color=f"#{self.accent}")
        )
        vel.set_row(0, 27)
        for nr, (wat, uitleg) in enumerate(self._overregels(), 2):
            ernst = next((ernst for ernst in Ernst if ernst.value == wat), None)
            vel.write_string(nr, 0, wat, self.cel("ernst", wat) if ernst else self.opmaak(bold=True, text_wrap=True))
            vel.write_string(nr, 1, celtekst(uitleg), self.opmaak(text_wrap=True))
            vel.set_row(nr, _hoogte([(uitleg, 90)]))
        self._pagina(vel, OVER)

    def _overregels(self) -> Iterator[tuple[str, str]]:
        rapport = self.rapport
        status = Counter(bestand.status for bestand in rapport.bestanden)
        yield "Organisatie", rapport.organisatie
        yield "Inrichting", rapport.inrichting
        yield "Peildatum", _dag(rapport.peildatum)
        yield "Bestanden", f"{status['gelezen']} gelezen, {status['geweigerd']} geweigerd, " \
                           f"{status['overgeslagen']} overgeslagen"  # fmt: skip
        yield "Dossiers", str(len(rapport.dossiers))
        for ernst in Ernst:
            yield ernst.value, f"{rapport.telling(ernst)} keer. {_UITLEG_ERNST[ernst]}"
        if rapport.geaccepteerd:
            yield "Geaccepteerd", f"{len(rapport.geaccepteerd)} bevindingen staan niet in de werklijst, " \
                                  "want jullie hebben ze geaccepteerd."  # fmt: skip
        if rapport.keuze is not None and (weg := sum(rapport.keuze.weggelaten.values())):
            yield "Weggelaten", f"{weg} bevindingen met andere codes staan niet in de werklijst."
        yield from self._vaste_uitleg()
        for naam in self.afgekapt:
            yield naam, "Dit blad is vol. Niet alles past erop. Kijk een deel van de map na, dan past het wel."

    def _vaste_uitleg(self) -> Iterator[tuple[str, str]]:
        yield "Wie", "Wie het formulier heeft ingevuld. Is dat niet bekend of was het geen collega, dan de vaste " \
                     "begeleider van het dossier. Leeg betekent: niet bekend."  # fmt: skip
        yield "Code", "Wat een code betekent, lees je met: achtfasen leg-uit R30."
        yield KLAAR, "Kies ja als iets opgelost is; de regel wordt dan grijs. Bij een volgende controle kom je " \
                     "vanzelf te weten of het klopt."  # fmt: skip
        yield TERMIJNEN, f"Wat nog gedaan moet worden: wat te laat is, en wat in de komende {_VOORUIT} dagen moet."
        yield "Routes", "Op het blad Bestanden staat waaraan de vragen zijn herkend. Meestal is dat het merkteken. " \
                        "Bij veel andere getallen is het formulier beschadigd."  # fmt: skip
        privacy = "Dossiernummers in plaats van namen." if self.namen is None else "Hier staan namen in."
        yield "Privacy", f"{privacy} Deel dit bestand alleen met wie het nodig heeft."


_ROUTEKOPPEN = {
    Route.TAG: "Herkend aan merkteken",
    Route.BLADWIJZER: "Aan bladwijzer",
    Route.LABEL: "Aan de vraag ernaast",
    Route.NAAST: "Naast het veld getypt",
    Route.TWEEDE_LEZER: "Door de tweede lezer",
}


def _dag(iso: str) -> str:
    return date.fromisoformat(iso).strftime("%d-%m-%Y")


def _hoogte(cellen: Iterable[tuple[Any, float]]) -> float:
    """Return how high a row is to begin with: as many lines as its longest text takes."""
    regels = 1
    for waarde, breed in cellen:
        if isinstance(waarde, str) and (len(waarde) > breed or "\n" in waarde):
            delen = waarde[:_GEMETEN].split("\n")
            regels = max(regels, sum(-(-max(len(deel), 1) // int(breed)) for deel in delen))
    return min(_REGELHOOGTE * regels + 2, _HOOGST)


def _letter(nr: int) -> str:
    """Return the letter of a column; there are never more than 26."""
    return chr(ord("A") + nr)
