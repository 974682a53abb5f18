"""Comments in the margin: at the right field, by whatever route it was found, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from invullen import CYCLUS, DOSSIER, TIEN, codes, lees, vol_bestand
from lxml import etree
from modellen import ORGANISATIEFORMULIEREN
from schade import (
    Element,
    bewerk,
    delen_van,
    ingepakt,
    knip_runs,
    om,
    om_heen,
    opmerkingen,
    pel,
    pel_alles,
    plak_nog_eens,
    run,
    typ,
    vak,
    vreemde_omhulsels,
    vreemde_tags,
    wijziging,
    zet_inhoud,
    zonder_bladwijzers,
    zonder_herkenning,
)
from strategieen import antwoorden

from generator.formats import Geweigerd, Lezer, bericht_van
from generator.formats.bladen import bladen_van
from generator.formats.leesplan import Leesplan
from generator.formats.opmerking import Opmerking
from generator.formats.word import maak_formulier, vul
from generator.formats.word.document import zichtbare_tekst
from generator.formats.word.namen import OPMERKER, W_STRIKT, W, q
from generator.formats.word.opmerkingen import zet_opmerkingen
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Formulier, Invulling, Melding, Vindplaats
from generator.veldsoorten import normaliseer_antwoorden, vergelijkbaar

DAG = date(2026, 11, 21)
VALIDEER = Path(__file__).parents[3] / "shared" / "tools" / "ooxml-valideer"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MERKEN = (q("w:commentRangeStart"), q("w:commentRangeEnd"))
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"


# --------------------------------------------------------------------------
# Reading comments back


@dataclass(frozen=True)
class Terug:
    """A comment as it stands in a file: who, its paragraphs, the text it is at, and where."""

    nummer: str
    auteur: str
    alineas: tuple[str, ...]
    bij: str
    begin: Element
    einde: Element


def lees_opmerkingen(inhoud: bytes, hoofd: str = "word/document.xml", deel: str = "word/comments.xml") -> list[Terug]:
    """Return the comments of a file, each with what its marks enclose; every mark must have its partners."""
    delen = delen_van(inhoud)
    ruimte = W_STRIKT.encode()
    document = etree.fromstring(delen[hoofd].replace(ruimte, W.encode()))
    lijst = etree.fromstring(delen[deel].replace(ruimte, W.encode()))
    begin = {m.get(q("w:id")): m for m in document.iter(MERKEN[0])}
    einde = {m.get(q("w:id")): m for m in document.iter(MERKEN[1])}
    naar = [m.get(q("w:id")) for m in document.iter(q("w:commentReference"))]
    nummers = [c.get(q("w:id")) for c in lijst]
    assert sorted(begin) == sorted(einde) == sorted(naar) == sorted(nummers)
    assert len(set(naar)) == len(naar)
    volgorde = list(document.iter())
    plaats = {element: nr for nr, element in enumerate(volgorde)}
    uit = []
    for c in lijst:
        van, tot = begin[c.get(q("w:id"))], einde[c.get(q("w:id"))]
        tussen = volgorde[plaats[van] : plaats[tot]]
        tekst = "".join("\n" if d.tag == q("w:br") else d.text or "" for d in tussen if d.tag in (q("w:t"), q("w:br")))
        alineas = tuple("".join(map(str, p.itertext())) for p in c)
        uit.append(Terug(str(c.get(q("w:id"))), str(c.get(q("w:author"))), alineas, tekst, van, tot))
    return uit


def zonder_merken(inhoud: bytes) -> bytes:
    """Return the text of a file without any comment marks, in canonical form."""
    document = etree.fromstring(delen_van(inhoud)["word/document.xml"])
    for merk in list(document.iter(*MERKEN)):
        merk.getparent().remove(merk)
    for merk in list(document.iter(q("w:commentReference"))):
        r = merk.getparent()
        assert [d.tag for d in r if d.tag != q("w:rPr")] == [q("w:commentReference")]
        r.getparent().remove(r)
    return etree.tostring(document, method="c14n")


def opmerkingen_bij(*sleutels: str) -> list[Opmerking]:
    """Return a comment for each key, that says which key it is about; rows as the reader counts them."""
    return [Opmerking(sleutel=sleutel, alineas=(sleutel,), zoals_gelezen=True) for sleutel in sleutels]


def per_sleutel(gelezen: list[Terug]) -> dict[str, Terug]:
    """Return key → the comment that holds it."""
    return {alinea: deel for deel in gelezen for alinea in deel.alineas}


def kaal(invulling: Invulling) -> Invulling:
    """Return what was read without what tells one file from another."""
    return replace(invulling, sha256="")


def alle_sleutels(invulling: Invulling, plan: Leesplan) -> list[str]:
    """Return keys of all kinds: answers, cells, empty places, tables, lost ones, the form as a whole."""
    gelezen = [antwoord.sleutel for antwoord in invulling.antwoorden]
    meldingen = [melding.vindplaats.veld for melding in invulling.meldingen]
    velden = [veld.sleutel for veld in plan.formulier.velden]
    return [*gelezen, *meldingen, *plan.bladen, *plan.tabellen, *velden, *invulling.niet_gevonden, "", "bestaat.niet"]


ROUTES = pytest.mark.parametrize(
    "schade", [(), (pel_alles,), (pel_alles, zonder_bladwijzers)], ids=["tag", "bladwijzer", "label"]
)


class Proef:
    """One form with known answers, as a file."""

    def __init__(self, sleutel: str, formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes]) -> None:
        self.formulier = formulieren[sleutel]
        self.leeg = blanco[sleutel]
        self.lezer = Lezer(formulieren)
        self.plan = self.lezer.plan(sleutel)
        self.vol = vol_bestand(self.formulier, blanco)

    def zet(self, inhoud: bytes, *sleutels: str) -> bytes:
        return zet_opmerkingen(inhoud, self.plan, opmerkingen_bij(*sleutels), DAG)

    def voorgedrukt(self, gelezen: Invulling) -> Iterator[tuple[str, str]]:
        """Yield the cells with the text of a printed row: what is read there is its key."""
        for antwoord in gelezen.antwoorden:
            blad = self.plan.kolommen.get(f"{antwoord.sleutel.partition('[')[0]}.{antwoord.sleutel.rpartition('.')[2]}")
            if blad is not None and blad.soort == "voorgedrukt":
                teksten = {rij.sleutel: rij.tekst for rij in blad.veld.rijen}
                yield antwoord.sleutel, teksten.get(antwoord.ruw, antwoord.ruw)

    def overal(self, inhoud: bytes) -> tuple[Invulling, bytes]:
        """Return what a file says, and the file with a comment at everything in it."""
        gelezen = lees(self.lezer, inhoud)
        return gelezen, self.zet(inhoud, *alle_sleutels(gelezen, self.plan))


@pytest.fixture(scope="session")
def leefhuis() -> tuple[Mapping[str, Formulier], Mapping[str, bytes]]:
    """The forms of leefhuis2022, and a blank of each."""
    inrichting = lees_inrichting("leefhuis2022")
    formulieren, teksten = formulieren_van(inrichting), ingevuld(inrichting)
    return formulieren, {sleutel: maak_formulier(formulier, teksten) for sleutel, formulier in formulieren.items()}


EXTRA = ("casusinbreng", "rie", "signaleringsplan", "deelnemerskaart", "rapportage", "memo", "incident",
         "hulpvraagwijziging", "overdracht", "tevredenheid")  # fmt: skip


@pytest.fixture(scope="module", params=[*TIEN, *ORGANISATIEFORMULIEREN, *EXTRA])
def elk(
    request: pytest.FixtureRequest,
    formulieren: Mapping[str, Formulier],
    blanco: Mapping[str, bytes],
    leefhuis: tuple[Mapping[str, Formulier], Mapping[str, bytes]],
) -> Proef:
    """Each form that there is."""
    return Proef(request.param, *(leefhuis if request.param in EXTRA else (formulieren, blanco)))


@pytest.fixture(scope="module")
def plan(formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes]) -> Proef:
    """A begeleidingsplan: tables, per leefgebied, signatures."""
    return Proef("begeleidingsplan", formulieren, blanco)


@pytest.fixture(scope="module")
def aanmelding(formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes]) -> Proef:
    """An aanmelding: boxes, choices, preprinted rows."""
    return Proef("aanmelding", formulieren, blanco)


# --------------------------------------------------------------------------
# The reader is not disturbed


def test_wat_er_staat_verandert_niet(elk: Proef) -> None:
    """For every form and any answers: the copy says what the original said."""

    @given(ruw=antwoorden(elk.formulier))
    def zelfde(ruw: dict[str, Any]) -> None:
        waarden, _ = normaliseer_antwoorden(elk.formulier, ruw)
        inhoud = vul(elk.leeg, elk.formulier, waarden, DOSSIER, CYCLUS)
        gelezen, kopie = elk.overal(inhoud)
        assert kaal(lees(elk.lezer, kopie)) == kaal(gelezen)
        assert zonder_merken(kopie) == zonder_merken(inhoud)

    zelfde()


def bijgehouden(wortel: Element) -> None:
    """Leave tracked changes: an answer deleted, another inserted with its control."""
    zet_inhoud(vak(wortel, "dossier_nr"), wijziging("del", om_heen("w:r", om_heen("w:delText"))), run(DOSSIER))
    sdt = vak(wortel, "datum_ingevuld")
    om_ = wijziging("ins")
    sdt.addprevious(om_)
    om_.append(sdt)


def naast_het_vak(wortel: Element) -> None:
    vak(wortel, "dossier_nr").addnext(run(" en nog iets"))


def helft_weg(wortel: Element) -> None:
    for nr, sdt in enumerate(list(wortel.iter(q("w:sdt")))):
        if nr % 2 and sdt.getparent() is not None and sdt.getparent().tag == q("w:p"):
            pel(sdt)


def rij_weg(wortel: Element) -> None:
    rij = om(vak(wortel, "dossier_nr"), "w:tr")
    rij.getparent().remove(rij)


def opmerking_in_een_vak(wortel: Element) -> None:
    """A person marked words inside a control, and somebody else's row."""
    inhoud = vak(wortel, "dossier_nr")[-1]
    inhoud.insert(0, om_heen("w:commentRangeStart", id="7"))
    inhoud.append(om_heen("w:commentRangeEnd", id="7"))
    inhoud.append(om_heen("w:r", om_heen("w:commentReference", id="7")))


SCHADE: Mapping[str, tuple[Callable[[Element], None], ...]] = {
    "vakken weg": (pel_alles,),
    "vakken en bladwijzers weg": (pel_alles, zonder_bladwijzers),
    "bladwijzers weg": (zonder_bladwijzers,),
    "andere tags": (vreemde_tags,),
    "vreemde omhulsels": (vreemde_omhulsels,),
    "zoals google": (vreemde_tags, vreemde_omhulsels),
    "geknipte runs": (knip_runs,),
    "geknipt zonder vakken": (pel_alles, knip_runs),
    "opmerking van iemand": (opmerkingen,),
    "opmerking in een vak": (opmerking_in_een_vak,),
    "twee keer geplakt": (plak_nog_eens,),
    "bijgehouden": (bijgehouden,),
    "naast het vak": (naast_het_vak,),
    "helft van de vakken weg": (helft_weg,),
    "rij weg": (rij_weg,),
    "getypt": (typ("dossier_nr", "31-02-2026 ☒"),),
}


@pytest.mark.parametrize("soort", SCHADE)
@pytest.mark.parametrize("sleutel", ["aanmelding", "begeleidingsplan", "intake"])
def test_ook_een_beschadigd_formulier_verandert_niet(
    sleutel: str, soort: str, formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes]
) -> None:
    proef = Proef(sleutel, formulieren, blanco)
    stuk = bewerk(proef.vol, *SCHADE[soort])
    gelezen, kopie = proef.overal(stuk)
    assert kaal(lees(proef.lezer, kopie)) == kaal(gelezen)
    assert [d for d in lees_van_ons(kopie) if not d.bij and d.alineas[0] in dict(antwoorden_van(gelezen))] == []


def test_zonder_herkenning(plan: Proef) -> None:
    gelezen, kopie = plan.overal(zonder_herkenning(plan.vol))
    assert codes(gelezen) == ["L22"]
    assert kaal(lees(plan.lezer, kopie)) == kaal(gelezen)


def lees_van_ons(inhoud: bytes) -> list[Terug]:
    """Return our own comments; those of people in these tests have no part of their own."""
    delen = delen_van(inhoud)
    document = etree.fromstring(delen["word/document.xml"])
    eigen = {c.get(q("w:id")) for c in etree.fromstring(delen["word/comments.xml"])}
    for merk in list(document.iter(*MERKEN, q("w:commentReference"))):
        if merk.get(q("w:id")) not in eigen:
            merk.getparent().remove(merk)
    return lees_opmerkingen(ingepakt(delen | {"word/document.xml": etree.tostring(document)}))


def antwoorden_van(invulling: Invulling) -> Iterator[tuple[str, str]]:
    """Yield key and text of answers that stand at one place."""
    for antwoord in invulling.antwoorden:
        if not isinstance(antwoord.waarde, tuple):
            yield antwoord.sleutel, antwoord.ruw


# --------------------------------------------------------------------------
# At the right field


@pytest.mark.parametrize("schade", [(), (pel_alles,), (pel_alles, zonder_bladwijzers), (vreemde_tags,), (knip_runs,)],
                         ids=["tag", "bladwijzer", "label", "google", "geknipt"])  # fmt: skip
def test_elk_antwoord_krijgt_zijn_eigen_opmerking(elk: Proef, schade: tuple[Any, ...]) -> None:
    """The text between the marks is the answer itself, in whatever way the field was found."""
    inhoud = bewerk(elk.vol, *schade) if schade else elk.vol
    gelezen = lees(elk.lezer, inhoud)
    verwacht = dict(antwoorden_van(gelezen)) | dict(elk.voorgedrukt(gelezen))
    assert len(verwacht) > 3
    terug = per_sleutel(lees_opmerkingen(elk.zet(inhoud, *verwacht)))
    assert set(terug) == set(verwacht)
    assert {sleutel: terug[sleutel].bij.strip() for sleutel in verwacht} == verwacht


def test_elk_leeg_vak_krijgt_zijn_eigen_opmerking(elk: Proef) -> None:
    """Round the control with the tag of the field, and outside it: it may be locked."""
    bladen = {
        blad.sleutel: blad.soort
        for veld in elk.formulier.velden
        if veld.soort != "tabel"
        for blad in bladen_van(veld, elk.formulier)
    }
    terug = per_sleutel(lees_opmerkingen(elk.zet(elk.leeg, *bladen)))
    for sleutel, soort in bladen.items():
        alinea = terug[sleutel].begin.getparent()
        assert alinea.tag == q("w:p")
        assert terug[sleutel].einde.getparent() is alinea
        tags = [merk.get(q("w:val")) for merk in alinea.iter(q("w:tag"))]
        assert tags == [f"af:{sleutel}"]
        if soort != "vakje":
            sdt = terug[sleutel].begin.getnext()
            assert sdt.tag == q("w:sdt")
            assert sdt.getnext() is terug[sleutel].einde
        assert terug[sleutel].einde.getnext().find(q("w:commentReference")) is not None


@pytest.mark.parametrize(
    "schade", [(), (pel_alles,), (pel_alles, zonder_bladwijzers)], ids=["tag", "bladwijzer", "label"]
)
def test_een_vakje_krijgt_zijn_regel(aanmelding: Proef, schade: tuple[Any, ...]) -> None:
    inhoud = bewerk(aanmelding.vol, *schade) if schade else aanmelding.vol
    bladen = [blad for blad in aanmelding.plan.bladen.values() if blad.soort == "vakje"]
    terug = per_sleutel(lees_opmerkingen(aanmelding.zet(inhoud, *(blad.sleutel for blad in bladen))))
    assert len(bladen) > 5
    for blad in bladen:
        assert vergelijkbaar(terug[blad.sleutel].bij).endswith(vergelijkbaar(blad.label))
    # The question as a whole is at its first box.
    terug = per_sleutel(lees_opmerkingen(aanmelding.zet(inhoud, "leefgebieden_vraag")))
    assert terug["leefgebieden_vraag"].bij.endswith(bladen[0].label)


@pytest.mark.parametrize(
    "schade", [(), (pel_alles,), (pel_alles, zonder_bladwijzers)], ids=["tag", "bladwijzer", "label"]
)
def test_rijen_tellen_zoals_regels_tellen(plan: Proef, schade: tuple[Any, ...], blanco: Mapping[str, bytes]) -> None:
    """Rules leave empty rows out: their second goal may stand in the third row."""
    doelen = [{"doel_nr": 1, "doel": "eerste"}, {"doel_nr": 2, "doel": "tweede"}]
    inhoud = bewerk(vol_bestand(plan.formulier, blanco, doelen=tuple(doelen)), _lege_rij_ertussen, *schade)
    assert [rij["doel"] for rij in lees(plan.lezer, inhoud).waarden["doelen"]] == ["eerste", "tweede"]
    zoals_regels = [Opmerking(sleutel="doelen[2].doel", alineas=("regel",))]
    (terug,) = lees_opmerkingen(zet_opmerkingen(inhoud, plan.plan, zoals_regels, DAG))
    assert terug.bij == "tweede"
    (terug,) = lees_opmerkingen(plan.zet(inhoud, "doelen[3].doel"))
    assert terug.bij == "tweede"


def _lege_rij_ertussen(wortel: Element) -> None:
    """Move the spare row to between the two that were filled in."""
    eerste, tweede, leeg = (om(vak(wortel, "doelen.doel", nr), "w:sdt") for nr in range(3))
    assert (zichtbare_tekst(eerste)[:1], zichtbare_tekst(tweede)[:1]) == ("1", "2")
    tweede.addprevious(leeg)


def _tag(sdt: Element) -> str:
    merk = sdt.find(f"{q('w:sdtPr')}/{q('w:tag')}")
    return str(merk.get(q("w:val"))) if merk is not None else ""


@pytest.mark.parametrize(
    "schade", [(), (pel_alles,), (pel_alles, zonder_bladwijzers)], ids=["tag", "bladwijzer", "label"]
)
def test_tabel_rij_en_voorgedrukte_rij(aanmelding: Proef, schade: tuple[Any, ...]) -> None:
    inhoud = bewerk(aanmelding.vol, *schade) if schade else aanmelding.vol
    (tabel,) = [veld for veld in aanmelding.formulier.velden if veld.sleutel == "criteria"]
    rij = tabel.rijen[1]
    terug = per_sleutel(lees_opmerkingen(aanmelding.zet(inhoud, "criteria", f"criteria.{rij.sleutel}")))
    assert terug["criteria"].bij.startswith(tabel.label)
    assert terug[f"criteria.{rij.sleutel}"].bij == rij.tekst


def test_zonder_veld_bij_de_titel(elk: Proef) -> None:
    (terug,) = lees_opmerkingen(elk.zet(elk.vol, ""))
    assert terug.bij == elk.formulier.titel


def test_wat_weg_is_staat_bij_zijn_kop(plan: Proef) -> None:
    """Of a question that is gone the heading of its section is the nearest place; of a table its own."""

    def weg(wortel: Element) -> None:
        rij = om(vak(wortel, "einddoel"), "w:tr")
        rij.getparent().remove(rij)

    sectie = next(s for s in plan.formulier.secties if any(v.sleutel == "einddoel" for v in s.velden))
    terug = per_sleutel(lees_opmerkingen(plan.zet(bewerk(plan.vol, weg), "einddoel", "doelen[99].doel", "geen_veld")))
    assert terug["einddoel"].bij == sectie.titel
    assert terug["doelen[99].doel"].bij.startswith("Doelen")
    assert terug["geen_veld"].bij == plan.formulier.titel


def test_veld_in_de_koptekst_krijgt_zijn_opmerking_in_de_tekst(plan: Proef) -> None:
    """Word has no comments in headers."""
    delen = delen_van(plan.vol)
    hoofd = etree.fromstring(delen["word/document.xml"])
    p = om(vak(hoofd, "dossier_nr"), "w:p")
    om(p, "w:tc").append(om_heen("w:p"))
    delen["word/elders.xml"] = etree.tostring(om_heen("w:hdr", p))
    delen["word/document.xml"] = etree.tostring(hoofd)
    relatie = f'<Relationship Id="rIdX" Target="elders.xml" Type="{OFFICE}/header"/></Relationships>'
    rels = delen["word/_rels/document.xml.rels"]
    delen["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", relatie.encode())
    gelezen = lees(plan.lezer, ingepakt(delen))
    kopie = plan.zet(ingepakt(delen), "dossier_nr")
    (terug,) = lees_opmerkingen(kopie)
    assert terug.bij == plan.formulier.titel
    assert delen_van(kopie)["word/elders.xml"] == delen["word/elders.xml"]
    assert kaal(lees(plan.lezer, kopie)) == kaal(gelezen)


def test_wat_bij_elkaar_hoort_wordt_een_opmerking(plan: Proef) -> None:
    delen = [
        Opmerking(sleutel="plan_datum", alineas=("eerst", "dan")),
        Opmerking(sleutel="einddoel", alineas=("los",)),
        Opmerking(sleutel="plan_datum", alineas=("ook",)),
    ]
    terug = lees_opmerkingen(zet_opmerkingen(plan.vol, plan.plan, delen, DAG))
    # In the order of the form.
    assert [deel.alineas for deel in terug] == [("eerst", "dan", "ook"), ("los",)]
    assert [deel.nummer for deel in terug] == ["0", "1"]


# --------------------------------------------------------------------------
# The package


def test_alleen_de_opmerkingen_komen_erbij(elk: Proef) -> None:
    voor, na = delen_van(elk.vol), delen_van(elk.zet(elk.vol, "", "dossier_nr"))
    assert set(na) - set(voor) == {"word/comments.xml"}
    anders = {naam for naam in voor if na[naam] != voor[naam]}
    assert anders == {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def test_zelfde_invoer_geeft_zelfde_bytes(plan: Proef) -> None:
    een = plan.zet(plan.vol, "einddoel", "")
    assert een == plan.zet(plan.vol, "einddoel", "")
    (terug, _) = etree.fromstring(delen_van(een)["word/comments.xml"])
    assert terug.get(q("w:author")) == OPMERKER
    assert terug.get(q("w:date")) == "2026-11-21T00:00:00Z"
    assert terug.get(q("w:initials"))


@pytest.mark.parametrize("tekst", ["a\x00b\x0bc", "<w:p/> & ]]>", "=1+1", "\ud800x", "\uffff", "twee\nregels"])
def test_vreemde_tekst_blijft_tekst(plan: Proef, tekst: str) -> None:
    inhoud = zet_opmerkingen(plan.vol, plan.plan, [Opmerking(sleutel="", alineas=(tekst,))], DAG)
    (terug,) = lees_opmerkingen(inhoud)
    assert terug.bij == plan.formulier.titel
    over = "".join(teken for teken in terug.alineas[0] if teken.isprintable())
    assert over == "".join(teken for teken in tekst if teken.isprintable() and not "\ud800" <= teken <= "\udfff")


def test_strikt_ooxml(plan: Proef) -> None:
    """In a strict file the comments are strict too, and so is what refers to them."""
    strikt = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    delen = {
        naam: deel.replace(W.encode(), W_STRIKT.encode()).replace(OFFICE.encode(), strikt.encode())
        for naam, deel in delen_van(plan.vol).items()
    }
    gelezen = lees(plan.lezer, ingepakt(delen))
    kopie = plan.zet(ingepakt(delen), "einddoel", "doelen[1].doel", "")
    na = delen_van(kopie)
    assert W.encode() not in na["word/comments.xml"] + na["word/document.xml"]
    assert f"{strikt}/comments".encode() in na["word/_rels/document.xml.rels"]
    terug = per_sleutel(lees_opmerkingen(kopie))
    assert terug["einddoel"].bij == dict(antwoorden_van(gelezen))["einddoel"]
    assert kaal(lees(plan.lezer, kopie)) == kaal(gelezen)
    assert [deel for deel in lees_opmerkingen(plan.zet(kopie, "")) if deel.alineas != ("",)] == []


@pytest.mark.parametrize("doel", ["word/doc2.xml", "/inhoud/hoofd.xml"])
def test_hoofddeel_ergens_anders(plan: Proef, doel: str) -> None:
    delen = delen_van(plan.vol)
    nieuw = doel.lstrip("/")
    map_ = nieuw.rpartition("/")[0]
    delen[nieuw] = delen.pop("word/document.xml")
    rels = delen.pop("word/_rels/document.xml.rels").replace(b'Target="', b'Target="/word/')
    delen[f"{map_}/_rels/{nieuw.rpartition('/')[2]}.rels"] = rels
    delen["_rels/.rels"] = delen["_rels/.rels"].replace(b"word/document.xml", doel.encode())
    delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(b"word/document.xml", nieuw.encode())
    kopie = plan.zet(ingepakt(delen), "einddoel")
    (terug,) = lees_opmerkingen(kopie, nieuw, f"{map_}/comments.xml")
    assert terug.alineas == ("einddoel",)
    assert kaal(lees(plan.lezer, kopie)) == kaal(lees(plan.lezer, ingepakt(delen)))


def test_onderdelen_met_een_dtd_gaan_ongelezen_mee(plan: Proef) -> None:
    """A picture that no reader opens may hold what a form may not."""
    tekening = {"word/media/logo.svg": b"<!DOCTYPE svg><svg/>", "comments.xml": b"<x/>", "word/comments.xml": b"<los/>"}
    kopie = delen_van(plan.zet(ingepakt(delen_van(plan.vol) | tekening), ""))
    assert {naam: kopie[naam] for naam in tekening} == tekening
    assert "word/comments1.xml" in kopie


def test_kapot_onderdeel_wordt_geweigerd(plan: Proef) -> None:
    """The reader never opened it, but a copy can't leave it out."""
    heel = ingepakt(delen_van(plan.vol) | {"word/media/foto.bin": b"foto" * 50})
    plek = heel.index(b"word/media/foto.bin") + len(b"word/media/foto.bin") + 3
    stuk = heel[:plek] + b"\xff\xff\xff" + heel[plek + 3 :]
    assert lees(plan.lezer, stuk).waarden
    with pytest.raises(Geweigerd):
        plan.zet(stuk, "")


# --------------------------------------------------------------------------
# Comments of people, and our own of an earlier round


def met_gesprek(inhoud: bytes, auteur_eerste: str = "Sam") -> bytes:
    """Return a file with two comments and an answer to the first, as Word writes them with all parts about them."""
    delen = delen_van(inhoud)
    document = etree.fromstring(delen["word/document.xml"])
    for nr, sleutel in enumerate(("einddoel", "einddoel", "plan_datum")):
        sdt = vak(document, sleutel)
        sdt.addprevious(om_heen("w:commentRangeStart", id=str(nr + 4)))
        sdt.addnext(om_heen("w:r", om_heen("w:commentReference", id=str(nr + 4))))
        sdt.addnext(om_heen("w:commentRangeEnd", id=str(nr + 4)))
    delen["word/document.xml"] = etree.tostring(document)
    auteurs = (auteur_eerste, "Bo", auteur_eerste)
    reacties = "".join(
        f'<w:comment w:id="{nr + 4}" w:author="{wie}" w:initials="x"><w:p w14:paraId="0000000{nr}">'
        f"<w:r><w:t>Zin {nr}</w:t></w:r></w:p></w:comment>"
        for nr, wie in enumerate(auteurs)
    )
    delen["word/comments.xml"] = f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">{reacties}</w:comments>'.encode()
    ouders = ("", ' w15:paraIdParent="00000000"', "")
    draden = "".join(
        f'<w15:commentEx w15:paraId="0000000{nr}"{ouder} w15:done="0"/>' for nr, ouder in enumerate(ouders)
    )
    delen["word/commentsExtended.xml"] = f'<w15:commentsEx xmlns:w15="{W15}">{draden}</w15:commentsEx>'.encode()
    nummers = "".join(f'<c:commentId c:paraId="0000000{nr}" c:durableId="1000000{nr}"/>' for nr in range(3))
    delen["word/commentsIds.xml"] = f'<c:commentsIds xmlns:c="{CID}">{nummers}</c:commentsIds>'.encode()
    meer = "".join(f'<e:commentExtensible e:durableId="1000000{nr}"/>' for nr in range(3))
    delen["word/commentsExtensible.xml"] = (
        f'<e:commentsExtensible xmlns:e="{CEX}">{meer}</e:commentsExtensible>'.encode()
    )
    soorten = {"comments": "comments", "commentsExtended": "commentsExtended", "commentsIds": "commentsIds",
               "commentsExtensible": "commentsExtensible", "people": "people"}  # fmt: skip
    delen["word/people.xml"] = f'<w15:people xmlns:w15="{W15}"/>'.encode()
    relaties = "".join(f'<Relationship Id="c{n}" Target="{n}.xml" Type="{OFFICE}/{s}"/>' for s, n in soorten.items())
    rels = delen["word/_rels/document.xml.rels"]
    delen["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", f"{relaties}</Relationships>".encode())
    return ingepakt(delen)


OVER_OPMERKINGEN = ("commentsExtended", "commentsIds", "commentsExtensible", "people")


def test_opmerkingen_van_mensen_blijven(plan: Proef) -> None:
    inhoud = met_gesprek(plan.vol)
    gelezen = lees(plan.lezer, inhoud)
    assert codes(gelezen) == ["L16"]
    kopie = plan.zet(inhoud, "einddoel", "hulpvragen", "")
    assert kaal(lees(plan.lezer, kopie)) == kaal(gelezen)
    terug = lees_opmerkingen(kopie)
    assert [(d.nummer, d.auteur) for d in terug[:3]] == [("4", "Sam"), ("5", "Bo"), ("6", "Sam")]
    assert [(d.nummer, d.auteur) for d in terug[3:]] == [(nr, OPMERKER) for nr in ("7", "8", "9")]
    voor, na = delen_van(inhoud), delen_van(kopie)
    assert {n for n in voor if voor[n] != na[n]} == {"word/document.xml", "word/comments.xml"}
    assert set(voor) == set(na)


def test_eigen_opmerkingen_maken_plaats(plan: Proef) -> None:
    """A second round says what there is now, not what there was."""
    eerst = plan.zet(plan.vol, "einddoel", "doelen[1].doel", "plan_datum", "")
    tweede = plan.zet(eerst, "plan_datum")
    assert tweede == plan.zet(plan.vol, "plan_datum")
    assert codes(lees(plan.lezer, eerst)) == []


def test_eigen_opmerking_met_een_antwoord_blijft(plan: Proef) -> None:
    """Somebody answered: the talk stays, and what was ours without an answer goes from every part."""
    kopie = plan.zet(met_gesprek(plan.vol, OPMERKER), "hulpvragen")
    terug = lees_opmerkingen(kopie)
    assert [(d.nummer, d.auteur, d.alineas) for d in terug] == [
        ("4", OPMERKER, ("Zin 0",)), ("5", "Bo", ("Zin 1",)), ("6", OPMERKER, ("hulpvragen",))]  # fmt: skip
    delen = delen_van(kopie)
    over = {
        soort: [dict(post.attrib) for post in etree.fromstring(delen[f"word/{soort}.xml"])]
        for soort in OVER_OPMERKINGEN
    }
    assert [len(over[soort]) for soort in OVER_OPMERKINGEN] == [2, 2, 2, 0]
    assert not [post for posten in over.values() for post in posten if {"00000002", "10000002"} & set(post.values())]


def test_antwoord_van_een_begeleider_wordt_gemeld(plan: Proef) -> None:
    """An answer in the margin is no answer on the form: the administrateur should know of it."""
    gelezen = lees(plan.lezer, met_gesprek(plan.vol, OPMERKER))
    assert [(m.code, m.context["aantal"]) for m in gelezen.meldingen] == [("L16", 1)]
    drie = lees(plan.lezer, met_gesprek(plan.vol))
    assert [(m.code, m.context["aantal"]) for m in drie.meldingen] == [("L16", 3)]
    assert [bericht_van(m) for m in (*gelezen.meldingen, *drie.meldingen)] == [
        "Bij het formulier staat 1 opmerking. Die telt niet als antwoord.",
        "Bij het formulier staan 3 opmerkingen. Die tellen niet als antwoord.",
    ]


@pytest.mark.parametrize(
    ("aantal", "zegt"), [(1, "staat nog 1 bijgehouden wijziging. "), (2, "staan nog 2 bijgehouden wijzigingen. ")]
)
def test_een_wijziging_is_enkelvoud(aantal: int, zegt: str) -> None:
    assert zegt in bericht_van(Melding("L08", {"aantal": aantal}, Vindplaats("x.docx", "word", "", "", "", "")))


# --------------------------------------------------------------------------
# Valid


@pytest.fixture(scope="module")
def valideer() -> Any:
    """The schema checker that the projects share; skipped, visibly, where it is not."""
    if not VALIDEER.exists():
        pytest.skip(f"{VALIDEER} is er niet: de bestanden zijn niet tegen de schema's gehouden")
    laden = SourceFileLoader("ooxml_valideer_opmerkingen", str(VALIDEER))
    module = module_from_spec(spec_from_loader(laden.name, laden) or pytest.fail("geen lader"))
    laden.exec_module(module)
    return module


def schemafouten(valideer: Any, inhoud: bytes) -> list[str]:
    """Return what the schemas object to in the text and its comments."""
    fouten = []
    for naam in ("word/document.xml", "word/comments.xml"):
        keurder = valideer.schema("wml.xsd")
        if not keurder.validate(valideer.without_extensions(etree.fromstring(delen_van(inhoud)[naam]))):
            fouten += [f"{naam}: {fout.message}" for fout in keurder.error_log]
    return fouten


@pytest.mark.parametrize(
    "schade", [(), (pel_alles,), (pel_alles, zonder_bladwijzers)], ids=["tag", "bladwijzer", "label"]
)
def test_de_kopie_klopt_met_de_schemas(elk: Proef, schade: tuple[Any, ...], valideer: Any) -> None:
    inhoud = bewerk(elk.vol, *schade) if schade else elk.vol
    assert schemafouten(valideer, elk.overal(inhoud)[1]) == []
