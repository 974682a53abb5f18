"""Which form comes next in a dossier, and why; or why none does (domein.md 4.8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.dossier import STANDEN
from generator.model import FASEN, Besluitmoment, Invulling
from generator.verloop import (
    AANMELDING,
    EVAL,
    EXIT,
    INTAKE,
    KRING,
    ONGEWOON_VERTREK,
    PB,
    PLAN,
    RAPPORTAGE,
    START,
    UITSTROOM,
    datum_van,
    dubbel_genummerd,
    nieuwe_aanmelding,
)
from generator.vervolg.beeld import Beeld

WIJZER, RIE, OVERDRACHT, TOESTEMMING = "leefgebiedenwijzer", "rie", "overdracht", "toestemming"
SIGNALERING, KAART, HULPVRAAG = "signaleringsplan", "deelnemerskaart", "hulpvraagwijziging"
_FASEFORMULIEREN = {
    "aanmelding": (AANMELDING,),
    "intake": (INTAKE,),
    "opstart": (START, RIE),
    "analyse": (WIJZER, PB),
    "planning": (PLAN, SIGNALERING, KAART),
    "uitvoering": (RAPPORTAGE, EVAL),
    "evaluatie": (EVAL,),
    "uitstroom": (UITSTROOM, OVERDRACHT, EXIT),
}
# The form without which a fase is not done.
_KERN = (AANMELDING, INTAKE, START, PB, PLAN, EVAL, UITSTROOM, EXIT)
_EENMALIG = (RIE, SIGNALERING, KAART, OVERDRACHT, UITSTROOM, EXIT)
_NA_AFLOOP = (EXIT, "tevredenheid")
_STIL = {
    "wachten": "staat op de wachtlijst; zodra er plek is, komt de opstart",
    "overleg": "eerst overleg; daarna een besluit",
    "": "bij dit besluit zegt jullie inrichting niet wat er volgt",
}
Soort = Literal["maken", "wachten", "klaar", "onduidelijk"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Volgend:
    """A form to make: of which cycle, and why.

    ``kaal`` when only the kop goes along; ``nieuwe_versie`` of the plan of this same cycle.
    """

    formulier: str
    cyclus: int
    reden: str
    kaal: bool = False
    nieuwe_versie: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Advies:
    """What comes next. ``soort`` says how the dossier stands when nothing does: waiting, done, or unclear."""

    soort: Soort
    volgend: tuple[Volgend, ...] = ()
    redenen: tuple[str, ...] = ()


def adviseer(beeld: Beeld) -> Advies:
    """Return the forms that are next, or why there are none."""
    stappen: tuple[Callable[[Beeld], Advies | None], ...] = (_gesloten, _vertrek, _kring, _begin)
    advies = next(filter(None, (stap(beeld) for stap in stappen)), None)
    if advies is None:
        return Advies(soort="wachten", redenen=("er is nog geen formulier met een datum die te lezen is",))
    return _zonder_begonnen(beeld, advies)


def _zonder_begonnen(beeld: Beeld, advies: Advies) -> Advies:
    """Leave out what lies there without a date: that is finished first."""
    begonnen = {(deel.formulier, deel.cyclus or 1): deel for deel in beeld.zonder_datum}
    ligt = [v for v in advies.volgend if (v.formulier, v.cyclus or 1) in begonnen]
    if not ligt:
        return advies
    zinnen = [f"{beeld.kader.titel(v.formulier)} is er al, maar zonder leesbare datum: maak dat eerst af" for v in ligt]
    over = tuple(v for v in advies.volgend if v not in ligt)
    return replace(advies, soort=advies.soort if over else "wachten", volgend=over,
                   redenen=(*advies.redenen, *zinnen))  # fmt: skip


def _niets(soort: Soort, reden: str) -> Advies:
    return Advies(soort=soort, redenen=(reden,))


def _maken(volgend: Iterable[Volgend]) -> Advies | None:
    gevonden = tuple(volgend)
    return Advies(soort="maken", volgend=gevonden) if gevonden else None


# --------------------------------------------------------------------------
# From the end to the beginning


def _gesloten(beeld: Beeld) -> Advies | None:
    verloop = beeld.dossier.verloop
    if not verloop.gesloten or verloop.vertrek is None:
        return None
    if nieuwe_aanmelding(beeld.delen, verloop.vertrek):
        return _niets("onduidelijk", "na het vertrek is er weer een aanmelding; geef die een eigen dossiernummer")
    lijst = beeld.van(UITSTROOM)[0]
    achteraf = lijst.waarde("uitstroomsoort") in ("uitzetting", "stopzetting")
    if achteraf and beeld.heeft(EXIT) and not beeld.van(EXIT):
        reden = f"na een ongewoon vertrek kan het exitgesprek achteraf; het vertrek was {verloop.vertrek:%d-%m-%Y}"
        return _maken([Volgend(formulier=EXIT, cyclus=0, reden=reden)])
    return _niets("klaar", f"het dossier is gesloten op {verloop.vertrek:%d-%m-%Y}")


def _vertrek(beeld: Beeld) -> Advies | None:
    """Somebody is leaving: the forms for that which are not there yet."""
    bewijs = [*beeld.van(UITSTROOM), *beeld.van(EXIT)]
    bewijs += [deel for deel in beeld.van(HULPVRAAG) if datum_van(deel, "hv_einddatum")]
    if not bewijs:
        return None
    volgend = list(_van_fase(beeld, "uitstroom", 0, f"volgt op {beeld.noem(bewijs[0])}"))
    return _maken(volgend) or _niets("klaar", "alle formulieren voor het vertrek zijn er")


def _kring(beeld: Beeld) -> Advies | None:
    """The circle of analyse, planning, uitvoering and evaluatie."""
    cyclus = beeld.cyclus
    if not cyclus:
        return None
    if dubbel := dubbel_genummerd(beeld.delen, beeld.dossier.verloop):
        return _niets("onduidelijk", f"{beeld.noem(dubbel[0])} draagt nog het nummer van de vorige cyclus")
    if evaluaties := beeld.evaluaties(cyclus):
        return _na_evaluatie(beeld, cyclus, evaluaties)
    if plannen := beeld.van(PLAN, cyclus):
        dag = datum_van(plannen[0], "evaluatie_gepland")
        gepland = f"; gepland op {dag:%d-%m-%Y}" if dag else ""
        volgend = _van_fase(beeld, "uitvoering", cyclus, f"volgt op {beeld.noem(plannen[0])}")
        return _verder(beeld, "evaluatie", cyclus, (
            replace(v, reden=v.reden + gepland) if v.formulier == EVAL else v for v in volgend))  # fmt: skip
    return _naar(beeld, "planning", cyclus, f"volgt op {beeld.noem(beeld.van(PB, cyclus)[0])}")


def _na_evaluatie(beeld: Beeld, cyclus: int, evaluaties: tuple[Invulling, ...]) -> Advies | None:
    ids = set(map(id, evaluaties))
    besluiten = [b for b in beeld.dossier.verloop.besluiten if id(b.invulling) in ids]
    if len({besluit.uitkomst for besluit in besluiten}) > 1:
        return _niets("onduidelijk", f"de evaluaties van cyclus {cyclus} noemen niet hetzelfde besluit")
    if not besluiten:
        return _niets("wachten", f"{beeld.noem(evaluaties[0])} heeft nog geen besluit dat te lezen is")
    besluit = besluiten[-1]
    if besluit.vervolg not in KRING:
        return _na_besluit(beeld, besluit, cyclus)
    advies = _naar(beeld, besluit.vervolg, cyclus + 1, _na(beeld, besluit))
    if besluit.invulling.waarde("pb_nieuw") != "nee" or advies is None:
        return advies
    return _zonder_nieuwe_beschrijving(advies)


def _zonder_nieuwe_beschrijving(advies: Advies) -> Advies:
    """The earlier description still holds, says the evaluatie: nothing has to be written again."""
    volgend = [v for v in advies.volgend if v.formulier != WIJZER]
    volgend = [replace(v, kaal=True, reden=f"{v.reden}; de vorige geldt nog") if v.formulier == PB else v
               for v in volgend]  # fmt: skip
    return replace(advies, volgend=tuple(volgend))


def _begin(beeld: Beeld) -> Advies | None:
    """Before the circle begins: aanmelding, intake, opstart."""
    if starts := beeld.van(START):
        spoed = beeld.dossier.verloop.spoed and not beeld.van(INTAKE) and beeld.heeft(INTAKE)
        intake = [Volgend(formulier=INTAKE, cyclus=0, reden="volgt nog na de spoedopname")] if spoed else []
        waarom = f"volgt op {beeld.noem((beeld.van(WIJZER, 1) or starts)[0])}"
        return _verder(beeld, "analyse", 1, [*intake, *_van_fase(beeld, "analyse", 1, waarom)])
    for fase in (INTAKE, AANMELDING):
        if delen := beeld.van(fase):
            besluit = beeld.besluit(fase)
            if besluit is None or besluit.invulling is not delen[0]:
                return _niets("wachten", f"{beeld.noem(delen[0])} heeft nog geen besluit dat te lezen is")
            return _na_besluit(beeld, besluit, 0)
    if wijzers := beeld.van(WIJZER):
        return _naar(beeld, "analyse", wijzers[0].cyclus or 1, f"volgt op {beeld.noem(wijzers[0])}")
    return None


# --------------------------------------------------------------------------
# After a decision


def _na(beeld: Beeld, besluit: Besluitmoment) -> str:
    """Return ``volgt op Intakeformulier van 15-01-2026: besluit ‘toelating’``."""
    besluiten = beeld.kader.inrichting.fase(besluit.fase).besluiten
    naam = next((b.naam for b in besluiten if b.uitkomst == besluit.uitkomst), besluit.uitkomst)
    return f"volgt op {beeld.noem(besluit.invulling)}: besluit ‘{naam}’"


def _na_besluit(beeld: Beeld, besluit: Besluitmoment, cyclus: int) -> Advies | None:
    vervolg = besluit.vervolg
    if vervolg == "wachten" and besluit.fase == INTAKE and datum_van(besluit.invulling, "plaatsing_datum"):
        return _start(beeld, "opstart", f"{_na(beeld, besluit)}, en er is nu plek")
    waarna = _na(beeld, besluit).removeprefix("volgt op ")
    if vervolg == "einde":
        stand = STANDEN.get(beeld.dossier.stand)
        wat = f"{stand} ({beeld.noem(besluit.invulling)})" if stand else waarna
        return _niets("klaar", f"{wat}; hier volgt geen formulier op")
    if vervolg in _STIL:
        return _niets("wachten", f"{_STIL[vervolg]} ({waarna})")
    if vervolg == "opstart":
        return _start(beeld, vervolg, _na(beeld, besluit), spoed=besluit.fase == AANMELDING)
    return _naar(beeld, vervolg, cyclus, _na(beeld, besluit))


def _start(beeld: Beeld, fase: str, waarom: str, spoed: bool = False) -> Advies | None:
    """The start; with a toestemming when somebody else will be asked, and after spoed the intake as well."""
    volgend: list[Volgend] = []
    navraag = [deel for deel in beeld.van(INTAKE)[:1] if deel.waarde("aanvullende_info_nodig") == "ja"]
    if navraag and beeld.heeft(TOESTEMMING) and not beeld.van(TOESTEMMING):
        reden = f"volgt op {beeld.noem(navraag[0])}: er is navraag bij anderen nodig"
        volgend.append(Volgend(formulier=TOESTEMMING, cyclus=0, reden=reden))
    volgend += _van_fase(beeld, fase, 0, waarom)
    if spoed and beeld.heeft(INTAKE) and not beeld.van(INTAKE):
        volgend.append(Volgend(formulier=INTAKE, cyclus=0, reden=f"{waarom}; de intake volgt na de start"))
    return _verder(beeld, fase, 0, volgend)


def _naar(beeld: Beeld, fase: str, cyclus: int, waarom: str) -> Advies | None:
    return _verder(beeld, fase, cyclus, _van_fase(beeld, fase, cyclus, waarom))


def _verder(beeld: Beeld, fase: str, cyclus: int, volgend: Iterable[Volgend]) -> Advies | None:
    """Return what there is to make; a fase whose own form the organisation doesn't use is passed over."""
    gevonden = list(volgend)
    while not any(v.formulier in _KERN for v in gevonden) and fase != FASEN[-1]:
        fase = FASEN[FASEN.index(fase) + 1]
        if fase in ("aanmelding", "intake", "opstart"):
            continue
        waarom = gevonden[0].reden if gevonden else "de stappen ervoor zijn gezet"
        al = {v.formulier for v in gevonden}
        gevonden += [v for v in _van_fase(beeld, fase, max(cyclus, 1), waarom) if v.formulier not in al]
    return _maken(gevonden)


def _van_fase(beeld: Beeld, fase: str, cyclus: int, waarom: str) -> Iterator[Volgend]:
    """Yield the forms of a fase that the organisation uses and that are not there yet."""
    for formulier in _FASEFORMULIEREN[fase]:
        if not beeld.heeft(formulier) or not _nodig(beeld, formulier):
            continue
        eenmalig = formulier in _EENMALIG or fase in ("aanmelding", "intake", "opstart")
        er_al = beeld.van(formulier) if eenmalig else beeld.van(formulier, cyclus)
        if formulier == EVAL:
            er_al = beeld.evaluaties(cyclus)
        if formulier == RAPPORTAGE or not er_al:
            nummer = cyclus if beeld.kader.formulieren[formulier].veld("cyclus_nr") is not None else 0
            yield Volgend(formulier=formulier, cyclus=nummer, reden=waarom)


def _nodig(beeld: Beeld, formulier: str) -> bool:
    """True unless a form that only sometimes belongs to leaving is not needed here."""
    if formulier == OVERDRACHT:
        evaluaties = beeld.van(EVAL)[:1]
        anders = any(d.waarde("afronden_bestemming") == "andere_voorziening" for d in evaluaties)
        return anders or any(d.waarde("ambulant") == "ja" for d in evaluaties) or bool(beeld.van(HULPVRAAG))
    if formulier == EXIT:
        return not any(d.waarde("uitstroomsoort") == ONGEWOON_VERTREK[-1] for d in beeld.van(UITSTROOM))
    return True


# --------------------------------------------------------------------------
# A form that somebody asks for


def kies(beeld: Beeld, advies: Advies, sleutel: str) -> Volgend | str:
    """Return the form that was asked for as a next one, or in a sentence why it can't be made now."""
    if passend := next((v for v in advies.volgend if v.formulier == sleutel), None):
        return passend
    titel = beeld.kader.titel(sleutel)
    if advies.soort == "onduidelijk" or (advies.soort == "klaar" and sleutel not in _NA_AFLOOP):
        return f"{titel}: nu niet, want {advies.redenen[0]}"
    if beeld.zonder_datum and any(deel.formulier == sleutel for deel in beeld.zonder_datum):
        return f"{titel} is er al, maar zonder leesbare datum: maak dat eerst af"
    cyclus = max(beeld.cyclus, 1) if beeld.kader.formulieren[sleutel].veld("cyclus_nr") is not None else 0
    if sleutel == PLAN and beeld.van(PLAN, cyclus) and not beeld.evaluaties(cyclus):
        reden = f"nieuwe versie van {beeld.noem(beeld.van(PLAN, cyclus)[0])}"
        return Volgend(formulier=PLAN, cyclus=cyclus, reden=reden, nieuwe_versie=True)
    if sleutel in _KERN:
        er_al = beeld.van(sleutel, cyclus or None)
        waarom = f"dat is er al: {beeld.noem(er_al[0])}" if er_al else f"eerst komt {_eerst(beeld, advies)}"
        return f"{titel}: nu niet, want {waarom}"
    return Volgend(formulier=sleutel, cyclus=cyclus, reden="gevraagd met --formulier")


def _eerst(beeld: Beeld, advies: Advies) -> str:
    titels = [beeld.kader.titel(v.formulier) for v in advies.volgend if v.formulier in _KERN]
    return titels[0] if titels else "een besluit"
