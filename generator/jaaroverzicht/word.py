"""The year as a Word document, in the house style of the handleiding."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import etree

from generator import content
from generator.handboek.blokken import AANLOOP, TEKST, Blok, Cel, Kop, Stuk, Tabel, alinea, cel, lijst
from generator.handboek.maken import SJABLOON
from generator.handboek.ooxml import NAMEN, Schrijver
from generator.handboek.secties import omschrijf_beelden
from generator.handboek.sjabloon import PLEK_INHOUD, PLEK_OPGAVE, W, gekleurd, gevuld, stijlnamen
from generator.handboek.tijdloos import zonder_tijd
from generator.handboek.xmltekst import geldig
from generator.jaaroverzicht.cijfers import MERK, Jaarcijfers
from generator.jaaroverzicht.grafiek import teken
from generator.jaaroverzicht.verhaal import Deel, Staat, Waarde, ondertitel_van, titel_van
from generator.jaaroverzicht.woorden import dag_in_woorden
from generator.kleuren import leesbaar
from generator.model import Inrichting

_TITELSTIJLEN = ("titelblad logo", "titelblad organisatie", "title", "subtitle")
# Style → letter size in points, room before and after in twips: headings stand closer than in a book.
_MATEN = {
    "titelblad organisatie": (14.0, 0, 40),
    "title": (30.0, 0, 40),
    "subtitle": (13.0, 0, 160),
    "heading 1": (19.0, 320, 100),
    "heading 2": (13.0, 200, 60),
}
_BREED, _GETALBREED = 5.0, 1.6
_SAMEN = 13
"""A table of at most so many rows stays on one page, with its chart."""
# Column of words other than the first → its share of the width.
_BREEDTES = {"Afspraak": 3.2, "Afgesproken": 2.8, "Vooral op": 3.0}


def maak_word(
    cijfers: Jaarcijfers, delen: tuple[Deel, ...], inrichting: Inrichting, sjabloon: Path | None = None
) -> bytes:
    """Return the document. *inrichting* gives logo and colour; *sjabloon* is the organisation's own template.

    Raises `Handboekfout` when the template or the logo can't be used.
    """
    organisatie = inrichting.organisatie
    pad = sjabloon or content.woordsjabloon(SJABLOON)
    document = gevuld(gekleurd(pad, organisatie.accentkleur), _context(cijfers), organisatie.logo, str(pad))
    _zonder_inhoud(document)
    _verklein(document)
    accent = leesbaar(organisatie.accentkleur.lstrip("#").upper())
    sectie = etree.tostring(document.element.body.sectPr, encoding="unicode", with_tail=False)
    schrijver = Schrijver(stijlnamen(document), sectie, accent)
    _rechts(document, schrijver.stijl("Tabelmidden"))
    blokken = [blok for deel in delen for blok in _blokken(deel, accent)]
    _zet(document, schrijver.blokken(blokken).replace('name="Stroomschema"', 'name="Grafiek"'))
    _houd_bij_elkaar(document, schrijver.stijl("Figuur"), schrijver.stijl("Opmerking"))
    omschrijf_beelden(document, f"Logo van {geldig(organisatie.naam)}")
    _eigenschappen(document, cijfers)
    inhoud = io.BytesIO()
    document.save(inhoud)
    return zonder_tijd(inhoud.getvalue())


def _context(cijfers: Jaarcijfers) -> dict[str, Any]:
    """Return what the template may use; of a book it has parts that are not used here."""
    dag = dag_in_woorden(cijfers.peildatum)
    return {
        "organisatie": geldig(cijfers.organisatie),
        "titel": titel_van(cijfers),
        "ondertitel": ondertitel_van(cijfers),
        "titel_kort": titel_van(cijfers),
        "versie": f"van {dag}",
        "datum": dag,
        "fasen": [],
        "gegevens": [],
        "inhoud": PLEK_INHOUD,
        "inhoudsopgave": PLEK_OPGAVE,
    }


def _zonder_inhoud(document: Any) -> None:
    """Leave of the template only the title and what belongs to the page; page 1 has a footer too."""
    namen = {ident: naam for naam, ident in stijlnamen(document).items()}
    lichaam = document.element.body
    for deel in list(lichaam):
        stijl = deel.find(f"{W}pPr/{W}pStyle")
        titel = stijl is not None and namen.get(stijl.get(f"{W}val")) in _TITELSTIJLEN
        leeg = not "".join(deel.itertext()).strip() and not list(deel.iter("{*}drawing"))
        if deel is not lichaam.sectPr and (not titel or leeg):
            lichaam.remove(deel)
    for deel in lichaam.sectPr.findall(f"{W}titlePg"):
        lichaam.sectPr.remove(deel)


def _verklein(document: Any) -> None:
    """Make the headings those of a report."""
    stijlen = {deel.get(f"{W}styleId"): deel for deel in document.styles.element.findall(f"{W}style")}
    namen = stijlnamen(document)
    for naam, (maat, voor, na) in _MATEN.items():
        if naam not in namen:
            continue
        stijl = stijlen[namen[naam]]
        vorm, letters = stijl.get_or_add_pPr(), stijl.get_or_add_rPr()
        for deel in vorm.findall(f"{W}pageBreakBefore"):
            vorm.remove(deel)
        vorm.get_or_add_spacing().attrib.update({f"{W}before": str(voor), f"{W}after": str(na)})
        for maatnaam in (letters.get_or_add_sz(), letters.find(f"{W}szCs")):
            if maatnaam is not None:
                maatnaam.set(f"{W}val", str(round(maat * 2)))


def _rechts(document: Any, naam: str) -> None:
    """Let the style for numbers stand to the right."""
    stijl = next(deel for deel in document.styles.element.findall(f"{W}style") if deel.get(f"{W}styleId") == naam)
    stijl.get_or_add_pPr().get_or_add_jc().set(f"{W}val", "right")


def _zet(document: Any, xml: str) -> None:
    for nieuw in etree.fromstring(f"<w:body {NAMEN}>{xml}</w:body>".encode()):
        document.element.body.sectPr.addprevious(nieuw)


def _houd_bij_elkaar(document: Any, figuur: str, opmerking: str) -> None:
    """Keep a table that is not too long on one page, with its chart above and the remark below."""
    for tabel in document.element.body.findall(f"{W}tbl"):
        rijen, vorige, tussen = tabel.findall(f"{W}tr"), tabel.getprevious(), tabel.getnext()
        samen = [vorige] if _stijl(vorige) == figuur else []
        if len(rijen) <= _SAMEN:
            onder = tussen is not None and _stijl(tussen.getnext()) == opmerking
            samen += [alinea_ for rij in (rijen if onder else rijen[:-1]) for alinea_ in rij.iter(f"{W}p")]
            samen += [tussen] if onder else []
        for deel in samen:
            deel.get_or_add_pPr().get_or_add_keepNext()


def _stijl(deel: Any) -> str:
    """Return the id of the style of a paragraph."""
    stijl = deel.find(f"{W}pPr/{W}pStyle") if deel is not None else None
    return str(stijl.get(f"{W}val")) if stijl is not None else ""


def _eigenschappen(document: Any, cijfers: Jaarcijfers) -> None:
    """Set title, author, language and date."""
    kern, naam = document.core_properties, geldig(cijfers.organisatie)
    kern.title = f"{titel_van(cijfers)}, {naam}"[:255]
    kern.subject = ondertitel_van(cijfers)
    kern.author = kern.last_modified_by = naam[:255]
    kern.language = "nl-NL"
    kern.keywords = MERK
    kern.created = kern.modified = datetime.combine(cijfers.peildatum, datetime.min.time())


# --------------------------------------------------------------------------
# Blocks


def _blokken(deel: Deel, accent: str) -> Iterator[Blok]:
    yield Kop(1, (Stuk(deel.titel),))
    yield from (alinea(zin, AANLOOP if deel.staten else TEKST) for zin in deel.zinnen)
    yield from lijst(deel.punten)
    for staat in deel.staten:
        if staat.rijen:
            yield from _staat(staat, accent)
    aanhef, punten = deel.lijst
    if punten:
        yield Kop(2, (Stuk(aanhef),))
        yield from lijst(punten)


def _staat(staat: Staat, accent: str) -> Iterator[Blok]:
    yield Kop(2, (Stuk(staat.titel),))
    if tekening := teken(staat, accent):
        yield tekening
    yield Tabel(_breedtes(staat), (_kop(staat), *map(_rij, staat.rijen)), omschrijving=staat.titel)
    if onder := staat.onder(alles=False):
        yield alinea(onder, "Opmerking")


def _kop(staat: Staat) -> tuple[Cel, ...]:
    """Return the header row; above numbers it stands to the right, as they do."""
    getallen = {nr for rij in staat.rijen for nr, deel in enumerate(rij) if not isinstance(deel, str)}
    return tuple(
        cel((Stuk(kop, "Strong"),), stijl="Tabelmidden") if nr in getallen else cel(kop, stijl="Tabelkop")
        for nr, kop in enumerate(staat.koppen)
    )


def _breedtes(staat: Staat) -> tuple[float, ...]:
    tijden = staat.grafiek == "tijden"
    rest = (_BREEDTES.get(kop, _GETALBREED) for kop in staat.koppen[1:])
    return (2.4 if tijden else _BREED, *rest)


def _rij(rij: tuple[Waarde, ...]) -> tuple[Cel, ...]:
    return tuple(cel(deel) if isinstance(deel, str) else cel(deel.toon, stijl="Tabelmidden") for deel in rij)
