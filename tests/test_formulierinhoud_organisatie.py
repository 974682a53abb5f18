"""Seven forms of the organisation itself against domein.md 3.17, in all four starting models, filled and read back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.formats import Lezer
from generator.formats.word import maak_formulier, vul
from generator.formulier import definities, formulieren_van, kopvelden
from generator.inrichting import alle_teksten, ingevuld
from generator.model import Aanpassing, Bestand, Formulier, Inrichting, Invulling, Veld
from generator.organisatie import lees_organisatie
from generator.taal import onbekende_verwijzingen
from generator.veldsoorten import normaliseer_antwoorden
from generator.voorwaarde import lees_voorwaarde

VALIDEER = Path(__file__).parents[2] / "shared" / "tools" / "ooxml-valideer"
MODELLEN = ("opvang2004", "movisie2021", "leefhuis2022", "kr8jongeren")

# Per form: key, kind, duty (ja, nee or als). The kernvragen are optional; so are iv_naam, pt_plan and kaarten_slot,
# which domein.md does not name. mw_conclusie follows from the three questions before it.
DOMEIN = {
    "zelfscan": """
        zs_1 keuze ja; zs_1_toel lang nee; zs_2 keuze ja; zs_2_toel lang nee; zs_3 keuze ja; zs_3_toel lang nee;
        zs_4 keuze ja; zs_4_toel lang nee; zs_5 keuze ja; zs_5_toel lang nee; zs_6 keuze ja; zs_6_toel lang nee;
        zs_7 keuze ja; zs_7_toel lang nee; zs_nu lang nee; zs_sterk lang ja; zs_trots lang nee;
        zs_behouden lang nee; zs_beter lang ja""",
    "interview": """
        iv_naam kort nee; iv_rol keuze ja; iv_instemming ja_nee ja; iv_1 lang ja; iv_2 lang ja; iv_3 lang ja;
        iv_4 lang ja; iv_actie_wanneer datum nee; iv_5 lang ja""",
    "meerwaarde": """
        mw_ideaalbeeld lang nee; mw_dromen lang nee; mw_bereiken lang nee; mw_drijfveren lang nee;
        mw_visie ja_nee ja; mw_motivatie ja_nee ja; mw_toevoeging ja_nee ja; mw_conclusie keuze nee""",
    "balans": "ba_staat lang ja; ba_sterk lang ja; ba_thema lang ja; ba_clienten lang ja",
    "instrumenten_scan": """
        instrumenten tabel ja; vg_kwaliteit lang nee; vg_past lang nee; vg_vorm lang nee; vg_maat lang nee;
        vg_clienten lang nee""",
    "plan_toets": """
        pt_plan kort nee; pt_informatie lang ja; pt_toon lang ja; pt_aan_woord lang ja; pt_ervaring lang ja;
        pt_winst lang ja""",
    "gesprekskaarten": "kaarten tabel ja; kaarten_slot lang nee",
}
# Column, kind and duty.
KOLOMMEN = {
    "instrumenten_scan.instrumenten": """
        fase keuze ja; instrument voorgedrukt nee; herkenbaar ja_nee nee; gebruikt ja_nee ja; prettig ja_nee als;
        behouden ja_nee als""",
    "gesprekskaarten.kaarten": "kaart voorgedrukt nee; gekozen ja_nee ja; waarom lang als",
}
OPTIES = {f"zelfscan.zs_{nr}": "1 2 3 4 5" for nr in range(1, 8)} | {
    "interview.iv_rol": "client medewerker staf extern",
    "meerwaarde.mw_conclusie": "verder nog_niet",
}
KAARTEN = "kwaliteit maatwerk samenwerking regie dialoog begin_eind structuur mogelijkheden"
RIJEN = [
    (formulier, *regel.split()) for formulier, tekst in DOMEIN.items() for regel in tekst.replace("\n", " ").split(";")
]
VELDEN = [
    (formulier, veld) for formulier in DOMEIN for sectie in definities()[formulier].secties for veld in sectie.velden
]


@pytest.mark.parametrize("formulier", DOMEIN)
def test_van_de_organisatie_en_van_geen_fase(formulier: str) -> None:
    definitie = definities()[formulier]
    assert (definitie.soort, definitie.fase, definitie.ook_fase) == ("organisatie", None, ())
    assert definitie.bron
    assert definitie.synoniemen


@pytest.mark.parametrize(("formulier", "sleutel", "soort", "plicht"), RIJEN)
def test_veld_van_domein_bestaat(formulier: str, sleutel: str, soort: str, plicht: str) -> None:
    veld = _veld(formulier, sleutel)
    assert (veld.soort, veld.verplicht, veld.per_leefgebied) == (soort, plicht, "nee")


@pytest.mark.parametrize("formulier", DOMEIN)
def test_geen_velden_buiten_het_domein(formulier: str) -> None:
    bekend = [sleutel for naam, sleutel, *_ in RIJEN if naam == formulier]
    assert [veld.sleutel for veld in definities()[formulier].velden] == bekend


@pytest.mark.parametrize(("plek", "kolommen"), KOLOMMEN.items())
def test_kolommen(plek: str, kolommen: str) -> None:
    veld = _veld(*plek.split("."))
    gelezen = [[kolom.sleutel, kolom.soort, kolom.verplicht.split()[0]] for kolom in veld.kolommen]
    assert gelezen == [regel.split() for regel in kolommen.split(";")]
    assert all(len(kolom.label) <= 20 and 1 <= kolom.breedte <= 6 for kolom in veld.kolommen)


def test_elke_tabel_en_elke_keuze_is_genoemd() -> None:
    assert {f"{f}.{v.sleutel}" for f, v in VELDEN if v.kolommen} == set(KOLOMMEN)
    assert {f"{f}.{v.sleutel}" for f, v in VELDEN if v.opties} == set(OPTIES)


@pytest.mark.parametrize(("plek", "opties"), OPTIES.items())
def test_opties(plek: str, opties: str) -> None:
    veld = _veld(*plek.split("."))
    assert [optie.sleutel for optie in veld.opties] == opties.split()
    assert all(optie.synoniemen for optie in veld.opties)


def test_elk_punt_van_de_zelfscan_noemt_beide_kanten() -> None:
    schaal = _veld("zelfscan", "zs_1").opties
    for nr in range(1, 8):
        veld = _veld("zelfscan", f"zs_{nr}")
        assert veld.label.startswith(f"{nr}. ")
        links, _, rechts = veld.hulp.replace("\u00a0", " ").partition(" 5 = ")
        assert links.startswith("1 = ")
        assert rechts
        assert veld.opties == schaal


def test_acht_gesprekskaarten() -> None:
    veld = _veld("gesprekskaarten", "kaarten")
    assert [rij.sleutel for rij in veld.rijen] == KAARTEN.split()
    assert all(rij.bron and ": " in rij.tekst for rij in veld.rijen)


@pytest.mark.parametrize(
    ("plek", "kolom", "antwoorden", "nodig"),
    [
        ("instrumenten_scan.instrumenten", "prettig", {"gebruikt": "ja"}, True),
        ("instrumenten_scan.instrumenten", "prettig", {"gebruikt": "nee"}, False),
        ("instrumenten_scan.instrumenten", "behouden", {"gebruikt": "ja"}, True),
        ("instrumenten_scan.instrumenten", "behouden", {"gebruikt": "nee"}, False),
        ("gesprekskaarten.kaarten", "waarom", {"gekozen": "ja"}, True),
        ("gesprekskaarten.kaarten", "waarom", {"gekozen": "nee"}, False),
    ],
)
def test_wanneer_iets_nodig_is(plek: str, kolom: str, antwoorden: dict[str, str], nodig: bool) -> None:
    (deel,) = [deel for deel in _veld(*plek.split(".")).kolommen if deel.sleutel == kolom]
    assert lees_voorwaarde(deel.verplicht).geldt(antwoorden.get) is nodig


@pytest.mark.parametrize("formulier", DOMEIN)
def test_labels_zijn_kort_en_verschillend(formulier: str) -> None:
    labels = [veld.label.casefold() for veld in (*kopvelden("organisatie"), *definities()[formulier].velden)]
    assert all(0 < len(label) <= 60 for label in labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("formulier", "veld"), VELDEN, ids=[f"{naam}.{veld.sleutel}" for naam, veld in VELDEN])
def test_veld_heeft_bron_en_hulp(formulier: str, veld: Veld) -> None:
    assert veld.bron
    assert veld.hulp
    assert veld.plaatshouder or veld.soort not in ("kort", "lang")


@pytest.mark.parametrize("formulier", DOMEIN)
def test_teksten_spreken_je_aan(formulier: str) -> None:
    for plek, tekst in alle_teksten(replace(definities()[formulier], synoniemen=()), ()):
        woorden = set(tekst.casefold().replace(".", " ").replace(",", " ").split())
        assert not {"u", "uw", "hij", "zij"} & woorden, f"{plek}: {tekst}"


@pytest.mark.parametrize("formulier", DOMEIN)
def test_woorden_van_een_organisatie_staan_er_niet_in(formulier: str) -> None:
    tekst = " ".join(_zichtbaar(definities()[formulier])).casefold()
    verboden = ("cliënt", "mentor", "deelnemer", "teamleider", "leidinggevende", "manager", "opname", "leefhuis")
    assert not [woord for woord in verboden if woord in tekst]


# --------------------------------------------------------------------------
# In each starting model: on paper, filled in, and read back

VOORBEELDEN: Mapping[str, Mapping[str, Any]] = {
    "zelfscan": {f"zs_{nr}": str(1 + nr % 5) for nr in range(1, 8)}
    | {f"zs_{nr}_toel": f"Voorbeeld {nr},\nuit de praktijk." for nr in range(1, 8)}
    | {
        "zs_nu": "Elke dag koffie.",
        "zs_sterk": "Luisteren.",
        "zs_trots": "De moestuin.",
        "zs_behouden": "De koffie.",
        "zs_beter": "Minder papier.",
    },
    "interview": {
        "iv_naam": "Sam",
        "iv_rol": "extern",
        "iv_instemming": "ja",
        "iv_1": "Die keer dat Sam zelf de gemeente belde.",
        "iv_2": "Rust.",
        "iv_3": "Vaker wachten.",
        "iv_4": "Morgen vraag ik het Sam.",
        "iv_actie_wanneer": "2026-10-02",
        "iv_5": "Meer tijd.",
    },
    "meerwaarde": {
        "mw_ideaalbeeld": "Een open deur.",
        "mw_dromen": "Een eigen winkel.",
        "mw_bereiken": "Iedereen kiest zelf.",
        "mw_drijfveren": "Omdat het kan.",
        "mw_visie": "ja",
        "mw_motivatie": "ja",
        "mw_toevoeging": "nee",
        "mw_conclusie": "nog_niet",
    },
    "balans": {
        "ba_staat": "Goed op weg.",
        "ba_sterk": "Rust en humor.",
        "ba_thema": "Samen plannen maken.",
        "ba_clienten": "Elke maand een klankbordgroep.",
    },
    "instrumenten_scan": {
        "vg_kwaliteit": "Luisteren.",
        "vg_past": "Koken.",
        "vg_vorm": "Stap voor stap.",
        "vg_maat": "Korter formulier.",
        "vg_clienten": "Als gastvrouw.",
    },
    "plan_toets": {
        "pt_plan": "plan 3",
        "pt_informatie": "Vooral zorgen.",
        "pt_toon": "Zakelijk.",
        "pt_aan_woord": "Twee zinnen.",
        "pt_ervaring": "Niet van mij.",
        "pt_winst": "Eigen woorden.",
    },
    "gesprekskaarten": {
        "kaarten": [
            {"kaart": "kwaliteit", "gekozen": "ja", "waarom": "Daar doen we het voor."},
            {"kaart": "regie", "gekozen": "ja", "waarom": "Sam kiest."},
            {"kaart": "mogelijkheden", "gekozen": "nee"},
            {"kaart": "Humor", "gekozen": "ja", "waarom": "Lachen helpt."},
        ],
        "kaarten_slot": "We beginnen met regie.",
    },
}
KOP = {"of_datum": "2026-09-01", "of_team": "Team Zuid", "of_deelnemers": "Sam, Noor en Ali"}


@pytest.fixture(scope="module", params=MODELLEN)
def inrichting(request: pytest.FixtureRequest) -> Inrichting:
    """A starting model that uses all seven."""
    model = lees_organisatie(request.param)
    return replace(model, formulieren={**model.formulieren, **{sleutel: Aanpassing() for sleutel in DOMEIN}})


@pytest.fixture(scope="module")
def eigen(inrichting: Inrichting) -> Mapping[str, Formulier]:
    return formulieren_van(inrichting)


@pytest.fixture(scope="module")
def papier(inrichting: Inrichting, eigen: Mapping[str, Formulier]) -> Mapping[str, bytes]:
    """A blank of each of the seven."""
    gevuld = ingevuld(inrichting)
    return {sleutel: maak_formulier(eigen[sleutel], gevuld) for sleutel in DOMEIN}


@pytest.mark.parametrize("formulier", DOMEIN)
def test_op_maat(formulier: str, inrichting: Inrichting, eigen: Mapping[str, Formulier]) -> None:
    op_maat = eigen[formulier]
    assert [v.sleutel for s in op_maat.secties for v in s.velden] == [s for naam, s, *_ in RIJEN if naam == formulier]
    assert [tekst for _, tekst in alle_teksten(op_maat, ()) if onbekende_verwijzingen(tekst, {})] == []
    assert {rol.sleutel for rol in inrichting.rollen} >= set(op_maat.ingevuld_door)


@pytest.mark.parametrize("formulier", DOMEIN)
def test_kop(formulier: str, eigen: Mapping[str, Formulier]) -> None:
    kop = {veld.sleutel: veld.verplicht for veld in eigen[formulier].kop}
    assert kop == {"of_datum": "ja", "of_team": "ja", "of_deelnemers": "nee" if formulier == "interview" else "ja"}


def test_elk_instrument_van_elke_fase(inrichting: Inrichting, eigen: Mapping[str, Formulier]) -> None:
    tabel = eigen["instrumenten_scan"].veld("instrumenten")
    assert tabel is not None
    verwacht = [(fase.sleutel, sleutel) for fase in inrichting.fasen for sleutel in fase.instrumenten]
    assert [(rij.vooraf["fase"], rij.sleutel.partition("_")[2]) for rij in tabel.rijen] == verwacht
    assert len({rij.sleutel for rij in tabel.rijen}) == len(tabel.rijen)


@pytest.mark.parametrize("formulier", DOMEIN)
def test_heen_en_terug(formulier: str, eigen: Mapping[str, Formulier], papier: Mapping[str, bytes]) -> None:
    antwoorden = _antwoorden(eigen[formulier])
    inhoud = vul(papier[formulier], eigen[formulier], antwoorden)
    gelezen = _gelezen(Lezer(eigen).lees_inhoud(Path("terug.docx"), inhoud))
    assert gelezen.formulier == formulier
    assert (gelezen.dossier, gelezen.cyclus) == ("", None)
    assert gelezen.waarden == antwoorden
    assert gelezen.meldingen == ()
    assert gelezen.niet_gevonden == ()


@pytest.mark.parametrize("formulier", DOMEIN)
def test_leeg_formulier_is_leeg(formulier: str, eigen: Mapping[str, Formulier], papier: Mapping[str, bytes]) -> None:
    gelezen = _gelezen(Lezer(eigen).lees_inhoud(Path("leeg.docx"), papier[formulier]))
    assert gelezen.formulier == formulier
    assert gelezen.waarden == {}
    assert gelezen.meldingen == ()
    assert gelezen.niet_gevonden == ()


def test_woordbestanden_kloppen_met_de_schemas(
    eigen: Mapping[str, Formulier], papier: Mapping[str, bytes], tmp_path: Path
) -> None:
    if not VALIDEER.exists():
        pytest.skip(f"{VALIDEER} is er niet: de bestanden zijn niet tegen de schema's gehouden")
    for sleutel, inhoud in papier.items():
        (tmp_path / f"{sleutel}.docx").write_bytes(inhoud)
        gevuld = vul(inhoud, eigen[sleutel], _antwoorden(eigen[sleutel]))
        (tmp_path / f"{sleutel}_gevuld.docx").write_bytes(gevuld)
    bestanden = sorted(str(pad) for pad in tmp_path.iterdir())
    uitslag = subprocess.run(
        [sys.executable, "-B", str(VALIDEER), *bestanden], capture_output=True, text=True, check=False
    )
    assert uitslag.returncode == 0, uitslag.stdout + uitslag.stderr


@pytest.mark.parametrize(
    ("formulier", "sleutel", "getypt", "bedoeld"),
    [
        ("zelfscan", "zs_3", "2", "2"),
        ("zelfscan", "zs_3", "2: vooral krachtgericht", "2"),
        ("zelfscan", "zs_3", "Nog niet krachtgericht", "5"),
        ("zelfscan", "zs_3", "helemaal links", "1"),
        ("interview", "iv_rol", "Cliënt", "client"),
        ("interview", "iv_rol", "hulpverlener", "medewerker"),
        ("interview", "iv_rol", "directie", "staf"),
        ("interview", "iv_rol", "vrijwilliger", "extern"),
        ("meerwaarde", "mw_conclusie", "ja", "verder"),
        ("meerwaarde", "mw_conclusie", "Nee", "nog_niet"),
    ],
)
def test_wat_mensen_zelf_schrijven(
    formulier: str, sleutel: str, getypt: str, bedoeld: str, eigen: Mapping[str, Formulier]
) -> None:
    waarden, fouten = normaliseer_antwoorden(eigen[formulier], {sleutel: getypt})
    assert fouten == ()
    assert waarden == {sleutel: bedoeld}


def _antwoorden(formulier: Formulier) -> Mapping[str, Any]:
    """Return the answers of the example; every row of the scan, one row of the team's own included."""
    ruw = KOP | dict(VOORBEELDEN[formulier.sleutel])
    if tabel := formulier.veld("instrumenten"):
        ruw["instrumenten"] = [
            {"fase": rij.vooraf["fase"], "instrument": rij.sleutel, "herkenbaar": "ja", "gebruikt": "nee"}
            if nr % 3
            else {"fase": rij.vooraf["fase"], "instrument": rij.sleutel, "gebruikt": "ja", "prettig": "ja",
                  "behouden": "nee"}
            for nr, rij in enumerate(tabel.rijen)
        ]  # fmt: skip
        ruw["instrumenten"].append({"fase": "analyse", "instrument": "Schildersezel", "gebruikt": "ja"})
    waarden, fouten = normaliseer_antwoorden(formulier, ruw)
    assert fouten == ()
    assert [veld.sleutel for veld in formulier.velden] == list(waarden)
    return waarden


def _gelezen(bestand: Bestand) -> Invulling:
    assert bestand.status == "gelezen", bestand.reden
    assert bestand.invulling is not None
    return bestand.invulling


def _zichtbaar(formulier: Formulier) -> list[str]:
    zichtbaar = [formulier.titel, formulier.doel, formulier.moment]
    for sectie in formulier.secties:
        zichtbaar += [sectie.titel, sectie.uitleg]
        for veld in sectie.velden:
            zichtbaar += [veld.label, veld.hulp, veld.plaatshouder, *(optie.label for optie in veld.opties)]
            zichtbaar += [kolom.label for kolom in veld.kolommen] + [rij.tekst for rij in veld.rijen]
    return zichtbaar


def _veld(formulier: str, sleutel: str) -> Veld:
    veld = definities()[formulier].veld(sleutel)
    assert veld is not None, f"{formulier}.{sleutel} ontbreekt"
    return veld
