"""What each service has records of before it is asked, so that a run meets more than 404: from messages and requests."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from open_door import Known, Seed
from services_built import ROOT, SPAN_TOKEN, has_model

from loan_contracts.message import Message
from loan_contracts.messages import MESSAGES, ExternalDataRequested, FraudScreeningRequested, RiskAssessmentRequested
from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import Record

SAMPLES = ROOT / "libs" / "contracts" / "samples"
APPLICATION = "019bd906-1280-798f-a429-4925d566d08d"  # the application that all samples are about
BRANCH = "310000-01"
SOURCES = ("IDENTITY", "TELECOM", "CREDIT_BUREAU", "COURT")
PERSON = {"name": "张示例", "identity_number": "990101199003078017", "mobile": "13800001111",
          "card_number": "6209990000000000011",
          "consents": [{"source": source, "valid_until": "2099-01-01T00:00:00Z"} for source in SOURCES]}  # fmt: skip
PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


def sample(type: str, **changes: Any) -> Message:
    """The catalogue's sample of a type, with some fields changed."""
    values = json.loads((SAMPLES / f"{type}.json").read_text())
    return MESSAGES[type].model_validate(values | changes)


async def ids(harness: Harness, query: str) -> list[str]:
    """The ids that a query finds."""
    return [str(row[0]) for row in await harness.rows(query)]


async def dead_letters(harness: Harness) -> list[str]:
    """Messages that cannot be read become dead letters."""
    topic = harness.service.subscriptions.topics[0]
    whole = harness.record(sample(topic))
    await harness.worker.handle([Record(topic, 0, 10**6 + n, whole.headers, b"{") for n in range(3)])
    return await ids(harness, "select id from dead_letters")


def from_samples(*types: str, **queries: str) -> Seed:
    """Delivers samples; the records of each parameter are found by a query."""

    async def seed(harness: Harness) -> Known:
        if types:
            await harness.deliver(*(sample(type) for type in types), twice=False)
        known = {name: await ids(harness, query) for name, query in queries.items()}
        return known | {"application_id": [APPLICATION], "letter_id": await dead_letters(harness)}

    return seed


async def watched(harness: Harness) -> Known:
    """antifraud-svc: a screening, and entries of the watch list that another person has proposed."""
    known = await from_samples("fraud-screening.requested")(harness)
    for number in range(3):
        body = {"kind": "MOBILE", "token": f"{number:032x}", "reason": "confirmed identity fraud"}
        headers = harness.signer.headers("risk-officer", subject="u-other")
        answer = await harness.client.post("/v1/watch-list", json=body, headers=headers)
        known.setdefault("entry_id", []).append(answer.json()["id"])
    return known


async def applied(harness: Harness) -> Known:
    """application-svc: a customer, applications in several states (one has an offer), a draft with a document."""

    async def post(path: str, body: Any) -> Any:
        answer = await harness.client.post(path, json=body, headers=harness.signer.headers("channel"))
        assert answer.status_code < 300, answer.text
        return answer.json()

    customer = await post("/v1/customers", PERSON)
    wish = {"product_code": "PCL-ONLINE", "customer_id": customer["id"], "amount_minor": 5_000_000, "term_months": 12,
            "repayment_method": "EQUAL_INSTALMENT", "purpose": "DECORATION",
            "form": {"employment": "EMPLOYED", "monthly_income_minor": 1_500_000}}  # fmt: skip
    submitted = [(await post("/v1/applications", wish))["id"] for _ in range(2)]
    draft = (await post("/v1/drafts", wish))["id"]
    await harness.deliver(sample("decision.made", application_id=submitted[0], amount_minor=5_000_000), twice=False)
    uploaded = await harness.client.post(
        f"/v1/applications/{draft}/documents", headers=harness.signer.headers("channel"),
        data={"kind": "OTHER"}, files={"file": ("scan", PDF, "application/pdf")},
    )  # fmt: skip
    return {
        "application_id": [draft, *submitted], "customer_id": [customer["id"]],
        "consent_id": [consent["id"] for consent in customer["consents"]],
        "document_id": [uploaded.json()["id"]] if uploaded.status_code < 300 else [],
        "code": ["PCL-ONLINE"], "letter_id": await dead_letters(harness),
    }  # fmt: skip


async def in_review(harness: Harness) -> Known:
    """workflow-svc: cases whose screening wants a person to look."""
    for _ in range(4):
        await _into_review(harness)
    return {
        "case_id": await ids(harness, "select id from cases"),
        "application_id": await ids(harness, "select application_id from cases"),
        "task_id": await ids(harness, "select id from tasks"),
        "code": ["personal-credit"], "version": [1], "letter_id": await dead_letters(harness),
    }  # fmt: skip


async def _into_review(harness: Harness) -> None:
    application = uuid4()
    await harness.deliver(sample("application.submitted", application_id=application), twice=False)
    for asked, answered, changes in (
        (ExternalDataRequested, "external-data.collected", {}),
        (FraudScreeningRequested, "fraud.screened", {"outcome": "REVIEW"}),
        (RiskAssessmentRequested, "risk.assessed", {}),
    ):
        [request] = [m for m in await harness.outbox(asked) if m.application_id == application]
        about = {"application_id": application, "request_id": request.request_id, "case_id": request.case_id}
        await harness.deliver(sample(answered, **about, **changes), twice=False)


async def told(harness: Harness) -> Known:
    """reporting-svc: everything that the samples say, and a span."""
    types: Sequence[str] = harness.service.subscriptions.topics
    known = await from_samples(*types)(harness)
    trace = uuid4()
    await _span(harness, trace)
    return known | {"trace_id": [trace.hex]}


async def _span(harness: Harness, trace: UUID) -> None:
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    request = ExportTraceServiceRequest()
    span = request.resource_spans.add().scope_spans.add().spans.add()
    span.trace_id, span.span_id, span.name = trace.bytes, trace.bytes[:8], "POST submit_application"
    span.start_time_unix_nano, span.end_time_unix_nano = 1_768_872_612 * 10**9, 1_768_872_613 * 10**9
    headers = {"Authorization": f"Bearer {SPAN_TOKEN}", "Content-Type": "application/x-protobuf"}
    await harness.client.post("/v1/otlp/v1/traces", content=request.SerializeToString(), headers=headers)


SEEDS: dict[str, Seed] = {
    "application-svc": applied,
    "workflow-svc": in_review,
    "risk-svc": from_samples(
        *(["risk-assessment.requested"] if has_model() else []), assessment_id="select id from assessments"
    ),
    "antifraud-svc": watched,
    "postloan-svc": from_samples("contract.signed", "payment.settled", loan_id="select id from loans"),
    "integration-gateway": from_samples("external-data.requested", "payment.requested",
                                        payment_id="select id from desk where kind = 'PAY'"),
    "reporting-svc": told,
}  # fmt: skip
