"""The providers over real HTTP with adapters as wiring builds them, and the simulator's switches behind them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import aiohttp

from integration_gateway.clients.notifications.sms_push import adapter as sms_push
from integration_gateway.clients.outbound import Line, LineSettings
from integration_gateway.clients.payments.unionpay import adapter as unionpay
from integration_gateway.clients.payments.unionpay.row import UnionPayRow
from integration_gateway.clients.qichacha.envelope import Qichacha
from integration_gateway.clients.qichacha.row import QichachaRow
from integration_gateway.clients.routing.route import Ask, Route
from integration_gateway.clients.routing.sources import RoutedSources
from integration_gateway.clients.sources.carrier import adapter as carrier
from integration_gateway.clients.sources.courts import adapter as courts
from integration_gateway.clients.sources.nciic import adapter as nciic
from integration_gateway.clients.sources.pboc import adapter as pboc
from integration_gateway.clients.sources.samr import adapter as samr
from integration_gateway.clients.sources.social_fund import adapter as social_fund
from integration_gateway.clients.sources.tax_bureau import adapter as tax_bureau
from integration_gateway.clients.sources.tencent_face.adapter import TencentFaceCheck
from integration_gateway.clients.sources.vendor_courts.adapter import VendorCourts
from integration_gateway.clients.sources.vendor_courts.persons import PersonCourts
from integration_gateway.clients.sources.vendor_courts.row import PersonCourtsRow
from integration_gateway.clients.tencent.envelope import Tencent
from integration_gateway.clients.tencent.row import TencentRow
from integration_gateway.domain.customers.subject import Consent, Subject
from integration_gateway.domain.payments.payment import PaymentOrder, PaymentResult, PaymentState
from integration_gateway.domain.providers.policy import Policies
from integration_gateway.domain.sources.request import SourceRequest
from integration_gateway.use_cases.providers.ledger import Counted, DayRecord, DifferenceRecord, Ledger
from loan_contracts.values import Source
from loan_datasets import people
from loan_servicekit.core import utc_now

AT = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)
FIRST_STORY_ROW = 150_000
PATIENT_S = 60.0  # longer than a busy machine needs: only tests about time give a shorter one
MERCHANT = "777290058110048"
TEMPLATES = {
    "repayment-reminder": {"id": "1010", "parameters": ["days", "due_on", "amount"]},
    "decision-declined": {"id": "1001"},
    "decision-approved": {"id": "1002"},
    "supplement-requested": {"id": "1003", "parameters": ["documents"]},
    "loan-disbursed": {"id": "1004", "parameters": ["loan_no"]},
    "sign-in-code": {"id": "1006", "parameters": ["code"]},
    "loan-repriced": {"id": "1007", "parameters": ["annual_rate", "on"]},
    "claim-transferred": {"id": "1008", "parameters": ["on"]},
    "debit-returned": {"id": "1009", "parameters": ["amount", "on"]},
    "repayment-due": {"id": "1005", "parameters": ["amount"]},
}
COMPANY = "91990101MA0DEM0051"
JPEG = b"\xff\xd8\xff\xe0 a face"
VENDORS = ("esign", "qichacha", "person_courts")
LISTS = {
    "enforcement": "/enterprise/enforcement",
    "spending_restricted": "/enterprise/limit-consume",
    "enforcement_ended": "/enterprise/end-enforcement",
    "judgments": "/enterprise/judgments",
}
NAMES = UUID("8d4d5b54-93f5-4a3c-9a4f-0f7d3a1c5e01")


def consents(*sources: Source, purpose: str = "02") -> dict[Source, Consent]:
    """A consent a source, in force at AT."""
    return {
        source: Consent(uuid5(NAMES, source), source, purpose, valid_from=datetime(2026, 8, 1, tzinfo=UTC))
        for source in sources
    }


def a_request(row: int = FIRST_STORY_ROW, *, name: str | None = None, **changes: Any) -> SourceRequest:
    """A question about the person of a row, with consent to every source."""
    someone = people.person(row, on=date(2026, 9, 1))
    request = SourceRequest(
        request_id=uuid5(NAMES, f"{row} {name}"),
        biz_no=f"A{row}",
        subject=Subject(someone.identity_number, name or someone.name, someone.mobile, someone.card),
        consents=consents(*Source),
    )
    return replace(request, **changes)


def for_a_business(row: int) -> SourceRequest:
    """A question about the person of a row who borrows for his company."""
    request = a_request(row)
    return replace(request, subject=replace(request.subject, organisation_code=COMPANY))


def number_of(request: SourceRequest) -> str:
    """The identity number asked about."""
    return request.subject.identity_number


def rows(url: str, credentials: Path = Path("nowhere"), /, **changes: Any) -> dict[str, dict[str, Any]]:
    """The rows of providers behind an address."""
    unionpay_row = {
        "url": f"{url}/unionpay",
        "file_url": f"{url}/unionpay/file",
        "merchant": MERCHANT,
        "back_url": f"{url}/nobody-hears",
        "credentials": str(credentials / "gateway/unionpay"),
        "holder": "00040000:SIGN",
        "queries_s": [0, 0.2, 1, 1, 1, 2, 5, 30],
    }
    tencent_row = {
        "credentials": str(credentials / "gateway/tencent"),
        "faceid_url": f"{url}/",
        "sms_url": f"{url}/",
        "ocr_url": f"{url}/",
        "sms_app": "1400000001",
        "sms_signature": "信流",
        "sms_templates": TEMPLATES,
        "timeout_s": PATIENT_S,
    }
    told = {name: {"credentials": str(credentials / f"gateway/{name}"), "timeout_s": PATIENT_S} for name in VENDORS}
    told["esign"] |= {"url": f"{url}/esign", "notify_url": f"{url}/nobody-hears"}
    told["qichacha"] |= {"url": f"{url}/qichacha"}
    told["person_courts"] |= {"url": f"{url}/person-courts", "lists": LISTS}
    return {"unionpay": unionpay_row | changes, "tencent": tencent_row} | told


class Days:
    """The days of the ledger, in memory."""

    def __init__(self) -> None:
        self.kept = Counted()

    async def add(self, counted: Counted) -> None:
        self.kept.add(counted)

    async def day(self, day: date) -> Sequence[DayRecord]:
        return [DayRecord(c, p, tally) for (on, c, p), tally in self.kept.tallies.items() if on == day]

    async def differences(self, day: date) -> Sequence[DifferenceRecord]:
        raise NotImplementedError


@dataclass(frozen=True)
class Album:
    """Photos that applicants have sent."""

    photo: bytes | None

    async def photo_of(self, application: str) -> bytes | None:
        return self.photo


@dataclass
class Outside:
    """The providers, and the switches behind them."""

    session: aiohttp.ClientSession
    url: str
    credentials: Path = Path("nowhere")

    def line(self, path: str, timeout_s: float = PATIENT_S, **settings: Any) -> Line:
        return Line(self.session, LineSettings(self.url + path, timeout_s, **settings))

    def identity(self, **settings: Any) -> nciic.NciicIdentityCheck:
        return nciic.NciicIdentityCheck(self.line(nciic.PATH, **settings))

    def bureau(self, **settings: Any) -> pboc.PbocCreditBureau:
        return pboc.PbocCreditBureau(self.line(pboc.PATH, **settings))

    def rows(self, **changes: Any) -> dict[str, dict[str, Any]]:
        """The rows of providers, as settings say them; `changes` are of the payment channel's."""
        return rows(self.url, self.credentials, **changes)

    def network(self, line: dict[str, Any] | None = None, **changes: Any) -> unionpay.UnionPay:
        """UnionPay as its row says; `line` changes how it is reached."""

        def line_to(name: str, url: str, timeout_s: float, attempts: int) -> Line:
            told = {"timeout_s": PATIENT_S, "attempts": attempts} | (line or {} if name != "unionpay/queries" else {})
            return Line(self.session, LineSettings(url, **told))

        return unionpay.UnionPay(UnionPayRow.model_validate(self.rows(**changes)["unionpay"]), line_to, utc_now)

    def tencent(self, **changes: Any) -> Tencent:
        """Tencent Cloud as its row says."""

        def line_to(name: str, url: str, timeout_s: float, attempts: int) -> Line:
            return Line(self.session, LineSettings(url, timeout_s, attempts))

        return Tencent(TencentRow.model_validate(self.rows()["tencent"] | changes), line_to, utc_now)

    def line_to(self, name: str, url: str, timeout_s: float, attempts: int = 3) -> Line:
        """As wiring makes them."""
        return Line(self.session, LineSettings(url, timeout_s, attempts), name)

    def face(self, photo: bytes | None = JPEG) -> TencentFaceCheck:
        """The comparison of faces, where every applicant has sent this photo."""
        return TencentFaceCheck(self.tencent().faceid, Album(photo))

    def qichacha(self) -> Qichacha:
        return Qichacha.of(QichachaRow.model_validate(self.rows()["qichacha"]), self.line_to, utc_now)

    def vendor_courts(self) -> VendorCourts:
        row = PersonCourtsRow.model_validate(self.rows()["person_courts"])
        return VendorCourts(PersonCourts(row, self.line_to, utc_now), self.qichacha())

    def payments(self, **line: Any) -> unionpay.UnionPayPayments:
        return self.network(line).payments()

    async def settle(self, order: PaymentOrder, queries: int = 3, **settings: Any) -> PaymentResult:
        """Sends an order, and asks what became of it as long as that is not known, so many times."""
        payments = self.payments(**settings)
        result = await payments.send(order)
        for _ in range(queries):
            if result.state is PaymentState.UNKNOWN:
                result = await payments.look_up(order)
        return result

    def messages(self, **settings: Any) -> sms_push.SmsPushMessages:
        return sms_push.SmsPushMessages(self.line(sms_push.PATH, **settings))

    def collector(self, bureau_timeout_s: float = PATIENT_S, **settings: Any) -> RoutedSources:
        """All sources by routes of one provider each: the registers, and the cloud for faces."""
        asks: dict[Source, Ask] = {
            Source.IDENTITY: self.identity(**settings).check_identity,
            Source.TELECOM: carrier.CarrierTelecom(self.line(carrier.PATH, **settings)).check_mobile,
            Source.CREDIT_BUREAU: self.bureau(timeout_s=bureau_timeout_s, **settings).credit_report,
            Source.SOCIAL_INSURANCE: social_fund.SocialFund(self.line(social_fund.PATH, **settings)).contributions,
            Source.TAX: tax_bureau.TaxBureau(self.line(tax_bureau.PATH, **settings)).tax_standing,
            Source.COURT: courts.EnforcementRegister(self.line(courts.PATH, **settings)).court_records,
            Source.REGISTRY: samr.SamrRegistry(self.line(samr.PATH, **settings)).registration,
            Source.FACE: self.face().compare_face,
        }
        parameters: dict[str, str] = {}
        policies = Policies({source.value.lower(): ["the-one"] for source in asks}, {}, lambda: parameters)
        ledger = Ledger(Days(), utc_now)
        routes = {
            source: Route(source, {"the-one": lambda ask=ask: ask}, policies, ledger) for source, ask in asks.items()
        }
        return RoutedSources(routes, policies, ledger)

    async def switch(self, method: str, path: str, **body: Any) -> None:
        """Operates a switch of the simulator; an assertion if it refuses."""
        async with self.session.request(method, f"{self.url}/admin/{path}", json=body) as response:
            assert response.status == 204, await response.text()

    async def look(self, path: str) -> Any:
        """Looks behind the providers."""
        async with self.session.get(f"{self.url}/admin/{path}") as response:
            assert response.status == 200
            return await response.json()

    async def calls(self, provider: str) -> int:
        """How often a provider was called so far."""
        return int((await self.look("stats"))["calls"].get(provider, 0))
