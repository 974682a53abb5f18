"""An organisation's inrichting: every mistake at once with its line, and YAML out and in without loss."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from generator import content
from generator.bron import OngeldigeBron, lees_yaml, maak_record
from generator.inrichting import controleer_inrichting, lees_inrichting, schrijf_inrichting, zoek_inrichting
from generator.model import FASEN, Inrichting, Term

PAD = Path("inrichting.yaml")
TEKST = content.uitgangsmodellen()["opvang2004"].read_text(encoding="utf-8")


SPOED = ("Spoedopname\n        vervolg: opstart\n", "Spoedopname\n        vervolg: opname\n")


def gewijzigd(*wijzigingen: tuple[str, str], tekst: str = TEKST) -> str:
    """Return the starting model with some pieces of text replaced; each must be there once."""
    for oud, nieuw in wijzigingen:
        assert tekst.count(oud) == 1, (oud, tekst.count(oud))
        tekst = tekst.replace(oud, nieuw)
    return tekst


def regel_van(stuk: str, tekst: str) -> int:
    """Return on which line a piece of text stands."""
    return tekst[: tekst.index(stuk)].count("\n") + 1


def fouten(tekst: str) -> list[tuple[int | None, str, str]]:
    """Return line, key path and message of every mistake."""
    with pytest.raises(OngeldigeBron) as fout:
        controleer_inrichting(lees_yaml(PAD, tekst))
    assert [str(een) for een in fout.value.fouten] == str(fout.value).split("\n")
    return [(een.regel, een.sleutelpad, een.bericht) for een in fout.value.fouten]


def enige_fout(*wijzigingen: tuple[str, str]) -> tuple[str, str]:
    """Return key path and message of the one mistake, which must stand on the line of the last change."""
    tekst = gewijzigd(*wijzigingen)
    ((regel, pad, bericht),) = fouten(tekst)
    assert regel == regel_van(wijzigingen[-1][1], tekst)
    return pad, bericht


# -- finding it


def test_uitgangsmodel_of_bestand_of_map(tmp_path: Path, opvang: Inrichting) -> None:
    (tmp_path / "inrichting.yaml").write_text(TEKST, encoding="utf-8")
    for naam in ("opvang2004", str(tmp_path), str(tmp_path / "inrichting.yaml")):
        assert lees_inrichting(naam) == opvang


def test_eigen_bestand_gaat_voor_uitgangsmodel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "opvang2004").write_text("x", encoding="utf-8")
    assert zoek_inrichting("opvang2004") == Path("opvang2004")


@pytest.mark.parametrize(("naam", "tip"), [("opvang204", "Bedoelde je ‘opvang2004’?"), ("xyz", "")])
def test_bestaat_niet(naam: str, tip: str) -> None:
    with pytest.raises(OngeldigeBron, match="Deze inrichting bestaat niet") as fout:
        zoek_inrichting(naam)
    assert str(fout.value).endswith(tip)


@pytest.mark.parametrize("tekst", ["", "# niets\n", "- a\n", "tekst\n", "12\n"])
def test_geen_inrichting(tekst: str) -> None:
    assert [bericht for *_, bericht in fouten(tekst)] == ["Dit bestand is leeg of geen inrichting."]


# -- one mistake at a time


def test_ontbrekende_fase() -> None:
    tekst = TEKST[: TEKST.index("  - sleutel: uitstroom\n    naam:")] + TEKST[TEKST.index("# --- Formulieren") :]
    (regel, pad, bericht), *verwijzingen = fouten(tekst)
    assert [bericht.partition("}")[0] for *_, bericht in verwijzingen] == ["{fase.uitstroom"] * 2
    assert (regel, pad) == (regel_van("\nfasen:", tekst) + 1, "fasen")
    assert bericht == (
        "De fase ‘uitstroom’ ontbreekt. Het model heeft acht fasen; de naam mag anders, weglaten kan niet (R57)."
    )


def test_fase_met_een_andere_sleutel() -> None:
    tekst = gewijzigd(("  - sleutel: opstart\n", "  - sleutel: opname\n"))
    regel = regel_van("  - sleutel: opname\n", tekst)
    keuzes = ", ".join(FASEN)
    assert fouten(tekst) == [
        (regel_van("\nfasen:", tekst) + 1, "fasen", fouten(tekst)[0][2]),
        (regel, "fasen[3].sleutel", f"‘opname’ kan hier niet. Kies uit: {keuzes}."),
    ]
    assert fouten(tekst)[0][2].startswith("De fase ‘opstart’ ontbreekt.")


def test_fasen_in_een_andere_volgorde() -> None:
    begin = [TEKST.index(f"  - sleutel: {fase}\n    naam:", TEKST.index("\nfasen:")) for fase in FASEN]
    drie, vier = TEKST[begin[2] : begin[3]], TEKST[begin[3] : begin[4]]
    ((regel, pad, bericht),) = fouten(TEKST[: begin[2]] + vier + drie + TEKST[begin[4] :])
    assert (regel, pad) == (regel_van("\nfasen:", TEKST) + 1, "fasen")
    assert bericht.startswith("De acht fasen staan niet op volgorde of staan dubbel.")


def test_onbekend_instrument_bij_een_fase() -> None:
    pad, bericht = enige_fout(
        ("[aanmelding, voorlichting, sociale_kaart, spoedprocedure]", "[aanmelding, voorlicting]")
    )
    assert pad == "fasen[1].instrumenten[2]"
    assert bericht == "Het instrument ‘voorlicting’ staat niet in de lijst ‘instrumenten’. Bedoelde je ‘voorlichting’?"


def test_onbekend_instrument_bij_een_taak() -> None:
    pad, bericht = enige_fout(("waarmee: [voorlichting]", "waarmee: [folder]"))
    assert re.fullmatch(r"fasen\[1\]\.taken\[\d\]\.waarmee\[1\]", pad)
    assert bericht == "Het instrument ‘folder’ staat niet in de lijst ‘instrumenten’."


def test_onbekende_rol() -> None:
    pad, bericht = enige_fout(("        parameter: uitnodiging_max\n        wie: [intaker]", "        wie: [intakker]"))
    assert re.fullmatch(r"fasen\[1\]\.termijnen\[\d\]\.wie\[1\]", pad)
    assert bericht == "De rol ‘intakker’ staat niet in de lijst ‘rollen’. Bedoelde je ‘intaker’?"


def test_onbekende_parameter_bij_een_termijn() -> None:
    pad, bericht = enige_fout(("parameter: planning_max\n", "parameter: planing_max\n"))
    assert re.fullmatch(r"fasen\[5\]\.termijnen\[\d\]\.parameter", pad)
    assert bericht == "De parameter ‘planing_max’ bestaat niet. Bedoelde je ‘planning_max’?"


def test_onbekende_parameter_in_de_lijst() -> None:
    pad, bericht = enige_fout(("  planning_max: 14 ", "  planing_max: 14 "))
    assert (pad, bericht) == (
        "parameters.planing_max",
        "De sleutel ‘planing_max’ ken ik hier niet. Bedoelde je ‘planning_max’?",
    )


@pytest.mark.parametrize("waarde", ["veertien", "1,5", "[14]"])
def test_parameter_van_de_verkeerde_soort(waarde: str) -> None:
    pad, bericht = enige_fout(("  planning_max: 14 ", f"  planning_max: {waarde} "))
    assert pad == "parameters.planning_max"
    assert bericht.endswith((".", "?"))


def test_onbekend_formulier() -> None:
    pad, bericht = enige_fout(("  evaluatie: {aan: ja}", "  evaluaties: {aan: ja}"))
    assert pad == "formulieren.evaluaties"
    assert bericht == "Het formulier ‘evaluaties’ bestaat niet. Bedoelde je ‘evaluatie’?"


def test_onbekende_sleutel_bij_een_formulier() -> None:
    pad, bericht = enige_fout(("  evaluatie: {aan: ja}", "  evaluatie: {aan: ja, velden_weg: [x]}"))
    assert pad == "formulieren.evaluatie.velden_weg"
    assert bericht.startswith("De sleutel ‘velden_weg’ ken ik hier niet.")


@pytest.mark.parametrize("tekst", ["een tijdje", "2", "{parameter.planning_max} dagen"])
def test_duur_die_niet_te_lezen_is(tekst: str) -> None:
    pad, bericht = enige_fout(("    duur: 1 dag tot 1 week na aanmelding\n", f'    duur: "{tekst}"\n'))
    assert pad == "fasen[1].duur"
    assert bericht.startswith(f"De duur ‘{tekst}’ begrijp ik niet. Schrijf bijvoorbeeld: ")


@pytest.mark.parametrize("kleur", ["blauw", '"#12345"', '"#GGGGGG"', '"1F5C7A"', '"#1F5C7A80"', '"#1F5C7A "'])
def test_kleur_die_niet_kan(kleur: str) -> None:
    pad, bericht = enige_fout(('accentkleur: "#1F5C7A"', f"accentkleur: {kleur}"))
    assert pad == "organisatie.accentkleur"
    assert bericht.startswith("Schrijf een kleur als #")


@pytest.mark.parametrize(
    ("dag", "zegt"),
    [
        ("28-12-2026", "Bedoelde je 2026-12-28?"),
        ("24/12", "Bedoelde je 12-24?"),
        ("1-1-2027", "Bedoelde je 2027-01-01?"),
        ("20-07-2026 t/m 31-07-2026", "Bedoelde je 2026-07-20 t/m 2026-07-31?"),
        ("2026-07-31 t/m 2026-07-20", "ligt de laatste dag vóór de eerste. Draai ze om."),
        ("24 december", "Meer dagen: 2026-07-20 t/m 2026-07-31."),
        ("2026-13-01", "Meer dagen: 2026-07-20 t/m 2026-07-31."),
        ("30-02-2026", "Meer dagen: 2026-07-20 t/m 2026-07-31."),
        ("12-24 t/m 2026-12-31", "Meer dagen: 2026-07-20 t/m 2026-07-31."),
    ],
)
def test_sluitingsdag_die_niet_kan(dag: str, zegt: str) -> None:
    lijst = f"  logo:\n  sluitingsdagen:\n    - 12-24\n    - {dag}\n"
    tekst = gewijzigd(("  logo:\n", lijst))
    ((regel, pad, bericht),) = fouten(tekst)
    assert (regel, pad) == (regel_van(f"- {dag}", tekst), "organisatie.sluitingsdagen[2]")
    assert f"‘{dag}’" in bericht
    assert bericht.endswith(zegt)


def test_sluitingsdagen_uit_de_uitleg_kunnen() -> None:
    uitleg = (content.wortel() / "docs" / "eigen-organisatie.md").read_text(encoding="utf-8")
    voorbeeld = uitleg.split("organisatie:\n  sluitingsdagen:\n")[1].split("```")[0]
    tekst = gewijzigd(("  logo:\n", f"  logo:\n  sluitingsdagen:\n{voorbeeld}"))
    gelezen = controleer_inrichting(lees_yaml(PAD, tekst)).organisatie.sluitingsdagen
    assert gelezen == ("2026-05-15", "05-05", "2026-07-20 t/m 2026-07-31", "12-24 t/m 01-02")


def test_kleur_zonder_aanhalingstekens_is_uitleg() -> None:
    """``#`` begins a comment in YAML: the colour is then simply not filled in."""
    inrichting = controleer_inrichting(lees_yaml(PAD, gewijzigd(('accentkleur: "#1F5C7A"', "accentkleur: #AA0000"))))
    assert inrichting.organisatie.accentkleur == "#1F5C7A"


@pytest.mark.parametrize("datum", ["2004-02-30", "1 maart 2004", "01-03-2004", "2004-3-1", "20040301", "2004-03-01T00"])
def test_datum_die_niet_kan(datum: str) -> None:
    pad, bericht = enige_fout(("  datum: 2004-03-01\n", f'  datum: "{datum}"\n'))
    assert pad == "handleiding.datum"
    assert bericht == f"‘{datum}’ is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld 2026-11-21."


def test_verwijzing_naar_niets() -> None:
    tekst = gewijzigd(("met {clienten} werken, van de eerste", "met {clinten} werken, van de eerste"))
    assert fouten(tekst) == [
        (
            regel_van("    aanleiding: |", tekst),
            "handleiding.teksten.aanleiding",
            "{clinten} verwijst nergens naar. Bedoelde je ‘clienten’?",
        )
    ]


@pytest.mark.parametrize("sleutel", ["Wonen", "1wonen", "won en", "w" * 25, "wönen", "won-en"])
def test_sleutel_die_niet_kan(sleutel: str) -> None:
    tekst = gewijzigd(("  - sleutel: wonen\n", f"  - sleutel: {sleutel}\n"))
    gevonden = [een for een in fouten(tekst) if een[1] == "leefgebieden[1].sleutel"]
    assert [(regel, bericht[:1]) for regel, _, bericht in gevonden] == [
        (regel_van(f"  - sleutel: {sleutel}\n", tekst), "‘")
    ]


def test_dubbele_sleutel_in_een_lijst() -> None:
    pad, bericht = enige_fout(("  - sleutel: verblijfsstatus\n", "  - sleutel: inkomen #\n"))
    assert (pad, bericht) == ("criteria[3].sleutel", "De sleutel ‘inkomen’ staat er al. Kies een andere.")


def test_onbekend_vervolg() -> None:
    tekst = gewijzigd(SPOED)
    ((regel, pad, bericht),) = fouten(tekst)
    assert regel == regel_van("vervolg: opname", tekst)
    assert re.fullmatch(r"fasen\[1\]\.besluiten\[\d\]\.vervolg", pad)
    assert bericht.startswith("‘opname’ kan geen vervolg zijn. Kies uit: aanmelding, ")


@pytest.mark.parametrize("term", ["client", "begeleider"])
def test_onmisbare_term(term: str) -> None:
    tekst = re.sub(rf"  {term}: \{{enkelvoud[^}}]*\}}\n", "", TEKST)
    berichten = [bericht for *_, bericht in fouten(tekst)]
    assert f"Hier ontbreekt de term ‘{term}’. Die is nodig in alle teksten." in berichten
    assert f"De rol ‘{term}’ heeft geen naam en er is geen term met die sleutel." in berichten


def test_dubbele_sleutel_in_yaml() -> None:
    tekst = gewijzigd(("  naam: Opvang De Brug\n", "  naam: Opvang De Brug\n  naam: Opvang De Kade\n"))
    regel = regel_van("  naam: Opvang De Kade", tekst)
    assert fouten(tekst) == [(regel, "organisatie.naam", "De sleutel ‘naam’ staat hier dubbel. Haal er één weg.")]


def test_tab_in_yaml() -> None:
    tekst = gewijzigd(("  naam: Opvang De Brug\n", "\tnaam: Opvang De Brug\n"))
    ((regel, _, bericht),) = fouten(tekst)
    assert regel == regel_van("\tnaam", tekst)
    assert "tab" in bericht


# -- several at once


def test_veel_fouten_tegelijk_met_de_goede_regels() -> None:
    wijzigingen = [
        ('accentkleur: "#1F5C7A"', "accentkleur: blauw"),
        ("    duur: 1 dag tot 1 week na aanmelding\n", "    duur: een tijdje\n"),
        ("[aanmelding, voorlichting, sociale_kaart, spoedprocedure]", "[aanmelding, folder]"),
        SPOED,
        ("parameter: planning_max\n", "parameter: planing_max\n"),
        ("  evaluatie: {aan: ja}", "  evaluaties: {aan: ja}"),
        ("  toestemming_geldig: 1 jaar ", "  toestemming_geldig: lang "),
        ("  datum: 2004-03-01\n", "  datum: gisteren\n"),
    ]
    tekst = gewijzigd(*wijzigingen)
    gevonden = fouten(tekst)
    verwacht = [regel_van(nieuw, tekst) + nieuw.rstrip().count("\n") for _, nieuw in wijzigingen]
    assert [regel for regel, *_ in gevonden] == verwacht
    assert len({pad for _, pad, _ in gevonden}) == len(wijzigingen)


def test_bouwfouten_en_verwijzingen_tegelijk() -> None:
    """A mistake in the structure does not hide what else can already be seen."""
    wijzigingen = [
        ("  groepswonen: ja\n", "  groepswonen: misschien\n"),
        ("[aanmelding, voorlichting, sociale_kaart, spoedprocedure]", "[aanmelding, folder]"),
        ("  planning_max: 14 ", "  planning_maxx: 14 "),
    ]
    tekst = gewijzigd(*wijzigingen)
    assert [regel for regel, *_ in fouten(tekst)] == [regel_van(nieuw, tekst) for _, nieuw in wijzigingen]


# -- out and in


def test_schrijven_en_lezen(opvang: Inrichting) -> None:
    assert controleer_inrichting(lees_yaml(PAD, schrijf_inrichting(opvang))) == opvang


def test_schrijven_is_stabiel(opvang: Inrichting) -> None:
    eens = schrijf_inrichting(opvang)
    assert schrijf_inrichting(controleer_inrichting(lees_yaml(PAD, eens))) == eens


LASTIG = [
    "ja", "nee", "true", "null", "~", "12", "1.5", "007", "2026-11-21", "", " ", " x ", "a: b", "- a", "# a",
    "{client}", "[a]", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a`", "'", '"', "a\nb", "a\n\nb\n", "\n", "  a\n b",
    "a\tb", "é 😀", "x" * 300, "woord " * 60, "?", ":", "-", "---", "...", "a #b", "=", "<<", "yes", "on", "0x1F",
    "1e3", "\u00a0", "\u2028",
]  # fmt: skip


def waarden(soort: Any) -> SearchStrategy[Any]:
    """Random values of a type of the model, however deep."""
    if soort is str:
        return st.one_of(st.sampled_from(LASTIG), st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12))
    if soort is int:
        return st.integers(-(10**9), 10**9)
    if soort is float:
        return st.integers(-9_999, 9_999).map(lambda n: n / 100)
    if soort is NoneType:
        return st.none()
    if is_dataclass(soort):
        return records(soort)
    oorsprong, delen = get_origin(soort), get_args(soort)
    if oorsprong is Literal:
        return st.sampled_from(delen)
    if oorsprong is tuple:
        return st.lists(waarden(delen[0]), max_size=2).map(tuple)
    if oorsprong in (Union, UnionType):
        return st.one_of(*map(waarden, delen))
    return st.dictionaries(st.sampled_from(["a", "b_2", "ja", "12"]), waarden(delen[1]), max_size=2)


def records(soort: Any) -> SearchStrategy[Any]:
    """Random records; now and then a field keeps its default."""
    soorten = get_type_hints(soort)
    return st.builds(soort, **{veld.name: waarden(soorten[veld.name]) for veld in fields(soort)})


@pytest.mark.parametrize(
    "deel", ["organisatie", "termen", "rollen", "leefgebieden", "instrumenten", "criteria", "parameters", "handleiding"]
)
def test_schrijven_en_lezen_van_elk_deel(deel: str, opvang: Inrichting) -> None:
    soort = get_type_hints(Inrichting)[deel]

    @given(waarde=waarden(soort))
    def komt_terug(waarde: Any) -> None:
        anders = replace(opvang, fasen=(), formulieren={}, **{deel: waarde})
        assert maak_record(Inrichting, lees_yaml(PAD, schrijf_inrichting(anders))) == anders

    komt_terug()


def test_schrijven_en_lezen_van_fasen_en_formulieren(opvang: Inrichting) -> None:
    soorten = get_type_hints(Inrichting)

    @given(fasen=waarden(soorten["fasen"]), formulieren=waarden(soorten["formulieren"]))
    def komt_terug(fasen: Any, formulieren: Any) -> None:
        anders = replace(opvang, rollen=(), leefgebieden=(), instrumenten=(), fasen=fasen, formulieren=formulieren)
        assert maak_record(Inrichting, lees_yaml(PAD, schrijf_inrichting(anders))) == anders

    komt_terug()


# -- small looks


def test_rolnaam(opvang: Inrichting) -> None:
    assert opvang.rolnaam("client") == "cliënt"
    assert opvang.rolnaam("onbekend") == "onbekend"
    anders = replace(opvang, termen={**opvang.termen, "client": Term(enkelvoud="deelnemer", meervoud="deelnemers")})
    assert anders.rolnaam("client") == "deelnemer"


def test_fase_en_instrument(opvang: Inrichting) -> None:
    assert opvang.fase("opstart").sleutel == "opstart"
    with pytest.raises(KeyError):
        opvang.fase("opname")
    instrument = opvang.instrument("evaluatie")
    assert instrument is not None
    assert instrument.formulier == "evaluatie"
    assert opvang.instrument("weg") is None


def test_grens(opvang: Inrichting) -> None:
    assert opvang.parameters.grens("planning_max") == 14
    assert opvang.parameters.grens("max_leeftijd") is None
