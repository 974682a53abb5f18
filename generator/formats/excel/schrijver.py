"""A blank Excel form out of a tailored definition, in the colour of the organisation."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.formats.bladen import Blad
from generator.formats.delen import schrijf_delen
from generator.formats.excel.indeling import (
    ANTWOORDKOLOM,
    EERSTE_KOLOM,
    EERSTE_RIJ,
    HOOGTEKOLOM,
    KOPRIJ,
    LABELKOLOM,
    SLEUTELKOLOM,
    Indeling,
    Regel,
    Tabelblad,
    labeltekst,
    maak_indeling,
)
from generator.formats.excel.maten import (
    aantal_regels,
    hoogte,
    kolombreedtes,
    labelregels,
    minste_regels,
    paginaeinden,
    rijhoogte,
    tabelbreedtes,
)
from generator.formats.excel.namen import HOOFDBLAD, LIJSTBLAD, celnaam, kolomletters, naam_van, rijnaam
from generator.formats.excel.stijlen import Stijlen
from generator.formats.excel.verborgen import Gedrukt, Lijsten, schrijf_meta, schrijf_plekken, voettekst
from generator.formats.excel.voorwaarden import als_formule
from generator.formats.identiteit import identiteit_van
from generator.formats.opbouw import STER, ster
from generator.model import Formulier, Inrichting, Rij
from generator.veldsoorten import VELDSOORTEN

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_VASTE_HOOGTE = re.compile(rb'(<row r="(\d+)"[^>]*?) customHeight="1"([^>]*)')
_SAMENGEVOEGD = re.compile(rb'<mergeCell ref="[A-Z]+(\d+):')
_MOMENT = datetime(2026, 1, 1)
_A4 = 9
_MARGES = {"left": 0.6, "right": 0.6, "top": 0.6, "bottom": 0.8}
_OVER_DE_BREEDTE = frozenset(
    "organisatie titel doel wanneer legenda merk sectie uitleg gebied reikwijdte vraag identiteit strook".split()
)
_HOOGTES = {"titel": 30.0, "organisatie": 16.0, "sectie": 30.0, "gebied": 24.0, "strook": 24.0, "tussen": 10.0,
            "merk": 6.0, "legenda": 24.0}  # fmt: skip
_LETTERS = {"titel": 20.0, "sectie": 13.0, "gebied": 11.5, "doel": 11.0, "wanneer": 9.5, "reikwijdte": 9.5,
            "legenda": 9.5, "vraag": 10.0, "identiteit": 7.5, "aanwijzing": 9.5}  # fmt: skip
_KOPPEN = frozenset("sectie uitleg gebied reikwijdte vraag vraagkop".split())
_NIET_GEDRUKT = 2
_WIT = 6.0  # a row without text; without any height it would be hidden, with what is put there later
_EERSTE_DAG, _LAATSTE_DAG = date(1900, 3, 1), date(2100, 12, 31)
# Rows that are put in below keep the lists and colours of the rows above.
_RUIM = 2_000
_MAX_TITEL, _MAX_HULP = 32, 255
_MAG_WEL = {"format_rows": True, "format_columns": True}
_MAG_IN_TABEL = _MAG_WEL | {"insert_rows": True, "delete_rows": True, "sort": True}


def maak_formulier(formulier: Formulier, inrichting: Inrichting, huisstijl: Path | None = None) -> bytes:
    """Return the blank Excel form of a tailored definition (see `generator.formulier.op_maat`).

    *inrichting* gives the fasen, the accent colour and the identity. A *huisstijl* is a Word file: it is left
    aside here. The same form gives the same bytes.
    """
    from xlsxwriter import Workbook

    uit = io.BytesIO()
    veilig = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    boek = Workbook(uit, {"in_memory": True, **veilig})
    _Schrijver(boek, formulier, inrichting).schrijf()
    boek.close()
    with zipfile.ZipFile(io.BytesIO(uit.getvalue())) as pakket:
        return schrijf_delen({naam: _met_groeiende_rijen(pakket.read(naam), naam) for naam in pakket.namelist()})


def _met_groeiende_rijen(ruw: bytes, naam: str) -> bytes:
    """Let rows with a place to fill in grow with their text; XlsxWriter marks every height as fixed by hand.

    Those rows are the ones with something in the column that keeps them high, or without merged text.
    """
    if not naam.startswith("xl/worksheets/sheet"):
        return ruw
    samen = {int(rij) for rij in _SAMENGEVOEGD.findall(ruw)}
    return _VASTE_HOOGTE.sub(lambda t: t[0] if int(t[2]) in samen else t[1] + t[3], ruw)


class _Schrijver:
    """Writes one workbook."""

    def __init__(self, boek: Workbook, formulier: Formulier, inrichting: Inrichting) -> None:
        self.boek, self.formulier, self.inrichting = boek, formulier, inrichting
        self.stijl = Stijlen(boek, inrichting.organisatie.accentkleur)
        self.indeling: Indeling = maak_indeling(formulier, inrichting)
        self.identiteit = identiteit_van(formulier, inrichting)
        self.gedrukt = Gedrukt()
        self.plekken: list[tuple[str, str, str, str, str]] = []
        self.velden = {veld.sleutel: veld for veld in formulier.velden}
        self.hoogtes: dict[int, float] = {}

    def schrijf(self) -> None:
        hoofd = self.boek.add_worksheet(HOOFDBLAD)
        tabelvellen = [self.boek.add_worksheet(tabel.naam) for tabel in self.indeling.tabellen]
        lijstvel = self.boek.add_worksheet(LIJSTBLAD)
        self.lijsten = Lijsten(self.boek, lijstvel)
        self._hoofdblad(hoofd)
        for tabel, vel in zip(self.indeling.tabellen, tabelvellen, strict=True):
            self._tabelblad(tabel, vel)
        lijstvel.hide()
        schrijf_plekken(self.boek, self.plekken)
        schrijf_meta(self.boek, self.identiteit, self.gedrukt, self.bij_volgende)
        titel = f"{self.formulier.titel} – {self.inrichting.organisatie.naam}"
        self.boek.set_properties({"title": titel[:255], "subject": self.identiteit.regel(),
                                  "author": self.inrichting.organisatie.naam[:255], "created": _MOMENT})  # fmt: skip
        hoofd.activate()

    def _pagina(self, vel: Worksheet, liggend: bool, rijen: int, kolommen: int) -> None:
        if liggend:
            vel.set_landscape()
        vel.set_paper(_A4)
        vel.set_margins(**_MARGES)
        vel.fit_to_pages(1, 0)
        vel.print_area(0, 0, rijen - 1, kolommen - 1)
        vel.set_footer(voettekst(self.identiteit))
        vel.hide_gridlines(2)
        # A file number in a text cell is meant: no green corners.
        vel.ignore_errors({"number_stored_as_text": f"A1:{celnaam(_RUIM, kolommen)}"})
        vel.set_zoom(110)

    # -- the first sheet

    def _hoofdblad(self, vel: Worksheet) -> None:
        liggend = self.formulier.liggend == "ja"
        self.breedtes = kolombreedtes(liggend)
        vel.set_column(LABELKOLOM - 1, LABELKOLOM - 1, self.breedtes[0])
        vel.set_column(ANTWOORDKOLOM - 1, ANTWOORDKOLOM - 1, self.breedtes[1])
        vel.set_column(HOOGTEKOLOM - 1, HOOGTEKOLOM - 1, 0.8)
        self.cellen = {
            regel.veld.sleutel: f"$B${nr}"
            for nr, regel in enumerate(self.indeling.regels, 1)
            if regel.vorm == "veld" and regel.veld and regel.blad and regel.blad.sleutel == regel.veld.sleutel
        }
        for nr, regel in enumerate(self.indeling.regels, 1):
            self._regel(vel, nr, regel)
        # The identity stands at the foot of every page: the row with it needn't be printed as well.
        self._pagina(vel, liggend, len(self.indeling.regels) - _NIET_GEDRUKT, 2)
        # Excel leaves page ends aside when it fits a sheet to the width of a page; other programs keep to them.
        self.bij_volgende = _bij_volgende(self.indeling.regels)
        vel.set_h_pagebreaks(paginaeinden(self.hoogtes, self.bij_volgende, liggend))
        vel.protect("", _MAG_WEL)

    def _regel(self, vel: Worksheet, nr: int, regel: Regel) -> None:
        if regel.blad is not None:
            self._vraag(vel, nr, regel)
        elif regel.vorm == "tabel":
            self._verwijzing(vel, nr, regel)
        elif regel.vorm == "vraagkop":
            self._label(vel, nr, regel)
            self._schrijf(vel, nr, ANTWOORDKOLOM, "Zet een x achter wat past.", "aanwijzing")
            self._hoog(vel, nr, hoogte(self._labelregels(regel)))
        elif regel.vorm == "strook":
            self._strook(vel, nr, regel.tekst)
        elif regel.vorm in _OVER_DE_BREEDTE:
            self._breed(vel, nr, regel)
        else:
            self._hoog(vel, nr, _HOOGTES.get(regel.vorm, 15.0))

    def _hoog(self, vel: Worksheet, nr: int, hoog: float) -> None:
        self.hoogtes[nr] = hoog
        vel.set_row(nr - 1, hoog)

    def _breed(self, vel: Worksheet, nr: int, regel: Regel) -> None:
        """Write a text over both columns; only printed text is merged, never a place to fill in."""
        tekst = self.identiteit.regel() if regel.vorm == "identiteit" else regel.tekst
        vel.merge_range(nr - 1, 0, nr - 1, 1, "", self.stijl(regel.vorm))
        self._schrijf(vel, nr, LABELKOLOM, tekst, regel.vorm)
        self._hoog(vel, nr, _teksthoogte(tekst, regel.vorm, sum(self.breedtes)))

    def _schrijf(self, vel: Worksheet, nr: int, kolom: int, tekst: str, vorm: str) -> None:
        if tekst:
            vel.write_string(nr - 1, kolom - 1, tekst, self.stijl(vorm))
            self.gedrukt.erbij(tekst)

    def _strook(self, vel: Worksheet, nr: int, tekst: str) -> None:
        stijl = self.stijl("strook")
        vel.merge_range(nr - 1, 0, nr - 1, 1, "", stijl)
        delen: list[Any] = []
        for nummer, deel in enumerate(tekst.split("   ")):
            wit = "   " if nummer else ""
            hier = "strook_hier" if deel.startswith("●") else "strook_deel"
            delen += [self.stijl(hier), wit + deel]
        vel.write_rich_string(nr - 1, 0, *delen, stijl)
        self.gedrukt.erbij(tekst)
        regels = aantal_regels(tekst, sum(self.breedtes) * 0.97, 9.5)
        self._hoog(vel, nr, max(_HOOGTES["strook"], hoogte(regels)))

    def _label(self, vel: Worksheet, nr: int, regel: Regel) -> None:
        """Write question, star and help in one cell: that grows along with what it holds."""
        stijl = self.stijl("optie" if regel.vorm == "optie" else "label")
        kop = labeltekst(regel.tekst, regel.ster, "")
        if regel.hulp:
            klein = self.stijl("hulp"), f"\n{regel.hulp}"
            vel.write_rich_string(nr - 1, LABELKOLOM - 1, self.stijl("label"), kop, *klein, stijl)
        else:
            vel.write_string(nr - 1, LABELKOLOM - 1, kop, stijl)
        self.gedrukt.erbij(regel.gedrukt)

    def _labelregels(self, regel: Regel) -> float:
        kop = regel.gedrukt.partition("\n")[0]
        return labelregels(kop, regel.hulp, self.breedtes[0])

    def _vraag(self, vel: Worksheet, nr: int, regel: Regel) -> None:
        blad = regel.blad
        assert blad is not None
        self._label(vel, nr, regel)
        vel.write_blank(nr - 1, ANTWOORDKOLOM - 1, None, self.stijl.antwoord(blad.soort))
        minste = minste_regels(blad)
        if minste > 1:
            # LibreOffice makes rows as high as their text: this text keeps room to write.
            vel.write_string(nr - 1, HOOGTEKOLOM - 1, "\n" * (minste - 1), self.stijl("hoogte"))
        self._hoog(vel, nr, hoogte(max(minste, self._labelregels(regel))))
        cel = celnaam(nr, ANTWOORDKOLOM)
        self._benoem(blad.sleutel, HOOFDBLAD, f"$B${nr}")
        self.plekken.append((blad.sleutel, HOOFDBLAD, cel, self.lijsten.naam(blad), regel.tekst))
        hulp = regel.hulp or (blad.plaatshouder if blad.soort in ("kort", "lang") else "")
        self._keuring(vel, (nr, ANTWOORDKOLOM, nr, ANTWOORDKOLOM), blad, regel.tekst, hulp)
        if formule := self._ontbreekt(regel, f"$B${nr}"):
            self._als(vel, (nr, ANTWOORDKOLOM, nr, ANTWOORDKOLOM), formule)

    def _ontbreekt(self, regel: Regel, cel: str) -> str:
        """Return when an empty answer has to be filled in, as a formula; nothing when never, or not that simple."""
        veld = regel.veld
        leeg = f"LEN(TRIM({cel}))=0"
        if veld is None or regel.vorm == "optie" or (regel.blad and regel.blad.deel):
            return ""
        if veld.verplicht == "ja":
            return f"={leeg}"
        als = als_formule(veld.verplicht, self.velden, self.cellen) if veld.verplicht != "nee" else ""
        return f"=AND({als},{leeg})" if als else ""

    def _verwijzing(self, vel: Worksheet, nr: int, regel: Regel) -> None:
        """Say on which sheet a table stands, with a link to it."""
        self._label(vel, nr, regel)
        tabel = next(t for t in self.indeling.tabellen if t.veld is regel.veld)
        naam = naam_van(tabel.bladen[0].sleutel)
        tekst = f"Vul in op het blad ‘{tabel.naam}’ →"
        vel.write_url(nr - 1, ANTWOORDKOLOM - 1, f"internal:{naam}", self.stijl("verwijzing"), tekst)
        self.gedrukt.erbij(tekst)
        self._hoog(vel, nr, rijhoogte([(tekst, self.breedtes[1])], self._labelregels(regel)))
        if tabel.veld.verplicht == "ja" and not tabel.veld.rijen:
            self._als(vel, (nr, ANTWOORDKOLOM, nr, ANTWOORDKOLOM), f"=COUNTA({naam})=0")

    def _als(self, vel: Worksheet, vak: tuple[int, int, int, int], formule: str) -> None:
        """Let cells look as if something is missing when a formula says so."""
        rij, kolom, tot_rij, tot_kolom = vak
        wens = {"type": "formula", "criteria": formule, "format": self.stijl.ontbreekt}
        vel.conditional_format(rij - 1, kolom - 1, tot_rij - 1, tot_kolom - 1, wens)

    def _benoem(self, sleutel: str, blad: str, plek: str) -> None:
        self.boek.define_name(naam_van(sleutel), f"='{blad}'!{plek}")

    # -- the sheet of a table

    def _tabelblad(self, tabel: Tabelblad, vel: Worksheet) -> None:
        breedtes = tabelbreedtes(tabel.bladen, tabel.liggend)
        aantal, laatste = len(tabel.bladen), EERSTE_RIJ + tabel.rijen - 1
        vel.set_column(SLEUTELKOLOM - 1, SLEUTELKOLOM - 1, 4, None, {"hidden": True})
        for nr, breedte in enumerate(breedtes):
            vel.set_column(EERSTE_KOLOM - 1 + nr, EERSTE_KOLOM - 1 + nr, breedte)
        vel.set_column(EERSTE_KOLOM + aantal - 1, EERSTE_KOLOM + aantal - 1, 0.8)
        self._tabelhoofd(tabel, vel, sum(breedtes))
        self._kolomkoppen(tabel, vel, breedtes)
        for nr in range(tabel.rijen):
            gedrukt = tabel.veld.rijen[nr] if nr < len(tabel.veld.rijen) else None
            self._tabelrij(tabel, vel, EERSTE_RIJ + nr, gedrukt, breedtes)
        if tabel.veld.rijen:
            self.boek.define_name(rijnaam(tabel.veld.sleutel), f"='{tabel.naam}'!$A${EERSTE_RIJ}:$A${laatste}")
        for nr, blad in enumerate(tabel.bladen):
            self._kolom(tabel, vel, blad, EERSTE_KOLOM + nr, laatste)
        self._pagina(vel, tabel.liggend, laatste, EERSTE_KOLOM + aantal - 1)
        vel.repeat_rows(KOPRIJ - 1)
        vel.freeze_panes(KOPRIJ, 0)
        vel.protect("", _MAG_IN_TABEL)

    def _tabelhoofd(self, tabel: Tabelblad, vel: Worksheet, breed: float) -> None:
        regel = next(r for r in self.indeling.regels if r.veld is tabel.veld and r.vorm == "tabel")
        laatste = EERSTE_KOLOM + len(tabel.bladen) - 2
        teksten = [(self.formulier.titel, "organisatie"), (tabel.veld.label, "sectie"), (regel.hulp, "aanwijzing")]
        for nr, (tekst, vorm) in enumerate(teksten, 1):
            if laatste > EERSTE_KOLOM - 1:
                vel.merge_range(nr - 1, EERSTE_KOLOM - 1, nr - 1, laatste, "", self.stijl(vorm))
            else:
                vel.write_blank(nr - 1, EERSTE_KOLOM - 1, None, self.stijl(vorm))
            self._schrijf(vel, nr, EERSTE_KOLOM, tekst, vorm)
            vel.set_row(nr - 1, _teksthoogte(tekst, vorm, breed))
        terug = "← Terug naar het formulier"
        if laatste > EERSTE_KOLOM - 1:
            vel.merge_range(3, EERSTE_KOLOM - 1, 3, laatste, "", self.stijl("verwijzing"))
        vel.write_url(3, EERSTE_KOLOM - 1, f"internal:'{HOOFDBLAD}'!A1", self.stijl("verwijzing"), terug)
        self.gedrukt.erbij(terug)

    def _kolomkoppen(self, tabel: Tabelblad, vel: Worksheet, breedtes: list[float]) -> None:
        koppen = [kolomkop(blad) for blad in tabel.bladen]
        for nr, kop in enumerate(koppen):
            self._schrijf(vel, KOPRIJ, EERSTE_KOLOM + nr, kop, "tabelkop")
        vel.set_row(KOPRIJ - 1, rijhoogte(zip(koppen, breedtes, strict=True)) + 4)

    def _tabelrij(self, tabel: Tabelblad, vel: Worksheet, rij: int, gedrukt: Rij | None, breedtes: list[float]) -> None:
        teksten: list[tuple[str, float]] = []
        if gedrukt is not None:
            vel.write_string(rij - 1, SLEUTELKOLOM - 1, gedrukt.sleutel)
        for nr, blad in enumerate(tabel.bladen):
            kolom = EERSTE_KOLOM + nr
            if gedrukt is not None and blad.soort == "voorgedrukt":
                self._schrijf(vel, rij, kolom, gedrukt.tekst, "voorgedrukt")
                teksten.append((gedrukt.tekst, breedtes[nr]))
                continue
            vooraf = gedrukt.vooraf.get(blad.sleutel.rpartition(".")[2]) if gedrukt is not None else None
            stijl = self.stijl.antwoord(blad.soort)
            if vooraf is None:
                vel.write_blank(rij - 1, kolom - 1, None, stijl)
            else:
                tekst = VELDSOORTEN[blad.soort].toon(vooraf, blad.omgeving)
                vel.write_string(rij - 1, kolom - 1, tekst, stijl)
                self.gedrukt.erbij(tekst)
                teksten.append((tekst, breedtes[nr]))
        vel.write_string(rij - 1, EERSTE_KOLOM + len(tabel.bladen) - 1, "\n", self.stijl("hoogte"))
        vel.set_row(rij - 1, rijhoogte(teksten, 2))

    def _kolom(self, tabel: Tabelblad, vel: Worksheet, blad: Blad, kolom: int, laatste: int) -> None:
        letters = kolomletters(kolom)
        plek = f"${letters}${EERSTE_RIJ}:${letters}${laatste}"
        self._benoem(blad.sleutel, tabel.naam, plek)
        self.plekken.append((blad.sleutel, tabel.naam, plek.replace("$", ""), self.lijsten.naam(blad), blad.label))
        gedrukte = len(tabel.veld.rijen) if blad.soort == "voorgedrukt" else 0
        vak = (EERSTE_RIJ + gedrukte, kolom, _RUIM, kolom)
        self._keuring(vel, vak, blad, blad.label, blad.kolom.hulp if blad.kolom else "")
        if blad.kolom is not None and blad.kolom.verplicht == "ja":
            cel = f"{letters}{vak[0]}"
            begonnen = self._begonnen(tabel, vak[0])
            self._als(vel, vak, f"=AND(LEN(TRIM({cel}))=0,{begonnen})")

    def _begonnen(self, tabel: Tabelblad, rij: int) -> str:
        """Return the test whether somebody wrote in a row: what is printed in it doesn't count."""
        open_kolommen = [nr for nr, blad in enumerate(tabel.bladen) if blad.soort != "voorgedrukt"]
        cellen = ",".join(f"${kolomletters(EERSTE_KOLOM + nr)}{rij}" for nr in open_kolommen)
        return f"COUNTA({cellen})>0"

    # -- what may be typed

    def _keuring(self, vel: Worksheet, vak: tuple[int, int, int, int], blad: Blad, titel: str, hulp: str) -> None:
        keuring = {"input_title": _kort(titel, _MAX_TITEL), "input_message": _kort(hulp, _MAX_HULP)} if hulp else {}
        keuring |= self._eis(blad)
        if not keuring:
            return
        if "validate" not in keuring:
            keuring["validate"] = "any"
        rij, kolom, tot_rij, tot_kolom = vak
        vel.data_validation(rij - 1, kolom - 1, tot_rij - 1, tot_kolom - 1, keuring)

    def _eis(self, blad: Blad) -> dict[str, Any]:
        if bron := self.lijsten.bron(blad):
            return {"validate": "list", "source": bron, "error_title": "Kies uit de lijst",
                    "error_message": "Kies iets uit de lijst, of maak het vak leeg."}  # fmt: skip
        if blad.soort == "datum":
            return {"validate": "date", "criteria": "between", "minimum": _EERSTE_DAG, "maximum": _LAATSTE_DAG,
                    "error_title": "Typ een datum",
                    "error_message": "Typ dag, maand en jaar, bijvoorbeeld 6-3-2026."}  # fmt: skip
        if blad.soort == "getal":
            laag, hoog = blad.veld.minimum, blad.veld.maximum
            los = blad.kolom is not None
            return {"validate": "decimal", "criteria": "between",
                    "minimum": -999_999_999_999 if laag is None or los else laag,
                    "maximum": 999_999_999_999 if hoog is None or los else hoog,
                    "error_type": "warning", "error_title": "Typ een getal",
                    "error_message": "Hier hoort een getal, bijvoorbeeld 3 of 2,5. Kijk of het klopt."}  # fmt: skip
        return {}


def _bij_volgende(regels: Sequence[Regel]) -> list[int]:
    """Return the numbers of rows that belong on one page with the next: headings, and parts of a signature."""
    uit = []
    for nr, (regel, volgende) in enumerate(pairwise(regels), 1):
        tekent = regel.blad is not None and regel.blad.deel and volgende.blad is not None and volgende.blad.deel
        if regel.vorm in _KOPPEN or tekent:
            uit.append(nr)
    return uit


def _teksthoogte(tekst: str, vorm: str, breedte: float) -> float:
    """Return the height of a printed text: that of its kind, or more when it takes more lines."""
    grootte = _LETTERS.get(vorm, 10.5)
    regels = aantal_regels(tekst, breedte, grootte) * max(grootte / 10.5, 0.9)
    return max(_HOOGTES.get(vorm, _WIT), hoogte(regels) if tekst else _WIT)


def kolomkop(blad: Blad) -> str:
    """Return the label above a column, with its star."""
    teken = STER if blad.kolom is not None and ster(blad.kolom) == STER else ""
    return f"{blad.label}\u00a0{teken}" if teken else blad.label


def _kort(tekst: str, ruimte: int) -> str:
    """Return a text that fits, cut off at the end of a word; within it only when it is the first one."""
    if len(tekst) <= ruimte:
        return tekst
    begin = tekst[:ruimte]
    heel = begin.rpartition(" ")[0].rstrip(" ,;:.(–-")
    return (heel or begin[:-1]) + "…"
