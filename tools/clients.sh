#!/bin/sh
# The tests with a real word processor need LibreOffice, those of the report as a page need Chromium, and axe by npm.
# As root we install them; otherwise those tests are skipped.
set -eu
wortel=$(cd "$(dirname "$0")/.." && pwd)
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends \
        libreoffice-writer libreoffice-calc python3-uno poppler-utils fonts-crosextra-carlito fonts-liberation \
        chromium chromium-driver libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 qpdf pdftk-java >/dev/null
    command -v npm >/dev/null || apt-get install -y -qq --no-install-recommends npm >/dev/null
else
    echo "Zonder LibreOffice en Chromium worden de proeven met een echte tekstverwerker en browser overgeslagen."
    echo "Installeren kan met: sudo apt install libreoffice-writer libreoffice-calc python3-uno poppler-utils fonts-crosextra-carlito chromium chromium-driver libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 qpdf pdftk-java npm"
fi
if command -v npm >/dev/null; then
    npm ci --prefix "$wortel/tests/clients" --ignore-scripts --no-audit --no-fund --silent ||
        echo "Het register van npm is niet te bereiken: de proef op toegankelijkheid (axe) wordt overgeslagen."
else
    echo "Zonder npm wordt de proef op toegankelijkheid (axe) overgeslagen."
fi
