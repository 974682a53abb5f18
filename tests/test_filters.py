"""Choosing by code, accepted findings, explaining a code, and wrong use: through the commands, with Word forms."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import content
from generator.bron import OngeldigeBron
from generator.checks.aanvaard import lees_acceptaties
from generator.checks.codes import CODES, RUNMELDINGEN, tip_bij
from generator.checks.filters import Codefilter, VerkeerdeCode
from generator.checks.uitleg import uitleg_van
from generator.cli import main
from generator.formats.word import maak_formulier, vul
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld
from generator.opdrachten import lees_antwoordbestand, regelmatige_antwoorden
from generator.organisatie import lees_organisatie
from generator.taal import VERWIJZING

MODEL, DAG = "opvang2004", "2026-09-20"
SPOOR = re.compile(r"Traceback|ging iets mis in achtfasen")


def maak(pad: Path, sleutel: str, dossier: str, cyclus: int | None = None, model: str = MODEL, **waarden: Any) -> None:
    """Write a filled Word form."""
    inrichting = lees_organisatie(model)
    formulier = formulieren_van(inrichting)[sleutel]
    kop = {"dossier_nr": dossier or None, "cyclus_nr": cyclus, "client_naam": "Noor Voorbeeld"}
    waarden |= {naam: waarde for naam, waarde in kop.items() if waarde is not None and formulier.veld(naam)}
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(vul(maak_formulier(formulier, ingevuld(inrichting)), formulier, waarden, dossier, cyclus))


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented dossiers P5 (R11, R30) and P6 (R09, R41) as Word forms."""
    doel = tmp_path_factory.mktemp("dossiers")
    formulieren = formulieren_van(lees_organisatie(MODEL))
    for naam in ("P5", "P6"):
        for pad in sorted((content.voorbeelden() / naam).glob("*.yaml")):
            gegeven = lees_antwoordbestand(pad)
            waarden = regelmatige_antwoorden(gegeven, formulieren[gegeven.formulier])
            maak(doel / naam / f"{pad.stem}.docx", gegeven.formulier, gegeven.dossier, gegeven.cyclus, **waarden)
    return doel


@pytest.fixture
def loop(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Run a command line in an empty folder; return status, output and errors."""
    monkeypatch.chdir(tmp_path)

    def loop(*argumenten: object) -> tuple[int, str, str]:
        status = main([str(deel) for deel in argumenten])
        gezegd = capsys.readouterr()
        assert not SPOOR.search(gezegd.out + gezegd.err), gezegd.err
        return status, gezegd.out, gezegd.err

    return loop


@pytest.fixture
def kijk(loop: Any, dossiers: Path, tmp_path: Path) -> Callable[..., tuple[int, str, dict[str, Any]]]:
    """Check the dossiers; return status, screen, and the report."""

    def kijk(*opties: object, map_: Path = dossiers, dag: str = DAG) -> tuple[int, str, dict[str, Any]]:
        opdracht = ("controleer", map_, "--inrichting", MODEL, "--peildatum", dag, "--json", "r.json")
        status, uit, fout = loop(*opdracht, *opties)
        assert fout == ""
        return status, uit, json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))

    return kijk


def codes(rapport: dict[str, Any]) -> list[str]:
    return sorted(deel["code"] for deel in rapport["bevindingen"])


# --------------------------------------------------------------------------
# --alleen and --negeer


@pytest.mark.parametrize(
    ("opties", "over", "status"),
    [
        ((), ["R09", "R11", "R30", "R41"], 1),
        (("--alleen", "R30"), ["R30"], 0),
        (("--alleen", "r3,R1"), ["R11", "R30"], 1),
        (("--alleen", "R3", "--alleen", "R41"), ["R30", "R41"], 1),
        (("--negeer", "R"), [], 0),
        (("--negeer", "R0, R1", "--negeer", "R41"), ["R30"], 0),
        (("--alleen", "R", "--negeer", "R1,R09,R41"), ["R30"], 0),
        (("--alleen", "L"), [], 0),
        (("--alleen", "R30", "--strikt"), ["R30"], 1),
    ],
)
def test_kiezen_op_code(opties: tuple[str, ...], over: list[str], status: int, kijk: Any) -> None:
    gekregen, uit, rapport = kijk(*opties)
    assert (gekregen, codes(rapport)) == (status, over)
    geteld = sum(rapport["tellingen"][soort] for soort in ("fout", "waarschuwing", "aandachtspunt"))
    assert geteld == len(over)
    assert rapport["geldig"] == (rapport["tellingen"]["fout"] == 0)
    if not opties:
        assert "filter" not in rapport
        return
    assert len(over) + sum(rapport["filter"]["weggelaten"].values()) == 4
    assert {deel["code"] for deel in rapport["overgeslagen"]} <= {c for c in CODES if _gevraagd(c, rapport)}
    assert "Niet getoond en niet geteld: " in uit


def _gevraagd(code: str, rapport: dict[str, Any]) -> bool:
    keuze = rapport["filter"]
    return Codefilter(tuple(keuze["alleen"]), tuple(keuze["negeer"])).toont(code)


def test_het_scherm_zegt_wat_er_weg_is(kijk: Any) -> None:
    uit = kijk("--alleen", "R30,R1", "--negeer", "L")[1]
    assert "Alleen R30, R1 en zonder L. Niet getoond en niet geteld: 2 fouten." in uit
    assert "Met deze keuze van codes is er niets gevonden om na te kijken." in kijk("--alleen", "L")[1]


@pytest.mark.parametrize(
    ("code", "tip"),
    [
        ("R99", ""),
        ("R100", "R10"),
        ("X", ""),
        ("R3O", "Bedoelde je"),
        ("plan op tijd", "R30"),
        ("R57", "achtfasen toets"),
    ],
)
def test_onbekende_code(code: str, tip: str, loop: Any) -> None:
    for optie in ("--alleen", "--negeer"):
        status, uit, fout = loop("controleer", ".", "--inrichting", MODEL, optie, f"R30,{code}")
        assert (status, uit) == (2, "")
        assert tip in fout
        assert fout.count("\n") == 1


def test_lege_code(loop: Any) -> None:
    assert loop("controleer", ".", "--inrichting", MODEL, "--alleen", ",")[0] == 2
    with pytest.raises(VerkeerdeCode):
        Codefilter.van([" "], [])


def test_een_geweigerd_bestand_kiest_ook_op_de_leescode(kijk: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "oud.docx").write_bytes(b"geen zip")
    _, _, rapport = kijk("--negeer", "A", map_=tmp_path / "in")
    assert codes(rapport) == ["R72"]
    leescode = next(c for c in CODES if c.startswith("L4") and codes(kijk("--alleen", c, map_=tmp_path / "in")[2]))
    assert leescode in ("L40", "L41")


# --------------------------------------------------------------------------
# Accepted findings


LIJST = """
- dossier: "d – 0005"
  code: r11
  formulier: begeleidingsplan
  reden: Tekent bij het volgende gesprek.
  tot: 2026-09-20
  door: Teamleider
- {dossier: D-0006, code: R41, veld: per_doel, reden: Doel is vervallen., tot: 2026-12-31}
"""


def test_geaccepteerd_telt_niet_mee_en_staat_apart(kijk: Any, tmp_path: Path) -> None:
    (tmp_path / "lijst.yaml").write_text(LIJST, encoding="utf-8")
    status, uit, rapport = kijk("--geaccepteerd", "lijst.yaml")
    assert (status, codes(rapport), rapport["tellingen"]["fout"]) == (1, ["R09", "R30"], 1)
    assert rapport["tellingen"]["geaccepteerd"] == 2
    assert "geaccepteerd: 2." in uit
    assert "Tekent" not in uit
    apart = {deel["code"]: deel for deel in rapport["geaccepteerd"]}
    assert apart["R11"]["reden"] == "Tekent bij het volgende gesprek."
    assert (apart["R11"]["tot"], apart["R11"]["door"], apart["R41"]["door"]) == ("2026-09-20", "Teamleider", None)
    assert set(apart["R11"]) == {*rapport["bevindingen"][0], "reden", "tot", "door"}
    assert "Reden: Tekent bij het volgende gesprek. (tot en met 20-09-2026, door Teamleider)" in kijk(
        "--geaccepteerd", "lijst.yaml", "--alles"
    )[1]  # fmt: skip
    _, _, gekozen = kijk("--geaccepteerd", "lijst.yaml", "--alleen", "R1")
    assert [deel["code"] for deel in gekozen["geaccepteerd"]] == ["R11"]
    assert gekozen["geldig"]


@pytest.mark.parametrize(
    ("regel", "code", "zegt"),
    [
        ("{dossier: D-0005, code: R30, reden: x, tot: 2026-09-19}", "A03", "telt nu weer mee"),
        ("{dossier: D-0005, code: R45, reden: x, tot: 2026-09-19}", "A03", "Haal deze regel uit de lijst"),
        ("{dossier: D-0005, code: R12, reden: x, tot: 2026-12-31}", "A04", "is R12 er niet meer"),
        ("{dossier: D-0005, code: R30, formulier: intake, reden: x, tot: 2026-12-31}", "A04", "R30 (intake)"),
        ("{dossier: D-0005, code: R30, veld: einddoel, reden: x, tot: 2026-12-31}", "A04", "R30 (einddoel)"),
        ("{dossier: D-0005, code: R3, reden: x, tot: 2026-12-31}", "A05", "Bedoelde je ‘R03’?"),
        ("{dossier: D-0005, code: R57, reden: x, tot: 2026-12-31}", "A05", "accepteren kan hier niet"),
        ("{dossier: D-5, code: R30, reden: x, tot: 2026-12-31}", "A05", "Dossier ‘D-5’ zit niet bij"),
    ],
)
def test_een_regel_die_niets_meer_doet_wordt_gemeld(
    regel: str, code: str, zegt: str, kijk: Any, tmp_path: Path
) -> None:
    (tmp_path / "lijst.yaml").write_text(f"# uitleg\n- {regel}\n", encoding="utf-8")
    _, uit, rapport = kijk("--geaccepteerd", "lijst.yaml")
    (melding,) = [deel for deel in rapport["bevindingen"] if deel["code"].startswith("A")]
    assert (melding["code"], melding["ernst"], melding["plek"]) == (code, "aandachtspunt", "regel 2")
    assert melding["bestand"] == "lijst.yaml"
    assert zegt in melding["bericht"]
    assert f"lijst.yaml, regel 2: {melding['bericht']}" in uit
    assert rapport["geaccepteerd"] == []
    assert {"R11", "R30", "R09", "R41"} <= set(codes(rapport))


def test_wat_niet_te_beoordelen_was_is_niet_van_de_lijst(kijk: Any, tmp_path: Path) -> None:
    regel = "- {dossier: D-0005, code: R41, reden: x, tot: 2026-12-31}"
    (tmp_path / "lijst.yaml").write_text(regel, encoding="utf-8")
    assert codes(kijk("--geaccepteerd", "lijst.yaml")[2]) == ["R09", "R11", "R30", "R41"]


def test_verlengd_met_een_tweede_regel(kijk: Any, tmp_path: Path) -> None:
    regels = [f"- {{dossier: D-0005, code: R11, reden: x, tot: {tot}}}" for tot in ("2026-09-01", "2027-01-01")]
    (tmp_path / "lijst.yaml").write_text("\n".join(regels), encoding="utf-8")
    _, _, rapport = kijk("--geaccepteerd", "lijst.yaml")
    assert [deel["tot"] for deel in rapport["geaccepteerd"]] == ["2027-01-01"]
    (melding,) = [deel for deel in rapport["bevindingen"] if deel["code"] == "A03"]
    assert "weer mee" not in melding["bericht"]


def test_ook_wat_een_vaste_regel_vindt_is_te_accepteren(kijk: Any, tmp_path: Path) -> None:
    maak(tmp_path / "in" / "t.docx", "toestemming", "D-1", toestemming_datum=date(2030, 1, 1))
    vooraf = kijk(map_=tmp_path / "in")[2]
    assert "R04" in codes(vooraf)
    (tmp_path / "lijst.yaml").write_text("- {dossier: D-1, code: R04, reden: x, tot: 2026-12-31}", encoding="utf-8")
    assert "R04" not in codes(kijk("--geaccepteerd", "lijst.yaml", map_=tmp_path / "in")[2])


def test_de_lijst_naast_de_inrichting_geldt_vanzelf(loop: Any, dossiers: Path, tmp_path: Path) -> None:
    loop("nieuw", "eigen", "--uitgangsmodel", MODEL)
    (tmp_path / "eigen" / "geaccepteerd.yaml").write_text(LIJST, encoding="utf-8")
    opdracht = ("controleer", dossiers, "eigen", "--inrichting", "eigen", "--peildatum", DAG, "--json", "r.json")
    assert "geaccepteerd: 2." in loop(*opdracht)[1]
    rapport = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    redenen = {Path(b["pad"]).name: b["reden"] for b in rapport["bestanden"]}
    assert redenen["geaccepteerd.yaml"] == "Dit is de lijst van geaccepteerde bevindingen."


def test_een_lege_lijst(kijk: Any, tmp_path: Path) -> None:
    (tmp_path / "lijst.yaml").write_text("# nog niets\n", encoding="utf-8")
    assert kijk("--geaccepteerd", "lijst.yaml")[2]["geaccepteerd"] == []


FOUT = """\
- dossier: D-0005
  code: R11
  rede: x
  tot: 31-12-2026
- tekst
- {code: R11, tot: 2026-02-30, reden: " ", formulier: intak, veld: [a]}
"""


def test_alle_fouten_in_de_lijst_in_een_keer(loop: Any, dossiers: Path, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(FOUT, encoding="utf-8")
    status, uit, fout = loop("controleer", dossiers, "--inrichting", MODEL, "--geaccepteerd", "f.yaml")
    assert (status, uit) == (2, "")
    for deel in (
        "f.yaml, regel 1, [1].reden: Hier ontbreekt ‘reden’",
        "regel 3, [1].rede: De sleutel ‘rede’ ken ik hier niet. Bedoelde je ‘reden’?",
        "regel 4, [1].tot: ‘31-12-2026’ is geen datum.",
        "regel 5, [2]: Hier horen sleutels met een waarde",
        "[3].dossier: Hier ontbreekt ‘dossier’",
        "[3].reden: Hier ontbreekt ‘reden’",
        "[3].tot: ‘2026-02-30’ is geen datum.",
        "Bedoelde je ‘intake’?",
        "[3].veld: Hier hoort één waarde",
    ):
        assert deel in fout
    assert loop("controleer", dossiers, "--inrichting", MODEL, "--geaccepteerd", "weg.yaml")[0] == 2


def test_de_lijst_is_geen_groep(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("dossier: D-1", encoding="utf-8")
    with pytest.raises(OngeldigeBron, match="Hier hoort een lijst"):
        lees_acceptaties(tmp_path / "x.yaml")


# --------------------------------------------------------------------------
# leg-uit


@pytest.mark.parametrize("inrichting", [None, MODEL])
def test_elke_code_is_uit_te_leggen(inrichting: str | None) -> None:
    gegevens = lees_organisatie(inrichting) if inrichting else None
    for code in CODES:
        deel = uitleg_van(code, gegevens)
        assert deel.titel
        assert deel.wanneer
        assert deel.meldingen
        assert "`" not in deel.wanneer
        assert not VERWIJZING.search("".join(deel.meldingen)), code


@pytest.mark.parametrize(
    ("code", "zegt"), [("L05", "viel op bij het lezen"), ("L63", "niet gelezen"), ("L69", "niet gemaakt")]
)
def test_leg_uit_zegt_waar_een_melding_van_is(code: str, zegt: str) -> None:
    assert zegt in uitleg_van(code, None).wanneer


def test_leg_uit_een_regel(loop: Any) -> None:
    status, uit, _ = loop("leg-uit", "r30", "--inrichting", MODEL)
    assert status == 0
    for deel in ("R30 Plan op tijd", "Weegt als waarschuwing", "Slecht: ", "Goed: ", "planning_max: 14", "S2:317",
                 "kun je uitzetten", "Maak het samen"):  # fmt: skip
        assert deel in uit
    assert "kan niet uit" in loop("leg-uit", "R04")[1]
    assert "Met --inrichting zie je" in loop("leg-uit", "R30")[1]
    assert "is uit het formulier verdwenen" in loop("leg-uit", "L09")[1]
    assert "onder R72" in loop("leg-uit", "L40")[1]
    assert RUNMELDINGEN["A01"].titel in loop("leg-uit", "A01")[1]


def test_leg_uit_wat_jullie_uitzetten(loop: Any, tmp_path: Path) -> None:
    loop("nieuw", "eigen", "--uitgangsmodel", MODEL)
    pad = tmp_path / "eigen" / "inrichting.yaml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(re.sub(r"(?m)^  planning_max: 14", "  regels_uit: [R12]\n  planning_max: uit", tekst), "utf-8")
    assert "Jullie hebben deze regel uitgezet" in loop("leg-uit", "R12", "--inrichting", "eigen")[1]
    assert "want uit staat: planning_max" in loop("leg-uit", "R30", "--inrichting", "eigen")[1]


@pytest.mark.parametrize(("code", "tip"), [("R3", "R03"), ("R300", "R30"), ("Handtekeningen", "R11"), ("l9", "L09")])
def test_leg_uit_wat_er_niet_is(code: str, tip: str, loop: Any) -> None:
    status, uit, fout = loop("leg-uit", code)
    assert (status, uit) == (2, "")
    assert f"Bedoelde je ‘{tip}’?" in fout
    assert f"‘{tip}’" in tip_bij(code)


def test_lijst_regels_zegt_wat_vast_is(loop: Any) -> None:
    rijen = {rij["code"]: rij for rij in json.loads(loop("lijst", "regels", "--json")[1])}
    assert (rijen["R04"]["vast"], rijen["R30"]["vast"]) == ("ja", "nee")
    assert {"ernst", "niveau", "bron", "titel"} <= set(rijen["R30"])


# --------------------------------------------------------------------------
# Wrong use


def test_peildatum_voor_alle_formulieren(kijk: Any) -> None:
    status, uit, rapport = kijk(dag="2025-01-01")
    assert status == 1
    assert [deel["code"] for deel in rapport["bevindingen"]].count("A01") == 1
    assert "R04" not in codes(rapport)
    assert "De peildatum 01-01-2025 ligt vóór bijna alle formulieren" in uit
    assert len(uit.splitlines()) < 40


def test_een_datum_in_de_toekomst_blijft_een_bevinding(kijk: Any, tmp_path: Path, dossiers: Path) -> None:
    maak(tmp_path / "in" / "t.docx", "toestemming", "D-1", toestemming_datum=date(2030, 1, 1))
    rapport = kijk(dossiers, map_=tmp_path / "in")[2]
    assert "A01" not in codes(rapport)
    assert "R04" in codes(rapport)


@pytest.mark.parametrize(
    ("dag", "zegt"),
    [("20-9-2026", "Bedoelde je ‘2026-09-20’?"), ("-5", "geen datum"), ("-2026-01-01", "geen datum"),
     ("2026-02-30", "geen datum"), ("20260920", "geen datum"), ("9999-12-31", "Kies een jaar"),
     ("0001-01-01", "Kies een jaar"), ("32-13-2026", "geen datum"), ("", "geen datum")],
)  # fmt: skip
def test_peildatum_die_niet_kan(dag: str, zegt: str, loop: Any) -> None:
    status, uit, fout = loop("controleer", ".", "--inrichting", MODEL, "--peildatum", dag)
    assert (status, uit) == (2, "")
    assert zegt in fout


def test_formulieren_van_twee_inrichtingen(kijk: Any, tmp_path: Path) -> None:
    for nr in range(7):
        maak(tmp_path / "in" / f"t{nr}.docx", "toestemming", f"D-{nr}", model="leefhuis2022", doel="x")
    _, uit, rapport = kijk(map_=tmp_path / "in")
    assert codes(rapport) == ["R71"] * 7
    (regel,) = [regel for regel in uit.splitlines() if "R71" in regel]
    assert "7 formulieren zijn van een andere organisatie" in regel
    assert "en nog 2" in regel
    assert kijk("--alles", map_=tmp_path / "in")[1].count(" R71: ") == 7


@pytest.mark.parametrize("aantal", [5, 7])
def test_dossiernummer_ontbreekt(aantal: int, kijk: Any, tmp_path: Path) -> None:
    for nr in range(aantal):
        maak(tmp_path / "in" / f"t{nr}.docx", "toestemming", "", toestemming_datum=date(2026, 3, 2))
    _, uit, rapport = kijk("--alleen", "R72", map_=tmp_path / "in")
    assert codes(rapport) == ["R72"] * aantal
    zin = f"Bij {aantal} bestanden ontbreekt het dossiernummer: t0.docx, t1.docx"
    assert (zin in uit) == (aantal > 5)


def test_cyclus_die_verspringt(kijk: Any, tmp_path: Path) -> None:
    for cyclus in (1, 3, 99):
        maak(
            tmp_path / "in" / f"p{cyclus}.docx",
            "begeleidingsplan",
            "D-1",
            cyclus,
            plan_datum=date(2026, 3, min(cyclus, 9)),
        )
    _, uit, rapport = kijk("--alleen", "R43", map_=tmp_path / "in")
    assert codes(rapport) == ["R43", "R43"]
    assert "van cyclus 4 tot en met 98 is er niets" in uit


@pytest.mark.parametrize("cyclus", [10**9, -3, 0])
def test_cyclus_die_niet_kan(cyclus: int, kijk: Any, tmp_path: Path) -> None:
    maak(tmp_path / "in" / "p.docx", "begeleidingsplan", "D-1", cyclus, plan_datum=date(2026, 3, 2))
    _, _, rapport = kijk(map_=tmp_path / "in")
    assert "L18" in codes(rapport)
    assert rapport["dossiers"][0]["cyclus"] == 1


def test_lege_map(kijk: Any, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    status, uit, rapport = kijk(map_=tmp_path / "leeg")
    assert (status, codes(rapport)) == (0, ["A02"])
    assert "Er staan geen bestanden in wat je opgaf" in uit
    assert kijk("--strikt", map_=tmp_path / "leeg")[0] == 1


@pytest.mark.parametrize("soort", ["txt", "docx"])
def test_map_met_alleen_andere_bestanden(soort: str, kijk: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for nr in range(8):
        (tmp_path / "in" / f"brief{nr}.{soort}").write_bytes(b"Beste")
    _, uit, rapport = kijk(map_=tmp_path / "in")
    assert "A02" in codes(rapport)
    assert "wel 8 andere bestanden" in uit
    assert len(uit.splitlines()) < 15
    assert sum(deel["status"] != "gelezen" for deel in rapport["bestanden"]) == 8


# --------------------------------------------------------------------------
# The screen


@pytest.fixture
def groot(tmp_path: Path) -> Path:
    for nr in range(1, 16):
        velden = {"doel": "x"} if nr != 9 else {"plan_datum": date(2026, 3, 2), "einddoel": "x"}
        sleutel = "begeleidingsplan" if nr == 9 else "toestemming"
        maak(tmp_path / "groot" / f"t{nr}.docx", sleutel, f"D-{nr:04}", 1 if nr == 9 else None, **velden)
    return tmp_path / "groot"


def test_veel_dossiers_op_een_scherm_de_zwaarste_eerst(groot: Path, kijk: Any) -> None:
    _, uit, rapport = kijk(map_=groot)
    assert len(uit.splitlines()) <= 45
    koppen = re.findall(r"(?m)^Dossier (\S+):.*\((\d+) fouten", uit)
    assert koppen[0][0] == "D-0009"
    assert len(koppen) >= 3
    verborgen = re.search(r"… en nog (\d+) bevindingen bij (\d+) dossiers\. Met --alles zie je alles\.", uit)
    assert verborgen
    getoond = len(re.findall(r"(?m)^    (?:fout|waarschuwing|aandachtspunt) ", uit))
    assert getoond + int(verborgen[1]) == len(rapport["bevindingen"])
    assert "Het vaakst: R01 Verplicht veld leeg" in uit
    alles = kijk("--alles", map_=groot)[1]
    assert len(re.findall(r"(?m)^    (?:fout|waarschuwing|aandachtspunt) ", alles)) == len(rapport["bevindingen"])
