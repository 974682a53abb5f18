"""The counting: every number of the year goes into one `Telboek`, so that what makes up what is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.dossier import STANDEN as STANDEN_VAN_DOSSIER
from generator.formulier import opties_van
from generator.jaaroverzicht.beeld import GROEP_VAN, Jaarbeeld, mens, rijen
from generator.jaaroverzicht.cijfers import LEEG, Post, Verdeling
from generator.jaaroverzicht.geheim import Getal, Telboek
from generator.model import Dossier, Kolom, Veld
from generator.verloop import AANMELDING, EVAL, EXIT, INTAKE, PB, PLAN, START, UITSTROOM, datum_van

assert set(GROEP_VAN) == set(STANDEN_VAN_DOSSIER)

NIET_INGEVULD = (LEEG, "niet ingevuld of niet te lezen")
MEER = ("meer", "meer dan één soort")
Keuze = tuple[str, str]
GROEPEN: tuple[Keuze, ...] = (
    ("aanmelding", "In de aanmelding of de intake"),
    ("wachtlijst", "Op de wachtlijst"),
    ("start_volgt", "Aangenomen, de start volgt nog"),
    ("begeleiding", "In begeleiding"),
    ("vertrek", "Op weg naar het vertrek"),
    ("vertrokken", "Vertrokken"),
    ("niet_gestart", "Doorverwezen of afgewezen voor de start"),
)
BEGELEID = ("begeleiding", "vertrek", "vertrokken")
OORDELEN: tuple[Keuze, ...] = (("hoog", "waar (4 of 5)"), ("midden", "ertussenin (3)"), ("laag", "niet waar (1 of 2)"))
TEVREDENHEID = (EXIT, "tevredenheid")

# Counts of different things that are as a rule the same number: what is hidden in one table must not stand in another.
VERWANT: tuple[tuple[tuple[str, ...], str], ...] = (
    *(((naam,), f"form.{f}") for f in (AANMELDING, INTAKE, EVAL) for naam in (f"besluiten.{f}", f"fase.{f}")),
    *(((f"fase.{f}",), f"besluiten.{f}") for f in (AANMELDING, INTAKE, EVAL)),
    *(((naam,), "stand.vertrokken") for naam in (f"form.{UITSTROOM}", f"form.{EXIT}", "fase.uitstroom")),
    (("begonnen",), f"form.{START}"),
    (("crisis",), "besluit.aanmelding.spoed"),
    ((f"form.{PB}",), "fase.analyse"),
    ((f"form.{PLAN}",), "fase.planning"),
)
# Kind of deadline → what there is as a rule one deadline for.
TERMIJN_BIJ: Mapping[str, tuple[str, ...]] = {
    "uitnodiging": ("besluit.aanmelding.intake",),
    "intake": ("besluit.aanmelding.intake", f"form.{INTAKE}"),
    "spoed_intake": ("besluit.aanmelding.spoed", "crisis"),
    "brief": (f"form.{INTAKE}", f"besluiten.{INTAKE}", f"fase.{INTAKE}"),
    "proef": ("besluit.intake.proef",),
    "beschrijving": ("begonnen", f"form.{START}", f"form.{PB}", "fase.analyse"),
    "plan": (f"form.{PB}", f"form.{PLAN}", "fase.planning"),
    "evaluatie": (f"form.{EVAL}", f"besluiten.{EVAL}", f"fase.{EVAL}", "fase.uitvoering"),
    "nieuwe_cyclus": ("besluit.evaluatie.voortzetten",),
}


@dataclass(frozen=True, slots=True)
class Opzet:
    """A table in the making: the names of its counts, line by line."""

    posten: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    totaal: str = ""

    def met(self, getallen: Mapping[str, Getal]) -> Verdeling:
        """Return the table with what may be seen."""
        posten = (Post(sleutel, label, tuple(getallen[n] for n in namen)) for sleutel, label, namen in self.posten)
        return Verdeling(tuple(posten), getallen[self.totaal] if self.totaal else None)


def verdeel(boek: Telboek, naam: str, keuzes: Sequence[Keuze], gezien: Iterable[tuple[Any, str]], geheel: str) -> Opzet:
    """Count (choice, person) pairs by choice; what is no known choice counts as not filled in.

    *geheel* is the count they make up. When it isn't there yet it is made, of what was filled in only.
    """
    paren = [(waarde if _bekend(waarde, keuzes) else LEEG, wie) for waarde, wie in gezien]
    if geheel not in boek.tellingen:
        paren = [paar for paar in paren if paar[0] != LEEG]
        boek.zet(geheel, len(paren), len({wie for _, wie in paren}))
    posten = []
    for sleutel, label in (*keuzes, NIET_INGEVULD):
        wie = [ander for waarde, ander in paren if waarde == sleutel]
        posten.append((sleutel, label, (boek.zet(f"{naam}.{sleutel}", len(wie), len(set(wie))),)))
    boek.som([namen[0] for _, _, namen in posten], geheel)
    if not boek.tellingen[posten[-1][2][0]].aantal:
        posten.pop()
    return Opzet(tuple(posten), geheel)


def _bekend(waarde: Any, keuzes: Sequence[Keuze]) -> bool:
    return isinstance(waarde, str) and any(waarde == sleutel for sleutel, _ in keuzes)


def keuzes_van(beeld: Jaarbeeld, formulier: str, veld: str, kolom: str = "") -> tuple[Keuze, ...]:
    """Return what people could choose on a form, in the words that stand there; nothing when it isn't asked."""
    definitie = beeld.formulieren.get(formulier)
    bron: Veld | Kolom | None = definitie.veld(veld) if definitie else None
    if kolom and isinstance(bron, Veld):
        bron = next((deel for deel in bron.kolommen if deel.sleutel == kolom), None)
    return tuple((optie.sleutel, optie.label) for optie in opties_van(bron)) if bron else ()


def leg_verbanden(boek: Telboek) -> None:
    """Note which counts are the same number, when all is counted."""
    for delen, geheel in VERWANT:
        boek.verwant(delen, geheel)
    for soort, gehelen in TERMIJN_BIJ.items():
        for geheel in gehelen:
            boek.verwant([f"termijn.{soort}.op_tijd", f"termijn.{soort}.te_laat"], geheel)


# --------------------------------------------------------------------------
# People


def tel_standen(boek: Telboek, beeld: Jaarbeeld) -> tuple[Opzet, Opzet]:
    """Count the dossiers by where they stand; return the first glance and the table of it."""
    for groep, _ in GROEPEN:
        wie = [mens(d) for d in beeld.trajecten if beeld.groep(d) == groep]
        boek.zet(f"stand.{groep}", len(wie), len(set(wie)))
    boek.zet("begeleid", sum(boek.tellingen[f"stand.{groep}"].aantal for groep in BEGELEID))
    boek.zet("dossiers", len(beeld.trajecten), len({mens(d) for d in beeld.trajecten}))
    boek.som([f"stand.{groep}" for groep in BEGELEID], "begeleid")
    boek.som(["begeleid", *(f"stand.{g}" for g, _ in GROEPEN if g not in BEGELEID)], "dossiers")
    boek.zet("begonnen", sum(beeld.jaar.bevat(d.verloop.start) for d in begeleid(beeld)))
    boek.deel_van("begonnen", "begeleid")
    eerste = (
        ("dossiers", "Dossiers die dit jaar open waren"),
        ("begeleid", "Begeleid in dit jaar"),
        ("begonnen", "Begonnen in dit jaar"),
        ("stand.vertrokken", "Vertrokken in dit jaar"),
        ("stand.wachtlijst", "Op de wachtlijst"),
    )
    standen = Opzet(tuple((s, label, (f"stand.{s}",)) for s, label in GROEPEN), "dossiers")
    return Opzet(tuple((s.rpartition(".")[2], label, (s,)) for s, label in eerste)), standen


def begeleid(beeld: Jaarbeeld) -> Iterator[Dossier]:
    """Yield the dossiers in which there was guidance in the year."""
    return (dossier for dossier in beeld.trajecten if beeld.groep(dossier) in BEGELEID)


def tel_uitstroom(boek: Telboek, beeld: Jaarbeeld) -> Opzet:
    """Count who left by the kind of leaving; `tel_standen` has counted them all."""
    weg = [d for d in beeld.trajecten if beeld.groep(d) == "vertrokken"]
    paren = [(d.van(UITSTROOM)[-1].waarde("uitstroomsoort"), mens(d)) for d in weg]
    return verdeel(boek, "uitstroom", keuzes_van(beeld, UITSTROOM, "uitstroomsoort"), paren, "stand.vertrokken")


# --------------------------------------------------------------------------
# Forms


def tel_formulieren(boek: Telboek, beeld: Jaarbeeld, raak: Mapping[str, set[str]]) -> Opzet:
    """Count the forms of each kind, and those with a finding; *raak* has their files, by kind of form.

    Other tables use these counts as their whole: ``form.exit`` is the number of exit forms.
    """
    posten = []
    for sleutel, formulier in beeld.formulieren.items():
        gezien = list(beeld.formulieren_van(sleutel))
        geheel = boek.zet(f"form.{sleutel}", len(gezien), len({mens(d) for d, _ in gezien}))
        met = [mens(d) for d, deel in gezien if deel.bestand in raak.get(sleutel, ())]
        deel = boek.zet(f"raak.{sleutel}", len(met), len(set(met)))
        boek.deel_van(deel, geheel)
        if gezien:
            posten.append((sleutel, formulier.titel, (geheel, deel)))
    return Opzet(tuple(posten))


def tel_crisis(boek: Telboek, beeld: Jaarbeeld) -> str:
    """Count the aanmeldingen with a crisis."""
    wie = [mens(d) for d, deel in beeld.formulieren_van(AANMELDING) if deel.waarde("crisis") in (True, "ja")]
    boek.zet("crisis", len(wie), len(set(wie)))
    if f"form.{AANMELDING}" in boek.tellingen:
        boek.deel_van("crisis", f"form.{AANMELDING}")
    return "crisis"


def tel_dringend(boek: Telboek, beeld: Jaarbeeld) -> Opzet:
    """Count how pressing it was, by intake."""
    keuzes = keuzes_van(beeld, INTAKE, "w_urgentie")
    paren = [(deel.waarde("w_urgentie"), mens(d)) for d, deel in beeld.formulieren_van(INTAKE)]
    return verdeel(boek, "dringend", keuzes, paren, f"form.{INTAKE}") if keuzes else Opzet()


def tel_incidenten(boek: Telboek, beeld: Jaarbeeld) -> Opzet:
    """Count incidents by kind; one with more kinds counts apart, so that the kinds add up."""
    keuzes = keuzes_van(beeld, "incident", "incident_type")
    if not keuzes:
        return Opzet()
    paren = [(_een_soort(deel.waarde("incident_type")), mens(d)) for d, deel in beeld.formulieren_van("incident")]
    return verdeel(boek, "incident", (*keuzes, MEER), paren, "form.incident")


def _een_soort(waarde: Any) -> Any:
    if not isinstance(waarde, (tuple, list, set, frozenset)):
        return waarde
    return next(iter(waarde)) if len(waarde) == 1 else MEER[0] if waarde else None


def tel_stellingen(boek: Telboek, beeld: Jaarbeeld, formulier: str) -> Opzet:
    """Count what people said of each statement on a scale from 1 to 5: true, in between, not true, no answer."""
    definitie = beeld.formulieren[formulier]
    gezien = list(beeld.formulieren_van(formulier))
    posten = []
    for veld in definitie.velden:
        if veld.soort == "getal" and (veld.minimum, veld.maximum) == (1, 5):
            paren = [(_oordeel(deel.waarde(veld.sleutel)), mens(d)) for d, deel in gezien]
            naam = f"{formulier}.{veld.sleutel}"
            verdeel(boek, naam, OORDELEN, paren, f"form.{formulier}")
            posten.append((veld.sleutel, veld.label, tuple(f"{naam}.{s}" for s, _ in (*OORDELEN, NIET_INGEVULD))))
    return Opzet(tuple(posten), f"form.{formulier}")


def _oordeel(waarde: Any) -> str | None:
    if isinstance(waarde, bool) or not isinstance(waarde, (int, float)) or not 1 <= waarde <= 5:
        return None
    return "laag" if waarde < 3 else "midden" if waarde < 4 else "hoog"


# --------------------------------------------------------------------------
# Decisions


def tel_besluiten(boek: Telboek, beeld: Jaarbeeld, fase: str) -> Opzet:
    """Count the decisions of a fase by outcome; an organisation says itself which outcomes there are."""
    keuzes = tuple((b.uitkomst, b.naam) for b in beeld.inrichting.fase(fase).besluiten)
    paren = [
        (besluit.uitkomst, mens(dossier))
        for dossier in (*beeld.trajecten, *beeld.verleden)
        for besluit in dossier.verloop.besluiten
        if besluit.fase == fase and beeld.jaar.bevat(besluit.datum)
    ]
    return verdeel(boek, f"besluit.{fase}", keuzes, paren, f"besluiten.{fase}")


def tel_bestemming(boek: Telboek, beeld: Jaarbeeld) -> Opzet:
    """Count where people go whose evaluatie said that it is done; `tel_besluiten` has counted them all."""
    keuzes = keuzes_van(beeld, EVAL, "afronden_bestemming")
    uit = [b.uitkomst for b in beeld.inrichting.fase(EVAL).besluiten if b.vervolg == "uitstroom"]
    if not keuzes or len(uit) != 1:
        return Opzet()
    paren = [
        (besluit.invulling.waarde("afronden_bestemming"), mens(dossier))
        for dossier in (*beeld.trajecten, *beeld.verleden)
        for besluit in dossier.verloop.besluiten
        if besluit.fase == EVAL and besluit.uitkomst == uit[0] and beeld.jaar.bevat(besluit.datum)
    ]
    return verdeel(boek, "bestemming", keuzes, paren, f"besluit.{EVAL}.{uit[0]}")


# --------------------------------------------------------------------------
# Goals


def tel_gebieden(boek: Telboek, beeld: Jaarbeeld) -> Opzet:
    """Count the goals by leefgebied: of each cycle those of the last version of the plan."""
    plannen = {(mens(d), deel.cyclus or 1): (d, deel) for d, deel in _op_dag(beeld, PLAN, "plan_datum")}
    paren = [
        (rij.get("leefgebied"), mens(d))
        for d, deel in plannen.values()
        for rij in rijen(deel, "doelen")
        if _gevuld(rij)
    ]
    keuzes = tuple((gebied.sleutel, gebied.naam) for gebied in beeld.inrichting.leefgebieden)
    return verdeel(boek, "gebied", keuzes, paren, "doelen.gesteld")


def tel_doelen(boek: Telboek, beeld: Jaarbeeld) -> Opzet:
    """Count the goals that were looked back on by outcome: each goal once, as it was said last."""
    uitkomst: dict[tuple[str, int, Any], tuple[Any, str]] = {}
    for dossier, deel in _op_dag(beeld, EVAL, "eval_datum"):
        for nr, rij in enumerate(rijen(deel, "per_doel")):
            if _gevuld(rij):
                doel = rij.get("doel_nr")
                sleutel = doel if isinstance(doel, int) else f"rij {nr}"
                uitkomst[mens(dossier), deel.cyclus or 1, sleutel] = (rij.get("behaald"), mens(dossier))
    return verdeel(boek, "doel", keuzes_van(beeld, EVAL, "per_doel", "behaald"), uitkomst.values(), "doelen.bekeken")


def _gevuld(rij: Mapping[str, Any]) -> bool:
    return any(waarde not in (None, "") for waarde in rij.values())


def _op_dag(beeld: Jaarbeeld, formulier: str, veld: str) -> list[tuple[Dossier, Any]]:
    """Return the forms of one kind with a day in the year, in order of that day."""
    gezien = [(d, deel) for d, deel in beeld.formulieren_van(formulier) if beeld.jaar.bevat(datum_van(deel, veld))]
    return sorted(gezien, key=lambda paar: (mens(paar[0]), datum_van(paar[1], veld), paar[1].bestand))
