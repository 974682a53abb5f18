"""The letter to one colleague: first what is fine, then what is asked, then what to do with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import Literal

from generator.dossier import dossiersleutel
from generator.handboek.boek import datum_in_woorden
from generator.model import Bestand, Bevinding, Ernst
from generator.taal import getalwoord, opsomming
from generator.terugmelding.kopie import ook_in
from generator.terugmelding.stapel import VRAAG, Stapel, over_formulier, plekken_per_bestand, zonder_titel
from generator.werklijst import Termijnregel, Werkregel, naam_van_dossier, naamsleutel, per_persoon

Bloksoort = Literal["organisatie", "titel", "tekst", "kop", "formulier", "soort", "vraag", "punt"]
_HEEL_DOSSIER = "Over het hele dossier"
_GENOEMD = 8
_BREED = 88
# Per format: where one finds what was noted, and what that is called.
_STAAT: Mapping[str, tuple[str, str]] = {
    "word": ("In de kantlijn staat een opmerking bij elke plek waar het om gaat.", "De opmerkingen"),
    "excel": ("Bij elke cel waar het om gaat, zit een notitie. Die zie je als je de cel aanwijst.", "De notities"),
    "pdf": ("Bij elke plek waar het om gaat, zit een geel briefje. Klik erop om het te lezen.", "De gele briefjes"),
}
_STAAT_GEMENGD = {"word": "in Word als opmerking in de kantlijn", "excel": "in Excel als notitie bij de cel",
                  "pdf": "in een pdf als geel briefje"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Blok:
    """A paragraph of the letter; ``vraag`` is something to do, ``punt`` only something to know."""

    soort: Bloksoort
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A letter; ``wie`` is nothing for the one to the administrateur, about forms of nobody."""

    wie: str
    blokken: tuple[Blok, ...]
    vragen: int


@dataclass(frozen=True)
class Briefschrijver:
    """Writes the letters of one report; *kopieen* are the forms of which a copy goes along, and to whom."""

    stapel: Stapel
    regels: Sequence[Werkregel]
    termijnen: Sequence[Termijnregel]
    kopieen: Mapping[str, str] = field(default_factory=dict)
    met_namen: bool = False

    def brieven(self, ook_zonder_vragen: bool = False) -> Iterator[Brief]:
        """Yield a letter for everyone of whom something is asked, in order of name; that of nobody last."""
        mensen = {self.stapel.wie(pad): None for pad in self.stapel.gelezen} | dict.fromkeys(self._vragen)
        for wie in sorted(mensen, key=lambda wie: (not wie, naamsleutel(wie))):
            if self._vragen.get(wie) or (wie and ook_zonder_vragen):
                yield self._brief(wie)

    @cached_property
    def _vragen(self) -> Mapping[str, list[tuple[str, Bevinding]]]:
        """Whom → file and finding, heaviest first; a form of someone else that it is about counts for both."""
        vragen: dict[str, list[tuple[str, Bevinding]]] = {}
        for eerste, regels in per_persoon(self.regels).items():
            for regel in regels:
                wie = eerste or self.stapel.wie(regel.bestand, regel.dossier)
                vragen.setdefault(wie, []).append((regel.bestand, regel.bevinding))
                for pad in plekken_per_bestand(regel.bevinding):
                    ander = self.stapel.wie(pad) if pad in self.stapel.gelezen else wie
                    if ander != wie:
                        vragen.setdefault(ander, []).append((pad, regel.bevinding))
        return {wie: sorted(delen, key=lambda deel: -deel[1].ernst.gewicht) for wie, delen in vragen.items()}

    def _brief(self, wie: str) -> Brief:
        vragen = self._vragen.get(wie, [])
        blokken = [*self._aanhef(wie), *self._goed(wie, vragen), *self._gevraagd(wie, vragen)]
        return Brief(wie=wie, blokken=(*blokken, *self._slot(wie, vragen)), vragen=len(vragen))

    def _aanhef(self, wie: str) -> Iterator[Blok]:
        dag = datum_in_woorden(self.stapel.rapport.peildatum)
        yield Blok("organisatie", self.stapel.inrichting.organisatie.naam)
        if wie:
            yield Blok("titel", "Je formulieren zijn nagekeken")
            yield Blok("tekst", f"Beste {wie},")
            return
        yield Blok("titel", "Formulieren zonder naam")
        yield Blok("tekst", f"Bij wat hieronder staat, is niet te zien wie het invulde. Nagekeken op {dag}. "
                            "Weet jij van wie het is? Geef het dan door.")  # fmt: skip

    # -- what is fine

    def _goed(self, wie: str, vragen: Sequence[tuple[str, Bevinding]]) -> Iterator[Blok]:
        """Say what is fine: forms without a question, dossiers without one, deadlines that were met."""
        if not wie:
            return
        eigen = [pad for pad in self.stapel.gelezen if self.stapel.wie(pad) == wie]
        genoemd = {pad for _, deel in vragen for pad in plekken_per_bestand(deel)}
        klaar = [pad for pad in eigen if pad not in genoemd]
        zinnen = [self._geteld(eigen, klaar)] if eigen else []
        zinnen += [self._goede_dossiers(eigen, vragen)] if klaar and vragen else []
        if tekst := " ".join(filter(None, [*zinnen, self._op_tijd(wie)])):
            yield Blok("tekst", tekst)

    def _geteld(self, eigen: Sequence[str], klaar: Sequence[str]) -> str:
        dag = datum_in_woorden(self.stapel.rapport.peildatum)
        dossiers = {dossiersleutel(nr) for pad in eigen if (nr := self.stapel.dossier_van(pad))}
        uit = f" uit {_aantal(len(dossiers), 'dossier', 'dossiers')}" if dossiers else ""
        begin = f"Op {dag} keken we {_aantal(len(eigen), 'formulier', 'formulieren')} van je na{uit}."
        if len(klaar) == len(eigen):
            alle = {1: "Het is", 2: "Ze zijn allebei"}.get(len(eigen), f"Ze zijn alle {getalwoord(len(eigen))}")
            return f"{begin} {alle} helemaal in orde. Dank je wel."
        if not klaar:
            return f"{begin} Dank je wel daarvoor."
        zijn = f"is er {getalwoord(1)}" if len(klaar) == 1 else f"zijn er {getalwoord(len(klaar))}"
        return f"{begin} Daarvan {zijn} helemaal in orde. Dank je wel."

    def _goede_dossiers(self, eigen: Sequence[str], vragen: Sequence[tuple[str, Bevinding]]) -> str:
        vol = {dossiersleutel(self.stapel.dossier_van(pad) or deel.dossier) for pad, deel in vragen}
        goed = {dossiersleutel(nr): nr for pad in eigen if (nr := self.stapel.dossier_van(pad))}
        namen = sorted(nr for sleutel, nr in goed.items() if sleutel not in vol)
        if not namen:
            return ""
        if len(namen) > _GENOEMD:
            return f"Bij {len(namen)} dossiers hoef je niets te doen."
        woord = "dossier" if len(namen) == 1 else "de dossiers"
        return f"Bij {woord} {opsomming([self._dossier(nr) for nr in namen])} hoef je niets te doen."

    def _op_tijd(self, wie: str) -> str:
        eigen = [t for t in self.termijnen if t.wie == wie and t.stand in ("gehaald", "te laat gehaald", "te laat")]
        gehaald = sum(t.stand == "gehaald" for t in eigen)
        if not gehaald:
            return ""
        if gehaald == len(eigen):
            return "De afspraak over tijd is gehaald. Mooi." if gehaald == 1 else (
                f"Alle {getalwoord(gehaald)} afspraken over tijd zijn gehaald. Mooi.")  # fmt: skip
        return f"Van de {getalwoord(len(eigen))} afspraken over tijd {'is' if gehaald == 1 else 'zijn'} er " \
               f"{getalwoord(gehaald)} gehaald."  # fmt: skip

    # -- what is asked

    def _gevraagd(self, wie: str, vragen: Sequence[tuple[str, Bevinding]]) -> Iterator[Blok]:
        if vragen and wie:
            wat = "dit punt" if len(vragen) == 1 else f"deze {getalwoord(len(vragen))} punten"
            yield Blok("tekst", f"Wil je nog kijken naar {wat}?")
        per_dossier: dict[str, dict[str, list[Bevinding]]] = {}
        bestanden: list[str] = []
        for pad, bevinding in vragen:
            if not bevinding.dossier and pad not in self.stapel.gelezen:
                bestanden.append(pad) if any(b.pad == pad for b in self.stapel.geweigerd()) else None
                continue
            titel = self.stapel.titel(pad)
            nummer = self.stapel.dossier_van(pad) or bevinding.dossier
            onder = pad if over_formulier(bevinding.bericht, titel) or not bevinding.dossier else ""
            per_dossier.setdefault(nummer, {}).setdefault(onder, []).append(bevinding)
        for nummer, per_formulier in per_dossier.items():
            yield Blok("kop", f"Dossier {self._dossier(nummer)}" if nummer else "Zonder dossiernummer")
            for pad, bevindingen in per_formulier.items():
                yield from self._formulier(pad, bevindingen, wie, los=not nummer)
        yield from self._niet_gelezen(bestanden)
        yield from self._over_het_nakijken(vragen)

    def _formulier(self, pad: str, bevindingen: Sequence[Bevinding], wie: str, los: bool) -> Iterator[Blok]:
        """Yield the questions about one form, or about a whole dossier, by weight."""
        naam = self.stapel.naam(pad) if pad else _HEEL_DOSSIER
        if pad and los:  # without a dossier the name of the file is all there is to find it by
            naam = f"{self.stapel.naam_zonder_bestand(pad)} ({self.stapel.bestandsnaam(pad)})"
        yield Blok("formulier", naam)
        for ernst in Ernst:
            zinnen = [self._zin(pad, deel, wie) for deel in bevindingen if deel.ernst is ernst]
            # Most of it has to be mended; only what weighs less is called by another name.
            if zinnen and ernst is not Ernst.FOUT:
                yield Blok("soort", VRAAG[ernst])
            yield from (Blok("vraag", zin) for zin in zinnen)

    def _zin(self, pad: str, bevinding: Bevinding, wie: str) -> str:
        zin = zonder_titel(bevinding.bericht, self.stapel.titel(pad)) + (
            ook_in(bevinding, pad, self.stapel) if pad else ""
        )
        return zin if wie else f"{zin} ({bevinding.code})"

    def _niet_gelezen(self, paden: Sequence[str]) -> Iterator[Blok]:
        redenen = {b.pad: b for b in self.stapel.geweigerd()}
        if paden:
            yield Blok("kop", "Wat we niet konden lezen")
        for pad in dict.fromkeys(paden):
            bestand: Bestand = redenen[pad]
            yield Blok("vraag", f"{PurePath(pad).name}: {bestand.reden}")

    def _over_het_nakijken(self, vragen: Sequence[tuple[str, Bevinding]]) -> Iterator[Blok]:
        """Yield what is about the check itself: only whoever ran it can do something about that."""
        zinnen = [f"{deel.bericht} ({deel.code})" for _, deel in vragen if deel.code.startswith("A")]
        if zinnen:
            yield Blok("kop", "Over het nakijken zelf")
        yield from (Blok("vraag", zin) for zin in zinnen)

    # -- what to do with it

    def _slot(self, wie: str, vragen: Sequence[tuple[str, Bevinding]]) -> Iterator[Blok]:
        if not vragen:
            yield Blok("tekst", "Je hoeft niets te doen.")
            return
        kopieen = [self.stapel.gelezen[pad].formaat for pad, van in self.kopieen.items() if van == wie]
        yield Blok("kop", "Wat kun je ermee doen?")
        yield from (Blok("punt", zin) for zin in _stappen(kopieen))
        if wie:
            yield Blok("tekst", "Klopt er iets niet, of kom je er niet uit? Laat het weten, dan kijken we samen.")
            yield Blok("tekst", "Alvast bedankt.")

    def _dossier(self, nummer: str) -> str:
        dossier = self.stapel.dossiers.get(dossiersleutel(nummer)) if self.met_namen else None
        naam = naam_van_dossier(dossier) if dossier else ""
        return f"{nummer} ({naam})" if naam else nummer


def _stappen(formaten: Sequence[str]) -> Iterator[str]:
    """Yield what to do with the copies, of which *formaten* are the formats; without any, with what is asked."""
    if not formaten:
        yield "Vul aan of voeg toe wat hierboven staat, en stuur het op."
        return
    waar, wat = _waar_het_staat(formaten)
    if len(formaten) == 1:
        yield f"Bij deze brief hoort een kopie van het formulier. {waar}"
        yield "Pas het aan in die kopie. Of doe het in je eigen formulier, als je dat nog hebt."
        yield f"Stuur het formulier daarna terug. {wat} mogen blijven staan."
        return
    yield f"Bij deze brief horen kopieën van {getalwoord(len(formaten))} formulieren, per dossier. {waar}"
    yield "Pas het aan in die kopieën. Of doe het in je eigen formulieren, als je die nog hebt."
    yield f"Stuur ze daarna terug. {wat} mogen blijven staan."


def _waar_het_staat(formaten: Sequence[str]) -> tuple[str, str]:
    """Return where in the copies one finds what was noted, and what to call that."""
    soorten = [soort for soort in _STAAT if soort in formaten]
    if len(soorten) == 1:
        return _STAAT[soorten[0]]
    plekken = opsomming([_STAAT_GEMENGD[soort] for soort in soorten])
    return f"Bij elke plek waar het om gaat, staat wat we zagen: {plekken}.", "De opmerkingen"


def _aantal(getal: int, een: str, meer: str) -> str:
    return f"{getalwoord(getal)} {een if getal == 1 else meer}"


def als_tekst(blokken: Iterable[Blok]) -> str:
    """Return a letter as plain text, in lines that need no wrapping."""
    from textwrap import fill

    regels: list[str] = []
    vorige = ""
    for blok in blokken:
        voor, na = _VORM[blok.soort]
        if regels and (vorige, blok.soort) not in _AANEEN:
            regels.append("")
        tekst = blok.tekst.upper() if blok.soort == "titel" else blok.tekst
        regels.append(fill(tekst, _BREED, initial_indent=voor, subsequent_indent=" " * len(voor),
                           break_long_words=False, break_on_hyphens=False))  # fmt: skip
        if na:
            regels.append(na * min(_BREED, len(tekst)))
        vorige = blok.soort
    return "\n".join(regels) + "\n"


# What stands before a paragraph in plain text, and what it is underlined with.
_VORM: Mapping[Bloksoort, tuple[str, str]] = {
    "organisatie": ("", ""),
    "titel": ("", ""),
    "tekst": ("", ""),
    "kop": ("", "-"),
    "formulier": ("", ""),
    "soort": ("  ", ""),
    "vraag": ("  [ ] ", ""),
    "punt": ("  - ", ""),
}
# Between these no line is left open.
_AANEEN = frozenset(
    (eerst, dan) for eerst in ("formulier", "soort", "vraag", "punt") for dan in ("soort", "vraag", "punt")
)
