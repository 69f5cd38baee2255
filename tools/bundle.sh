#!/bin/sh
# An offline install for offices without internet: every wheel of the lock, the project's own, and
# how to install them. Made on a machine of the same kind (Linux, same Python) as the target.
set -eu
cd "$(dirname "$0")/.."
version=$(.venv/bin/python -c 'from importlib.metadata import version; print(version("gongkai"))')
out=dist/gongkai-$version-offline
rm -rf "$out" "$out.tar.gz"
mkdir -p "$out/wheels"
echo "Collecting wheels by the lock ..."
.venv/bin/python -m pip wheel --quiet --disable-pip-version-check --require-hashes --no-deps \
    -r locks/web.txt -w "$out/wheels"
.venv/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation \
    . -w "$out/wheels"
cp locks/web.txt LICENSE "$out/"
cp tools/bundle/install.sh tools/bundle/安装说明.md "$out/"
(cd "$out" && sha256sum wheels/* web.txt > SHA256SUMS)
tar -czf "$out.tar.gz" -C dist "$(basename "$out")"
echo "$out.tar.gz ($(du -h "$out.tar.gz" | cut -f1))"
