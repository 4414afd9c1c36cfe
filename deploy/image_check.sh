#!/bin/sh
# deploy/image_check.sh SERVICE [--sbom FILE]: follows services/Dockerfile on this machine, without an engine (image_check.py).
set -eu
here=$(dirname "$0")
exec "$here/../.venv/bin/python" "$here/image_check.py" "$@"
