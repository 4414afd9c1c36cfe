"""Who acts in these tests, and what they send."""

import base64
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx

from application_svc.domain.consents.consent_text import seeded_texts
from application_svc.settings import Settings
from loan_contracts.decisions import DecisionMade, Outcome, case_id_of
from loan_contracts.lending import LoanDisbursed
from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import settings_values

KEYS = {name: base64.b64encode(bytes([number]) * 32).decode() for number, name in enumerate(("k1", "k2", "index"))}
REQUIRED = ("IDENTITY", "TELECOM", "CREDIT_BUREAU", "COURT")
SOURCES = (*REQUIRED, "SOCIAL_INSURANCE")
SHANGHAI, SHENZHEN = "310000-01", "440300-01"
# The synthetic persons and cards of domain.md §6.1 and §6.3, with invented names and mobile numbers.
PEOPLE = [
    {
        "name": "张示例",
        "identity_number": "990101199003078017",
        "mobile": "13800001111",
        "card_number": "6209990000000000011",
    },
    {
        "name": "李样本",
        "identity_number": "990202198511153025",
        "mobile": "13800002222",
        "card_number": "6209990000000000029",
    },
    {
        "name": "王测试",
        "identity_number": "990303197812241237",
        "mobile": "13800003333",
        "card_number": "6209990000000000037",
    },
]
PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


def settings(url: str, documents: Path, **changed: str) -> Settings:
    """Settings of a test's service."""
    values = settings_values(url) | {
        "field_keys": f"k1:{KEYS['k1']}",
        "index_key": KEYS["index"],
        "document_store_url": documents.as_uri(),
    }
    return Settings(**values | changed)


class Front:
    """Somebody in front of the API: a role at a branch."""

    def __init__(self, harness: Harness, *roles: str, branch: str | None = None, subject: str = "u-test") -> None:
        self.harness, self._roles, self._claims = harness, roles, {"branch": branch, "subject": subject}

    def headers(self, **extra: str) -> dict[str, str]:
        """Headers of a request, with a new Idempotency-Key."""
        return self.harness.signer.headers(*self._roles, **self._claims) | extra

    async def post(self, path: str, json: Any = None, /, **headers: str) -> httpx.Response:
        """A command; header names are given with underscores."""
        extra = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.harness.client.post(
            f"/v1{path}", json={} if json is None else json, headers=self.headers(**extra)
        )

    async def get(self, path: str, /, **query: Any) -> httpx.Response:
        """A read."""
        return await self.harness.client.get(f"/v1{path}", params=query, headers=self.headers())

    async def register(self, who: int = 0, /, **changed: Any) -> dict[str, Any]:
        """A customer with consents to every source that personal credit asks, required or not."""
        body = PEOPLE[who] | {"consents": [consent(source) for source in SOURCES]} | changed
        return succeeded(await self.post("/customers", body))

    async def submit(self, customer_id: str, /, **changed: Any) -> dict[str, Any]:
        """A submitted application."""
        return succeeded(await self.post("/applications", an_application(customer_id, **changed)))

    async def consents(self, customer_id: str) -> None:
        """The same consents given again: those before have ended with their application."""
        body = {"consents": [consent(source) for source in SOURCES]}
        succeeded(await self.post(f"/customers/{customer_id}/consents", body))

    async def upload(
        self, application_id: str, kind: str, content: bytes = PDF, media_type: str = "application/pdf", **form: Any
    ) -> httpx.Response:
        """An uploaded document."""
        return await self.harness.client.post(
            f"/v1/applications/{application_id}/documents", headers=self.headers(),
            data={"kind": kind} | form, files={"file": ("scan", content, media_type)},
        )  # fmt: skip


class Borrower:
    """Somebody who is signed in himself."""

    def __init__(self, harness: Harness, customer_id: str) -> None:
        self._harness, self.id = harness, UUID(customer_id)

    def _headers(self) -> dict[str, str]:
        return self._harness.signer.headers("borrower", subject=str(self.id), customer_id=self.id)

    async def get(self, path: str) -> httpx.Response:
        """A read of what is his."""
        return await self._harness.client.get(f"/v1/my{path}", headers=self._headers())

    async def post(self, path: str, body: Any = None) -> httpx.Response:
        """An act of his."""
        return await self._harness.client.post(f"/v1/my{path}", json=body or {}, headers=self._headers())

    async def upload(
        self, application_id: str, kind: str, content: bytes = PDF, media_type: str = "application/pdf"
    ) -> httpx.Response:
        """A paper of his."""
        return await self._harness.client.post(
            f"/v1/my/applications/{application_id}/documents", headers=self._headers(),
            data={"kind": kind}, files={"file": ("scan", content, media_type)},
        )  # fmt: skip


async def changed(harness: Harness, statement: str) -> None:
    """What happens in the database by another hand, or by time."""
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(statement)


async def confirm(front: Front, path: str, hash: str, seconds: float = 10) -> httpx.Response:
    """The disclosure is given out, lies before the borrower for so long, and is confirmed."""
    given = succeeded(await front.post(f"{path}/disclosure-deliveries"))
    assert given["forced_read_seconds"] == 10
    await changed(
        front.harness, f"update disclosure_deliveries set delivered_at = delivered_at - interval '{seconds} seconds'"
    )
    return await front.post(f"{path}/disclosure-confirmation", {"disclosure_hash": hash})


def succeeded(answer: httpx.Response) -> dict[str, Any]:
    """The body of an answer that is no refusal."""
    assert answer.status_code < 300, answer.text
    body: dict[str, Any] = answer.json()
    return body


def refused(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    return answer.status_code, answer.json()["code"]


def pointers(answer: httpx.Response) -> dict[str, str]:
    """The wrong fields of a refusal and their codes."""
    return {error["pointer"]: error["code"] for error in answer.json()["errors"]}


def consent(source: str, **changed: Any) -> dict[str, Any]:
    """A permission, signed electronically where the law wants it written."""
    given = {"source": source, "purpose": "02"} | changed
    written = source == "CREDIT_BUREAU" or given.get("form") == "WRITTEN"
    return ({"evidence": signed(source, given["purpose"])} if written else {}) | given


def signed(source: str, purpose: str = "02") -> dict[str, str]:
    """An electronic signature of the wording in force."""
    (hash,) = [h for _, s, p, _, h in seeded_texts() if (s.value, p.value) == (source, purpose)]
    return {"kind": "ELECTRONIC_SIGNATURE", "reference": "ca:20261129-1", "sha256": hash}


def an_application(customer_id: str, **changed: Any) -> dict[str, Any]:
    """A request of the online personal credit product: 100,000 yuan for a year."""
    return {
        "product_code": "PCL-ONLINE",
        "customer_id": customer_id,
        "amount_minor": 10_000_000,
        "term_months": 12,
        "repayment_method": "EQUAL_INSTALMENT",
        "purpose": "DECORATION",
        "form": {"employment": "EMPLOYED", "monthly_income_minor": 1_500_000, "dependents": 1},
        "device_id": "device-1",
    } | changed


def a_decision(application_id: str, outcome: Outcome = Outcome.APPROVED, **changed: Any) -> DecisionMade:
    """The process's word: by default 100,000 yuan for a year at 12 %, the loan of domain.md E1."""
    values: dict[str, Any] = {
        "application_id": UUID(application_id), "case_id": case_id_of(UUID(application_id)), "decision_id": uuid4(), "outcome": outcome,
        "amount_minor": 10_000_000, "term_months": 12, "annual_rate": Decimal("0.12"), "automatic": True,
        "decided_by": "personal-credit/1", "decided_at": datetime.now(UTC),
    }  # fmt: skip
    return DecisionMade(**values | changed)


def a_disbursement(application_id: str, customer_id: str) -> LoanDisbursed:
    """The loan of an application is paid out."""
    today = datetime.now(UTC).date()
    return LoanDisbursed(
        loan_id=uuid4(), application_id=UUID(application_id), loan_no="JJ1", contract_no="HT1",
        customer_id=UUID(customer_id), branch=SHANGHAI, product_code="PCL-ONLINE", principal_minor=10_000_000,
        annual_rate=Decimal("0.12"), term_months=12, repayment_method="EQUAL_INSTALMENT", value_date=today,
        maturity_date=today + timedelta(days=365), first_due_date=today + timedelta(days=31), instalment_minor=888_488,
        payment_id=uuid4(), disbursed_at=datetime.now(UTC),
    )  # fmt: skip
