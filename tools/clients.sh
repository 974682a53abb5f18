#!/bin/sh
# The tests with a real word processor need LibreOffice.  As root we install it; otherwise those tests are skipped.
set -eu
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends \
        libreoffice-writer libreoffice-calc python3-uno poppler-utils fonts-crosextra-carlito fonts-liberation >/dev/null
else
    echo "LibreOffice ontbreekt: de proeven met een echte tekstverwerker worden overgeslagen."
    echo "Installeren kan met: sudo apt install libreoffice-writer libreoffice-calc python3-uno poppler-utils fonts-crosextra-carlito"
fi
