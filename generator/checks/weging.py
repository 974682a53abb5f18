"""R14–R20: what aanmelding and intake weigh, and whether the decision fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.afwijking import afwijkingen_van
from generator.checks.blik import DossierBlik, FormulierBlik, niets, rijnaam
from generator.checks.regel import Overslaan, Plek, Treffer, Uitkomst, regel
from generator.kalender import leeftijd_op
from generator.model import Ernst
from generator.taal import opsomming

_AANMELDING, _INTAKE = "aanmelding", "intake"
_POSITIEF = ("intake", "opstart")
_LEEFTIJD = "leeftijd"


def positief(blik: FormulierBlik) -> bool:
    """True when the decision in this form leads on: to the intake or to the start."""
    return blik.vervolg in _POSITIEF


def vastgelegd(blik: FormulierBlik, code: str) -> bool:
    """True when the dossier has a deviation on record that speaks of this rule and this form."""
    afwijkingen = afwijkingen_van(blik.dossier) if blik.dossier else ()
    return any(deel.geldt_voor(code, blik.formulier.sleutel, blik.cyclus) for deel in afwijkingen)


def _rijen(blik: FormulierBlik, tabel: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the rows of a table that the form has, with their number."""
    if tabel in blik.velden:
        yield from enumerate(blik.rijen(tabel), 1)


# --------------------------------------------------------------------------
# Criteria and contra-indicaties


@regel("R14", "Criterium niet gehaald", ernst=Ernst.FOUT, bron="S2:119-122; S0:142-144; S3:407-408, 440",
       niveau="formulier", nodig=(f"{_AANMELDING}.besluit",), leest=(f"{_AANMELDING}.criteria",))  # fmt: skip
def criterium_niet_gehaald(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Het besluit is positief, terwijl een criterium op nee of onbekend staat en niemand uitlegt waarom het kan.

    Onbekend is een waarschuwing. Ook: iemand wil niet aan de vraag werken, of er zijn minder kenmerken dan
    `min_kenmerken`. Een toelichting achter het criterium is uitleg. Een lege hulpvraag meldt R01, een
    leeftijd die niet past R16.

    Slecht: ‘Eigen inkomen’ is nee, zonder toelichting, en het besluit is intake.
    Goed: ‘Eigen inkomen’ is nee; in de toelichting staat dat de uitkering is aangevraagd.
    """
    if positief(blik):
        feiten = {"besluit": blik.gekozen("besluit")}
        yield from _criteria(blik, feiten)
        yield from _bereidheid(blik, feiten)
        yield from _kenmerken(blik, feiten)


def _criteria(blik: FormulierBlik, feiten: dict[str, Any]) -> Iterator[Uitkomst]:
    if blik.kader.parameters.criteria_gebruiken == "nee":
        return
    for nr, rij in _rijen(blik, "criteria"):
        stand = rij.get("voldoet")
        if stand not in ("nee", "onbekend") or not niets(rij.get("toelichting")) or _zegt_r16(blik, rij):
            continue
        if blik.kwijt("criteria.toelichting") or blik.kwijt(f"criteria[{nr}].toelichting"):
            yield Overslaan("veld_kwijt", {"veld": blik.label("criteria.toelichting"),
                                           "formulier": blik.formulier.titel})  # fmt: skip
        elif stand == "nee" or not vastgelegd(blik, "R14"):
            veld = blik.velden["criteria"]
            namen = {"veld": blik.label("criteria"), "rij": rijnaam(veld, rij, nr)}
            plek = Plek(blik.invulling, f"criteria[{nr}].voldoet")
            licht = Ernst.WAARSCHUWING if stand == "onbekend" else None
            kolom = blik.label("criteria.toelichting")
            yield Treffer(stand, (plek,), {**feiten, **namen, "kolom": kolom}, licht)


def _zegt_r16(blik: FormulierBlik, rij: Mapping[str, Any]) -> bool:
    """True for the criterion about age when R16 names the ages."""
    return _over_leeftijd(blik, rij) and _buiten_grens(blik) is not None


def _over_leeftijd(blik: FormulierBlik, rij: Mapping[str, Any]) -> bool:
    sleutel = rij.get("criterium")
    return any(_LEEFTIJD in r.sleutel and r.sleutel == sleutel for r in blik.velden["criteria"].rijen)


def _criterium_spreekt(blik: FormulierBlik, sleutel: str) -> bool:
    """True when a criterion with the same name already says nee or onbekend: one remark is enough."""
    if blik.kader.parameters.criteria_gebruiken == "nee":
        return False
    alle = (rij for _, rij in _rijen(blik, "criteria") if rij.get("criterium") == sleutel)
    return any(rij.get("voldoet") in ("nee", "onbekend") for rij in alle)


def _bereidheid(blik: FormulierBlik, feiten: dict[str, Any]) -> Iterator[Uitkomst]:
    if onzeker := blik.onzeker(("bereidheid",)):
        yield onzeker
    elif blik.waarde("bereidheid") == "nee" and not _criterium_spreekt(blik, "bereidheid"):
        yield Treffer("bereidheid", (Plek(blik.invulling, "bereidheid"),),
                      {**feiten, "veld": blik.label("bereidheid")})  # fmt: skip


def _kenmerken(blik: FormulierBlik, feiten: dict[str, Any]) -> Iterator[Uitkomst]:
    minstens = blik.kader.parameters.min_kenmerken
    if "kenmerken" not in blik.velden or minstens == 0:
        return
    if onzeker := blik.onzeker(("kenmerken",)):
        yield onzeker
        return
    waarde = blik.waarde("kenmerken")
    aantal = len(waarde) if isinstance(waarde, (tuple, list)) else 0
    van_r01 = blik.leeg("kenmerken") and blik.moet("kenmerken")
    if aantal < minstens and not van_r01 and not _criterium_spreekt(blik, "kenmerken"):
        tellen = {"veld": blik.label("kenmerken"), "aantal": aantal, "minstens": minstens}
        yield Treffer("kenmerken", (Plek(blik.invulling, "kenmerken"),), {**feiten, **tellen})


@regel("R15", "Contra-indicatie aanwezig", ernst=Ernst.FOUT, bron="S2:114, 123-126; S0:156; S3:398-401",
       niveau="dossier", nodig=(_AANMELDING,),
       leest=(f"{_AANMELDING}.contra", f"{_AANMELDING}.begeleiding_mogelijk"))  # fmt: skip
def contra_indicatie_aanwezig(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Er is een contra-indicatie, en toch is het besluit bij de aanmelding of de intake positief.

    Onbekend is een waarschuwing. Zonder contra-indicatie telt ook dat begeleiding de vraag niet verder helpt.
    Een toelichting is niet genoeg: er hoort een afwijking te zijn, met reden en wie het goed vond. De intake
    hoort bij de laatste aanmelding.

    Slecht: ‘Bedreiging van buitenaf’ is ja, en het besluit is intake.
    Goed: ‘Bedreiging van buitenaf’ is ja, en het besluit is doorverwijzing.
    """
    aanmeldingen = blik.alle(_AANMELDING)
    for deel in aanmeldingen:
        besluiten = (deel, *(blik.alle(_INTAKE) if deel is aanmeldingen[-1] else ()))
        besluit = next((b for b in besluiten if positief(b)), None)
        if besluit:
            yield from _contra(deel, besluit)
        elif any(_contra(deel, deel)):
            yield from (onzeker for b in besluiten if (onzeker := b.onzeker(("besluit",))))


def _contra(blik: FormulierBlik, besluit: FormulierBlik) -> Iterator[Treffer]:
    gebruikt = blik.kader.parameters.contra_gebruiken == "ja"
    waar = "" if besluit is blik else f" ({besluit.formulier.titel})"
    feiten = {"besluit": besluit.gekozen("besluit"), "waar": waar, "afwijking": blik.label("afwijking")}
    daar = Plek(besluit.invulling, "besluit")
    gezegd = False
    for nr, rij in _rijen(blik, "contra") if gebruikt else ():
        stand = rij.get("aanwezig")
        if stand == "ja" or (stand == "onbekend" and not vastgelegd(blik, "R15")):
            gezegd = gezegd or stand == "ja"
            namen = {"veld": blik.label("contra"), "rij": rijnaam(blik.velden["contra"], rij, nr)}
            licht = Ernst.WAARSCHUWING if stand == "onbekend" else None
            yield Treffer(stand, (Plek(blik.invulling, f"contra[{nr}].aanwezig"), daar), {**feiten, **namen}, licht)
    if not gezegd and blik.waarde("begeleiding_mogelijk") == "nee":
        veld = {"veld": blik.label("begeleiding_mogelijk")}
        yield Treffer("begeleiding", (Plek(blik.invulling, "begeleiding_mogelijk"), daar), {**feiten, **veld})


@regel("R16", "Leeftijd", ernst=Ernst.FOUT, bron="S2:120", niveau="formulier",
       nodig=(f"{_AANMELDING}.geboortedatum", f"{_AANMELDING}.aanmelddatum"),
       leest=(f"{_AANMELDING}.besluit", f"{_AANMELDING}.criteria"))  # fmt: skip
def leeftijd_past(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Op de dag van aanmelding is iemand te jong of te oud, terwijl het criterium op ja staat of het besluit
    positief is.

    Alleen als `min_leeftijd` of `max_leeftijd` is ingevuld.

    Slecht: iemand is 17, de ondergrens is 18, en het besluit is intake.
    Goed: iemand wordt 18 op de dag van aanmelding.
    """
    grenzen = ("min_leeftijd", "max_leeftijd")
    if all(blik.kader.parameters.grens(naam) is None for naam in grenzen):
        yield Overslaan("uit", {"parameter": opsomming(list(grenzen))})
        return
    buiten = _buiten_grens(blik)
    op_ja = any(rij.get("voldoet") == "ja" and _over_leeftijd(blik, rij) for _, rij in _rijen(blik, "criteria"))
    if buiten and (op_ja or positief(blik)):
        variant, leeftijd, grens = buiten
        feiten = {"leeftijd": leeftijd, "grens": grens, "datum": blik.datum("aanmelddatum"),
                  "veld": blik.label("geboortedatum"), "ander": blik.label("aanmelddatum")}  # fmt: skip
        yield Treffer(variant, tuple(Plek(blik.invulling, v) for v in ("geboortedatum", "aanmelddatum")), feiten)


def _buiten_grens(blik: FormulierBlik) -> tuple[str, int, int] | None:
    """Return ``te_jong`` or ``te_oud`` with the age and the limit; None when it fits or isn't known."""
    geboren, dag = blik.datum("geboortedatum"), blik.datum("aanmelddatum")
    if geboren is None or dag is None:
        return None
    leeftijd = leeftijd_op(geboren, dag)
    minstens, hoogstens = (blik.kader.parameters.grens(naam) for naam in ("min_leeftijd", "max_leeftijd"))
    if minstens is not None and leeftijd < minstens:
        return "te_jong", leeftijd, minstens
    if hoogstens is not None and leeftijd > hoogstens:
        return "te_oud", leeftijd, hoogstens
    return None


# --------------------------------------------------------------------------
# The decisions


def _bij_twijfel(blik: FormulierBlik, _: str) -> bool:
    return bool(blik.waarde("twijfel") == "ja")


@regel("R17", "Crisis en twijfel", ernst=Ernst.WAARSCHUWING, bron="S2:131-132", niveau="formulier",
       nodig=(_AANMELDING,), dekt=(f"{_AANMELDING}.overleg_met",), dekt_als=_bij_twijfel)  # fmt: skip
def crisis_en_twijfel(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Er is crisis, maar het besluit is geen spoed; of er is twijfel, en er staat niet met wie is overlegd.

    Het eerste alleen als de organisatie een besluit kent dat meteen tot de start leidt.

    Slecht: crisis is ja, en het besluit is intake.
    Goed: twijfel is ja, en bij ‘Overlegd met’ staat een naam.
    """
    if onzeker := blik.onzeker(("crisis", "besluit")):
        yield onzeker
    elif blik.waarde("crisis") == "ja" and blik.gekozen("besluit") and blik.vervolg != "opstart" and _kent_spoed(blik):
        feiten = {"veld": blik.label("crisis"), "besluit": blik.gekozen("besluit")}
        yield Treffer("crisis", tuple(Plek(blik.invulling, veld) for veld in ("crisis", "besluit")), feiten)
    if _bij_twijfel(blik, "") and blik.leeg("overleg_met"):
        feiten = {"veld": blik.label("overleg_met"), "twijfel": blik.label("twijfel")}
        yield Treffer("twijfel", (Plek(blik.invulling, "overleg_met"),), feiten)


def _kent_spoed(blik: FormulierBlik) -> bool:
    return any(besluit.vervolg == "opstart" for besluit in blik.kader.inrichting.fase(_AANMELDING).besluiten)


# The form → what explains a negative decision, and where it sends somebody.
_REDEN = {_AANMELDING: "besluit_reden", _INTAKE: "brief_reden"}
_VERWEZEN = "verwezen_naar"


def _negatief(blik: FormulierBlik, veld: str) -> bool:
    """True when the decision ends here and this field should explain it."""
    if veld == _VERWEZEN:
        return bool(blik.waarde("besluit") == "doorverwijzing")
    return blik.vervolg == "einde"


@regel("R18", "Negatief besluit uitgelegd", ernst=Ernst.FOUT, bron="S2:138-140, 206, 210", niveau="formulier",
       leest=(f"{_AANMELDING}.besluit", f"{_INTAKE}.besluit"),
       dekt=(f"{_AANMELDING}.{_VERWEZEN}", f"{_INTAKE}.{_VERWEZEN}",
             *(f"{formulier}.{veld}" for formulier, veld in _REDEN.items())),
       dekt_als=_negatief, past=lambda formulier: formulier.sleutel in _REDEN)  # fmt: skip
def negatief_besluit_uitgelegd(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Na een doorverwijzing staat er niet waarheen, of na een doorverwijzing of afwijzing staat er geen reden.

    Bij de intake is de reden die in de brief.

    Slecht: het besluit is doorverwijzing, en ‘Verwezen naar’ is leeg.
    Goed: het besluit is doorverwijzing, met de plek en de reden erbij.
    """
    reden = _REDEN.get(blik.formulier.sleutel)
    if reden is None:
        return
    for variant, veld in (("waarheen", _VERWEZEN), ("reden", reden)):
        if _negatief(blik, veld) and blik.leeg(veld):
            feiten = {"veld": blik.label(veld), "besluit": blik.gekozen("besluit")}
            yield Treffer(variant, (Plek(blik.invulling, veld),), feiten)


@regel("R19", "Intakebesluit past bij weging", ernst=Ernst.WAARSCHUWING, bron="S2:189-193, 202", niveau="formulier",
       nodig=(f"{_INTAKE}.besluit",),
       leest=tuple(f"{_INTAKE}.{veld}" for veld in ("w_plekken", "w_aanbod", "w_groep")))  # fmt: skip
def besluit_past_bij_weging(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Het intakebesluit past niet bij wat er gewogen is.

    Dat is zo bij een wachtlijst terwijl er plek is, bij een start zonder plek, bij een start terwijl het aanbod
    niet past, en bij een oordeel over de groep als de organisatie geen groepswonen heeft (of andersom).

    Slecht: het besluit is wachtlijst, en er zijn 2 vrije plekken.
    Goed: het besluit is wachtlijst, en er zijn 0 vrije plekken.
    """
    plekken = blik.waarde("w_plekken")
    telt = isinstance(plekken, (int, float))
    if blik.vervolg == "wachten" and telt and plekken > 0:
        yield _weging(blik, "wachtlijst", "w_plekken")
    elif blik.vervolg == "opstart" and telt and plekken <= 0:
        yield _weging(blik, "vol", "w_plekken")
    if blik.vervolg == "opstart" and blik.waarde("w_aanbod") == "nee":
        yield _weging(blik, "aanbod", "w_aanbod")
    if "w_groep" in blik.velden:
        yield from _groep(blik)


def _groep(blik: FormulierBlik) -> Iterator[Treffer]:
    groepswonen = blik.kader.inrichting.organisatie.groepswonen == "ja"
    if not groepswonen and not niets(blik.waarde("w_groep")):
        yield _weging(blik, "geen_groep", "w_groep")
    elif groepswonen and blik.vervolg and blik.leeg("w_groep") and not blik.moet("w_groep"):
        yield _weging(blik, "wel_groep", "w_groep")


def _weging(blik: FormulierBlik, variant: str, veld: str) -> Treffer:
    plekken = tuple(Plek(blik.invulling, naam) for naam in (veld, "besluit"))
    feiten = {"besluit": blik.gekozen("besluit"), "plekken": blik.waarde("w_plekken"), "veld": blik.label(veld)}
    return Treffer(variant, plekken, feiten)


def _van_r20(blik: FormulierBlik, veld: str) -> bool:
    """True when R20 asks for this field: of a trial its own, of a conditional start the agreements."""
    besluit = blik.waarde("besluit")
    if veld.startswith("proef"):
        return bool(besluit == "proef")
    rijen = blik.rijen("voorwaarden")
    if besluit != "voorwaardelijk" or "voorwaarden" not in blik.velden:
        return False
    if veld == "voorwaarden":
        return not rijen
    met_wie = (blik.kwijt(f"voorwaarden[{nr}].wie") or not niets(rij.get("wie")) for nr, rij in enumerate(rijen, 1))
    return bool(rijen) and not any(met_wie)


@regel("R20", "Proef/voorwaardelijk ingevuld", ernst=Ernst.FOUT, bron="S2:203-204; S0:338-342", niveau="formulier",
       nodig=(f"{_INTAKE}.besluit",),
       dekt=tuple(f"{_INTAKE}.{veld}" for veld in ("proef_reden", "proef_eind", "voorwaarden", "voorwaarden.wie")),
       dekt_als=_van_r20)  # fmt: skip
def proef_en_voorwaarden(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Bij een proef ontbreekt de reden of de einddatum; bij een voorwaardelijke start een afspraak met ‘wie’.

    Eén afspraak waarbij staat wie erop let, is genoeg; een leeg vak bij een andere afspraak meldt R01.

    Slecht: het besluit is proef, en er staat niet tot wanneer.
    Goed: het besluit is voorwaardelijk, met één afspraak en wie erop let.
    """
    for veld in ("proef_reden", "proef_eind"):
        if _van_r20(blik, veld) and blik.leeg(veld):
            yield _ontbreekt(blik, veld, veld)
    voorwaardelijk = blik.waarde("besluit") == "voorwaardelijk"
    if voorwaardelijk and (onzeker := blik.onzeker(("voorwaarden", "voorwaarden.wie"))):
        yield onzeker
    elif _van_r20(blik, "voorwaarden"):
        yield _ontbreekt(blik, "voorwaarden", "voorwaarden")
    elif _van_r20(blik, "voorwaarden.wie"):
        yield _ontbreekt(blik, "wie", "voorwaarden")


def _ontbreekt(blik: FormulierBlik, variant: str, veld: str) -> Treffer:
    feiten = {"veld": blik.label(veld), "besluit": blik.gekozen("besluit"), "kolom": blik.label("voorwaarden.wie")}
    return Treffer(variant, (Plek(blik.invulling, veld),), feiten)


REGELS = (
    criterium_niet_gehaald,
    contra_indicatie_aanwezig,
    leeftijd_past,
    crisis_en_twijfel,
    negatief_besluit_uitgelegd,
    besluit_past_bij_weging,
    proef_en_voorwaarden,
)
