#!/bin/bash
# Run once by the image, on empty data: a role and a database a service, of the same name. No role reaches another's.
set -euo pipefail

for name in application_svc workflow_svc risk_svc antifraud_svc postloan_svc integration_gateway reporting_svc keycloak; do
    password="$(tr '[:lower:]' '[:upper:]' <<<"$name")_DB_PASSWORD"
    psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v name="$name" -v password="${!password:?}" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -c 'revoke all on database postgres, template1 from public'
