"""A workbook made: calm sheets with explanation, lists to choose from, and the YAML it came from."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator import __version__
from generator.bron import Bron
from generator.kleuren import leesbaar, tint
from generator.werkboek.cellen import MAX_TEKENS, MERKEN, Cel
from generator.werkboek.indeling import WAARDE, Blad, Kaart, Kolom, Tabel, bladen
from generator.werkboek.keuzes import keuze, vaste_lijsten, verwezen
from generator.werkboek.lezen import BRONBLAD, MERKBLAD, NAAMBEGIN
from generator.werkboek.rijen import Inhoud, inhoud_van, koppen
from generator.werkboek.soorten import Vorm, record_op, velden
from generator.werkboek.woorden import BLADUITLEG, UITLEG, kolomuitleg

_LIJSTBLAD = "_lijsten"
_KOPRIJ, _EXTRA, _BREED = 3, 200, 150
_STANDAARDKLEUR = "#1F5C7A"
_VASTE_HOOGTE = re.compile(rb'(<row [^>]*?) customHeight="1"')
_REGELHOOGTE, _HOOGST = 14.0, 400
_FOUT = "Kies een waarde uit de lijst, of maak de cel leeg."


def schrijf_werkboek(bron: Bron, yamltekst: str | None = None) -> bytes:
    """Return an inrichting as workbook (.xlsx); *yamltekst* goes along, so that its comments survive.

    Raises `OngeldigeBron` with everything that a workbook can't hold.
    """
    from xlsxwriter import Workbook

    inhoud = inhoud_van(bron)
    uit = io.BytesIO()
    boek = Workbook(uit, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    _Schrijver(boek, bron.gegevens, inhoud).schrijf(yamltekst)
    boek.close()
    return groeiende_rijen(uit.getvalue())


def groeiende_rijen(inhoud: bytes) -> bytes:
    """Return a workbook whose rows grow with their text: heights are a start, not a wish of the maker.

    XlsxWriter marks every height as fixed by hand, and then Excel never changes it again.
    """
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as was, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as wordt:
        for deel in was.infolist():
            ruw = was.read(deel)
            if deel.filename.startswith("xl/worksheets/sheet"):
                ruw = _VASTE_HOOGTE.sub(rb"\1", ruw)
            wordt.writestr(deel, ruw, zipfile.ZIP_DEFLATED)
    return uit.getvalue()


class _Opmaak:
    """The looks of cells, in the colour of the organisation."""

    def __init__(self, boek: Any, kleur: str) -> None:
        self._boek, self._gemaakt = boek, {}  # type: ignore[var-annotated]
        self.accent = f"#{leesbaar(kleur.lstrip('#').upper())}"
        self.licht = f"#{tint(self.accent[1:], 0.08)}"
        self._rand = f"#{tint(self.accent[1:], 0.20)}"

    def __call__(self, **wat: Any) -> Any:
        """Return a format; the same wish gives the same format."""
        sleutel = tuple(sorted(wat.items()))
        if sleutel not in self._gemaakt:
            basis = {"font_name": "Calibri", "font_size": 10.5, "valign": "top"}
            self._gemaakt[sleutel] = self._boek.add_format(basis | wat)
        return self._gemaakt[sleutel]

    @property
    def titel(self) -> Any:
        return self(font_size=18, bold=True, font_color=self.accent)

    @property
    def uitleg(self) -> Any:
        return self(font_color="#404040")

    @property
    def kop(self) -> Any:
        return self(bold=True, font_color="#FFFFFF", bg_color=self.accent, text_wrap=True, valign="vcenter", border=0)

    def cel(self, soort: str = "tekst", waarde: Cel = "") -> Any:
        wat: dict[str, Any] = {"text_wrap": True, "bottom": 1, "bottom_color": self._rand}
        if soort == "vast":
            wat |= {"bg_color": self.licht, "bold": True}
        if soort in ("nr", "zacht"):
            wat |= {"font_color": "#595959"}
        if waarde in MERKEN:
            wat |= {"font_color": "#595959", "italic": True}
        getal = {"align": "left"} if soort in ("nr", "getal") else {"num_format": "@"}
        return self(**wat, **getal)


class _Schrijver:
    def __init__(self, boek: Any, gegevens: Mapping[str, Any], inhoud: Inhoud) -> None:
        self.boek, self.gegevens, self.inhoud = boek, gegevens, inhoud
        self.opmaak = _Opmaak(boek, self._kleur())
        self._kolommen: dict[str, list[str]] = {}
        self._lijsten: dict[str, str] = {}

    def schrijf(self, yamltekst: str | None) -> None:
        uitleg = self.boek.add_worksheet("Uitleg")
        vellen = {blad.naam: self.boek.add_worksheet(blad.blad) for blad in bladen()}
        self._namen()
        for blad in bladen():
            self._blad(blad, vellen[blad.naam])
        self._uitlegblad(uitleg)
        self._verborgen(yamltekst)
        titel = f"Inrichting {self._naam()}".strip()
        self.boek.set_properties({"title": titel, "comments": f"achtfasen {__version__}", "author": self._naam(),
                                  "keywords": "achtfasen inrichting"})  # fmt: skip
        uitleg.activate()

    def _organisatie(self) -> Mapping[str, Any]:
        gevonden = self.gegevens.get("organisatie")
        return gevonden if isinstance(gevonden, dict) else {}

    def _naam(self) -> str:
        naam = self._organisatie().get("naam")
        return naam[:120] if isinstance(naam, str) else ""

    def _kleur(self) -> str:
        kleur = str(self._organisatie().get("accentkleur"))
        return kleur if re.fullmatch("#[0-9A-Fa-f]{6}", kleur) else _STANDAARDKLEUR

    # -- every sheet

    def _blad(self, blad: Blad, vel: Any) -> None:
        vel.hide_gridlines(2)
        vel.set_row(0, 27)
        vel.write_string(0, 0, blad.blad, self.opmaak.titel)
        vel.write_string(1, 0, BLADUITLEG.get(blad.naam, "Vul hier in wat bij jullie past."), self.opmaak.uitleg)
        if isinstance(blad, Kaart):
            aantal, breed = self._kaart(blad, vel), 3
        else:
            aantal, breed = self._tabel(blad, vel)
        self._pagina(vel, breed)
        eind = _absoluut(_KOPRIJ + aantal, breed - 1)
        self.boek.define_name(NAAMBEGIN + blad.naam, f"='{blad.blad}'!{_absoluut(_KOPRIJ, 0)}:{eind}")

    def _pagina(self, vel: Any, breed: int) -> None:
        vel.set_landscape()
        vel.set_paper(9)
        vel.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.7)
        vel.fit_to_pages(1, 0)
        vel.repeat_rows(_KOPRIJ)
        naam = self._naam().replace("&", "&&")
        vel.set_footer(f"&L&8{naam}&C&8&A&R&8&P van &N"[:250])

    def _kop(self, vel: Any, kolom: int, tekst: str, uitleg: str) -> None:
        vel.write_string(_KOPRIJ, kolom, tekst, self.opmaak.kop)
        if uitleg:
            regels = len(uitleg) // 34 + 2
            wat = {
                "x_scale": 1.7,
                "height": 17 * regels,
                "font_name": "Calibri",
                "font_size": 10,
                "author": "achtfasen",
            }
            vel.write_comment(_KOPRIJ, kolom, uitleg, wat | {"color": "#FFFFFF"})

    def _schrijf_cel(self, vel: Any, rij: int, kolom: int, waarde: Cel | None, soort: str) -> None:
        opmaak = self.opmaak.cel(soort, waarde if waarde is not None else "")
        if waarde is None:
            vel.write_blank(rij, kolom, None, opmaak)
        elif isinstance(waarde, str):
            vel.write_string(rij, kolom, waarde, opmaak)
        else:
            vel.write_number(rij, kolom, waarde, opmaak)

    # -- sheets with rows

    def _tabel(self, tabel: Tabel, vel: Any) -> tuple[int, int]:
        """Write a table; return how many rows and columns it has."""
        namen = list(koppen(self.inhoud, tabel))
        kolommen = [kolom for naam in namen if (kolom := tabel.kolom(naam))]
        rijen = self.inhoud.rijen.get(tabel.naam) or [{}]
        self._kolommen[tabel.naam] = namen
        breedtes = _breedtes(kolommen, rijen)
        for nr, kolom in enumerate(kolommen):
            soort = _soort(kolom)
            vel.set_column(nr, nr, breedtes[nr], self.opmaak(**_kolomopmaak(soort)))
            self._keuzelijst(vel, tabel, kolom, nr, _KOPRIJ + 1, _KOPRIJ + len(rijen) + _EXTRA)
            for plek, rij in enumerate(rijen, _KOPRIJ + 1):
                self._schrijf_cel(vel, plek, nr, rij.get(kolom.naam), soort)
        for plek, rij in enumerate(rijen, _KOPRIJ + 1):
            cellen = [(rij.get(kolom.naam, ""), breed) for kolom, breed in zip(kolommen, breedtes, strict=True)]
            vel.set_row(plek, _hoogte(cellen))
        vel.add_table(_KOPRIJ, 0, _KOPRIJ + len(rijen), len(kolommen) - 1, {
            "name": f"af_{tabel.naam}", "style": None,
            "columns": [{"header": kolom.kop, "header_format": self.opmaak.kop} for kolom in kolommen],
        })  # fmt: skip
        for nr, kolom in enumerate(kolommen):
            self._kop(vel, nr, kolom.kop, kolomuitleg(tabel.naam, kolom.naam))
        vel.set_row(_KOPRIJ, 24)
        vel.freeze_panes(_KOPRIJ + 1, _vast(kolommen))
        return len(rijen), len(kolommen)

    def _keuzelijst(self, vel: Any, blad: Blad, kolom: Kolom, nr: int, van: int, tot: int) -> None:
        gevonden = keuze(blad.naam, kolom, blad if isinstance(blad, Tabel) else None)
        if gevonden is None:
            return
        lijst, streng = gevonden
        bron = f"={self._lijsten[lijst]}" if isinstance(lijst, str) else list(lijst)
        vel.data_validation(van, nr, tot, nr, {
            "validate": "list", "source": bron, "show_error": streng,
            "error_title": "Kies uit de lijst", "error_message": _FOUT,
        })  # fmt: skip

    # -- sheets with a row per field

    def _kaart(self, kaart: Kaart, vel: Any) -> int:
        """Write a sheet with a row per field; return how many rows it has."""
        for nr, (kop, breed) in enumerate((("onderdeel", 34), (WAARDE, 60), ("uitleg", 70))):
            vel.set_column(nr, nr, breed, self.opmaak(**_kolomopmaak("tekst")))
            self._kop(vel, nr, kop, "")
        rij = _KOPRIJ
        for rij, (onderdeel, kolom) in enumerate(self._onderdelen(kaart), _KOPRIJ + 1):
            waarde = self.inhoud.kaart.get(onderdeel)
            self._schrijf_cel(vel, rij, 0, onderdeel, "vast")
            self._schrijf_cel(vel, rij, 1, waarde, _soort(kolom))
            self._schrijf_cel(vel, rij, 2, _uitleg(kaart, onderdeel, kolom), "zacht")
            vel.set_row(rij, _hoogte([(waarde or "", 60), (_uitleg(kaart, onderdeel, kolom), 70)]))
            if keuze(kaart.naam, kolom) is not None:
                self._keuzelijst(vel, kaart, kolom, 1, rij, rij)
        vel.set_row(_KOPRIJ, 24)
        vel.freeze_panes(_KOPRIJ + 1, 1)
        return rij - _KOPRIJ

    def _onderdelen(self, kaart: Kaart) -> Iterator[tuple[str, Kolom]]:
        """Yield the fields of a sheet; those with rows elsewhere only when they are empty."""
        for patroon in kaart.patronen:
            for veld in velden(record_op(patroon)).values():
                onderdeel = ".".join((*patroon, veld.naam))
                elders = veld.record is not None or onderdeel in ("handleiding.teksten", "handleiding.redenen")
                if not elders or onderdeel in self.inhoud.kaart:
                    yield onderdeel, Kolom(veld.naam, "merk" if elders else "veld", veld)

    # -- names, and what people don't see

    def _namen(self) -> None:
        """Give every list to choose from a name; a list of keys grows with its sheet."""
        vel = self.boek.add_worksheet(_LIJSTBLAD)
        vel.hide()
        for nr, (naam, woorden) in enumerate(vaste_lijsten().items()):
            vel.write_string(0, nr, naam)
            for rij, woord in enumerate(woorden, 1):
                vel.write_string(rij, nr, woord)
            self._lijsten[naam] = f"lijst_{naam}"
            bereik = f"{_absoluut(1, nr)}:{_absoluut(len(woorden), nr)}"
            self.boek.define_name(f"lijst_{naam}", f"={_LIJSTBLAD}!{bereik}")
        tabellen = {blad.naam: blad for blad in bladen() if isinstance(blad, Tabel)}
        for naam in verwezen():
            tabel = tabellen[naam]
            kolom = list(koppen(self.inhoud, tabel)).index("sleutel")
            begin, eind = _absoluut(_KOPRIJ + 1, kolom), _absoluut(_KOPRIJ + 500, kolom)
            alles = f"'{tabel.blad}'!{begin}:{eind}"
            self._lijsten[naam] = f"lijst_{naam}"
            gevuld = f"INDEX({alles},MAX(1,COUNTA({alles})))"
            self.boek.define_name(f"lijst_{naam}", f"='{tabel.blad}'!{begin}:{gevuld}")

    def _verborgen(self, yamltekst: str | None) -> None:
        vel = self.boek.add_worksheet(MERKBLAD)
        vel.very_hidden()
        for rij, blad in enumerate(bladen()):
            for kolom, tekst in enumerate((blad.naam, *self._kolommen.get(blad.naam, ()))):
                vel.write_string(rij, kolom, tekst)
        if yamltekst is None:
            return
        vel = self.boek.add_worksheet(BRONBLAD)
        vel.very_hidden()
        tekst = self.opmaak(num_format="@")
        for rij, (merk, regel) in enumerate(_bronregels(yamltekst)):
            vel.write_string(rij, 0, merk, tekst)
            if regel:
                vel.write_string(rij, 1, regel, tekst)

    def _uitlegblad(self, vel: Any) -> None:
        vel.hide_gridlines(2)
        vel.set_column(0, 0, 3)
        vel.set_column(1, 1, 24)
        vel.set_column(2, 2, 105)
        vel.set_row(0, 30)
        vel.write_string(0, 1, f"Inrichting van {self._naam() or 'je organisatie'}", self.opmaak.titel)
        gewoon, vet = self.opmaak(text_wrap=True), self.opmaak(bold=True, font_color=self.opmaak.accent)
        rij = 2
        for kop, zinnen in UITLEG:
            vel.write_string(rij, 1, kop, vet)
            for zin in zinnen:
                vel.write_string(rij, 2, zin, gewoon)
                vel.set_row(rij, _hoogte([(zin, 105)]))
                rij += 1
            rij += 1
        vel.write_string(rij, 1, "De bladen", vet)
        for blad in bladen():
            link = self.opmaak(font_color=self.opmaak.accent, underline=1)
            rij += 1
            vel.write_url(rij, 1, f"internal:'{blad.blad}'!A1", link, blad.blad)
            vel.write_string(rij, 2, BLADUITLEG.get(blad.naam, ""), gewoon)
        self._pagina_uitleg(vel)

    def _pagina_uitleg(self, vel: Any) -> None:
        vel.set_landscape()
        vel.set_paper(9)
        vel.fit_to_pages(1, 0)


def _absoluut(rij: int, kolom: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(rij, kolom, row_abs=True, col_abs=True))


def _soort(kolom: Kolom) -> str:
    if kolom.rol in ("ouder", "lijst", "sleutel") or kolom.naam == "sleutel":
        return "vast"
    if kolom.rol == "nr":
        return "nr"
    return "getal" if kolom.veld and kolom.veld.vorm is Vorm.GETAL else "tekst"


def _kolomopmaak(soort: str) -> dict[str, Any]:
    """Return the look of cells below the table, so that a new row works the same."""
    return {"text_wrap": True} | ({"align": "left"} if soort in ("nr", "getal") else {"num_format": "@"})


def _vast(kolommen: Iterable[Kolom]) -> int:
    """Return how many columns stay in view: up to the first that says what a row is."""
    return next((nr for nr, kolom in enumerate(kolommen) if kolom.rol == "veld" and kolom.naam != "sleutel"), 0)


def _breedtes(kolommen: list[Kolom], rijen: list[dict[str, Cel]]) -> list[float]:
    """Return the widths: as wide as the content, and together about a page."""
    breedst = 64 if len(kolommen) > 4 else 112
    wensen = [_wens(kolom, [rij[kolom.naam] for rij in rijen if kolom.naam in rij], breedst) for kolom in kolommen]
    klein = sum(wens for wens in wensen if wens <= 18)
    groot = sum(wens for wens in wensen if wens > 18)
    ruimte = max(_BREED - klein, 24.0 * sum(wens > 18 for wens in wensen))
    factor = min(1.0, ruimte / groot) if groot else 1.0
    return [wens if wens <= 18 else max(18.0, wens * factor) for wens in wensen]


def _wens(kolom: Kolom, waarden: list[Cel], breedst: int) -> float:
    langste = max((len(regel) for waarde in waarden for regel in str(waarde).split("\n")), default=0)
    kop = len(kolom.kop) + 5
    if kolom.rol == "nr":
        return max(7.0, kop - 1)
    return float(min(max(langste * 1.05 + 2, kop, 9), breedst))


def _hoogte(cellen: Iterable[tuple[Cel, float]]) -> float:
    """Return the height of a row in which all text can be read."""
    regels = [sum(1 + int(len(regel) / (breed * 1.2)) for regel in str(cel).split("\n")) for cel, breed in cellen]
    return min(max(regels, default=1) * _REGELHOOGTE + 3, _HOOGST)


def _uitleg(kaart: Kaart, onderdeel: str, kolom: Kolom) -> str:
    tekst = kolomuitleg(onderdeel.rpartition(".")[0] or kaart.naam, kolom.naam)
    anders = kolom.veld.anders if kolom.veld else None
    if anders not in (None, "", ()) and not isinstance(anders, tuple):
        tekst = f"{tekst} Leeg betekent: {anders}.".strip()
    return tekst


def _bronregels(tekst: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of a text with how they end; what a cell can't hold goes on in the next."""
    if tekst.startswith("\ufeff"):
        yield "bom", ""
    for deel in re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", tekst.removeprefix("\ufeff")):
        regel = deel.rstrip("\r\n")
        merk = {"\r\n": "rn", "\n": "n", "\r": "r", "": "einde"}[deel[len(regel) :]]
        maat = MAX_TEKENS // 2 - 1
        while len(regel) > maat:
            yield "verder", _met_slot(regel[:maat])
            regel = regel[maat:]
        yield merk, _met_slot(regel)


def _met_slot(regel: str) -> str:
    """Return a line with a mark where openpyxl, or a space at the end, would otherwise lose something."""
    regel = re.sub("x005F|x000[dD]", "\\g<0>\u00b6", regel)
    return f"{regel}\u00b6" if regel and (regel[-1].isspace() or regel[-1] == "\u00b6") else regel
