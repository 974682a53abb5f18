"""``achtfasen vervolg``: what it says, where things come to stand, and what it refuses."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from onderweg import blanco, een, formulier_van, lees, organisatie, vervolg, voltooi, voorbeeldpaden
from test_vervolg_voorbeelden import tot_en_met

from generator.checks import controleer
from generator.cli import main
from generator.commandos.vervolg import verslag
from generator.formats import Lezer
from generator.formats.word import vul
from generator.opdrachten import lees_antwoordbestand, regelmatige_antwoorden
from generator.vervolg import Dossieruitslag, Vervolgfout, Vervolgopdracht, Vervolguitslag
from generator.vervolg.maken import maak_vervolg
from generator.vervolg.namen import bestandsnaam, mapnaam, mapnamen

MODEL = "opvang2004"
DAG = date(2026, 5, 10)


@pytest.fixture
def roep(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run ``achtfasen vervolg``; return status, output and errors."""

    def roep(*argumenten: object) -> tuple[int, str, str]:
        alles = ["vervolg", *argumenten, "--inrichting", MODEL, "--peildatum", DAG.isoformat()]
        status = main([str(deel) for deel in alles])
        gezegd = capsys.readouterr()
        return status, gezegd.out, gezegd.err

    return roep


def plat(map_: Path) -> dict[str, bytes]:
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}


def gewijzigd(pad: Path, naar: Path, **anders: Any) -> None:
    """Write a form of an example with other answers; None takes one out."""
    gegeven = lees_antwoordbestand(pad)
    formulier = organisatie(MODEL)[1][gegeven.formulier]
    waarden = {**regelmatige_antwoorden(gegeven, formulier), **anders}
    waarden = {naam: waarde for naam, waarde in waarden.items() if waarde is not None}
    inhoud = vul(blanco(MODEL, gegeven.formulier), formulier, waarden, waarden.get("dossier_nr", ""), gegeven.cyclus)
    naar.parent.mkdir(parents=True, exist_ok=True)
    naar.write_bytes(inhoud)


# --------------------------------------------------------------------------
# The whole road


def test_van_map_tot_formulier(roep: Any, tmp_path: Path) -> None:
    tot_en_met("P1", 6, tmp_path / "in" / "P1")
    tot_en_met("P2", 6, tmp_path / "in" / "P2")
    (tmp_path / "in" / "kapot.docx").write_bytes(b"geen Word")
    voor = plat(tmp_path / "in")
    status, uit, fout = roep(tmp_path / "in", "--naar", tmp_path / "uit")
    assert (status, fout) == (0, "")
    assert set(plat(tmp_path / "uit")) == {
        "D-0001/07-begeleidingsplan-cyclus1.docx", "D-0002/07-persoonsbeschrijving-cyclus2.docx"}  # fmt: skip
    assert plat(tmp_path / "in") == voor
    assert "Begeleidingsplan: volgt op Persoonsbeschrijving van " in uit
    assert "besluit ‘Voortzetten’; de vorige geldt nog" in uit
    assert "1 bestand is niet te lezen; daaruit is niets overgenomen" in uit
    # No answer of anybody on the screen.
    for naam in ("P1", "P2"):
        for pad in voorbeeldpaden(naam):
            for waarde in lees_antwoordbestand(pad).antwoorden.values():
                assert not isinstance(waarde, str) or len(waarde) < 12 or waarde not in uit


def test_een_dossier_en_een_formulier(roep: Any, tmp_path: Path) -> None:
    bron = tot_en_met("P2", 5, tmp_path / "in")
    status, uit, _ = roep(bron, "--naar", tmp_path / "uit", "--dossier", "d-0002 ", "--formulier", "toestemming")
    assert status == 0
    assert set(plat(tmp_path / "uit")) == {"D-0002/06-toestemming.docx"}
    assert "Toestemmingsformulier: gevraagd met --formulier" in uit


def test_een_onbekend_dossier_krijgt_een_tip(roep: Any, tmp_path: Path) -> None:
    bron = tot_en_met("P2", 2, tmp_path / "in")
    status, uit, fout = roep(bron, "--naar", tmp_path / "uit", "--dossier", "D-0020")
    assert (status, uit) == (2, "")
    assert fout == "Dossier ‘D-0020’ staat er niet bij. Bedoelde je ‘D-0002’? Wel dossier: D-0002.\n"
    assert not (tmp_path / "uit").exists()


def test_geen_formulier_dat_te_lezen_is(roep: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "kapot.docx").write_bytes(b"geen Word")
    status, _, fout = roep(tmp_path / "in", "--naar", tmp_path / "uit")
    assert status == 2
    assert "geen formulier van een dossier dat ik kan lezen" in fout


def test_het_scherm_blijft_te_overzien() -> None:
    """A folder of many dossiers fills no screens; what stands in the way goes first."""
    goed = [Dossieruitslag(nummer=f"D-{nr}", redenen=("het dossier is gesloten",)) for nr in range(40)]
    kan_niet = Dossieruitslag(nummer="D-99", redenen=("dubbel",), kan_niet=True)
    uitslag = Vervolguitslag(dossiers=(*goed, kan_niet), gelezen=80, geweigerd=0)
    regels = list(verslag(uitslag, Path("uit"), alles=False))
    assert len(regels) < 45
    assert next(regel for regel in regels if regel.startswith("D-")) == "D-99: let op, niets gemaakt"
    assert regels[-1] == "… en nog 29 dossiers. Met --alles zie je ze allemaal."
    assert sum(regel.startswith("D-") for regel in verslag(uitslag, Path("uit"), alles=True)) == 41


# --------------------------------------------------------------------------
# Wrong use that needs no reading


@pytest.mark.parametrize(
    ("sleutel", "zegt"),
    [
        ("evaluati", "Het formulier ‘evaluati’ is er niet. Kies uit: "),
        ("rie", "Het formulier ‘rie’ staat uit in deze inrichting."),
        ("zelfscan", "gaat over de organisatie en hoort bij geen dossier"),
    ],
)
def test_een_formulier_dat_niet_kan(sleutel: str, zegt: str, roep: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    status, _, fout = roep(tmp_path / "in", "--naar", tmp_path / "uit", "--formulier", sleutel)
    assert status == 2
    assert zegt in fout


@pytest.mark.parametrize("naar", ["in", "in/vervolg", "in/../in/x"])
def test_niet_tussen_de_ingevulde_formulieren(naar: str, roep: Any, tmp_path: Path) -> None:
    tot_en_met("P2", 2, tmp_path / "in")
    status, _, fout = roep(tmp_path / "in", "--naar", tmp_path / naar)
    assert status == 2
    assert "tussen de ingevulde formulieren. Kies bij --naar een map daarbuiten." in fout


def test_ook_niet_als_de_map_van_het_dossier_daar_uitkomt(tmp_path: Path) -> None:
    """``dossiers/D-0002`` was read, and in ``dossiers`` it would come to stand again."""
    bron = tot_en_met("P2", 2, tmp_path / "D-0002")
    with pytest.raises(Vervolgfout, match="tussen de ingevulde formulieren"):
        vervolg([bron], tmp_path, DAG)
    assert len(plat(bron)) == 2


def test_een_pad_dat_er_niet_is(roep: Any, tmp_path: Path) -> None:
    status, _, fout = roep(tmp_path / "weg", "--naar", tmp_path / "uit")
    assert (status, fout) == (2, f"‘{tmp_path / 'weg'}’ bestaat niet. Controleer de naam en de map.\n")


def test_wie_leest_meldt_verkeerd_gebruik_zelf(tmp_path: Path) -> None:
    opdracht = Vervolgopdracht(paden=(tmp_path,), inrichting=MODEL, naar=tmp_path, peildatum=DAG)
    with pytest.raises(Vervolgfout):
        maak_vervolg(opdracht, lambda _: lambda formulier: blanco(MODEL, formulier.sleutel))


# --------------------------------------------------------------------------
# Nobody's work is lost


def test_wat_iemand_invulde_blijft_staan(tmp_path: Path) -> None:
    bron = tot_en_met("P2", 4, tmp_path / "in")
    (eerst,) = een(vervolg([bron], tmp_path / "uit", DAG)).gemaakt
    inhoud, _ = voltooi(eerst.pad, lees_antwoordbestand(voorbeeldpaden("P2")[4]))
    eerst.pad.write_bytes(inhoud)
    (nog_eens,) = een(vervolg([bron], tmp_path / "uit", DAG)).gemaakt
    assert nog_eens.stond_er
    assert nog_eens.pad == eerst.pad
    assert eerst.pad.read_bytes() == inhoud


def test_nog_eens_zonder_wijziging_zegt_niets(tmp_path: Path) -> None:
    bron = tot_en_met("P2", 4, tmp_path / "in")
    eerst, daarna = (een(vervolg([bron], tmp_path / "uit", DAG)) for _ in range(2))
    assert not daarna.gemaakt[0].stond_er
    assert daarna == eerst
    assert len(plat(tmp_path / "uit")) == 1


def test_een_formulier_van_een_eerdere_keer_komt_er_niet_dubbel(tmp_path: Path) -> None:
    """With one more form in the dossier the number rises; what was handed out before stays the one."""
    bron = tot_en_met("P2", 4, tmp_path / "in")
    (eerst,) = een(vervolg([bron], tmp_path / "uit", DAG)).gemaakt
    gewijzigd(voorbeeldpaden("P1")[2], bron / "toestemming.docx", dossier_nr="D-0002",
              client_naam="Samira Oudkerk", geboortedatum=date(1996, 11, 3))  # fmt: skip
    (daarna,) = een(vervolg([bron], tmp_path / "uit", DAG)).gemaakt
    assert (daarna.pad, daarna.stond_er) == (eerst.pad, False)
    assert len(plat(tmp_path / "uit")) == 1


# --------------------------------------------------------------------------
# Dossiers that are in no state to go on


def test_twee_mensen_met_een_nummer(tmp_path: Path) -> None:
    bron = tot_en_met("P2", 3, tmp_path / "in")
    gewijzigd(voorbeeldpaden("P1")[4], bron / "vreemd.docx", dossier_nr="D-0002")
    uitslag = een(vervolg([bron], tmp_path / "uit", DAG))
    assert (uitslag.gemaakt, uitslag.kan_niet) == ((), True)
    assert "het nummer is misschien dubbel" in uitslag.redenen[0]
    assert not (tmp_path / "uit").exists()


def test_een_gesloten_dossier(tmp_path: Path) -> None:
    bron = tot_en_met("P2", 11, tmp_path / "in")
    uitslag = een(vervolg([bron], tmp_path / "uit", date(2026, 12, 1)))
    assert (uitslag.gemaakt, uitslag.kan_niet) == ((), False)
    assert uitslag.redenen == ("het dossier is gesloten op 28-08-2026",)
    gevraagd = een(vervolg([bron], tmp_path / "uit", date(2026, 12, 1), sleutels=("begeleidingsplan",)))
    assert gevraagd.redenen == ("Begeleidingsplan: nu niet, want het dossier is gesloten op 28-08-2026",)


def test_een_formulier_dat_niet_aan_de_beurt_is(tmp_path: Path) -> None:
    bron = tot_en_met("P2", 3, tmp_path / "in")
    gevraagd = een(vervolg([bron], tmp_path / "uit", DAG, sleutels=("evaluatie", "intake")))
    assert gevraagd.gemaakt == ()
    assert gevraagd.redenen[0] == "Evaluatieformulier: nu niet, want eerst komt Persoonsbeschrijving"
    assert gevraagd.redenen[1].startswith("Intakeformulier: nu niet, want dat is er al: Intakeformulier van ")


def test_zonder_besluit_volgt_er_niets(tmp_path: Path) -> None:
    gewijzigd(voorbeeldpaden("P2")[0], tmp_path / "in" / "1.docx", besluit=None)
    uitslag = een(vervolg([tmp_path / "in"], tmp_path / "uit", DAG))
    assert uitslag.gemaakt == ()
    assert uitslag.redenen == ("Aanmeldingsformulier van 06-01-2026 heeft nog geen besluit dat te lezen is",)


def test_evaluaties_die_elkaar_tegenspreken(tmp_path: Path) -> None:
    from test_vervolg_overnemen import beeld_van, maak_dossier

    from generator.vervolg.volgorde import adviseer

    geval = maak_dossier("opvang2004", "x", "voortgezet", "twee_cycli")
    beeld = beeld_van(geval)
    (evaluatie,) = beeld.van("evaluatie")
    from populatie.model import bestanden_van

    ander = replace(evaluatie, bestand="ander.docx", waarden={**evaluatie.waarden, "besluit": "afronden"})
    bestanden = bestanden_van(geval)
    advies = adviseer(beeld_van(geval, [*bestanden, replace(bestanden[-1], pad="ander.docx", invulling=ander)]))
    assert (advies.soort, advies.volgend) == ("onduidelijk", ())
    assert advies.redenen == ("de evaluaties van cyclus 1 noemen niet hetzelfde besluit",)


def test_wat_klaarligt_wordt_eerst_afgemaakt(tmp_path: Path) -> None:
    """A prefilled form put back unfinished is no plan yet: nothing is built on it, and rules still ask for it."""
    bron = tot_en_met("P2", 4, tmp_path / "in")
    (deel,) = een(vervolg([bron], tmp_path / "uit", DAG)).gemaakt
    shutil.copy(deel.pad, bron / "05.docx")
    uitslag = een(vervolg([bron], tmp_path / "uit2", DAG))
    assert uitslag.gemaakt == ()
    assert uitslag.redenen == ("Begeleidingsplan is er al, maar zonder leesbare datum: maak dat eerst af",)
    inrichting, formulieren = organisatie(MODEL)
    bestanden = [Lezer(formulieren).lees(pad) for pad in sorted(bron.glob("*.docx"))]
    rapport = controleer(bestanden, inrichting, DAG, formulieren=formulieren)
    gevraagd = {plek.veld for b in rapport.bevindingen for plek in b.vindplaatsen if plek.bestand.endswith("05.docx")}
    # Who filled it in, when, and who agreed: that was never carried over.
    assert {"datum_ingevuld", "ingevuld_door", "plan_datum"} <= gevraagd
    assert not rapport.geldig


def test_een_formulier_van_een_andere_organisatie_doet_niet_mee(tmp_path: Path) -> None:
    bron = tot_en_met("P2", 2, tmp_path / "in")
    with pytest.raises(Vervolgfout, match="Alle formulieren zijn van een andere organisatie dan Begeleiding"):
        vervolg([bron], tmp_path / "uit", DAG, model="movisie2021")
    gegeven = lees_antwoordbestand(voorbeeldpaden("P2")[2])
    formulier = organisatie("movisie2021")[1][gegeven.formulier]
    waarden = {"dossier_nr": "D-0002", "startdatum": date(2026, 2, 2)}
    (bron / "vreemd.docx").write_bytes(vul(blanco("movisie2021", formulier.sleutel), formulier, waarden, "D-0002"))
    uitslag = vervolg([bron], tmp_path / "uit", DAG)
    assert uitslag.vreemd == 1
    assert [formulier_van(deel) for deel in een(uitslag).gemaakt] == ["checklist_opstart"]


# --------------------------------------------------------------------------
# Names that every system can hold


@pytest.mark.parametrize(
    ("nummer", "begin"),
    [("D-0001", "D-0001"), ("2026/14", "2026-14-"), ("CON", "dossier-CON-"), ("con.x", "dossier-con.x-"),
     ("a. ", "a-"), ("../..", "-"), ("...", "dossier-"), ("x" * 90, "x" * 60 + "-"), ("=1+1", "=1+1")],
)  # fmt: skip
def test_mapnaam(nummer: str, begin: str) -> None:
    assert mapnaam(nummer).startswith(begin)


@given(st.lists(st.text(min_size=1, max_size=90), unique=True, max_size=8))
def test_elke_map_kan_overal_bestaan_en_is_van_een_dossier(nummers: list[str]) -> None:
    mappen = mapnamen(nummers)
    assert len({naam.casefold() for naam in mappen.values()}) == len(nummers)
    for naam in mappen.values():
        assert naam
        assert not set('<>:"/\\|?*') & set(naam)
        assert all(ord(teken) >= 32 for teken in naam)
        assert naam == naam.strip(" .")
        assert naam.split(".")[0].casefold() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
        assert len(naam.encode("utf-8")) <= 255


def test_bestandsnaam() -> None:
    assert bestandsnaam(8, "begeleidingsplan", 2) == "08-begeleidingsplan-cyclus2.docx"
    assert bestandsnaam(10, "exit", 0) == "10-exit.docx"


def test_een_nummer_als_een_pad_komt_nergens_anders_uit(tmp_path: Path) -> None:
    gewijzigd(voorbeeldpaden("P2")[0], tmp_path / "in" / "1.docx", dossier_nr="../../weg")
    (deel,) = een(vervolg([tmp_path / "in"], tmp_path / "uit", DAG)).gemaakt
    assert formulier_van(replace(deel, pad=Path(deel.pad.name))) == "intake"
    assert (tmp_path / "uit") in deel.pad.resolve().parents
    assert lees(deel.pad).waarden["dossier_nr"] == "../../weg"


def test_sleutels_zijn_die_van_de_formulieren() -> None:
    """What comes next is said in keys: each of them is a form that there is."""
    from generator.formulier import definities
    from generator.vervolg import volgorde

    bekend: Mapping[str, Any] = definities()
    assert {naam for namen in volgorde._FASEFORMULIEREN.values() for naam in namen} <= set(bekend)
