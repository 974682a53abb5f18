"""Marks in an Excel form: a bar before what was filled in beforehand, and in small print where it comes from.

They stand under labels and above tables, never in a place to fill in: reading back passes them by.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from generator.formats.delen import als_xml
from generator.formats.excel.boek import ontleed_deel
from generator.formats.excel.maten import rijhoogte
from generator.formats.excel.namen import Element, plek_van, s
from generator.formats.excel.sleuven import xmltekst
from generator.formats.merken import Merken

if TYPE_CHECKING:
    from generator.formats.excel.vuller import Vuller, Vulling

_VET = '<rPr><b/><sz val="10.5"/><color rgb="FF1A1A1A"/><rFont val="Calibri"/><family val="2"/></rPr>'
_KAAL = '<rPr><sz val="9.5"/><color rgb="FF404040"/><rFont val="Calibri"/><family val="2"/></rPr>'
_KLEIN = '<rPr><i/><sz val="9"/><color rgb="FF404040"/><rFont val="Calibri"/><family val="2"/></rPr>'


class Merkstijlen:
    """The styles of a form, each with a twin that has a bar at its left."""

    def __init__(self, ruw: bytes) -> None:
        """Keep the part with styles."""
        self._ruw = ruw
        self._klaar: dict[str, tuple[bytes, int]] = {}

    def met_balk(self, kleur: str) -> tuple[bytes, int]:
        """Return the styles with their twins, and how much further those are numbered."""
        if kleur not in self._klaar:
            self._klaar[kleur] = _verdubbeld(self._ruw, kleur)
        return self._klaar[kleur]


def _verdubbeld(ruw: bytes, kleur: str) -> tuple[bytes, int]:
    wortel = ontleed_deel(ruw)
    xfs, randen = wortel.find(s("cellXfs")), wortel.find(s("borders"))
    if xfs is None or randen is None:
        return ruw, 0
    aantal, tweeling = len(xfs), {}
    for nr, rand in enumerate(list(randen)):
        kopie = deepcopy(rand)
        links = kopie.find(s("left"))
        if links is None:
            links = kopie.makeelement(s("left"), {})
            kopie.insert(0, links)
        links[:] = [links.makeelement(s("color"), {"rgb": f"FF{kleur}"})]
        links.set("style", "thick")
        tweeling[str(nr)] = str(len(randen))
        randen.append(kopie)
    for xf in list(xfs):
        kopie = deepcopy(xf)
        kopie.set("borderId", tweeling.get(xf.get("borderId") or "0", "0"))
        kopie.set("applyBorder", "1")
        xfs.append(kopie)
    xfs.set("count", str(len(xfs)))
    randen.set("count", str(len(randen)))
    return als_xml(wortel), aantal


def zet_merken(vuller: Vuller, uit: Vulling, merken: Merken) -> bytes:
    """Put marks into a filled form; return its styles."""
    for sleutel, regels in merken.onder_label.items():
        if plek := vuller.labels.get(sleutel):
            _regels(vuller, uit, plek, regels)
    for sleutel, regels in merken.boven_tabel.items():
        if plek := vuller.labels.get(sleutel.partition(".")[0]):
            _regels(vuller, uit, plek, regels)
    if merken.boven and vuller.boven:
        _regels(vuller, uit, vuller.boven, merken.boven)
    stijlen, verder = vuller.stijlen.met_balk(merken.kleur)
    for sleutel in merken.vakken:
        if plek := vuller.plek_van_blad(sleutel):
            _balk(vuller, uit, plek, verder)
    for sleutel, aantal in merken.rijen.items():
        for nr in range(aantal):
            if plek := vuller.plek_van_rij(sleutel.partition(".")[0], nr):
                _balk(vuller, uit, plek, verder)
    return stijlen


def _regels(vuller: Vuller, uit: Vulling, plek: tuple[str, str], regels: Iterable[str]) -> None:
    """Add lines in small print to a printed text."""
    blad, cel = plek
    was = vuller.tekst_van(blad, cel)
    klein = "\n".join(regels)
    samen = f"{was}\n{klein}" if was else klein
    vak = vuller.vak(blad, cel)
    kaal = _KAAL if plek in vuller.boven_tabellen else _VET
    # A blank that another program saved may hold the label as a plain value.
    eigen = _eigen_runs(vuller.runs_van(blad, cel), kaal) or (_run(was, kaal) if was else "")
    delen = eigen + _run(f"\n{klein}" if was else klein, _KLEIN)
    stijl = f' s="{vak.stijl}"' if vak.stijl else ""
    uit.zet(blad, cel, f'<c r="{cel}"{stijl} t="inlineStr"><is>{delen}</is></c>'.encode())
    uit.merkteksten.append(samen)
    rij, kolom = plek_van(cel) or (1, 1)
    breed = vuller.breedte_van_tekst(blad, rij, kolom)
    uit.hoger(blad, rij, rijhoogte([(samen, breed)]), vuller.hoogte(blad, rij))


def _run(tekst: str, opmaak: str) -> str:
    return f'<r>{opmaak}<t xml:space="preserve">{xmltekst(tekst)}</t></r>'


def _eigen_runs(tekst: Element | None, kaal: str) -> str:
    """Return the runs of a text that is there, with their looks; *kaal* are those of a text without."""
    if tekst is None:
        return ""
    uit = []
    for deel in tekst:
        if deel.tag == s("t"):
            uit.append(_run(deel.text or "", kaal))
        elif deel.tag == s("r"):
            opmaak = deel.find(s("rPr"))
            eigen = "" if opmaak is None else als_xml(opmaak).partition(b"?>\n")[2].decode()
            uit.append(_run("".join(t.text or "" for t in deel.iter(s("t"))), eigen))
    return "".join(uit)


def _balk(vuller: Vuller, uit: Vulling, plek: tuple[str, str], verder: int) -> None:
    """Draw a bar at the left of a cell; it prints in black and white too."""
    blad, cel = plek
    vak = vuller.vak(blad, cel)
    if not vak.stijl or not verder:
        return
    nu = uit.cellen.get(blad, {}).get(cel) or vak.standaard
    nieuw = f's="{int(vak.stijl) + verder}"'.encode()
    uit.zet(blad, cel, nu.replace(f's="{vak.stijl}"'.encode(), nieuw, 1))
