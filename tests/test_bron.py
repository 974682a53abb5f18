"""YAML in: words stay words, lines are known, and every mistake is said at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bron import (
    MAX_BYTES,
    Bronfout,
    OngeldigeBron,
    bedoelde,
    lees_yaml,
    maak_record,
    toon_pad,
    veldnamen,
)
from generator.model import Formulier, Inrichting, Streng

PAD = Path("proef.yaml")


@dataclass(frozen=True, kw_only=True)
class Wiel(Streng):
    naam: str
    maat: int = 28


@dataclass(frozen=True, kw_only=True)
class Fiets(Streng):
    merk: str
    kleur: Literal["rood", "blauw"] = "rood"
    versnellingen: int | Literal["geen"] = "geen"
    gewicht: float = 15.5
    slot: str | None = None
    wielen: tuple[Wiel, ...] = ()
    vakken: Mapping[str, Wiel] = field(default_factory=dict)


def gegevens(tekst: str) -> Any:
    return lees_yaml(PAD, tekst).gegevens


def fouten(tekst: str) -> list[Bronfout]:
    with pytest.raises(OngeldigeBron) as fout:
        lees_yaml(PAD, tekst)
    return list(fout.value.fouten)


def recordfouten(tekst: str, soort: type[Any] = Fiets) -> list[str]:
    with pytest.raises(OngeldigeBron) as fout:
        maak_record(soort, lees_yaml(PAD, tekst))
    return [str(een).removeprefix("proef.yaml, ") for een in fout.value.fouten]


# -- values


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("ja", "ja"),
        ("nee", "nee"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", "ja"),
        ("False", "nee"),
        ('"true"', "true"),
        ("2026-11-21", "2026-11-21"),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("007", "007"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1.5", 1.5),
        ("1,5", "1,5"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ('"12"', "12"),
        ("'12'", "12"),
        ("~", None),
        ("null", None),
        ("", None),
        ('""', ""),
        ("12:30", "12:30"),
        ("{client}", {"client": None}),
        ('"{client}"', "{client}"),
        ("[a, 1, ja]", ["a", 1, "ja"]),
        ("|\n  een\n  twee\n", "een\ntwee\n"),
        (">-\n  een\n  twee\n", "een twee"),
        ("1.10", 1.1),
        ("'1.10'", "1.10"),
        ("é 😀", "é 😀"),
    ],
)
def test_waarden(tekst: str, waarde: Any) -> None:
    uit = gegevens(f"sleutel: {tekst}\n")["sleutel"]
    assert uit == waarde
    assert type(uit) is type(waarde)


def test_sleutels_zijn_tekst() -> None:
    assert gegevens("ja: 1\n12: 2\ntrue: 3\n") == {"ja": 1, "12": 2, "true": 3}


@pytest.mark.parametrize("tekst", ["", "# alleen uitleg\n", "---\n", "\n\n"])
def test_leeg_bestand(tekst: str) -> None:
    assert gegevens(tekst) is None


def test_verwijzing_naar_een_anker() -> None:
    assert gegevens("a: &x {b: 1}\nc: *x\n") == {"a": {"b": 1}, "c": {"b": 1}}


def test_yaml_bom_wordt_geweigerd() -> None:
    """Ten lines that would unfold into three billion words."""
    tekst = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    tekst += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    (fout,) = fouten(tekst)
    assert fout.bericht == "Dit bestand is te diep of te groot."


def test_kring_wordt_geweigerd() -> None:
    assert fouten("a: &a [*a]\n")


def test_heel_lang_getal() -> None:
    assert lees_yaml(PAD, "a: " + "1" * 5_000 + "\n").gegevens == {"a": "1" * 5_000}


def test_regels_van_elk_pad() -> None:
    bron = lees_yaml(PAD, "a:\n  b: 1\n  c:\n    - x\n    - d: y\n\ne: z\n")
    assert [bron.regel(pad) for pad in [("a",), ("a", "b"), ("a", "c", 0), ("a", "c", 1, "d"), ("e",)]] == [
        1,
        2,
        4,
        5,
        7,
    ]
    assert bron.regel(("a", "c", 9, "weg")) == 3
    assert bron.regel(("onbekend",)) == 1


def test_fout_zegt_bestand_regel_en_pad() -> None:
    bron = lees_yaml(PAD, "a:\n  - b: 1\n")
    assert str(bron.fout(("a", 0, "b"), "Kijk hier.")) == "proef.yaml, regel 2, a[1].b: Kijk hier."
    assert str(Bronfout("x.yaml", None, "", "Niets.")) == "x.yaml: Niets."


@pytest.mark.parametrize(
    ("pad", "tekst"),
    [((), ""), (("a",), "a"), (("a", 0), "a[1]"), (("a", 2, "b", "c", 0), "a[3].b.c[1]"), ((0, "a"), "[1].a")],
)
def test_toon_pad(pad: tuple[str | int, ...], tekst: str) -> None:
    assert toon_pad(pad) == tekst


# -- mistakes in the YAML itself


@pytest.mark.parametrize(
    ("tekst", "regel", "stuk"),
    [
        ("a: 1\n\tb: 2\n", 2, "tab"),
        ("a: 1\nb: @c\n", 2, "aanhalingstekens"),
        ("a: b: c\n", 1, "dubbele punt in tekst zonder aanhalingstekens"),
        ("a:\n  b: 1\n c: 2\n", 3, "springt"),
        ("a: [1, 2\n", 2, ""),
        ("a: 'open\n", 2, "niet gesloten"),
        ("a: *weg\n", 1, "sterretje"),
        ("a:\n  - 1\n  b: 2\n", 3, "lijst"),
        ("a: 1\nzonder\nb: 2\n", 3, "dubbele punt"),
        ("a: 1\n---\nb: 2\n", 2, ""),
        ("- a\nb: 1\n", 2, "springt"),
    ],
)
def test_syntaxfouten(tekst: str, regel: int, stuk: str) -> None:
    (fout,) = fouten(tekst)
    assert fout.regel == regel
    assert fout.bericht.startswith("De YAML is hier niet te lezen: ")
    assert stuk in fout.bericht


def test_dubbele_sleutels_allemaal() -> None:
    gevonden = fouten("a: 1\nb:\n  c: 1\n  c: 2\na: 3\na: 4\n")
    assert [(fout.regel, fout.sleutelpad) for fout in gevonden] == [(4, "b.c"), (5, "a"), (6, "a")]
    assert {fout.bericht for fout in gevonden} == {
        "De sleutel ‘a’ staat hier dubbel. Haal er één weg.",
        "De sleutel ‘c’ staat hier dubbel. Haal er één weg.",
    }


def test_ja_en_true_zijn_andere_sleutels() -> None:
    assert gegevens("ja: 1\ntrue: 2\n") == {"ja": 1, "true": 2}


@pytest.mark.parametrize("diepte", [41, 60, 200])
def test_te_diep_genest(diepte: int) -> None:
    gevonden = fouten("a: " + "[" * diepte + "]" * diepte + "\n")
    assert [fout.bericht for fout in gevonden] == ["Dit bestand is te diep of te groot."]


def test_veel_te_diep_genest() -> None:
    (fout,) = fouten("[" * 5_000 + "]" * 5_000)
    assert fout.bericht.startswith("Dit bestand is ")


def test_net_niet_te_diep() -> None:
    assert gegevens("a: " + "[" * 39 + "]" * 39) is not None


@pytest.mark.parametrize("tekst", ["a: \x00", "a: \x07", "\ud800", "a: \ufffe"])
def test_tekens_die_niet_mogen(tekst: str) -> None:
    assert "niet" in fouten(tekst)[0].bericht or "geen" in fouten(tekst)[0].bericht


@pytest.mark.parametrize("label", ["!!python/object:os.system", "!!binary", "!eigen", "!!set"])
def test_labels_doen_niets(label: str) -> None:
    """A YAML tag is ignored: nothing is ever made out of it."""
    assert gegevens(f"a: {label} x\n") == {"a": "x"}


@given(tekst=st.text(alphabet="ab:-[]{}'\"#&*!|>%@`,? \n\t0", max_size=60))
def test_elke_tekst_is_gegevens_of_fouten(tekst: str) -> None:
    gevonden: tuple[Bronfout, ...] = ()
    try:
        lees_yaml(PAD, tekst)
    except OngeldigeBron as fout:
        gevonden = fout.fouten
        assert gevonden
    assert all(fout.bericht.endswith(".") for fout in gevonden)


# -- files


def test_bestand_met_bom(tmp_path: Path) -> None:
    pad = tmp_path / "x.yaml"
    pad.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert lees_yaml(pad).gegevens == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("inhoud", "stuk"), [(b"a: \xe9\n", "geen UTF-8"), (b"\xff\xfea\x00", "geen UTF-8"), (None, "bestaat niet")]
)
def test_onleesbaar_bestand(tmp_path: Path, inhoud: bytes | None, stuk: str) -> None:
    pad = tmp_path / "x.yaml"
    if inhoud is not None:
        pad.write_bytes(inhoud)
    with pytest.raises(OngeldigeBron, match=stuk):
        lees_yaml(pad)


def test_map_in_plaats_van_bestand(tmp_path: Path) -> None:
    with pytest.raises(OngeldigeBron, match="Dit is een map"):
        lees_yaml(tmp_path)


def test_te_groot_bestand(tmp_path: Path) -> None:
    pad = tmp_path / "x.yaml"
    with open(pad, "wb") as bestand:
        bestand.truncate(MAX_BYTES + 1)
    with pytest.raises(OngeldigeBron, match="te groot"):
        lees_yaml(pad)


# -- records


def test_record() -> None:
    tekst = "merk: Gazelle\nversnellingen: 3\nwielen:\n  - naam: voor\nvakken:\n  a: {naam: b, maat: 26}\nslot:\n"
    assert maak_record(Fiets, lees_yaml(PAD, tekst)) == Fiets(
        merk="Gazelle", versnellingen=3, wielen=(Wiel(naam="voor"),), vakken={"a": Wiel(naam="b", maat=26)}
    )


def test_onbekende_sleutel_met_suggestie() -> None:
    assert recordfouten("merk: x\nkleurr: rood\n") == [
        "regel 2, kleurr: De sleutel ‘kleurr’ ken ik hier niet. Bedoelde je ‘kleur’?"
    ]
    assert recordfouten("merk: x\nzadel: hard\n") == ["regel 2, zadel: De sleutel ‘zadel’ ken ik hier niet."]


def test_onbekende_sleutel_in_een_lijst_met_suggestie() -> None:
    assert recordfouten("merk: x\nwielen:\n  - naam: a\n  - naam: b\n    mat: 3\n") == [
        "regel 5, wielen[2].mat: De sleutel ‘mat’ ken ik hier niet. Bedoelde je ‘maat’?"
    ]
    assert recordfouten("merk: x\nvakken:\n  a:\n    naam: b\n    mat: 3\n") == [
        "regel 5, vakken.a.mat: De sleutel ‘mat’ ken ik hier niet. Bedoelde je ‘maat’?"
    ]


def test_ontbrekende_sleutel() -> None:
    assert recordfouten("kleur: rood\n") == ["regel 1: Hier ontbreekt ‘merk’. Vul die sleutel in."]
    assert recordfouten("merk: x\nwielen:\n  - maat: 3\n") == [
        "regel 3, wielen[1]: Hier ontbreekt ‘naam’. Vul die sleutel in."
    ]


def test_lege_sleutel_is_niet_ingevuld() -> None:
    assert recordfouten("merk:\nkleur: rood\n") == ["regel 1: Hier ontbreekt ‘merk’. Vul die sleutel in."]


@pytest.mark.parametrize(
    ("regel", "bericht"),
    [
        ("kleur: roo", "kleur: ‘roo’ kan hier niet. Kies uit: rood, blauw. Bedoelde je ‘rood’?"),
        ("kleur: [rood]", "kleur: ‘['rood']’ kan hier niet. Kies uit: rood, blauw. Bedoelde je ‘rood’?"),
        ("gewicht: '12,5'", "gewicht: Hier hoort een getal. Schrijf een punt in plaats van een komma."),
        ("merk: 12", "merk: Hier hoort tekst. Zet aanhalingstekens om de waarde als het een getal is."),
        ("merk: [a]", "merk: Hier hoort tekst. Zet aanhalingstekens om de waarde als het een getal is."),
        ("wielen: x", "wielen: Hier hoort een lijst: zet elk onderdeel op een eigen regel met een streepje ervoor."),
        ("wielen: [x]", "wielen[1]: Hier horen sleutels met een waarde (sleutel: waarde), geen losse tekst."),
        ("vakken: x", "vakken: Hier horen sleutels met een waarde (sleutel: waarde)."),
    ],
)
def test_verkeerde_soort(regel: str, bericht: str) -> None:
    anders = "" if regel.startswith("merk") else "\nmerk: x"
    assert recordfouten(regel + anders + "\n") == [f"regel 1, {bericht}"]


@pytest.mark.parametrize("waarde", ["veel", "[1]", "1.5"])
def test_getal_of_woord_geeft_een_fout(waarde: str) -> None:
    (fout,) = recordfouten(f"merk: x\nversnellingen: {waarde}\n")
    assert fout.startswith("regel 2, versnellingen: ")


def test_alle_fouten_tegelijk_op_volgorde_van_regel() -> None:
    tekst = "kleur: groen\nwielen:\n  - maat: x\n  - naam: 3\n    spaken: 36\nzadel: hard\n"
    regels = [fout.partition(":")[0] for fout in recordfouten(tekst)]
    assert regels == [
        "regel 1",
        "regel 1, kleur",
        "regel 3, wielen[1]",
        "regel 3, wielen[1].maat",
        "regel 4, wielen[2].naam",
        "regel 5, wielen[2].spaken",
        "regel 6, zadel",
    ]


@pytest.mark.parametrize("tekst", ["gewoon tekst\n", "- a\n- b\n", "12\n", ""])
def test_verkeerde_bouw_van_het_hele_bestand(tekst: str) -> None:
    (fout,) = recordfouten(tekst)
    assert "Hier horen sleutels met een waarde" in fout


@pytest.mark.parametrize("soort", [Inrichting, Formulier])
def test_echte_records_zeggen_alles_wat_ontbreekt(soort: type[Any]) -> None:
    gemist = recordfouten("onzin: 1\n", soort)
    assert any("‘onzin’ ken ik hier niet" in fout for fout in gemist)
    assert sum("Hier ontbreekt" in fout for fout in gemist) >= 7
    assert not [fout for fout in gemist if "past hier niet (" in fout]


def test_veldnamen() -> None:
    assert veldnamen(Fiets, ("merk", "x")) == []
    assert "leefgebieden" in veldnamen(Inrichting, ())
    assert "accentkleur" in veldnamen(Inrichting, ("organisatie",))


@pytest.mark.parametrize(
    ("soort", "pad", "naam"),
    [
        (Fiets, ("wielen", 0), "maat"),
        (Fiets, ("vakken", "a"), "maat"),
        (Inrichting, ("fasen", 3, "taken", 0), "wanneer"),
        (Formulier, ("secties", 0, "velden", 2, "kolommen", 1), "verplicht"),
    ],
)
def test_veldnamen_in_een_lijst(soort: type[Any], pad: tuple[str | int, ...], naam: str) -> None:
    assert naam in veldnamen(soort, pad)


@pytest.mark.parametrize(
    ("woord", "uit"), [("intaak", " Bedoelde je ‘intake’?"), ("xyz", ""), (12, ""), ("INTAKE", "")]
)
def test_bedoelde(woord: object, uit: str) -> None:
    assert bedoelde(woord, ["aanmelding", "intake"]) == uit
