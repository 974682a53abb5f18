"""What changed on the forms, as an organisation has them: its own fields, labels, choices and rows.

What follows from another part (a choice for every rol, a row for every leefgebied) is said once
per form, and only when something came or went: a renamed rol is a change of the rollen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.formulier import definities_in_gebruik, definities_van, kopvelden, op_maat
from generator.model import Aanpassing, Formulier, Inrichting, Kolom, Optie, Rij, Veld
from generator.taal import opsomming
from generator.vergelijken.zinnen import Plek, Taal, hoofdletter, record

_UIT = Aanpassing(aan="nee")
_NIET_RAND = ("sleutel", "titel", "versie", "kop", "secties", "leefgebieden")
# The part of the inrichting that a choice or row comes from, and its key there.
Herkomst = tuple[str, str]
# Where choices and rows come from → one of them, and more of them.
_HERKOMST = {
    "rollen": ("de rol", "de rollen"),
    "leefgebieden": ("het leefgebied", "de leefgebieden"),
    "besluiten": ("het besluit", "de besluiten"),
    "criteria": ("het criterium", "de criteria"),
    "contra_indicaties": ("de contra-indicatie", "de contra-indicaties"),
    "fasen": ("de fase", "de fasen"),
    "instrumenten": ("het hulpmiddel", "de hulpmiddelen"),
}


@dataclass(frozen=True)
class _Kant:
    """One form of one inrichting: tailored, its texts still with ``{…}``."""

    formulier: Formulier
    definitie: Formulier
    ruw: Mapping[str, Veld]
    aanpassing: Aanpassing

    @classmethod
    def van(cls, sleutel: str, inrichting: Inrichting) -> _Kant:
        definitie = definities_van(inrichting)[sleutel]
        aanpassing = inrichting.formulieren.get(sleutel, _UIT)
        erbij = (veld for velden in aanpassing.velden_erbij.values() for veld in velden)
        ruw = {veld.sleutel: veld for veld in (*kopvelden(definitie.soort), *definitie.velden, *erbij)}
        return cls(op_maat(definitie, inrichting, {}), definitie, ruw, aanpassing)

    def eigen(self, veld: Veld) -> Veld:
        """Return a field with only the choices and rows that the form itself has."""
        return replace(
            veld,
            opties=self._eigen_opties(veld),
            rijen=self._eigen_rijen(veld),
            kolommen=tuple(replace(kolom, opties=self._kolomopties(veld, kolom)) for kolom in veld.kolommen),
        )

    def _eigen_opties(self, veld: Veld) -> tuple[Optie, ...]:
        if veld.soort == "ja_nee" or not veld.opties_uit:
            return veld.opties if veld.soort != "ja_nee" else ()
        bekend = {o.sleutel for o in (*self.ruw[veld.sleutel].opties, *self.erbij(veld))}
        return tuple(optie for optie in veld.opties if optie.sleutel in bekend)

    def erbij(self, veld: Veld) -> tuple[Optie, ...]:
        return self.aanpassing.opties_erbij.get(veld.sleutel, ())

    def _eigen_rijen(self, veld: Veld) -> tuple[Rij, ...]:
        if not veld.rijen_uit:
            return veld.rijen
        erbij = self.aanpassing.rijen_erbij.get(veld.sleutel, ())
        bekend = {rij.sleutel for rij in (*self.ruw[veld.sleutel].rijen, *erbij)}
        return tuple(rij for rij in veld.rijen if rij.sleutel in bekend)

    def _kolomopties(self, veld: Veld, kolom: Kolom) -> tuple[Optie, ...]:
        if kolom.soort in ("voorgedrukt", "ja_nee"):
            return ()
        if not kolom.opties_uit:
            return kolom.opties
        ruw = next((k for k in self.ruw[veld.sleutel].kolommen if k.sleutel == kolom.sleutel), kolom)
        bekend = {optie.sleutel for optie in ruw.opties}
        return tuple(optie for optie in kolom.opties if optie.sleutel in bekend)

    def ontleend(self) -> dict[Herkomst, str]:
        """Return what stands on the form because of another part: (part, key) → its name."""
        gevonden: dict[Herkomst, str] = {}
        for veld in self.formulier.velden:
            eigen = self.eigen(veld)
            _noteer(gevonden, veld, eigen)
            for kolom, eigen_kolom in zip(veld.kolommen, eigen.kolommen, strict=True):
                if kolom.soort != "voorgedrukt":
                    _noteer(gevonden, kolom, eigen_kolom)
            if veld.rijen_uit:
                over = {rij.sleutel for rij in eigen.rijen}
                gevonden |= {(veld.rijen_uit, r.sleutel): r.tekst for r in veld.rijen if r.sleutel not in over}
            if veld.per_leefgebied == "ja":
                gevonden |= {("leefgebieden", gebied.sleutel): gebied.naam for gebied in self.formulier.leefgebieden}
        return gevonden


def _noteer(gevonden: dict[Herkomst, str], veld: Veld | Kolom, eigen: Veld | Kolom) -> None:
    bron = (veld.opties_uit or "").partition(".")[0]
    over = {optie.sleutel for optie in eigen.opties}
    if bron in _HERKOMST:
        gevonden |= {(bron, o.sleutel): o.label for o in veld.opties if o.sleutel not in over}


def formuliervolgorde(oud: Inrichting, nieuw: Inrichting) -> list[str]:
    """Return the keys of all forms: those in use first, in their printed order."""
    in_gebruik = (definitie.sleutel for kant in (nieuw, oud) for definitie in definities_in_gebruik(kant))
    genoemd = (*in_gebruik, *definities_van(nieuw), *definities_van(oud))
    return [s for s in dict.fromkeys(genoemd) if s in oud.formulieren or s in nieuw.formulieren]


def formulierwijzigingen(taal: Taal, sleutel: str) -> Iterator[str]:
    """Yield a sentence for every change of one form."""
    oud, nieuw = (_aanpassing(kant, sleutel) for kant in (taal.oud, taal.nieuw))
    if nieuw.aan == "nee" and oud.aan == "nee":
        if taal.verschilt(oud, nieuw):
            yield "De inrichting van dit formulier is veranderd. Het formulier staat uit."
    elif nieuw.aan == "nee":
        yield "Dit formulier gebruiken we niet meer."
    elif oud.aan == "nee":
        yield "Dit formulier is nieuw: we gaan het gebruiken."
    else:
        kanten = [_Kant.van(sleutel, kant) for kant in (taal.oud, taal.nieuw)]
        zinnen = list(_verschillen(taal, *kanten))
        if not zinnen and taal.verschilt((oud, kanten[0].definitie), (nieuw, kanten[1].definitie)):
            zinnen = ["De inrichting van dit formulier is veranderd, maar op het formulier zie je dat niet."]
        yield from zinnen


def _aanpassing(inrichting: Inrichting, sleutel: str) -> Aanpassing:
    """Return how a form is tailored; one that isn't named, or that doesn't exist, is off."""
    return inrichting.formulieren.get(sleutel, _UIT) if sleutel in definities_van(inrichting) else _UIT


def _verschillen(taal: Taal, oud: _Kant, nieuw: _Kant) -> Iterator[str]:
    if oud.formulier == nieuw.formulier and oud.aanpassing == nieuw.aanpassing:
        return
    yield from _rand(taal, oud, nieuw)
    velden = {veld.sleutel: veld for veld in oud.formulier.velden}
    over = {veld.sleutel for veld in nieuw.formulier.velden}
    for veld in nieuw.formulier.velden:
        vraag = f"de vraag {taal.citaat(veld.label)}"
        if (eerder := velden.get(veld.sleutel)) is None:
            yield hoofdletter(f"{vraag} is erbij gekomen.")
        else:
            vraag = f"de vraag {taal.citaat(eerder.label)}"
            yield from record(taal, oud.eigen(eerder), nieuw.eigen(veld), Plek(vraag))
    for sleutel, veld in velden.items():
        if sleutel not in over:
            yield f"De vraag {taal.citaat(veld.label)} is weggehaald."
    if _plaatsen(oud.formulier, over) != _plaatsen(nieuw.formulier, velden.keys()):
        yield "De vragen staan in een andere volgorde."
    yield from _ontleend(taal, oud.ontleend(), nieuw.ontleend())


def _rand(taal: Taal, oud: _Kant, nieuw: _Kant) -> Iterator[str]:
    """Yield what changed around the questions: title, version, and what an own definition says of itself."""
    titels = [kant.formulier.titel for kant in (oud, nieuw)]
    eigen = [(kant.aanpassing.titel, kant.definitie.titel) for kant in (oud, nieuw)]
    if eigen[0] != eigen[1] and not taal.gelijk(*titels):
        yield f"Dit formulier heet nu {taal.citaat(titels[1])}; eerst {taal.citaat(titels[0])}."
    versies = [kant.aanpassing.versie or kant.definitie.versie for kant in (oud, nieuw)]
    if versies[0] != versies[1]:
        yield f"De versie van dit formulier gaat van ‘{versies[0]}’ naar ‘{versies[1]}’."
    if oud.definitie is not nieuw.definitie:
        hier = Plek("dit formulier", boven=True)
        yield from record(taal, oud.formulier, nieuw.formulier, hier, zonder=_NIET_RAND)
        secties = {sectie.sleutel: sectie for sectie in oud.formulier.secties}
        for sectie in (sectie for sectie in nieuw.formulier.secties if sectie.sleutel in secties):
            plek = Plek(f"het deel {taal.citaat(secties[sectie.sleutel].titel)}")
            yield from record(taal, secties[sectie.sleutel], sectie, plek, zonder=("velden",))


def _plaatsen(formulier: Formulier, ook: object) -> list[tuple[str, str]]:
    """Return section and key of the fields that the other form has too."""
    return [
        (sectie.sleutel, veld.sleutel)
        for sectie in formulier.secties
        for veld in sectie.velden
        if veld.sleutel in ook  # type: ignore[operator]
    ]


def _ontleend(taal: Taal, oud: Mapping[Herkomst, str], nieuw: Mapping[Herkomst, str]) -> Iterator[str]:
    """Yield one sentence per part for what came because of it, and one for what went."""
    for bron, namen in _HERKOMST.items():
        for deze, andere, nu in ((nieuw, oud, "nu"), (oud, nieuw, "niet meer")):
            delen = [taal.citaat(naam) for plek, naam in deze.items() if plek[0] == bron and plek not in andere]
            if delen:
                werkwoord = "staat" if len(delen) == 1 else "staan"
                wat = f"{namen[len(delen) > 1]} {opsomming(delen)}"
                yield hoofdletter(f"{wat} {werkwoord} {nu} op dit formulier.")
