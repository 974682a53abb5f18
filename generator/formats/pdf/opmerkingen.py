"""Remarks in a returned PDF form: small notes in the margin beside the fields; all else stays what it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from generator.formats.leesplan import Leesplan
from generator.formats.opmerking import Opmerking
from generator.formats.pdf.document import PdfDocument, woord
from generator.formats.pdf.namen import OPMERKER
from generator.formats.pdf.plek import Plek, Plekzoeker
from generator.formats.pdf.rondom import is_van_ons
from generator.veldsoorten import schone_tekst

_MAAT, _VAN_RAND, _STAP = 16.0, 40.0, 18.0
# Printed, and the same size on the screen whatever the zoom or turn.
_VLAGGEN = 4 | 8 | 16
_ICOON = (
    b"q 0.8 w 0.2 G 1 0.94 0.65 rg 1 3 14 12 re B 0.7 w 3.5 11.5 m 12.5 11.5 l 3.5 9 m 12.5 9 l 3.5 6.5 m 9.5 6.5 l S Q"
)


def zet_opmerkingen(inhoud: bytes, plan: Leesplan, opmerkingen: Sequence[Opmerking], dag: date) -> bytes:
    """Return a returned form with notes in its margin; what lands at one place becomes one note.

    *plan* is what the form is read with, *dag* the date of the notes. Notes of ours from an earlier round make
    room, those of people stay. The same input gives the same bytes. Raises `Geweigerd` when the file can't be
    opened.
    """
    from generator.formats.pdf.afwerking import bewaar

    document = PdfDocument(inhoud)
    zoeker = Plekzoeker(document, plan)
    per_plek: dict[Plek, list[str]] = {}
    for deel in opmerkingen:
        plek = zoeker.plek(deel.sleutel, deel.zoals_gelezen)
        per_plek.setdefault(plek, []).extend(deel.alineas)
    with document.pdf as pdf:
        for blad in document.bladen:
            _ruim_eigen_op(blad)
        bezet: set[tuple[int, int, int]] = set()
        for nr, (plek, alineas) in enumerate(sorted(per_plek.items()), 1):
            _zet(pdf, document.bladen[plek.blad], plek, alineas, dag, nr, bezet)
        return bewaar(pdf)


def _ruim_eigen_op(blad: Object) -> None:
    """Take away our notes and their windows; an answer that a person gave to one stays, as a note of its own."""
    alle = blad.get("/Annots")
    if not isinstance(alle, Array):
        return
    weg = {deel.objgen for deel in alle if isinstance(deel, Dictionary) and _is_notitie_van_ons(deel)}
    if not weg:
        return
    over = []
    for deel in list(alle):
        boven = deel.get("/Parent") if isinstance(deel, Dictionary) else None
        if deel.objgen in weg or (boven is not None and deel.get("/Subtype") == "/Popup" and boven.objgen in weg):
            continue
        if isinstance(deel, Dictionary) and "/IRT" in deel and deel.IRT.objgen in weg:
            del deel["/IRT"]
        over.append(deel)
    blad.Annots = Array(over)


def _is_notitie_van_ons(deel: Object) -> bool:
    return woord(deel.get("/Subtype", "")) == "/Text" and is_van_ons(deel)


def _zet(
    pdf: Pdf, blad: Object, plek: Plek, alineas: Sequence[str], dag: date, nr: int, bezet: set[tuple[int, int, int]]
) -> None:

    x, y = _vrije_plek(blad, plek, bezet)
    tekening = Stream(pdf, _ICOON, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, _MAAT, _MAAT],
                      Resources=Dictionary())  # fmt: skip
    notitie = pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([x, y, x + _MAAT, y + _MAAT]), F=_VLAGGEN, Name=Name.Comment,
        Contents=String("\n".join(map(schone_tekst, alineas))), T=String(OPMERKER), C=Array([1, 0.94, 0.65]),
        NM=String(f"{OPMERKER}-{nr}"), M=String(f"D:{dag:%Y%m%d}120000Z"), P=blad, AP=Dictionary(N=tekening),
    ))  # fmt: skip
    if "/Annots" not in blad:
        blad.Annots = Array([])
    blad.Annots.append(notitie)


def _vrije_plek(blad: Object, plek: Plek, bezet: set[tuple[int, int, int]]) -> tuple[float, float]:
    """Return the lower left corner of a note: in the margin, beside others that are as high."""
    links, onder, rechts, _ = (float(getal) for getal in blad.MediaBox)
    hoogte = round((plek.boven - _MAAT) / _STAP)
    kolom = 0
    while (plek.blad, hoogte, kolom) in bezet and kolom < 1:
        kolom += 1
    while (plek.blad, hoogte, kolom) in bezet and hoogte > 1:
        hoogte -= 1
    bezet.add((plek.blad, hoogte, kolom))
    x = max(links, rechts - _VAN_RAND + kolom * _STAP)
    return round(x, 2), round(max(onder, min(plek.boven - _MAAT, hoogte * _STAP + _STAP / 2)), 2)
