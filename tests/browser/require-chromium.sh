#!/bin/sh
# Make sure that the browser tests have their browser: as root on a machine with apt, install it;
# anywhere else, say what is missing and fail. A test that is skipped would prove nothing.
set -eu

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done
if [ -x "${CHROMIUM:-}" ]; then
    exit 0
fi

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    echo "Installing Chromium for the browser tests …" >&2
    apt-get -qq -o DPkg::Lock::Timeout=300 update >/dev/null
    apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends chromium >/dev/null
    exit 0
fi

echo "The tests open the built site in a real browser, and there is no Chromium here." >&2
echo "Install it (Debian, as root: apt-get install chromium), or name it:" >&2
echo "    make test CHROMIUM=/path/to/chromium" >&2
exit 1
