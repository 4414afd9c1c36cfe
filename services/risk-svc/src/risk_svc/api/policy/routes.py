"""Policies over HTTP: checked, back-tested and proposed by one person, put in force by another; so older ones come
back."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from loan_servicekit.core import FieldError, Invalid, NotFound
from loan_servicekit.http import Cursor, JsonObject, Page, Router, page, problems, requires
from risk_svc.api.policy.bodies import PolicyCheckBody, PolicyProposalBody, PolicyReasonBody, Version
from risk_svc.api.policy.views import FindingView, PolicyCheckView, PolicyProposalView, PolicyView
from risk_svc.api.ports import Context
from risk_svc.domain.policy.backtest import PolicyBacktest
from risk_svc.domain.policy.proposal import PolicyProposal, ProposalStatus
from risk_svc.use_cases.policy.change_policy import (
    DecidePolicy,
    ProposePolicy,
)

router = Router(prefix="/v1", tags=["policies"])


@router.get("/policies", operation_id="list_policies", responses=problems())
async def list_policies(context: Annotated[Context, requires("model.read")]) -> Page[PolicyView]:
    """Registered decision graphs; one page holds them all."""
    return Page(items=[PolicyView(**asdict(policy)) for policy in await context.ports.policies.policies()])


@router.post("/policy-checks", operation_id="check_policy", responses=problems(409))
async def check_policy_route(
    body: PolicyCheckBody, context: Annotated[Context, requires("policy.propose", keyed=False)]
) -> PolicyCheckView:
    """Says what is wrong with a policy and what it would do; nothing is stored."""
    found = await context.ports.desk.examined(body.content, body.examples)
    return PolicyCheckView(
        policy_version=found.version,
        findings=[FindingView(place=f.place, code=f.code, detail=f.detail) for f in found.findings],
        backtest=found.backtest.as_json() if found.backtest else None,
    )


@router.get("/policy-proposals", operation_id="list_policy_proposals", responses=problems())
async def list_policy_proposals(
    context: Annotated[Context, requires("assessment.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[PolicyProposalView]:
    """Proposed policies and what became of them, newest first."""
    found = await context.ports.policies.proposals(cursor.uuid(), cursor.limit + 1)
    shown = [PolicyProposalView.of(each) for each in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/policy-proposals/{proposal_id}", operation_id="get_policy_proposal", responses=problems(404))
async def get_policy_proposal(
    proposal_id: UUID, context: Annotated[Context, requires("assessment.read")], response: Response
) -> PolicyProposalView:
    """One proposed policy; its ETag is for If-Match."""
    found = await _proposal(context, proposal_id)
    response.headers["ETag"] = f'"{found.sequence}"'
    return PolicyProposalView.of(found)


async def _proposal(context: Context, proposal_id: UUID) -> PolicyProposal:
    found = await context.ports.policies.proposal(proposal_id)
    if found is None:
        raise NotFound("policy-proposal-not-found", f"there is no policy proposal {proposal_id}")
    return found


@router.post(
    "/policy-proposals",
    operation_id="propose_policy",
    status_code=201,
    responses=problems(409),
    response_model=PolicyProposalView,
)
async def propose_policy_route(
    body: PolicyProposalBody, context: Annotated[Context, requires("policy.propose")]
) -> Response:
    """Proposes a policy that passes its checks and its back-test; it decides when another person has approved it."""
    return await _propose(context, body.content, body.examples, body.reason)


@router.post(
    "/policies/{version}/reinstatement",
    operation_id="propose_older_policy",
    status_code=201,
    responses=problems(404, 409),
    response_model=PolicyProposalView,
)
async def propose_older_policy_route(
    version: Version, body: PolicyReasonBody, context: Annotated[Context, requires("policy.propose")]
) -> Response:
    """Proposes a policy again that was in force before; it is checked by what is true today."""
    found = await context.ports.desk.registered(version)
    if found is None:
        raise NotFound("policy-not-found", f"there is no policy {version}")
    content, examples = found
    return await _propose(context, content, examples, body.reason)


async def _propose(context: Context, content: str, examples: JsonObject, reason: str) -> Response:
    version, backtest = await _passed(context, content, examples)
    command = ProposePolicy(
        by=context.caller,
        name=context.ports.desk.name,
        policy_version=version,
        content=content,
        examples=examples,
        backtest=backtest.as_json(),
        reason=reason,
    )
    return await context.perform(context.ports.operations.propose_policy, command, PolicyProposalView.of, 201)


async def _passed(context: Context, content: str, examples: JsonObject) -> tuple[str, PolicyBacktest]:
    """Version and back-test of a policy that nothing is wrong with; raises Invalid."""
    found = await context.ports.desk.examined(content, examples)
    if found.findings or found.backtest is None:
        errors = [FieldError("/content", each.code, f"{each.place}: {each.detail}") for each in found.findings]
        told = "; ".join(error.detail for error in errors[:3])
        raise Invalid("policy-unfit", f"the policy fails {len(errors)} checks: {told}", errors)
    return found.version, found.backtest


@router.post(
    "/policy-proposals/{proposal_id}/approval",
    operation_id="approve_policy",
    responses=problems(404, 409, 412),
    response_model=PolicyProposalView,
)
async def approve_policy_route(proposal_id: UUID, context: Annotated[Context, requires("policy.approve")]) -> Response:
    """Puts a proposed policy in force, checked once more; another person than the proposer does."""
    found = await _proposal(context, proposal_id)
    if found.status is ProposalStatus.PROPOSED and found.proposed_by != context.caller.subject:
        await _passed(context, found.content, found.examples)
    answer = await context.perform(
        context.ports.operations.approve_policy, _decision(context, proposal_id), PolicyProposalView.of
    )
    await context.ports.desk.refresh_if_possible()  # other processes look themselves, within seconds
    return answer


@router.post(
    "/policy-proposals/{proposal_id}/rejection",
    operation_id="reject_policy",
    responses=problems(404, 409, 412),
    response_model=PolicyProposalView,
)
async def reject_policy_route(
    proposal_id: UUID, body: PolicyReasonBody, context: Annotated[Context, requires("policy.approve")]
) -> Response:
    """Ends a proposal that is not wanted; another person than the proposer does."""
    return await context.perform(
        context.ports.operations.reject_policy, _decision(context, proposal_id, body.reason), PolicyProposalView.of
    )


@router.post(
    "/policy-proposals/{proposal_id}/withdrawal",
    operation_id="withdraw_policy",
    responses=problems(404, 409, 412),
    response_model=PolicyProposalView,
)
async def withdraw_policy_route(proposal_id: UUID, context: Annotated[Context, requires("policy.propose")]) -> Response:
    """Takes one's own proposal back."""
    return await context.perform(
        context.ports.operations.withdraw_policy, _decision(context, proposal_id), PolicyProposalView.of
    )


def _decision(context: Context, proposal_id: UUID, reason: str = "") -> DecidePolicy:
    return DecidePolicy(context.caller, proposal_id, context.expect, reason)
