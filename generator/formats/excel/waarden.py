"""From a cell to what a person meant: by the type of the cell and the kind of the question, never by guessing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from generator.formats.bladen import Blad
from generator.formats.excel.boek import Cel, Werkboek
from generator.model import Onleesbaar
from generator.veldsoorten import VELDSOORTEN, schone_tekst
from generator.veldsoorten.datum import VREEMD_JAAR
from generator.veldsoorten.getal import ONBEKEND

FOUTWAARDE = "hier staat een foutwaarde van Excel"
ZONDER_UITKOMST = "hier staat een formule zonder uitkomst"
ALLEEN_JAAR = "hier staat alleen een jaartal"
PROCENT = "hier staat een percentage"
DATUM_GEEN_GETAL = "hier staat een datum in plaats van een getal"
_EPOCHE, _EPOCHE_1904 = date(1899, 12, 30), date(1904, 1, 1)
# Excel thinks that 1900 was a leap year: days before 1 March 1900 are one off, and programs differ.
EERSTE_ZEKERE_DAG = 61
_LAATSTE_DAG = 73_415  # 31-12-2100
_WAAR, _ONWAAR = ("1", "true", "TRUE"), ("0", "false", "FALSE")


class Lezing(NamedTuple):
    """What was read from a cell: the value, the text as it is shown, and the codes of what was odd."""

    waarde: Any
    ruw: str
    opvallend: tuple[str, ...] = ()


LEEG = Lezing(None, "")


def lees_cel(cel: Cel, blad: Blad, boek: Werkboek) -> Lezing:
    """Return the value of a cell for a leaf that is no box."""
    opvallend = ("L24",) if cel.formule else ()
    if cel.soort == "e":
        return Lezing(Onleesbaar(cel.tekst, FOUTWAARDE), cel.tekst, ("L25",))
    if zonder_uitkomst(cel):
        return Lezing(Onleesbaar("", ZONDER_UITKOMST), "", ("L31",))
    if cel.soort in ("n", "d") and cel.tekst and (gelezen := _uit_getal(cel, blad, boek)) is not None:
        return Lezing(gelezen[0], gelezen[1], opvallend)
    ruw = schone_tekst(celtekst(cel, boek, blad.soort))
    if not ruw:
        return Lezing(None, "", opvallend)
    return Lezing(VELDSOORTEN[blad.soort].parse(ruw, blad.omgeving), ruw, opvallend)


def zonder_uitkomst(cel: Cel) -> bool:
    """Tell whether a cell holds a formula that was never worked out; an empty text is an outcome."""
    return cel.formule and not cel.tekst and cel.soort != "str"


def celtekst(cel: Cel, boek: Werkboek, soort: str = "kort") -> str:
    """Return what a cell shows, in Dutch, as text."""
    if cel.soort == "b":
        waar = cel.tekst in _WAAR
        if soort in ("ja_nee", "keuze", "vakje"):
            return "ja" if waar else "nee"
        return "WAAR" if waar else "ONWAAR"
    if cel.soort == "d":
        return _iso_als_tekst(cel.tekst)
    if cel.soort != "n" or not cel.tekst:
        return cel.tekst
    getal = _getal(cel.tekst)
    if getal is None:
        return cel.tekst
    vorm = boek.vorm_van(cel.stijl)
    if vorm == "tijd":
        return _toon_tijd(getal)
    if vorm == "datum" and (dag := _dag(getal, boek)):
        return _toon_dag(dag)
    return f"{_toon_getal(getal * 100)}%" if vorm == "procent" else _toon_getal(getal)


def _uit_getal(cel: Cel, blad: Blad, boek: Werkboek) -> tuple[Any, str] | None:
    """Read a cell that holds a number, for a date or a number; None when its text counts."""
    getal = _getal(cel.tekst) if cel.soort == "n" else None
    if getal is None:
        return None
    if blad.soort == "datum":
        return _als_datum(getal, boek)
    if blad.soort != "getal":
        return None
    ruw = celtekst(cel, boek)
    vorm = boek.vorm_van(cel.stijl)
    if vorm:
        return Onleesbaar(ruw, PROCENT if vorm == "procent" else DATUM_GEEN_GETAL), ruw
    waarde = int(getal) if getal.is_integer() else getal
    # A number counts only when it can be read back from paper.
    leesbaar = VELDSOORTEN["getal"].parse(ruw, blad.omgeving)
    return (waarde if leesbaar == waarde else Onleesbaar(ruw, ONBEKEND)), ruw


def _als_datum(getal: float, boek: Werkboek) -> tuple[Any, str]:
    dag = _dag(getal, boek)
    if dag is None:
        ruw = _toon_getal(getal)
        return Onleesbaar(ruw, VREEMD_JAAR), ruw
    if 1900 <= getal <= 2100 and not boek.opbouw.datum1904:
        # Somebody typed a year, and Excel made a day in 1905 of it: they know it by what they typed.
        ruw = _toon_getal(getal)
        return Onleesbaar(ruw, ALLEEN_JAAR), ruw
    return dag, _toon_dag(dag)


def _dag(getal: float, boek: Werkboek) -> date | None:
    """Return the day of a serial number; None when there is none, or programs differ about it."""
    heel = int(getal)
    if boek.opbouw.datum1904:
        return _EPOCHE_1904 + timedelta(days=heel) if 0 <= heel <= _LAATSTE_DAG - 1462 else None
    return _EPOCHE + timedelta(days=heel) if EERSTE_ZEKERE_DAG <= heel <= _LAATSTE_DAG else None


def dagnummer(dag: date) -> int | None:
    """Return the serial number by which a day is written; None for a day that is safer as text."""
    return (dag - _EPOCHE).days if 1920 <= dag.year <= 2100 else None


def _iso_als_tekst(tekst: str) -> str:
    dag = tekst[:10]
    try:
        return _toon_dag(date.fromisoformat(dag))
    except ValueError:
        return tekst


def _toon_dag(dag: date) -> str:
    return f"{dag.day:02d}-{dag.month:02d}-{dag.year:04d}"


def _toon_tijd(getal: float) -> str:
    """Return a part of a day, or a number of days, in hours and minutes."""
    minuten = round(getal * 24 * 60)
    return f"{minuten // 60:02d}:{minuten % 60:02d}"


def _getal(tekst: str) -> float | None:
    try:
        getal = float(tekst)
    except ValueError:
        return None
    # Programs keep seventeen digits of what was typed as 2.4.
    return float(f"{getal:.15g}") if abs(getal) < 1e300 else None


def _toon_getal(getal: float) -> str:
    if getal.is_integer() and abs(getal) < 1e15:
        return str(int(getal))
    return f"{getal:.15g}".replace(".", ",")


def is_aangekruist(cel: Cel) -> bool | None:
    """Return whether a box is crossed; None when that can't be told."""
    tekst = schone_tekst(cel.tekst).casefold().strip(" .")
    if cel.soort == "b":
        return tekst in ("1", "true")
    if not tekst or tekst in ("nee", "n", "no", "0", "-", "–", "☐", "onwaar", "false"):
        return False
    if tekst in ("x", "ja", "j", "yes", "1", "waar", "true", "✓", "✔", "☒", "☑", "✗", "✘", "v"):
        return True
    return None
