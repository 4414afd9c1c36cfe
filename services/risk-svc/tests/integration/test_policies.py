"""A policy comes into force through two persons, checks and a back-test; a wrong one neither so nor at a start."""

import asyncio
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from borrowers import a_request, first, is_solid
from recalibrating import recalibrated
from test_registry import listed, newest_versions, running

from loan_contracts.assessment import RiskAssessed
from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness
from risk_svc.persistence.policy.desk import FRESH_S
from risk_svc.persistence.registry import UnfitModel
from risk_svc.scoring.policy.decision_graph import UnsafePolicy
from risk_svc.settings import Settings
from risk_svc.training.train import Artefacts

pytestmark = [pytest.mark.dataset, pytest.mark.xdist_group("training")]


def policy(settings: Settings, *changes: tuple[str, str], reason: str = "more care") -> dict[str, Any]:
    """The installation's policy with some texts changed, as a proposal."""
    content = settings.policy_file.read_text()
    for old, new in changes:
        assert old in content, old
        content = content.replace(old, new)
    examples = json.loads(settings.policy_file.with_name("personal-credit.examples.json").read_text())
    return {"content": content, "examples": examples, "reason": reason}


WIDER = ("[0..7)", "[0..12)")  # the band of scores that goes to a person
NOT_LOOKED_AT = ("late_24m", "late24m")


async def post(harness: Harness, path: str, who: str, json: Any = None, roles: tuple[str, ...] = ("risk-officer",),
               **headers: str) -> Any:  # fmt: skip
    return await harness.client.post(path, json=json, headers=harness.signer.headers(*roles, subject=who) | headers)


async def proposed(harness: Harness, body: dict[str, Any]) -> Any:
    answer = await post(harness, "/v1/policy-proposals", "ann", body)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_a_policy_decides_once_another_person_has_approved_it_and_an_older_one_comes_back(
    settings: Settings, harness: Harness
) -> None:
    _, _, before = await newest_versions(harness)
    proposal = await proposed(harness, policy(settings, WIDER))
    shown = proposal["backtest"]
    assert shown["rows"] == 1_000
    assert shown["approved"] + shown["referred"] + shown["declined"] == 1_000
    assert shown["changed"] > 0
    assert (await newest_versions(harness))[2] == before
    approval = f"/v1/policy-proposals/{proposal['id']}/approval"
    stale = {"If-Match": '"9"'}
    assert (await post(harness, approval, "ann")).status_code == 403
    assert (await post(harness, approval, "bob", **stale)).status_code == 412
    assert (await post(harness, approval, "bob")).json()["status"] == "APPROVED"
    assert (await post(harness, approval, "cy")).status_code == 409
    assert (await newest_versions(harness))[2] == proposal["policy_version"]
    async with running(settings) as restarted:  # the installation's file does not push it aside
        assert (await newest_versions(restarted))[2] == proposal["policy_version"]
    back = await post(harness, f"/v1/policies/{before}/reinstatement", "bob", {"reason": "as it was before"})
    assert back.status_code == 201, back.text
    assert (await post(harness, f"/v1/policy-proposals/{back.json()['id']}/approval", "ann")).status_code == 200
    assert (await newest_versions(harness))[2] == before
    approved_by = {p["version"]: (p["active"], p["approved_by"]) for p in await listed(harness, "policies")}
    assert approved_by == {before: (True, "bob, ann"), proposal["policy_version"]: (False, "ann, bob")}
    told = [(m.action, m.detail.get("policy_version", m.subject_id)) for m in await harness.outbox(AuditRecorded)
            if m.subject_type == "policy"]  # fmt: skip
    assert told == [
        ("put_in_force", before), ("propose_policy", proposal["policy_version"]),
        ("approve_policy", proposal["policy_version"]), ("propose_policy", before), ("approve_policy", before),
    ]  # fmt: skip


async def test_another_process_takes_what_was_approved(settings: Settings, harness: Harness) -> None:
    async with running(settings) as other:
        proposal = await proposed(harness, policy(settings, WIDER))
        assert (await post(harness, f"/v1/policy-proposals/{proposal['id']}/approval", "bob")).status_code == 200
        await other.app.state.ports.desk.refresh()
        assert (await newest_versions(other))[2] == proposal["policy_version"]


async def test_a_process_that_only_answers_requests_takes_it_within_its_period(
    settings: Settings, harness: Harness
) -> None:
    async with running(settings) as other:
        assert other.service.mode == "api"
        jobs = [asyncio.create_task(job.run()) for job in other.service.own_jobs]
        proposal = await proposed(harness, policy(settings, WIDER))
        approved = await post(harness, f"/v1/policy-proposals/{proposal['id']}/approval", "bob")
        assert approved.status_code == 200
        async with asyncio.timeout(FRESH_S + 5):  # a busy machine takes its time over the look itself
            while (await newest_versions(other))[2] != proposal["policy_version"]:
                await asyncio.sleep(0.2)
        for job in jobs:
            job.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ([NOT_LOOKED_AT], "unknown-field"),
        ([('"grade": "\\"E\\""', '"grade": "\\"F\\""')], "value-unknown"),
        ([('\\"R03\\"', '\\"R77\\"')], "reason-unknown"),
        ([('">= 6"', '"=> 6"')], "cell-unreadable"),
        ([("[0..7)", "[0..1000)")], "good-not-approved"),
        ([('"> 0", "code": "\\"OVERDUE_NOW', '">= 0", "code": "\\"OVERDUE_NOW')], "good-not-approved"),
    ],
)
async def test_an_unfit_policy_is_not_even_proposed(
    settings: Settings, harness: Harness, changes: list[tuple[str, str]], code: str
) -> None:
    body = policy(settings, *changes)
    refused = await post(harness, "/v1/policy-proposals", "ann", body)
    assert (refused.status_code, refused.json()["code"]) == (422, "policy-unfit")
    assert code in {error["code"] for error in refused.json()["errors"]}
    del body["reason"]
    looked_at = await post(harness, "/v1/policy-checks", "ann", body)
    assert looked_at.status_code == 200
    assert code in {finding["code"] for finding in looked_at.json()["findings"]}
    assert await harness.rows("select count(*) from policy_proposals") == [(0,)]


async def test_a_policy_that_approves_almost_everybody_is_out_of_bounds(settings: Settings, harness: Harness) -> None:
    """Its bounds are parameters: what 20 to 97 % allow, 20 to 60 % do not."""
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
            " values ('policy.approval_max', '60', '%', '2021-01-01', 'test', 'P', 'test')"
        )
    await harness.service.parameters.refresh()
    refused = await post(harness, "/v1/policy-proposals", "ann", policy(settings, WIDER))
    assert [error["code"] for error in refused.json()["errors"]] == ["backtest-out-of-bounds"]


@pytest.mark.parametrize(
    ("content", "code"),
    [("{}", "policy-unfit"), ('{"nodes": [], "edges": []}', "policy-unfit"), ('{"nodes"', "policy-unfit"),
     ("no graph", "request-invalid"), ("\x00\x00", "request-invalid"), ("[]" * 100, "request-invalid")],
)  # fmt: skip
async def test_what_is_no_graph_is_refused(harness: Harness, content: str, code: str) -> None:
    body = {"content": content, "examples": {}, "reason": "to see what happens"}
    refused = await post(harness, "/v1/policy-proposals", "ann", body)
    assert (refused.status_code, refused.json()["code"]) == (422, code)


async def test_a_proposal_is_rejected_by_another_and_withdrawn_by_its_author(
    settings: Settings, harness: Harness
) -> None:
    rejected, withdrawn = [(await proposed(harness, policy(settings, WIDER)))["id"] for _ in range(2)]
    why = {"reason": "not decided yet"}
    path = "/v1/policy-proposals"
    assert (await post(harness, f"{path}/{rejected}/rejection", "ann", why)).status_code == 403
    assert (await post(harness, f"{path}/{rejected}/rejection", "bob", why)).json()["status"] == "REJECTED"
    assert (await post(harness, f"{path}/{withdrawn}/withdrawal", "bob")).status_code == 403
    assert (await post(harness, f"{path}/{withdrawn}/withdrawal", "ann")).json()["status"] == "WITHDRAWN"
    for proposal in (rejected, withdrawn):
        assert (await post(harness, f"{path}/{proposal}/approval", "bob")).status_code == 409
    for role in ("approver", "system-administrator", "process-designer", "auditor"):
        assert (await post(harness, path, "eve", policy(settings, WIDER), roles=(role,))).status_code == 403


async def test_a_service_does_not_start_with_a_misspelt_policy(
    settings: Settings, harness: Harness, tmp_path: Path
) -> None:
    """And what was in force before it goes on."""
    body = policy(settings, NOT_LOOKED_AT)
    file = tmp_path / settings.policy_file.name
    file.write_text(body["content"])
    file.with_name("personal-credit.examples.json").write_text(json.dumps(body["examples"]))
    before = await listed(harness, "policies")
    with pytest.raises(UnsafePolicy, match=r"node exclusions, column late24m.*there is no late24m"):
        async with running(settings, policy_file=file):
            pass
    assert await listed(harness, "policies") == before
    await harness.deliver(a_request(first(is_solid)))
    assert (await harness.outbox(RiskAssessed))[-1].outcome == "APPROVE"


@pytest.mark.parametrize(("factor", "tenth"), [("1.5", "10"), ("0.6", "10"), ("1.35", "1-")])
async def test_a_model_whose_probabilities_are_not_true_does_not_come_into_force(
    settings: Settings, harness: Harness, artefacts: Artefacts, tmp_path: Path, factor: str, tenth: str
) -> None:
    recalibrated(artefacts, Decimal(factor)).write(tmp_path)
    before = await listed(harness, "models")
    with pytest.raises(UnfitModel, match=f"tenth {tenth}.* outside 0.8 to 1.2"):
        async with running(settings, models_dir=tmp_path):
            pass
    assert await listed(harness, "models") == before


async def test_a_card_of_another_model_lets_none_in(
    settings: Settings, harness: Harness, models_dir: Path, tmp_path: Path
) -> None:
    for file in models_dir.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    knots = json.loads((tmp_path / "calibration.json").read_bytes())
    knots["knots"] = [[estimate, str(Decimal(pd) / 2)] for estimate, pd in knots["knots"]]
    (tmp_path / "calibration.json").write_text(json.dumps(knots))
    with pytest.raises(UnfitModel, match="its card is of"):
        async with running(settings, models_dir=tmp_path):
            pass


async def test_a_model_shows_its_card_with_the_tenths(harness: Harness) -> None:
    [model] = await listed(harness, "models")
    headers = harness.signer.headers("auditor")
    answer = await harness.client.get(f"/v1/models/{model['version']}", headers=headers)
    tenths = answer.json()["card"]["calibration"]["tenths"]
    assert [tenth["tenth"] for tenth in tenths] == [str(n) for n in range(1, 11)]
    assert (await harness.client.get("/v1/models/none", headers=headers)).status_code == 404
