"""A letter as Word document, in the house style of the forms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from generator import content
from generator.handboek.boek import datum_in_woorden
from generator.model import Inrichting
from generator.terugmelding.brief import Blok

if TYPE_CHECKING:
    from generator.formats.word.bouw import Element

_STIJL = {"organisatie": "AFOrganisatie", "titel": "Title", "tekst": "AFInleiding", "kop": "Heading1",
          "formulier": "Heading2", "soort": "AFVraag", "vraag": "AFInleiding", "punt": "AFInleiding"}  # fmt: skip
_TEKEN = {"vraag": "☐", "punt": "•"}
_INSPRINGEN = 340  # twentieths of a point
_RUIMTE = {
    "kop": (220, 20),
    "tekst": (100, 100),
    "formulier": (160, 40),
    "soort": (60, 40),
    "vraag": (20, 60),
    "punt": (20, 60),
}
_VOET = re.compile(r"word/(?:footer|header)\d*\.xml")


def als_word(blokken: Iterable[Blok], inrichting: Inrichting, peildatum: str, huisstijl: Path | None = None) -> bytes:
    """Return the letter; the same letter gives the same bytes.

    *huisstijl* is the organisation's own form template, when there is one.  Raises `Geweigerd` when it can't be read.
    """
    from lxml import etree

    from generator.formats.word import delen as onderdelen
    from generator.formats.word.bouw import el, wortel
    from generator.formats.word.pakket import als_xml, lees_delen, schrijf_delen
    from generator.formats.word.schrijver import HUISSTIJL
    from generator.formats.word.stijlen import gelijkgetrokken

    pakket = gelijkgetrokken(lees_delen(huisstijl)) if huisstijl else lees_delen(content.woordsjabloon(HUISSTIJL))
    pakket["word/styles.xml"] = onderdelen.kleur_in(pakket["word/styles.xml"], inrichting.organisatie.accentkleur)
    slot = onderdelen.pagina(etree.fromstring(pakket["word/document.xml"]), liggend=False)
    pakket["word/styles.xml"] = onderdelen.rek_voet(pakket["word/styles.xml"], onderdelen.tekstbreedte(slot))
    rij = list(blokken)
    alineas = [_alinea(blok, volgende) for blok, volgende in zip(rij, [*rij[1:], None], strict=True)]
    pakket["word/document.xml"] = als_xml(wortel("w:document", el("w:body", *alineas, slot)))
    titel = next((blok.tekst for blok in rij if blok.soort == "titel"), "")
    woorden = {"versie {versie}": datum_in_woorden(peildatum), "{titel}": titel, "{versie}": "",
               "{organisatie}": inrichting.organisatie.naam, "{herkenning}": ""}  # fmt: skip
    for naam in filter(_VOET.fullmatch, list(pakket)):
        pakket[naam] = onderdelen.vul_voet(pakket[naam], woorden, "")[0]
    pakket["docProps/core.xml"] = onderdelen.briefkern(pakket["docProps/core.xml"], titel)
    return schrijf_delen(pakket)


def _alinea(blok: Blok, volgende: Blok | None) -> Element:
    from generator.formats.word.bouw import alinea, el
    from generator.veldsoorten import schone_tekst

    teken = _TEKEN.get(blok.soort, "")
    tekst = schone_tekst(blok.tekst)
    p = alinea(_STIJL[blok.soort], f"{teken}\t{tekst}" if teken else tekst)
    if blok.soort in ("formulier", "soort") or (volgende is not None and volgende.soort == "vraag" != blok.soort):
        p[0].append(el("w:keepNext"))
    if teken:
        p[0].extend([el("w:keepLines"), el("w:tabs", el("w:tab", val="left", pos=_INSPRINGEN))])
    if blok.soort in _RUIMTE:
        voor, na = _RUIMTE[blok.soort]
        p[0].append(el("w:spacing", before=voor, after=na))
    if teken:
        p[0].append(el("w:ind", left=_INSPRINGEN, hanging=_INSPRINGEN))
    return p
