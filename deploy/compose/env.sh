#!/bin/sh
# Writes .env for `docker compose`: addresses, and secrets drawn from the system's randomness. What stands in the file
# already is kept, so that it can be run again after an update.   usage: deploy/compose/env.sh [FILE]
set -eu

file="${1:-$(dirname "$0")/../../.env}"
umask 077
touch "$file"

password() { head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }
key() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }
give() { grep -q "^$1=" "$file" || printf '%s=%s\n' "$1" "$2" >>"$file"; }

# The one address of the system, the same for browsers and inside the network: it stands in every token.
give PUBLIC_HOST xinliu.localhost
give EDGE_PORT 8080

# What runs beside the system, and where spans go: nowhere (OTLP_ENDPOINT=) without the profile `observability`.
give COMPOSE_PROFILES console,observability,simulator
give OTLP_ENDPOINT http://otel-collector:4318

for service in APPLICATION_SVC WORKFLOW_SVC RISK_SVC ANTIFRAUD_SVC POSTLOAN_SVC INTEGRATION_GATEWAY REPORTING_SVC; do
    give "${service}_DB_PASSWORD" "$(password)"
    give "${service}_CLIENT_SECRET" "$(password)"
    give "${service}_KAFKA_PASSWORD" "$(password)"
done
give CHANNEL_CLIENT_SECRET "$(password)"
give POSTGRES_PASSWORD "$(password)"
give KEYCLOAK_DB_PASSWORD "$(password)"
give KEYCLOAK_ADMIN_PASSWORD "$(password)"
give PEOPLE_PASSWORD "$(password)"
give KAFKA_ADMIN_PASSWORD "$(password)"
give KAFKA_BROKER_PASSWORD "$(password)"
give KAFKA_CONTROLLER_PASSWORD "$(password)"
give OPERATIONS_KAFKA_PASSWORD "$(password)"
give GRAFANA_PASSWORD "$(password)"
give OTLP_TOKEN "$(password)"
give FIELD_KEYS "k1:$(key)"
give GATEWAY_FIELD_KEYS "g1:$(key)"
give INDEX_KEY "$(key)"
give CONTRACT_SEAL_KEYS "k1:$(key)"
give ORDER_SEAL_KEYS "k1:$(key)"
give EVIDENCE_KEYS "k1:$(key)"
