"""Draws the timeline of a dossier: fases as bars, forms as points, deadlines as flags, findings as marks.

Shapes and letters say everything; colour only helps.  What is the same in every drawing stands once on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import KERNFASEN, Ernst
from generator.report.html.beeld import ERNSTEN, Beeld
from generator.report.html.bouw import MAANDEN, Html, dag, el, leeg, pad_van, samen
from generator.report.html.tijdlijn import FORMULIER, GESPREK, INCIDENT, ZEGT, Balk, Tijdlijn, termijnzin
from generator.werklijst import Stand

BREED, LINKS, RECHTS = 1000, 104, 14
_AS, _CYCLUS, _BAAN = 20, 18, 17
_TEKEN = 6.1
"""How wide a letter of the drawing is, about: a little more than on average."""
_VAST = _AS + _CYCLUS + 8 * _BAAN
_PUNT, _VLAG, _MERK = 13, 17, 18
_KORTST_IN_DAGEN = 120
VLAGGEN: dict[Stand, str] = {"gehaald": "v0", "te laat gehaald": "v1", "loopt": "v2", "te laat": "v3"}
PUNTEN = {GESPREK: "p0", FORMULIER: "p1", INCIDENT: "p2"}
MERKEN = {Ernst.FOUT: "m0", Ernst.WAARSCHUWING: "m1", Ernst.AANDACHTSPUNT: "m2"}


# --------------------------------------------------------------------------
# Once per page


def vormen(beeld: Beeld) -> Html:
    """Return the shapes that the drawings refer to, out of sight."""
    streep = leeg("path", d="M0 6L6 0", class_="ar")
    delen = [
        el("pattern", leeg("rect", width=6, height=6, class_="ag"), streep,
           id="ah", width=6, height=6, patternUnits="userSpaceOnUse"),
        _vorm("p0", leeg("circle", r=4)),
        _vorm("p1", leeg("rect", x=-3.5, y=-3.5, width=7, height=7)),
        _vorm("p2", leeg("path", d="M0-5L5 4H-5Z")),
        _vorm("v0", leeg("path", d="M-4-4l3 3 5-6")),
        _vorm("v1", leeg("path", d="M0 4V-8M0-8h9v7H0"), leeg("path", d="M2-5l2 2 3-4")),
        _vorm("v2", leeg("path", d="M0 4V-8h9l-2.5 3.5L9-1H0")),
        _vorm("v3", leeg("path", d="M0 4V-8h10v8H0"), el("text", "!", x=5, y=-0.5)),
        *(_vorm(naam, leeg("rect", x=-7, y=-7, width=14, height=14, rx=3), el("text", ERNSTEN[ernst][0], y=4))
          for ernst, naam in MERKEN.items()),
        el("g", _grond(beeld), id="tg"),
    ]  # fmt: skip
    return el("svg", el("defs", delen), class_="vormen", width=0, height=0, aria_hidden="true", focusable="false")


def _vorm(naam: str, *delen: Html) -> Html:
    return el("g", *delen, id=naam, class_=f"k {naam}")


def _grond(beeld: Beeld) -> Iterator[Html]:
    """Yield the lanes with their names."""
    yield _naam("Cyclus", _AS + 13)
    for nr, fase in enumerate(beeld.inrichting.fasen):
        boven = _AS + _CYCLUS + nr * _BAAN
        if nr % 2 == 0:
            yield leeg("rect", x=LINKS, y=boven, width=BREED - LINKS, height=_BAAN, class_="as")
        yield _naam(fase.kort, boven + 12)


def _naam(tekst: str, y: int) -> Html:
    kort = tekst if len(tekst) <= 15 else tekst[:14] + "…"
    return el("text", kort, x=LINKS - 8, y=y, class_="an")


def teken(naam: str, woorden: str) -> Html:
    """Return one shape with what it means, for the legend."""
    plaatje = el("svg", leeg("use", href=f"#{naam}"), viewBox="-9 -10 20 18", aria_hidden="true", focusable="false")
    return el("li", plaatje, " ", woorden)


def legenda() -> Html:
    """Return what all shapes mean."""
    balk = el("svg", leeg("rect", y=2, width=26, height=11, rx=2, class_="b"), viewBox="0 0 26 15", class_="br",
              aria_hidden="true", focusable="false")  # fmt: skip
    loopt = el("svg", leeg("rect", y=2, width=26, height=11, rx=2, class_="b l"), viewBox="0 0 26 15", class_="br",
               aria_hidden="true", focusable="false")  # fmt: skip
    delen = [el("li", balk, " fase"), el("li", loopt, " fase die nog loopt")]
    delen += [teken(vorm, soort) for soort, vorm in PUNTEN.items()]
    delen += [teken(vorm, f"termijn {ZEGT[stand]}") for stand, vorm in VLAGGEN.items()]
    delen += [teken(vorm, ERNSTEN[ernst][1]) for ernst, vorm in MERKEN.items()]
    return el("ul", delen, class_="legenda")


# --------------------------------------------------------------------------
# One drawing


@dataclass(frozen=True)
class _Tekening:
    lijn: Tijdlijn
    beeld: Beeld

    def x(self, wanneer: date) -> float:
        """Return where a day stands; what lies outside the drawing stands on its edge."""
        deel = (wanneer - self.lijn.van) / (self.lijn.tot - self.lijn.van)
        return LINKS + min(max(deel, 0.0), 1.0) * (BREED - LINKS - RECHTS)

    def baan(self, fase: str) -> int:
        sleutels = [deel.sleutel for deel in self.beeld.inrichting.fasen]
        return _AS + _CYCLUS + (sleutels.index(fase) if fase in sleutels else 0) * _BAAN

    def balk(self, balk: Balk) -> Html:
        x = self.x(balk.van)
        breed = max(self.x(balk.tot) - x, 3.0)
        return el("rect", el("title", balk.zin), x=x, y=self.baan(balk.fase) + 3, width=breed, height=11, rx=2,
                  class_="b l" if balk.loopt else "b")  # fmt: skip

    def kringen(self) -> Iterator[tuple[int, float, float]]:
        """Yield number, place and width of each cycle."""
        for nr, (van, tot) in self.lijn.cycli.items():
            yield nr, self.x(van), max(self.x(tot) - self.x(van), 2.0)


def _kringgrond(maat: _Tekening) -> Iterator[Html]:
    boven = maat.baan(KERNFASEN[0])
    for _, x, breed in maat.kringen():
        yield leeg("rect", x=x, y=boven, width=breed, height=len(KERNFASEN) * _BAAN, class_="c")


def _kringnamen(maat: _Tekening) -> Iterator[Html]:
    """Yield a brace over each cycle, with its number where there is room."""
    for nr, x, breed in maat.kringen():
        yield leeg("path", d=pad_van("M", x, f" {_AS + 14}v-8h", breed, "v8"), class_="ch")
        tekst = next((t for t in (f"cyclus {nr}", str(nr)) if len(t) * _TEKEN + 6 <= breed), "")
        if tekst:
            yield el("text", tekst, x=x + breed / 2, y=_AS + 10, class_="cn")


def tekening(lijn: Tijdlijn, beeld: Beeld, anker: str, titel: str) -> Html:
    """Return the drawing of one dossier, with its title and description."""
    maat = _Tekening(lijn, beeld)
    y, lagen = _VAST + 6, []
    for naam, teken_laag in (("Formulieren", _punten), ("Termijnen", _vlaggen), ("Bevindingen", _merken)):
        inhoud, hoog = teken_laag(maat, y)
        lagen.append(samen(_naam(naam, y + 12), inhoud) if inhoud else samen())
        y += hoog
    return el(
        "svg",
        el("title", titel, id=f"{anker}t"),
        el("desc", lijn.in_woorden(), id=f"{anker}o"),
        leeg("use", href="#tg"),
        _kringgrond(maat),
        _maanden(maat, y),
        _kringnamen(maat),
        map(maat.balk, lijn.balken),
        _peillijn(maat, y),
        lagen,
        viewBox=f"0 0 {BREED} {y + 18}",
        role="img",
        aria_labelledby=f"{anker}t {anker}o",
    )


def _peillijn(maat: _Tekening, onder: int) -> Html:
    x = maat.x(maat.lijn.peildatum)
    tekst = f"peildatum {dag(maat.lijn.peildatum)}"
    half = len(tekst) * _TEKEN / 2
    midden = min(max(x, LINKS + half), BREED - half)
    lijn = leeg("path", d=pad_van("M", x, f" {_AS - 2}V{onder + 4}"), class_="pl")
    return samen(lijn, el("text", tekst, x=midden, y=onder + 15, class_="pt"))


def _maanden(maat: _Tekening, onder: int) -> Iterator[Html]:
    """Yield a thin line per month, or half a month, or more months, with as many names as there is room for."""
    streepjes = [(maat.x(wanneer), tekst) for wanneer, tekst in _streepjes(maat.lijn.van, maat.lijn.tot)]
    yield leeg("path", d="".join(pad_van("M", x, f" {_AS - 3}V{onder}") for x, _ in streepjes), class_="ml")
    for x, tekst in streepjes:
        if LINKS + 4 < x < BREED - len(tekst) * _TEKEN / 2:
            yield el("text", tekst, x=x, y=12, class_="mt")


def _streepjes(van: date, tot: date) -> list[tuple[date, str]]:
    dagen = (tot - van).days
    per_maand = (BREED - LINKS - RECHTS) * 30.4 / dagen
    if dagen <= _KORTST_IN_DAGEN:
        return [(d, f"{d.day} {MAANDEN[d.month - 1]}") for n in range(dagen + 1)
                if (d := van + timedelta(days=n)).day in (1, 15)]  # fmt: skip
    stap = next((s for s in (1, 2, 3, 6) if s * per_maand >= 58), 12)
    eersten = [date(jaar, maand, 1) for jaar in range(van.year, tot.year + 1) for maand in range(1, 13, stap)]
    binnen = [d for d in eersten if van <= d <= tot]
    return [(d, MAANDEN[d.month - 1] + (f" {d.year}" if d.month == 1 or d is binnen[0] else "")) for d in binnen]


def _rijen(plekken: Sequence[tuple[float, float]]) -> list[int]:
    """Return for each stretch, from left to right, the first row in which it touches nothing."""
    eind: list[float] = []
    rijen = []
    for links, rechts in plekken:
        rij = next((nr for nr, tot in enumerate(eind) if tot + 2 <= links), len(eind))
        eind[rij : rij + 1] = [rechts]
        rijen.append(rij)
    return rijen


def _hoog(rijen: Sequence[int], per_rij: int) -> int:
    return (max(rijen) + 1) * per_rij + 5 if rijen else 0


def _punten(maat: _Tekening, boven: int) -> tuple[Html, int]:
    punten = sorted(maat.lijn.punten, key=lambda punt: punt.dag)
    plekken = [(maat.x(punt.dag) - 4.5, maat.x(punt.dag) + 4.5) for punt in punten]
    rijen = _rijen(plekken)
    delen = (_gebruik(PUNTEN[p.soort], maat.x(p.dag), boven + 8 + rij * _PUNT, p.zin)
             for p, rij in zip(punten, rijen, strict=True))  # fmt: skip
    return samen(delen), _hoog(rijen, _PUNT)


def _gebruik(vorm: str, x: float, y: float, zin: str) -> Html:
    return el("use", el("title", zin), href=f"#{vorm}", x=x, y=y)


def _vlaggen(maat: _Tekening, boven: int) -> tuple[Html, int]:
    """Return the flags; those that still ask something have their name beside them."""
    plekken, geplaatst = [], []
    for vlag in maat.lijn.vlaggen:
        if vlag.stand not in VLAGGEN:
            continue
        x, tekst = maat.x(vlag.uiterlijk), vlag.naam if vlag.stand in ("te laat", "loopt") else ""
        breed = len(tekst) * _TEKEN + 5 if tekst else 0
        links = tekst != "" and x + 11 + breed > BREED - RECHTS
        plekken.append((x - 5 - (breed if links else 0), x + 10 + (0 if links else breed)))
        geplaatst.append((vlag, x, tekst, links))
    volgorde = sorted(range(len(plekken)), key=lambda nr: plekken[nr])
    rijen = _rijen([plekken[nr] for nr in volgorde])
    delen = []
    for nr, rij in zip(volgorde, rijen, strict=True):
        vlag, x, tekst, links = geplaatst[nr]
        y = boven + 12 + rij * _VLAG
        delen.append(_gebruik(VLAGGEN[vlag.stand], x, y, termijnzin(vlag)))
        if tekst:
            delen.append(el("text", tekst, x=x - 5 if links else x + 13, y=y, class_="vl" if links else "vr"))
    return samen(delen), _hoog(rijen, _VLAG)


def _merken(maat: _Tekening, boven: int) -> tuple[Html, int]:
    merken = sorted(maat.lijn.merken, key=lambda merk: (merk.dag, -merk.ernst.gewicht))
    breed = [(8 if merk.aantal == 1 else 9 + len(str(merk.aantal)) * _TEKEN) for merk in merken]
    plekken = [(maat.x(m.dag) - 8, maat.x(m.dag) + b) for m, b in zip(merken, breed, strict=True)]
    rijen = _rijen(plekken)
    delen = []
    for merk, rij in zip(merken, rijen, strict=True):
        x, y = maat.x(merk.dag), boven + 9 + rij * _MERK
        delen.append(_gebruik(MERKEN[merk.ernst], x, y, merk.zin))
        if merk.aantal > 1:
            delen.append(el("text", str(merk.aantal), x=x + 9, y=y + 4, class_="vr"))
    return samen(delen), _hoog(rijen, _MERK)
