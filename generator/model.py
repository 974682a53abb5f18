"""The records of a run: frozen dataclasses, no IO, no third-party imports.

Two groups live here.  The first describes what an organisation has set up
(`Inrichting` and its parts) and what a form asks (`Formulier` and its parts);
both are filled from YAML and validated elsewhere.  The second describes what
came back (`Antwoord`, `Invulling`, `Dossier`) and what was found
(`Bevinding`, `Rapport`).

`JaNee` fields hold the Dutch words, as they stand in the YAML: a projectleider
reads and writes ``ja`` and ``nee``, never ``true``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar, Literal, NamedTuple

JaNee = Literal["ja", "nee"]
Fasesleutel = Literal["aanmelding", "intake", "opstart", "analyse", "planning", "uitvoering", "evaluatie", "uitstroom"]
FASEN: tuple[Fasesleutel, ...] = (
    "aanmelding",
    "intake",
    "opstart",
    "analyse",
    "planning",
    "uitvoering",
    "evaluatie",
    "uitstroom",
)
KERNFASEN: tuple[Fasesleutel, ...] = ("analyse", "planning", "uitvoering", "evaluatie")
MATRIXRIJEN = ("wat", "wie", "wanneer", "waar", "waarmee", "hoe")
# Where a decision may lead: a fase, waiting, talking it over, or the end.
VERVOLGEN = (*FASEN, "wachten", "overleg", "einde")
BASISGEBIEDEN = ("zingeving", "wonen", "financien", "sociaal", "lichamelijk", "psychisch", "werk")
Veldsoortnaam = Literal["kort", "lang", "datum", "getal", "keuze", "meerkeuze", "ja_nee", "tabel", "handtekening"]
Kolomsoortnaam = Literal["kort", "lang", "datum", "getal", "keuze", "ja_nee", "voorgedrukt"]


class Streng:
    """Marks a record that is read from a file: unknown keys are errors."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


# --------------------------------------------------------------------------
# The organisation's own configuration


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisatie(Streng):
    """Who the handbook is for, and the switches that turn form fields on."""

    naam: str
    logo: str | None = None
    accentkleur: str = "#1F5C7A"
    locaties: tuple[str, ...] = ()
    setting: tuple[Literal["wonen", "ambulant", "dagbesteding"], ...] = ()
    groepswonen: JaNee = "nee"
    minderjarigen: JaNee = "nee"
    ambulant: JaNee = "nee"
    indicatie_nodig: JaNee = "nee"
    sluitingsdagen: tuple[str, ...] = ()
    eigenaar: str = ""
    bewaarplaats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Streng):
    """A word of the organisation's own, such as deelnemer for client.

    ``vroeger`` are words for the same that the organisation no longer wants to see (R68).
    """

    enkelvoud: str
    meervoud: str
    lidwoord: Literal["de", "het"] = "de"
    vroeger: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rol(Streng):
    """Someone with tasks in the guidance; ``naam`` is needed when no term has the same key."""

    sleutel: str
    naam: str | None = None
    omschrijving: str = ""
    taken: tuple[str, ...] = ()
    synoniemen: tuple[str, ...] = ()
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leefgebied(Streng):
    """A part of life along which talks, reports and plans are ordered."""

    sleutel: str
    naam: str
    reikwijdte: str
    themas: tuple[str, ...] = ()
    vragen: tuple[str, ...] = ()
    synoniemen: tuple[str, ...] = ()
    basisgebied: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkwijze(Streng):
    """One step of how a fase is worked: a heading, what happens, and who does it."""

    titel: str
    tekst: str
    punten: tuple[str, ...] = ()
    wie: tuple[str, ...] = ()
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taak(Streng):
    """One task of a fase: what, who, when, where, with what, how well."""

    wat: str
    wie: tuple[str, ...]
    wanneer: str = ""
    waar: str = ""
    waarmee: tuple[str, ...] = ()
    hoe: str = ""
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrixkolom(Streng):
    """The six cells of one fase in the matrix."""

    wat: str = ""
    wie: str = ""
    wanneer: str = ""
    waar: str = ""
    waarmee: str = ""
    hoe: str = ""
    voorstel: tuple[Literal["wat", "wie", "wanneer", "waar", "waarmee", "hoe"], ...] = ()

    def cel(self, rij: str) -> str:
        """Return the text of row *rij* (one of `MATRIXRIJEN`)."""
        return str(getattr(self, rij))


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit(Streng):
    """An outcome of a fase and what follows: one of `VERVOLGEN`; left open, R60 asks for it."""

    uitkomst: str
    naam: str
    vervolg: str = ""
    toelichting: str = ""
    voorstel: JaNee = "nee"
    synoniemen: tuple[str, ...] = ()
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn(Streng):
    """A deadline or frequency in words (see `generator.duur`), with who guards it."""

    sleutel: str
    naam: str
    tekst: str
    parameter: str | None = None
    wie: tuple[str, ...] = ()
    toelichting: str = ""
    voorstel: JaNee = "nee"
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fase(Streng):
    """One of the eight steps; the key is fixed, everything else is the organisation's."""

    sleutel: Fasesleutel
    naam: str
    kort: str
    kern: str
    doel: tuple[str, ...]
    duur: str
    duur_voorstel: str = ""
    instrumenten: tuple[str, ...] = ()
    werkwijze: tuple[Werkwijze, ...] = ()
    wegingspunten: tuple[str, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    termijnen: tuple[Termijn, ...] = ()
    frequenties: tuple[Termijn, ...] = ()
    taken: tuple[Taak, ...] = ()
    matrix: Matrixkolom = field(default_factory=Matrixkolom)
    aandachtspunten: tuple[str, ...] = ()
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Streng):
    """A tool of a fase.  Kind ``formulier`` names a form definition; ``bijlage``
    is ``automatisch`` (numbered in order of first use, domein.md T13), ``geen`` or a number."""

    sleutel: str
    naam: str
    soort: Literal["formulier", "document", "hulpmiddel"]
    formulier: str | None = None
    bijlage: Literal["automatisch", "geen"] | int = "automatisch"
    omschrijving: str = ""
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterium(Streng):
    """A criterion or contra-indicatie: a short name and a question one can answer."""

    sleutel: str
    naam: str
    vraag: str
    uitzondering_door: tuple[str, ...] = ()
    toelichting: str = ""
    bron: str = ""


Grens = int | Literal["uit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters(Streng):
    """Thresholds of the rules (domein.md 4.6); ``uit`` silences what hangs on them."""

    min_leeftijd: Grens = "uit"
    max_leeftijd: Grens = "uit"
    min_kenmerken: int = 0
    uitnodiging_max: Grens = "uit"
    intakebrief_max: Grens = "uit"
    analyse_max: Grens = "uit"
    planning_max: Grens = 14
    analyse_interval: str = "uit"
    voortgang_max: Grens = 14
    herstart_fase: Literal[4, 5] = 4
    marge: float = 1.5
    min_traject: int = 42
    exit_dagen: Grens = "uit"
    herzien_max: Grens = 365
    spoed_intake_max: Grens = 14
    intake_wacht: Grens = 21
    wachtlijst_contact: Grens = 30
    leeftijd_toestemming: int = 16
    algemene_evaluatie: str = "uit"
    evaluatie_marge: Grens = 14
    min_meldingen: int = 2
    toestemming_geldig: str = "1 jaar"
    evaluatie_tekenen: JaNee = "ja"
    pb_schrijver: Literal["client", "samen", "begeleider"] = "samen"
    gespreksmethode: str = "motiverende gespreksvoering"
    criteria_gebruiken: JaNee = "ja"
    contra_gebruiken: JaNee = "ja"
    probleemwoorden: tuple[str, ...] = ()
    twijfelwoorden: tuple[str, ...] = ()
    regels_uit: tuple[str, ...] = ()

    def grens(self, naam: str) -> int | None:
        """Return threshold *naam* as a number, or None when it is ``uit``."""
        waarde = getattr(self, naam)
        return None if waarde == "uit" else int(waarde)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logregel(Streng):
    """A row of the wijzigingslog."""

    datum: str
    aanpassing: str
    vervolg: str
    versie: str = ""
    door: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handleiding(Streng):
    """Version and history of the handbook.

    ``teksten`` are the organisation's own passages; ``redenen`` say why something differs from the
    starting model, by the part that differs (``leefgebieden``, ``fasen.opstart``, ``formulieren.intake``).
    """

    versie: str
    datum: str
    herzien_door: tuple[str, ...] = ()
    teksten: Mapping[str, str] = field(default_factory=dict)
    redenen: Mapping[str, str] = field(default_factory=dict)
    log: tuple[Logregel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Randvoorwaarde(Streng):
    """How one of the ten conditions stands (S4:669-695); ``nr`` is 1 to 10."""

    nr: int
    oordeel: Literal["ja", "deels", "nee"] | None = None
    toelichting: str = ""
    actie: str = ""
    wie: str = ""
    wanneer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluatiecriterium(Streng):
    """By what an organisation sees that working like this helps (S0:282, 705)."""

    criterium: str
    meten: str = ""
    doelwaarde: str = ""
    wanneer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verankerpunt(Streng):
    """One of the five points that keep the way of working alive (S4:735-745); ``nr`` is 1 to 5."""

    nr: int
    geregeld: Literal["ja", "deels", "nee"] | None = None
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoering(Streng):
    """How the organisation brings the way of working in, and keeps it (S4:136-185, 669-745).

    Dates are ISO; ``gestart`` is the day on which the teams began with it.
    """

    gestart: str = ""
    projectleider: str = ""
    projectgroep: tuple[str, ...] = ()
    randvoorwaarden: tuple[Randvoorwaarde, ...] = ()
    criteria: tuple[Evaluatiecriterium, ...] = ()
    evaluatie_gepland: str = ""
    evaluatie_gehouden: str = ""
    verankering: tuple[Verankerpunt, ...] = ()


# --------------------------------------------------------------------------
# Form definitions


@dataclass(frozen=True, slots=True, kw_only=True)
class Optie(Streng):
    """A choice: answers hold the key, people see the label."""

    sleutel: str
    label: str
    synoniemen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom(Streng):
    """A column of a table field; ``breedte`` is a share (1 narrow … 6 wide)."""

    sleutel: str
    soort: Kolomsoortnaam
    label: str
    verplicht: str = "nee"
    opties: tuple[Optie, ...] = ()
    opties_uit: str | None = None
    breedte: int = 2
    hulp: str = ""
    vandaag_of_eerder: JaNee = "nee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij(Streng):
    """A preprinted row: its key, its text and, by column key, what else is filled in beforehand."""

    sleutel: str
    tekst: str
    verplicht: str = "ja"
    alleen_als: str = ""
    vooraf: Mapping[str, str] = field(default_factory=dict)
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld(Streng):
    """One question of a form.

    ``verplicht`` is ``ja``, ``nee`` or ``als <voorwaarde>``; ``alleen_als`` hides
    the field for organisations to which it does not apply (see `generator.voorwaarde`).
    """

    sleutel: str
    soort: Veldsoortnaam
    label: str
    verplicht: str = "nee"
    hulp: str = ""
    plaatshouder: str = ""
    opties: tuple[Optie, ...] = ()
    opties_uit: str | None = None
    per_leefgebied: JaNee = "nee"
    kolommen: tuple[Kolom, ...] = ()
    rijen: tuple[Rij, ...] = ()
    rijen_uit: str | None = None
    min_rijen: int = 0
    reserve: int = 3
    minimum: float | None = None
    maximum: float | None = None
    vandaag_of_eerder: JaNee = "nee"
    nvt_mag: JaNee = "nee"
    begrip: str | None = None
    alleen_als: str = ""
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectie(Streng):
    """A titled group of fields with one sentence on what it is for."""

    sleutel: str
    titel: str
    uitleg: str = ""
    velden: tuple[Veld, ...]
    alleen_als: str = ""


@dataclass(frozen=True, kw_only=True)
class Formulier(Streng):
    """A form, defined once for every format.

    ``kop_verplicht`` and ``kop_vrij`` name fields of the kop that this form always
    wants, or leaves free (an anonymous exit form has no name). With ``afwijking`` it has the place
    where a deviation from what was agreed is put on record (domein.md 4.0).

    A form about a client belongs to a fase; one of kind ``organisatie`` to none, and to no dossier.

    A definition file leaves ``kop`` and ``leefgebieden`` empty; tailoring to an
    inrichting (`generator.formulier.op_maat`) fills them and resolves all options.
    """

    sleutel: str
    versie: str
    titel: str
    fase: Fasesleutel | None = None
    ook_fase: tuple[Fasesleutel, ...] = ()
    doel: str
    ingevuld_door: tuple[str, ...]
    moment: str
    soort: Literal["client", "organisatie"] = "client"
    liggend: JaNee = "nee"
    kop: tuple[Veld, ...] = ()
    afwijking: JaNee = "nee"
    kop_verplicht: tuple[str, ...] = ()
    kop_vrij: tuple[str, ...] = ()
    secties: tuple[Sectie, ...]
    synoniemen: tuple[str, ...] = ()
    bron: str = ""
    leefgebieden: tuple[Leefgebied, ...] = ()

    @cached_property
    def velden(self) -> tuple[Veld, ...]:
        """All fields in printed order, those of the kop first."""
        return self.kop + tuple(veld for sectie in self.secties for veld in sectie.velden)

    def veld(self, sleutel: str) -> Veld | None:
        """Return the field with key *sleutel*, or None."""
        return next((veld for veld in self.velden if veld.sleutel == sleutel), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanpassing(Streng):
    """How an organisation tailors one form; keys stay, so answers stay comparable.

    ``versie`` is left out as a rule: it then rises by itself (`generator.versies`).
    """

    aan: JaNee = "ja"
    versie: str | None = None
    titel: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    hulp: Mapping[str, str] = field(default_factory=dict)
    velden_uit: tuple[str, ...] = ()
    verplicht: Mapping[str, str] = field(default_factory=dict)
    opties_erbij: Mapping[str, tuple[Optie, ...]] = field(default_factory=dict)
    rijen_erbij: Mapping[str, tuple[Rij, ...]] = field(default_factory=dict)
    velden_erbij: Mapping[str, tuple[Veld, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inrichting(Streng):
    """All that an organisation has set up: the one source of handbook, forms and checks.

    ``eigen_formulieren`` are definitions of its own, read from files beside the inrichting
    (`generator.organisatie`): no key of the file itself.  Nor is ``versies``, the versions of forms
    that rose by themselves (`generator.versies`): form key → version.
    """

    schema: Literal["achtfasen.inrichting/1"]
    uitgangsmodel: str
    organisatie: Organisatie
    termen: Mapping[str, Term]
    rollen: tuple[Rol, ...]
    leefgebieden: tuple[Leefgebied, ...]
    fasen: tuple[Fase, ...]
    instrumenten: tuple[Instrument, ...]
    criteria: tuple[Criterium, ...] = ()
    contra_indicaties: tuple[Criterium, ...] = ()
    formulieren: Mapping[str, Aanpassing]
    parameters: Parameters = field(default_factory=Parameters)
    handleiding: Handleiding
    invoering: Invoering | None = None
    eigen_formulieren: Mapping[str, Formulier] = field(default_factory=dict, metadata={"buiten_bestand": True})
    versies: Mapping[str, str] = field(default_factory=dict, compare=False, metadata={"buiten_bestand": True})

    def fase(self, sleutel: str) -> Fase:
        """Return the fase with key *sleutel*; KeyError when there is none."""
        for fase in self.fasen:
            if fase.sleutel == sleutel:
                return fase
        raise KeyError(sleutel)

    def rolnaam(self, sleutel: str) -> str:
        """Return the name of a rol: its own, else that of the term with its key."""
        for rol in self.rollen:
            if rol.sleutel == sleutel and rol.naam:
                return rol.naam
        term = self.termen.get(sleutel)
        return term.enkelvoud if term else sleutel

    def instrument(self, sleutel: str) -> Instrument | None:
        """Return the instrument with key *sleutel*, or None."""
        return next((deel for deel in self.instrumenten if deel.sleutel == sleutel), None)


# --------------------------------------------------------------------------
# What came back


class Route(StrEnum):
    """By which of its identities a field was recognised."""

    TAG = "tag"
    BLADWIJZER = "bladwijzer"
    LABEL = "label"
    NAAST = "naast het veld"
    TWEEDE_LEZER = "tweede lezer"


class Ernst(StrEnum):
    """How heavy a finding weighs, heaviest first."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    AANDACHTSPUNT = "aandachtspunt"

    @property
    def gewicht(self) -> int:
        """2 for fout, 1 for waarschuwing, 0 for aandachtspunt."""
        return 2 - list(Ernst).index(self)


class Vindplaats(NamedTuple):
    """Where something stands: file, format, place in words, and the route to it.

    A tuple, like `Antwoord`: there are a hundred of them per form, and tuples are made faster.
    """

    bestand: str
    formaat: str = ""
    plek: str = ""
    route: str = ""
    formulier: str = ""
    veld: str = ""


@dataclass(frozen=True, slots=True)
class Onleesbaar:
    """A value that could not be understood, kept as it was typed, with the reason."""

    ruw: str
    reden: str


class Antwoord(NamedTuple):
    """One leaf value: a field, a field of one leefgebied, or a cell (``doelen[2].doel``)."""

    sleutel: str
    waarde: Any
    ruw: str
    vindplaats: Vindplaats


@dataclass(frozen=True, slots=True)
class Melding:
    """A reading message: what the reader noticed and could not settle by itself."""

    code: str
    context: Mapping[str, Any]
    vindplaats: Vindplaats


@dataclass(frozen=True, slots=True, kw_only=True)
class Invulling:
    """One returned form.

    ``waarden`` has the shape of an answer file: dates as `datetime.date`, choices
    by key, tables as tuples of mappings, per leefgebied as a mapping; what could
    not be understood is an `Onleesbaar`.  ``antwoorden`` holds the leaves.
    ``niet_gevonden`` lists leaves that the file no longer has: lost, not empty.
    ``routes`` counts by which route the leaves were recognised, empty ones included.
    """

    formulier: str
    versie: str
    organisatie: str
    dossier: str
    cyclus: int | None
    bestand: str
    formaat: str
    waarden: Mapping[str, Any]
    antwoorden: tuple[Antwoord, ...] = ()
    niet_gevonden: tuple[str, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    uitgangsmodel: str = ""
    handleiding: str = ""
    sha256: str = ""
    routes: Mapping[str, int] = field(default_factory=dict)

    def waarde(self, sleutel: str) -> Any:
        """Return the value of a field, or None when it is empty or absent."""
        return self.waarden.get(sleutel)

    def rijen(self, sleutel: str) -> tuple[Mapping[str, Any], ...]:
        """Return the rows of a table field; empty when there are none."""
        return tuple(self.waarden.get(sleutel) or ())

    def gebieden(self, sleutel: str) -> Mapping[str, Any]:
        """Return the values per leefgebied of a field; empty when there are none."""
        return self.waarden.get(sleutel) or {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitmoment:
    """A decision that was made: in which fase and cycle, what, where it leads, and when."""

    fase: str
    cyclus: int
    uitkomst: str
    vervolg: str
    datum: date | None
    invulling: Invulling


@dataclass(frozen=True, slots=True, kw_only=True)
class Faseperiode:
    """The days that a fase took; ``tot`` is None while it runs."""

    fase: str
    cyclus: int
    van: date
    tot: date | None
    bewijs: tuple[Invulling, ...] = ()

    def dagen(self, peildatum: date) -> int:
        """Return its length in days, up to *peildatum* while it runs."""
        return ((self.tot or peildatum) - self.van).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnstand:
    """One deadline of a dossier: from which day, until which day, and when it was met.

    ``soort`` is a key of `generator.verloop.TERMIJNEN`; ``gedaan`` is None while nobody did it.
    ``vervallen`` when the course of the dossier took the need away.
    """

    soort: str
    cyclus: int
    formulier: str
    veld: str
    vanaf: date
    uiterlijk: date
    gedaan: date | None
    bron: Invulling
    bronveld: str
    antwoord: Invulling | None = None
    vervallen: bool = False

    def te_laat(self, peildatum: date) -> bool:
        """True when it was met after its last day, or is still open after it; what lies ahead is not met yet."""
        return not self.vervallen and min(self.gedaan or peildatum, peildatum) > self.uiterlijk

    def open(self, peildatum: date) -> bool:
        """True when it still has to be met and its last day has not passed."""
        return not self.vervallen and self.gedaan is None and peildatum <= self.uiterlijk


@dataclass(frozen=True, slots=True, kw_only=True)
class Verloop:
    """The course of a dossier up to a peildatum: fases, decisions and deadlines, in order of time.

    ``zonder_nummer`` are forms without the number of their cycle, where there is more than one cycle they may be
    of: nothing is derived from those.
    """

    start: date | None = None
    vertrek: date | None = None
    spoed: bool = False
    ongewoon_vertrek: bool = False
    overleden: bool = False
    gesloten: bool = False
    besluiten: tuple[Besluitmoment, ...] = ()
    perioden: tuple[Faseperiode, ...] = ()
    termijnen: tuple[Termijnstand, ...] = ()
    zonder_nummer: tuple[Invulling, ...] = ()

    def besluit(self, fase: str, cyclus: int | None = None) -> Besluitmoment | None:
        """Return the last decision of a fase (of one cycle), or None."""
        for besluit in reversed(self.besluiten):
            if besluit.fase == fase and cyclus in (None, besluit.cyclus):
                return besluit
        return None

    @property
    def nooit_gestart(self) -> bool:
        """True when somebody left the waiting list, and the guidance never began."""
        if self.vertrek is None or self.start is not None:
            return False
        besluit = self.besluit("intake")
        return besluit is not None and besluit.vervolg == "wachten"

    def van_soort(self, soort: str) -> tuple[Termijnstand, ...]:
        """Return the deadlines of one kind."""
        return tuple(termijn for termijn in self.termijnen if termijn.soort == soort)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All returned forms with one dossier number, in order of fase, cyclus and date."""

    nummer: str
    invullingen: tuple[Invulling, ...]
    stand: str
    fase: str
    cyclus: int
    verloop: Verloop = field(default_factory=Verloop)

    def van(self, formulier: str, cyclus: int | None = None) -> tuple[Invulling, ...]:
        """Return the forms of one kind, all cycles or one."""
        return tuple(
            deel
            for deel in self.invullingen
            if deel.formulier == formulier and (cyclus is None or (deel.cyclus or 1) == cyclus)
        )


# --------------------------------------------------------------------------
# What was found


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """A finding: code and weight, where, and the sentence a colleague would say."""

    code: str
    titel: str
    ernst: Ernst
    bericht: str
    vindplaatsen: tuple[Vindplaats, ...]
    dossier: str = ""
    bron: str = ""
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overgeslagen:
    """A rule that could not be judged for a dossier, and why."""

    code: str
    dossier: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """One file of a batch: read, refused with a reason, or skipped with a reason."""

    pad: str
    status: Literal["gelezen", "geweigerd", "overgeslagen"]
    reden: str | None = None
    code: str = ""
    sha256: str = ""
    formaat: str = ""
    invulling: Invulling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Geaccepteerd:
    """A finding that the organisation accepts up to and including a day, and why."""

    bevinding: Bevinding
    reden: str
    tot: str
    door: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codekeuze:
    """Which findings were asked for, by code or the beginning of one, and how many were left out for it."""

    alleen: tuple[str, ...] = ()
    negeer: tuple[str, ...] = ()
    weggelaten: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitleg:
    """What a code means: ``wanneer`` with a Slecht and a Goed line, parameters with their values."""

    code: str
    titel: str
    ernst: Ernst
    kijkt: str
    wanneer: str
    uit: str
    bron: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    meldingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """The finished outcome of a check; reports only show it.

    ``geaccepteerd`` is None when no list of accepted findings was used, ``keuze`` when nothing was left out.
    """

    inrichting: str
    organisatie: str
    peildatum: str
    bestanden: tuple[Bestand, ...]
    dossiers: tuple[Dossier, ...]
    bevindingen: tuple[Bevinding, ...]
    uitgevoerd: tuple[str, ...]
    overgeslagen: tuple[Overgeslagen, ...]
    geaccepteerd: tuple[Geaccepteerd, ...] | None = None
    keuze: Codekeuze | None = None

    def telling(self, ernst: Ernst) -> int:
        """Return how many findings have this weight."""
        return sum(deel.ernst is ernst for deel in self.bevindingen)

    @property
    def geldig(self) -> bool:
        """True when there is no finding of weight fout."""
        return not self.telling(Ernst.FOUT)
