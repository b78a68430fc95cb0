#!/bin/sh
# Makes a virtual environment with the packages of a requirements file: environment.sh VENV REQUIREMENTS
# Needs Python 3.11 or newer; uses uv where it is there, else pip. Says in a sentence what is missing.
set -eu
venv=$1
requirements=$2

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 && is_new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
}

python=$(find_python)
if [ -z "$python" ]; then
    found=$(python3 --version 2>/dev/null) || found='no Python'
    fail "Dateline needs Python 3.11 or newer, and here is $found. Install it (on Debian 12 or Ubuntu 24.04 or newer:" \
        "sudo apt-get install python3 python3-venv) and type the same command again."
fi

version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
printf 'Setting up %s with Python %s and the packages of %s. This is done once and takes a minute or two.\n' "$venv" "$version" "$requirements"

if ! is_new_enough "$venv/bin/python"; then
    rm -rf "$venv"
fi

no_packages="The packages could not be installed; the reason stands above. Is the network there? Then type the same command again."

if command -v uv >/dev/null 2>&1; then
    [ -x "$venv/bin/python" ] || uv venv --quiet --python "$python" "$venv"
    uv pip install --quiet --python "$venv/bin/python" --requirement "$requirements" || fail "$no_packages"
    exit
fi

if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    fail "Python's module venv is missing. Install it (on Debian or Ubuntu: sudo apt-get install python$version-venv)" \
        "and type the same command again."
fi
"$python" -m venv "$venv" || fail "$venv could not be made; the reason stands above."
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$requirements" || fail "$no_packages"
