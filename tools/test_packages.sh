#!/bin/sh
# What the tests use beside Python: LibreOffice, Chromium, CJK fonts, poppler, a mail server (run by
# the tests, not by the system). Debian packages, as root.
set -eu
missing=""
need() { # command or file, package
    command -v "$1" >/dev/null 2>&1 || [ -e "$1" ] || missing="$missing $2"
}
need soffice libreoffice-writer-nogui
need /usr/lib/libreoffice/program/libsclo.so libreoffice-calc-nogui
need chromium chromium
need pdftotext poppler-utils
need /usr/sbin/dovecot dovecot-imapd
need /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc fonts-noto-cjk
[ -z "$missing" ] && exit 0
root=""
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
        echo "Some tests will be skipped. Without root I cannot install:$missing" >&2
        exit 0
    }
    root=sudo
fi
echo "Installing Debian packages for the tests:$missing"
$root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $missing >/dev/null
case "$missing" in *dovecot*) ;; *) exit 0 ;; esac
[ ! -d /run/systemd/system ] || $root systemctl disable --quiet --now dovecot.service dovecot.socket || true
