"""A blank Word form out of a tailored definition and the organisation's house style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from lxml import etree

from generator import content
from generator.formats.bladen import DEELLABELS, Blad, bladen_van, gebiedsbladen, kolomblad
from generator.formats.identiteit import identiteit_van
from generator.formats.opbouw import LANGE_LIJST, STER, hulpzin, lege_rijen, ster, tekenuitleg, verdeel, vorm
from generator.formats.word import delen as onderdelen
from generator.formats.word.besturing import Nummers, invulvak, met_bladwijzer, vast_vak, vul_vak
from generator.formats.word.bouw import Element, alinea, cel, el, lucht, rij, run, tabel, wortel
from generator.formats.word.namen import q
from generator.formats.word.pakket import als_xml, lees_delen, schrijf_delen
from generator.formats.word.stijlen import gelijkgetrokken
from generator.model import Formulier, Inrichting, Leefgebied, Rij, Sectie, Veld
from generator.taal import opsomming

HUISSTIJL = "formulier.docx"
RUIMTE_HANDTEKENING = 200  # twentieths of a point above and below: a row of about 12 mm to sign in
_KOPBREEDTES = (19, 31, 19, 31)


@dataclass(frozen=True, slots=True)
class Papier:
    """What drawing needs to know of the template: width of the text, and fills per style."""

    breedte: int
    vullingen: dict[str, str] = field(default_factory=dict)

    def vulling(self, stijl: str) -> str:
        """Return the ground colour of a paragraph style: cells take it over."""
        return self.vullingen.get(stijl, "")


def maak_formulier(formulier: Formulier, inrichting: Inrichting, huisstijl: Path | None = None) -> bytes:
    """Return the blank Word form of a tailored definition (see `generator.formulier.op_maat`).

    Layout comes from *huisstijl*, a Word file with the same styles as
    ``sjablonen/word/formulier.docx`` (the default); *inrichting* gives the fasen, the
    accent colour and the identity.  Raises `generator.formats.veilig.Geweigerd` when
    the house style can't be read.
    """
    pakket = gelijkgetrokken(lees_delen(huisstijl)) if huisstijl else lees_delen(content.woordsjabloon(HUISSTIJL))
    pakket["word/styles.xml"] = onderdelen.kleur_in(pakket["word/styles.xml"], inrichting.organisatie.accentkleur)
    document = etree.fromstring(pakket["word/document.xml"])
    slot = onderdelen.pagina(document, liggend=formulier.liggend == "ja")
    pakket["word/styles.xml"] = onderdelen.rek_voet(pakket["word/styles.xml"], onderdelen.tekstbreedte(slot))
    papier = Papier(onderdelen.tekstbreedte(slot), onderdelen.vullingen(pakket["word/styles.xml"]))
    nummers = Nummers()
    lichaam = el("w:body", *_Tekenaar(formulier, inrichting, papier, nummers).alles(), slot)
    pakket["word/document.xml"] = als_xml(wortel("w:document", lichaam))
    identiteit = identiteit_van(formulier, inrichting)
    onderdelen.zet_identiteit(pakket, identiteit, formulier.titel)
    onderdelen.zet_bouwstenen(pakket, nummers.plaatshouders)
    return schrijf_delen(pakket)


class _Tekenaar:
    """Draws one form; every method yields or returns block elements."""

    def __init__(self, formulier: Formulier, inrichting: Inrichting, papier: Papier, nummers: Nummers) -> None:
        self.formulier = formulier
        self.inrichting = inrichting
        self.papier = papier
        self.nummers = nummers
        self.labels = {veld.sleutel: veld for veld in formulier.velden}

    def alles(self) -> Iterator[Element]:
        yield from self._titel()
        yield self._kop()
        yield from self._legenda()
        for nr, sectie in enumerate(self.formulier.secties):
            kop = alinea("Heading1", sectie.titel)
            if nr and self.formulier.liggend == "ja" and len(sectie.velden[0].rijen) >= LANGE_LIJST:
                kop[0].append(el("w:pageBreakBefore"))
            yield kop
            if sectie.uitleg:
                yield alinea("AFUitleg", sectie.uitleg)
            yield from self._sectie(sectie)

    # -- top of the form

    def _titel(self) -> Iterator[Element]:
        yield alinea("AFOrganisatie", self.inrichting.organisatie.naam)
        yield alinea("Title", self.formulier.titel)
        if self.formulier.soort == "client":
            yield self._strook()
            yield alinea("AFTussen")
        yield alinea("AFInleiding", self.formulier.doel)
        wie = opsomming([self.inrichting.rolnaam(rol) for rol in self.formulier.ingevuld_door], "of")
        yield alinea("AFWanneer", f"Wie vult in: {wie}. Wanneer: {self.formulier.moment.rstrip('.')}.")
        yield alinea("AFTussen")

    def _strook(self) -> Element:
        breedtes = verdeel(self.papier.breedte, [1] * len(self.inrichting.fasen))
        cellen = []
        for nr, (fase, breedte) in enumerate(zip(self.inrichting.fasen, breedtes, strict=True), 1):
            hier = fase.sleutel == self.formulier.fase
            stijl = "AFStrookHier" if hier else "AFStrook"
            inhoud = alinea(stijl, f"● {nr}" if hier else str(nr), el("w:r", el("w:br")), fase.kort)
            cellen.append(cel(breedte, [inhoud], self.papier.vulling(stijl), "center"))
        nu = self.inrichting.fase(str(self.formulier.fase)).kort
        return tabel("AFVelden", breedtes, [rij(cellen)], f"De acht fasen; dit formulier hoort bij {nu}", kop=False)

    def _kop(self) -> Element:
        velden = self.formulier.kop
        breedtes = verdeel(self.papier.breedte, _KOPBREEDTES)
        rijen = []
        for nr in range(0, len(velden), 2):
            cellen: list[Element] = []
            for plek, veld in enumerate(velden[nr : nr + 2]):
                cellen += self._labelcel_en_antwoord(veld, breedtes[2 * plek], breedtes[2 * plek + 1])
            if len(cellen) == 2:
                cellen += [cel(breedtes[2], [alinea("AFLabel")]), cel(breedtes[3], [alinea("AFLabel")])]
            rijen.append(rij(cellen))
        over = "Om wie het gaat en wie invult" if self.formulier.soort == "client" else "Wanneer en met wie"
        return tabel("AFVelden", breedtes, rijen, over, kop=False)

    def _labelcel_en_antwoord(self, veld: Veld, links: int, rechts: int) -> list[Element]:
        (blad,) = bladen_van(veld, self.formulier)
        antwoord = alinea("AFAntwoord", *self._vak(blad))
        return [
            cel(links, [self._label(veld)], strak=True),
            cel(rechts, [antwoord], self.papier.vulling("AFAntwoord")),
        ]

    def _legenda(self) -> Iterator[Element]:
        """Say what the marks mean that this form has."""
        delen: list[Element | str] = []
        for teken, zin in tekenuitleg(self.formulier):
            delen += ["   "] if delen else []
            delen += [run(teken, "AFVerplicht"), f" {zin}"]
        if delen:
            yield alinea("AFLegenda", *delen)

    # -- sections

    def _sectie(self, sectie: Sectie) -> Iterator[Element]:
        for nr, (soort, groep) in enumerate(groupby(sectie.velden, key=vorm)):
            velden = list(groep)
            if nr:
                yield alinea("AFTussen")
            if soort == "tabel":
                for plek, veld in enumerate(velden):
                    if plek:
                        yield alinea("AFTussen")
                    yield from self._tabelveld(veld)
            elif soort == "gebied":
                for gebied in self.formulier.leefgebieden:
                    yield from self._gebied(gebied, velden)
            elif soort == "handtekening":
                yield self._handtekeningen(velden)
            else:
                yield self._veldentabel([(veld, list(bladen_van(veld, self.formulier))) for veld in velden], sectie)
        yield alinea("AFTussen")

    def _veldentabel(self, velden: list[tuple[Veld, list[Blad]]], sectie: Sectie, voor: str = "") -> Element:
        breedtes = verdeel(self.papier.breedte, (1, 2))
        rijen = [
            rij(
                [
                    cel(breedtes[0], [self._label(veld), *self._hulp(veld)], strak=True),
                    cel(breedtes[1], self._antwoord(bladen, voor), self.papier.vulling("AFAntwoord")),
                ],
            )
            for veld, bladen in velden
        ]
        return tabel("AFVelden", breedtes, rijen, voor or sectie.titel, kop=False)

    def _antwoord(self, bladen: list[Blad], voor: str = "") -> list[Element]:
        if bladen and bladen[0].soort == "vakje":
            return [alinea("AFKeuze", *self._vak(blad, voor), f" {blad.label}") for blad in bladen]
        if not bladen:
            return [alinea("AFAntwoord")]
        return [alinea("AFRuim" if blad.soort == "lang" else "AFAntwoord", *self._vak(blad, voor)) for blad in bladen]

    def _vak(self, blad: Blad, voor: str = "") -> list[Element]:
        naam = f"{voor}: {blad.veld.label}" if voor else blad.label
        return met_bladwijzer(blad.sleutel, invulvak(blad, self.nummers, naam), self.nummers)

    def _label(self, veld: Veld) -> Element:
        teken = ster(veld)
        return alinea("AFLabel", veld.label, *([run(f"\u00a0{teken}", "AFVerplicht")] if teken else []))

    def _hulp(self, veld: Veld) -> list[Element]:
        zin = hulpzin(veld, self.labels)
        return [alinea("AFHulp", zin)] if zin else []

    # -- per leefgebied

    def _gebied(self, gebied: Leefgebied, velden: list[Veld]) -> Iterator[Element]:
        yield alinea("Heading2", gebied.naam)
        yield alinea("AFGebied", gebied.reikwijdte)
        if gebied.vragen:
            yield alinea("AFVraag", " ".join(gebied.vragen[:2]))
        paren = [(veld, list(gebiedsbladen(veld, gebied))) for veld in velden]
        sectie = self.formulier.secties[0]
        yield self._veldentabel([(veld, bladen) for veld, bladen in paren if bladen], sectie, gebied.naam)
        yield alinea("AFTussen")

    # -- tables

    def _tabelveld(self, veld: Veld) -> Iterator[Element]:
        label = self._label(veld)
        label[0].append(el("w:keepNext"))
        yield label
        for hulp in self._hulp(veld):
            hulp[0].append(el("w:keepNext"))
            yield hulp
        minima = [_smalst(kolom.label) for kolom in veld.kolommen]
        breedtes = verdeel(self.papier.breedte, [kolom.breedte for kolom in veld.kolommen], minima)
        bladen = [kolomblad(veld, kolom) for kolom in veld.kolommen]
        rijen = [self._kolomkoppen(veld, bladen, breedtes)]
        rijen += [self._voorgedrukte_rij(veld, regel, bladen, breedtes) for regel in veld.rijen]
        if leeg := lege_rijen(veld):
            rijen.append(self._herhaling(veld, [self._lege_rij(veld, bladen, breedtes) for _ in range(leeg)]))
        yield tabel("AFTabel", breedtes, rijen, veld.label, kop=True)

    def _kolomkoppen(self, veld: Veld, bladen: list[Blad], breedtes: list[int]) -> Element:
        cellen = []
        for blad, breedte in zip(bladen, breedtes, strict=True):
            teken = [run(STER, "AFVerplicht")] if blad.kolom and blad.kolom.verplicht == "ja" else []
            naam = alinea("AFTabelkop")
            naam.extend(met_bladwijzer(blad.sleutel, run(blad.label), self.nummers) + teken)
            cellen.append(cel(breedte, [naam], self.papier.vulling("AFTabelkop"), "bottom"))
        return rij(cellen, kop=True)

    def _lege_rij(self, veld: Veld, bladen: list[Blad], breedtes: list[int]) -> Element:
        cellen = []
        for blad, breedte in zip(bladen, breedtes, strict=True):
            vak = invulvak(blad, self.nummers, f"{veld.label}: {blad.label}", slot=False)
            cellen.append(cel(breedte, [alinea("AFCel", vak)], self.papier.vulling("AFCel")))
        return rij(cellen)

    def _voorgedrukte_rij(self, veld: Veld, regel: Rij, bladen: list[Blad], breedtes: list[int]) -> Element:
        cellen = []
        for blad, breedte in zip(bladen, breedtes, strict=True):
            if blad.soort == "voorgedrukt":
                sleutel = f"{blad.sleutel}.{regel.sleutel}"
                vast = vast_vak(sleutel, regel.tekst, f"{veld.label}: {blad.label}", self.nummers)
                cellen.append(cel(breedte, [alinea("AFRij", *met_bladwijzer(sleutel, vast, self.nummers))]))
                continue
            vak = invulvak(blad, self.nummers, f"{regel.tekst[:40]}: {blad.label}", slot=False)
            vul_vak(vak, blad, regel.vooraf.get(blad.sleutel.rpartition(".")[2]))
            cellen.append(cel(breedte, [alinea("AFCel", vak)], self.papier.vulling("AFCel")))
        return rij(cellen)

    def _herhaling(self, veld: Veld, rijen: list[Element]) -> Element:
        """Wrap spare rows in a repeating section: Word shows a plus sign; other programs show the rows."""
        delen = []
        for regel in rijen:
            eigen = el("w:sdtPr", el("w:id", val=self.nummers.besturing()), el("w15:repeatingSectionItem"))
            delen.append(el("w:sdt", eigen, el("w:sdtContent", regel)))
        titel = el("w15:sectionTitle")
        titel.set(q("w15:val"), veld.label[:64])
        groep = el(
            "w:sdtPr",
            el("w:alias", val=veld.label[:64]),
            el("w:tag", val=onderdelen.herhaaltag(veld.sleutel)),
            el("w:id", val=self.nummers.besturing()),
            el("w15:repeatingSection", titel),
        )
        return el("w:sdt", groep, el("w:sdtContent", *delen))

    # -- signatures

    def _handtekeningen(self, velden: list[Veld]) -> Element:
        breedtes = verdeel(self.papier.breedte, (34, 32, 18, 16))
        koppen = ["Wie", *DEELLABELS.values()]
        kop = rij(
            [
                cel(breedte, [alinea("AFTabelkop", tekst)], self.papier.vulling("AFTabelkop"))
                for tekst, breedte in zip(koppen, breedtes, strict=True)
            ],
            kop=True,
        )
        rijen = [kop]
        for veld in velden:
            cellen = [cel(breedtes[0], [self._label(veld), *self._hulp(veld)])]
            for blad, breedte in zip(bladen_van(veld, self.formulier), breedtes[1:], strict=True):
                vak = lucht(alinea("AFCel", *self._vak(blad, "")), RUIMTE_HANDTEKENING)
                cellen.append(cel(breedte, [vak], self.papier.vulling("AFCel"), "center"))
            rijen.append(rij(cellen))
        return tabel("AFTabel", breedtes, rijen, "Ondertekening", kop=True)


def _smalst(label: str) -> int:
    """Return the width at which the longest word of a column label still fits on one line."""
    return 200 + 98 * max(len(woord) + 1 for woord in label.split())
