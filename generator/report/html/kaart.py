"""The map: every dossier in a row, every fase in a column, and in each cell one letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.dossier import STANDEN
from generator.model import Ernst
from generator.report.html.beeld import (
    AF,
    BETEKENIS,
    ERNSTEN,
    FOUT,
    LOOPT,
    NIET,
    TE_LAAT,
    WACHT,
    Beeld,
    Cel,
    Dossierbeeld,
)
from generator.report.html.bouw import Html, dag, eigen, el, kop, leeg, samen, tabel
from generator.report.html.woorden import Woorden

_KLASSE = {FOUT: "f", TE_LAAT: "t", WACHT: "w", LOOPT: "l", AF: "a", NIET: "n"}
_MELDT = (FOUT, TE_LAAT, WACHT)


def personen(beeld: Beeld) -> Mapping[str, int]:
    """Return a number for everyone who has a dossier or a finding, in order of name; nobody ("") comes last."""
    namen = {deel.begeleider for deel in beeld.dossiers} | {regel.wie for regel in beeld.regels}
    return {naam: nr for nr, naam in enumerate(sorted(namen, key=lambda naam: (not naam, naam.casefold())))}


def kaart(beeld: Beeld, woorden: Woorden) -> Html:
    """Return the section with the map, and the fields to choose what to see."""
    wie = personen(beeld)
    rijen = [_rij(deel, wie) for deel in beeld.dossiers]
    uitleg = el("p", "Elke rij is een dossier, elke kolom een fase. Bovenaan staat wat het meeste aandacht vraagt.")
    vak = el(
        "div",
        tabel(_koppen(beeld, woorden), rijen, bijschrift="Waar elk dossier staat, per fase", class_="sorteer kaart"),
        class_="vak hoog",
        tabindex=0,
        role="region",
        aria_label="Kaart van dossiers en fasen, te verschuiven",
    )
    return el(
        "section",
        el("h2", "Kaart", id="kaart"),
        uitleg if rijen else el("p", "Er zijn geen dossiers gelezen."),
        _legenda() if rijen else None,
        _keuze(beeld, wie, woorden) if rijen else None,
        el("a", "Sla de kaart over", href="#termijnen", class_="sla") if rijen else None,
        vak if rijen else None,
        _geen("dossiers"),
        aria_labelledby="kaart",
    )


def _geen(wat: str) -> Html:
    return el("p", f"Bij deze keuze zijn er geen {wat}.", class_="geen", hidden=True)


def _legenda() -> Html:
    delen = (
        el("li", el("span", letter, class_=f"cel {_KLASSE[letter]}"), " ", zin) for letter, zin in BETEKENIS.items()
    )
    return el("ul", delen, class_="legenda")


def _koppen(beeld: Beeld, woorden: Woorden) -> Iterator[Html]:
    yield kop("Dossier", data_s="op")
    for fase in beeld.inrichting.fasen:
        yield kop(fase.kort, class_="fase", title=fase.naam if fase.naam != fase.kort else None)
    for naam, (_, _, meer) in zip(("Fout", "Waarsch.", "Aandacht"), ERNSTEN.values(), strict=True):
        yield kop(naam, data_s="af", class_="getal", title=f"Aantal {meer}")
    yield kop("Termijn", data_s="op", title="De eerste termijn die nog loopt")
    yield kop("Stand", data_s="op")
    yield kop(woorden.begeleider.capitalize(), data_s="op")


def _rij(deel: Dossierbeeld, wie: Mapping[str, int]) -> Html:
    nummers = sorted({wie[deel.begeleider], *(wie[regel.wie] for regel in deel.regels)})
    volgende = deel.volgende.uiterlijk if deel.volgende else None
    naam = el("span", eigen(deel.naam), class_="naam") if deel.naam else None
    return el(
        "tr",
        el("th", el("a", eigen(deel.dossier.nummer), href=f"#{deel.anker}"), naam, scope="row"),
        map(_cel, deel.cellen),
        (el("td", getal or None, class_="getal", data_k=getal) for getal in deel.telling.values()),
        el("td", dag(volgende), data_k=volgende.isoformat() if volgende else ""),
        el("td", deel.stand),
        el("td", eigen(deel.begeleider) if deel.begeleider else el("span", "niet bekend", class_="klein")),
        data_d=deel.anker,
        data_b=" ".join(map(str, nummers)),
        data_t=deel.dossier.stand,
        data_e=" ".join(_kenmerken(deel)),
    )


def _kenmerken(deel: Dossierbeeld) -> Iterator[str]:
    """Yield by what one can choose this dossier: its weights, late, or nothing found."""
    yield from (ernst.value for ernst, getal in deel.telling.items() if getal)
    if deel.te_laat:
        yield "laat"
    if not deel.regels:
        yield "niets"


def _cel(cel: Cel) -> Html:
    titel = cel.uitleg if cel.letter in _MELDT else None
    teken = el("span", cel.letter, role="img", aria_label=cel.uitleg, title=titel)
    return el("td", teken, class_=f"cel {_KLASSE[cel.letter]}")


# --------------------------------------------------------------------------
# Choosing


def _keuze(beeld: Beeld, wie: Mapping[str, int], woorden: Woorden) -> Html:
    """Return the fields to choose with; a page without script doesn't show them."""
    standen = dict.fromkeys(sorted({deel.dossier.stand for deel in beeld.dossiers}, key=list(STANDEN).index))
    begeleiders = [(str(nr), naam or "niet bekend") for naam, nr in wie.items()]
    ernst = [(e.value, f"met {meer}") for e, (_, _, meer) in ERNSTEN.items()]
    ernst += [("laat", "met een termijn voorbij"), ("niets", "zonder bevindingen")]
    return el(
        "form",
        _veld(
            "Dossiernummer of naam" if beeld.namen else "Dossiernummer",
            leeg("input", id="kn", type="search", autocomplete="off", spellcheck="false"),
        ),
        _veld(woorden.begeleider.capitalize(), _lijst("kb", "iedereen", begeleiders)),
        _veld("Stand", _lijst("kt", "elke stand", [(stand, STANDEN[stand]) for stand in standen])),
        _veld("Bevindingen", _lijst("ke", "alles", ernst)),
        el("button", "Wis keuze", type="reset"),
        el("p", role="status", id="telling"),
        el("p", "Je keuze geldt ook voor de termijnen, de werklijst en de dossiers hieronder.", class_="klein"),
        id="keuze",
        role="search",
        aria_label="Kies wat je ziet",
        hidden=True,
    )


def _veld(label: str, invoer: Html) -> Html:
    return el("label", el("span", label), invoer)


def _lijst(sleutel: str, alles: str, opties: list[tuple[str, str]]) -> Html:
    delen = samen(el("option", alles, value=""), (el("option", naam, value=waarde) for waarde, naam in opties))
    return el("select", delen, id=sleutel)


def ernst_teken(ernst: Ernst) -> Html:
    """Return the letter of a weight, with its name for who listens."""
    letter, naam, _ = ERNSTEN[ernst]
    return el("span", letter, class_=f"e {letter.lower()}", role="img", aria_label=naam, title=naam)
