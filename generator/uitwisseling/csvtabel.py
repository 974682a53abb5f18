"""Tables as CSV: UTF-8 with a byte order mark and semicolons, as a Dutch Excel opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from generator.uitwisseling.cellen import als_tekst, uit_tekst
from generator.uitwisseling.tabellen import Tabel, Tabelvorm

SCHEIDING = ";"


def als_csv(tabel: Tabel) -> bytes:
    """Return a table as CSV; the first line has the names of the columns."""
    kop = [kolom.naam for kolom in tabel.vorm.kolommen]
    return regels_als_csv([kop, *(list(map(als_tekst, rij)) for rij in tabel.rijen)])


def regels_als_csv(regels: Iterable[Sequence[str]]) -> bytes:
    """Return rows of text as CSV."""
    uit = io.StringIO(newline="")
    csv.writer(uit, delimiter=SCHEIDING, lineterminator="\r\n").writerows(regels)
    return b"\xef\xbb\xbf" + uit.getvalue().encode("utf-8", "replace")


def uit_csv(inhoud: bytes, vorm: Tabelvorm) -> Tabel:
    """Return the table that `als_csv` was given; raises `ValueError` when the columns are others."""
    csv.field_size_limit(max(csv.field_size_limit(), len(inhoud) + 1))
    regels = csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=SCHEIDING)
    kop = next(regels, [])
    if kop != [kolom.naam for kolom in vorm.kolommen]:
        raise ValueError(f"Dit zijn niet de kolommen van {vorm.naam}.")
    soorten = [kolom.soort for kolom in vorm.kolommen]
    return Tabel(vorm, tuple(tuple(map(uit_tekst, regel, soorten)) for regel in regels))
