"""Posters in LibreOffice: one sheet of A3 each, with all their words on it."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from generator.handboek.libreoffice import pdf_van, zoek_libreoffice
from generator.handboek.poster import MATRIX, maak_posters
from generator.model import MATRIXRIJEN, Inrichting
from generator.organisatie import lees_organisatie

pytestmark = [
    pytest.mark.client,
    pytest.mark.traag,
    pytest.mark.skipif(zoek_libreoffice() is None, reason="LibreOffice is not installed"),
]
MODELLEN = ("opvang2004", "leefhuis2022", "movisie2021", "kr8jongeren")


def _lang(inrichting: Inrichting, logo: Path) -> Inrichting:
    """Return it with cells twice as long, a long name and a logo."""
    fasen = (
        replace(f, matrix=replace(f.matrix, **{rij: f"{f.matrix.cel(rij)} {f.matrix.cel(rij)}" for rij in MATRIXRIJEN}))
        for f in inrichting.fasen
    )
    naam = "Stichting Maatschappelijke Opvang en Begeleid Wonen Noordoost-Groningen en Drenthe"
    organisatie = replace(inrichting.organisatie, naam=naam, logo=str(logo))
    return replace(inrichting, fasen=tuple(fasen), organisatie=organisatie)


def _plaatje(pad: Path) -> Path:
    def stuk(soort: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))

    beeld = zlib.compress(b"".join(b"\0" + b"\x80" * 300 for _ in range(120)))
    maat = struct.pack(">IIBBBBB", 300, 120, 8, 0, 0, 0, 0)
    pad.write_bytes(b"\x89PNG\r\n\x1a\n" + stuk(b"IHDR", maat) + stuk(b"IDAT", beeld) + stuk(b"IEND", b""))
    return pad


def _gevallen() -> list[tuple[str, bool]]:
    return [*((model, False) for model in MODELLEN), ("opvang2004", True)]


@pytest.mark.parametrize(
    ("model", "lang"), _gevallen(), ids=[f"{m}{'-lang' if lang else ''}" for m, lang in _gevallen()]
)
def test_een_blad_a3_met_alle_woorden(model: str, lang: bool, tmp_path: Path) -> None:
    from pypdf import PdfReader

    inrichting = lees_organisatie(model)
    inrichting = _lang(inrichting, _plaatje(tmp_path / "logo.png")) if lang else inrichting
    for pad in maak_posters(inrichting, tmp_path):
        lezer = PdfReader(io.BytesIO(pdf_van(pad.read_bytes())))
        (blad,) = lezer.pages
        maat = sorted((round(float(blad.mediabox.width)), round(float(blad.mediabox.height))))
        assert maat == [842, 1191]
        tekst = "".join(blad.extract_text().split())
        namen = [fase.kort if pad.name == MATRIX else fase.naam for fase in inrichting.fasen]
        assert all("".join(naam.split()) in tekst for naam in namen)
