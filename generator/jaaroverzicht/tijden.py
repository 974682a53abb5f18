"""How long fasen took and which deadlines were kept, in a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import quantiles

from generator.duur import lees_delen
from generator.jaaroverzicht.beeld import Jaarbeeld, mens
from generator.jaaroverzicht.cijfers import Looptijd, Termijnstaat
from generator.jaaroverzicht.geheim import GRENS, Getal, Telboek
from generator.model import Fase, Termijnstand
from generator.taal import vul_in
from generator.verloop import TERMIJNEN
from generator.werklijst import TERMIJNNAMEN

NIET_VASTGELEGD = "niet vastgelegd"
# Kind of deadline → the parameter it comes from, and how that is said.
_AFSPRAAK: Mapping[str, tuple[str, str]] = {
    "uitnodiging": ("uitnodiging_max", "binnen {} werkdagen"),
    "intake": ("intake_wacht", "binnen {} dagen"),
    "spoed_intake": ("spoed_intake_max", "binnen {} dagen"),
    "brief": ("intakebrief_max", "binnen {} dagen"),
    "wachtlijst": ("wachtlijst_contact", "elke {} dagen"),
    "proef": ("", "voor het einde van de proef"),
    "beschrijving": ("analyse_max", "binnen {} dagen"),
    "plan": ("planning_max", "binnen {} dagen"),
    "voortgang": ("voortgang_max", "elke {} dagen"),
    "evaluatie": ("evaluatie_marge", "hooguit {} dagen na de geplande dag"),
    "algemene_evaluatie": ("algemene_evaluatie", "elke {}"),
    "nieuwe_cyclus": ("planning_max", "binnen {} dagen, met wat ruimte"),
}
assert set(_AFSPRAAK) == set(TERMIJNEN) == set(TERMIJNNAMEN)


@dataclass(frozen=True, slots=True)
class Gemeten:
    """The lengths of one fase in days, and the dossiers they come from."""

    fase: Fase
    dagen: tuple[int, ...]
    mensen: int
    hooguit: float | None
    langer: tuple[str, ...]

    def met(self, getallen: Mapping[str, Getal]) -> Looptijd:
        """Return the record of it, with what may be seen."""
        genoeg = len(self.dagen) >= GRENS and self.mensen >= GRENS
        kwarten = quantiles(self.dagen, n=4, method="inclusive") if genoeg else (None, None, None)
        kwart, midden, driekwart = (None if deel is None else round(deel) for deel in kwarten)
        return Looptijd(
            fase=self.fase.sleutel,
            naam=self.fase.naam,
            aantal=getallen[f"fase.{self.fase.sleutel}"],
            kwart=kwart,
            midden=midden,
            driekwart=driekwart,
            afgesproken=self.fase.duur or NIET_VASTGELEGD,
            hooguit=None if self.hooguit is None else round(self.hooguit),
            langer=getallen[f"langer.{self.fase.sleutel}"] if self.hooguit is not None else None,
        )


def tel_looptijden(boek: Telboek, beeld: Jaarbeeld) -> tuple[Gemeten, ...]:
    """Measure the fasen that ended in the year, with how many took longer than was agreed."""
    alle = []
    for fase in beeld.inrichting.fasen:
        paren = [
            ((periode.tot - periode.van).days, mens(dossier))
            for dossier in (*beeld.trajecten, *beeld.verleden)
            for periode in dossier.verloop.perioden
            if periode.fase == fase.sleutel and periode.tot and periode.tot >= periode.van
            and beeld.jaar.bevat(periode.tot)
        ]  # fmt: skip
        gemeten = _gemeten(fase, paren)
        boek.zet(f"fase.{fase.sleutel}", len(paren), gemeten.mensen)
        if gemeten.hooguit is not None:
            boek.zet(f"langer.{fase.sleutel}", len(gemeten.langer), len(set(gemeten.langer)))
            boek.deel_van(f"langer.{fase.sleutel}", f"fase.{fase.sleutel}")
        alle.append(gemeten)
    return tuple(alle)


def _gemeten(fase: Fase, paren: Sequence[tuple[int, str]]) -> Gemeten:
    hooguit = langste(fase.duur)
    langer = tuple(wie for dagen, wie in paren if hooguit is not None and dagen > hooguit)
    return Gemeten(fase, tuple(dagen for dagen, _ in paren), len({wie for _, wie in paren}), hooguit, langer)


def langste(duur: str) -> float | None:
    """Return the most days that a duration in words allows; None when it sets no end."""
    delen = [d.max.dagen for d in lees_delen(duur) if d.max and d.keer is None and d.richting == "na"]
    return max(delen, default=None)


@dataclass(frozen=True, slots=True)
class Termijnsoort:
    """A kind of deadline that fell in the year, with what was agreed about it."""

    soort: str
    naam: str
    afspraak: str

    def met(self, getallen: Mapping[str, Getal]) -> Termijnstaat:
        """Return the record of it, with what may be seen."""
        op_tijd, te_laat = (getallen[f"termijn.{self.soort}.{deel}"] for deel in ("op_tijd", "te_laat"))
        return Termijnstaat(soort=self.soort, naam=self.naam, afspraak=self.afspraak, op_tijd=op_tijd, te_laat=te_laat)


def tel_termijnen(boek: Telboek, beeld: Jaarbeeld, woorden: Mapping[str, str]) -> tuple[Termijnsoort, ...]:
    """Count the deadlines that fell in the year by whether they were kept; what still runs doesn't count."""
    gevallen = [
        (termijn, mens(dossier))
        for dossier in (*beeld.trajecten, *beeld.verleden)
        for termijn in dossier.verloop.termijnen
        if beeld.jaar.bevat(termijn.uiterlijk) and not termijn.vervallen
    ]
    soorten = []
    for soort in TERMIJNEN:
        staten = {"op_tijd": [], "te_laat": []}  # type: dict[str, list[str]]
        for termijn, wie in gevallen:
            if termijn.soort == soort and (staat := _staat(termijn, beeld)):
                staten[staat].append(wie)
        for staat, wie_ in staten.items():
            boek.zet(f"termijn.{soort}.{staat}", len(wie_), len(set(wie_)))
        if any(staten.values()):
            soorten.append(Termijnsoort(soort, vul_in(TERMIJNNAMEN[soort], woorden), _afspraak(soort, beeld)))
    return tuple(soorten)


def _staat(termijn: Termijnstand, beeld: Jaarbeeld) -> str:
    if termijn.te_laat(beeld.jaar.tot):
        return "te_laat"
    gedaan = termijn.gedaan
    return "op_tijd" if gedaan is not None and gedaan <= beeld.jaar.tot else ""


def _afspraak(soort: str, beeld: Jaarbeeld) -> str:
    parameter, woorden = _AFSPRAAK[soort]
    waarde = getattr(beeld.inrichting.parameters, parameter) if parameter else ""
    tekst = woorden.format(waarde)
    if str(waarde) == "1":
        tekst = tekst.replace("elke 1 dagen", "elke dag").replace("werkdagen", "werkdag").replace("dagen", "dag")
    return tekst
