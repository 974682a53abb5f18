"""Change the rules one small thing at a time, and see whether a test notices.

Run with ``python tools/mutaties.py`` (all rule modules) or with the paths of some of them. Each mutant is one
change of one spot: ``<`` for ``<=``, ``or`` for ``and``, a number one more. A mutant that no test notices is either
a gap in the tests or no change at all; the latter stand, with the reason, in ``mutaties_gelijk.txt``.
The run ends with status 1 when there is a survivor that isn't explained there.

Speed: pytest collects once, and every mutant gets a child of its own (``os.fork``) in which the code object of the
changed function is put in place. First come the examples of the rules that the module holds, judged by those rules
alone; a module that holds no rule is tried by the tests that call the changed function. What survives that, and is not
in the list, is tried again with all examples and the slower tests. What is executed while a module is imported
(constants, default arguments) is tried in a process that imports the changed module.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import cProfile
import gc
import importlib
import importlib.abc
import importlib.machinery
import io
import os
import pickle
import re
import resource
import signal
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

WORTEL = Path(__file__).resolve().parents[1]
GELIJK = Path(__file__).with_name("mutaties_gelijk.txt")
# Only text, or only a list of what other modules hold.
GEEN_REGELS = ("__init__", "berichten", "codes", "lijst", "nakijken", "registry", "uitleg")
OOK = ("generator/verloop.py", "generator/kalender.py", "generator/dossier.py")
TESTS = (
    "tests/checks/test_regels.py",
    "tests/checks/test_regels_inhoud.py",
    "tests/checks/test_termijnen.py",
    "tests/checks/test_doorlooptijd.py",
    "tests/checks/test_dossierstand.py",
    "tests/checks/test_namen.py",
    "tests/checks/test_overlijden.py",
    "tests/test_oude_versies.py",
    "tests/checks/test_toets.py",
    "tests/test_verloop.py",
    "tests/test_kalender.py",
)
VOORBEELDTESTS = ("tests/checks/test_regels.py", "tests/checks/test_toets.py")
TRAGE_TESTS = ("tests/checks/test_voorbeelddossiers.py", "tests/checks/test_regels_robuust.py")
ZWARE_MODULES = ("click", "docx", "docxtpl", "holidays", "hypothesis", "lxml.etree", "openpyxl", "pydantic", "pypdf",
                 "pytest", "rich.console", "ruamel.yaml", "xlsxwriter")  # fmt: skip
OPTIES = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:faulthandler",
          "-W", "ignore::pytest.PytestAssertRewriteWarning")  # fmt: skip
SNEL = 1.0
"""A test that takes more seconds waits for the second try."""
TESTMODULES = ("test_regels", "test_toets")
"""The tests with an example per line, and a function that makes the report of one."""
HEEL_TRAAG = ("test_berichten_zijn_af", "test_geen_bericht", "bestandsformaat")
"""Tests that go through all examples once more, for their wording: no mutant is for them."""
GEHEUGEN = 4 * 2**30
VOORBEELD, ALLES = "test_voorbeeld[", ("", 0)
_CODE = re.compile(r"\bR\d\d\b")


# --- finding the spots -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the node (its number in ``ast.walk``), the how-manieth change of it, and what it is in words.

    ``functie`` is the first line of the outermost function that holds it, 0 when it is executed at import.
    """

    module: str
    knoop: int
    keuze: int
    lijn: int
    regel: str
    wat: str
    functie: int
    soort: str

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """What stays the same when lines move."""
        return self.module, self.regel, self.wat


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A change of one node, in words and as a deed; ``lijn`` is where it can be seen."""

    wat: str
    doe: Callable[[], None]
    lijn: int = 0


_VERGELIJK: Mapping[type[ast.cmpop], tuple[type[ast.cmpop], str]] = {
    ast.Lt: (ast.LtE, "< → <="),
    ast.LtE: (ast.Lt, "<= → <"),
    ast.Gt: (ast.GtE, "> → >="),
    ast.GtE: (ast.Gt, ">= → >"),
    ast.Eq: (ast.NotEq, "== → !="),
    ast.NotEq: (ast.Eq, "!= → =="),
    ast.In: (ast.NotIn, "in → not in"),
    ast.NotIn: (ast.In, "not in → in"),
    ast.Is: (ast.IsNot, "is → is not"),
    ast.IsNot: (ast.Is, "is not → is"),
}
_AANROEP = {"min": "max", "max": "min", "any": "all", "all": "any"}


def _zet(knoop: ast.AST, veld: str, waarde: Any) -> Callable[[], None]:
    return lambda: setattr(knoop, veld, waarde)


def _van_vergelijking(knoop: ast.Compare) -> Iterator[Wijziging]:
    for nr, teken in enumerate(knoop.ops):
        ander, wat = _VERGELIJK[type(teken)]

        def doe(nr: int = nr, ander: type[ast.cmpop] = ander) -> None:
            knoop.ops[nr] = ander()

        yield Wijziging(wat, doe, knoop.comparators[nr].lineno)


def _van_en_of(knoop: ast.BoolOp) -> Iterator[Wijziging]:
    en = isinstance(knoop.op, ast.And)
    yield Wijziging("and → or" if en else "or → and", _zet(knoop, "op", ast.Or() if en else ast.And()))


def _van_niet(knoop: ast.UnaryOp) -> Iterator[Wijziging]:
    if isinstance(knoop.op, ast.Not):
        yield Wijziging("not x → x", _zet(knoop, "operand", _niet(knoop.operand)))


def _van_constante(knoop: ast.Constant) -> Iterator[Wijziging]:
    if isinstance(knoop.value, bool):
        yield Wijziging(f"{knoop.value} → {not knoop.value}", _zet(knoop, "value", not knoop.value))
    elif isinstance(knoop.value, int):
        for ander in (knoop.value + 1, knoop.value - 1):
            yield Wijziging(f"{knoop.value} → {ander}", _zet(knoop, "value", ander))


def _van_aanroep(knoop: ast.Call) -> Iterator[Wijziging]:
    naam = knoop.func.id if isinstance(knoop.func, ast.Name) else ""
    if naam in _AANROEP:
        yield Wijziging(f"{naam} → {_AANROEP[naam]}", _zet(knoop.func, "id", _AANROEP[naam]))
    if naam == "sorted" or (isinstance(knoop.func, ast.Attribute) and knoop.func.attr == "sort"):
        over = [deel for deel in knoop.keywords if deel.arg != "reverse"]
        om = ast.keyword("reverse", ast.Constant(len(over) == len(knoop.keywords)))
        yield Wijziging("sort → reverse", _zet(knoop, "keywords", [*over, om]))


def _van_som(knoop: ast.BinOp | ast.AugAssign) -> Iterator[Wijziging]:
    delen = (knoop.left, knoop.right) if isinstance(knoop, ast.BinOp) else (knoop.value,)
    tekst = (ast.JoinedStr, ast.Tuple, ast.List, ast.ListComp)
    if any(isinstance(d, tekst) or (isinstance(d, ast.Constant) and isinstance(d.value, str)) for d in delen):
        return
    if isinstance(knoop.op, (ast.Add, ast.Sub)):
        plus = isinstance(knoop.op, ast.Add)
        yield Wijziging("+ → -" if plus else "- → +", _zet(knoop, "op", ast.Sub() if plus else ast.Add()))


def _van_keuze(knoop: ast.If | ast.IfExp | ast.While) -> Iterator[Wijziging]:
    weg = isinstance(knoop, ast.If) and isinstance(knoop.body[-1], (ast.Continue, ast.Return)) and len(knoop.body) == 1
    if weg:
        yield Wijziging("if x → if False", _zet(knoop, "test", ast.Constant(False)))
    if not isinstance(knoop.test, (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Constant)):
        yield Wijziging("if x → if not x", _zet(knoop, "test", _niet(knoop.test)))


def _van_filter(knoop: ast.comprehension) -> Iterator[Wijziging]:
    if knoop.ifs:
        yield Wijziging("for … if x → for …", _zet(knoop, "ifs", []), knoop.ifs[0].lineno)


def _niet(knoop: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), knoop)


_SOORTEN: Mapping[type[ast.AST], Callable[[Any], Iterator[Wijziging]]] = {
    ast.Compare: _van_vergelijking,
    ast.BoolOp: _van_en_of,
    ast.UnaryOp: _van_niet,
    ast.Constant: _van_constante,
    ast.Call: _van_aanroep,
    ast.BinOp: _van_som,
    ast.AugAssign: _van_som,
    ast.If: _van_keuze,
    ast.IfExp: _van_keuze,
    ast.While: _van_keuze,
    ast.comprehension: _van_filter,
}


def wijzigingen(knoop: ast.AST) -> list[Wijziging]:
    """Return all changes of one node."""
    maak = _SOORTEN.get(type(knoop))
    return list(maak(knoop)) if maak else []


SOORTEN: Mapping[type[ast.AST], str] = {
    ast.Compare: "vergelijking",
    ast.BoolOp: "en_of",
    ast.Constant: "getal",
    ast.BinOp: "getal",
    ast.AugAssign: "getal",
    ast.Call: "volgorde",
}
"""What kind of change it is; ``plaats`` is a number in square brackets, ``keuze`` is the rest (if, not, filter)."""
ALLE_SOORTEN = (*dict.fromkeys(SOORTEN.values()), "plaats", "keuze")


def soort_van(knoop: ast.AST, in_haken: set[ast.AST]) -> str:
    """Return the kind of change that can be made of a node."""
    if isinstance(knoop, ast.Constant):
        return "keuze" if isinstance(knoop.value, bool) else "plaats" if knoop in in_haken else "getal"
    return SOORTEN.get(type(knoop), "keuze")


def _in_haken(boom: ast.Module) -> set[ast.AST]:
    """Return the numbers that say which part of a row is meant: ``rij[0]``, ``rij[:3]``."""
    haken = [knoop.slice for knoop in ast.walk(boom) if isinstance(knoop, ast.Subscript)]
    delen = [deel for s in haken for deel in ([s.lower, s.upper] if isinstance(s, ast.Slice) else [s])]
    return {deel.operand if isinstance(deel, ast.UnaryOp) else deel for deel in delen if deel}


def _buiten(boom: ast.Module) -> set[ast.AST]:
    """Return the nodes that are no behaviour: annotations, and what makes a class a dataclass."""
    weg: list[ast.AST] = []
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.ClassDef):
            weg += knoop.decorator_list
        weg += [deel for naam in ("annotation", "returns") if (deel := getattr(knoop, naam, None))]
    return {deel for knoop in weg for deel in ast.walk(knoop)}


def _functies(boom: ast.Module) -> dict[ast.AST, int]:
    """Return for every node in the body of a function the first line of the outermost one (decorators count)."""
    gevonden: dict[ast.AST, int] = {}
    for knoop in ast.walk(boom):
        if not isinstance(knoop, (ast.FunctionDef, ast.AsyncFunctionDef)) or knoop in gevonden:
            continue
        eerste = min([knoop.lineno, *(deel.lineno for deel in knoop.decorator_list)])
        gevonden |= {deel: eerste for onder in knoop.body for deel in ast.walk(onder)}
    return gevonden


def mutanten(module: str) -> list[Mutant]:
    """Return all mutants of a module (a path from the root of the project)."""
    tekst = (WORTEL / module).read_text(encoding="utf-8")
    boom, regels = ast.parse(tekst), tekst.splitlines()
    buiten, functies, haken = _buiten(boom), _functies(boom), _in_haken(boom)
    gevonden = []
    for nr, knoop in enumerate(ast.walk(boom)):
        for keuze, deel in enumerate(wijzigingen(knoop) if knoop not in buiten else ()):
            lijn = deel.lijn or getattr(knoop, "lineno", 1)
            gevonden.append(Mutant(module, nr, keuze, lijn, regels[lijn - 1].strip(), deel.wat, functies.get(knoop, 0),
                                   soort_van(knoop, haken)))  # fmt: skip
    return _onderscheiden(sorted(gevonden, key=lambda m: (m.lijn, m.knoop, m.keuze)))


def _onderscheiden(alle: Iterable[Mutant]) -> list[Mutant]:
    """Number the mutants that would have the same key, in the order of the file."""
    keren: Counter[tuple[str, str, str]] = Counter()
    uit = []
    for mutant in alle:
        keren[mutant.sleutel] += 1
        nr = keren[mutant.sleutel]
        uit.append(mutant if nr == 1 else replace(mutant, wat=f"{mutant.wat} #{nr}"))
    return uit


def gemuteerd(mutant: Mutant) -> CodeType:
    """Return the compiled module with the change in it; the lines stay where they are."""
    pad = WORTEL / mutant.module
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    knoop = next(deel for nr, deel in enumerate(ast.walk(boom)) if nr == mutant.knoop)
    wijzigingen(knoop)[mutant.keuze].doe()
    return compile(ast.fix_missing_locations(boom), str(pad), "exec")


# --- running in children -----------------------------------------------------------------------------------------


def in_kind(werk: Callable[[], Any], seconden: float = 0) -> Any:
    """Return what *werk* returns in a child of its own; None when it died or used too much time."""
    lees, schrijf = os.pipe()
    kind = os.fork()
    if kind == 0:
        os.close(lees)
        _sluit_af(werk, schrijf, seconden)
    os.close(schrijf)
    with os.fdopen(lees, "rb") as stroom:
        antwoord = stroom.read()
    os.waitpid(kind, 0)
    return pickle.loads(antwoord) if antwoord else None


def _sluit_af(werk: Callable[[], Any], schrijf: int, seconden: float) -> None:
    """Do the work in the child and leave, without cleaning up what is the parent's."""
    if seconden:
        resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
        signal.setitimer(signal.ITIMER_PROF, seconden)
        signal.alarm(int(seconden * 10))
    try:
        antwoord = pickle.dumps(werk())
        with os.fdopen(schrijf, "wb") as stroom:
            stroom.write(antwoord)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def _stil() -> None:
    """Send what a child prints to nowhere."""
    niets = os.open(os.devnull, os.O_WRONLY)
    os.dup2(niets, 1)
    os.dup2(niets, 2)


# --- one session of pytest, many mutants --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Meting:
    """What one test does without a mutant: how long it takes, and which functions it calls."""

    seconden: float
    goed: bool
    functies: frozenset[tuple[str, int]]


@dataclass
class Uitslag:
    """Mutant → the test that noticed it, or None; ``bij_import`` are those that need a fresh process."""

    gedood: dict[Mutant, str] = field(default_factory=dict)
    over: list[Mutant] = field(default_factory=list)
    bij_import: list[Mutant] = field(default_factory=list)


class Oproepen:
    """Notes which functions of the rule modules are called; cProfile is the quickest that can tell."""

    def __init__(self, modules: Iterable[str]) -> None:
        self._paden = {str(WORTEL / module): module for module in modules}
        self._meter = cProfile.Profile()

    def __enter__(self) -> Oproepen:
        self._meter = cProfile.Profile()
        self._meter.enable()
        return self

    def __exit__(self, *_: object) -> None:
        self._meter.disable()

    @property
    def gezien(self) -> frozenset[tuple[str, int]]:
        """Return (module, first line) of every function that was called."""
        codes = (deel.code for deel in self._meter.getstats() if isinstance(deel.code, CodeType))
        paden = self._paden
        return frozenset((paden[code.co_filename], code.co_firstlineno) for code in codes if code.co_filename in paden)


class Sessie:
    """A plugin of pytest: after collecting it tries all mutants, each in a child."""

    def __init__(self, mutanten: Sequence[Mutant], grondig: bool, klaar: Callable[[Mutant, str], None],
                 alle_tests: bool = False) -> None:  # fmt: skip
        self.mutanten, self.grondig, self.klaar, self.alle_tests = mutanten, grondig, klaar, alle_tests
        self.uitslag = Uitslag()
        self.oproepen = Oproepen({mutant.module for mutant in mutanten})
        self._onthouden: set[tuple[str, int]] = set()
        self._proeven: dict[frozenset[str], list[tuple[ModuleType, Any]]] = {}
        self._eerst: defaultdict[tuple[str, int], list[str]] = defaultdict(list)

    def pytest_runtestloop(self, session: Any) -> bool:
        """Measure the tests, then try the mutants."""
        self.oproepen.__exit__()
        bij_import = self.oproepen.gezien
        items = self._te_gebruiken(session.items)
        metingen: dict[str, Meting] = in_kind(lambda: self._meet(list(items.values()))) or {}
        for naam in (naam for naam, meting in metingen.items() if not meting.goed):
            print(f"faalt al zonder mutant: {naam}", file=sys.stderr)
        print(f"{len(items)} tests, {sum(m.seconden for m in metingen.values()):.0f} s", file=sys.stderr)
        self._onthouden = met_geheugen({mutant.module for mutant in self.mutanten})
        functies = functies_van({str(WORTEL / mutant.module) for mutant in self.mutanten})
        onthoud_invoer()
        gc.freeze()
        for mutant in self.mutanten:
            plek = (mutant.module, mutant.functie)
            door = self._door_voorbeelden(mutant, functies) or self._door_tests(mutant, items, metingen, functies)
            if door:
                self.uitslag.gedood[mutant] = door
            elif not mutant.functie or plek in bij_import:
                self.uitslag.bij_import.append(mutant)
            else:
                self.uitslag.over.append(mutant)
            self.klaar(mutant, door)
        return True

    def _te_gebruiken(self, alle: Sequence[Any]) -> dict[str, Any]:
        """Return the tests by name: those that are in no rule's name, and in the second try those of these rules."""
        codes = {code for mutant in self.mutanten for code in codes_van(mutant.module)}
        namen = {i.nodeid: i for i in alle if not any(naam in i.nodeid for naam in HEEL_TRAAG)}
        if not (self.grondig or self.alle_tests) and all(codes_van(mutant.module) for mutant in self.mutanten):
            return {}
        return {
            naam: item
            for naam, item in namen.items()
            if VOORBEELD not in naam or (self.grondig and not codes.isdisjoint(_CODE.findall(naam)))
        }

    def _door_voorbeelden(self, mutant: Mutant, functies: Functies) -> str:
        """Return the example that notices, when only the rules of the module are asked."""
        codes = codes_van(mutant.module)
        if not codes or not mutant.functie:
            return ""
        eerst = self._eerst[mutant.module, mutant.functie]
        proeven = sorted(self._goede_proeven(codes), key=lambda proef: str(proef[1]) not in eerst)

        def werk() -> str:
            _stil()
            gc.disable()
            vervang(mutant, functies)
            return eerste_voorbeeld_dat_faalt(proeven, codes)

        return self._gezien(mutant, in_kind(werk, 60) if proeven else "")

    def _goede_proeven(self, codes: frozenset[str]) -> list[tuple[ModuleType, Any]]:
        """Return the examples that these rules can judge alone: those that are right without a mutant."""
        if codes not in self._proeven:
            proeven = proeven_voor(codes, self.grondig)
            fout = set(
                in_kind(lambda: [nr for nr, proef in enumerate(proeven) if eerste_voorbeeld_dat_faalt([proef], codes)])
                or ()
            )
            self._proeven[codes] = [proef for nr, proef in enumerate(proeven) if nr not in fout]
        return self._proeven[codes]

    def _door_tests(self, mutant: Mutant, items: Mapping[str, Any], metingen: Mapping[str, Meting],
                    functies: Functies) -> str:  # fmt: skip
        """Return the test that notices."""
        gekozen = [items[naam] for naam in self._volgorde(mutant, items, metingen)] if mutant.functie else []
        if not gekozen:
            return ""

        def werk() -> str:
            _stil()
            gc.disable()
            vervang(mutant, functies)
            return eerste_die_faalt(gekozen)

        return self._gezien(mutant, in_kind(werk, 10 + 4 * sum(metingen[i.nodeid].seconden for i in gekozen)))

    def _gezien(self, mutant: Mutant, door: str | None) -> str:
        """Return what noticed, and let it go first at the next mutant of this function."""
        plek = (mutant.module, mutant.functie)
        if door:
            self._eerst[plek] = [door, *(naam for naam in self._eerst[plek] if naam != door)]
        return "(tijd of geheugen)" if door is None else door

    def _meet(self, items: Sequence[Any]) -> dict[str, Meting]:
        """Return what each test does; an example is taken to be quick, good, and to call everything."""
        metingen = {i.nodeid: Meting(0.05, True, frozenset({ALLES})) for i in items if VOORBEELD in i.nodeid}
        items = [item for item in items if item.nodeid not in metingen]
        stroom = uitkomsten(items)
        for _ in items:
            with self.oproepen as gezien:
                naam, goed, seconden = next(stroom)
            metingen[naam] = Meting(seconden, goed, gezien.gezien)
        return metingen

    def _volgorde(self, mutant: Mutant, items: Mapping[str, Any], metingen: Mapping[str, Meting]) -> list[str]:
        """Return the tests that call the function: what noticed earlier, the same rule, the quick ones first."""
        plek = (mutant.module, mutant.functie)
        codes = codes_van(mutant.module)
        mogelijk = [n for n, meting in metingen.items() if meting.goed and self._roept_aan(mutant, meting)]
        mogelijk = [n for n in mogelijk if not _CODE.findall(n) or not codes.isdisjoint(_CODE.findall(n))]
        eerder = self._eerst[plek]
        volgorde = sorted(
            mogelijk,
            key=lambda naam: (
                naam not in eerder,
                is_eigenschap(items[naam]),
                codes.isdisjoint(_CODE.findall(naam)),
                metingen[naam].seconden,
            ),
        )
        snel = [n for n in volgorde if metingen[n].seconden <= SNEL and not is_eigenschap(items[n])]
        return volgorde if self.grondig else snel

    def _roept_aan(self, mutant: Mutant, meting: Meting) -> bool:
        """True when a test calls the function; what a cache answers is not seen, then any call of the module counts."""
        if ALLES in meting.functies:
            return True
        if (mutant.module, mutant.functie) in self._onthouden:
            return any(module == mutant.module for module, _ in meting.functies)
        return (mutant.module, mutant.functie) in meting.functies


Functies = Mapping[tuple[str, int], list[FunctionType]]


def proeven_voor(codes: frozenset[str], alle: bool) -> list[tuple[ModuleType, Any]]:
    """Return the examples of these rules (or all), each with the test module that can judge it."""
    modules = [sys.modules[naam] for naam in TESTMODULES]
    paren = [(module, voorbeeld) for module in modules for voorbeeld in module.VOORBEELDEN]
    return [paar for paar in paren if alle or codes & {paar[1].code, *(deel[:3] for deel in paar[1].verwacht)}]


def onthoud_invoer() -> None:
    """Make what every example begins with once, in the parent: its files, and the inrichting with its texts filled in.

    Neither of them comes from a rule module.
    """
    from generator.checks import uitvoeren

    regels = sys.modules["test_regels"]
    bestanden_van = regels.bestanden_van
    bestanden = {id(voorbeeld): bestanden_van(voorbeeld) for voorbeeld in regels.VOORBEELDEN}
    # A test may make an example of its own.
    regels.bestanden_van = lambda v: bestanden[id(v)] if id(v) in bestanden else bestanden_van(v)  # type: ignore[attr-defined]
    gevuld: dict[tuple[int, str, str], tuple[Any, Any]] = {}
    ingevuld = uitvoeren.ingevuld

    def uit_geheugen(inrichting: Any) -> Any:
        sleutel = id(inrichting.fasen), repr(inrichting.parameters), repr(inrichting.organisatie)
        if sleutel not in gevuld:
            # The first is kept too, so that no other gets its id.
            gevuld[sleutel] = inrichting, ingevuld(inrichting)
        return gevuld[sleutel][1]

    uitvoeren.ingevuld = uit_geheugen  # type: ignore[attr-defined]


def eerste_voorbeeld_dat_faalt(proeven: Sequence[tuple[ModuleType, Any]], codes: frozenset[str]) -> str:
    """Return the first example in which the rules with these codes say something else, or nothing."""
    from generator.checks import REGELS, uitvoeren

    # What R01 and R02 leave to other rules, those rules must be there for.
    gevraagd = tuple(r for r in REGELS if r.code in codes or (r.dekt and "R01" in codes))
    for functie in (uitvoeren.controleer, uitvoeren.toets):
        functie.__kwdefaults__ = {**functie.__kwdefaults__, "regels": gevraagd}
    return next((str(voorbeeld) for module, voorbeeld in proeven if not _klopt(module, voorbeeld, codes)), "")


def _klopt(module: ModuleType, voorbeeld: Any, codes: frozenset[str]) -> bool:
    """Judge an example as its test does, as far as it is about these codes."""
    try:
        rapport = module.rapport_van(voorbeeld)
    except Exception:
        return False
    gevonden = [deel for deel in module.uitkomst(rapport) if deel[:3] in codes]
    if gevonden != sorted(deel for deel in voorbeeld.verwacht if deel[:3] in codes):
        return False
    if voorbeeld.code not in codes:
        return True
    eigen = [b for b in rapport.bevindingen if b.code == voorbeeld.code]
    redenen = [o.reden for o in rapport.overgeslagen]
    zegt, plek = getattr(voorbeeld, "zegt", ""), getattr(voorbeeld, "plek", "")
    plekken = {deel for b in eigen for deel in (b.vindplaatsen[0].veld, b.vindplaatsen[0].plek)}
    return (
        (not getattr(voorbeeld, "veld", "") or voorbeeld.veld in plekken)
        and (not voorbeeld.ernst or {b.ernst.value for b in eigen} == {voorbeeld.ernst})
        and (not voorbeeld.overgeslagen or any(voorbeeld.overgeslagen in reden for reden in redenen))
        and (not zegt or any(zegt in b.bericht for b in eigen))
        and (not getattr(voorbeeld, "plekken", ()) or module.zelfde_plekken(voorbeeld.plekken, eigen[0]))
        and (not plek or plek in plekken)
    )


def eerste_die_faalt(items: Sequence[Any]) -> str:
    """Run the tests in order; return the name of the first that fails, or nothing."""
    return next((naam for naam, goed, _ in uitkomsten(items) if not goed), "")


def uitkomsten(items: Sequence[Any]) -> Iterator[tuple[str, bool, float]]:
    """Run the tests; yield of each its name, whether it passed, and the seconds it took.

    A test that asks for no fixtures is just called: for the many small examples pytest is half of the time.
    """
    from _pytest.runner import runtestprotocol

    met_pytest = [item for item in items if not is_kaal(item)]
    volgende = dict(zip(met_pytest, [*met_pytest[1:], None], strict=False))
    for item in items:
        begin = time.perf_counter()
        if item in volgende:
            verslagen = runtestprotocol(item, log=False, nextitem=volgende[item])
            goed = not any(verslag.failed for verslag in verslagen)
        else:
            goed = _roep_aan(item)
        yield str(item.nodeid), goed, time.perf_counter() - begin


def _roep_aan(item: Any) -> bool:
    try:
        item.obj(**_gegeven(item))
    except Exception:
        return False
    return True


def _gegeven(item: Any) -> Mapping[str, Any]:
    keuze = getattr(item, "callspec", None)
    return keuze.params if keuze else {}


def is_kaal(item: Any) -> bool:
    """True for a test that is a function of what stands in ``parametrize``, and of nothing else."""
    return not (is_eigenschap(item) or item.cls or set(item.fixturenames) - _gegeven(item).keys())


def is_eigenschap(item: Any) -> bool:
    """True for a test of hypothesis: not the same in every run."""
    return bool(getattr(getattr(item, "obj", None), "is_hypothesis_test", False))


@cache
def codes_van(module: str) -> frozenset[str]:
    """Return the codes of the rules that a module speaks of; what all rules share, is tried by all of them."""
    codes = frozenset(_CODE.findall((WORTEL / module).read_text(encoding="utf-8")))
    if codes or not module.startswith("generator/checks/"):
        return codes
    teksten = [pad.read_text(encoding="utf-8") for pad in (WORTEL / "generator" / "checks").glob("*.py")]
    return frozenset(code for tekst in teksten for code in re.findall(r'@regel\("(R\d\d)"', tekst))


def functies_van(paden: set[str]) -> dict[tuple[str, int], list[FunctionType]]:
    """Return (path, first line) → the functions that were made of that code."""
    gevonden: defaultdict[tuple[str, int], list[FunctionType]] = defaultdict(list)
    for ding in gc.get_objects():
        if isinstance(ding, FunctionType) and ding.__code__.co_filename in paden:
            gevonden[ding.__code__.co_filename, ding.__code__.co_firstlineno].append(ding)
    return gevonden


def vervang(mutant: Mutant, functies: Mapping[tuple[str, int], list[FunctionType]]) -> None:
    """Put the changed code in the functions that have it, and forget what was remembered."""
    nieuw = next(code for code in codes_in(gemuteerd(mutant)) if code.co_firstlineno == mutant.functie)
    for functie in functies[str(WORTEL / mutant.module), mutant.functie]:
        if functie.__code__.co_qualname == nieuw.co_qualname:
            functie.__code__ = nieuw
    for _, wis in _caches(mutant.module):
        wis()


def met_geheugen(modules: Iterable[str]) -> set[tuple[str, int]]:
    """Return the functions with a cache: of those a call is not always seen."""
    return {(module, functie.__code__.co_firstlineno) for module in modules for functie, _ in _caches(module)}


def _caches(module: str) -> Iterator[tuple[FunctionType, Callable[[], None]]]:
    """Yield the functions of a module that remember their answers, and how to make them forget."""
    for ding in vars(sys.modules[naam_van_module(module)]).values():
        if callable(wis := getattr(ding, "cache_clear", None)):
            yield ding.__wrapped__, wis


def naam_van_module(pad: str) -> str:
    """Return ``generator.kalender`` for ``generator/kalender.py``."""
    return pad.removesuffix(".py").replace("/", ".")


def codes_in(code: CodeType) -> Iterator[CodeType]:
    """Yield the code of the functions of a module and of its classes, outermost first."""
    for deel in code.co_consts:
        if isinstance(deel, CodeType):
            if deel.co_flags & 0x0002:  # CO_NEWLOCALS: a function, not the body of a class
                yield deel
            yield from codes_in(deel)


# --- a fresh process per mutant ------------------------------------------------------------------------------------


class Invoer(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the changed source when the module is imported."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._naam = naam_van_module(mutant.module)

    def find_spec(self, naam: str, _pad: object = None, _doel: object = None) -> importlib.machinery.ModuleSpec | None:
        """Return how the module is to be made; None for all others."""
        if naam != self._naam:
            return None
        return importlib.machinery.ModuleSpec(naam, self, origin=str(WORTEL / self._mutant.module))

    def exec_module(self, module: ModuleType) -> None:
        """Execute the changed module."""
        module.__file__ = str(WORTEL / self._mutant.module)
        exec(gemuteerd(self._mutant), vars(module))


def vers(mutant: Mutant, eigen: Sequence[str] = ()) -> str:
    """Try a mutant in a process that has not imported the project yet; return what noticed, or nothing."""
    codes = codes_van(mutant.module)
    goed = _goed_zonder_mutant(codes)
    gezien = in_kind(lambda: _voorbeelden_vers(mutant, codes, goed), 120) if goed else ""
    if gezien is None:
        return "(tijd of geheugen)"
    if gezien:
        return str(gezien)
    status = in_kind(lambda: _tests_vers(mutant, eigen or TESTS), 600)
    return "" if status == 0 else f"(vers proces, status {status})"


@cache
def _goed_zonder_mutant(codes: frozenset[str]) -> frozenset[str]:
    """Return the names of the examples that these rules can judge alone."""

    def werk() -> list[str]:
        _importeer_tests()
        proeven = proeven_voor(codes, alle=False)
        return [str(deel[1]) for deel in proeven if not eerste_voorbeeld_dat_faalt([deel], codes)]

    return frozenset(in_kind(werk) or ()) if codes else frozenset()


def _importeer_tests() -> None:
    sys.path[:0] = [str(WORTEL / "tests" / "checks"), str(WORTEL / "tests")]
    for naam in TESTMODULES:
        importlib.import_module(naam)


def _voorbeelden_vers(mutant: Mutant, codes: frozenset[str], goed: frozenset[str]) -> str:
    _stil()
    sys.meta_path.insert(0, Invoer(mutant))
    try:
        _importeer_tests()
    except Exception:
        return "(import)"
    return eerste_voorbeeld_dat_faalt([p for p in proeven_voor(codes, alle=False) if str(p[1]) in goed], codes)


def _tests_vers(mutant: Mutant, tests: Sequence[str]) -> int:
    import pytest

    _stil()
    sys.meta_path.insert(0, Invoer(mutant))
    anders = " or ".join((*HEEL_TRAAG, "test_voorbeeld"))
    return int(pytest.main([*OPTIES, *tests, "-k", f"not ({anders})"]))


# --- what is known to be no change ---------------------------------------------------------------------------------


def lees_gelijk(pad: Path = GELIJK) -> dict[tuple[str, str, str], str]:
    """Return (module, line, change) → why it changes nothing; ValueError for a line that can't be read."""
    gevonden: dict[tuple[str, str, str], str] = {}
    sleutel: tuple[str, str, str] | None = None
    for regel in pad.read_text(encoding="utf-8").splitlines() if pad.exists() else ():
        if not regel.strip() or regel.startswith("#"):
            continue
        if regel[0] == " " and sleutel is not None:
            gevonden[sleutel] = f"{gevonden[sleutel]} {regel.strip()}".strip()
            continue
        delen = re.fullmatch(r"(\S+\.py): (.*) \[([^]]+)\]", regel)
        if delen is None:
            raise ValueError(f"{pad.name}: ‘{regel}’ is geen ‘module: regel [wijziging]’")
        sleutel = (delen[1], delen[2], delen[3])
        gevonden[sleutel] = ""
    return gevonden


def naam_van(mutant: Mutant) -> str:
    """Return a mutant as it stands in the list of those that change nothing."""
    return f"{mutant.module}: {mutant.regel} [{mutant.wat}]"


def overlevers_in(tekst: str) -> list[str]:
    """Return the mutants that an earlier run said had survived."""
    return re.findall(r"^overleeft: (.*) \(regel \d+\)$", tekst, re.MULTILINE)


# --- the whole run -------------------------------------------------------------------------------------------------


def alle_modules() -> list[str]:
    """Return the modules that hold rules, or what rules reckon with."""
    checks = sorted((WORTEL / "generator" / "checks").glob("*.py"))
    return [*(f"generator/checks/{pad.name}" for pad in checks if pad.stem not in GEEN_REGELS), *OOK]


def in_sessie(gekozen: Sequence[Mutant], grondig: bool, eigen: Sequence[str] = ()) -> Uitslag:
    """Try the mutants in one session of pytest, in a child; this process stays free of the project.

    With *eigen* (paths) those tests are tried besides the examples, and no others.
    """

    def klaar(mutant: Mutant, door: str) -> None:
        teken = "." if door else "?"
        print(teken if door else f"\n{mutant.lijn} {naam_van(mutant)}", end="", file=fout, flush=True)

    def werk() -> Uitslag:
        import pytest

        sessie = Sessie(gekozen, grondig, klaar, alle_tests=bool(eigen))
        tests = [*VOORBEELDTESTS, *eigen] if eigen else [*TESTS, *(TRAGE_TESTS if grondig else ())]
        with sessie.oproepen, contextlib.redirect_stdout(io.StringIO()):
            pytest.main([*OPTIES, "-s", *tests], plugins=[sessie])
        return sessie.uitslag

    fout = os.fdopen(os.dup(2), "w")
    uitslag = in_kind(werk)
    if uitslag is None:
        raise SystemExit("de tests konden niet beginnen")
    return uitslag  # type: ignore[no-any-return]


def probeer_alle(
    gekozen: Sequence[Mutant], bekend: Mapping[tuple[str, str, str], str], snel: bool, eigen: Sequence[str] = ()
) -> Uitslag:
    """Try all mutants with the quick tests, the unexplained survivors with all tests, the rest in fresh processes."""
    uitslag = in_sessie(gekozen, grondig=False, eigen=eigen)
    over = [mutant for mutant in uitslag.over if mutant.sleutel not in bekend]
    if over and not snel:
        tweede = in_sessie(over, grondig=True)
        uitslag.gedood |= tweede.gedood
        uitslag.over = [mutant for mutant in uitslag.over if mutant not in tweede.gedood]
    for mutant in uitslag.bij_import:
        door = vers(mutant, eigen)
        if door:
            uitslag.gedood[mutant] = door
        else:
            uitslag.over.append(mutant)
    return uitslag


def vertel(uitslag: Uitslag, bekend: Mapping[tuple[str, str, str], str], alle: Sequence[Mutant]) -> int:
    """Print what survived and what is no longer right in the list; return how many things there are to do.

    *alle* are the mutants of these modules, tried or not.
    """
    nieuw = [mutant for mutant in uitslag.over if mutant.sleutel not in bekend]
    over = {mutant.sleutel for mutant in uitslag.over}
    gezien, bestaat = {mutant.sleutel for mutant in uitslag.gedood}, {mutant.sleutel for mutant in alle}
    modules = {mutant.module for mutant in alle}
    oud = [sleutel for sleutel in bekend if sleutel in gezien or (sleutel[0] in modules and sleutel not in bestaat)]
    for mutant in sorted(nieuw, key=lambda m: (m.module, m.lijn)):
        print(f"overleeft: {naam_van(mutant)} (regel {mutant.lijn})")
    for module, regel, wat in oud:
        print(f"hoort niet meer in {GELIJK.name}: {module}: {regel} [{wat}]")
    totaal = len(uitslag.gedood) + len(uitslag.over)
    print(f"{totaal} mutanten: {len(uitslag.gedood)} gezien, {len(over) - len(nieuw)} verklaard, {len(nieuw)} over")
    return len(nieuw) + len(oud)


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run the mutation check; return 1 when something survived unexplained, or the list is out of date."""
    lezer = argparse.ArgumentParser(description="Verander de regels één voor één en kijk of een test het merkt.")
    lezer.add_argument("modules", nargs="*", help="paden van modules; zonder: alle regelmodules")
    lezer.add_argument("--regel", default="", help="alleen mutanten op bronregels met deze tekst erin")
    lezer.add_argument("--soorten", default=",".join(ALLE_SOORTEN),
                       help=f"alleen deze soorten, met komma's ertussen: {', '.join(ALLE_SOORTEN)}")  # fmt: skip
    lezer.add_argument("--uit", type=Path, action="append", default=[], metavar="BESTAND",
                       help="alleen wat in dit bestand overleefde: de uitvoer van een eerdere keer")  # fmt: skip
    lezer.add_argument("--tests", action="append", default=[], metavar="PAD",
                       help="alleen deze tests, naast de voorbeelden van de regel")  # fmt: skip
    lezer.add_argument("--snel", action="store_true", help="geen tweede poging met trage tests en hypothesis")
    lezer.add_argument("--toon", action="store_true", help="noem ook welke test elke mutant zag")
    keuze = lezer.parse_args(argumenten)
    begin = time.perf_counter()
    os.chdir(WORTEL)
    os.environ["CI"] = "1"  # hypothesis then tries the same examples in every run
    sys.path.insert(0, str(WORTEL))
    for naam in ZWARE_MODULES:
        importlib.import_module(naam)
    eerder = {naam for pad in keuze.uit for naam in overlevers_in(pad.read_text(encoding="utf-8"))}
    modules = keuze.modules or sorted({naam.partition(":")[0] for naam in eerder}) or alle_modules()
    alle, soorten, bekend = [m for module in modules for m in mutanten(module)], keuze.soorten.split(","), lees_gelijk()
    gekozen = [m for m in alle if keuze.regel in m.regel and m.soort in soorten]
    gekozen = [m for m in gekozen if not keuze.uit or naam_van(m) in eerder]
    uitslag = probeer_alle(gekozen, bekend, keuze.snel or bool(keuze.tests), keuze.tests)
    print(file=sys.stderr)
    for mutant, door in uitslag.gedood.items() if keuze.toon else ():
        print(f"gezien: {mutant.lijn} {naam_van(mutant)}: {door}")
    te_doen = vertel(uitslag, bekend, alle)
    print(f"{time.perf_counter() - begin:.0f} seconden")
    return min(te_doen, 1)


if __name__ == "__main__":
    sys.exit(main())
