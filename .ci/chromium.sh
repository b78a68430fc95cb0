#!/bin/sh
# Prints the path of a Chromium that works, installing one where there is none: chromium.sh [PYTHON]
# What is printed beside that goes to the standard error. CHROMIUM=/path/to/it names one.
set -eu
python=${1:-python3}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Asking for the version tells a browser from a stub that only advertises one.
works() {
    "$1" --version >/dev/null 2>&1
}

find_chromium() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if path=$(command -v "$name") && works "$path"; then
            printf '%s\n' "$path"
            return
        fi
    done
}

# Playwright drives the browser through a program of its own, which needs a library that a bare system lacks.
driver_works() {
    "$python" -m playwright --version >/dev/null 2>&1
}

if [ -n "${CHROMIUM:-}" ]; then
    works "$CHROMIUM" || fail "CHROMIUM names $CHROMIUM, which does not run. Correct it, or unset it to have one looked for."
    chromium=$CHROMIUM
else
    chromium=$(find_chromium)
fi

missing=''
[ -n "$chromium" ] || missing='chromium fonts-noto-core'
driver_works || missing="${missing:+$missing }libatomic1"
if [ -z "$missing" ]; then
    printf '%s\n' "$chromium"
    exit
fi

if [ "$(id -u)" = 0 ]; then
    as_root=env
elif sudo -n true >/dev/null 2>&1; then
    as_root='sudo -n env'
else
    fail "The browser tests need $missing, and installing that needs rights that you do not have. Ask for" \
        "\"apt-get install $missing\", or name a Chromium or Chrome of your own: make test CHROMIUM=/path/to/it"
fi

echo "Installing $missing for the browser tests. This is done once." >&2
{
    $as_root apt-get update --quiet &&
        $as_root DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends $missing
} >&2 || echo 'The system has none of it to install; trying what comes for Playwright.' >&2

[ -n "$chromium" ] || chromium=$(find_chromium)
if [ -z "$chromium" ]; then
    # Ubuntu offers Chromium as a snap alone, which needs a whole system; Playwright brings one that does not.
    "$python" -m playwright install --with-deps chromium >&2 || true
    chromium=$("$python" -c 'from playwright.sync_api import sync_playwright
with sync_playwright() as playwright: print(playwright.chromium.executable_path)') || true
fi
[ -n "$chromium" ] && works "$chromium" || fail 'Chromium could not be installed; the reason stands above. Install it by hand' \
    '(on Debian: apt-get install chromium fonts-noto-core) or name one: make test CHROMIUM=/path/to/it'
driver_works || fail 'Playwright, which drives the browser, does not run; its reason:' "$("$python" -m playwright --version 2>&1)"
printf '%s\n' "$chromium"
