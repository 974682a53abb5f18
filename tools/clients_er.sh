#!/bin/sh
# Is everything here that the tests with real programs need? Then there is nothing to install (see clients.sh).
set -eu
wortel=$(cd "$(dirname "$0")/.." && pwd)
for programma in soffice localc chromedriver pdftoppm qpdf pdftk npm; do
    command -v "$programma" >/dev/null 2>&1 || exit 1
done
for pakket in axe-core exceljs xlsx pdf-lib; do
    [ -d "$wortel/tests/clients/node_modules/$pakket" ] || exit 1
done
