"""Only what changed in the data changes in the text of the YAML; comments and order stay."""

from __future__ import annotations

import copy
import difflib
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkboekgegevens import LASTIG

from generator.bron import lees_yaml
from generator.content import uitgangsmodellen
from generator.werkboek import maak_yaml
from generator.werkboek.yamltekst import schrijf_yaml
from generator.werkboek.yamlwijzig import pas_toe

TEKST = uitgangsmodellen()["kr8jongeren"].read_text(encoding="utf-8")
OUD = lees_yaml(Path("x.yaml"), TEKST).gegevens

KLEIN = """\
# kop

# over de organisatie
organisatie:
  naam: De Brug   # tijdelijk
  logo:
  locaties: [Noord, Zuid]  # twee
  setting:
    - wonen
    # ook dit
    - ambulant

# los
# --- rollen
rollen:
  # eerste
  - sleutel: a  # a
    naam: 'Aa'
    taken:
    - een
    - twee

  # tweede
  - sleutel: b
    omschrijving: >-
      een twee drie
      vier vijf zes
      zeven acht negen
  - {sleutel: c, naam: "Cee", taken: [x, y]}
termen: {client: {enkelvoud: deelnemer, meervoud: deelnemers}}
# slot
"""


def lees(tekst: str) -> Any:
    return lees_yaml(Path("x.yaml"), tekst).gegevens


def wijzig(doe: Any, tekst: str = KLEIN) -> tuple[list[str], list[str]]:
    """Change the data of *tekst*; return which lines went and which came."""
    gegevens = lees(tekst)
    doe(gegevens)
    nieuw = pas_toe(tekst, gegevens)
    assert nieuw is not None
    assert lees(nieuw) == gegevens
    regels = list(difflib.ndiff(tekst.splitlines(), nieuw.splitlines()))
    return [r[2:] for r in regels if r[:2] == "- "], [r[2:] for r in regels if r[:2] == "+ "]


def test_niets_gewijzigd_is_gelijk() -> None:
    for tekst in (KLEIN, KLEIN.replace("\n", "\r\n"), KLEIN.rstrip("\n"), "\ufeff" + KLEIN):
        assert pas_toe(tekst, lees(tekst.removeprefix("\ufeff"))) == tekst


NAAM = "  naam: De Brug   # tijdelijk"


@pytest.mark.parametrize(
    ("doe", "weg", "erbij"),
    [
        (lambda g: g["organisatie"].update(naam="X"), [NAAM], ["  naam: X         # tijdelijk"]),
        (lambda g: g["organisatie"].update(logo="x.png"), ["  logo:"], ["  logo: x.png"]),
        (lambda g: g["organisatie"].update(naam=None), [NAAM], ["  naam:           # tijdelijk"]),
        (lambda g: g["organisatie"].pop("logo"), ["  logo:"], []),
        (
            lambda g: g["organisatie"]["locaties"].append("Oost, nr. 1"),
            ["  locaties: [Noord, Zuid]  # twee"],
            ['  locaties: [Noord, Zuid, "Oost, nr. 1"]  # twee'],
        ),
        (
            lambda g: g["organisatie"]["locaties"].pop(0),
            ["  locaties: [Noord, Zuid]  # twee"],
            ["  locaties: [Zuid]  # twee"],
        ),
        (lambda g: g["organisatie"]["setting"].insert(1, "nieuw"), [], ["    - nieuw"]),
        (lambda g: g["rollen"][0].update(naam="B'b"), ["    naam: 'Aa'"], ["    naam: 'B''b'"]),
        (lambda g: g["rollen"][0]["taken"].append("ja: nee"), [], ['    - "ja: nee"']),
        (
            lambda g: g["rollen"][1].update(omschrijving="een twee drie vier VIJF zes zeven acht negen"),
            ["      vier vijf zes"],
            ["      vier VIJF zes"],
        ),
        (lambda g: g["rollen"].insert(1, {"sleutel": "n"}), [], ["  - sleutel: n"]),
        (
            lambda g: g["rollen"][2].update(naam="D", bron="z"),
            ['  - {sleutel: c, naam: "Cee", taken: [x, y]}'],
            ['  - {sleutel: c, naam: "D", taken: [x, y], bron: z}'],
        ),
        (
            lambda g: g["termen"].update(team={"enkelvoud": "team"}),
            ["termen: {client: {enkelvoud: deelnemer, meervoud: deelnemers}}"],
            ["termen: {client: {enkelvoud: deelnemer, meervoud: deelnemers}, team: {enkelvoud: team}}"],
        ),
        (lambda g: g["organisatie"].update(naam="1"), [NAAM], ['  naam: "1"       # tijdelijk']),
        (
            lambda g: g["organisatie"].update(naam="a\nb"),
            [NAAM],
            ["  naam: |-  # tijdelijk", "    a", "    b"],
        ),
    ],
)  # fmt: skip
def test_een_wijziging_een_klein_verschil(doe: Any, weg: list[str], erbij: list[str]) -> None:
    assert wijzig(doe) == (weg, erbij)


def test_rij_weg_neemt_haar_eigen_opmerking_mee() -> None:
    weg, erbij = wijzig(lambda g: g["rollen"].pop(1))
    assert "  # tweede" in weg
    assert erbij == []
    assert "# slot" not in weg


def test_verplaatsen_neemt_de_opmerking_mee() -> None:
    gegevens = lees(KLEIN)
    gegevens["rollen"].insert(0, gegevens["rollen"].pop(1))
    nieuw = pas_toe(KLEIN, gegevens)
    assert nieuw is not None
    assert nieuw.index("# tweede") < nieuw.index("sleutel: b") < nieuw.index("sleutel: a  # a")
    assert sorted(nieuw.split()) == sorted(KLEIN.split())


@pytest.mark.parametrize("tekst", ["a: &x 1\nb: *x\n", "--- \na: 1\n", "a: !!str 1\n", "{a: 1}\n", "a: [\n"])
def test_vreemde_yaml_wordt_opnieuw_geschreven(tekst: str) -> None:
    assert pas_toe(tekst, {"a": "2"}) is None
    nieuw, behouden = maak_yaml({"a": "2"}, tekst)
    assert not behouden
    assert lees(nieuw) == {"a": "2"}


@given(zaad=st.integers(0, 10**6), aantal=st.integers(1, 6))
def test_willekeurige_wijzigingen_van_een_model(zaad: int, aantal: int) -> None:
    """Whatever is changed: the text holds it, and every comment that isn't about what went is still there."""
    kans, nieuw = random.Random(zaad), copy.deepcopy(OUD)
    for _ in range(aantal):
        _verander(nieuw, kans)
    tekst = pas_toe(TEKST, nieuw)
    assert tekst is not None
    assert lees(tekst) == nieuw
    kop = TEKST[: TEKST.index("schema:")]
    assert tekst.startswith(kop)


def _verander(deel: Any, kans: random.Random, diep: int = 0) -> None:
    """Change something small, somewhere; top-level keys stay."""
    plekken = list(deel) if isinstance(deel, dict) else list(range(len(deel)))
    plek = kans.choice(plekken) if plekken else None
    onder = deel[plek] if plek is not None else None
    if isinstance(onder, dict | list) and onder and (diep == 0 or kans.random() < 0.75):
        _verander(onder, kans, diep + 1)
        return
    if diep == 0:
        return
    soort, waarde = kans.choice(("wijzig", "weg", "erbij", "schud")), kans.choice((*LASTIG, None, 3, ["a", "b c"], {}))
    if isinstance(deel, dict):
        if soort == "weg" and plek is not None:
            del deel[plek]
        else:
            deel[plek if soort == "wijzig" and plek is not None else f"nieuw{len(deel)}"] = waarde
    elif soort == "weg" and deel:
        deel.pop(plek)
    elif soort == "schud":
        kans.shuffle(deel)
    else:
        deel.insert(plek or 0, waarde if soort == "erbij" or not deel else copy.deepcopy(deel[0]))


@pytest.mark.parametrize(
    "vraag", ["Wie verzorgt het?", "Wat? Dat!", "'s Avonds", "a: b", "# 1", "één, twee", "?", "- x"]
)
def test_een_korte_vraag_tussen_haken(vraag: str) -> None:
    """The reader for real files knows a question mark between brackets as a sign of its own."""
    nieuw = {"leefgebieden": [{"sleutel": "dier", "vragen": [vraag]}], "log": {}, "naam": vraag}
    assert lees_yaml(Path("x.yaml"), schrijf_yaml(nieuw)).gegevens == nieuw
    model = uitgangsmodellen()["kr8jongeren"].read_text(encoding="utf-8")
    gegevens = lees_yaml(Path("x.yaml"), model).gegevens
    gegevens["leefgebieden"].append({"sleutel": "dier", "naam": "Dieren", "reikwijdte": "dieren", "vragen": [vraag]})
    uit = pas_toe(model, gegevens)
    assert uit is not None
    assert lees_yaml(Path("x.yaml"), uit).gegevens == gegevens
    assert set(model.splitlines()) <= set(uit.splitlines())
