"""The year as a story: titled parts with sentences and tables. Word and Excel only dress it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.jaaroverzicht.cijfers import Jaarcijfers, Looptijd, Regelstaat, Stellingen, Verdeling
from generator.jaaroverzicht.geheim import KLEIN, VAAG, VEEL, Getal
from generator.jaaroverzicht.woorden import dag_in_woorden, dagen, in_zin, is_er, periode
from generator.taal import opsomming, vul_in

NOOT = f"{KLEIN} betekent: één tot en met vier."
NOOT_VEEL = f" {VEEL} staat er waar het precieze getal weg is, omdat een klein getal anders uit te rekenen is."
NOOT_VAAG = " Van een getal dat er niet staat, zegt ook ‘minder dan vijf’ nog te veel."
TOTAAL = "Samen"
MEESTE_REGELS, MEESTE_RAAD = 12, 5
Grafiek = Literal["", "staven", "paren", "tijden"]


@dataclass(frozen=True, slots=True)
class Dagen:
    """A length of time; None when too few dossiers say so."""

    aantal: int | None

    @property
    def toon(self) -> str:
        """``3 dagen``, or a dash."""
        return dagen(self.aantal)


Waarde = str | Getal | Dagen


@dataclass(frozen=True, slots=True, kw_only=True)
class Staat:
    """A table, with a chart of it: ``staven`` of the first number, ``paren`` of two, or ``tijden``.

    ``rest`` are lines for which Word has no room; Excel shows them.
    """

    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Waarde, ...], ...]
    grafiek: Grafiek = ""
    samen: bool = False
    noot: str = ""
    looptijden: tuple[Looptijd, ...] = ()
    rest: tuple[tuple[Waarde, ...], ...] = ()

    def reeksen(self) -> list[int]:
        """Return the columns that the chart is about; none when there are no two bars to compare."""
        rijen = self.rijen[:-1] if self.samen else self.rijen
        soort, aantal = (Dagen, 3) if self.grafiek == "tijden" else (Getal, 2 if self.grafiek == "paren" else 1)
        kolommen = [nr for nr, deel in enumerate(rijen[0]) if isinstance(deel, soort)] if self.grafiek and rijen else []
        gezien = [_hoogte(rij[nr]) for rij in rijen for nr in kolommen[:aantal]]
        return kolommen[:aantal] if sum(hoogte > 0 for hoogte in gezien) > 1 else []

    @property
    def alle(self) -> tuple[tuple[Waarde, ...], ...]:
        """All lines."""
        return self.rijen + self.rest

    def onder(self, alles: bool = True) -> str:
        """Return what has to be said below: what it is about, and what the signs in it mean."""
        rijen = self.alle if alles else self.rijen
        getallen = [deel for rij in rijen for deel in rij if isinstance(deel, Getal) and deel.waarde is None]
        noot = NOOT if any(getal.toon == KLEIN for getal in getallen) else ""
        noot += NOOT_VEEL if any(getal.toon == VEEL for getal in getallen) else ""
        noot += NOOT_VAAG if any(getal.toon == VAAG for getal in getallen) else ""
        return " ".join(filter(None, (self.noot, noot.strip())))


def _hoogte(waarde: Waarde) -> int:
    """Return how high a bar is; nothing for what is hidden."""
    if isinstance(waarde, Getal):
        return waarde.waarde or 0
    return (waarde.aantal or 0) if isinstance(waarde, Dagen) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """A part of the story; ``punten`` are a list below the sentences, ``lijst`` one at the end with its lead-in."""

    titel: str
    kort: str
    zinnen: tuple[str, ...] = ()
    punten: tuple[str, ...] = ()
    staten: tuple[Staat, ...] = ()
    lijst: tuple[str, tuple[str, ...]] = ("", ())


def titel_van(cijfers: Jaarcijfers) -> str:
    """Return the title of the document."""
    return f"Jaaroverzicht {cijfers.jaar.jaar}"


def ondertitel_van(cijfers: Jaarcijfers) -> str:
    """Return which days it is about."""
    nog = "" if cijfers.jaar.heel else ". Het jaar is nog niet om"
    return f"Van {periode(cijfers.jaar)}{nog}"


def verhaal(cijfers: Jaarcijfers, woorden: Mapping[str, str]) -> tuple[Deel, ...]:
    """Return the parts that have something to say, in the organisation's own *woorden*."""
    delen = [_in_het_kort(cijfers, woorden)]
    if not cijfers.te_klein:
        delen += [_instroom(cijfers), _vertrek(cijfers, woorden), _doelen(cijfers, woorden), _tijden(cijfers)]
        delen += [_regels(cijfers), _voorvallen(cijfers)]
    delen.append(_uitleg(cijfers, woorden))
    return tuple(deel for deel in delen if deel.staten or deel.zinnen)


def verdeling(titel: str, kop: str, wat: Verdeling, soort: str = "Aantal", noot: str = "") -> tuple[Staat, ...]:
    """Return a table of one number per line; nothing when there is nothing in it."""
    if not wat:
        return ()
    rijen: tuple[tuple[Waarde, ...], ...] = tuple((post.label, post.getallen[0]) for post in wat.posten)
    samen = wat.totaal is not None
    if wat.totaal is not None:
        rijen += ((TOTAAL, wat.totaal),)
    return (Staat(titel=titel, koppen=(kop, soort), rijen=rijen, grafiek="staven", samen=samen, noot=noot),)


# --------------------------------------------------------------------------
# Parts


def _in_het_kort(cijfers: Jaarcijfers, woorden: Mapping[str, str]) -> Deel:
    dag = dag_in_woorden(cijfers.jaar.tot)
    if cijfers.te_klein:
        zin = ("Er zijn dit jaar minder dan vijf dossiers. Getallen zouden dan over herkenbare {clienten} gaan. "
               "Daarom staan ze hier niet.")  # fmt: skip
        return Deel(titel="Het jaar in het kort", kort="Kort", zinnen=(vul_in(zin, woorden),))
    beeld = {post.sleutel: in_zin(post.getallen[0]) for post in cijfers.beeld.posten}
    zin = (f"Dit jaar was er begeleiding in {beeld['begeleid']} dossiers. Bij {beeld['begonnen']} {{clienten}} begon "
           f"die dit jaar, en {beeld['vertrokken']} vertrokken.")  # fmt: skip
    punten = (*_cijferzinnen(cijfers), *_vaakste_regel(cijfers))
    standen = verdeling(f"Waar de dossiers stonden op {dag}", "Stand", cijfers.standen, "Dossiers")
    return Deel(
        titel="Het jaar in het kort", kort="Kort", zinnen=(vul_in(zin, woorden),), punten=punten,
        staten=(*_beeldstaat(cijfers), *standen),
    )  # fmt: skip


def _beeldstaat(cijfers: Jaarcijfers) -> Iterator[Staat]:
    rijen = tuple((post.label, post.getallen[0]) for post in cijfers.beeld.posten)
    noot = "De regels overlappen: wie dit jaar begon en vertrok, telt in allebei mee."
    yield Staat(titel="Het jaar in getallen", koppen=("Wat", "Dossiers"), rijen=rijen, noot=noot)


def _cijferzinnen(cijfers: Jaarcijfers) -> Iterator[str]:
    for deel in cijfers.stellingen:
        if deel.cijfer is not None:
            yield f"Het gemiddelde rapportcijfer op het formulier ‘{deel.titel}’ is een {_komma(deel.cijfer)}."


def _vaakste_regel(cijfers: Jaarcijfers) -> Iterator[str]:
    if cijfers.regels and cijfers.regels[0].dossiers.waarde:
        regel = cijfers.regels[0]
        yield f"De regel ‘{regel.titel}’ vroeg het vaakst aandacht: in {regel.dossiers.waarde} dossiers."


def _komma(getal: float) -> str:
    return f"{getal:.1f}".replace(".", ",")


def _instroom(cijfers: Jaarcijfers) -> Deel:
    staten = [
        staat
        for fase, besluiten in cijfers.besluiten
        for staat in verdeling(f"Besluiten in de {_klein(fase)}", "Besluit", besluiten)
    ]
    staten += verdeling("Hoe dringend het was bij de intake", "Hoe dringend", cijfers.dringend, "Intakes")
    zinnen = []
    if is_er(cijfers.aanmeldingen):
        zinnen.append(f"Er kwamen {in_zin(cijfers.aanmeldingen)} aanmeldingen binnen. "
                      f"Bij {in_zin(cijfers.crisis)} daarvan was er sprake van crisis.")  # fmt: skip
    if staten:
        zinnen.append("Besluiten tellen op de dag waarop ze zijn genomen. Een aanmelding van eind vorig jaar "
                      "kan dus dit jaar een besluit hebben.")  # fmt: skip
    return Deel(titel="Wie er binnenkwam", kort="Instroom", zinnen=tuple(zinnen), staten=tuple(staten))


def _klein(naam: str) -> str:
    """Return a name for the middle of a sentence; an abbreviation keeps its capitals."""
    return naam if naam[1:2].isupper() else naam[:1].lower() + naam[1:]


def _vertrek(cijfers: Jaarcijfers, woorden: Mapping[str, str]) -> Deel:
    staten = [
        *verdeling("Soort vertrek", "Soort vertrek", cijfers.uitstroom, "Dossiers"),
        *verdeling("Besluiten bij de evaluatie", "Besluit", cijfers.evaluatiebesluiten),
        *verdeling(vul_in("Waar {clienten} na het afronden naartoe gaan", woorden), "Bestemming", cijfers.bestemming),
        *(staat for deel in cijfers.stellingen for staat in _stellingstaat(deel)),
    ]
    zinnen = [zin for deel in cijfers.stellingen if is_er(deel.ingevuld) for zin in _stellingzin(deel)]
    if cijfers.eigen_jaaroverzicht:
        zinnen.append(_EIGEN[cijfers.eigen_jaaroverzicht])
    if cijfers.eigen_evaluatie:
        zinnen.append("Dit jaar is ook de werkwijze geëvalueerd. Leg die uitkomst naast dit overzicht.")
    return Deel(titel="Vertrek en terugblik", kort="Vertrek", zinnen=tuple(zinnen), staten=tuple(staten))


_EIGEN = {
    "hetzelfde": "Jullie eigen jaaroverzicht van de exits noemt hetzelfde aantal exitformulieren. Wat mensen in eigen "
    "woorden zeiden, staat daar.",
    "anders": "Jullie eigen jaaroverzicht van de exits noemt een ander aantal exitformulieren dan er in de map staan. "
    "Kijk of er formulieren ontbreken. Wat mensen in eigen woorden zeiden, staat daar.",
}


def _stellingzin(deel: Stellingen) -> Iterator[str]:
    zin = f"Het formulier ‘{deel.titel}’ is {in_zin(deel.ingevuld)} keer ingevuld."
    if deel.cijfer is not None:
        zin += f" Het gemiddelde rapportcijfer is een {_komma(deel.cijfer)}. Dat cijfer gaat over de begeleiding."
    yield zin


def _stellingstaat(deel: Stellingen) -> Iterator[Staat]:
    """Yield the statements; not when nobody answered one."""
    antwoorden = [getal for post in deel.stellingen.posten for getal in post.getallen[:-1]]
    if not any(map(is_er, antwoorden)):
        return
    rijen: tuple[tuple[Waarde, ...], ...] = tuple((post.label, *post.getallen) for post in deel.stellingen.posten)
    yield Staat(
        titel=f"Stellingen op het formulier ‘{deel.titel}’",
        koppen=("Stelling", "Waar (4 of 5)", "Ertussenin (3)", "Niet waar (1 of 2)", "Geen antwoord"),
        rijen=rijen,
        grafiek="staven",
        noot="De grafiek laat zien hoe vaak mensen een stelling waar vonden.",
    )


def _doelen(cijfers: Jaarcijfers, woorden: Mapping[str, str]) -> Deel:
    staten = (
        *verdeling("Leefgebieden waarin doelen zijn gesteld", "Leefgebied", cijfers.gebieden, "Doelen"),
        *verdeling("Gehaald? Zo zagen mensen het bij de evaluatie", "Gehaald", cijfers.doelen, "Doelen"),
    )
    zin = vul_in("Dit zijn aantallen van alle dossiers samen. Ze zeggen iets over het werk, en niets over wat één "
                 "{client} kan of moet.", woorden)  # fmt: skip
    return Deel(titel="Doelen", kort="Doelen", zinnen=(zin,) if staten else (), staten=staten)


def _tijden(cijfers: Jaarcijfers) -> Deel:
    staten = []
    gemeten = tuple(deel for deel in cijfers.looptijden if is_er(deel.aantal))
    if gemeten:
        staten.append(_looptijdstaat(gemeten))
    if cijfers.termijnen:
        rijen = tuple((deel.naam, deel.afspraak, deel.op_tijd, deel.te_laat) for deel in cijfers.termijnen)
        staten.append(Staat(titel="Termijnen gehaald", koppen=("Termijn", "Afspraak", "Op tijd", "Te laat"),
                            rijen=rijen, grafiek="paren",
                            noot="Een termijn telt mee als de laatste dag ervan in dit jaar viel."))  # fmt: skip
    zin = (
        "Van elke fase die dit jaar eindigde, zie je de middelste waarde: bij de helft duurde het korter, bij de "
        "helft langer. De helft van de dossiers ligt tussen ‘een kwart korter dan’ en ‘een kwart langer dan’."
    )
    return Deel(titel="Tijd", kort="Tijd", zinnen=(zin,) if gemeten else (), staten=tuple(staten))


def _looptijdstaat(gemeten: Sequence[Looptijd]) -> Staat:
    rijen: tuple[tuple[Waarde, ...], ...] = tuple(
        (deel.naam, deel.aantal, Dagen(deel.kwart), Dagen(deel.midden), Dagen(deel.driekwart), deel.afgesproken,
         "–" if deel.langer is None else deel.langer)
        for deel in gemeten
    )  # fmt: skip
    koppen = ("Fase", "Geëindigd", "Een kwart korter dan", "Middelste", "Een kwart langer dan", "Afgesproken",
              "Duurde langer")  # fmt: skip
    noot = "De tijden staan er alleen bij vijf of meer dossiers."
    return Staat(titel="Hoe lang de fasen duurden", koppen=koppen, rijen=rijen, grafiek="tijden", noot=noot,
                 looptijden=tuple(gemeten))  # fmt: skip


def _regels(cijfers: Jaarcijfers) -> Deel:
    rijen: list[tuple[Waarde, ...]] = [
        (f"{regel.titel} ({regel.code})", regel.vooral or "–", regel.dossiers) for regel in cijfers.regels
    ]
    vaak = [rij for rij, regel in zip(rijen, cijfers.regels, strict=True) if regel.dossiers.waarde][:MEESTE_REGELS]
    staten = []
    if rijen:
        staten.append(Staat(titel="Regels die het vaakst aandacht vroegen", koppen=("Regel", "Vooral op", "Dossiers"),
                            rijen=tuple(vaak), rest=tuple(rijen[len(vaak) :]), grafiek="staven"))  # fmt: skip
    formulieren: tuple[tuple[Waarde, ...], ...] = tuple(
        (post.label, *post.getallen) for post in cijfers.formulieren.posten
    )
    if formulieren:
        staten.append(Staat(titel="Formulieren", koppen=("Formulier", "Dit jaar", "Met een bevinding"),
                            rijen=formulieren))  # fmt: skip
    raad = tuple(_raad(cijfers.regels))[:MEESTE_RAAD]
    zinnen = [f"{_REGELZIN} {_VAAK if vaak else _NIET_VAAK}"] if rijen else []
    if cijfers.leeg:
        vragen = "; ".join(f"‘{veld}’ ({formulier})" for formulier, veld in cijfers.leeg)
        zinnen.append(f"Deze vragen bleven in vijf dossiers of meer leeg: {vragen}.")
    return Deel(titel="Wat het nakijken leert", kort="Nakijken", zinnen=tuple(zinnen), staten=tuple(staten),
                lijst=("Wat jullie zouden kunnen doen", raad) if raad else ("", ()))  # fmt: skip


def _raad(regels: Sequence[Regelstaat]) -> Iterator[str]:
    """Yield every piece of advice once, with the rules it is for."""
    for raad in dict.fromkeys(regel.raad for regel in regels if regel.raad):
        namen = opsomming([f"‘{regel.titel}’" for regel in regels if regel.raad == raad])
        yield f"Bij {namen}: {raad[:1].lower()}{raad[1:]}"


_REGELZIN = (
    "Een regel die in veel dossiers aandacht vraagt, zegt vaak meer over het formulier of de afspraak dan over "
    "de mensen die ermee werken."
)
_VAAK = "Hier staan de regels die het vaakst aandacht vroegen; in het Excel-bestand staan ze allemaal."
_NIET_VAAK = "Geen enkele regel vroeg in vijf dossiers of meer aandacht. In het Excel-bestand staat welke het waren."


def _voorvallen(cijfers: Jaarcijfers) -> Deel:
    noot = "Een voorval met meer dan één soort telt één keer, in een eigen regel."
    staten = verdeling("Voorvallen naar soort", "Soort", cijfers.incidenten, "Formulieren", noot)
    return Deel(titel="Voorvallen", kort="Voorvallen", staten=staten)


def _uitleg(cijfers: Jaarcijfers, woorden: Mapping[str, str]) -> Deel:
    tot = dag_in_woorden(cijfers.jaar.tot)
    punten = [
        f"Geteld is wat er gebeurde van {periode(cijfers.jaar)}: de dag van de aanmelding, het besluit, de start, het "
        "gesprek of het vertrek zelf. Wanneer een bestand is opgeslagen, telt niet.",
        f"De stand is die op {tot}. Formulieren van daarna tellen niet mee.",
        "Een dossier telt mee zolang het open is. Wie vertrok en later terugkwam, telt als twee dossiers.",
        f"De regels zijn nagekeken op {dag_in_woorden(cijfers.peildatum)}. Wat jullie hebben geaccepteerd, telt niet "
        "mee.",
        *_niet_mee(cijfers),
        "Groepen van één tot en met vier staan er als ‘< 5’, zodat niemand te herkennen is. Is een klein getal uit te "
        "rekenen door af te trekken, dan staat bij het op een na kleinste getal ‘5 of meer’. Dat gaat door tot er "
        "niets meer uit te rekenen is.",
        "Bij doelen, formulieren en voorvallen geldt dat ook voor de mensen erachter: gaat een groter getal over "
        "minder dan vijf dossiers, dan staat er ‘5 of meer’.",
        "Er staan geen namen, dossiernummers of antwoorden in eigen woorden in. Een score per {client} is er niet.",
    ]
    return Deel(titel="Hoe dit is geteld", kort="Uitleg", punten=tuple(vul_in(punt, woorden) for punt in punten),
                zinnen=("Zo kun je de getallen lezen, en dit staat er niet in.",))  # fmt: skip


def _niet_mee(cijfers: Jaarcijfers) -> Iterator[str]:
    if is_er(cijfers.geweigerd):
        yield f"Niet te lezen waren {in_zin(cijfers.geweigerd)} bestanden. Wat daarin staat, ontbreekt hier."
    if is_er(cijfers.zonder_datum):
        yield f"In {in_zin(cijfers.zonder_datum)} dossiers staat geen enkele datum. Die tellen niet mee."
    yield "Antwoorden die niet te lezen zijn, tellen als niet ingevuld."
    yield "Doelen zonder leefgebied staan niet bij de leefgebieden, doelen zonder uitkomst niet bij de uitkomsten."
