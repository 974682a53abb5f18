"""A returned Word form, read back: routes tag → bladwijzer → label, nothing lost, oddities flagged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any

from generator.formats.bladen import Blad
from generator.formats.leesplan import Leesplan
from generator.formats.verzamelaar import Verzamelaar
from generator.formats.word.bouw import Element
from generator.formats.word.document import (
    SDT,
    TBL,
    TC,
    TR,
    P,
    WordDocument,
    begint_met_regeleinde,
    herstel_regeleinden,
    zichtbare_tekst,
    zonder_verwijderd,
)
from generator.formats.word.namen import AANGEVINKT, BLADWIJZER, KRUISJE, MC, TAG, bladwijzer, q
from generator.formats.word.tabellen import Tabellezer
from generator.formats.word.vakken import (
    Lezing,
    buiten_vakken,
    celtekst,
    keuzes_van,
    lees_vak,
    vakje_bij_bladwijzer,
    vakje_in_tekst,
    vaktekst,
)
from generator.formats.word.vondsten import (
    Labels,
    Tags,
    eerste_voorouder,
    labelnaam,
    rij_cellen,
    vind_bladwijzers,
    vind_labels,
    vind_tags,
)
from generator.model import Onleesbaar, Route, Veld
from generator.veldsoorten import VELDSOORTEN, schone_tekst, vergelijkbaar
from generator.veldsoorten.keuze import OP_HET_FORMULIER

# LibreOffice 7 glues lines together inside text controls (techniek-word.md).
_GEPLAKT = re.compile(r"[^\sA-ZÀ-Ý.][.!?;][\"'”’)]*[A-ZÀ-Ý]|\w[-•*–] \w")
# Paragraphs in these styles are printed texts of the form itself, not something a person added.
_PPR, _PSTIJL, _VAL = q("w:pPr"), q("w:pStyle"), q("w:val")
_VASTE_STIJLEN = frozenset(
    "Title AFUitleg AFHulp AFGebied AFVraag AFLegenda AFInleiding AFWanneer AFOrganisatie AFHerkenning".split()
)
_OPMERKING = q("w:commentReference")
_OPMERKMERKEN = (q("w:commentRangeStart"), q("w:commentRangeEnd"))
_PLAKT = re.compile(r"LibreOffice/7\.")


class WordLezing:
    """One reading of one document against one plan; fills a `Verzamelaar`."""

    def __init__(self, document: WordDocument, plan: Leesplan, uit: Verzamelaar, programma: str) -> None:
        """Find our controls; bookmarks and labels are only looked up when controls are missing."""
        self.document = document
        self.plan = plan
        self.uit = uit
        self.plakt = bool(_PLAKT.match(programma))
        self.verhalen = document.verhalen()
        self.wijzigingen: Counter[str] = Counter()
        for verhaal in self.verhalen:
            self.wijzigingen += zonder_verwijderd(verhaal)
        if self.plakt:
            for verhaal in self.verhalen:
                herstel_regeleinden(verhaal)
        self.tags: Tags = vind_tags(self.verhalen, plan)
        self._bladwijzers: dict[str, Element] | None = None
        self._labels: Labels | None = None

    @property
    def bladwijzers(self) -> Mapping[str, Element]:
        """Bookmark name → element, looked up once."""
        if self._bladwijzers is None:
            self._bladwijzers = vind_bladwijzers(self.verhalen)
        return self._bladwijzers

    @property
    def labels(self) -> Labels:
        """Where labels stand, looked up once."""
        if self._labels is None:
            self._labels = vind_labels(self.document.hoofd, self.plan)
        return self._labels

    def lees(self) -> None:
        """Read every leaf, every table, and what belongs to neither."""
        vakjes: dict[str, list[tuple[Blad, Lezing | None]]] = {}
        for sleutel, blad in self.plan.bladen.items():
            lezing = self._lees_blad(sleutel, blad)
            if blad.soort == "vakje":
                vakjes.setdefault(sleutel.rpartition(".")[0], []).append((blad, lezing))
            else:
                self._boek(sleutel, blad, lezing)
        for sleutel, groep in vakjes.items():
            self._boek_vakjes(sleutel, groep)
        tabellen = Tabellezer(self.plan, self.tags, self.uit, self)
        for veld in self.plan.tabellen.values():
            tabellen.lees(veld)
        self._vreemde_vakken()
        self._hele_document()

    # -- single leaves

    def _lees_blad(self, sleutel: str, blad: Blad) -> Lezing | None:
        vakken = self.tags.los.get(sleutel)
        if vakken is None:
            return self._via_bladwijzer(sleutel, blad) or self._via_label(sleutel, blad)
        lezingen = [lees_vak(vak, blad, self.uitnodigingen) for vak in vakken]
        return lezingen[0] if len(vakken) == 1 else self._dubbel(blad, lezingen)

    def uitnodigingen(self) -> Collection[str]:
        """Return the invitations that the document itself brings along."""
        return self.document.uitnodigingen

    def _dubbel(self, blad: Blad, lezingen: list[Lezing]) -> Lezing:
        """Settle a leaf that stands in the document more than once: equal or empty copies are no problem."""
        self.uit.dubbel += 1
        gevuld = [lezing for lezing in lezingen if lezing.ruw]
        if blad.soort == "vakje":
            gevuld = lezingen
        verschillend = {schone_tekst(lezing.ruw) for lezing in gevuld}
        if len(verschillend) <= 1:
            return gevuld[0] if gevuld else lezingen[0]
        eerste = gevuld[0]
        ruw = eerste.ruw if blad.soort == "vakje" else " // ".join(lezing.ruw for lezing in gevuld)
        return Lezing(ruw, eerste.route, (*eerste.opvallend, ("L01", {"eerste": eerste.ruw})), "")

    def _via_bladwijzer(self, sleutel: str, blad: Blad) -> Lezing | None:
        start = self.bladwijzers.get(bladwijzer(sleutel))
        if start is None:
            return None
        alinea = eerste_voorouder(start, P)
        if blad.soort == "vakje":
            return None if alinea is None else vakje_bij_bladwijzer(zichtbare_tekst(alinea), blad.label)
        plek = eerste_voorouder(start, TC)
        if plek is None:
            plek = alinea if alinea is not None else start.getparent()
        if plek is None or plek.tag == TR:
            return None
        tekst, opvallend = celtekst(plek, blad)
        if self.plakt and tekst and begint_met_regeleinde(plek):
            opvallend = (*opvallend, ("L11", {}))
        return Lezing(tekst, Route.BLADWIJZER, opvallend)

    def _vakje_in_alinea(self, alinea: Element, blad: Blad, route: Route) -> Lezing | None:
        lezing = vakje_in_tekst(zichtbare_tekst(alinea), blad.label)
        return Lezing(lezing.ruw, route) if lezing else None

    def _via_label(self, sleutel: str, blad: Blad) -> Lezing | None:
        cel = self.cel_bij_label(sleutel, blad)
        if cel is None:
            return None
        if blad.soort == "vakje":
            for alinea in cel.iter(P):
                if lezing := self._vakje_in_alinea(alinea, blad, Route.LABEL):
                    return lezing
            return None
        tekst, opvallend = celtekst(cel, blad)
        return Lezing(tekst, Route.LABEL, opvallend)

    def cel_bij_label(self, sleutel: str, blad: Blad) -> Element | None:
        """Return the cell beside the label of a leaf, or None."""
        plaats = self.plan.plaatsen[sleutel]
        cel = self.labels.cellen.get(plaats)
        if cel is None:
            zelfde = [c for p, c in self.labels.cellen.items() if p[1:] == plaats[1:]]
            cel = zelfde[0] if len(zelfde) == 1 else None
        if cel is None or not blad.deel:
            return cel
        rij = eerste_voorouder(cel, TR)
        cellen = rij_cellen(rij) if rij is not None else []
        plek = cellen.index(cel) + ("naam", "datum", "getekend").index(blad.deel) if cel in cellen else -1
        return cellen[plek] if 0 <= plek < len(cellen) else None

    # -- from what was read to a value

    def _boek(self, sleutel: str, blad: Blad, lezing: Lezing | None) -> None:
        if lezing is None:
            self.uit.verloren(sleutel)
            return
        self.uit.tel(lezing.route)
        if lezing.ruw:
            self.uit.antwoord(sleutel, blad, self.waarde(sleutel, blad, lezing), lezing.ruw, lezing.route)
        for code, context in lezing.opvallend:
            self.uit.meld(code, sleutel, **context)

    def waarde(self, sleutel: str, blad: Blad, lezing: Lezing, plek: str = "") -> Any:
        """Return the value of what was read; notes a date that shows something else than it holds."""
        if lezing.opvallend and any(code == "L01" for code, _ in lezing.opvallend):
            return Onleesbaar(schone_tekst(lezing.ruw), "er staan twee verschillende antwoorden")
        waarde = VELDSOORTEN[blad.soort].parse(lezing.ruw, blad.omgeving)
        if isinstance(waarde, Onleesbaar):
            waarde = _uit_eigen_lijst(lezing, blad, waarde)
        if isinstance(waarde, Onleesbaar):
            self.uit.onleesbaar(sleutel, blad, waarde, plek)
        elif blad.soort == "getal" and waarde is not None:
            self.uit.grenzen(sleutel, blad, waarde)
        elif lezing.verborgen_datum and waarde is not None and waarde.isoformat() != lezing.verborgen_datum:
            self.uit.meld("L03", sleutel, zichtbaar=lezing.ruw, verborgen=lezing.verborgen_datum)
        if self.plakt and _GEPLAKT.search(lezing.ruw) and ("L11", {}) not in lezing.opvallend:
            self.uit.meld("L11", sleutel)
        return waarde

    def _boek_vakjes(self, sleutel: str, groep: list[tuple[Blad, Lezing | None]]) -> None:
        gelezen = [(blad, lezing) for blad, lezing in groep if lezing is not None]
        if not gelezen:
            self.uit.verloren(sleutel)
        elif len(gelezen) < len(groep):
            self.uit.keuzes_weg(sleutel, [blad for blad, lezing in groep if lezing is None])
        gekozen = []
        for blad, lezing in gelezen:
            self.uit.tel(lezing.route)
            if lezing.ruw == KRUISJE:
                gekozen.append(blad)
            for code, context in lezing.opvallend:
                self.uit.meld(code, sleutel, **context)
        self._naast_vakjes(sleutel, groep[0][0].veld, [blad for blad, _ in groep])
        if gekozen:
            ruw = ", ".join(blad.label for blad in gekozen)
            waarde = tuple(blad.optie for blad in gekozen)
            self.uit.antwoord(sleutel, gekozen[0], waarde, ruw, gelezen[0][1].route)

    def _naast_vakjes(self, sleutel: str, veld: Veld, bladen: list[Blad]) -> None:
        """Keep what a person typed among the boxes: a choice of their own, or a remark."""
        vakken = self.tags.los.get(bladen[0].sleutel)
        cel = eerste_voorouder(vakken[0], TC) if vakken else None
        if cel is None or (len(cel) == len(bladen) + 1 and all(_heeft_alleen_vakje(p) for p in cel.iterchildren(P))):
            return
        labels = {vergelijkbaar(blad.label) for blad in bladen}
        regels = [regel for regel in buiten_vakken(cel).split("\n") if regel.strip()]
        ernaast = "\n".join(regel.strip() for regel in regels if vergelijkbaar(regel) not in labels)
        if ernaast:
            self.uit.naast(sleutel, veld, ernaast)

    # -- what belongs to no question

    def _vreemde_vakken(self) -> None:
        """Keep answers under keys that this inrichting doesn't have: another leefgebied, another version."""
        velden = {veld.sleutel: veld for veld in self.plan.formulier.velden}
        for naam, sdt in self.tags.vreemd:
            tekst = "" if sdt[0].find(q("w:showingPlcHdr")) is not None else schone_tekst(vaktekst(sdt))
            veldnaam, _, rest = naam.partition(".")
            veld = velden.get(veldnaam)
            if veld is not None and veld.per_leefgebied == "ja" and rest and "." not in rest:
                self.uit.vreemd_gebied(veld, rest, tekst)
            elif tekst and tekst[:1] not in AANGEVINKT and tekst != "☐":
                self.uit.vreemd(naam, tekst)

    def _hele_document(self) -> None:
        opmerkingen = self.wijzigingen.pop(_OPMERKING, 0)
        self.wijzigingen.pop(f"{{{MC}}}Fallback", 0)
        if self.wijzigingen:
            self.uit.meld("L08", "", aantal=self.wijzigingen.total())
        if opmerkingen and (opmerkingen := opmerkingen - self.document.eigen_opmerkingen()) > 0:
            self.uit.meld("L16", "", aantal=opmerkingen)
        if self.uit.dubbel > len(self.plan.bladen) // 2:
            self.uit.meld("L14", "")
        self._losse_tekst()

    def _losse_tekst(self) -> None:
        """Keep text that a person typed between the questions."""
        kop = self.plan.formulier.titel
        lichaam = self.document.hoofd.find(q("w:body"))
        eerste = lichaam.find(TBL) if lichaam is not None else None
        for blok in eerste.itersiblings(P, TBL, SDT) if eerste is not None else ():
            if blok.tag == P and (_kaal(blok) or _stijl(blok) in _VASTE_STIJLEN):
                continue
            if blok.tag != P and (_is_opmaak_van_ons(blok) or self._is_van_ons(blok)):
                continue
            tekst = zichtbare_tekst(blok).strip()
            naam = "" if tekst in self.plan.letterlijk else labelnaam(tekst)
            if not naam or naam in self.plan.vaste_tekst or naam in self._vreemde_gebieden:
                kop = tekst or kop
            elif naam and " | controle " not in tekst:
                self.uit.losse_tekst(kop, tekst)

    @cached_property
    def _vreemde_gebieden(self) -> set[str]:
        """Return the names of leefgebieden that only this document has: those are printed above their questions.

        One that got another name since keeps the old one in what the table under it says of itself.
        """
        velden = {veld.sleutel for veld in self.plan.formulier.velden if veld.per_leefgebied == "ja"}
        delen = (naam.split(".") for naam, _ in self.tags.vreemd)
        vreemd = {vergelijkbaar(deel[1].replace("_", " ")) for deel in delen if len(deel) > 1 and deel[0] in velden}
        namen = (merk.get(_VAL) or "" for merk in self.document.hoofd.iter(q("w:tblCaption"))) if velden else ()
        return vreemd | {naam for merk in namen if (naam := labelnaam(merk))}

    def _is_van_ons(self, blok: Element) -> bool:
        """Tell whether a table or control holds a part of the form: a place of ours, or a label."""
        if any((merk.get(_VAL) or "").startswith(TAG) for merk in blok.iter(q("w:tag"))):
            return True
        if any((merk.get(q("w:name")) or "").startswith(BLADWIJZER) for merk in blok.iter(q("w:bookmarkStart"))):
            return True
        labels = {plaats[2] for plaats in self.plan.plaatsen.values()}
        labels |= {vergelijkbaar(blad.label) for blad in self.plan.kolommen.values()} | self.plan.vaste_tekst
        return any(labelnaam(zichtbare_tekst(alinea)) in labels for alinea in blok.iter(P))


def _uit_eigen_lijst(lezing: Lezing, blad: Blad, waarde: Onleesbaar) -> Any:
    """A form with other words brings its own list: a choice from it keeps its key, when this form has that."""
    eigen = keuzes_van(lezing.vak).get(waarde.ruw) if lezing.vak is not None else None
    if not eigen:
        return waarde
    if any(optie.sleutel == eigen for optie in blad.opties):
        return eigen
    return Onleesbaar(waarde.ruw, f"{waarde.reden}; {OP_HET_FORMULIER}‘{eigen}’")


def _heeft_alleen_vakje(alinea: Element) -> bool:
    """Tell quickly that a line holds a box, its bookmark and its label; a comment in the margin doesn't count."""
    return len(alinea) <= 5 or sum(not _is_opmerking(deel) for deel in alinea) <= 5


def _is_opmerking(deel: Element) -> bool:
    return deel.tag in _OPMERKMERKEN or next(deel.iterchildren(_OPMERKING), None) is not None


def _stijl(alinea: Element) -> str:
    """Return the style of a paragraph that starts with its settings."""
    eigenschappen = alinea[0]
    if eigenschappen.tag != _PPR or not len(eigenschappen) or eigenschappen[0].tag != _PSTIJL:
        return ""
    return eigenschappen[0].get(_VAL) or ""


def _kaal(alinea: Element) -> bool:
    """Tell whether a paragraph holds nothing but its settings."""
    return len(alinea) == 0 or (len(alinea) == 1 and alinea[0].tag == _PPR)


def _is_opmaak_van_ons(blok: Element) -> bool:
    """Tell by its style that a table is one of the form's own."""
    stijl = blok.find(f"{q('w:tblPr')}/{q('w:tblStyle')}")
    return stijl is not None and (stijl.get(_VAL) or "").startswith("AF")
