# The only entry. `make` lists the targets.
# Settings: PORT_BASE (18000) with XINLIU_VAR (var, for another PORT_BASE var-PORT_BASE), APPLICATIONS (300), MONTHS (24),
# LOANS (100), SERVICE, TOPIC and FROM_START, ID, NAME, SBOM, TO, FROM, AT, WAL_ARCHIVE, PYTHON (the fastest at hand).

PYTHON ?= $(shell libs/devstack/fastest_python.sh)
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-deps
NO_PACKAGES := The packages of requirements.lock could not be installed. This needs a Python package index once: PIP_INDEX_URL= names another one, PIP_CERT= its certificate, PIP_FIND_LINKS= a folder with the wheels.
# pip trusts its own list alone; a network may have a certificate that only the system's store holds.
SYSTEM_STORE := $(firstword $(wildcard /etc/ssl/certs/ca-certificates.crt /etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem /etc/ssl/ca-bundle.pem /etc/ssl/cert.pem))
READY := $(VENV)/.ready
MANIFESTS := $(wildcard libs/*/pyproject.toml services/*/pyproject.toml)
PACKAGES := $(MANIFESTS:/pyproject.toml=)
SOURCES := $(addsuffix /src,$(PACKAGES))
APPLICATIONS ?= 300
MONTHS ?= 24
LOANS ?= 100
MODELS := var/models

.DEFAULT_GOAL := help
.PHONY: help setup train up down clean logs status events trace replay roll demo life test test-console check bench lock format messages api console docs migration psql image backup base-backup recover restore lint types unit

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: $(READY)  ## create the environment and install what is pinned

$(READY): requirements.lock $(MANIFESTS)
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; set PYTHON=")'
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@echo "installing pinned packages ..."
	@test -n "$$PIP_CERT$$REQUESTS_CA_BUNDLE" || $(PY) -m pip config get global.cert >/dev/null 2>&1 || export PIP_CERT="$(SYSTEM_STORE)"; \
		$(PIP) --require-hashes --requirement requirements.lock || { echo '$(NO_PACKAGES)' >&2; exit 1; }
	@$(PIP) --no-build-isolation $(addprefix --editable ./,$(PACKAGES))
	@touch $(READY)

train: $(READY)  ## fetch the data set and train model and scorecard
	@$(PY) -m risk_svc.training --out $(MODELS)

$(MODELS)/calibration.json: $(READY)
	@$(PY) -m risk_svc.training --out $(MODELS)

up: $(READY) $(MODELS)/calibration.json  ## start the embedded system
	@$(PY) -m loan_devstack up

down: $(READY)  ## stop it; data stays
	@$(PY) -m loan_devstack down

clean: $(READY)  ## stop it and forget its data; trained models stay
	@$(PY) -m loan_devstack clean

logs: $(READY)  ## follow the log of SERVICE
	@$(PY) -m loan_devstack logs $(if $(SERVICE),"$(SERVICE)")

status: $(READY)  ## processes, health, memory
	@$(PY) -m loan_devstack status

events: $(READY)  ## follow the messages of TOPIC, decoded; FROM_START=1 begins with the oldest
	@$(PY) -m loan_devstack events $(if $(TOPIC),"$(TOPIC)") $(if $(FROM_START),--from-start)

trace: $(READY)  ## what happened to the application ID, across all services, as a tree with times
	@$(PY) -m loan_replay trace $(if $(ID),"$(ID)")

replay: $(READY)  ## publish every service's retained outbox rows again
	@$(PY) -m loan_replay replay-outboxes

roll: $(READY)  ## renew SERVICE, or every service, from the code that is there now; no request is refused
	@$(PY) -m loan_devstack roll $(if $(SERVICE),"$(SERVICE)")

demo: $(READY)  ## decide APPLICATIONS real applications, and let what was paid out live through MONTHS
	@$(PY) -m loan_replay check "$(APPLICATIONS)" "$(MONTHS)"
	@$(MAKE) --no-print-directory up
	@$(PY) -m loan_replay demo "$(APPLICATIONS)" "$(MONTHS)"

life: $(READY)  ## pay out LOANS loans, let them live through MONTHS, and show the portfolio
	@$(PY) -m loan_replay life --check "$(LOANS)" "$(MONTHS)"
	@$(MAKE) --no-print-directory up
	@$(PY) -m loan_replay life "$(LOANS)" "$(MONTHS)"

test: $(READY) $(MODELS)/calibration.json  ## lint, types, import contracts, unit, integration, end to end
	@$(MAKE) --no-print-directory lint types
	@$(PY) -m loan_devstack testing -- $(PY) -m pytest -n 2 --dist loadgroup libs services tests

test-console: $(READY) $(MODELS)/calibration.json  ## the console's logic, budgets and stories in Chromium; a part of `test`
	@$(PY) -m pytest -n 0 -rs tests/console tests/e2e/test_console.py

check: $(READY)  ## the fast part of `test`
	@$(MAKE) --no-print-directory lint types unit

lint: $(READY)
	@$(VENV)/bin/ruff format --check --quiet . && $(VENV)/bin/ruff check --quiet .
	@found=$$($(VENV)/bin/lint-imports --no-cache 2>&1) || { echo "$$found"; exit 1; }

types: $(READY)
	@$(VENV)/bin/mypy --no-error-summary $(SOURCES)

unit: $(READY)
	@$(PY) -m pytest -n 2 -m "not dataset and not stack" $(wildcard libs/*/tests/unit) $(wildcard services/*/tests/unit) tests/architecture libs/contracts/tests

bench: $(READY) $(MODELS)/calibration.json  ## throughput, latency, CPU milliseconds an application, beside their floors
	@$(PY) -m bench

format: $(READY)
	@$(VENV)/bin/ruff check --quiet --fix . ; $(VENV)/bin/ruff format --quiet .

messages: $(READY)  ## write schemas, docs/messages.md and docs/asyncapi.json anew
	@$(PY) -m loan_contracts.catalogue write

api: $(READY)  ## write the console's types of every service's API anew
	@$(PY) -m loan_reference openapi web/console/.openapi
	@cd web/console/tools/api && npm ci --silent --ignore-scripts && node generate.mjs

console: $(READY)  ## build the console's pages where their sources have changed
	@$(PY) -m loan_devstack console

docs: messages  ## write every generated document anew
	@$(PY) -m loan_reference write

migration: $(READY)  ## a new migration of SERVICE, called NAME
	@$(PY) -m loan_devstack migration "$(SERVICE)" "$(NAME)"

psql: $(READY)  ## a prompt on the database of SERVICE
	@$(PY) -m loan_devstack psql $(if $(SERVICE),"$(SERVICE)")

image: $(READY)  ## follow the Dockerfile of SERVICE here, without an engine; SBOM names a file for its bill of materials
	@deploy/image_check.sh "$(SERVICE)" $(if $(SBOM),--sbom "$(SBOM)")

backup: $(READY)  ## dump every database of the running system into the new folder TO
	@$(PY) -m loan_devstack backup "$(TO)"

base-backup: $(READY)  ## copy the running database server into the new folder TO; the system was started with WAL_ARCHIVE
	@$(PY) -m loan_devstack base-backup "$(TO)"

recover: $(READY)  ## make the databases of a new system as they were AT a moment, from the base backup FROM and WAL_ARCHIVE
	@$(PY) -m loan_devstack recover "$(FROM)" "$(WAL_ARCHIVE)" "$(AT)"

restore: $(READY)  ## fill the empty databases of a system that is down from the folder FROM; docs/operations/backup.md
	@$(PY) -m loan_devstack restore "$(FROM)"

lock: $(READY)  ## compile requirements.in to requirements.lock
	@$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate requirements.in -o requirements.lock
