#!/bin/sh
# Installs Debian's chromium (browser tests), postgresql (store tests) and LibreOffice's writer (tests of Word documents;
# 84 MB to fetch, 260 MB on disk, about 15 seconds) where that can be done without asking.
# Where it cannot, the tests that need them are skipped, and the test summary says so. It never fails the run.

wanted=""
command -v chromium >/dev/null 2>&1 || wanted="$wanted chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || wanted="$wanted postgresql"
command -v soffice >/dev/null 2>&1 || command -v libreoffice >/dev/null 2>&1 || wanted="$wanted libreoffice-writer-nogui"

[ -n "$wanted" ] || exit 0
[ "${SYSTEM:-yes}" = yes ] || exit 0
command -v apt-get >/dev/null 2>&1 || exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root="sudo"
else
  exit 0
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Installing$wanted for the tests, with apt-get (SYSTEM=no leaves it out) ..."
# RUNLEVEL=1 keeps Debian from starting a database server: the tests start their own.
for package in $wanted; do
  if ! { $as_root apt-get update && $as_root env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "$package"; } >"$log" 2>&1 </dev/null; then
    echo "Could not install $package: $(grep -m 1 '^E:' "$log" || echo 'apt-get failed'). Its tests are skipped."
  fi
done
exit 0
