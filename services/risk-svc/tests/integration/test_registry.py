"""Which model and which policy decide: registered at start, one of each in force, named in every assessment."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from borrowers import a_request, first, is_solid
from lightgbm.basic import LightGBMError

from loan_contracts.assessment import RiskAssessed
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Unavailable
from loan_servicekit.service import LOCK_WAIT_MS
from loan_servicekit.testing import Harness, sent
from loan_servicekit.testing.harness import settings_values
from risk_svc.persistence.registry import ONE_AT_A_TIME, Registry
from risk_svc.scoring.policy.decision_graph import UnsafePolicy
from risk_svc.settings import Settings
from risk_svc.wiring import build

pytestmark = [pytest.mark.dataset, pytest.mark.xdist_group("training")]


@asynccontextmanager
async def running(settings: Settings, **changes: Any) -> AsyncIterator[Harness]:
    """Another process of the service, perhaps with other settings."""
    harness = Harness(build(settings.model_copy(update=changes), "api"))
    try:
        yield await harness.start()
    finally:
        await harness.close()


async def listed(harness: Harness, what: str) -> list[dict[str, Any]]:
    answer = await harness.client.get(f"/v1/{what}", headers=harness.signer.headers("auditor"))
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def newest_versions(harness: Harness) -> tuple[str, str, str]:
    """The versions that a solid borrower is assessed with now."""
    await harness.deliver(a_request(first(is_solid)))
    answer = (await harness.outbox(RiskAssessed))[-1]
    return answer.model_version, answer.scorecard_version, answer.policy_version


async def started(settings: Settings) -> None:
    async with running(settings):
        pass


async def test_who_starts_beside_another_waits_until_that_one_has_registered(
    harness: Harness, settings: Settings
) -> None:
    """However long it takes: longer than a request would wait for a lock."""
    async with harness.service.engine.begin() as another:
        await another.exec_driver_sql(ONE_AT_A_TIME)
        starting = asyncio.create_task(started(settings))
        await asyncio.wait([starting], timeout=4 * LOCK_WAIT_MS / 1000)
        assert not starting.done()
    await starting


async def test_the_model_and_policy_of_the_settings_are_in_force_and_named_in_answers(
    harness: Harness, models_dir: Path
) -> None:
    [model], [policy] = await listed(harness, "models"), await listed(harness, "policies")
    assert (model["active"], policy["active"], policy["name"]) == (True, True, "personal-credit")
    assert model["card"] == json.loads((models_dir / "model-card.json").read_bytes())
    assert {node["type"] for node in policy["content"]["nodes"]} >= {"inputNode", "outputNode", "decisionTableNode"}
    assert await newest_versions(harness) == (model["version"], model["scorecard_version"], policy["version"])


async def test_a_restart_registers_nothing_new(settings: Settings, harness: Harness) -> None:
    before = [
        await harness.rows(f"select version, active, registered_at from {table}") for table in ("models", "policies")
    ]
    async with running(settings) as again:
        after = [
            await again.rows(f"select version, active, registered_at from {table}") for table in ("models", "policies")
        ]
    assert after == before
    assert [m.subject_type for m in await harness.outbox(AuditRecorded)] == ["model", "policy"]


async def test_without_a_folder_what_is_registered_stays_in_force(settings: Settings, harness: Harness) -> None:
    versions = await newest_versions(harness)
    for folder in (None, Path("/nowhere")):
        async with running(settings, models_dir=folder) as again:
            assert await newest_versions(again) == versions


async def test_messages_wait_for_a_model_and_are_no_dead_letters(database_url: str) -> None:
    """Nobody's fault, so nobody's dead letter: the consumer waits, as for any outage."""
    harness = Harness(build(Settings(**settings_values(database_url)), "api"))  # and not started
    with pytest.raises(Unavailable, match="no-model-in-force"):
        await harness.deliver(a_request(first(is_solid)))
    assert await harness.rows("select count(*) from inbox") == [(0,)]
    assert await harness.rows("select count(*) from dead_letters") == [(0,)]
    await harness.close()


async def test_a_service_without_any_model_does_not_start(database_url: str) -> None:
    harness = Harness(build(Settings(**settings_values(database_url)), "api"))
    with pytest.raises(Unavailable, match="no-model-in-force"):
        await harness.start()
    await harness.close()


async def test_a_new_model_decides_from_its_start_on_and_the_old_one_can_come_back(
    settings: Settings, harness: Harness, other_models_dir: Path
) -> None:
    old = await newest_versions(harness)
    async with running(settings, models_dir=other_models_dir) as other:
        new = await newest_versions(other)
        assert new[0] != old[0]
        assert new[2] == old[2]
        assert {m["version"]: m["active"] for m in await listed(other, "models")} == {old[0]: False, new[0]: True}
    async with running(settings) as back:
        assert await newest_versions(back) == old
        assert {m["version"]: m["active"] for m in await listed(back, "models")} == {old[0]: True, new[0]: False}
    told = [
        (m.subject_id, m.detail["before"]) for m in await harness.outbox(AuditRecorded) if m.subject_type == "model"
    ]
    assert told == [(old[0], ""), (new[0], old[0]), (old[0], new[0])]
    stored = await harness.rows("select model_version, count(*) from assessments group by 1 order by 2")
    assert stored == [(new[0], 1), (old[0], 2)]  # an assessment keeps the version that gave it


async def test_a_changed_policy_is_a_new_version_in_force(settings: Settings, harness: Harness, tmp_path: Path) -> None:
    """The band of scores that goes to a person is widened until it takes in almost everybody."""
    _, _, before = await newest_versions(harness)
    stricter = tmp_path / settings.policy_file.name
    stricter.write_text(settings.policy_file.read_text().replace("[0..7)", "[0..300)"))
    examples = settings.policy_file.with_name("personal-credit.examples.json")
    stricter.with_name(examples.name).write_bytes(examples.read_bytes())
    async with running(settings, policy_file=stricter) as changed:
        _, _, after = await newest_versions(changed)
        answer = (await changed.outbox(RiskAssessed))[-1]
        assert (answer.outcome, answer.triggers) == ("REFER", ["GREY_SCORE_BAND"])
        assert {p["version"]: p["active"] for p in await listed(changed, "policies")} == {before: False, after: True}
    assert before != after
    assert after.startswith("personal-credit-")


async def test_a_policy_that_approves_on_nothing_does_not_come_into_force(
    settings: Settings, harness: Harness, tmp_path: Path
) -> None:
    careless = tmp_path / settings.policy_file.name
    careless.write_text(
        settings.policy_file.read_text().replace("FACTS_INCOMPLETE", "X").replace('\\"REFER\\"', '\\"APPROVE\\"')
    )
    before = await listed(harness, "policies")
    for text in (careless.read_text(), "{}", "no graph"):
        careless.write_text(text)
        with pytest.raises(UnsafePolicy):
            async with running(settings, policy_file=careless):
                pass
    assert await listed(harness, "policies") == before


async def test_processes_that_start_together_with_different_models_end_with_one_in_force(
    harness: Harness, models_dir: Path, other_models_dir: Path
) -> None:
    registry = Registry(harness.service.engine, harness.service.clock)
    await asyncio.gather(*(registry.register_model(folder) for folder in (models_dir, other_models_dir) * 3))
    assert sorted(await harness.rows("select active, count(*) from models group by 1")) == [(False, 1), (True, 1)]


async def test_artefacts_that_cannot_be_loaded_leave_the_old_model_in_force(
    harness: Harness, models_dir: Path, tmp_path: Path
) -> None:
    for name in ("scorecard.json", "model-card.json"):
        (tmp_path / name).write_bytes((models_dir / name).read_bytes())
    (tmp_path / "model.txt").write_text("no model")
    before = await listed(harness, "models")
    with pytest.raises(LightGBMError):
        await Registry(harness.service.engine, harness.service.clock).register_model(tmp_path)
    assert await listed(harness, "models") == before


async def test_a_changed_number_counts_from_its_day_on(settings: Settings, harness: Harness) -> None:
    """domain.md R-0.1: numbers are effective-dated; here the margin of the price rises by two points from today on."""
    request = a_request(first(is_solid))
    await harness.deliver(request)
    before = await sent(harness, RiskAssessed)
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
            " values ('price.margin', '2.3', '%', $1, 'test', 'P', 'u-admin')",
            (date(2026, 1, 1),),
        )
    async with running(settings) as later:  # a process reads the numbers at its start, and every minute
        await later.deliver(request.model_copy(update={"sequence": 2}))
        after = (await later.outbox(RiskAssessed))[-1]
    assert (
        Decimal("0.02") <= after.annual_rate - before.annual_rate < Decimal("0.023")
    )  # two points, and the tax on them
    assert after.pd == before.pd
