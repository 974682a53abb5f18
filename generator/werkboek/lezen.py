"""A workbook read: sheets found by name, columns by heading, every cell with its place."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.bron import Bron, Bronfout, OngeldigeBron, bedoelde
from generator.werkboek.cellen import Cel, leeg
from generator.werkboek.gegevens import Gelezen, Leesrij, Veldcel, bron_uit
from generator.werkboek.indeling import WAARDE, Blad, Kaart, bladen
from generator.werkboek.poort import open_werkboek

BRONBLAD, MERKBLAD = "_bron", "_achtfasen"
NAAMBEGIN = "afb_"
_REGELEINDE = re.compile(r"(?:_x000[dD]_|\r)\n?")
_VERDUBBELD = re.compile("(x005F|x000[dD])\u00b6")
_PLEK = re.compile(r"=?'?(.*?)'?!.*")
_KOPRIJEN = 40
EXTENSIES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


@dataclass(frozen=True, slots=True)
class Werkboek:
    """A workbook that was read: its data, and the text of the YAML from which it was made, if it holds that."""

    bron: Bron
    yamltekst: str | None


def is_werkboek(pad: Path) -> bool:
    """Tell by its name whether a file is a workbook."""
    return pad.suffix.lower() in EXTENSIES


def lees_werkboek(pad: Path) -> Bron:
    """Return the inrichting in a workbook: plain data, and for every key path its sheet and cell.

    Raises `OngeldigeBron` with all that is wrong: no workbook, a sheet that is gone, a column
    that isn't known, a formula, a row that belongs nowhere.
    """
    return lees_geheel(pad).bron


def lees_geheel(pad: Path) -> Werkboek:
    """Return the inrichting in a workbook, and the YAML it came from; errors as for `lees_werkboek`."""
    inhoud = open_werkboek(pad)
    vellen, namen = _vellen(inhoud, str(pad))
    tekst, kolommen = _brontekst(vellen.pop(BRONBLAD, None)), _merken(vellen.pop(MERKBLAD, None))
    gelezen = _Lezing(str(pad), vellen, namen, kolommen).lees()
    return Werkboek(bron_uit(gelezen, str(pad)), tekst)


@dataclass(frozen=True, slots=True)
class _Cel:
    """A cell as it stands in the file: its value, or what is wrong with it."""

    waarde: Cel
    bezwaar: str = ""


_Vel = dict[int, dict[int, _Cel]]


def _vellen(inhoud: bytes, bestand: str) -> tuple[dict[str, _Vel], Mapping[str, str]]:
    """Return the cells of every sheet, and which sheet every name of the workbook points to."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            boek = load_workbook(io.BytesIO(inhoud), read_only=True, keep_links=False)
            vellen = {vel.title: _vel(vel) for vel in boek.worksheets}
            namen = {naam: _blad_in(deel.attr_text) for naam, deel in boek.defined_names.items()}
    except Exception as fout:  # openpyxl lets every kind of mistake in a file escape
        bericht = f"Dit werkboek is niet te lezen ({type(fout).__name__}). Open het en bewaar het opnieuw als .xlsx."
        raise OngeldigeBron([Bronfout(bestand, None, "", bericht)]) from None
    return vellen, namen


def _blad_in(verwijzing: str | None) -> str:
    gevonden = _PLEK.match(verwijzing or "")
    return gevonden[1].replace("''", "'").lstrip("$") if gevonden else ""


def _vel(vel: Any) -> _Vel:
    vel.reset_dimensions()
    cellen: _Vel = {}
    for rij in vel.iter_rows():
        for cel in rij:
            if cel.value is not None and not leeg(cel.value):
                cellen.setdefault(cel.row, {})[cel.column] = _cel(cel)
    return cellen


def _cel(cel: Any) -> _Cel:
    waarde, soort = cel.value, cel.data_type
    if soort == "f":
        return _Cel(str(waarde), "Hier staat een formule. Typ de tekst of het getal zelf.")
    if soort == "e":
        return _Cel(str(waarde), f"Hier staat een foutmelding ({str(waarde)[:20]}). Typ de tekst of het getal zelf.")
    return _Cel(_gewoon(waarde))


def _gewoon(waarde: Any) -> Cel:
    """Return a value as text or number; dates as jaar-maand-dag, waar and onwaar as ja and nee."""
    from datetime import date, datetime, time

    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float):
        return int(waarde) if waarde.is_integer() and abs(waarde) < 1e15 else waarde
    if isinstance(waarde, int):
        return waarde
    if isinstance(waarde, datetime):
        return (waarde.date() if waarde.time() == time(0) else waarde).isoformat()
    if isinstance(waarde, date | time):
        return waarde.isoformat()
    return _REGELEINDE.sub("\n", str(waarde))


# --------------------------------------------------------------------------
# The sheets that people don't see


def _brontekst(vel: _Vel | None) -> str | None:
    """Return the YAML text: on every row how the line ends (or that it goes on), and the line."""
    if not vel:
        return None
    einden = {"n": "\n", "rn": "\r\n", "r": "\r", "verder": "", "einde": "", "bom": "\ufeff"}
    delen: list[str] = []
    for nr in sorted(vel):
        merk, regel = vel[nr].get(1), vel[nr].get(2)
        if merk is None or merk.waarde not in einden:
            return None
        tekst = _VERDUBBELD.sub(r"\1", str(regel.waarde)).removesuffix("\u00b6") if regel else ""
        delen.append(tekst + einden[str(merk.waarde)])
    return "".join(delen)


def _merken(vel: _Vel | None) -> Mapping[str, tuple[str, ...]]:
    """Return which columns every sheet had when the workbook was made."""
    if not vel:
        return {}
    rijen = ([str(rij[kolom].waarde) for kolom in sorted(rij)] for rij in vel.values())
    return {rij[0]: tuple(rij[1:]) for rij in rijen}


# --------------------------------------------------------------------------
# The sheets with data


class _Lezing:
    """Finds every sheet, its heading and its rows; what can't be found is a mistake."""

    def __init__(
        self,
        bestand: str,
        vellen: Mapping[str, _Vel],
        namen: Mapping[str, str],
        gemaakt: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.bestand, self.vellen, self.namen, self.gemaakt = bestand, vellen, namen, gemaakt
        self.gelezen = Gelezen()
        self._bezet: set[str] = set()

    def lees(self) -> Gelezen:
        zoeken = [blad for blad in bladen() if not self._op_naam(blad)]
        for blad in zoeken:
            self._op_koppen(blad)
        if len(zoeken) > len(bladen()) // 2 and not self._bezet:
            bericht = "Dit is geen werkboek van achtfasen. Maak er een met: achtfasen zet-om INRICHTING DOEL.xlsx"
            raise OngeldigeBron([Bronfout(self.bestand, None, "", bericht)])
        return self.gelezen

    def _op_naam(self, blad: Blad) -> bool:
        """Read a sheet that is found by its defined name, or by its title."""
        titels = {titel.lower(): titel for titel in self.vellen}
        for titel in (self.namen.get(NAAMBEGIN + blad.naam, ""), titels.get(blad.blad.lower(), "")):
            if titel in self.vellen and titel not in self._bezet and self._lees_blad(blad, titel):
                return True
        return False

    def _op_koppen(self, blad: Blad) -> None:
        """Look for a sheet with the same headings; without one, say that it is missing."""
        for titel in self.vellen:
            if titel not in self._bezet and self._lees_blad(blad, titel, streng=True):
                return
        if not self.gemaakt or blad.naam in self.gemaakt:
            bericht = f"Het blad ‘{blad.blad}’ ontbreekt, of de rij met koppen is weg. Zet het terug; leeg mag."
            self.gelezen.fouten.append(Bronfout(self.bestand, f"blad ‘{blad.blad}’", "", bericht))

    def _lees_blad(self, blad: Blad, titel: str, streng: bool = False) -> bool:
        vel, koppen = self.vellen[titel], _koppen_van(blad)
        koprij = _koprij(vel, koppen, _gewone_koppen(blad) * (0.7 if streng else 0.4))
        if koprij is None:
            return False
        self._bezet.add(titel)
        self.gelezen.bladen[blad.naam] = f"blad ‘{titel}’"
        kolommen = self._kolommen(blad, titel, koprij)
        rijen = [rij for nr in sorted(vel) if nr > koprij and (rij := self._rij(vel, nr, titel, kolommen)).cellen]
        (self.gelezen.kaarten if isinstance(blad, Kaart) else self.gelezen.rijen)[blad.naam] = rijen
        return True

    def _kolommen(self, blad: Blad, titel: str, koprij: int) -> dict[int, str]:
        """Return which column holds what; unknown, missing and double ones are mistakes."""
        vel, bekend = self.vellen[titel], _koppen_van(blad)
        kolommen: dict[int, str] = {}
        for nr in sorted({kolom for rij, cellen in vel.items() if rij >= koprij for kolom in cellen}):
            kop = vel[koprij].get(nr)
            naam = bekend.get(_kop(kop.waarde)) if kop else None
            if naam == "":
                continue
            if naam is None or naam in kolommen.values():
                self._vreemd(titel, koprij, nr, kop, naam, bekend)
            else:
                kolommen[nr] = naam
        for naam in self.gemaakt.get(blad.naam, ()):
            if naam not in kolommen.values():
                bericht = f"De kolom ‘{naam.replace('_', ' ')}’ is weg. Zet hem terug; leeg mag."
                self._fout(_plek(titel, koprij), bericht)
        return kolommen

    def _vreemd(
        self, titel: str, koprij: int, nr: int, kop: _Cel | None, naam: str | None, bekend: Iterable[str]
    ) -> None:
        gevuld = next(
            (rij for rij in sorted(self.vellen[titel]) if rij > koprij and nr in self.vellen[titel][rij]), None
        )
        if naam is not None and kop:
            self._fout(_plek(titel, koprij, nr), f"De kolom ‘{kop.waarde}’ staat hier dubbel. Haal er één weg.")
        elif kop is not None and gevuld is not None:
            bericht = f"De kolom ‘{str(kop.waarde)[:40]}’ ken ik niet.{bedoelde(kop.waarde, [k for k in bekend if k])}"
            self._fout(_plek(titel, koprij, nr), f"{bericht} Zet eigen aantekeningen op een eigen blad.")
        elif gevuld is not None:
            bericht = "Boven deze tekst staat geen kop. Zet eigen aantekeningen op een eigen blad."
            self._fout(_plek(titel, gevuld, nr), bericht)

    def _rij(self, vel: _Vel, nr: int, titel: str, kolommen: Mapping[int, str]) -> Leesrij:
        cellen: dict[str, Veldcel] = {}
        for kolom, cel in vel[nr].items():
            naam = kolommen.get(kolom)
            if naam is None:
                continue
            if cel.bezwaar:
                self._fout(_plek(titel, nr, kolom), cel.bezwaar)
            cellen[naam] = Veldcel(cel.waarde, _plek(titel, nr, kolom))
        return Leesrij(_plek(titel, nr), cellen)

    def _fout(self, plek: str, bericht: str) -> None:
        self.gelezen.fouten.append(Bronfout(self.bestand, plek, "", bericht))


def _plek(titel: str, rij: int, kolom: int | None = None) -> str:
    from openpyxl.utils import get_column_letter

    return f"blad ‘{titel}’, " + (f"rij {rij}" if kolom is None else f"cel {get_column_letter(kolom)}{rij}")


def _kop(tekst: Cel) -> str:
    """Return a heading as we compare it: without capitals, marks and double spaces."""
    return " ".join(str(tekst).replace("_", " ").replace("*", "").lower().split())


def _koppen_van(blad: Blad) -> dict[str, str]:
    """Return heading → column; columns that only explain have no name."""
    if isinstance(blad, Kaart):
        return {"onderdeel": "onderdeel", WAARDE: WAARDE, "uitleg": ""}
    return {_kop(kolom.kop): kolom.naam for kolom in blad.kolommen}


def _gewone_koppen(blad: Blad) -> int:
    """Return how many columns a sheet always has."""
    return 2 if isinstance(blad, Kaart) else sum(kolom.rol != "merk" for kolom in blad.kolommen)


def _koprij(vel: _Vel, koppen: Mapping[str, str], nodig: float) -> int | None:
    """Return the row with the most headings, near the top; at least *nodig* of them."""
    beste, aantal = None, max(2.0, nodig) - 0.001
    for nr in sorted(nr for nr in vel if nr <= _KOPRIJEN):
        gevonden = len({_kop(cel.waarde) for cel in vel[nr].values()} & set(koppen))
        if gevonden > aantal:
            beste, aantal = nr, float(gevonden)
    return beste
