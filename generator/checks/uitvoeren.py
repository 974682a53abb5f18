"""Runs the rules: every rule passes, strikes, or is skipped with a reason.

Rules know no file format. Only here the reading messages of the formats are put among
the findings, with the wording that `generator.formats.meldingen` keeps for them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from operator import attrgetter, itemgetter
from pathlib import PurePath
from typing import Any, NamedTuple

from generator.bron import toon_pad
from generator.checks.afwijking import afwijkingen_van
from generator.checks.berichten import BERICHTEN, REDENEN, VASTGELEGD, VEEL_KWIJT
from generator.checks.blik import DossierBlik, FormulierBlik, Kader, PartijBlik
from generator.checks.inrichtingsblik import InrichtingBlik
from generator.checks.leefgebieden import onder_eigen_naam, weggevallen_gebieden
from generator.checks.overlijden import blijft
from generator.checks.partij import dubbel_met_meer, van_een_ander, zonder_dubbele
from generator.checks.regel import Bestandsplek, Bronplek, Dekking, Overslaan, Plek, Regel, Treffer, Uitkomst
from generator.checks.registry import REGELS
from generator.dossier import dossiers_van, dossiersleutel
from generator.formats.meldingen import LEESMELDINGEN, bericht_van
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, woorden_van
from generator.model import (
    Bestand,
    Bevinding,
    Dossier,
    Ernst,
    Formulier,
    Inrichting,
    Invulling,
    Melding,
    Onleesbaar,
    Overgeslagen,
    Rapport,
    Vindplaats,
)
from generator.taal import opsomming, vul_in
from generator.verloop import verloop_van
from generator.versies import Verleden, bestond

# So many dossiers are judged together: enough to gain by it, few enough to stay near the processor.
_STAPEL = 10
_VEEL = 4
_GENOEMD = 4
# What a rule says better: a choice that is not in the list (R03), an unknown leefgebied (R39).
_ZEGT_R03, _ZEGT_R39 = "L04", "L10"
# A question that is gone, or some of its choices.
_KWIJT = ("L09", "L19")


def controleer(
    bestanden: Sequence[Bestand],
    inrichting: Inrichting,
    peildatum: date,
    *,
    formulieren: Mapping[str, Formulier] | None = None,
    regels: Sequence[Regel] = REGELS,
    naam: str = "",
    verleden: Verleden | None = None,
) -> Rapport:
    """Judge a batch of files that were read (or refused) and return the finished report.

    *inrichting* may still hold ``{…}``. *formulieren* are its tailored forms, when you have
    them already; *naam* is how the report calls the inrichting; *verleden* knows earlier versions.
    """
    kader = replace(maak_kader(inrichting, peildatum, formulieren, regels), verleden=verleden or Verleden())
    bestanden = tuple(_onder_eigen_naam(bestand, kader) for bestand in bestanden)
    geplaatst = [b.invulling for b in bestanden if b.invulling is not None and _te_plaatsen(b, kader)]
    rooster = Rooster.van(regels, kader)
    oogst = _Oogst(kader)
    geplaatst = _zonder_vreemde(geplaatst, rooster, oogst)
    verwant = _verwante_bestanden(bestanden)
    dossiers: list[Dossier] = []
    volgende = dossiers_van(geplaatst, kader.inrichting, peildatum, kader.formulieren)
    while stapel := list(islice(volgende, _STAPEL)):
        dossiers += stapel
        _dossiers(rooster, stapel, verwant, oogst)
    _hele_partij(regels, PartijBlik(kader, bestanden, tuple(dossiers)), oogst)
    for los in (deel for deel in geplaatst if _zonder_dossier(deel, kader)):
        _los_formulier(rooster, FormulierBlik(kader, los, kader.definitie(los)), oogst)
    return Rapport(
        inrichting=naam or inrichting.uitgangsmodel,
        organisatie=kader.inrichting.organisatie.naam,
        peildatum=peildatum.isoformat(),
        bestanden=bestanden,
        dossiers=tuple(dossiers),
        bevindingen=tuple(sorted(oogst.bevindingen, key=_volgorde(kader))),
        uitgevoerd=tuple(sorted(oogst.uitgevoerd)),
        overgeslagen=tuple(sorted(oogst.overgeslagen, key=attrgetter("dossier", "code", "reden"))),
    )


def maak_kader(
    inrichting: Inrichting,
    peildatum: date,
    formulieren: Mapping[str, Formulier] | None = None,
    regels: Sequence[Regel] = REGELS,
) -> Kader:
    """Look up once what holds for the whole run."""
    kader = Kader(
        inrichting=ingevuld(inrichting),
        formulieren=formulieren_van(inrichting) if formulieren is None else formulieren,
        woorden=woorden_van(inrichting),
        peildatum=peildatum,
    )
    # A rule that doesn't hold for this organisation minds nothing: then the emptiness is for R01 and R02 after all.
    dekking: dict[str, list[Dekking | None]] = {}
    for regel in (regel for regel in regels if _nergens(regel, kader) is None):
        for veld in regel.dekt:
            dekking.setdefault(veld, []).append(regel.dekt_als)
    return replace(kader, dekking={veld: tuple(alle) for veld, alle in dekking.items()})


def toets(
    blik: InrichtingBlik,
    *,
    bestanden: Sequence[Bestand] = (),
    regels: Sequence[Regel] = REGELS,
    naam: str = "",
) -> Rapport:
    """Judge an inrichting by the rules about it and return the finished report.

    *bestanden* are the forms of the organisation that were offered; what was read of them is in *blik*.
    """
    kader = maak_kader(blik.rauw, blik.peildatum, blik.formulieren, regels)
    kader = replace(kader, bron=blik.bron)
    oogst = _Oogst(kader)
    for regel in (regel for regel in regels if regel.niveau == "inrichting"):
        if reden := _uitgezet(regel, kader):
            oogst.sla_over(regel, reden, "")
        else:
            oogst.voer_uit((regel,), blik, "")
    if geweigerd := tuple(bestand for bestand in bestanden if bestand.status == "geweigerd"):
        _hele_partij([r for r in regels if r.code == "R72"], PartijBlik(kader, geweigerd), oogst)
    return Rapport(
        inrichting=naam or blik.rauw.uitgangsmodel,
        organisatie=kader.inrichting.organisatie.naam,
        peildatum=blik.peildatum.isoformat(),
        bestanden=tuple(bestanden),
        dossiers=(),
        bevindingen=tuple(sorted(oogst.bevindingen, key=lambda deel: (-deel.ernst.gewicht, deel.code))),
        uitgevoerd=tuple(sorted(oogst.uitgevoerd)),
        overgeslagen=tuple(sorted(oogst.overgeslagen, key=lambda deel: (deel.code, deel.reden))),
    )


@dataclass(frozen=True, slots=True)
class Verdeling:
    """Which rules can judge dossiers with certain kinds of form, and of the others the code and the reason."""

    draait: tuple[Regel, ...]
    codes: frozenset[str]
    mist: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rooster:
    """The rules that hold for this organisation, by what they look at; made once for a run.

    ``per_soort`` has, for every kind of form, the rules that judge such a form by itself; ``spreekt`` those of
    them that can find something in a form with one definition (by its id: a plan keeps it alive).
    """

    kader: Kader
    per_niveau: Mapping[str, Sequence[Regel]]
    per_soort: Mapping[str, tuple[Regel, ...]]
    verdeeld: dict[tuple[str, frozenset[str]], Verdeling] = field(default_factory=dict)
    spreekt: dict[int, tuple[Regel, ...]] = field(default_factory=dict)

    @classmethod
    def van(cls, regels: Sequence[Regel], kader: Kader) -> Rooster:
        """Lay out the rules of a run."""
        per_niveau: dict[str, list[Regel]] = {}
        for regel in regels:
            if _nergens(regel, kader) is None:
                per_niveau.setdefault(regel.niveau, []).append(regel)
        los = per_niveau.get("formulier", [])
        per_soort = {soort: tuple(regel for regel in los if not regel.formulieren or soort in regel.formulieren)
                     for soort in kader.formulieren}  # fmt: skip
        return cls(kader, per_niveau, per_soort)

    def sprekers(self, formulier: Formulier, uitgevoerd: set[str]) -> tuple[Regel, ...]:
        """Return the rules that can find something in a form with this definition; worked out once.

        The others have nothing to say of it, and that is a judgment too: all of them are *uitgevoerd*.
        """
        gevonden = self.spreekt.get(id(formulier))
        if gevonden is None:
            alle = self.per_soort[formulier.sleutel]
            uitgevoerd.update(regel.code for regel in alle)
            gevonden = tuple(regel for regel in alle if regel.past is None or regel.past(formulier))
            self.spreekt[id(formulier)] = gevonden
        return gevonden

    def verdeel(self, niveau: str, soorten: frozenset[str]) -> Verdeling:
        """Say of the rules of one level which can judge when there are these kinds of form; worked out once."""
        if (niveau, soorten) not in self.verdeeld:
            self.verdeeld[niveau, soorten] = self._verdeel(niveau, soorten)
        return self.verdeeld[niveau, soorten]

    def _verdeel(self, niveau: str, soorten: frozenset[str]) -> Verdeling:
        draait: list[Regel] = []
        mist: list[tuple[str, str]] = []
        for regel in self.per_niveau.get(niveau, ()):
            afwezig = [naam for naam in regel.formulieren if naam not in soorten]
            # Who judges forms one by one can do with any of them.
            if not afwezig or (niveau == "formulier" and len(afwezig) < len(regel.formulieren)):
                draait.append(regel)
            else:
                namen = [f"‘{self.kader.titel(naam)}’" for naam in afwezig]
                reden = Overslaan("geen_formulier", {"formulieren": opsomming(namen, "en geen")})
                mist.append((regel.code, _in_woorden(reden, self.kader)))
        return Verdeling(tuple(draait), frozenset(regel.code for regel in draait), tuple(mist))


class _Beurt(NamedTuple):
    """Something that rules look at, the number of its dossier, and the how-manieth it was."""

    blik: Any
    nummer: str
    plaats: int


@dataclass(slots=True)
class _Oogst:
    """What a run gathers, and what lies ready to be judged."""

    kader: Kader
    gevonden: list[tuple[int, Bevinding]] = field(default_factory=list)
    overgeslagen: set[Overgeslagen] = field(default_factory=set)
    uitgevoerd: set[str] = field(default_factory=set)
    klaar: dict[int, tuple[tuple[Regel, ...], list[_Beurt]]] = field(default_factory=dict)
    beurten: int = 0

    @property
    def bevindingen(self) -> list[Bevinding]:
        """The findings, in the order in which what they are about had its turn."""
        return [bevinding for _, bevinding in sorted(self.gevonden, key=itemgetter(0))]

    def _beurt(self, blik: Any, nummer: str) -> _Beurt:
        self.beurten += 1
        return _Beurt(blik, nummer, self.beurten)

    def neem(self, bevindingen: Iterable[Bevinding]) -> None:
        """Keep findings that are there already."""
        self.beurten += 1
        self.gevonden += [(self.beurten, bevinding) for bevinding in bevindingen]

    def voer_uit(self, regels: Iterable[Regel], blik: Any, nummer: str) -> None:
        """Let rules judge what they look at, and keep what they say and that they did."""
        beurt = self._beurt(blik, nummer)
        for regel in regels:
            self.uitgevoerd.add(regel.code)
            self._hoor(regel, (beurt,))

    def leg_klaar(self, regels: tuple[Regel, ...], blik: Any, nummer: str) -> None:
        """Put aside what rules have to judge, until `hoor_allen`; that they did is for the caller to keep.

        *regels* are of a `Rooster`, which keeps them: so they can be told apart by their id.
        """
        self.klaar.setdefault(id(regels), (regels, []))[1].append(self._beurt(blik, nummer))

    def hoor_allen(self) -> None:
        """Let every rule judge all that lies ready for it, before the next one.

        A processor runs through the same few lines far faster than through those of all rules in turn.
        """
        per_regel: dict[str, tuple[Regel, list[list[_Beurt]]]] = {}
        for regels, beurten in self.klaar.values():
            for regel in regels:
                per_regel.setdefault(regel.code, (regel, []))[1].append(beurten)
        for regel, stapels in per_regel.values():
            for stapel in stapels:
                self._hoor(regel, stapel)
        self.klaar.clear()

    def _hoor(self, regel: Regel, beurten: Iterable[_Beurt]) -> None:
        functie = regel.functie
        for beurt in beurten:
            for uitkomst in functie(beurt.blik):
                self._bewaar(regel, uitkomst, beurt)

    def _bewaar(self, regel: Regel, uitkomst: Uitkomst, beurt: _Beurt) -> None:
        blik, nummer, plaats = beurt
        if isinstance(uitkomst, Overslaan):
            self.sla_over(regel, uitkomst, nummer)
        elif _overleden(blik) and not blijft(regel.code, uitkomst):
            self.sla_over(regel, Overslaan("overleden"), nummer)
        else:
            bevinding = _verzacht(_bevinding(regel, uitkomst, self.kader, nummer), uitkomst, blik)
            self.gevonden.append((plaats, bevinding))

    def sla_over(self, regel: Regel, reden: Overslaan, nummer: str) -> None:
        """Keep that a rule could not be judged, and why."""
        self.overgeslagen.add(Overgeslagen(code=regel.code, dossier=nummer, reden=_in_woorden(reden, self.kader)))

    def mist(self, verdeling: Verdeling, nummer: str) -> None:
        """Keep which rules could not be judged because there is no such form."""
        for code, reden in verdeling.mist:
            self.overgeslagen.add(Overgeslagen(code=code, dossier=nummer, reden=reden))


def _in_woorden(reden: Overslaan, kader: Kader) -> str:
    return vul_in(REDENEN[reden.reden], {**kader.woorden, **_tekst(reden.feiten)})


def _volgorde(kader: Kader) -> Any:
    plaats = {sleutel: nr for nr, sleutel in enumerate(kader.formulieren)}

    def sleutel(deel: Bevinding) -> tuple[Any, ...]:
        eerste = deel.vindplaatsen[0] if deel.vindplaatsen else Vindplaats("")
        return dossiersleutel(deel.dossier), plaats.get(eerste.formulier, -1), eerste.bestand, deel.code

    return sleutel


def _onder_eigen_naam(bestand: Bestand, kader: Kader) -> Bestand:
    invulling = bestand.invulling
    if invulling is None or (formulier := kader.formulieren.get(invulling.formulier)) is None:
        return bestand
    overgang = kader.overgang(invulling)
    nieuw = onder_eigen_naam(overgang.til_op(invulling) if overgang else invulling, kader.plan(formulier))
    return bestand if nieuw is invulling else replace(bestand, invulling=nieuw)


def _te_plaatsen(bestand: Bestand, kader: Kader) -> bool:
    """True for a form of this organisation in which something was written; R72 speaks of the others."""
    deel = bestand.invulling
    if bestand.status != "gelezen" or deel is None or deel.formulier not in kader.formulieren:
        return False
    return not kader.is_blanco(deel) or bool(deel.niet_gevonden)


def _zonder_vreemde(delen: list[Invulling], rooster: Rooster, oogst: _Oogst) -> list[Invulling]:
    """Take out the forms of another organisation: R71 says so once, and no rule judges them."""
    kader, eigen = oogst.kader, []
    for deel in delen:
        wacht = [r for r in rooster.per_soort[deel.formulier] if r.code == "R71"] if van_een_ander(deel, kader) else ()
        if wacht:
            oogst.voer_uit(wacht, FormulierBlik(kader, deel, kader.formulieren[deel.formulier]), "")
        else:
            eigen.append(deel)
    return eigen


def _zonder_dossier(deel: Invulling, kader: Kader) -> bool:
    """True for a form that stands by itself: no number yet, or one of the organisation itself."""
    return kader.formulieren[deel.formulier].soort == "organisatie" or not deel.dossier.strip()


def _verwante_bestanden(bestanden: Sequence[Bestand]) -> dict[str, tuple[str, ...]]:
    """Return dossier key → names of files that can't be placed, where the rest of the folder is of that dossier."""
    geweigerd = [(_map(bestand), bestand) for bestand in bestanden if _nergens_bij(bestand)]
    per_map: dict[str, set[str]] = {map_: set() for map_, _ in geweigerd}
    for bestand in bestanden if geweigerd else ():
        if bestand.invulling is not None and bestand.invulling.dossier and (map_ := _map(bestand)) in per_map:
            per_map[map_].add(dossiersleutel(bestand.invulling.dossier))
    verwant: dict[str, tuple[str, ...]] = {}
    for map_, bestand in geweigerd:
        if len(per_map[map_]) == 1:
            sleutel = next(iter(per_map[map_]))
            verwant[sleutel] = (*verwant.get(sleutel, ()), PurePath(bestand.pad).name)
    return verwant


def _nergens_bij(bestand: Bestand) -> bool:
    """True for a file that was refused, or that has no dossier number."""
    deel = bestand.invulling
    return bestand.status == "geweigerd" or (deel is not None and not dossiersleutel(deel.dossier))


def _map(bestand: Bestand) -> str:
    return os.path.dirname(bestand.pad)


# --------------------------------------------------------------------------
# One level at a time


def _hele_partij(regels: Sequence[Regel], blik: PartijBlik, oogst: _Oogst) -> None:
    for regel in (regel for regel in regels if regel.niveau != "inrichting"):
        reden = _nergens(regel, blik.kader)
        if reden is not None:
            oogst.sla_over(regel, reden, "")
        elif regel.niveau == "partij":
            oogst.voer_uit((regel,), blik, "")


def _nergens(regel: Regel, kader: Kader) -> Overslaan | None:
    """Return why a rule does not hold for this organisation at all."""
    if uitgezet := _uitgezet(regel, kader):
        return uitgezet
    uit = [naam for naam in regel.parameters if getattr(kader.parameters, naam) == "uit"]
    if uit:
        return Overslaan("uit", {"parameter": opsomming(uit)})
    nodig = (*regel.nodig, *regel.gebruikt)
    afwezig = [f for f in dict.fromkeys(naam.split(".")[0] for naam in nodig) if f not in kader.formulieren]
    if afwezig:
        return Overslaan("niet_gebruikt", {"formulieren": opsomming(afwezig)})
    for naam in nodig:
        formulier, _, veld = naam.partition(".")
        if veld and veld not in kader.velden[formulier]:
            return Overslaan("veld_niet_gebruikt", {"veld": f"‘{veld}’", "formulier": kader.titel(formulier)})
    return None


def _uitgezet(regel: Regel, kader: Kader) -> Overslaan | None:
    """A rule that isn't fixed by the model may be switched off."""
    return Overslaan("uitgezet") if not regel.vast and regel.code in kader.parameters.regels_uit else None


def _dossiers(
    rooster: Rooster, dossiers: Sequence[Dossier], verwant: Mapping[str, tuple[str, ...]], oogst: _Oogst
) -> None:
    """Judge some dossiers together, rule by rule."""
    bekeken: list[DossierBlik] = []
    for dossier in dossiers:
        geweigerd = verwant.get(dossiersleutel(dossier.nummer), ()) if verwant else ()
        bekeken += _heel_dossier(rooster, dossier, geweigerd, oogst)
    oogst.hoor_allen()
    for blik in bekeken:
        blik.laat_los()


def _heel_dossier(
    rooster: Rooster, dossier: Dossier, geweigerd: tuple[str, ...], oogst: _Oogst
) -> tuple[DossierBlik, DossierBlik]:
    """Lay a dossier ready for the rules; return how they see it, without doubles and complete."""
    kader = oogst.kader
    compleet = DossierBlik.op(kader, dossier, geweigerd)
    enkel = zonder_dubbele(dossier.invullingen)
    alles = len(enkel) == len(dossier.invullingen)
    uniek = compleet if alles else DossierBlik.op(kader, _met_delen(kader, dossier, enkel), geweigerd)
    oogst.mist(rooster.verdeel("formulier", uniek.soorten), dossier.nummer)
    if los := uniek.dossier.verloop.zonder_nummer:
        rooster = _zonder_kring(rooster, los, dossier.nummer, oogst)
    for deel in uniek.formulieren:
        _een_formulier(rooster, deel, dossier.nummer, oogst)
    # Their answers count once, but whoever throws one away has to know what else it holds.
    for nr in () if alles else dubbel_met_meer(dossier.invullingen):
        oogst.neem(_leesmeldingen(compleet.formulieren[nr], dossier.nummer))
    for cyclus in range(1, dossier.cyclus + 1):
        hier = uniek.bij(cyclus)
        _met_lezing(rooster.verdeel("cyclus", hier.soorten), hier, hier, oogst)
    _met_lezing(rooster.verdeel("dossier", uniek.soorten), uniek, compleet, oogst)
    return uniek, compleet


def _zonder_kring(rooster: Rooster, los: Sequence[Invulling], nummer: str, oogst: _Oogst) -> Rooster:
    """Skip the rules over forms that look at a kind of form of which the cycle is not known; return the others."""
    soorten = dict.fromkeys(deel.formulier for deel in los)
    reden = Overslaan("cyclus_onbekend", {"formulieren": opsomming([f"‘{oogst.kader.titel(s)}’" for s in soorten])})
    over: dict[str, Sequence[Regel]] = dict(rooster.per_niveau)
    for niveau in ("cyclus", "dossier"):
        raakt = [regel for regel in over.get(niveau, ()) if not soorten.keys().isdisjoint(regel.gelezen)]
        over[niveau] = [regel for regel in over.get(niveau, ()) if regel not in raakt]
        for regel in raakt:
            oogst.sla_over(regel, reden, nummer)
    return replace(rooster, per_niveau=over, verdeeld={})


def _met_delen(kader: Kader, dossier: Dossier, delen: tuple[Invulling, ...]) -> Dossier:
    """Return the dossier with only these forms, and the course that follows from them."""
    verloop = verloop_van(delen, kader.inrichting, kader.formulieren, kader.peildatum)
    return replace(dossier, invullingen=delen, verloop=verloop)


def _een_formulier(rooster: Rooster, deel: FormulierBlik, nummer: str, oogst: _Oogst) -> None:
    if deel.invulling.meldingen:
        oogst.neem(_leesmeldingen(deel, nummer))
    if deel.heel:
        oogst.leg_klaar(rooster.sprekers(deel.formulier, oogst.uitgevoerd), deel, nummer)
        return
    for regel in rooster.per_soort[deel.formulier.sleutel]:
        if reden := _kwijt(regel, deel):
            oogst.sla_over(regel, reden, nummer)
        else:
            oogst.voer_uit((regel,), deel, nummer)


def _met_lezing(verdeling: Verdeling, uniek: DossierBlik, compleet: DossierBlik, oogst: _Oogst) -> None:
    """Run the rules over forms for which those they need are there and legible."""
    nummer = uniek.dossier.nummer
    oogst.mist(verdeling, nummer)
    if compleet is uniek and uniek.heel:
        oogst.uitgevoerd |= verdeling.codes
        oogst.leg_klaar(verdeling.draait, uniek, nummer)
        return
    for regel in verdeling.draait:
        # Doubles are one form for every rule but the one about doubles.
        blik = compleet if regel.code == "R70" else uniek
        if reden := _ergens_kwijt(regel, blik):
            oogst.sla_over(regel, reden, nummer)
        else:
            oogst.voer_uit((regel,), blik, nummer)


def _ergens_kwijt(regel: Regel, blik: DossierBlik) -> Overslaan | None:
    """Return why a rule can't be judged on these forms; only a form that isn't whole can be in the way."""
    if blik.heel:
        return None
    redenen = (_kwijt(regel, deel) for naam in regel.gelezen for deel in blik.alle(naam))
    return next((reden for reden in redenen if reden), None)


def _kwijt(regel: Regel, deel: FormulierBlik) -> Overslaan | None:
    """Return why a rule can't be judged on a form: a field it looks at is lost or unreadable."""
    if deel.heel:
        return None
    for veld in regel.gelezen.get(deel.formulier.sleutel, ()):
        feiten = {"veld": deel.label(veld), "formulier": deel.formulier.titel}
        if veld not in deel.velden:
            if f"{deel.formulier.sleutel}.{veld}" in regel.nodig:
                return Overslaan("versie_zonder_veld", feiten)
            continue
        if deel.kwijt(veld):
            return Overslaan("veld_kwijt", feiten)
        if isinstance(deel.waarde(veld), Onleesbaar):
            return Overslaan("veld_onleesbaar", feiten)
    return None


def _los_formulier(rooster: Rooster, blik: FormulierBlik, oogst: _Oogst) -> None:
    """Judge a form without a dossier number by itself."""
    oogst.neem(_leesmeldingen(blik, ""))
    regels = rooster.per_soort[blik.formulier.sleutel]
    oogst.voer_uit((regel for regel in regels if not _kwijt(regel, blik)), blik, "")


# --------------------------------------------------------------------------
# From outcome to record


def _bevinding(regel: Regel, treffer: Treffer, kader: Kader, nummer: str) -> Bevinding:
    eerste = treffer.plekken[0] if treffer.plekken else None
    feiten = dict(treffer.feiten)
    if isinstance(eerste, Plek):
        feiten["formulier"] = kader.titel(eerste.invulling.formulier)
        nummer = nummer or eerste.invulling.dossier
    return Bevinding(
        code=regel.code,
        titel=regel.titel,
        ernst=treffer.ernst or regel.ernst,
        bericht=_hoofdletter(vul_in(BERICHTEN[regel.code][treffer.variant], {**kader.woorden, **_tekst(feiten)})),
        vindplaatsen=tuple(_vindplaats(plek, kader) for plek in treffer.plekken),
        dossier=nummer,
        bron=regel.bron,
        context={"variant": treffer.variant, **feiten},
    )


def _verzacht(bevinding: Bevinding, treffer: Treffer, blik: Any) -> Bevinding:
    """Make an aandachtspunt of a fout that the dossier explains, and say so."""
    dossier = getattr(blik, "dossier", None)
    eerste = next((plek for plek in treffer.plekken if isinstance(plek, Plek)), None)
    if bevinding.ernst is not Ernst.FOUT or dossier is None or eerste is None:
        return bevinding
    deel = eerste.invulling
    for afwijking in afwijkingen_van(dossier):
        if afwijking.geldt_voor(bevinding.code, deel.formulier, deel.cyclus or 1):
            feiten = {"datum": afwijking.datum, "bericht": bevinding.bericht}
            return replace(
                bevinding,
                ernst=Ernst.AANDACHTSPUNT,
                bericht=vul_in(VASTGELEGD, _tekst(feiten)),
                context={**bevinding.context, "afwijking": afwijking.datum},
            )
    return bevinding


def _overleden(blik: Any) -> bool:
    dossier = getattr(blik, "dossier", None)
    return dossier is not None and dossier.verloop.overleden


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _tekst(feiten: Mapping[str, Any]) -> dict[str, str]:
    return {n: w.strftime("%d-%m-%Y") if isinstance(w, date) else str(w) for n, w in feiten.items()}


def _vindplaats(plek: Plek | Bestandsplek | Bronplek, kader: Kader) -> Vindplaats:
    """Return where the reader saw this leaf; a place in words when it is no leaf."""
    if isinstance(plek, Bestandsplek):
        return Vindplaats(bestand=plek.pad, formaat=plek.formaat, plek=plek.plek)
    if isinstance(plek, Bronplek):
        return _in_bron(plek, kader)
    deel = plek.invulling
    gezien = next((a.vindplaats for a in deel.antwoorden if a.sleutel == plek.sleutel), None) if plek.sleutel else None
    if gezien is not None:
        return gezien._replace(formulier=deel.formulier, veld=plek.sleutel)
    veld = kader.definitie(deel).veld(plek.sleutel.split(".")[0].split("[")[0]) if _bekend(deel, kader) else None
    woorden = veld.label if veld else ""
    return Vindplaats(bestand=deel.bestand, formaat=deel.formaat, plek=woorden, formulier=deel.formulier,
                      veld=plek.sleutel)  # fmt: skip


def _bekend(deel: Invulling, kader: Kader) -> bool:
    return deel.formulier in kader.formulieren


def _in_bron(plek: Bronplek, kader: Kader) -> Vindplaats:
    """Return ``regel 12, fasen[3].duur``; a key that isn't there has the place of what it should stand in."""
    sleutelpad = toon_pad(plek.pad)
    if kader.bron is None:
        return Vindplaats(bestand="", plek=sleutelpad, veld=sleutelpad)
    # Of a whole part that isn't there, no line is nearer than another.
    regel = kader.bron.regel(plek.pad) if plek.pad[:1] in kader.bron.regels else None
    woorden = f"regel {regel}" if isinstance(regel, int) else regel or ""
    return Vindplaats(bestand=kader.bron.bestand, plek=", ".join(filter(None, (woorden, sleutelpad))), veld=sleutelpad)


def _leesmeldingen(blik: FormulierBlik, nummer: str) -> Iterator[Bevinding]:
    """Put what the reader noticed among the findings, once and where no rule says it better."""
    weg = set(weggevallen_gebieden(blik.invulling, blik.plan))
    kwijt: list[Melding] = []
    for melding in blik.invulling.meldingen:
        if _zegt_een_regel_beter(melding, blik, weg):
            continue
        if melding.code == "L09":
            kwijt.append(melding)
        else:
            yield _van_melding(melding, blik, nummer)
    if len(kwijt) >= _VEEL:
        yield _veel_kwijt(kwijt, blik, nummer)
    else:
        yield from (_van_melding(melding, blik, nummer) for melding in kwijt)


def _zegt_een_regel_beter(melding: Melding, blik: FormulierBlik, weg: set[str]) -> bool:
    """True when R39 speaks of a whole leefgebied, R03 of the same choice, or R71 of a later version."""
    plek = melding.vindplaats.veld
    naam, _, rest = plek.partition(".")
    veld = blik.velden.get(naam)
    per_gebied = veld is not None and veld.per_leefgebied == "ja"
    if melding.code in _KWIJT and (_nog_niet_gevraagd(blik, naam) or _niet_meer_gevraagd(blik, naam)):
        return True
    if melding.code == "L09" and per_gebied:
        kwijt = [blad.split(".")[1] for blad in blik.invulling.niet_gevonden if blad.startswith(f"{naam}.")]
        # Nothing is lost any more when it was found under another name of the leefgebied.
        return weg.issuperset(kwijt)
    if melding.code == _ZEGT_R39:
        return per_gebied and bool(rest)
    onleesbaar = (b.sleutel for b in blik.opvallend if isinstance(b.waarde, Onleesbaar))
    return melding.code == _ZEGT_R03 and plek in onleesbaar


def _nog_niet_gevraagd(blik: FormulierBlik, veld: str) -> bool:
    """True when all that is lost of a field was not there yet in the version that the form was made with."""
    overgang = blik.kader.overgang(blik.invulling)
    kwijt = [blad for blad in blik.invulling.niet_gevonden if blad.partition(".")[0] == veld]
    return overgang is not None and bool(kwijt) and not any(bestond(overgang.definitie, blad) for blad in kwijt)


def _niet_meer_gevraagd(blik: FormulierBlik, veld: str) -> bool:
    """True for a field of an earlier version that no longer exists: nobody misses it."""
    return bool(veld) and veld not in blik.velden and blik.kader.overgang(blik.invulling) is not None


def _van_melding(melding: Melding, blik: FormulierBlik, nummer: str) -> Bevinding:
    soort = LEESMELDINGEN[melding.code]
    return Bevinding(
        code=melding.code,
        titel=soort.titel,
        ernst=soort.ernst,
        bericht=f"{blik.formulier.titel}: {_kleine_letter(bericht_van(melding))}",
        vindplaatsen=(melding.vindplaats._replace(formulier=blik.formulier.sleutel),),
        dossier=nummer,
        bron="",
        context={**melding.context, "formulier": blik.formulier.titel},
    )


def _kleine_letter(tekst: str) -> str:
    return tekst[:1].lower() + tekst[1:]


def _veel_kwijt(meldingen: list[Melding], blik: FormulierBlik, nummer: str) -> Bevinding:
    soort = LEESMELDINGEN["L09"]
    namen = [f"‘{melding.context.get('veld', '…')}’" for melding in meldingen[:_GENOEMD]]
    feiten = {"aantal": len(meldingen), "velden": opsomming(namen), "formulier": blik.formulier.titel}
    plekken = tuple(melding.vindplaats._replace(formulier=blik.formulier.sleutel) for melding in meldingen)
    return Bevinding(code="L09", titel=soort.titel, ernst=soort.ernst, bericht=vul_in(VEEL_KWIJT, _tekst(feiten)),
                     vindplaatsen=plekken, dossier=nummer, context=feiten)  # fmt: skip
