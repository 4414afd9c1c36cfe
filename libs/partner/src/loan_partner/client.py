"""The partner API, version 1, by typed calls."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self, TypeVar
from uuid import UUID

import httpx

from loan_partner.shapes import Answer, KeptPaper, Offer, Plan, Repayments, Status, Submitted
from loan_partner.signing import KEY, Signer

A = TypeVar("A", bound=Answer)

TIMEOUT_S = 30.0


class Refused(Exception):
    """An answer that is no success. `code` is stable and is what to decide by."""

    def __init__(self, status: int, code: str, detail: str, retry_after_s: int | None) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.status, self.code, self.detail, self.retry_after_s = status, code, detail, retry_after_s


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to hand in: a PDF, a JPEG or a PNG."""

    kind: str
    content: bytes = field(repr=False)

    def told(self) -> dict[str, str]:
        """As the API takes it."""
        return {"kind": self.kind, "content": base64.b64encode(self.content).decode()}


class PartnerApi:
    """Calls the API below `url` (`https://…/api/integration-gateway`), each request signed when it is sent.

    Raises Refused where the answer is a refusal, httpx.HTTPError where there is none: what changes something is asked
    for again with the same key then.
    """

    def __init__(
        self,
        url: str,
        key_id: str,
        secret: str,
        transport: httpx.BaseTransport | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self._signer = Signer(key_id, secret)
        self._now = now or _now
        self._url = f"{url.rstrip('/')}/v1/partner"
        self._client = httpx.Client(timeout=TIMEOUT_S, transport=transport)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends connections."""
        self._client.close()

    def known(self, identity_number: str, mobile: str) -> bool:
        """Whether a person is a customer of the lender's already; nothing is created."""
        answer = self._call("POST", "/pre-checks", {"identity_number": identity_number, "mobile": mobile})
        return bool(answer["hit"])

    def submit(self, application: Mapping[str, Any], key: str, papers: Sequence[Paper] = ()) -> Submitted:
        """Hands an application in; the same key and application is the same one, whatever became of an answer."""
        body = {**application, "documents": [each.told() for each in papers]} if papers else application
        return self._read(Submitted, "POST", "/applications", body, key)

    def status(self, application_id: UUID) -> Status:
        """How far it came."""
        return self._read(Status, "GET", f"/applications/{application_id}")

    def offer(self, application_id: UUID) -> Offer:
        """The offer; refused as `offer-not-found` where there is none."""
        return self._read(Offer, "GET", f"/applications/{application_id}/offer")

    def attach(self, application_id: UUID, paper: Paper, key: str) -> KeptPaper:
        """One of the papers that were asked for."""
        return self._read(KeptPaper, "POST", f"/applications/{application_id}/documents", paper.told(), key)

    def supplemented(self, application_id: UUID, key: str) -> Submitted:
        """All papers that were asked for are there."""
        return self._read(Submitted, "POST", f"/applications/{application_id}/supplement", {}, key)

    def plan(self, application_id: UUID) -> Plan:
        """The repayment plan as it is now."""
        return self._read(Plan, "GET", f"/applications/{application_id}/plan")

    def repayments(self, application_id: UUID) -> Repayments:
        """What was paid, fell due and was missed."""
        return self._read(Repayments, "GET", f"/applications/{application_id}/repayments")

    def cancel(self, application_id: UUID, key: str) -> Submitted:
        """The applicant steps back."""
        return self._read(Submitted, "POST", f"/applications/{application_id}/cancellation", {}, key)

    def _read(self, shape: type[A], method: str, path: str, body: object = None, key: str = "") -> A:
        return shape.model_validate(self._call(method, path, body, key))

    def _call(self, method: str, path: str, body: object = None, key: str = "") -> Any:
        headers = {KEY: key} if key else {}
        request = self._client.build_request(method, self._url + path, json=body, headers=headers)
        self._signer.sign(request, self._now())
        answer = self._client.send(request)
        if answer.is_success:
            return answer.json()
        raise _refusal(answer)


def _refusal(answer: httpx.Response) -> Refused:
    """A proxy on the way may answer without a code of ours."""
    problem: Any = {}
    if "json" in answer.headers.get("content-type", ""):
        problem = answer.json()
    wait = answer.headers.get("retry-after", "")
    code = str(problem.get("code", f"http-{answer.status_code}"))
    return Refused(answer.status_code, code, str(problem.get("detail", "")), int(wait) if wait.isdecimal() else None)


def _now() -> datetime:
    return datetime.now(UTC)
