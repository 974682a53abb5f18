"""Two inrichtingen side by side: nothing changes unseen, and what follows from another change isn't said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from generator import model
from generator.bron import lees_yaml, maak_record
from generator.formulier import formulieren_van, lees_definitie
from generator.inrichting import lees_inrichting, schrijf_inrichting
from generator.model import FASEN, Aanpassing, Inrichting, Leefgebied, Optie, Rol, Veld
from generator.taal import VERWIJZING
from generator.vergelijken import KOP_LOG, Wijziging, als_yaml, logregels, vergelijk

VANDAAG = date(2026, 11, 22)


# --------------------------------------------------------------------------
# Nothing changes unseen: an inrichting with something in every field, changed leaf by leaf


EIGEN = """
sleutel: bewind
versie: "1"
titel: Afspraken
fase: opstart
ook_fase: [analyse]
doel: Afspraken over geld.
ingevuld_door: [begeleider]
moment: Na de start
kop_verplicht: [geboortedatum]
kop_vrij: [client_naam]
synoniemen: [geldplan]
bron: S1
secties:
  - sleutel: wie
    titel: Wie gaat over het geld?
    uitleg: Vul dit samen in.
    velden:
      - {sleutel: bewindvoerder, soort: kort, label: Naam, verplicht: ja, hulp: Voluit., plaatshouder: Naam, bron: S2}
      - {sleutel: weekgeld, soort: getal, label: Weekgeld, minimum: 0, maximum: 500, begrip: geld}
      - {sleutel: hoe, soort: keuze, label: Hoe, opties: [{sleutel: bank, label: bank, synoniemen: [giro]}]}
      - sleutel: afspraken
        soort: tabel
        label: Afspraken
        min_rijen: 1
        kolommen:
          - {sleutel: soort, soort: voorgedrukt, label: Soort}
          - {sleutel: wie, soort: keuze, label: Wie, opties_uit: rollen, opties: [{sleutel: bank, label: bank}]}
        rijen: [{sleutel: huur, tekst: Huur, vooraf: {wie: client}, bron: S3}, {sleutel: zorg, tekst: Zorg}]
"""
# Texts that mean something to the program, and another one that does too.
ZINVOL = {
    ("Veld", "verplicht"): ("nee", "ja"),
    ("Kolom", "verplicht"): ("nee", "ja"),
    ("Rij", "verplicht"): ("nee", "ja"),
    ("Aanpassing", "verplicht"): ("ja", "nee"),
    ("Veld", "alleen_als"): ("", "organisatie.ambulant = nee"),
    ("Rij", "alleen_als"): ("", "organisatie.ambulant = nee"),
    ("Sectie", "alleen_als"): ("", "organisatie.ambulant = nee"),
    ("Veld", "opties_uit"): (None, "criteria"),
    ("Kolom", "opties_uit"): (None, "criteria"),
    ("Veld", "rijen_uit"): (None, "criteria"),
    ("Besluit", "vervolg"): ("intake", "wachten"),
    ("Veld", "soort"): ("keuze", "meerkeuze"),
    ("Veld", "per_leefgebied"): ("nee", "ja"),
    ("Kolom", "soort"): ("kort", "lang"),
}
# Fixed: eight fasen with fixed keys, one file format; a definition file leaves these two empty.
VAST = {("Fase", "sleutel"), ("Inrichting", "schema"), ("Inrichting", "versies"), ("Formulier", "soort"),
        ("Formulier", "kop"), ("Formulier", "leefgebieden"), ("Formulier", "sleutel"),
        ("Formulier", "kop_verplicht"), ("Formulier", "kop_vrij")}  # fmt: skip
SLEUTELS = {
    "labels": "gesprek_datum",
    "hulp": "gesprek_minuten",
    "verplicht": "problemen",
    "opties_erbij": "w_aanbod",
    "rijen_erbij": "functioneren",
    "velden_erbij": "gesprek",
}


def vol(soort: Any, wie: tuple[str, str], nr: int = 1) -> Any:
    """Return a value of a type, with something in every field, however deep; *wie* is the field it is for."""
    oorsprong, delen = get_origin(soort), get_args(soort)
    if wie in ZINVOL and not issubclass_mapping(oorsprong):
        return ZINVOL[wie][0]
    if is_dataclass(soort):
        naam = soort.__name__
        hints = get_type_hints(soort)
        return soort(**{v.name: vol(hints[v.name], (naam, v.name), nr) for v in fields(soort) if (naam, v.name) not in
                        (("Formulier", "kop"), ("Inrichting", "versies"))})  # fmt: skip
    if oorsprong is tuple:
        return tuple(vol(delen[0], wie, nr * 10 + plek) for plek in (1, 2))
    if issubclass_mapping(oorsprong):
        return {SLEUTELS.get(wie[1], f"sleutel{nr}"): vol(delen[1], wie, nr)}
    if oorsprong in (UnionType, Union):
        return vol(next(deel for deel in delen if deel is not NoneType), wie, nr)
    if oorsprong is Literal:
        return delen[0]
    if soort in (int, float):
        return soort(nr)
    return f"{wie[1]}{nr}" if wie[1] in ("sleutel", "uitkomst") else f"{wie[1]} nummer {nr}"


def issubclass_mapping(oorsprong: Any) -> bool:
    return isinstance(oorsprong, type) and issubclass(oorsprong, Mapping)


@pytest.fixture(scope="module")
def volledig(tmp_path_factory: pytest.TempPathFactory) -> Inrichting:
    hints = get_type_hints(Inrichting)
    zelf = ("fasen", "formulieren", "eigen_formulieren", "versies", "termen", "schema")
    delen = {v.name: vol(hints[v.name], ("Inrichting", v.name)) for v in fields(Inrichting) if v.name not in zelf}
    fasen = tuple(replace(vol(model.Fase, ("", "")), sleutel=sleutel) for sleutel in FASEN)
    pad = tmp_path_factory.mktemp("eigen") / "bewind.yaml"
    erbij = (vol(Veld, ("", ""), 5), Veld(sleutel="los", soort="kort", label="Los"))
    intake = replace(vol(Aanpassing, ("", "")), velden_erbij={"gesprek": erbij}, velden_uit=("levensloop", "w_groep"))
    return Inrichting(
        **delen,
        schema="achtfasen.inrichting/1",
        fasen=fasen,
        termen={naam: vol(model.Term, ("", ""), nr) for nr, naam in enumerate(("client", "begeleider"), 1)},
        formulieren={"intake": intake, "bewind": Aanpassing(), "exit": Aanpassing(aan="nee", titel="Weg")},
        eigen_formulieren={"bewind": lees_definitie(pad, EIGEN)},
    )


def anders(waarde: Any, wie: tuple[str, str], soort: Any) -> Iterator[tuple[str, Any]]:
    """Yield every value that differs from this one in one leaf, with what was changed."""
    if wie in VAST:
        return
    if is_dataclass(waarde) and not isinstance(waarde, type):
        hints = get_type_hints(type(waarde))
        for veld in fields(waarde):
            eigen = type(waarde).__name__, veld.name
            for wat, deel in anders(getattr(waarde, veld.name), eigen, hints[veld.name]):
                yield f".{veld.name}{wat}", replace(waarde, **{veld.name: deel})
    elif isinstance(waarde, tuple):
        yield from lijst_anders(waarde, wie, soort)
    elif isinstance(waarde, Mapping):
        for sleutel, deel in waarde.items():
            rest = {s: d for s, d in waarde.items() if s != sleutel}
            yield from ((f"[{sleutel}]{w}", {**waarde, sleutel: d}) for w, d in anders(deel, wie, get_args(soort)[1]))
            if wie not in (("Inrichting", "formulieren"), ("Inrichting", "eigen_formulieren")):
                yield f"[{sleutel}] weg", rest
    else:
        yield "", ander_blad(waarde, wie, soort)


def lijst_anders(waarde: tuple[Any, ...], wie: tuple[str, str], soort: Any) -> Iterator[tuple[str, Any]]:
    for nr, deel in enumerate(waarde):
        for wat, nieuw in anders(deel, wie, get_args(soort)[0]):
            yield f"[{nr}]{wat}", (*waarde[:nr], nieuw, *waarde[nr + 1 :])
        if wie != ("Inrichting", "fasen"):
            yield f"[{nr}] weg", (*waarde[:nr], *waarde[nr + 1 :])
    if not waarde and wie[1] != "secties":
        yield " erbij", (vol(get_args(soort)[0], wie, 9),)
    if waarde != waarde[::-1] and wie != ("Inrichting", "fasen"):
        yield " omgekeerd", waarde[::-1]


def ander_blad(waarde: Any, wie: tuple[str, str], soort: Any) -> Any:
    if wie in ZINVOL:
        return next(deel for deel in ZINVOL[wie] if deel != waarde)
    keuzes = [k for deel in (soort, *get_args(soort)) if get_origin(deel) is Literal for k in get_args(deel)]
    if isinstance(waarde, str) and keuzes:
        return next(keuze for keuze in keuzes if keuze != waarde)
    if isinstance(waarde, (int, float)):
        return waarde + 1
    if waarde is None:
        return vol(next(deel for deel in get_args(soort) if deel is not NoneType), wie, 8)
    return f"{waarde} anders"


def onderdeel_van(pad: str) -> str:
    deel, _, rest = re.match(r"\.(\w+)(\[(\w+)\])?(.*)", pad).group(1, 2, 3)  # type: ignore[union-attr]
    if deel in ("uitgangsmodel", "schema"):
        return "organisatie"
    if deel == "eigen_formulieren":
        return f"formulieren.{rest}"
    return f"fasen.{FASEN[int(rest)]}" if deel == "fasen" else f"formulieren.{rest}" if deel == "formulieren" else deel


def test_elk_blad_dat_verandert_is_te_zien(volledig: Inrichting) -> None:
    gezien: dict[str, int] = {}
    stil = []
    for pad, nieuw in anders(volledig, ("", ""), Inrichting):
        if pad.startswith(".fasen[") and not pad.startswith((".fasen[0]", ".fasen[7]")):
            continue
        wijzigingen = vergelijk(volledig, nieuw)
        hoort = onderdeel_van(pad)
        gezien[hoort.split(".")[0]] = gezien.get(hoort.split(".")[0], 0) + 1
        if hoort not in {w.onderdeel for w in wijzigingen}:
            stil.append((pad, wijzigingen))
        for wijziging in wijzigingen:
            assert wijziging.tekst[:1].isupper() or wijziging.tekst[0] in "‘", wijziging
            assert wijziging.tekst.endswith("."), wijziging
            assert not VERWIJZING.search(wijziging.tekst + wijziging.kop), wijziging
    assert [pad for pad, _ in stil] == []
    assert set(gezien) == {"organisatie", "termen", "rollen", "leefgebieden", "fasen", "instrumenten", "criteria",
                           "contra_indicaties", "formulieren", "parameters", "handleiding", "invoering"}  # fmt: skip
    assert min(gezien.values()) >= 6, gezien


def test_gelijk_is_stil(volledig: Inrichting, opvang: Inrichting) -> None:
    for inrichting in (volledig, opvang):
        kopie = maak_record(Inrichting, lees_yaml(Path("x.yaml"), schrijf_inrichting(inrichting)))
        assert vergelijk(inrichting, replace(kopie, eigen_formulieren=inrichting.eigen_formulieren)) == ()


# --------------------------------------------------------------------------
# What is said


def zinnen(oud: Inrichting, nieuw: Inrichting) -> list[tuple[str, str]]:
    return [(w.onderdeel, w.tekst) for w in vergelijk(oud, nieuw)]


def met_aanpassing(opvang: Inrichting, **delen: Any) -> Inrichting:
    plan = replace(opvang.formulieren["begeleidingsplan"], **delen)
    return replace(opvang, formulieren={**opvang.formulieren, "begeleidingsplan": plan})


def plan(opvang: Inrichting, **delen: Any) -> list[tuple[str, str]]:
    return zinnen(opvang, met_aanpassing(opvang, **delen))


def met_woord(opvang: Inrichting, woord: str) -> Inrichting:
    term = replace(opvang.termen["client"], enkelvoud=woord, meervoud=f"{woord}s")
    return replace(opvang, termen={**opvang.termen, "client": term})


def test_een_ander_woord_is_een_wijziging(opvang: Inrichting) -> None:
    assert zinnen(opvang, met_woord(opvang, "deelnemer")) == [
        ("termen", "In plaats van ‘cliënt’ zeggen we nu ‘deelnemer’ (meervoud ‘deelnemers’, met ‘de’).")
    ]


def test_in_de_woorden_van_nu(opvang: Inrichting) -> None:
    oud = met_aanpassing(opvang, labels={"hulpvragen": "Vraag van {client}"})
    nieuw = met_aanpassing(met_woord(opvang, "deelnemer"), labels={"hulpvragen": "Wat {client} vraagt"})
    assert zinnen(oud, nieuw)[1:] == [
        ("formulieren.begeleidingsplan", "De vraag ‘Vraag van deelnemer’ heet nu ‘Wat deelnemer vraagt’.")
    ]


def test_een_woord_voor_zijn_verwijzing_is_geen_wijziging(opvang: Inrichting) -> None:
    oud, nieuw = (met_aanpassing(opvang, labels={"hulpvragen": f"Vraag van {w}"}) for w in ("cliënt", "{client}"))
    assert zinnen(oud, nieuw) == []


def test_de_opmaak_van_het_bestand_is_geen_wijziging(opvang: Inrichting) -> None:
    teksten = {naam: re.sub(r"(?<!\n)\n(?!\n)", " ", tekst) for naam, tekst in opvang.handleiding.teksten.items()}
    assert teksten != opvang.handleiding.teksten
    assert zinnen(opvang, replace(opvang, handleiding=replace(opvang.handleiding, teksten=teksten))) == []


def test_vraag_erbij_weg_en_verplicht(opvang: Inrichting) -> None:
    erbij = {"plan": (Veld(sleutel="bewind", soort="kort", label="Bewindvoerder"),)}
    gezegd = plan(opvang, velden_erbij=erbij, velden_uit=("wijzig_reden",), verplicht={"hulpvragen": "nee"})
    assert gezegd == [
        ("formulieren.begeleidingsplan", "De vraag ‘Hulpvragen in eigen woorden’ is niet meer verplicht."),
        ("formulieren.begeleidingsplan", "De vraag ‘Bewindvoerder’ is erbij gekomen."),
        ("formulieren.begeleidingsplan", "De vraag ‘Reden van de wijziging’ is weggehaald."),
    ]
    assert zinnen(met_aanpassing(opvang, velden_erbij=erbij), opvang) == [
        ("formulieren.begeleidingsplan", "De vraag ‘Bewindvoerder’ is weggehaald.")
    ]


def test_optie_en_soort(opvang: Inrichting) -> None:
    veld = Veld(sleutel="hoe", soort="keuze", label="Hoe", opties=(Optie(sleutel="a", label="soms"),))
    oud = met_aanpassing(opvang, velden_erbij={"plan": (veld,)})
    meer = replace(veld, opties=(*veld.opties, Optie(sleutel="b", label="vaak")))
    assert zinnen(oud, met_aanpassing(opvang, velden_erbij={"plan": (meer,)})) == [
        ("formulieren.begeleidingsplan", "Bij de vraag ‘Hoe’ is de keuze ‘vaak’ erbij gekomen.")
    ]
    ander = replace(veld, soort="meerkeuze")
    assert zinnen(oud, met_aanpassing(opvang, velden_erbij={"plan": (ander,)})) == [
        ("formulieren.begeleidingsplan", "De vraag ‘Hoe’ vraagt nu om een of meer keuzes; eerst om één keuze.")
    ]


def test_formulier_aan_en_uit(opvang: Inrichting) -> None:
    assert plan(opvang, aan="nee") == [("formulieren.begeleidingsplan", "Dit formulier gebruiken we niet meer.")]
    assert zinnen(met_aanpassing(opvang, aan="nee"), opvang) == [
        ("formulieren.begeleidingsplan", "Dit formulier is nieuw: we gaan het gebruiken.")
    ]


def test_een_leefgebied_erbij_staat_een_keer_bij_elk_formulier(opvang: Inrichting) -> None:
    nieuw = replace(
        opvang, leefgebieden=(*opvang.leefgebieden, Leefgebied(sleutel="buurt", naam="Buurt", reikwijdte="b"))
    )
    gezegd = zinnen(opvang, nieuw)
    assert gezegd[0] == ("leefgebieden", "Het leefgebied ‘Buurt’ is erbij gekomen.")
    per_formulier = [
        onderdeel for onderdeel, zin in gezegd if zin == "Het leefgebied ‘Buurt’ staat nu op dit formulier."
    ]
    assert "formulieren.begeleidingsplan" in per_formulier
    assert len(per_formulier) == len(set(per_formulier)) == len(gezegd) - 1


def test_een_andere_naam_en_volgorde_van_leefgebieden_blijft_bij_de_leefgebieden(opvang: Inrichting) -> None:
    eerste = replace(opvang.leefgebieden[0], naam="Zin en geloof")
    assert zinnen(opvang, replace(opvang, leefgebieden=(*opvang.leefgebieden[1:], eerste))) == [
        ("leefgebieden", f"Het leefgebied ‘{opvang.leefgebieden[0].naam}’ heet nu ‘Zin en geloof’."),
        ("leefgebieden", "De leefgebieden staan in een andere volgorde."),
    ]


def test_een_rol_erbij_is_te_kiezen(opvang: Inrichting) -> None:
    gezegd = zinnen(opvang, replace(opvang, rollen=(*opvang.rollen, Rol(sleutel="tolk", naam="Tolk"))))
    assert gezegd[0] == ("rollen", "De rol ‘Tolk’ is erbij gekomen.")
    assert ("formulieren.begeleidingsplan", "De rol ‘Tolk’ staat nu op dit formulier.") in gezegd


def test_stap_van_een_fase(opvang: Inrichting) -> None:
    fase = opvang.fasen[2]
    stap = fase.werkwijze[0]
    lang = replace(stap, tekst=stap.tekst + " En dan nog een zin die er eerst niet stond.")
    anders = replace(fase, werkwijze=(lang, *fase.werkwijze[2:], fase.werkwijze[1]), duur="1 week")
    nieuw = replace(opvang, fasen=(*opvang.fasen[:2], anders, *opvang.fasen[3:]))
    (duur, tekst, volgorde) = vergelijk(opvang, nieuw)
    assert duur == Wijziging(f"fasen.{fase.sleutel}", "Fase 3: Opnamefase",
                             f"De duur van deze fase gaat van ‘{fase.duur}’ naar ‘1 week’.")  # fmt: skip
    assert tekst.tekst.startswith("De tekst van de stap ‘")
    assert tekst.tekst.endswith("’ is veranderd.")
    assert volgorde.tekst == "De stappen staan in een andere volgorde."


def test_een_stap_met_een_andere_titel_is_dezelfde_stap(opvang: Inrichting) -> None:
    fase = opvang.fasen[2]
    stap = replace(fase.werkwijze[0], titel=fase.werkwijze[0].titel + " en verder")
    anders = replace(fase, werkwijze=(stap, *fase.werkwijze[1:]))
    gezegd = zinnen(opvang, replace(opvang, fasen=(*opvang.fasen[:2], anders, *opvang.fasen[3:])))
    assert len(gezegd) == 1
    assert " heet nu ‘" in gezegd[0][1]


@pytest.mark.parametrize("ander", ["movisie2021", "leefhuis2022", "kr8jongeren"])
def test_volgorde_is_vast_en_alles_is_nederlands(opvang: Inrichting, ander: str) -> None:
    nieuw = lees_inrichting(ander)
    gezegd = vergelijk(opvang, nieuw)
    assert gezegd == vergelijk(opvang, nieuw)
    assert len(set(gezegd)) > 100
    delen = list(dict.fromkeys(w.onderdeel.split(".")[0] for w in gezegd))
    vast = ["organisatie", "termen", "leefgebieden", "rollen", "fasen", "instrumenten", "criteria",
            "contra_indicaties", "formulieren", "parameters", "handleiding", "invoering"]  # fmt: skip
    assert delen == [deel for deel in vast if deel in delen]
    formulieren = list(
        dict.fromkeys(w.onderdeel.split(".")[1] for w in gezegd if w.onderdeel.startswith("formulieren"))
    )
    gebruikt = [sleutel for sleutel in formulieren_van(nieuw) if sleutel in formulieren]
    assert formulieren[: len(gebruikt)] == gebruikt
    for wijziging in gezegd:
        assert not VERWIJZING.search(wijziging.tekst), wijziging
        assert "None" not in wijziging.tekst
        assert "  " not in wijziging.tekst


def test_wat_vanzelf_stijgt_is_geen_wijziging(opvang: Inrichting) -> None:
    assert zinnen(opvang, replace(opvang, versies={"intake": "7"})) == []
    assert plan(opvang, versie="2004-1") == [
        ("formulieren.begeleidingsplan", "De versie van dit formulier gaat van ‘1’ naar ‘2004-1’.")
    ]


# --------------------------------------------------------------------------
# Rows for the log


def test_logregels_zijn_te_plakken(opvang: Inrichting) -> None:
    nieuw = met_aanpassing(met_woord(opvang, "deelnemer"), velden_uit=("wijzig_reden",))
    nieuw = replace(nieuw, handleiding=replace(nieuw.handleiding, versie="2", datum="2026-11-22"))
    regels = logregels(opvang, nieuw, vergelijk(opvang, nieuw), VANDAAG)
    assert [(r.datum, r.versie, r.vervolg) for r in regels] == [
        ("2026-11-22", "2", "Team inlichten."),
        ("2026-11-22", "2", "Nieuwe formulieren uitdelen: Begeleidingsplan."),
    ]
    assert regels[1].aanpassing == "Formulier Begeleidingsplan. De vraag ‘Reden van de wijziging’ is weggehaald."
    tekst = 'versie: "2"\ndatum: 2026-11-22\nlog:\n' + als_yaml(regels)
    assert maak_record(model.Handleiding, lees_yaml(Path("x.yaml"), tekst)).log == regels


def test_het_log_zelf_hoort_niet_in_het_log(opvang: Inrichting) -> None:
    nieuw = replace(opvang, handleiding=replace(opvang.handleiding, versie="9", log=()))
    gezegd = vergelijk(opvang, nieuw)
    assert {w.kop for w in gezegd} == {KOP_LOG}
    assert logregels(opvang, nieuw, gezegd, VANDAAG) == ()


def test_formulier_weg_en_veel_tegelijk(opvang: Inrichting) -> None:
    nieuw = met_aanpassing(opvang, aan="nee")
    (regel,) = logregels(opvang, nieuw, vergelijk(opvang, nieuw), VANDAAG)
    assert regel.vervolg == "Lege formulieren weghalen: Begeleidingsplan."
    uit = tuple(veld.sleutel for veld in formulieren_van(opvang)["begeleidingsplan"].secties[0].velden)
    veel = met_aanpassing(
        opvang, velden_uit=uit, hulp={v.sleutel: "Hulp." for v in formulieren_van(opvang)["intake"].kop}
    )
    (regel,) = logregels(opvang, veel, vergelijk(opvang, veel), VANDAAG)
    assert re.search(r"En nog \d+ wijzigingen\.$", regel.aanpassing)


def test_opdracht(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from generator.cli import main
    from generator.opdrachten import begin_inrichting

    oud = begin_inrichting(tmp_path / "oud", "opvang2004")
    nieuw = begin_inrichting(tmp_path / "nieuw", "opvang2004")
    assert main(["vergelijk", str(oud), str(tmp_path / "nieuw")]) == 0
    assert capsys.readouterr().out == "Er is niets veranderd.\n"
    nieuw.write_text(
        nieuw.read_text(encoding="utf-8").replace("planning_max: 14", "planning_max: 21"), encoding="utf-8"
    )
    assert main(["vergelijk", str(oud), str(nieuw)]) == 0
    uit = capsys.readouterr().out
    assert (
        "1 wijziging.\n\nGrenzen en keuzes\n  De termijn voor het plan (planning_max) gaat van ‘14’ naar ‘21’.\n" in uit
    )
    assert main(["vergelijk", str(oud), str(nieuw), "--logregels"]) == 0
    assert capsys.readouterr().out.startswith(f"    - datum: {date.today().isoformat()}\n      versie: ")
    assert main(["vergelijk", str(oud), "bestaat_niet"]) == 2
