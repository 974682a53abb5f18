#!/bin/sh
# Making forms in PDF needs Pango, and a font; everything else goes without. Quiet when they are there.
# As root we install them; otherwise we say how, and the example goes on in Word and Excel.
set -eu
pakketten="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-crosextra-carlito"
kan_zetten() {
    "$1" -c 'import ctypes; [ctypes.CDLL(f"lib{n}.so.0") for n in ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")]' 2>/dev/null
}
heeft_letters() {
    find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" \
        -name 'Carlito-Regular.ttf' -o -name 'LiberationSans-Regular.ttf' -o -name 'DejaVuSans.ttf' 2>/dev/null | grep -q .
}
command -v apt-get >/dev/null || exit 0
if kan_zetten "$1" && heeft_letters; then
    exit 0
fi
if [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends $pakketten; } >/dev/null 2>&1 ||
        echo "Installeren van Pango lukte niet; de formulieren komen er alleen in Word en Excel." >&2
else
    echo "Voor formulieren in pdf is Pango nodig. Installeer het met: sudo apt install $pakketten" >&2
fi
