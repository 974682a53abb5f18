"""Notes in a returned PDF form: at the right field, ours replaced, those of people kept, nothing else changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from invullen import codes, volle_antwoorden
from pdfhulp import ALLE, bewaard, formulier, lees, model_van, open_, veld, vol, vul
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from generator.formats.opmerking import Opmerking
from generator.formats.pdf.formaat import zet_opmerkingen
from generator.formats.veilig import Geweigerd

PLAN = "begeleidingsplan"
DAG = date(2026, 3, 6)


def met(inhoud: bytes, *opmerkingen: tuple[str, str], sleutel: str = PLAN, **meer: Any) -> bytes:
    delen = [Opmerking(sleutel=plek, alineas=(tekst,), **meer) for plek, tekst in opmerkingen]
    return zet_opmerkingen(inhoud, model_van(sleutel).lezer.plan(sleutel), delen, DAG)


def notities(inhoud: bytes) -> list[tuple[int, Any, str]]:
    """Return page, lower left corner and text of every note."""
    uit = []
    with open_(inhoud) as pdf:
        for nummer, blad in enumerate(pdf.pages):
            for deel in blad.Annots:
                if deel.Subtype == Name.Text:
                    uit.append((nummer, tuple(map(float, deel.Rect)), str(deel.Contents)))
    return uit


def hoogte(inhoud: bytes, naam: str) -> tuple[int, float, float]:
    """Return page, bottom and top of a field."""
    with open_(inhoud) as pdf:
        deel = veld(pdf, naam)
        blad = next(nr for nr, blad in enumerate(pdf.pages) if blad.objgen == deel.P.objgen)
        return blad, float(deel.Rect[1]), float(deel.Rect[3])


def teksten(inhoud: bytes) -> list[str]:
    return [tekst for _, _, tekst in notities(inhoud)]


@pytest.mark.parametrize(
    ("sleutel", "naam"),
    [
        ("einddoel", "af__einddoel"),
        ("gewenste_situatie.wonen", "af__gewenste_situatie__wonen"),
        ("handtekening_client.datum", "af__handtekening_client__datum"),
        ("handtekening_client", "af__handtekening_client__naam"),
        ("doelen[2].streefdatum", "af__doelen__2__streefdatum"),
        ("acties", "af__acties__1__doel_nr"),
    ],
)
def test_notitie_staat_naast_haar_veld(sleutel: str, naam: str) -> None:
    inhoud = met(vol(PLAN), (sleutel, "Kijk hier nog eens."))
    ((blad, vlak, tekst),) = notities(inhoud)
    assert tekst == "Kijk hier nog eens."
    bij, onder, boven = hoogte(vol(PLAN), naam)
    assert blad == bij
    assert onder - 20 <= vlak[1] <= boven
    with open_(inhoud) as pdf:
        breed = float(pdf.pages[blad].MediaBox[2])
    assert vlak[0] > breed - 57  # in the margin: no answer is covered
    assert vlak[2] <= breed


@pytest.mark.parametrize("sleutel", ALLE)
def test_de_antwoorden_blijven_gelijk(sleutel: str) -> None:
    velden = [veld.sleutel for veld in formulier(sleutel).velden]
    inhoud = met(vol(sleutel), *((naam, f"Over {naam}") for naam in velden), sleutel=sleutel)
    gelezen = lees(sleutel, inhoud)
    assert gelezen.waarden == lees(sleutel, vol(sleutel)).waarden == volle_antwoorden(formulier(sleutel))
    assert codes(gelezen) == []  # our own notes are no remark of a person
    assert sorted("\n".join(teksten(inhoud)).split("\n")) == sorted(f"Over {naam}" for naam in velden)
    plekken = [(blad, vlak[:2]) for blad, vlak, _ in notities(inhoud)]
    assert len(set(plekken)) == len(plekken)


def test_rijen_geteld_zoals_regels_en_zoals_de_lezer() -> None:
    """Rules leave out rows nobody wrote in; reading messages count every row."""
    inhoud = vul(PLAN, {"doelen": ({"doel_nr": 1}, {"doel_nr": 2})})
    with open_(inhoud) as pdf:
        for naam in ("doel_nr",):
            deel = veld(pdf, f"af__doelen__1__{naam}")
            del deel["/V"]
        inhoud = bewaard(pdf)
    _, onder, boven = hoogte(inhoud, "af__doelen__2__doel_nr")
    for nr, zoals_gelezen in ((1, False), (2, True)):
        ((_, vlak, _),) = notities(met(inhoud, (f"doelen[{nr}].doel_nr", "x"), zoals_gelezen=zoals_gelezen))
        assert onder - 20 <= vlak[1] <= boven


def test_voorgedrukte_rij() -> None:
    inhoud = met(vol("intake"), ("functioneren.wonen", "Vertel meer."), sleutel="intake")
    ((blad, vlak, _),) = notities(inhoud)
    bij, onder, boven = hoogte(vol("intake"), "af__functioneren__wonen__goed")
    assert blad == bij
    assert onder - 20 <= vlak[1] <= boven


@pytest.mark.parametrize("sleutel", ["", "bestaat_niet", "doelen[99].doel", "bestaat[3].niet", "..", "a[b].c"])
def test_wat_nergens_hoort_staat_toch_op_het_formulier(sleutel: str) -> None:
    assert teksten(met(vol(PLAN), (sleutel, "Ergens"))) == ["Ergens"]


def test_een_plek_krijgt_een_notitie() -> None:
    delen = [
        Opmerking(sleutel="einddoel", alineas=("Eerst dit.", "En dit.")),
        Opmerking(sleutel="einddoel", alineas=("Dan dat.",)),
    ]
    inhoud = zet_opmerkingen(vol(PLAN), model_van(PLAN).lezer.plan(PLAN), delen, DAG)
    assert teksten(inhoud) == ["Eerst dit.\nEn dit.\nDan dat."]


def test_van_ons_wordt_vervangen_van_mensen_blijft() -> None:
    with open_(met(vol(PLAN), ("einddoel", "Vorige ronde"))) as pdf:
        blad = next(blad for blad in pdf.pages if any(deel.Subtype == Name.Text for deel in blad.Annots))
        onze = next(deel for deel in blad.Annots if deel.Subtype == Name.Text)
        for meer in (
            {"Contents": String("Van Bo"), "T": String("Bo")},
            {"Contents": String("Antwoord van Bo"), "T": String("Bo"), "IRT": onze},
        ):
            rand = Array([1, 1, 9, 9])
            blad.Annots.append(pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=rand, **meer)))
        venster = Dictionary(Type=Name.Annot, Subtype=Name.Popup, Parent=onze, Rect=Array([1, 1, 9, 9]))
        blad.Annots.append(pdf.make_indirect(venster))
        inhoud = bewaard(pdf)
    nieuw = met(inhoud, ("acties", "Deze ronde"))
    assert sorted(teksten(nieuw)) == ["Antwoord van Bo", "Deze ronde", "Van Bo"]
    with open_(nieuw) as pdf:
        alle = [deel for blad in pdf.pages for deel in blad.Annots]
        assert not [deel for deel in alle if "/IRT" in deel or deel.Subtype == Name.Popup]
    assert lees(PLAN, nieuw).waarden == volle_antwoorden(formulier(PLAN))
    assert codes(lees(PLAN, nieuw)) == ["L16"]


def test_zonder_opmerkingen_verdwijnen_die_van_vorige_keer() -> None:
    assert teksten(met(met(vol(PLAN), ("einddoel", "Vorige ronde")))) == []


def test_zelfde_invoer_geeft_zelfde_bytes() -> None:
    assert met(vol("exit"), ("", "x"), sleutel="exit") == met(vol("exit"), ("", "x"), sleutel="exit")


def test_notitie_heeft_wat_elke_lezer_nodig_heeft() -> None:
    with open_(met(vol(PLAN), ("einddoel", "Łukasz, wat fijn\nTweede regel"))) as pdf:
        (deel,) = [deel for blad in pdf.pages for deel in blad.Annots if deel.Subtype == Name.Text]
        assert str(deel.T) == "achtfasen"
        assert str(deel.M) == "D:20260306120000Z"
        assert int(deel.F) == 4 | 8 | 16
        assert isinstance(deel.AP.N, Stream)
        assert str(deel.Contents) == "Łukasz, wat fijn\nTweede regel"


def test_veld_dat_weg_is_krijgt_de_plek_van_zijn_sectie() -> None:
    with open_(vol(PLAN)) as pdf:
        veld(pdf, "af__einddoel").T = String("af__iets_anders")
        inhoud = bewaard(pdf)
    ((blad, _, _),) = notities(met(inhoud, ("einddoel", "Deze vraag is weg.")))
    assert blad == hoogte(vol(PLAN), "af__doelen__1__doel")[0]


def test_op_een_blad_dat_niet_van_ons_is() -> None:
    leeg = Pdf.new()
    leeg.add_blank_page()
    assert teksten(met(bewaard(leeg), ("einddoel", "Geen formulier"))) == ["Geen formulier"]


@pytest.mark.parametrize("inhoud", [b"%PDF-1.7", b"x"])
def test_wat_niet_opengaat_wordt_geweigerd(inhoud: bytes) -> None:
    with pytest.raises(Geweigerd):
        met(inhoud, ("einddoel", "x"))


@pytest.mark.parametrize("regel", ["a" * 5000, "\x00\ud800", ""])
def test_elke_tekst_mag(regel: str) -> None:
    assert len(teksten(met(vol("exit"), ("", regel), sleutel="exit"))) == 1
