"""An inrichting to a workbook and back: the same data, and for YAML the same file to the letter."""

from __future__ import annotations

import copy
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkboekgegevens import LASTIG, inrichtingen, teksten

from generator.bron import Bron, lees_yaml
from generator.content import uitgangsmodellen
from generator.organisatie import controleer_organisatie
from generator.werkboek import lees_geheel, lees_werkboek, maak_yaml, schrijf_werkboek
from generator.werkboek.cellen import lijst_in, lijst_uit, tekst_in, tekst_uit, woorden_in, woorden_uit
from generator.werkboek.indeling import bladen, kaarten, plaats_van, tabellen, woordtabellen
from generator.werkboek.soorten import IN_CEL, records, velden
from generator.werkboek.yamltekst import schrijf_yaml

MODELLEN = sorted(uitgangsmodellen())


def heen_en_terug(gegevens: dict[str, Any], map_: Path, tekst: str | None = None) -> Any:
    pad = map_ / "inrichting.xlsx"
    pad.write_bytes(schrijf_werkboek(Bron("inrichting.yaml", gegevens, {}), tekst))
    return lees_werkboek(pad).gegevens


@pytest.fixture(scope="module")
def werkmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("werkboek")


@given(gegevens=inrichtingen)
def test_gegevens_overleven(werkmap: Path, gegevens: dict[str, Any]) -> None:
    assert heen_en_terug(gegevens, werkmap) == gegevens


@given(gegevens=inrichtingen)
def test_gegevens_overleven_als_yaml(gegevens: dict[str, Any]) -> None:
    tekst = schrijf_yaml(gegevens)
    assert (lees_yaml(Path("x.yaml"), tekst).gegevens or {}) == gegevens


@given(lijst=st.none() | st.lists(st.none() | teksten))
def test_lijst_in_een_cel(lijst: list[str | None] | None) -> None:
    assert lijst_uit(lijst_in(lijst)) == lijst


@given(groep=st.none() | st.dictionaries(teksten, st.none() | teksten))
def test_groep_in_een_cel(groep: dict[str, str | None] | None) -> None:
    assert woorden_uit(woorden_in(groep)) == groep


@pytest.mark.parametrize("tekst", [None, *LASTIG, 0, 14, 1.5])
def test_een_waarde_in_een_cel(tekst: Any) -> None:
    cel = tekst_in(tekst)
    assert tekst_uit(cel) == tekst
    assert not isinstance(cel, str) or cel.strip()


@pytest.mark.parametrize("model", MODELLEN)
def test_model_blijft_tot_op_de_letter(model: str, tmp_path: Path) -> None:
    pad, boek = uitgangsmodellen()[model], tmp_path / "inrichting.xlsx"
    bron, tekst = lees_yaml(pad), pad.read_bytes().decode("utf-8")
    boek.write_bytes(schrijf_werkboek(bron, tekst))
    gelezen = lees_geheel(boek)
    assert gelezen.bron.gegevens == bron.gegevens
    assert gelezen.yamltekst == tekst
    assert maak_yaml(gelezen.bron.gegevens, gelezen.yamltekst) == (tekst, True)


@pytest.mark.parametrize("model", MODELLEN)
def test_werkboek_is_een_goede_inrichting(model: str, tmp_path: Path) -> None:
    boek = tmp_path / "inrichting.xlsx"
    bron = lees_yaml(uitgangsmodellen()[model])
    boek.write_bytes(schrijf_werkboek(bron))
    assert controleer_organisatie(lees_werkboek(boek)) == controleer_organisatie(bron)


@pytest.mark.parametrize("model", MODELLEN)
def test_schone_yaml_zonder_bron(model: str) -> None:
    gegevens = lees_yaml(uitgangsmodellen()[model]).gegevens
    tekst, behouden = maak_yaml(gegevens, None)
    assert not behouden
    assert tekst.startswith("# ===")
    assert lees_yaml(Path("x.yaml"), tekst).gegevens == gegevens
    assert max(map(len, tekst.splitlines())) < 200


@pytest.mark.parametrize(
    "vorm",
    [
        lambda tekst: "\ufeff" + tekst,
        lambda tekst: tekst.replace("\n", "\r\n"),
        lambda tekst: tekst.replace("\n", "\r\n", 3),
        lambda tekst: tekst.rstrip("\n"),
        lambda tekst: tekst + "\n\n# slot  \n   \n# ¶\n",
        lambda tekst: "# _x005F_x000D_ x005F¶ x005F " + "x" * 70_000 + "\n" + tekst,
    ],
)
def test_elk_soort_tekstbestand(vorm: Any, tmp_path: Path) -> None:
    tekst = vorm(uitgangsmodellen()["opvang2004"].read_text(encoding="utf-8"))
    boek = tmp_path / "inrichting.xlsx"
    bron = lees_yaml(Path("x.yaml"), tekst.removeprefix("\ufeff"))
    boek.write_bytes(schrijf_werkboek(bron, tekst))
    gelezen = lees_geheel(boek)
    assert gelezen.yamltekst == tekst
    gelezen.bron.gegevens["organisatie"]["naam"] = "Anders"
    nieuw, behouden = maak_yaml(gelezen.bron.gegevens, tekst)
    assert behouden
    assert nieuw.count("\r\n") in (0, nieuw.count("\n"))
    assert nieuw.startswith("\ufeff") == tekst.startswith("\ufeff")


def test_elk_deel_van_het_schema_heeft_een_plek() -> None:
    """A new field of a record has a column by itself; a new record a sheet."""
    enkel = {patroon for kaart in kaarten().values() for patroon in kaart.patronen}
    for patroon, record in records():
        for naam, veld in velden(record).items():
            hier = (*patroon, naam)
            if hier in woordtabellen():
                assert (*hier, "*") in plaats_van(), hier
            elif veld.vorm in IN_CEL and patroon in plaats_van():
                kolom = plaats_van()[patroon][0].kolom(naam)
                assert kolom is not None, hier
                assert kolom.rol == "veld", hier
            else:
                assert patroon in enkel or patroon in plaats_van(), hier


def test_bladen_en_kolommen_zijn_te_onderscheiden() -> None:
    titels = [blad.blad.lower() for blad in bladen()]
    assert len(set(titels)) == len(titels)
    assert all(len(titel) <= 31 for titel in titels)
    for tabel in tabellen().values():
        koppen = [kolom.kop for kolom in tabel.kolommen]
        assert len(set(koppen)) == len(koppen), tabel.blad


def test_leeg_en_niets_en_afwezig_blijven_verschillend(tmp_path: Path) -> None:
    gegevens: dict[str, Any] = {
        "organisatie": {"naam": "", "logo": None, "locaties": []},
        "termen": {"client": {}, "team": None, "rol": {"enkelvoud": None, "vroeger": [None]}},
        "rollen": [], "criteria": None, "invoering": {}, "parameters": None,
        "fasen": [{"sleutel": "aanmelding", "taken": [], "matrix": {}, "werkwijze": None}, {"sleutel": "intake"}],
        "formulieren": {
            "intake": {"labels": {}, "hulp": {"x": None}, "opties_erbij": {"a": [], "b": None, "c": [None, {}]}}
        },
        "handleiding": {"versie": "1", "teksten": {}, "redenen": {"fasen": ""}},
    }  # fmt: skip
    assert heen_en_terug(copy.deepcopy(gegevens), tmp_path) == gegevens


def test_het_gaat_snel(tmp_path: Path) -> None:
    pad = uitgangsmodellen()["leefhuis2022"]
    bron, tekst, boek = lees_yaml(pad), pad.read_text(encoding="utf-8"), tmp_path / "x.xlsx"
    tijden = []
    for _ in range(3):
        begin = time.process_time()
        boek.write_bytes(schrijf_werkboek(bron, tekst))
        gelezen = lees_geheel(boek)
        maak_yaml(gelezen.bron.gegevens, gelezen.yamltekst)
        tijden.append(time.process_time() - begin)
    assert min(tijden) < 2.0
