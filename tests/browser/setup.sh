#!/bin/sh
# Makes sure that the browser tests have Chromium, its driver, Java and the npm packages; quick and silent when they are there.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

fail() {
    echo "$1" >&2
    exit 1
}

has() {
    command -v "$1" >/dev/null 2>&1
}

has_browser() {
    if [ -n "${CHROMIUM:-}" ]; then has "$CHROMIUM"; else has chromium || has chromium-browser || has google-chrome; fi
}

has_driver() {
    has "${CHROMEDRIVER:-chromedriver}"
}

# Whether axe-core 4.12 or newer is there; the same limit as in govpage/audit/script.py.
has_axe() {
    [ -f "$here/node_modules/axe-core/axe.min.js" ] || return 1
    version=$(sed -n 's/^ *"version": *"\([0-9]*\.[0-9]*\).*/\1/p' "$here/node_modules/axe-core/package.json")
    [ "${version%%.*}" -gt 4 ] || { [ "${version%%.*}" -eq 4 ] && [ "${version#*.}" -ge 12 ]; }
}

# Whether every package of package.json is there.
has_packages() {
    for name in $(sed -n 's/^    "\([^"]*\)": ">=.*/\1/p' "$here/package.json"); do
        [ -f "$here/node_modules/$name/package.json" ] || return 1
    done
}

# install DEBIAN_PACKAGES BREW_ARGUMENTS
install() {
    if has apt-get; then
        apt_install "$1"
    elif has brew; then
        # The arguments are several words.
        # shellcheck disable=SC2086
        brew install $2 || fail "Run: brew install $2"
    else
        fail "Install these with your system's package manager: $1"
    fi
}

apt_install() {
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root="sudo -n"
    if [ -n "$as_root" ] && ! $as_root true 2>/dev/null; then
        fail "Run: sudo apt-get install $1"
    fi
    # shellcheck disable=SC2086
    { $as_root apt-get update && $as_root apt-get install -y --no-install-recommends $1; } ||
        fail "Run: sudo apt-get install $1"
}

has_browser && has_driver || install "chromium chromium-driver" "--cask chromium chromedriver"
has_browser && has_driver || fail "Chromium and chromedriver are not on the PATH. Name them in CHROMIUM and CHROMEDRIVER."
has java || install default-jre-headless openjdk
if ! has_axe || ! has_packages; then
    has npm || install npm node
    npm install --prefix "$here" --no-package-lock --no-audit --no-fund --loglevel=error
    has_axe || fail "axe-core is older than 4.12. Run: npm install --prefix $here --no-package-lock axe-core@latest"
    has_packages || fail "npm did not install all packages. Run: npm install --prefix $here --no-package-lock"
fi
