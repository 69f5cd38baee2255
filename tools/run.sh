#!/bin/sh
# The platform with its sample district on http://127.0.0.1:8000; Ctrl-C ends it.
set -eu
cd "$(dirname "$0")/.."
export GONGKAI_PRODUCTION="${GONGKAI_PRODUCTION:-off}" GONGKAI_DATA="${GONGKAI_DATA:-data}"
.venv/bin/gongkai demo --if-empty
exec .venv/bin/gongkai serve "$@"
