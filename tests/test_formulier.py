"""Form definitions: what is wrong with one, and how one is tailored to an organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from modellen import ORGANISATIEFORMULIEREN

from generator import content
from generator.bron import OngeldigeBron, lees_yaml
from generator.formats.word import maak_formulier
from generator.formulier import (
    JA_NEE,
    definities,
    formulieren_van,
    kopvelden,
    lees_definitie,
    op_maat,
    opties_van,
    opzoeker_inrichting,
    thema_opties,
)
from generator.inrichting import alle_teksten, ingevuld, schrijf_inrichting
from generator.model import (
    Aanpassing,
    Formulier,
    Inrichting,
    Optie,
    Rij,
    Rol,
    Sectie,
    Term,
    Veld,
)
from generator.organisatie import controleer_organisatie
from generator.taal import onbekende_verwijzingen

PAD = Path("proef.yaml")
BEGIN = """\
sleutel: proef
versie: "1"
titel: Proef
fase: intake
doel: Proberen.
ingevuld_door: [client]
moment: Nu
secties:
  - sleutel: een
    titel: Een
    velden:
"""


def definitie(*velden: str, begin: str = BEGIN) -> str:
    """Return a definition with fields in the short form of YAML; the first stands on line 12."""
    return begin + "".join(f"      - {{{veld}}}\n" for veld in velden)


def fouten(*velden: str, tekst: str = "") -> list[tuple[int | None, str, str]]:
    """Return line, key path and message of every mistake in a definition."""
    with pytest.raises(OngeldigeBron) as fout:
        lees_definitie(PAD, tekst or definitie(*velden))
    return [(een.regel, een.sleutelpad, een.bericht) for een in fout.value.fouten]


def bericht(*velden: str) -> str:
    """Return the one mistake: it must stand on the line of the last field, inside that field."""
    ((regel, pad, tekst),) = fouten(*velden)
    assert regel == 11 + len(velden)
    assert pad.startswith(f"secties[1].velden[{len(velden)}]")
    return tekst


# -- definitions as they are


def test_alle_definities_kloppen() -> None:
    assert sorted(definities()) == [pad.stem for pad in content.formulieren()]
    assert [veld.sleutel for veld in kopvelden()] == [
        "dossier_nr",
        "client_naam",
        "geboortedatum",
        "cyclus_nr",
        "datum_ingevuld",
        "ingevuld_door",
        "ingevuld_rol",
    ]


def test_kleinste_definitie() -> None:
    proef = lees_definitie(PAD, definitie("sleutel: a, soort: kort, label: A"))
    assert [veld.sleutel for veld in proef.velden] == ["a"]
    assert proef.veld("a") == Veld(sleutel="a", soort="kort", label="A")
    assert proef.veld("b") is None


# -- mistakes


def test_sleutel_is_de_bestandsnaam() -> None:
    with pytest.raises(OngeldigeBron) as fout:
        lees_definitie(Path("anders.yaml"), definitie("sleutel: a, soort: kort, label: A"))
    assert str(fout.value) == (
        "anders.yaml, regel 1, sleutel: De sleutel hoort gelijk te zijn aan de bestandsnaam: anders."
    )


def test_dubbele_sleutel() -> None:
    assert bericht("sleutel: a, soort: kort, label: A", "sleutel: a, soort: kort, label: B") == (
        "De sleutel ‘a’ staat ook in sectie ‘Een’."
    )


def test_sleutel_uit_de_kop() -> None:
    assert bericht("sleutel: dossier_nr, soort: kort, label: A") == "De sleutel ‘dossier_nr’ staat ook in de kop."


@pytest.mark.parametrize("label", ["Naam", "naam", "NAAM"])
def test_zelfde_label_in_een_sectie(label: str) -> None:
    assert bericht("sleutel: a, soort: kort, label: Naam", f"sleutel: b, soort: kort, label: {label}") == (
        f"Het label ‘{label}’ staat twee keer in deze sectie. Maak ze verschillend."
    )


@pytest.mark.parametrize("label", ['"Naam:"', "'Naam '", "Naam.", '"Naam *"'])
def test_label_dat_bij_het_lezen_hetzelfde_is(label: str) -> None:
    assert fouten("sleutel: a, soort: kort, label: Naam", f"sleutel: b, soort: kort, label: {label}")


def test_zelfde_label_in_twee_secties_mag() -> None:
    tekst = definitie("sleutel: a, soort: kort, label: Naam")
    tekst += "  - sleutel: twee\n    titel: Twee\n    velden:\n      - {sleutel: b, soort: kort, label: Naam}\n"
    assert len(lees_definitie(PAD, tekst).velden) == 2


def test_zelfde_titel_van_twee_secties() -> None:
    tekst = definitie("sleutel: a, soort: kort, label: Naam")
    tekst += "  - sleutel: twee\n    titel: Een\n    velden:\n      - {sleutel: b, soort: kort, label: Naam}\n"
    assert fouten(tekst=tekst)


def test_zelfde_sleutel_van_twee_secties() -> None:
    tekst = definitie("sleutel: a, soort: kort, label: Naam")
    tekst += "  - sleutel: een\n    titel: Twee\n    velden:\n      - {sleutel: b, soort: kort, label: Naam}\n"
    assert fouten(tekst=tekst)


@pytest.mark.parametrize("sleutel", ["A", "1a", "a-b", "a.b", "'a b'", "é", "a" * 25])
def test_sleutel_die_niet_kan(sleutel: str) -> None:
    tekst = bericht(f"sleutel: {sleutel}, soort: kort, label: A")
    assert tekst.endswith("kan geen sleutel zijn: kleine letters, cijfers en _, hooguit 24.")


@pytest.mark.parametrize("soort", ["keuze", "meerkeuze"])
def test_keuze_zonder_opties(soort: str) -> None:
    assert bericht(f"sleutel: a, soort: {soort}, label: A") == (
        "Een keuzeveld heeft opties nodig: vul ‘opties’ of ‘opties_uit’ in."
    )


def test_keuzekolom_zonder_opties() -> None:
    assert bericht("sleutel: a, soort: tabel, label: A, kolommen: [{sleutel: b, soort: keuze, label: B}]") == (
        "Een keuzekolom heeft opties nodig."
    )


def test_dubbele_optie() -> None:
    opties = "[{sleutel: x, label: X}, {sleutel: x, label: Y}]"
    assert bericht(f"sleutel: a, soort: keuze, label: A, opties: {opties}") == "Twee opties hebben dezelfde sleutel."


def test_twee_opties_met_hetzelfde_label() -> None:
    opties = "[{sleutel: x, label: X}, {sleutel: y, label: X}]"
    assert fouten(f"sleutel: a, soort: keuze, label: A, opties: {opties}")


def test_onbekende_bron_van_opties() -> None:
    assert bericht("sleutel: a, soort: keuze, label: A, opties_uit: rolen") == (
        "Kies uit: rollen, leefgebieden, themas, besluiten, criteria, contra_indicaties, fasen. Bedoelde je ‘rollen’?"
    )


@pytest.mark.parametrize("veld", ["soort: tabel", "soort: kort, kolommen: [{sleutel: b, soort: kort, label: B}]"])
def test_kolommen_horen_bij_een_tabel(veld: str) -> None:
    assert bericht(f"sleutel: a, label: A, {veld}") == (
        "Kolommen horen bij een tabel, en een tabel heeft kolommen nodig."
    )


@pytest.mark.parametrize(
    "kolommen",
    [
        "[{sleutel: b, soort: kort, label: B}, {sleutel: b, soort: kort, label: C}]",
        "[{sleutel: b, soort: kort, label: B}, {sleutel: c, soort: kort, label: B}]",
        "[{sleutel: b.c, soort: kort, label: B}]",
    ],
    ids=["sleutel dubbel", "label dubbel", "sleutel met punt"],
)
def test_kolommen_die_niet_uit_elkaar_te_houden_zijn(kolommen: str) -> None:
    assert fouten(f"sleutel: a, soort: tabel, label: A, kolommen: {kolommen}")


def test_tabel_per_leefgebied() -> None:
    tekst = bericht(
        "sleutel: a, soort: tabel, label: A, per_leefgebied: ja, kolommen: [{sleutel: b, soort: kort, label: B}]"
    )
    assert tekst == "Geef een tabel rijen per leefgebied met ‘rijen_uit: leefgebieden’."


def test_voorgedrukte_rijen_zonder_voorgedrukte_kolom() -> None:
    kolommen = "kolommen: [{sleutel: b, soort: kort, label: B}]"
    verwacht = "Bij voorgedrukte rijen hoort één kolom van soort ‘voorgedrukt’."
    assert bericht(f"sleutel: a, soort: tabel, label: A, {kolommen}, rijen: [{{sleutel: x, tekst: X}}]") == verwacht
    assert bericht(f"sleutel: a, soort: tabel, label: A, {kolommen}, rijen_uit: criteria") == verwacht


def test_onbekende_bron_van_rijen() -> None:
    tekst = bericht(
        "sleutel: a, soort: tabel, label: A, kolommen: [{sleutel: b, soort: voorgedrukt, label: B}], "
        "rijen_uit: leefgebied"
    )
    assert (
        tekst == "Kies uit: leefgebieden, criteria, contra_indicaties, fasen, instrumenten. Bedoelde je ‘leefgebieden’?"
    )


@pytest.mark.parametrize(
    ("voorwaarde", "verwacht"),
    [
        ("altijd", "‘altijd’ kan hier niet. Schrijf ja, nee, of een voorwaarde: als besluit = intake."),
        ("als", "‘als’ kan hier niet. Schrijf ja, nee, of een voorwaarde: als besluit = intake."),
        ("als besluitt = x", "De voorwaarde noemt ‘besluitt’, maar dat veld bestaat niet. Bedoelde je ‘besluit’?"),
        ("als besluit =", "Achter het teken ontbreekt een waarde."),
        ("als (besluit = x", "Er ontbreekt een haakje ‘)’."),
        ("als besluit is rond", "Na ‘besluit is’ hoort ‘leeg’ of ‘gevuld’."),
    ],
)
def test_voorwaarde_die_niet_kan(voorwaarde: str, verwacht: str) -> None:
    assert (
        bericht(
            "sleutel: besluit, soort: kort, label: Besluit",
            f"sleutel: a, soort: kort, label: A, verplicht: {voorwaarde}",
        )
        == verwacht
    )


@pytest.mark.parametrize(
    "voorwaarde",
    [
        "als besluit = x",
        "als besluit is gevuld en dossier_nr ≠ 3",
        "als organisatie.groepswonen = ja",
        "als leeftijd < parameter.leeftijd_toestemming",
        "als uitgangsmodel = leefhuis2022",
        "als formulier.rie = ja of rol.vervanger = ja",
    ],
)
def test_voorwaarde_die_kan(voorwaarde: str) -> None:
    velden = [
        "sleutel: besluit, soort: kort, label: Besluit",
        f"sleutel: a, soort: kort, label: A, verplicht: {voorwaarde}",
    ]
    assert len(lees_definitie(PAD, definitie(*velden)).velden) == 2


def test_voorwaarde_van_een_kolom_mag_kolommen_noemen() -> None:
    kolommen = "[{sleutel: b, soort: kort, label: B}, {sleutel: c, soort: kort, label: C, verplicht: als b is gevuld}]"
    assert lees_definitie(PAD, definitie(f"sleutel: a, soort: tabel, label: A, kolommen: {kolommen}"))
    assert bericht(f"sleutel: a, soort: tabel, label: A, kolommen: {kolommen}".replace("als b", "als bb")) == (
        "De voorwaarde noemt ‘bb’, maar dat veld bestaat niet. Bedoelde je ‘b’?"
    )


def test_alleen_als_gaat_over_de_organisatie() -> None:
    tekst = bericht(
        "sleutel: besluit, soort: kort, label: Besluit", "sleutel: a, soort: kort, label: A, alleen_als: besluit = x"
    )
    assert tekst == "De voorwaarde noemt ‘besluit’, maar dat veld bestaat niet."


def test_alleen_als_van_een_sectie() -> None:
    tekst = definitie("sleutel: a, soort: kort, label: A").replace(
        "    titel: Een\n", "    titel: Een\n    alleen_als: a =\n"
    )
    assert fouten(tekst=tekst)


def test_onbekend_veld_in_kop_verplicht() -> None:
    tekst = definitie("sleutel: a, soort: kort, label: A").replace(
        "moment: Nu\n", "moment: Nu\nkop_verplicht: [geboorte]\n"
    )
    assert fouten(tekst=tekst)


def test_onbekende_sleutel_en_soort() -> None:
    gevonden = fouten("sleutel: a, soort: tekst, label: A", "sleutel: b, soort: kort, label: B, verplich: ja")
    assert [(regel, pad) for regel, pad, _ in gevonden] == [
        (12, "secties[1].velden[1].soort"),
        (13, "secties[1].velden[2].verplich"),
    ]


def test_veel_fouten_tegelijk() -> None:
    gevonden = fouten(
        "sleutel: A, soort: kort, label: A",
        "sleutel: b, soort: keuze, label: B",
        "sleutel: b, soort: kort, label: C",
        "sleutel: c, soort: kort, label: c, verplicht: als x = y",
        "sleutel: d, soort: tabel, label: D",
    )
    assert [regel for regel, *_ in gevonden] == [12, 13, 14, 15, 15, 16]


# -- tailoring


def met(inrichting: Inrichting, formulier: str, **aanpassing: Any) -> Inrichting:
    """Return the inrichting in which one form is tailored."""
    formulieren = {**inrichting.formulieren, formulier: Aanpassing(**aanpassing)}
    return replace(inrichting, formulieren=formulieren)


def evaluatie(inrichting: Inrichting, **aanpassing: Any) -> Formulier:
    """Return the tailored evaluatie."""
    return formulieren_van(met(inrichting, "evaluatie", **aanpassing))["evaluatie"]


def veld(formulier: Formulier, sleutel: str) -> Veld:
    gevonden = formulier.veld(sleutel)
    assert gevonden is not None, sleutel
    return gevonden


def test_volgorde_is_die_van_de_fasen(opvang: Inrichting) -> None:
    """First what is about a client, by fase; then what is about the organisation itself, in order of use."""
    soorten = {sleutel: formulier.soort for sleutel, formulier in formulieren_van(opvang).items()}
    assert list(soorten) == [
        "aanmelding",
        "intake",
        "toestemming",
        "checklist_opstart",
        "leefgebiedenwijzer",
        "persoonsbeschrijving",
        "begeleidingsplan",
        "evaluatie",
        "exit",
        "checklist_uitstroom",
        "zelfscan",
        "interview",
        "balans",
        "profiel",
        "gesprekskaarten",
        "meerwaarde",
        "instrumenten_scan",
        "plan_toets",
        "randvoorwaarden",
        "implementatieplan",
        "eval_werkwijze",
        "verankering",
        "exit_jaar",
        "wijzigingslog",
    ]
    assert list(soorten.values()) == ["client"] * 10 + ["organisatie"] * 14
    van_de_organisatie = {f.sleutel for f in definities().values() if f.soort == "organisatie"}
    assert set(list(soorten)[10:]) == set(ORGANISATIEFORMULIEREN) == van_de_organisatie


def test_formulier_uit(opvang: Inrichting) -> None:
    assert "exit" not in formulieren_van(met(opvang, "exit", aan="nee"))
    zonder = {sleutel: deel for sleutel, deel in opvang.formulieren.items() if sleutel != "exit"}
    assert "exit" not in formulieren_van(replace(opvang, formulieren=zonder))


def test_velden_uit(opvang: Inrichting) -> None:
    weg = ("samenwerking", "handtekening_client", "per_doel")
    over = [v.sleutel for v in evaluatie(opvang).velden if v.sleutel not in weg]
    assert [v.sleutel for v in evaluatie(opvang, velden_uit=weg).velden] == over


def test_lege_sectie_valt_weg(opvang: Inrichting) -> None:
    formulier = evaluatie(opvang, velden_uit=("handtekening_client", "handtekening_mentor"))
    assert "ondertekening" not in [sectie.sleutel for sectie in formulier.secties]


def test_eigen_teksten(opvang: Inrichting) -> None:
    formulier = evaluatie(
        opvang,
        titel="Terugblik met {de_client}",
        labels={"samenwerking": "Klikt het met {de_begeleider}?"},
        hulp={"samenwerking": "Vraag {de_client}."},
        verplicht={"samenwerking": "nee"},
    )
    samen = veld(formulier, "samenwerking")
    assert formulier.titel == "Terugblik met de cliënt"
    assert (samen.label, samen.hulp, samen.verplicht) == ("Klikt het met de mentor?", "Vraag de cliënt.", "nee")


def test_opties_erbij(opvang: Inrichting) -> None:
    erbij = (Optie(sleutel="elders", label="elders"),)
    formulier = evaluatie(opvang, opties_erbij={"afronden_bestemming": erbij})
    assert [optie.sleutel for optie in veld(formulier, "afronden_bestemming").opties] == [
        "zelfstandig",
        "andere_voorziening",
        "anders",
        "elders",
    ]


def test_rijen_erbij(opvang: Inrichting) -> None:
    erbij = (Rij(sleutel="fiets", tekst="Fiets van {de_client} gestald"),)
    inrichting = met(opvang, "checklist_opstart", rijen_erbij={"taken": erbij})
    voor, na = (veld(formulieren_van(i)["checklist_opstart"], "taken") for i in (opvang, inrichting))
    assert [rij.sleutel for rij in na.rijen] == [*(rij.sleutel for rij in voor.rijen), "fiets"]
    assert na.rijen[-1].tekst == "Fiets van de cliënt gestald"
    assert na.kolommen[0].opties[-1] == Optie(sleutel="fiets", label="Fiets van de cliënt gestald")


def test_velden_erbij(opvang: Inrichting) -> None:
    erbij = (
        Veld(sleutel="eigen_een", soort="lang", label="Wat vond {de_client}?"),
        Veld(sleutel="eigen_twee", soort="ja_nee", label="Klopt dat?"),
        Veld(sleutel="eigen_drie", soort="kort", label="Groep", alleen_als="organisatie.ambulant = ja"),
    )
    formulier = evaluatie(opvang, velden_erbij={"vooruit": erbij})
    (sectie,) = [deel for deel in formulier.secties if deel.sleutel == "vooruit"]
    assert [(v.sleutel, v.label) for v in sectie.velden[-2:]] == [
        ("eigen_een", "Wat vond de cliënt?"),
        ("eigen_twee", "Klopt dat?"),
    ]
    assert veld(formulier, "eigen_twee").opties == JA_NEE


@pytest.mark.parametrize(("groepswonen", "erbij"), [("ja", True), ("nee", False)])
def test_alleen_als_van_een_veld(opvang: Inrichting, groepswonen: Any, erbij: bool) -> None:
    anders = replace(opvang, organisatie=replace(opvang.organisatie, groepswonen=groepswonen))
    assert (formulieren_van(anders)["intake"].veld("w_groep") is not None) is erbij


def test_alleen_als_van_een_sectie_en_een_rij(opvang: Inrichting) -> None:
    kolommen = veld(formulieren_van(opvang)["checklist_opstart"], "taken").kolommen
    rijen = (
        Rij(sleutel="a", tekst="A", alleen_als="rol.client = ja"),
        Rij(sleutel="b", tekst="B", alleen_als="rol.x = ja"),
    )
    tabel = Veld(sleutel="taken", soort="tabel", label="Taken", kolommen=kolommen, rijen=rijen)
    proef = Formulier(
        sleutel="proef", versie="1", titel="Proef", fase="intake", doel="", ingevuld_door=(), moment="",
        secties=(
            Sectie(sleutel="een", titel="Een", velden=(tabel,), alleen_als="organisatie.groepswonen = ja"),
            Sectie(sleutel="twee", titel="Twee", velden=(tabel,), alleen_als="uitgangsmodel = leefhuis2022"),
        ),
    )  # fmt: skip
    (sectie,) = op_maat(proef, opvang).secties
    assert sectie.sleutel == "een"
    assert [rij.sleutel for rij in sectie.velden[0].rijen] == ["a"]


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("organisatie.groepswonen", "ja"),
        ("organisatie.weg", None),
        ("parameter.planning_max", 14),
        ("parameter.weg", None),
        ("formulier.exit", "ja"),
        ("formulier.rie", "nee"),
        ("rol.client", "ja"),
        ("rol.weg", "nee"),
        ("uitgangsmodel", "opvang2004"),
        ("besluit", None),
    ],
)
def test_opzoeker(opvang: Inrichting, naam: str, waarde: Any) -> None:
    assert opzoeker_inrichting(opvang)(naam) == waarde


def test_cyclus_alleen_in_de_kern(opvang: Inrichting) -> None:
    met_cyclus = [f.sleutel for f in formulieren_van(opvang).values() if f.veld("cyclus_nr")]
    assert met_cyclus == ["leefgebiedenwijzer", "persoonsbeschrijving", "begeleidingsplan", "evaluatie"]


def test_kop_verplicht(opvang: Inrichting) -> None:
    clienten = [f for f in formulieren_van(opvang).values() if f.soort == "client"]
    verplicht = {f.sleutel for f in clienten if veld(f, "geboortedatum").verplicht == "ja"}
    assert verplicht == {"aanmelding", "intake"}


def test_kop_van_de_organisatie(opvang: Inrichting) -> None:
    """No dossier and no client; date, team and who took part are asked, but not of one person or of a log."""
    kop = {
        f.sleutel: {v.sleutel: v.verplicht for v in f.kop}
        for f in formulieren_van(opvang).values()
        if f.soort == "organisatie"
    }
    gewoon = {"of_datum": "ja", "of_team": "ja", "of_deelnemers": "ja"}
    assert {sleutel: plicht for sleutel, plicht in kop.items() if plicht != gewoon} == {
        "interview": gewoon | {"of_deelnemers": "nee"},
        "wijzigingslog": dict.fromkeys(gewoon, "nee"),
    }
    assert len(kop) == 14


def test_afwijking_staat_voor_het_laatste_onderdeel(opvang: Inrichting) -> None:
    """There it never stands alone on a last page, and who signs has seen it."""
    met = [formulier for formulier in formulieren_van(opvang).values() if formulier.afwijking == "ja"]
    assert len(met) > 5
    for formulier in met:
        assert [sectie.sleutel for sectie in formulier.secties].index("afwijking") == len(formulier.secties) - 2


def test_opties_uit_de_inrichting(opvang: Inrichting) -> None:
    formulieren = formulieren_van(opvang)
    rollen = [optie.sleutel for optie in veld(formulieren["exit"], "ingevuld_rol").opties]
    assert rollen == [rol.sleutel for rol in opvang.rollen]
    gebieden = [optie.label for optie in veld(formulieren["aanmelding"], "leefgebieden_vraag").opties]
    assert gebieden == [gebied.naam for gebied in opvang.leefgebieden]
    besluiten = [optie.sleutel for optie in veld(formulieren["evaluatie"], "besluit").opties]
    assert besluiten == [besluit.uitkomst for besluit in opvang.fase("evaluatie").besluiten]
    criteria = [rij.sleutel for rij in veld(formulieren["aanmelding"], "criteria").rijen]
    assert criteria == [criterium.sleutel for criterium in opvang.criteria]


def test_themas_per_leefgebied(opvang: Inrichting) -> None:
    formulier = formulieren_van(opvang)["leefgebiedenwijzer"]
    themas = veld(formulier, "lg_themas")
    for gebied in formulier.leefgebieden:
        assert opties_van(themas, gebied) == thema_opties(gebied)
        assert [optie.label for optie in opties_van(themas, gebied)] == list(gebied.themas)


def test_eigen_rol_wordt_keuze(opvang: Inrichting) -> None:
    anders = replace(opvang, rollen=(*opvang.rollen, Rol(sleutel="kok", naam="kok")))
    assert veld(formulieren_van(anders)["exit"], "ingevuld_rol").opties[-1] == Optie(sleutel="kok", label="kok")


@pytest.mark.parametrize(
    "aanpassing",
    [
        {"velden_uit": ("samenwerkin",)},
        {"labels": {"samenwerkin": "Klikt het?"}},
        {"hulp": {"samenwerkin": "Vraag door."}},
        {"verplicht": {"samenwerking": "als x = y"}},
        {"opties_erbij": {"samenwerking": (Optie(sleutel="x", label="x"),)}},
        {"opties_erbij": {"afronden_bestemming": (Optie(sleutel="anders", label="x"),)}},
        {"rijen_erbij": {"samenwerking": (Rij(sleutel="x", tekst="x"),)}},
        {"velden_erbij": {"vooruitt": (Veld(sleutel="eigen", soort="kort", label="Eigen"),)}},
        {"velden_erbij": {"vooruit": (Veld(sleutel="samenwerking", soort="kort", label="Eigen"),)}},
        {"velden_erbij": {"vooruit": (Veld(sleutel="A b", soort="kort", label="Eigen"),)}},
        {"velden_erbij": {"vooruit": (Veld(sleutel="eigen", soort="keuze", label="Eigen"),)}},
        {"velden_erbij": {"vooruit": (Veld(sleutel="eigen", soort="kort", label="Eigen", alleen_als="a ="),)}},
        {"labels": {"motivatie": "Hoe verloopt de samenwerking?"}},
    ],
    ids=lambda aanpassing: next(iter(aanpassing)),
)
def test_aanpassing_die_niet_kan(opvang: Inrichting, aanpassing: dict[str, Any]) -> None:
    """Tailoring is written by the organisation: a slip must be said, with its line."""
    bron = lees_yaml(Path("inrichting.yaml"), schrijf_inrichting(met(opvang, "evaluatie", **aanpassing)))
    with pytest.raises(OngeldigeBron):
        controleer_organisatie(bron)


# -- the organisation's own words


def zichtbare_teksten(formulier: Formulier) -> Iterator[tuple[str, str]]:
    """Yield every text of a form that people see, with where it stands."""
    for pad, tekst in alle_teksten(formulier, ()):
        laatste = next((str(deel) for deel in reversed(pad) if not isinstance(deel, int)), "")
        if laatste not in ("sleutel", "bron", "begrip", "synoniemen", "alleen_als", "verplicht", "opties_uit", "soort"):
            yield ".".join(map(str, pad)), tekst


def met_deelnemers(inrichting: Inrichting) -> Inrichting:
    termen = {
        **inrichting.termen,
        "client": Term(enkelvoud="deelnemer", meervoud="deelnemers"),
        "begeleider": Term(enkelvoud="coach", meervoud="coaches"),
        "team": Term(enkelvoud="ploeg", meervoud="ploegen"),
        "overleg": Term(enkelvoud="ploegoverleg", meervoud="ploegoverleggen", lidwoord="het"),
    }
    return replace(inrichting, termen=termen)


@pytest.mark.parametrize(
    "woord",
    [
        "cliënt",
        "client",
        "mentor",
    ],
)
def test_eigen_woorden_overal(opvang: Inrichting, woord: str) -> None:
    over = [
        (formulier.sleutel, waar, tekst)
        for formulier in formulieren_van(met_deelnemers(opvang)).values()
        for waar, tekst in zichtbare_teksten(formulier)
        if woord in tekst.casefold() and not waar.startswith(("ingevuld_door", "kop_", "leefgebieden"))
    ]
    assert over == []


def test_eigen_woorden_op_papier(opvang: Inrichting) -> None:
    """What stands in the document itself, whoever wrote it there."""
    import io
    import re
    import zipfile

    anders = met_deelnemers(opvang)
    oud, nieuw = set(), set()
    for sleutel, formulier in formulieren_van(anders).items():
        with zipfile.ZipFile(io.BytesIO(maak_formulier(formulier, ingevuld(anders)))) as pakket:
            xml = pakket.read("word/document.xml").decode() + pakket.read("word/glossary/document.xml").decode()
        getoond = " ".join(re.findall(r"<w:t[ >][^<]*|w:(?:alias|displayText|tblCaption)[^>]*?w:val=\"[^\"]*", xml))
        oud |= {sleutel} if "cliënt" in getoond.casefold() else set()
        nieuw |= {sleutel} if "deelnemer" in getoond.casefold() else set()
    assert oud == set()
    # A log of changes to the handleiding speaks of nobody.
    assert set(formulieren_van(anders)) - nieuw == {"wijzigingslog"}


@pytest.mark.parametrize("deelnemer", [False, True])
def test_geen_accolades_over(opvang: Inrichting, deelnemer: bool) -> None:
    inrichting = met_deelnemers(opvang) if deelnemer else opvang
    over = [
        (formulier.sleutel, tekst)
        for formulier in formulieren_van(inrichting).values()
        for _, tekst in alle_teksten(formulier, ())
        if onbekende_verwijzingen(tekst, {})
    ]
    assert over == []


def test_labels_blijven_verschillend_na_op_maat_maken(opvang: Inrichting) -> None:
    for inrichting in (opvang, met_deelnemers(opvang)):
        for formulier in formulieren_van(inrichting).values():
            for sectie in formulier.secties:
                labels = [v.label.casefold() for v in sectie.velden]
                assert len(set(labels)) == len(labels), (formulier.sleutel, sectie.sleutel)


def test_formulier_hangt_niet_af_van_de_volgorde_van_vragen(
    formulieren: Mapping[str, Formulier], opvang: Inrichting
) -> None:
    assert formulieren_van(opvang) == formulieren
