"""R57–R61: what makes it the 8-fasenmodel; an organisation can't switch these off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.checks.inrichtingsblik import InrichtingBlik
from generator.checks.regel import Bronplek, Treffer, Uitkomst, regel
from generator.model import BASISGEBIEDEN, FASEN, Besluit, Ernst, Fase, Leefgebied
from generator.taal import opsomming
from generator.veldsoorten import vergelijkbaar

MIN_TRAJECT = 42
MIN_GEBIEDEN = 3
BESLUITFASEN = ("aanmelding", "intake", "evaluatie")
# Words by which a text shows the basishouding: strength, or the client in the centre.
_HOUDING = (
    "kracht", "empower", "talent", "eigenaar", "centraal", "regie", "aan het roer", "wat iemand kan", "wat lukt",
    "eigen keuze", "eigen wens", "herstel",
)  # fmt: skip
_BASISNAMEN: Mapping[str, tuple[str, ...]] = {
    "zingeving": ("Zingeving",),
    "wonen": ("Wonen", "Huisvesting"),
    "financien": ("Financiën", "Financien"),
    "sociaal": ("Sociale relaties", "Relaties", "Sociaal functioneren"),
    "lichamelijk": ("Lichamelijke gezondheid", "Lichamelijk functioneren"),
    "psychisch": ("Psychische gezondheid", "Psychisch functioneren"),
    "werk": ("Werk en activiteiten", "Werk & activiteiten", "Dagbesteding"),
}
# How a name that points at a problem begins, and the basisgebied that it is a part of.
_PROBLEEM: Mapping[str, str] = {
    "verslav": "psychisch", "verslaafd": "psychisch", "psychiatr": "psychisch", "justiti": "sociaal",
    "opvoed": "sociaal",
}  # fmt: skip
_TWIJFEL: Mapping[str, str] = {
    "schuld": "financien", "crimin": "sociaal", "delict": "sociaal", "reclassering": "sociaal", "detentie": "sociaal",
    "overlast": "sociaal", "huiselijk geweld": "sociaal", "agressie": "psychisch", "drugs": "psychisch",
    "alcohol": "psychisch", "middelengebruik": "psychisch", "gokken": "psychisch", "stoornis": "psychisch",
    "problem": "psychisch", "trauma": "psychisch",
}  # fmt: skip
_VERVOLG: Mapping[str, str] = {
    "intake": "intake", "spoed": "opstart", "toelating": "opstart", "proef": "opstart", "voorwaardelijk": "opstart",
    "wachtlijst": "wachten", "doorverwijzing": "einde", "afwijzing": "einde", "afronden": "uitstroom",
}  # fmt: skip
_BESLUITEN: Mapping[str, str] = {
    "aanmelding": "intake, doorverwijzing en afwijzing",
    "intake": "toelating, wachtlijst, doorverwijzing en afwijzing",
    "evaluatie": "afronden en voortzetten",
}


@regel("R57", "Acht fasen", ernst=Ernst.FOUT, bron="S0:57-73, 244-246", niveau="inrichting", vast=True)
def acht_fasen(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """Twee fasen heten hetzelfde, of een fase heeft geen naam.

    Dat er acht fasen zijn, op volgorde, kijkt achtfasen al na bij het lezen van de inrichting.

    Slecht: fase 2 en fase 3 heten allebei ‘Kennismaken’.
    Goed: elke fase heeft een eigen naam; fase 3 mag ook ‘Opname’ heten.
    """
    gezien: dict[str, int] = {}
    for nr, fase in enumerate(blik.inrichting.fasen):
        naam, voorstel = vergelijkbaar(fase.naam), fase.sleutel.capitalize()
        plek = Bronplek(("fasen", nr, "naam"))
        if not naam:
            yield Treffer("naamloos", (plek,), {"nr": nr + 1, "voorstel": voorstel})
        elif naam in gezien:
            eerste = gezien[naam]
            plekken = (plek, Bronplek(("fasen", eerste, "naam")))
            feiten = {"een": eerste + 1, "twee": nr + 1, "naam": fase.naam.strip(), "voorstel": voorstel}
            yield Treffer("dubbel", plekken, feiten)
        gezien.setdefault(naam, nr)


@regel("R58", "Basishouding beschreven", ernst=Ernst.FOUT, bron="S0:267, 798-802; S4:37-47", niveau="inrichting",
       vast=True)  # fmt: skip
def basishouding_beschreven(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """De handleiding zegt nergens wat krachtgericht werken is, of dat de cliënt centraal staat.

    De tekst van het model telt mee, tot je dat hoofdstuk vervangt of leegmaakt. Staat er alleen de tekst
    van het model, dan is het een aandachtspunt: de basishouding hoort in jullie eigen woorden.

    Slecht: je eigen hoofdstuk 010-inleiding.md gaat alleen over het gebouw.
    Goed: bij ‘teksten: basishouding’ staat wat krachtgericht werken bij jullie betekent.
    """
    teksten = blik.inrichting.handleiding.teksten
    sleutel = next((naam for naam in ("basishouding", "visie") if naam in teksten), "basishouding")
    plek = Bronplek(("handleiding", "teksten", sleutel))
    if (eigen := blik.hoofdstuk("010")) is not None:
        if not _toont_houding(blik.in_hoofdstukken()):
            yield Treffer("ontbreekt", (plek,), {"bestand": eigen[0]})
    elif not _toont_houding(teksten.get(sleutel, "")):
        yield Treffer("eigen_woorden", (plek,), {}, Ernst.AANDACHTSPUNT)


def _toont_houding(tekst: str) -> bool:
    klein = " ".join(tekst.casefold().split())
    return any(woord in klein for woord in _HOUDING)


@regel("R59", "Mensgerichte leefgebieden", ernst=Ernst.FOUT, bron="S0:452-454, 502-512; S2:52-54; S4:634-646",
       niveau="inrichting", vast=True)  # fmt: skip
def mensgerichte_leefgebieden(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """Een leefgebied heet naar een probleem, er zijn er minder dan drie, of een basisgebied heeft geen plek.

    Je eigen woorden zet je bij ‘parameters: probleemwoorden’ en ‘twijfelwoorden’. Een twijfelwoord geeft een
    aandachtspunt. Alleen de naam telt: in de omschrijving mag een probleem genoemd worden.

    Slecht: een leefgebied heet ‘Verslaving’.
    Goed: verslaving hoort bij ‘Psychische gezondheid’.
    """
    gebieden = blik.inrichting.leefgebieden
    for nr, gebied in enumerate(gebieden):
        yield from _naam_van_gebied(blik, nr, gebied)
    if len(gebieden) < MIN_GEBIEDEN:
        voorstel = opsomming([_BASISNAMEN[basis][0] for basis in ("wonen", "sociaal", "werk")])
        feiten = {"aantal": len(gebieden), "staan": "staat" if len(gebieden) == 1 else "staan", "voorstel": voorstel}
        yield Treffer("te_weinig", (Bronplek(("leefgebieden",)),), feiten)
    open_ = [basis for basis in BASISGEBIEDEN if gebied_van(blik, basis) is None]
    if open_:
        namen = opsomming([f"‘{_BASISNAMEN[basis][0]}’" for basis in open_], "of")
        feiten = {"gebieden": namen, "naam": _BASISNAMEN[open_[0]][0], "sleutel": open_[0]}
        yield Treffer("basisgebied", (Bronplek(("leefgebieden",)),), feiten)


def _naam_van_gebied(blik: InrichtingBlik, nr: int, gebied: Leefgebied) -> Iterator[Treffer]:
    parameters = blik.inrichting.parameters
    plek = Bronplek(("leefgebieden", nr, "naam"))
    zwaar = {**dict.fromkeys(parameters.probleemwoorden, ""), **_PROBLEEM}
    licht = {**dict.fromkeys(parameters.twijfelwoorden, ""), **_TWIJFEL}
    for variant, woorden, ernst in (("probleem", zwaar, None), ("twijfel", licht, Ernst.AANDACHTSPUNT)):
        gevonden = next((w for w in woorden if w.strip() and w.casefold() in gebied.naam.casefold()), None)
        if gevonden is not None:
            feiten = {"naam": gebied.naam, "gebied": _beter_gebied(blik, woorden[gevonden], gebied)}
            yield Treffer(variant, (plek,), feiten, ernst)
            return


def _beter_gebied(blik: InrichtingBlik, basis: str, dit: Leefgebied) -> str:
    """Return the name of the area under which this belongs: the organisation's own, or that of the model."""
    basis = basis or dit.basisgebied or "psychisch"
    eigen = gebied_van(blik, basis, zonder=dit.sleutel)
    return eigen.naam if eigen else _BASISNAMEN[basis][0]


def gebied_van(blik: InrichtingBlik, basis: str, zonder: str = "") -> Leefgebied | None:
    """Return the leefgebied in which a basisgebied of the model has its place, or None."""
    namen = {vergelijkbaar(naam) for naam in (basis, *_BASISNAMEN[basis])}
    gebieden = [gebied for gebied in blik.inrichting.leefgebieden if gebied.sleutel != zonder]
    vast = next((gebied for gebied in gebieden if gebied.basisgebied == basis), None)
    if vast is not None:
        return vast
    return next((g for g in gebieden if namen & {vergelijkbaar(n) for n in (g.sleutel, g.naam, *g.synoniemen)}), None)


@regel("R60", "Kring en vervolg", ernst=Ernst.FOUT, bron="S0:312-346, 429-447, 798-802", niveau="inrichting",
       vast=True)  # fmt: skip
def kring_en_vervolg(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """Een besluit heeft geen vervolg, de kring is niet rond, of een fase is niet te bereiken.

    ‘Voortzetten’ leidt naar de analyse of de planning, en past bij de parameter herstart_fase (4 of 5).
    Aanmelding, intake en evaluatie eindigen met een besluit.

    Slecht: na ‘Proefopname’ is geen vervolg ingesteld.
    Goed: na ‘Proefopname’ volgt de opstart, en na ‘Voortzetten’ de analyse.
    """
    for nr, fase in enumerate(blik.inrichting.fasen):
        if fase.sleutel in BESLUITFASEN and not fase.besluiten:
            feiten = {"fase": blik.fase(fase), "voorstel": _BESLUITEN[fase.sleutel]}
            yield Treffer("geen_besluiten", (Bronplek(("fasen", nr, "besluiten")),), feiten)
        for plek, besluit in enumerate(fase.besluiten):
            if not besluit.vervolg:
                yield _zonder_vervolg(blik, nr, plek, besluit)
    yield from _kring(blik)
    yield from _onbereikbaar(blik)


def _zonder_vervolg(blik: InrichtingBlik, nr: int, plek: int, besluit: Besluit) -> Treffer:
    fase = blik.inrichting.fasen[nr]
    voorstel = _voorstel(blik, fase, besluit)
    naar = f", dat is {blik.fase(voorstel)}" if voorstel in FASEN else ""
    feiten = {"besluit": besluit.naam or besluit.uitkomst, "fase": blik.fase(fase), "voorstel": voorstel, "naar": naar}
    return Treffer("geen_vervolg", (Bronplek(("fasen", nr, "besluiten", plek, "vervolg")),), feiten)


def _voorstel(blik: InrichtingBlik, fase: Fase, besluit: Besluit) -> str:
    """Return what most likely follows an outcome: what the model has for it, else the next fase."""
    if besluit.uitkomst == "voortzetten":
        return _herstart(blik)
    plaats = FASEN.index(fase.sleutel)
    return _VERVOLG.get(besluit.uitkomst) or (FASEN[plaats + 1] if plaats + 1 < len(FASEN) else "einde")


def _herstart(blik: InrichtingBlik) -> str:
    return FASEN[blik.inrichting.parameters.herstart_fase - 1]


def _kring(blik: InrichtingBlik) -> Iterator[Treffer]:
    nr = FASEN.index("evaluatie")
    fase = blik.inrichting.fasen[nr]
    rond = False
    for plek, besluit in enumerate(fase.besluiten):
        pad = ("fasen", nr, "besluiten", plek, "vervolg")
        onbekend = not besluit.vervolg and besluit.uitkomst not in _VERVOLG
        rond = rond or onbekend or besluit.vervolg in ("analyse", "planning") or besluit.uitkomst == "voortzetten"
        feiten = {"besluit": besluit.naam, "vervolg": besluit.vervolg, "voorstel": _herstart(blik)}
        if besluit.uitkomst != "voortzetten" or not besluit.vervolg:
            continue
        if besluit.vervolg not in ("analyse", "planning"):
            yield Treffer("voortzetten", (Bronplek(pad),), feiten)
        elif besluit.vervolg != _herstart(blik):
            nummers = {"herstart": blik.inrichting.parameters.herstart_fase, "ander": FASEN.index(besluit.vervolg) + 1}
            yield Treffer("herstart", (Bronplek(pad), Bronplek(("parameters", "herstart_fase"))), {**feiten, **nummers})
    if fase.besluiten and not rond:
        feiten = {"fase": blik.fase(fase), "voorstel": _herstart(blik)}
        yield Treffer("geen_kring", (Bronplek(("fasen", nr, "besluiten")),), feiten)


def _onbereikbaar(blik: InrichtingBlik) -> Iterator[Treffer]:
    bereikt, wacht = {"aanmelding"}, ["aanmelding"]
    while wacht:
        for naar in _uit(blik, blik.inrichting.fase(wacht.pop())):
            if naar in FASEN and naar not in bereikt:
                bereikt.add(naar)
                wacht.append(naar)
    for vorige, sleutel in pairwise(FASEN):
        # What comes after a fase that can't be reached is no news.
        if sleutel not in bereikt and vorige in bereikt:
            feiten = {"fase": blik.fase(sleutel), "eerder": blik.fase(vorige), "voorstel": sleutel}
            yield Treffer("onbereikbaar", (Bronplek(("fasen", FASEN.index(vorige), "besluiten")),), feiten)


def _uit(blik: InrichtingBlik, fase: Fase) -> set[str]:
    """Return where one can go from a fase; what is still open counts as what the model has for it."""
    naar = {besluit.vervolg or _voorstel(blik, fase, besluit) for besluit in fase.besluiten}
    plaats = FASEN.index(fase.sleutel)
    volgende = FASEN[plaats + 1] if plaats + 1 < len(FASEN) else "einde"
    if fase.sleutel not in BESLUITFASEN or not fase.besluiten or "wachten" in naar:
        naar.add(volgende)
    return naar


@regel("R61", "Begeleidingsduur", ernst=Ernst.FOUT, bron="S0:81, 166-168; S4:684-685", niveau="inrichting", vast=True)
def begeleidingsduur(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """De kortste duur van een traject (parameter min_traject) is korter dan zes weken.

    Slecht: min_traject is 28 dagen.
    Goed: min_traject is 42 dagen of meer.
    """
    dagen = blik.inrichting.parameters.min_traject
    if dagen < MIN_TRAJECT:
        yield Treffer("kort", (Bronplek(("parameters", "min_traject")),), {"dagen": dagen, "norm": MIN_TRAJECT})


REGELS = (acht_fasen, basishouding_beschreven, mensgerichte_leefgebieden, kring_en_vervolg, begeleidingsduur)
