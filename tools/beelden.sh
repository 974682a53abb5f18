#!/bin/sh
# Make the pictures of the README from real output (needs LibreOffice and poppler-utils).
set -eu
wortel=$(cd "$(dirname "$0")/.." && pwd)
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
"$wortel/.venv/bin/achtfasen" voorbeeld --naar "$werk/uit" >/dev/null
cp "$werk/uit/handleiding.docx" "$werk/uit/dossiers/P1/07_begeleidingsplan_c1.docx" "$werk"
cd "$werk"
soffice "-env:UserInstallation=file://$werk/profiel" --headless --convert-to pdf ./*.docx >/dev/null 2>&1
mkdir -p "$wortel/docs/beeld"
pdftoppm -r 60 -png -singlefile -f 1 07_begeleidingsplan_c1.pdf "$wortel/docs/beeld/begeleidingsplan"
blad=$(for nr in $(seq 1 20); do pdftotext -f "$nr" -l "$nr" handleiding.pdf - | grep -q "in één beeld" && echo "$nr"; done | tail -1)
pdftoppm -r 60 -png -singlefile -f "$blad" handleiding.pdf "$wortel/docs/beeld/handleiding"
