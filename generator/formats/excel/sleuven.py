"""A sheet of a blank with slots: the places that differ from form to form are cut out of its XML once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.formats.delen import als_xml
from generator.formats.excel.boek import ROW, C
from generator.formats.excel.namen import XML_SPACE, Element, S, celnaam, plek_van, s
from generator.formats.veilig import Geweigerd

_BEGIN, _EINDE = "\ue000", "\ue001"
_SLEUF = re.compile(rf"<c\b[^>]*>{_BEGIN}([^{_EINDE}]*){_EINDE}</c>|{_BEGIN}([^{_EINDE}]*){_EINDE}".encode())
_XMLNS = f' xmlns="{S}"'.encode()
_ANDERE_XMLNS = re.compile(rb' xmlns:\w+="[^"]*"')
_ALS_STUURTEKEN = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
VOET, RIJEN, EINDEN = "voet", "rijen", "einden"


@dataclass(frozen=True, slots=True)
class Vak:
    """A cell with a slot: its place, its style, and what stands in it when nobody fills it in."""

    plek: str
    stijl: str
    standaard: bytes

    def leeg(self, stijl: str = "") -> bytes:
        """Return the cell without a value."""
        return f'<c r="{self.plek}"{_stijl(stijl or self.stijl)}/>'.encode()

    def tekst(self, tekst: str, stijl: str = "") -> bytes:
        """Return the cell with a text."""
        return tekstcel(self.plek, stijl or self.stijl, tekst)

    def getal(self, getal: float, stijl: str = "") -> bytes:
        """Return the cell with a number."""
        return f'<c r="{self.plek}"{_stijl(stijl or self.stijl)}><v>{getal!r}</v></c>'.encode()

    def met_stijl(self, stijl: str) -> bytes:
        """Return the cell as it was, in another style."""
        return re.sub(rb'(<c\b[^>]*?) s="\d+"', rf'\1 s="{stijl}"'.encode(), self.standaard, count=1)


def tekstcel(plek: str, stijl: str, tekst: str) -> bytes:
    """Return a cell with a text in it."""
    return (f'<c r="{plek}"{_stijl(stijl)} t="inlineStr"><is><t xml:space="preserve">{xmltekst(tekst)}</t></is></c>'
            ).encode()  # fmt: skip


def xmltekst(tekst: str) -> str:
    """Return a text as it stands in the XML of a sheet."""
    if "_x" in tekst:  # the code for a control character: said in full
        tekst = _ALS_STUURTEKEN.sub("_x005F_", tekst)
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _stijl(stijl: str) -> str:
    return f' s="{stijl}"' if stijl else ""


class Bladvorm:
    """One sheet of a blank, cut at its slots."""

    def __init__(self, wortel: Element) -> None:
        """Take the sheet; `snijd` cuts it when all slots are known."""
        if wortel.prefix is not None:
            raise Geweigerd("L41", oorzaak="het lege formulier is anders opgebouwd dan verwacht")
        self.wortel: Element = wortel
        self.vakken: dict[str, Vak] = {}
        self.hoogtes: dict[int, float] = {}
        self._rijen: dict[int, Element] = {int(rij.get("r") or 0): rij for rij in wortel.iter(ROW)}
        self._cellen: dict[str, Element] = {cel.get("r") or "": cel for cel in wortel.iter(C)}
        self._stukken: list[bytes] = []
        self._namen: list[str] = []
        # The size changes, and pages end elsewhere once there are answers.
        for deel in list(wortel.iterchildren(s("dimension"), s("rowBreaks"))):
            wortel.remove(deel)
        self.breedtes: dict[int, float] = {
            nr: float(kolom.get("width") or 8)
            for kolom in wortel.iter(s("col"))
            for nr in range(int(kolom.get("min") or 0), min(int(kolom.get("max") or 0), 200) + 1)
        }

    def maak_vak(self, plek: str) -> None:
        """Make a slot of a cell, and of the height of its row."""
        if plek in self.vakken:
            return
        cel = self._cellen.get(plek)
        if cel is None:
            cel = self._nieuwe_cel(plek)
        standaard = _ANDERE_XMLNS.sub(b"", als_xml(cel).partition(b"?>\n")[2].replace(_XMLNS, b""))
        self.vakken[plek] = Vak(plek, cel.get("s") or "", standaard)
        cel[:] = []
        for kenmerk in ("t", XML_SPACE):
            if kenmerk in cel.attrib:
                del cel.attrib[kenmerk]
        cel.text = f"{_BEGIN}{plek}{_EINDE}"
        self._maak_hoogte(cel)

    def _maak_hoogte(self, cel: Element) -> None:
        rij = cel.getparent()
        assert rij is not None
        nr = int(rij.get("r") or 0)
        if nr not in self.hoogtes:
            self.hoogtes[nr] = float(rij.get("ht") or 15)
            rij.set("ht", f"{_BEGIN}{nr}{_EINDE}")

    def _nieuwe_cel(self, plek: str) -> Element:
        """A blank that a program saved may lack empty cells: put one in its place."""
        waar = plek_van(plek)
        data = self.wortel.find(s("sheetData"))
        if waar is None or data is None:
            raise Geweigerd("L41", oorzaak="het lege formulier is anders opgebouwd dan verwacht")
        rij = self._rijen.get(waar[0])
        if rij is None:
            rij = data.makeelement(ROW, {"r": str(waar[0])})
            data.insert(sum(nr < waar[0] for nr in self._rijen), rij)
            self._rijen[waar[0]] = rij
        cel = rij.makeelement(C, {"r": plek})
        voor = sum((plek_van(c.get("r") or "") or (0, 0))[1] < waar[1] for c in rij)
        rij.insert(voor, cel)
        self._cellen[plek] = cel
        return cel

    def maak_voet(self) -> str:
        """Make a slot of the footer; return what stood there."""
        voet = next(self.wortel.iter(s("oddFooter")), None)
        tekst = (voet.text or "") if voet is not None else ""
        if voet is not None:
            voet.text = f"{_BEGIN}{VOET}{_EINDE}"
            groep = voet.getparent()
            assert groep is not None
            groep.tail = f"{_BEGIN}{EINDEN}{_EINDE}"
        return tekst

    def lege_samengevoegde_rij(self) -> int:
        """Return the first row that is merged and holds nothing: there marks about the whole form come."""
        for deel in self.wortel.iter(s("mergeCell")):
            plek = (deel.get("ref") or "").partition(":")[0]
            cel = self._cellen.get(plek)
            if cel is not None and not len(cel) and not cel.text and (waar := plek_van(plek)):
                return waar[0]
        return 0

    def rijhoogtes(self) -> dict[int, float]:
        """Return the height of every row, also of those without a slot."""
        return {nr: self.hoogtes.get(nr) or float(rij.get("ht") or 15) for nr, rij in self._rijen.items()}

    def rijcellen(self, rij: int) -> list[tuple[str, str]]:
        """Return column letters and style of the cells of a row."""
        uit = []
        for cel in self._rijen.get(rij, ()):
            waar = plek_van(cel.get("r") or "")
            if waar is not None:
                uit.append((celnaam(1, waar[1])[:-1], cel.get("s") or ""))
        return uit

    def snijd(self, achter: int = 0) -> None:
        """Cut the XML at the slots; behind row *achter* more rows can be put."""
        if achter in self._rijen:
            self._rijen[achter].tail = f"{_BEGIN}{RIJEN}{_EINDE}"
        delen = _SLEUF.split(als_xml(self.wortel))
        self._stukken = delen[0::3]
        self._namen = [(a if a is not None else b).decode() for a, b in zip(delen[1::3], delen[2::3], strict=True)]

    def vul(
        self,
        cellen: Mapping[str, bytes],
        hoogtes: Mapping[int, float],
        voet: str,
        rijen: bytes = b"",
        einden: Sequence[int] = (),
    ) -> bytes:
        """Return the sheet with other cells, heights and footer; what isn't given stays as in the blank."""
        uit = [self._stukken[0]]
        for naam, stuk in zip(self._namen, self._stukken[1:], strict=True):
            if naam.isdecimal():
                uit.append(str(hoogtes.get(int(naam), self.hoogtes[int(naam)])).encode())
            elif naam == EINDEN:
                uit.append(_paginaeinden(einden))
            elif naam == VOET:
                uit.append(xmltekst(voet).encode())
            elif naam == RIJEN:
                uit.append(rijen)
            else:
                uit.append(cellen.get(naam) or self.vakken[naam].standaard)
            uit.append(stuk)
        return b"".join(uit)


def _paginaeinden(einden: Sequence[int]) -> bytes:
    """Return the element that says behind which rows a page ends."""
    if not einden:
        return b""
    delen = "".join(f'<brk id="{nr}" max="16383" man="1"/>' for nr in einden)
    return f'<rowBreaks count="{len(einden)}" manualBreakCount="{len(einden)}">{delen}</rowBreaks>'.encode()


def utf16_lengte(tekst: str) -> int:
    """Return the length of a text as Excel counts it."""
    return len(tekst) if tekst.isascii() else len(tekst.encode("utf-16-le", "replace")) // 2


def past(tekst: str, ruimte: int) -> bool:
    """Tell whether a text fits in a cell."""
    return 2 * len(tekst) <= ruimte or utf16_lengte(tekst) <= ruimte


__all__ = ["VOET", "Bladvorm", "Vak", "past", "tekstcel", "utf16_lengte", "xmltekst"]
