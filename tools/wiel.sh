#!/bin/sh
# Build the wheel, install it in an empty environment, and walk the whole road away from the checkout.
set -eu
wortel=$(cd "$(dirname "$0")/.." && pwd)
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$wortel"
.venv/bin/pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir "$werk" .
python3 -m venv "$werk/leeg"
"$werk/leeg/bin/pip" install --quiet --disable-pip-version-check "$werk"/achtfasen-*.whl
cd "$werk"
af="$werk/leeg/bin/achtfasen"
"$af" --help >/dev/null
"$af" lijst uitgangsmodellen
"$af" voorbeeld --naar voorbeeld
"$af" nieuw mijn --uitgangsmodel opvang2004
"$af" toets mijn/inrichting.yaml
"$af" maak mijn/inrichting.yaml --naar uit
"$af" maak mijn/inrichting.yaml --naar uit --formaat excel --formaat pdf --formulier begeleidingsplan
for soort in docx xlsx pdf; do
    "$af" lees "uit/formulieren/begeleidingsplan.$soort" --json >/dev/null
done
"$af" controleer voorbeeld/dossiers/P1 voorbeeld/dossiers/P2 --inrichting opvang2004 --strikt
# The round trip, the reports and the example dossiers, with the installed package instead of the checkout.
"$werk/leeg/bin/pip" install --quiet --disable-pip-version-check hypothesis pytest pytest-xdist
cp -r "$wortel/tests" "$wortel/pyproject.toml" "$werk"
"$werk/leeg/bin/python" -c "import generator, sys; sys.exit('$wortel' in generator.__file__)"
"$werk/leeg/bin/pytest" -n auto tests/formats/test_rondgang.py tests/report tests/checks/test_voorbeelddossiers.py
echo "Het wiel werkt in een lege omgeving."
