#!/bin/sh
# Installs Gongkai from this folder, without internet: ./install.sh /opt/gongkai
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$HOME/gongkai}
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info[:2] < (3, 11))' || {
    echo "需要 Python 3.11 或更新的版本，本机是 $("$python" --version)。" >&2
    exit 2
}
(cd "$here" && sha256sum --quiet --check SHA256SUMS) || {
    echo "安装包不完整，请重新拷贝。" >&2
    exit 2
}
"$python" -m venv "$target"
"$target/bin/python" -m pip install --quiet --disable-pip-version-check --no-index --no-deps \
    "$here"/wheels/*.whl
"$target/bin/gongkai" --version
echo "安装完成：$target/bin/gongkai"
