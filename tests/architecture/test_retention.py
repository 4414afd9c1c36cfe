"""Every rule of retention runs on its service's tables, by an index, and begins with a period that it allows."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import create_async_engine

from loan_servicekit.core import utc_now
from loan_servicekit.core.retention import Keeping, cutoff
from loan_servicekit.db.engine import async_url
from loan_servicekit.db.parameters import load
from loan_servicekit.db.retention.job import BY_INDEX
from loan_servicekit.db.retention.statements import statement
from loan_servicekit.testing import Databases, provisioned

KEEPING = ("integration-gateway", "application-svc", "antifraud-svc", "risk-svc", "workflow-svc")


@pytest.mark.parametrize("service", KEEPING)
async def test_rules_run_by_index(root: Any, build_service: Any, databases: Databases, service: str) -> None:
    rules: tuple[Keeping, ...] = build_service(service).app.state.service.retention_rules
    assert rules
    async with provisioned(databases, root / "services" / service / "migrations") as url:
        engine = create_async_engine(async_url(url))
        try:
            parameters = await load(engine)
            for rule in rules:
                parameter = parameters.at(rule.code, utc_now().date())
                assert parameter, rule.code
                assert rule.least <= int(parameter.value) <= rule.most
                async with engine.begin() as connection:
                    await connection.exec_driver_sql(BY_INDEX)
                    asked = (None, cutoff(parameter, utc_now()))
                    found = await connection.exec_driver_sql(f"explain {statement(rule)}", asked)
                    plan = "\n".join(str(row[0]) for row in found.all())
                    assert f"Seq Scan on {rule.table}" not in plan, plan
                    await connection.exec_driver_sql(statement(rule), asked)
        finally:
            await engine.dispose()


async def test_services_with_rules_are_these(all_services: Any) -> None:
    assert {built.name for built in all_services if built.app.state.service.retention_rules} >= set(KEEPING)
