"""The tables of one form as a workbook: a sheet per table, with real dates and numbers, and text as text."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from generator.uitwisseling.cellen import als_tekst, uit_tekst
from generator.uitwisseling.tabellen import Tabel, Tabelvorm

MAX_TEKENS = 32_767
MAX_RIJEN = 1_048_575
INGEKORT = "… [ingekort]"
_MAX_NAAM = 31
# Before that day Excel counts a day that never was.
_EERSTE_DAG = date(1900, 3, 1)
_KAN_NIET = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class TeGroot(ValueError):
    """A table has more rows than a sheet; the message is Dutch."""


def als_werkboek(tabellen: Sequence[Tabel]) -> bytes:
    """Return the tables of one form as workbook; raises `TeGroot` when a sheet can't hold them all."""
    from xlsxwriter import Workbook

    uit = io.BytesIO()
    veilig = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    boek = Workbook(uit, {"in_memory": True, **veilig})
    # The same answers give the same file.
    boek.set_properties({"created": datetime(2000, 1, 1), "keywords": "achtfasen export"})
    kop = boek.add_format({"bold": True, "bottom": 1})
    dag = boek.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for naam, tabel in zip(bladnamen([t.vorm for t in tabellen]), tabellen, strict=True):
        if len(tabel.rijen) > MAX_RIJEN:
            raise TeGroot(f"{tabel.vorm.naam} heeft meer rijen dan een werkboek kan hebben. Kies csv.")
        _blad(boek.add_worksheet(naam), tabel, kop, dag)
    boek.close()
    return uit.getvalue()


def _blad(vel: Any, tabel: Tabel, kop: Any, dag: Any) -> None:
    for nr, kolom in enumerate(tabel.vorm.kolommen):
        vel.set_column(nr, nr, min(max(len(kolom.naam) + 2, 10), 30))
        vel.write_string(0, nr, kolom.naam, kop)
    for rij, cellen in enumerate(tabel.rijen, 1):
        for nr, cel in enumerate(cellen):
            _schrijf(vel, rij, nr, cel, dag)
    vel.freeze_panes(1, 0)
    vel.autofilter(0, 0, max(len(tabel.rijen), 1), len(tabel.vorm.kolommen) - 1)


def _schrijf(vel: Any, rij: int, nr: int, cel: Any, dag: Any) -> None:
    if cel is None:
        return
    if isinstance(cel, date) and cel >= _EERSTE_DAG:
        vel.write_datetime(rij, nr, cel, dag)
    elif isinstance(cel, (int, float)) and float(f"{cel:.15G}") == cel:
        vel.write_number(rij, nr, cel)
    else:
        vel.write_string(rij, nr, _passend(als_tekst(cel)))


def _passend(tekst: str) -> str:
    """Return text as a cell can hold it; what is too long says that it was cut off."""
    schoon = _KAN_NIET.sub("", tekst)
    if len(schoon.encode("utf-16-le")) // 2 <= MAX_TEKENS:
        return schoon
    ruimte = MAX_TEKENS - len(INGEKORT)
    return schoon.encode("utf-16-le")[: 2 * ruimte].decode("utf-16-le", "ignore") + INGEKORT


def bladnamen(vormen: Sequence[Tabelvorm]) -> list[str]:
    """Return a name for each sheet: the form, then its fields; short enough, and no two alike."""
    namen: list[str] = []
    for nr, vorm in enumerate(vormen):
        naam = (vorm.veld or vorm.formulier)[:_MAX_NAAM]
        if naam in namen or naam == "history":
            naam = f"{naam[: _MAX_NAAM - 4]}_{nr}"
        namen.append(naam)
    return namen


def uit_werkboek(inhoud: bytes, vormen: Sequence[Tabelvorm]) -> tuple[Tabel, ...]:
    """Return the tables that `als_werkboek` was given; raises `ValueError` when sheets or columns are others."""
    from openpyxl import load_workbook

    boek = load_workbook(io.BytesIO(inhoud), read_only=True)
    try:
        return tuple(_uit_blad(boek, naam, vorm) for naam, vorm in zip(bladnamen(vormen), vormen, strict=True))
    finally:
        boek.close()


def _uit_blad(boek: Any, naam: str, vorm: Tabelvorm) -> Tabel:
    if naam not in boek.sheetnames:
        raise ValueError(f"Het blad ‘{naam}’ ontbreekt.")
    rijen = boek[naam].iter_rows(values_only=True, max_col=len(vorm.kolommen))
    if list(next(rijen, ())) != [kolom.naam for kolom in vorm.kolommen]:
        raise ValueError(f"Dit zijn niet de kolommen van {vorm.naam}.")
    soorten = [kolom.soort for kolom in vorm.kolommen]
    return Tabel(vorm, tuple(tuple(map(_gelezen, rij, soorten)) for rij in rijen if any(c is not None for c in rij)))


def _gelezen(cel: Any, soort: str) -> Any:
    if isinstance(cel, datetime):
        return cel.date()
    if isinstance(cel, (int, float)) and not isinstance(cel, bool):
        return int(cel) if float(cel).is_integer() else cel
    return uit_tekst(cel, soort) if isinstance(cel, str) else None
