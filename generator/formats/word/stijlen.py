"""The styles of an organisation's own template, under the ids by which the writer knows them.

A style is known by its name. Word gives it an id of its own when it saves, in the language
of the user: ``Title`` comes back as ``Titel``, ``AF Strook hier`` as ``AFStrookhier``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

from generator import content
from generator.formats.word.bouw import Element
from generator.formats.word.namen import q
from generator.formats.word.pakket import als_xml, lees_delen

SJABLOON = "formulier.docx"
_STIJLEN = "word/styles.xml"
_MET_STIJL = re.compile(r"word/(?:document|styles|numbering|header\d*|footer\d*)\.xml")
_VERWIJZINGEN = tuple(
    q(f"w:{naam}") for naam in ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
)


def gelijkgetrokken(delen: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a template with the style ids of ``sjablonen/word/formulier.docx``.

    A style that is missing comes from there: a form is never bare because somebody tidied up.
    """
    ids = _ids_van(etree.fromstring(delen[_STIJLEN]))
    eigen = _eigen()
    anders = {ids[naam]: stijl_id for naam, (stijl_id, _) in eigen.items() if naam in ids and ids[naam] != stijl_id}
    uit = {naam: _hernoemd(inhoud, anders) if anders and _MET_STIJL.fullmatch(naam) else inhoud
           for naam, inhoud in delen.items()}  # fmt: skip
    if ontbreekt := [stijl for naam, (_, stijl) in eigen.items() if naam not in ids]:
        stijlen = etree.fromstring(uit[_STIJLEN])
        stijlen.extend(etree.fromstring(stijl) for stijl in ontbreekt)
        uit[_STIJLEN] = als_xml(stijlen)
    return uit


@cache
def _eigen() -> Mapping[str, tuple[str, bytes]]:
    """Return name → id and definition of every style of the template that comes with achtfasen."""
    stijlen = etree.fromstring(lees_delen(content.woordsjabloon(SJABLOON))[_STIJLEN])
    return {naam: (stijl.get(q("w:styleId")) or "", etree.tostring(stijl)) for naam, stijl in _stijlen(stijlen)}


def _ids_van(stijlen: Element) -> dict[str, str]:
    return {naam: stijl.get(q("w:styleId")) or "" for naam, stijl in _stijlen(stijlen)}


def _stijlen(wortel: Element) -> Iterator[tuple[str, Element]]:
    """Yield styles with their name as it is compared: Word may change capitals and spaces."""
    for stijl in wortel.iter(q("w:style")):
        naam = stijl.find(q("w:name"))
        if naam is not None:
            yield "".join((naam.get(q("w:val")) or "").split()).casefold(), stijl


def _hernoemd(inhoud: bytes, anders: Mapping[str, str]) -> bytes:
    """Give styles, and whatever refers to them, other ids."""
    wortel = etree.fromstring(inhoud)
    # An id that is needed may be in use for something else: step aside first.
    bezet = {nieuw: f"{nieuw}Eerder" for nieuw in anders.values() if nieuw not in anders}
    namen = {**bezet, **anders}
    for stijl in wortel.iter(q("w:style")):
        stijl.set(q("w:styleId"), namen.get(stijl.get(q("w:styleId")) or "", stijl.get(q("w:styleId")) or ""))
    for deel in wortel.iter(*_VERWIJZINGEN):
        deel.set(q("w:val"), namen.get(deel.get(q("w:val")) or "", deel.get(q("w:val")) or ""))
    return als_xml(wortel)
