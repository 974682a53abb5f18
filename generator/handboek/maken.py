"""From inrichting to ``handleiding.docx``."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import etree

from generator import content
from generator.bestanden import schrijf_veilig
from generator.handboek import delen
from generator.handboek.aanhangsel import Blanco, bind_in, blanco_maker, gebonden_bijlagen
from generator.handboek.blokken import Blok, Liggend, zonder_lege_koppen
from generator.handboek.boek import Boek, datum_in_woorden
from generator.handboek.fouten import Hoofdstukfout
from generator.handboek.hoofdstukken import Hoofdstukkenmap
from generator.handboek.inhoudsopgave import bijlagenopgave, inhoudsopgave, merk_tekst, zet_paginas
from generator.handboek.ooxml import NAMEN, Schrijver
from generator.handboek.paginering import paginas_van
from generator.handboek.secties import omschrijf_beelden, scheid_voorwerk, zonder_totaal
from generator.handboek.sjabloon import PLEK_INHOUD, PLEK_OPGAVE, W, gekleurd, gevuld, stijlnamen, vervang_plek
from generator.handboek.tijdloos import zonder_tijd
from generator.handboek.xmltekst import geldig
from generator.kleuren import leesbaar
from generator.model import Formulier, Inrichting
from generator.taal import opsomming

SJABLOON = "handleiding.docx"
TITEL = "Handleiding 8-fasenmodel"


def maak_handleiding(
    inrichting: Inrichting,
    formulieren: Mapping[str, Formulier],
    doel: Path,
    *,
    sjabloon: Path | None = None,
    thuis: Path | None = None,
    paginas_uit_libreoffice: bool = False,
    bijlagen: bool = True,
    blanco: Blanco | None = None,
) -> None:
    """Write the handleiding of an organisation to *doel*.

    The page numbers in the contents are computed from the widths of the letters;
    with *paginas_uit_libreoffice* they come from a pass through LibreOffice.
    *sjabloon* is the Word template of the organisation, if it has one of its own;
    *thuis* is the folder of its inrichting, where its own chapters may be.
    With *bijlagen* the blank forms stand behind it; *blanco* makes them (see `blanco_maker`).
    Raises `Handboekfout` when the template or a chapter can't be used, and
    `SchrijfFout` when the system refuses to write.
    """
    boek = Boek.van(inrichting, formulieren, Hoofdstukkenmap.bij(thuis))
    boek = replace(boek, gebonden=bijlagen)
    document = opgemaakt(boek, sjabloon)
    zet_paginas(document, paginas_van(document))
    if paginas_uit_libreoffice:
        from generator.handboek.libreoffice import paginas_volgens_libreoffice

        zet_paginas(document, paginas_volgens_libreoffice(document))
    if bijlagen:
        bind_in(document, gebonden_bijlagen(boek), blanco or blanco_maker(inrichting))
    _bewaar(document, doel)


def opgemaakt(boek: Boek, sjabloon: Path | None = None) -> Any:
    """Return the document: template filled, body and contents in their places."""
    organisatie = boek.inrichting.organisatie
    pad = sjabloon or content.woordsjabloon(SJABLOON)
    document = gevuld(gekleurd(pad, organisatie.accentkleur), context_van(boek), organisatie.logo, str(pad))
    sectie = etree.tostring(document.element.body.sectPr, encoding="unicode", with_tail=False)
    accent = leesbaar(organisatie.accentkleur.lstrip("#").upper())
    schrijver = Schrijver(stijlnamen(document), sectie, accent)
    inhoud = schrijver.blokken(hoofdstukken(boek))
    tekst = vervang_plek(document, PLEK_INHOUD, inhoud, NAMEN)
    opgave = inhoudsopgave(schrijver, schrijver.koppen)
    if boek.gebonden:
        opgave += bijlagenopgave(schrijver, [(deel.kop, deel.merk) for deel in gebonden_bijlagen(boek)])
    vervang_plek(document, PLEK_OPGAVE, opgave, NAMEN)
    _nummer_lijsten(document, schrijver)
    if tekst:
        merk_tekst(tekst)
        scheid_voorwerk(document, tekst[0])
    zonder_totaal(document)
    omschrijf_beelden(document, f"Logo van {geldig(organisatie.naam)}")
    eigenschappen(document, boek, TITEL)
    return document


def context_van(boek: Boek) -> dict[str, Any]:
    """Return what the template may use between braces."""
    organisatie, handleiding = boek.inrichting.organisatie, boek.inrichting.handleiding
    gegevens = {"Eigenaar": organisatie.eigenaar, "Geldende versie": organisatie.bewaarplaats}
    gegevens["Herzien door"] = opsomming(handleiding.herzien_door)
    return {
        "organisatie": geldig(organisatie.naam),
        "titel": TITEL,
        "ondertitel": geldig(boek.tekst("Zo begeleiden we onze {clienten}, van aanmelding tot afscheid")),
        "titel_kort": TITEL,
        "versie": geldig(handleiding.versie),
        "datum": datum_in_woorden(handleiding.datum),
        "fasen": [geldig(boek.tekst(fase.naam)) for fase in boek.inrichting.fasen],
        "gegevens": [geldig(f"{naam}: {boek.tekst(waarde)}") for naam, waarde in gegevens.items() if waarde],
        "inhoud": PLEK_INHOUD,
        "inhoudsopgave": PLEK_OPGAVE,
    }


def _nummer_lijsten(document: Any, schrijver: Schrijver) -> None:
    """Add a list that starts at 1 for every numbered list in the text."""
    nummering = document.part.numbering_part.element
    stijlen = {stijl.get(f"{W}styleId"): stijl for stijl in document.styles.element.findall(f"{W}style")}
    soorten = {num.get(f"{W}numId"): num.find(f"{W}abstractNumId") for num in nummering.findall(f"{W}num")}
    for numid, stijl in schrijver.lijsten:
        eigen = stijlen[stijl].find(f"{W}pPr/{W}numPr/{W}numId")
        soort = soorten[eigen.get(f"{W}val")].get(f"{W}val")
        num = etree.SubElement(nummering, f"{W}num", {f"{W}numId": str(numid)})
        etree.SubElement(num, f"{W}abstractNumId", {f"{W}val": soort})
        begin = etree.SubElement(num, f"{W}lvlOverride", {f"{W}ilvl": "0"})
        etree.SubElement(begin, f"{W}startOverride", {f"{W}val": "1"})


def eigenschappen(document: Any, boek: Boek, titel: str) -> None:
    """Set title, author, language and date of a document."""
    kern = document.core_properties
    naam, handleiding = geldig(boek.inrichting.organisatie.naam), boek.inrichting.handleiding
    kern.title = f"{titel}, {naam}"[:255]
    kern.subject = geldig(f"versie {handleiding.versie}")[:255]
    kern.author = kern.last_modified_by = naam[:255]
    kern.language = "nl-NL"
    kern.keywords = f"achtfasen {boek.inrichting.uitgangsmodel}"[:255]
    kern.created = kern.modified = _moment(handleiding.datum)


def _moment(datum: str) -> datetime:
    """The date of the version: the same inrichting gives the same file."""
    try:
        return datetime.fromisoformat(datum)
    except ValueError:
        return datetime(2000, 1, 1)


def hoofdstukken(boek: Boek) -> list[Blok]:
    """Return the whole handleiding as blocks, in order of the chapter files.

    Raises `Hoofdstukfout` with the mistakes in all chapters at once.
    """
    boek.hoofdstukken.controleer()
    blokken: list[Blok] = []
    fouten: list[str] = []
    for naam in boek.hoofdstukken.namen():
        try:
            blokken += delen.lees_hoofdstuk(naam, boek)
        except Hoofdstukfout as fout:
            fouten += fout.fouten
    if fouten:
        raise Hoofdstukfout(fouten)
    return _opgeruimd(blokken)


def _opgeruimd(blokken: Iterable[Blok]) -> list[Blok]:
    """Leave out headings under which nothing stands, on landscape pages too."""
    heel = [Liggend(tuple(zonder_lege_koppen(blok.blokken))) if isinstance(blok, Liggend) else blok for blok in blokken]
    return zonder_lege_koppen(heel)


def _bewaar(document: Any, doel: Path) -> None:
    inhoud = io.BytesIO()
    document.save(inhoud)
    schrijf_veilig(doel, zonder_tijd(inhoud.getvalue()))
