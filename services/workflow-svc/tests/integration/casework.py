"""The world around workflow-svc: applications come in, its requests are answered, people work on its tasks."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4, uuid5

import httpx

from loan_contracts.applications import ApplicationSubmitted, DocumentAttached
from loan_contracts.assessment import (
    ExternalDataCollected,
    ExternalDataRequested,
    FraudOutcome,
    FraudScreened,
    FraudScreeningRequested,
    RiskAssessed,
    RiskAssessmentRequested,
    RiskOutcome,
)
from loan_contracts.decisions import DecisionMade
from loan_contracts.facts import CollectedFacts, DeclaredFacts
from loan_contracts.values import RepaymentMethod, Source, SourceStatus
from loan_servicekit.jobs import Job
from loan_servicekit.testing import Harness

MONDAY_10H = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # in Shanghai; an ordinary working day
YUAN = 100
REQUIRED = [Source.IDENTITY, Source.CREDIT_BUREAU]
OPTIONAL = [Source.SOCIAL_INSURANCE]


@dataclass
class Clock:
    """The service's clock; it stands until a test moves it."""

    now: datetime = MONDAY_10H

    def __call__(self) -> datetime:
        return self.now

    def move(self, **span: float) -> None:
        self.now += timedelta(**span)


def an_application(**changes: Any) -> ApplicationSubmitted:
    """30,000 yuan for a year, within the automatic authority of 50,000 yuan (domain.md §15.7)."""
    fields: dict[str, Any] = {
        "application_id": uuid4(), "application_no": "AP20260302", "customer_id": uuid4(), "branch": "310000-01",
        "channel": "mobile-bank", "product_code": "PCL-ONLINE", "product_version": 1,
        "process_code": "personal-credit", "amount_minor": 30_000 * YUAN, "term_months": 12,
        "repayment_method": RepaymentMethod.EQUAL_INSTALMENT, "purpose": "DECORATION",
        "auto_authority_minor": 50_000 * YUAN, "product_min_minor": 5_000 * YUAN, "product_max_minor": 200_000 * YUAN,
        "max_annual_rate": Decimal("0.24"), "online_consumer_credit": True, "own_exposure_minor": 8_000 * YUAN,
        "own_online_consumer_minor": 5_000 * YUAN, "own_debt_service_minor": 700 * YUAN, "customer_type": "PERSONAL",
        "accepted_documents": ["ID_FRONT", "ID_BACK", "INCOME_PROOF", "BANK_STATEMENT"],
        "required_sources": REQUIRED, "optional_sources": OPTIONAL,
        "consent_ids": {Source.IDENTITY: uuid4(), Source.CREDIT_BUREAU: uuid4()},
        "declared": DeclaredFacts(age=34, dependents=1, monthly_income_minor=1_200_000),
        "person_token": "p" * 32, "mobile_token": "m" * 32, "card_token": "c" * 32, "device_token": "d" * 32,
        "submitted_at": MONDAY_10H, "submitted_by": "u-manager",
    }  # fmt: skip
    # No cap of R-2.5a binds what is as large as a business asks for.
    large = changes.get("amount_minor", 0) > 200_000 * YUAN
    return ApplicationSubmitted(**fields | ({"online_consumer_credit": False} if large else {}) | changes)


def paper_id(kind: str) -> UUID:
    """The id of an application's paper of a kind."""
    return uuid5(UUID(int=0), kind)


@dataclass
class Casework:
    """Every message it delivers comes twice; every answer goes to the newest request of its kind."""

    harness: Harness
    clock: Clock

    async def submitted(self, **changes: Any) -> ApplicationSubmitted:
        application = an_application(**changes)
        await self.harness.deliver(application)
        return application

    async def paper(self, application: ApplicationSubmitted, kind: str, by: str = "u-records") -> None:
        """A piece of evidence is uploaded at application-svc."""
        told = {"kind": kind, "sha256": "a" * 64, "uploaded_by": by, "uploaded_at": self.clock()}
        await self.harness.deliver(
            DocumentAttached(application_id=application.application_id, document_id=paper_id(kind), **told)
        )

    async def asked(self, application: ApplicationSubmitted, kind: type[Any]) -> Any:
        """The newest request of a kind about an application."""
        return [m for m in await self.harness.outbox(kind) if m.application_id == application.application_id][-1]

    async def collection(self, application: ApplicationSubmitted, **statuses: SourceStatus) -> ExternalDataCollected:
        """The answer to the newest request for data: everything there, but for the statuses given by source."""
        request = await self.asked(application, ExternalDataRequested)
        found = dict.fromkeys(request.sources, SourceStatus.HIT) | {Source(s): v for s, v in statuses.items()}
        facts = CollectedFacts(collected_at=self.clock(), statuses=found)
        return ExternalDataCollected(application_id=application.application_id, request_id=request.request_id,
                                     case_id=request.case_id, facts=facts)  # fmt: skip

    async def screening(self, application: ApplicationSubmitted, **changes: Any) -> FraudScreened:
        request = await self.asked(application, FraudScreeningRequested)
        fields = {"screening_id": uuid4(), "outcome": FraudOutcome.PASS, "rules_version": "fraud-1",
                  "screened_at": self.clock()}  # fmt: skip
        return FraudScreened(application_id=application.application_id, request_id=request.request_id,
                             case_id=request.case_id, **fields | changes)  # fmt: skip

    async def assessment(self, application: ApplicationSubmitted, **changes: Any) -> RiskAssessed:
        request = await self.asked(application, RiskAssessmentRequested)
        fields: dict[str, Any] = {
            "assessment_id": uuid4(), "outcome": RiskOutcome.APPROVE, "pd": Decimal("0.011"), "score": 615,
            "grade": "B", "limit_minor": max(200_000 * YUAN, application.amount_minor), "annual_rate": Decimal("0.0712"), "model_version": "m-1",
            "scorecard_version": "s-1", "policy_version": "p-1", "assessed_at": self.clock(),
        }  # fmt: skip
        return RiskAssessed(application_id=application.application_id, request_id=request.request_id,
                            case_id=request.case_id, **fields | changes)  # fmt: skip

    async def checked(
        self,
        application: ApplicationSubmitted,
        statuses: dict[str, SourceStatus] | None = None,
        fraud: dict[str, Any] | None = None,
        risk: dict[str, Any] | None = None,
    ) -> None:
        """Data, screening and assessment answer."""
        await self.harness.deliver(await self.collection(application, **statuses or {}))
        await self.harness.deliver(await self.screening(application, **fraud or {}))
        await self.harness.deliver(await self.assessment(application, **risk or {}))

    async def in_review(self, **changes: Any) -> tuple[ApplicationSubmitted, str]:
        """An application whose screening wants a person to look, and the review task's id."""
        application = await self.submitted(**changes)
        await self.checked(application, fraud={"outcome": FraudOutcome.REVIEW})
        return application, (await self.open_task(application))["id"]

    async def pass_time(self, **span: float) -> None:
        """The clock goes on and the service looks at it, as it does every second."""
        self.clock.move(**span)
        await timers_of(self.harness).take()

    async def open_task(self, application: ApplicationSubmitted) -> dict[str, Any]:
        """The one task that waits for a person."""
        [task] = [t for t in (await self.view(application))["tasks"] if t["status"] in ("OPEN", "CLAIMED")]
        return dict(task)

    async def view(self, application: ApplicationSubmitted) -> dict[str, Any]:
        answer = await self.get(f"/v1/applications/{application.application_id}/case", "auditor")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def decisions(self) -> list[DecisionMade]:
        return await self.harness.outbox(DecisionMade)

    async def refusals(self) -> list[str]:
        """Codes of the messages that were refused so far, in order."""
        rows = await self.harness.rows("select refused from inbox where refused is not null order by received_at")
        return [row[0] for row in rows]

    async def get(self, path: str, *roles: str, **claims: Any) -> httpx.Response:
        return await self.harness.client.get(path, headers=self.harness.signer.headers(*roles, **claims))

    async def post(self, path: str, *roles: str, json: Any = None, **claims: Any) -> httpx.Response:
        return await self.harness.client.post(path, headers=self.harness.signer.headers(*roles, **claims), json=json)

    async def published(self, bpmn: str) -> httpx.Response:
        """One person proposes a process, another publishes it; the refusal, if it is refused."""
        proposed = await self.post("/v1/processes", "process-designer", subject="u-designer", json={"bpmn": bpmn})
        if proposed.status_code != 201:
            return proposed
        approval = f"/v1/process-proposals/{proposed.json()['id']}/approval"
        return await self.post(approval, "management", subject="u-management", json={"reason": "as agreed"})

    async def claim(self, task_id: str, subject: str = "u-approver", role: str = "approver") -> httpx.Response:
        return await self.post(f"/v1/tasks/{task_id}/claim", role, subject=subject)

    async def complete(
        self, task_id: str, choice: str, subject: str = "u-approver", role: str = "approver", **verdict: Any
    ) -> httpx.Response:
        body = {"choice": choice, "comment": "收入与公积金一致，材料齐全"} | verdict
        return await self.post(f"/v1/tasks/{task_id}/completion", role, subject=subject, json=body)

    async def excepted(self, task_id: str, exceptions: list[str], *subjects: str, **verdict: Any) -> None:
        """These people approve by exception, one after the other."""
        named = {"exceptions": exceptions, "exception_reason": "老客户，三笔贷款均按期结清"}
        for subject in subjects:
            await self.decided(task_id, "APPROVE", subject, **named, **verdict)

    async def decided(self, task_id: str, choice: str, subject: str = "u-approver", **verdict: Any) -> None:
        """The person claims the task and decides it."""
        claimed = await self.claim(task_id, subject)
        assert claimed.status_code == 200, claimed.text
        completed = await self.complete(task_id, choice, subject, **verdict)
        assert completed.status_code == 200, completed.text


def timers_of(harness: Harness) -> Job:
    """The job that lets time pass."""
    [job] = [job for job in harness.service.jobs if job.name == "timers"]
    return job


def refused(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer.status_code, answer.json()["code"]
