"""The borrower's front end: registers, applies, follows, confirms the disclosure and signs, over the public API."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loan_contracts.message import JsonObject
from loan_contracts.values import Source
from loan_datasets import people, requests
from loan_datasets.borrower import Borrower
from loan_datasets.facts import declared_facts
from loan_replay.api import Api

SERVICE = "application-svc"
PRODUCT = "PCL-ONLINE"
SOURCES = (Source.IDENTITY, Source.TELECOM, Source.CREDIT_BUREAU, Source.SOCIAL_INSURANCE, Source.COURT)
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Applicant:
    """A person and what he declares and asks for: all that a front end types in."""

    row: int
    registration: JsonObject
    application: JsonObject


def applicant_of(borrower: Borrower, on: date, seed: int) -> Applicant:
    """A real borrower; only what the data set lacks is made up, by seed."""
    person = people.person(borrower.row, on=on, age=borrower.age)
    amount_minor, term_months = requests.requested(borrower, seed)
    declared = declared_facts(borrower)
    form = {
        "employment": "EMPLOYED",
        "monthly_income_minor": declared.monthly_income_minor,
        "monthly_expense_minor": declared.monthly_expense_minor,
        "dependents": declared.dependents,
    }
    return applicant(person, amount_minor, term_months, form)


def applicant(
    person: people.Person, amount_minor: int, term_months: int, form: JsonObject, product: str = PRODUCT
) -> Applicant:
    """A person with a wish."""
    registration = {
        "name": person.name,
        "identity_number": person.identity_number,
        "mobile": person.mobile,
        "card_number": person.card,
        "employer": person.employer,
        "address": person.address,
        "consents": [{"source": source} for source in SOURCES],
    }
    application = {
        "product_code": product,
        "amount_minor": amount_minor,
        "term_months": term_months,
        "repayment_method": "EQUAL_INSTALMENT",
        "purpose": person.purpose,
        "form": form,
    }
    return Applicant(person.row, registration, application)


class Channel:
    """The acts of a borrower through a front end. Each takes the key of its intent, so that it may be sent again."""

    def __init__(self, api: Api, run: str) -> None:
        """`run` makes the keys of this run different from those of others."""
        self._api, self._run = api, run
        self._texts: dict[str, JsonObject] = {}  # that consents name, by source

    async def register(self, who: Applicant) -> str:
        """The customer's id; consents are given in the same call, to the wordings in force."""
        consents = [await self.signed(consent) for consent in who.registration["consents"]]
        body = who.registration | {"consents": consents}
        answer = await self._api.post(SERVICE, "/v1/customers", body, f"{self._run}-register-{who.row}")
        return str(answer["id"])

    async def signed(self, consent: JsonObject) -> JsonObject:
        """A consent with the wording that the borrower has seen, and his electronic signature of it."""
        if not self._texts:
            page = await self._api.get(SERVICE, "/v1/consent-texts", purpose="02")
            self._texts = {text["source"]: text for text in page["items"]}
        text = self._texts[consent["source"]]
        signature = {"kind": "ELECTRONIC_SIGNATURE", "reference": f"replay:{self._run}", "sha256": text["hash"]}
        return {"text_version": text["text_version"], "evidence": signature} | consent

    async def apply(self, who: Applicant, customer_id: str) -> JsonObject:
        """The receipt of the application."""
        body = who.application | {"customer_id": customer_id}
        receipt: JsonObject = await self._api.post(SERVICE, "/v1/applications", body, f"{self._run}-apply-{who.row}")
        return receipt

    async def statuses(self, ids: Sequence[str]) -> dict[str, JsonObject]:
        """How applications stand, by id; many in one call."""
        found: dict[str, JsonObject] = {}
        for start in range(0, len(ids), AT_ONCE):
            body = {"ids": list(ids[start : start + AT_ONCE])}
            answer = await self._api.post(SERVICE, "/v1/applications/statuses", body)
            found |= {line["id"]: line for line in answer["items"]}
        return found

    async def offers(self) -> list[JsonObject]:
        """The newest offers that wait for their disclosure to be read."""
        page = await self._api.get(SERVICE, "/v1/applications", contract_status="DRAFTED", limit=200)
        lines: list[JsonObject] = page["items"]
        return lines

    async def disclosure(self, line: JsonObject) -> JsonObject:
        """The cost disclosure of an offer; from now on the borrower reads it."""
        given: JsonObject = await self._api.post(SERVICE, f"/v1/applications/{line['id']}/disclosure-deliveries")
        return given

    async def confirm(self, given: JsonObject) -> None:
        """The borrower has read the cost disclosure for as long as it asks for."""
        id, body = given["application_id"], {"disclosure_hash": given["disclosure_hash"]}
        path = f"/v1/applications/{id}/disclosure-confirmation"
        await self._api.post(SERVICE, path, body, f"{self._run}-confirm-{id}")

    async def sign(self, line: JsonObject) -> None:
        """The borrower signs the contract."""
        body = {"contract_hash": line["contract_hash"], "reference": f"replay:{self._run}"}
        await self._api.post(
            SERVICE, f"/v1/applications/{line['id']}/signature", body, f"{self._run}-sign-{line['id']}"
        )
