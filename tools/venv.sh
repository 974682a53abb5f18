#!/bin/sh
# Debian keeps venv in a package of its own; as root we can add it, otherwise we say how.
set -eu
python=$1 venv=$2
rm -rf "$venv"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq python3-venv
    exec "$python" -m venv "$venv"
fi
echo "Python mist het onderdeel venv. Installeer het met: sudo apt install python3-venv" >&2
exit 1
