"""application-svc and postloan-svc, for partners: they refuse in their own words; what they do not answer may be asked
again."""

from collections.abc import Sequence
from uuid import UUID

import aiohttp
import orjson

from integration_gateway.clients.customers.application_svc.adapter import ServiceToken
from integration_gateway.clients.customers.application_svc.calls import Calls
from integration_gateway.use_cases.partners.records import Submission
from loan_contracts.message import JsonObject
from loan_servicekit.core import Unavailable, new_id


class PartnerOffice:
    """Implements `ApplicationOffice`; it can be asked once it is open."""

    def __init__(self, applications_url: str, loans_url: str) -> None:
        self._applications, self._loans = f"{applications_url.rstrip('/')}/v1", f"{loans_url.rstrip('/')}/v1"
        self._calls = Calls()

    def open(self, session: aiohttp.ClientSession, token: ServiceToken) -> None:
        """From now on it asks with these."""
        self._calls.open(session, token)

    async def submit(self, submission: Submission) -> str:
        """The number under which the application was taken in."""
        id, partner = str(submission.application_id), str(submission.partner_id)
        body = {**submission.body, "application_id": id, "partner_id": partner}
        answer = await self._post("/partner-applications", body, id)
        number: str = answer["application_no"]
        return number

    async def withdraw(self, application_id: UUID, partner_id: UUID, body: JsonObject, key: str) -> None:
        """The applicant steps back."""
        path = f"/partner-applications/{application_id}/withdrawal"
        await self._post(path, {**body, "partner_id": str(partner_id)}, key)

    async def known(self, partner_id: UUID, body: JsonObject) -> bool:
        """Whether a person is a customer already."""
        answer = await self._post("/partner-checks", {**body, "partner_id": str(partner_id)}, str(new_id()))
        return bool(answer["hit"])

    async def attach(self, application_id: UUID, partner_id: UUID, body: JsonObject, key: str) -> JsonObject:
        """One more paper."""
        path = f"/partner-applications/{application_id}/documents"
        return await self._post(path, {**body, "partner_id": str(partner_id)}, key)

    async def supplemented(self, application_id: UUID, partner_id: UUID, key: str) -> None:
        """The papers that were asked for are there."""
        path = f"/partner-applications/{application_id}/supplement"
        await self._post(path, {"partner_id": str(partner_id)}, key)

    async def plan(self, loan_id: UUID) -> Sequence[JsonObject]:
        """The instalments of a loan, as its books have them now."""
        gone = Unavailable("loans-unavailable", "postloan-svc does not answer")
        answer = await self._calls.made(gone, "GET", f"{self._loans}/partner-loans/{loan_id}/schedule", None, {})
        found: Sequence[JsonObject] = answer["instalments"]
        return found

    async def _post(self, path: str, body: JsonObject, key: str) -> JsonObject:
        url = self._applications + path
        gone = Unavailable("applications-unavailable", "application-svc does not answer")
        return await self._calls.made(gone, "POST", url, orjson.dumps(body), {"Idempotency-Key": key})
