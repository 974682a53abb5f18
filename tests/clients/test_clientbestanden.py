"""Forms that LibreOffice 7.4.7 made, read everywhere: also where there is no LibreOffice.

``maak_bestanden.py`` made them; ``getypt`` was filled in LibreOffice by keys and commands,
``bewaard`` was filled by `vul` and only opened and saved.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from clientantwoorden import vergelijk
from clientregels import REGELS
from lxml import etree

from generator.formats import Lezer
from generator.formats.word.bouw import el
from generator.formats.word.namen import q
from generator.formats.word.pakket import als_xml, lees_delen, schrijf_delen
from generator.formulier import formulieren_van
from generator.inrichting import lees_inrichting
from generator.model import Invulling
from generator.veldsoorten import normaliseer_antwoorden

BESTANDEN = Path(__file__).parent / "bestanden"
LEZER = Lezer(formulieren_van(lees_inrichting("opvang2004")))
MAX_BYTES = 40_000


def _lees(naam: str) -> Invulling:
    bestand = LEZER.lees(BESTANDEN / naam)
    assert bestand.invulling is not None, bestand.reden
    return bestand.invulling


@pytest.mark.parametrize("pad", sorted(BESTANDEN.glob("*.docx")), ids=lambda pad: pad.stem)
def test_files_are_small_and_of_libreoffice_7(pad: Path) -> None:
    assert pad.stat().st_size < MAX_BYTES
    assert b"LibreOffice/7.4.7" in lees_delen(pad.read_bytes())["docProps/app.xml"]


@pytest.mark.parametrize(
    ("route", "via_label", "geplakt"), [("docx", 0, {"doel"}), ("odt", 0, set()), ("doc", None, {"doel"})]
)
def test_typed_form_is_read(route: str, via_label: int | None, geplakt: set[str]) -> None:
    gelezen = _lees(f"toestemming-getypt-{route}.docx")
    antwoorden = json.loads((BESTANDEN / "toestemming.json").read_text(encoding="utf-8"))
    verwacht, fouten = normaliseer_antwoorden(LEZER.formulieren["toestemming"], antwoorden)
    assert not fouten
    goed, zonder_regels, fout = vergelijk(verwacht, gelezen)
    assert fout == []
    assert set(zonder_regels) <= geplakt
    assert goed + len(zonder_regels) == 30
    assert {m.vindplaats.veld for m in gelezen.meldingen} == set(zonder_regels)
    assert {m.code for m in gelezen.meldingen} <= {"L11"}
    assert gelezen.niet_gevonden == ()
    assert (gelezen.formulier, gelezen.dossier) == ("toestemming", "D-0042")
    assert sum(gelezen.routes.values()) == 30
    assert set(gelezen.routes) <= {"bladwijzer", "label"}
    if via_label is not None:
        assert gelezen.routes.get("label", 0) == via_label


# -- line ends that LibreOffice 7 deleted: they come back, or are reported

# A file saved as .doc holds no trace of a line end between two small letters: nothing can tell.
_SPOORLOOS = {("exit-getypt-doc", "bereikt"), ("exit-getypt-doc", "verbetersuggestie")}
_MOEILIJK = {
    "bereikt": "lines without a full stop: ‘huisartsgemeente’",
    "tevreden_over": "a list with dashes: ‘- de gesprekken- het eten’",
    "ontevreden_over": 'a quote before the full stop: ‘niet".Daarna’',
    "verbetersuggestie": "an emoji at the end of a line: ‘🙂Meer’",
}


def _gevallen() -> list[object]:
    gevallen: list[object] = []
    for naam in ("exit-getypt-docx", "exit-getypt-doc", "exit-bewaard-docx"):
        for veld, waarom in _MOEILIJK.items():
            if (naam, veld) not in _SPOORLOOS:
                gevallen.append(pytest.param(naam, veld, id=f"{naam}: {waarom}"))
    return gevallen


@pytest.mark.parametrize(("naam", "veld"), _gevallen())
def test_lost_line_ends_come_back_or_are_reported(naam: str, veld: str) -> None:
    gelezen = _lees(f"{naam}.docx")
    gemeld = {m.vindplaats.veld for m in gelezen.meldingen if m.code == "L11"}
    assert gelezen.waarde(veld) == REGELS[veld] or veld in gemeld


@pytest.mark.parametrize("naam", ["exit-getypt-docx", "exit-getypt-doc", "exit-bewaard-docx"])
def test_only_line_ends_are_lost(naam: str) -> None:
    gelezen = _lees(f"{naam}.docx")
    _, _, fout = vergelijk(REGELS, gelezen)
    assert fout == []


@pytest.mark.parametrize("naam", ["exit-getypt-docx", "exit-getypt-doc", "exit-bewaard-docx"])
def test_capital_inside_a_name_is_no_lost_line_end(naam: str) -> None:
    gelezen = _lees(f"{naam}.docx")
    assert gelezen.waarde("anders_gewenst") == REGELS["anders_gewenst"]
    assert "anders_gewenst" not in {m.vindplaats.veld for m in gelezen.meldingen}


# -- text typed over an invitation


def test_answer_under_the_mark_of_an_invitation_is_no_invitation() -> None:
    """LibreOffice 7.4 leaves showingPlcHdr and the style on what is typed; programs that keep the tag may too."""
    delen = lees_delen((BESTANDEN / "toestemming-getypt-docx.docx").read_bytes())
    document = etree.fromstring(delen["word/document.xml"])
    wijzer = next(b for b in document.iter(q("w:bookmarkStart")) if b.get(q("w:name")) == "af_toestemming_datum")
    sdt = next(wijzer.iterancestors(q("w:sdt")))
    eigenschappen = sdt[0]
    assert eigenschappen.find(q("w:showingPlcHdr")) is not None
    eigenschappen.insert(0, el("w:tag", val="af:toestemming_datum"))
    delen["word/document.xml"] = als_xml(document)
    zonder = _lees("toestemming-getypt-docx.docx")
    met = LEZER.lees_inhoud(Path("x.docx"), schrijf_delen(delen)).invulling
    assert met is not None
    assert met.waarde("toestemming_datum") == zonder.waarde("toestemming_datum") is not None
