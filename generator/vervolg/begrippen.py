"""What may go along to a next form: which concepts, which columns, and the newest answer to each.

A concept (`begrip`) links questions of different forms. What is only true of one moment never goes
along: dates, signatures, consents, decisions and judgements. Only what stays true does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.dossier import hoofddatum
from generator.formats.bladen import Blad
from generator.model import Formulier, Invulling, Kolom, Onleesbaar, Veld
from generator.veldsoorten import VELDSOORTEN, is_leeg, vergelijkbaar
from generator.vervolg.beeld import Beeld

DOELEN, WENS, KEUZE = "doelen", "wens", "keuze"
_SOORTEN = ("kort", "lang", "getal", "keuze", "meerkeuze", "tabel")
_KOLOMSOORTEN = ("kort", "lang", "getal", "keuze", "voorgedrukt")
_TEKST = frozenset(("kort", "lang"))
# What was chosen, weighed or judged then: every form asks it anew.
_OORDEEL = frozenset(
    "aanpakken reden prioriteit hangt_samen_met streefdatum behaald relevant stand verder nagekomen besluit kans ernst "
    "nog_aanwezig status mag_informatie".split()
)
_DOORGEVEN = {"afspraken": ("geldig_tot",)}
"""Columns with a date that stays true."""
BOUWT_VOORT = ("persoonsbeschrijving", "begeleidingsplan", "signaleringsplan", "deelnemerskaart", "rie")
"""Forms that begin with what the one before of the same kind says."""
ZELFDE_PLAN = ("acties", "netwerk_rol", "gesprek_frequentie")
"""What was agreed for one period: it only goes along to another version of that same plan."""
_GESPREKSBLAD = "leefgebiedenwijzer"
_KORTSTE_UITNODIGING = 12


@dataclass(frozen=True, slots=True)
class Opmerking:
    """An answer that was not carried over: which, and why; never the answer itself."""

    wat: str
    waarom: str

    def __str__(self) -> str:
        """Return it as a sentence."""
        return f"{self.wat}: {self.waarom}"


@dataclass(frozen=True, slots=True)
class Vondst:
    """An answer and the form it comes from; ``waarom`` when it can't be carried over."""

    waarde: Any
    bron: Invulling
    waarom: str = ""


@dataclass(slots=True)
class Oogst:
    """What was gathered for one form: answers, where they come from, and what was left out."""

    waarden: dict[str, Any] = field(default_factory=dict)
    bronnen: dict[str, tuple[Invulling, ...]] = field(default_factory=dict)
    opmerkingen: list[Opmerking] = field(default_factory=list)

    def neem(self, veld: str, waarde: Any, *bronnen: Invulling) -> None:
        """Keep the answer to a field; of one leefgebied the source is kept under ``veld.gebied``."""
        if not is_leeg(waarde):
            self.waarden[veld] = waarde
            self.bronnen[veld] = tuple({id(bron): bron for bron in bronnen}.values())

    def laat(self, wat: str, waarom: str) -> None:
        """Note what was left out, once."""
        if (deze := Opmerking(wat, waarom)) not in self.opmerkingen:
            self.opmerkingen.append(deze)


def gaat_mee(veld: Veld) -> bool:
    """True when an answer to this question can stay true in a later form."""
    return veld.begrip is not None and veld.soort in _SOORTEN and veld.opties_uit != "besluiten"


def verwant(bron: Veld, doel: Veld) -> bool:
    """True when two questions with one concept ask for the same kind of answer."""
    return (
        bron.soort == doel.soort or {bron.soort, doel.soort} <= _TEKST
    ) and bron.per_leefgebied == doel.per_leefgebied


def kolommen_mee(bron: Veld, doel: Veld, alles: bool = False) -> tuple[Kolom, ...]:
    """Return the columns of *doel* that *bron* can fill; *alles* for another version of the same plan."""
    bekend = {kolom.sleutel: kolom for kolom in bron.kolommen}
    return tuple(
        kolom
        for kolom in doel.kolommen
        if (ander := bekend.get(kolom.sleutel)) is not None
        and (ander.soort == kolom.soort or {ander.soort, kolom.soort} <= _TEKST)
        and (alles or _kolom_blijft(doel, kolom))
    )


def _kolom_blijft(doel: Veld, kolom: Kolom) -> bool:
    if kolom.sleutel in _DOORGEVEN.get(doel.begrip or "", ()):
        return True
    return kolom.soort in _KOLOMSOORTEN and kolom.sleutel not in _OORDEEL


# --------------------------------------------------------------------------
# The newest answer


def bronvelden(beeld: Beeld, deel: Invulling, begrip: str) -> Iterator[Veld]:
    """Yield the questions of a form that are about a concept."""
    yield from (veld for veld in beeld.formulier(deel).velden if veld.begrip == begrip)


def kandidaten(beeld: Beeld, doel: Formulier, veld: Veld) -> Iterator[tuple[Invulling, Veld]]:
    """Yield the forms and questions that may answer a question, newest first."""
    for deel in beeld.nieuwste:
        if deel.formulier == doel.sleutel and doel.sleutel not in BOUWT_VOORT:
            continue
        yield from ((deel, ander) for ander in bronvelden(beeld, deel, veld.begrip or "") if verwant(ander, veld))


def staat(deel: Invulling, veld: Veld, waarde: Any, blad: str = "") -> Vondst | None:
    """Return what a form says there: an answer, or why it can't be used; None when it says nothing."""
    if blad in deel.niet_gevonden or veld.sleutel in deel.niet_gevonden:
        return Vondst(None, deel, "de vraag is weg")
    if isinstance(waarde, Onleesbaar):
        return Vondst(None, deel, "het antwoord is niet te lezen")
    return None if is_leeg(waarde) else Vondst(waarde, deel)


def een_antwoord(beeld: Beeld, doel: Formulier, veld: Veld) -> Vondst | None:
    """Return the newest answer to a question; two forms of one kind and day that differ are a conflict."""
    eerste: Vondst | None = None
    for deel, ander in kandidaten(beeld, doel, veld):
        vondst = staat(deel, ander, deel.waarde(ander.sleutel), ander.sleutel)
        if eerste is None:
            eerste = vondst
        elif not zelfde_moment(eerste.bron, deel):
            break
        elif vondst is not None and vondst.waarde != eerste.waarde:
            return strijdig(vondst)
    return eerste


def zelfde_moment(een: Invulling, ander: Invulling) -> bool:
    """True when nothing says which of two forms is newer: one kind, one cycle, one day, one version."""
    return (een.formulier, een.cyclus or 1, hoofddatum(een), een.waarde("plan_versie")) == (
        ander.formulier, ander.cyclus or 1, hoofddatum(ander), ander.waarde("plan_versie"))  # fmt: skip


def strijdig(vondst: Vondst) -> Vondst:
    """Return the same without its answer: another form of that day says something else."""
    return Vondst(None, vondst.bron, "twee formulieren van die dag zeggen iets anders")


def per_gebied(beeld: Beeld, doel: Formulier, veld: Veld) -> dict[str, Vondst]:
    """Return leefgebied → newest answer.

    The newest form that says anything decides over all of them: what it left empty was left empty. Of the
    sheets of talks each holds what was spoken of that day, so those count together.
    """
    gevonden: dict[str, Vondst] = {}
    vorige: Invulling | None = None
    for deel, ander in kandidaten(beeld, doel, veld):
        if vorige is not None and vorige.formulier != _GESPREKSBLAD and not zelfde_moment(vorige, deel):
            break
        hier = {
            gebied.sleutel: vondst
            for gebied in doel.leefgebieden
            if (vondst := staat(deel, ander, _deel(deel, ander, gebied.sleutel), f"{ander.sleutel}.{gebied.sleutel}"))
        }
        vorige = deel if hier else vorige
        for gebied, vondst in hier.items():
            eerder = gevonden.get(gebied)
            if eerder is None:
                gevonden[gebied] = vondst
            elif zelfde_moment(eerder.bron, deel) and eerder.waarde != vondst.waarde:
                gevonden[gebied] = strijdig(vondst)
    return gevonden


def _deel(deel: Invulling, veld: Veld, gebied: str) -> Any:
    waarde = deel.waarde(veld.sleutel)
    return waarde.get(gebied) if isinstance(waarde, Mapping) else None


def rijen_van(beeld: Beeld, doel: Formulier, veld: Veld) -> tuple[Vondst, Veld] | None:
    """Return the newest rows for a table, and the question that has them."""
    eerste: tuple[Vondst, Veld] | None = None
    for deel, ander in kandidaten(beeld, doel, veld):
        vondst = staat(deel, ander, deel.waarde(ander.sleutel), ander.sleutel)
        if eerste is None:
            eerste = (vondst, ander) if vondst else None
        elif not zelfde_moment(eerste[0].bron, deel):
            break
        elif vondst is not None and vondst.waarde != eerste[0].waarde:
            return strijdig(vondst), ander
    return eerste


def geldige_rijen(beeld: Beeld, begrip: str, rijen: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the rows that still hold: risks that are still there, agreements that have not ended."""
    if begrip == "risicos":
        return [rij for rij in rijen if rij.get("nog_aanwezig") != "nee"]
    if begrip == "afspraken":
        return [rij for rij in rijen if not _voorbij(rij.get("geldig_tot"), beeld.kader.peildatum)]
    if begrip == "voorwaarden" and any(deel.rijen("voorwaarden_terug") for deel in beeld.van("evaluatie")):
        return []
    return list(rijen)


def _voorbij(dag: Any, peildatum: date) -> bool:
    return isinstance(dag, date) and dag < peildatum


# --------------------------------------------------------------------------
# Whether an answer fits where it goes


def past(waarde: Any, blad: Blad) -> str:
    """Return why an answer can't stand in a place; nothing when it reads back as what it is."""
    soort = VELDSOORTEN[blad.soort]
    if blad.soort in ("keuze", "ja_nee") and waarde not in {optie.sleutel for optie in blad.opties}:
        return "deze keuze bestaat niet meer"
    terug = soort.parse(soort.toon(waarde, blad.omgeving), blad.omgeving)
    if isinstance(terug, Onleesbaar) or terug != waarde or (blad.soort == "kort" and "\n" in waarde):
        return "het antwoord past niet in dit veld"
    return "er staat nog een uitnodiging om te typen" if _lijkt_leeg(waarde, blad) else ""


def _lijkt_leeg(waarde: Any, blad: Blad) -> bool:
    """True when a text holds the invitation of the place where it goes: it would read back as nothing."""
    if not isinstance(waarde, str) or blad.soort not in _TEKST:
        return False
    uitnodiging = blad.plaatshouder
    zelfde = abs(len(waarde) - len(uitnodiging)) < 6 and vergelijkbaar(waarde) == vergelijkbaar(uitnodiging)
    return zelfde or (len(uitnodiging) >= _KORTSTE_UITNODIGING and uitnodiging in waarde)


def passende_keuzes(waarde: Any, opties: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """Return the choices that still exist, in order, and whether any is gone."""
    gekozen = waarde if isinstance(waarde, (tuple, list)) else ()
    over = tuple(optie for optie in opties if optie in gekozen)
    return over, len(over) < len(set(gekozen))
