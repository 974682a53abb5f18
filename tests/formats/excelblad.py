"""Excel forms for tests: every form there is, blank and filled, with a reader for it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from invullen import CYCLUS, DOSSIER, lees, volle_antwoorden
from lxml import etree

from generator.formats import Lezer
from generator.formats.delen import als_xml, schrijf_delen
from generator.formats.excel.namen import R, celnaam, kolomletters, kolomnummer, naam_van, plek_van, s
from generator.formats.excel.schrijver import maak_formulier
from generator.formats.excel.vuller import Vuller
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Formulier, Inrichting, Invulling


@dataclass(slots=True)
class Werk:
    """The forms of one starting model, made when somebody asks."""

    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    lezer: Lezer
    _blanco: dict[str, bytes] = field(default_factory=dict)
    _vullers: dict[str, Vuller] = field(default_factory=dict)

    def blanco(self, sleutel: str) -> bytes:
        """Return a blank form."""
        if sleutel not in self._blanco:
            self._blanco[sleutel] = maak_formulier(self.formulieren[sleutel], self.inrichting)
        return self._blanco[sleutel]

    def vuller(self, sleutel: str) -> Vuller:
        """Return the filler of a form."""
        if sleutel not in self._vullers:
            self._vullers[sleutel] = Vuller(self.blanco(sleutel), self.formulieren[sleutel])
        return self._vullers[sleutel]

    def gevuld(self, sleutel: str, waarden: Mapping[str, Any], *wie: Any, **merken: Any) -> bytes:
        """Return a form with answers in it."""
        return self.vuller(sleutel).vul(waarden, *wie, **merken)

    def vol(self, sleutel: str, **anders: Any) -> bytes:
        """Return a form that is filled in full; *anders* changes answers, None takes one out."""
        waarden = volle_antwoorden(self.formulieren[sleutel]) | anders
        return self.gevuld(sleutel, {s: w for s, w in waarden.items() if w is not None}, DOSSIER, CYCLUS)

    def lees(self, inhoud: bytes, naam: str = "terug.xlsx") -> Invulling:
        """Read a form that must be readable."""
        return lees(self.lezer, inhoud, naam)


def maak_werk(model: str) -> Werk:
    """Return the forms of a starting model."""
    inrichting = lees_inrichting(model)
    formulieren = formulieren_van(inrichting)
    return Werk(ingevuld(inrichting), formulieren, Lezer(formulieren))


def delen_van(inhoud: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def wijzig(inhoud: bytes, deel: str, *paren: tuple[str, str] | Callable[[str], str]) -> bytes:
    """Return a package in which texts in a part are replaced; what isn't there is an error of the test."""
    delen = delen_van(inhoud)
    tekst = delen[deel].decode("utf-8")
    for paar in paren:
        nieuw = paar(tekst) if callable(paar) else tekst.replace(*paar)
        assert nieuw != tekst, paar
        tekst = nieuw
    delen[deel] = tekst.encode("utf-8")
    return schrijf_delen(delen)


# -- changing a workbook as programs and people do


class Boekje:
    """A workbook that a test changes, part by part."""

    def __init__(self, inhoud: bytes) -> None:
        """Open the parts that tests change."""
        self.delen = delen_van(inhoud)
        self.boek = etree.fromstring(self.delen["xl/workbook.xml"])
        rels = etree.fromstring(self.delen["xl/_rels/workbook.xml.rels"])
        doelen = {r.get("Id"): f"xl/{r.get('Target')}".replace("xl//", "") for r in rels}
        self.deel = {b.get("name") or "": doelen[b.get(f"{{{R}}}id")] for b in self.boek.iter(s("sheet"))}
        self.bladen = {naam: etree.fromstring(self.delen[deel]) for naam, deel in self.deel.items()}

    def inhoud(self) -> bytes:
        """Return the changed workbook."""
        self.delen["xl/workbook.xml"] = als_xml(self.boek)
        for naam, wortel in self.bladen.items():
            self.delen[self.deel[naam]] = als_xml(wortel)
        return schrijf_delen(self.delen)

    def waar(self, naam: str, rij: int = 0) -> tuple[str, str]:
        """Return sheet and cell of a defined name; *rij* counts from 1 in a column."""
        (tekst, *_) = [n.text or "" for n in self.boek.iter(s("definedName")) if n.get("name") == naam]
        blad, _, plekken = tekst.rpartition("!")
        begin = plek_van(plekken.partition(":")[0])
        assert begin
        return blad.strip("'"), celnaam(begin[0] + max(rij - 1, 0), begin[1])

    def cel(self, blad: str, plek: str) -> etree._Element:
        """Return the element of a cell, made when it isn't there."""
        data = self.bladen[blad].find(s("sheetData"))
        assert data is not None
        for cel in data.iter(s("c")):
            if cel.get("r") == plek:
                return cel
        nr = (plek_van(plek) or (0, 0))[0]
        rij = next((r for r in data if r.get("r") == str(nr)), None)
        if rij is None:
            rij = etree.SubElement(data, s("row"), r=str(nr))
        return etree.SubElement(rij, s("c"), r=plek)

    def zet(self, naam: str, waarde: str | None, soort: str = "str", formule: str = "", rij: int = 0) -> None:
        """Put a raw value in the cell of a leaf (``einddoel``, ``doelen.doel``)."""
        self.zet_op(*self.waar(naam_van(naam), rij), waarde, soort, formule)

    def zet_op(self, blad: str, plek: str, waarde: str | None, soort: str = "str", formule: str = "") -> None:
        """Put a raw value in a cell."""
        cel = self.cel(blad, plek)
        cel[:] = []
        cel.set("t", soort)
        if formule:
            etree.SubElement(cel, s("f")).text = formule
        if soort == "inlineStr":
            etree.SubElement(etree.SubElement(cel, s("is")), s("t")).text = waarde
        elif waarde is not None:
            etree.SubElement(cel, s("v")).text = waarde

    def stijl(self, naam: str, nummer: str, rij: int = 0) -> None:
        """Give the cell of a leaf another style."""
        self.cel(*self.waar(naam_van(naam), rij)).set("s", nummer)

    def namen(self, anders: Callable[[str, str], str | None]) -> None:
        """Change or drop defined names: name and target → target or None."""
        for naam in list(self.boek.iter(s("definedName"))):
            nieuw = anders(naam.get("name") or "", naam.text or "")
            if nieuw is None:
                ouder = naam.getparent()
                assert ouder is not None
                ouder.remove(naam)
            else:
                naam.text = nieuw

    def schuif(self, blad: str, vanaf: int, aantal: int, *, met_namen: bool = True) -> None:
        """Put rows in (or take them out, when negative) as a program does; names move along, or not."""
        data = self.bladen[blad].find(s("sheetData"))
        assert data is not None
        for rij in list(data):
            nr = int(rij.get("r") or 0)
            if vanaf <= nr < vanaf - aantal:
                data.remove(rij)
            elif nr >= vanaf:
                rij.set("r", str(nr + aantal))
                for cel in rij:
                    _, kolom = plek_van(cel.get("r") or "") or (0, 0)
                    cel.set("r", celnaam(nr + aantal, kolom))
        for samen in list(self.bladen[blad].iter(s("mergeCell"))):
            rij = (plek_van((samen.get("ref") or "").partition(":")[0]) or (0, 0))[0]
            if vanaf <= rij < vanaf - aantal:
                samen.getparent().remove(samen)  # type: ignore[union-attr]
                continue
            hoeken = [plek_van(plek) or (0, 0) for plek in (samen.get("ref") or "").split(":")]
            samen.set("ref", ":".join(celnaam(rij + (aantal if rij >= vanaf else 0), kolom) for rij, kolom in hoeken))
        if met_namen:
            self.namen(lambda _, doel: _verschoven(doel, blad, vanaf, aantal))

    def schuif_kolom(self, blad: str, vanaf: int, *, met_namen: bool = True) -> None:
        """Put a column in."""
        for cel in self.bladen[blad].iter(s("c")):
            rij, kolom = plek_van(cel.get("r") or "") or (0, 0)
            if kolom >= vanaf:
                cel.set("r", celnaam(rij, kolom + 1))

        def anders(_: str, doel: str) -> str:
            if not doel.startswith(f"'{blad}'!") and not doel.startswith(f"{blad}!"):
                return doel
            return _KOLOMMEN.sub(lambda t: f"${kolomletters(kolomnummer(t[1]) + (kolomnummer(t[1]) >= vanaf))}$", doel)

        if met_namen:
            self.namen(anders)

    def hernoem(self, blad: str, nieuw: str) -> None:
        """Rename a sheet, as a program does: names follow."""
        for element in self.boek.iter(s("sheet")):
            if element.get("name") == blad:
                element.set("name", nieuw)
        self.namen(lambda _, doel: doel.replace(f"'{blad}'!", f"'{nieuw}'!").replace(f"{blad}!", f"'{nieuw}'!"))
        self.deel[nieuw], self.bladen[nieuw] = self.deel.pop(blad), self.bladen.pop(blad)

    def verwijder(self, blad: str) -> None:
        """Take a sheet out; its names point nowhere."""
        for element in list(self.boek.iter(s("sheet"))):
            if element.get("name") == blad:
                element.getparent().remove(element)  # type: ignore[union-attr]
        self.namen(lambda _, doel: "#REF!" if doel.startswith((f"'{blad}'!", f"{blad}!")) else doel)
        del self.bladen[blad]

    def kopieer(self, blad: str, nieuw: str) -> None:
        """Copy a sheet as Excel does: the copy has the names too, for itself."""
        nr = len(self.deel) + 1
        pad = f"xl/worksheets/sheet{nr}.xml"
        bladen = self.boek.find(s("sheets"))
        assert bladen is not None
        etree.SubElement(bladen, s("sheet"), {"name": nieuw, "sheetId": str(nr + 50), f"{{{R}}}id": f"rIdK{nr}"})
        self.delen["xl/_rels/workbook.xml.rels"] = self.delen["xl/_rels/workbook.xml.rels"].replace(
            b"</Relationships>",
            f'<Relationship Id="rIdK{nr}" Type="{R}/worksheet" Target="/{pad}"/></Relationships>'.encode(),
        )
        soort = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
        self.delen["[Content_Types].xml"] = self.delen["[Content_Types].xml"].replace(
            b"</Types>", f'<Override PartName="/{pad}" ContentType="{soort}"/></Types>'.encode()
        )
        self.deel[nieuw], self.bladen[nieuw] = pad, deepcopy(self.bladen[blad])
        groep = self.boek.find(s("definedNames"))
        assert groep is not None
        for naam in list(groep):
            tekst = naam.text or ""
            if tekst.startswith((f"'{blad}'!", f"{blad}!")) and (naam.get("name") or "").startswith("af_"):
                kopie = etree.SubElement(groep, s("definedName"), name=naam.get("name") or "",
                                         localSheetId=str(len(bladen) - 1))  # fmt: skip
                kopie.text = f"'{nieuw}'!{tekst.rpartition('!')[2]}"


_RIJEN = re.compile(r"(\$[A-Z]+\$)(\d+)")
_KOLOMMEN = re.compile(r"\$([A-Z]+)\$")


def _verschoven(doel: str, blad: str, vanaf: int, aantal: int) -> str:
    if not doel.startswith((f"'{blad}'!", f"{blad}!")):
        return doel
    rijen = [int(t[1]) for t in _RIJEN.findall(doel)]
    if aantal < 0 and all(vanaf <= rij < vanaf - aantal for rij in rijen):
        return f"'{blad}'!#REF!"
    eerste = True

    def nieuw(treffer: re.Match[str]) -> str:
        nonlocal eerste
        rij = int(treffer[2])
        if aantal < 0 and vanaf <= rij < vanaf - aantal:
            rij = vanaf if eerste else vanaf - 1
        elif rij >= vanaf:
            rij += aantal
        eerste = False
        return f"{treffer[1]}{rij}"

    return _RIJEN.sub(nieuw, doel)
