"""What the outside world said about an applicant: figures and codes only, never names or numbers of persons.

The integration gateway makes these from the providers' own shapes (domain.md §7); risk-svc and antifraud-svc decide on
them. A source that did not answer has no block here, and `statuses` says why (R-7.3: a miss is not clean).
"""

from datetime import datetime
from decimal import Decimal

from pydantic import Field

from loan_contracts.values import Minor, Source, SourceStatus, Value


class IdentityFacts(Value):
    """Answer of the online identity check (domain.md §7.2)."""

    match: str = Field(description="00 match, 01 name and number differ, 02 number unknown, 03 photo differs")
    deceased: bool = False


class TelecomFacts(Value):
    """Stability labels of the mobile number (domain.md §7.3); call records are never collected."""

    three_factor: str = Field(description="1 match, 2 mismatch, 3 no record")
    online_months_band: str = Field(description="0-3, 3-6, 6-12, 12-24, 24+")
    in_service: bool = True


class BureauFacts(Value):
    """Figures derived from the credit report (domain.md §7.1). Late counts are months within the last 24 by status."""

    open_accounts: int = Field(ge=0, description="Loans and cards that are open")
    mortgage_accounts: int = Field(ge=0, description="Open accounts of business type 11")
    card_limit_minor: Minor = 0
    card_used_minor: Minor = 0
    revolving_utilisation: Decimal = Field(description="Used over limit of revolving accounts; above 1 when overdrawn")
    monthly_debt_service_minor: Minor = 0
    late_1_24m: int = Field(0, ge=0, description="Months with status 1 (1-30 days)")
    late_2_24m: int = Field(0, ge=0, description="Months with status 2 (31-60 days)")
    late_3_24m: int = Field(0, ge=0, description="Months with status 3 (61-90 days)")
    late_4plus_24m: int = Field(0, ge=0, description="Months with status 4 and worse (over 90 days)")
    current_overdue_minor: Minor = 0
    queries_1m: int = Field(0, ge=0, description="Loan and card approval queries in the last month")
    queries_3m: int = Field(0, ge=0)
    query_orgs_7d: int = Field(0, ge=0, description="Different institutions behind approval queries of 7 days (F-01)")
    query_orgs_30d: int = Field(0, ge=0, description="The same of 30 days")
    query_orgs_90d: int = Field(0, ge=0, description="The same of 90 days")
    unsecured_exposure_minor: Minor = 0


class SocialInsuranceFacts(Value):
    """Social insurance and housing fund (domain.md §7.4): income = monthly deposit / (personal + employer ratio)."""

    monthly_income_minor: Minor
    months_continuous: int = Field(ge=0)


class CourtFacts(Value):
    """Counts by list of domain.md §7.6, matched by name and full identity number only."""

    enforcement: int = 0
    dishonest: int = 0
    spending_restricted: int = 0
    enforcement_ended: int = 0
    judgments: int = 0
    enforcement_amount_minor: Minor = 0


class TaxFacts(Value):
    """Tax standing of the applicant's business (domain.md §7.5)."""

    credit_level: str = Field(description="A, M, B, C or D")
    arrears_minor: Minor = 0
    sales_12m_minor: Minor = 0
    zero_invoice_months_12m: int = 0


class RegistryFacts(Value):
    """Business registry (domain.md §7.7)."""

    state: str
    months_operating: int = Field(ge=0)
    abnormal: bool = False
    serious_illegal: bool = False


class CollectedFacts(Value):
    """All sources that the product asked for, as far as they answered."""

    collected_at: datetime
    statuses: dict[Source, SourceStatus]
    identity: IdentityFacts | None = None
    telecom: TelecomFacts | None = None
    credit_bureau: BureauFacts | None = None
    social_insurance: SocialInsuranceFacts | None = None
    court: CourtFacts | None = None
    tax: TaxFacts | None = None
    registry: RegistryFacts | None = None

    def missing(self) -> list[Source]:
        """The sources that gave no facts, for whatever reason. A registered absence (MISS) of a record counts too."""
        return [source for source, status in self.statuses.items() if status is not SourceStatus.HIT]


class DeclaredFacts(Value):
    """What the applicant declared on the form, as figures."""

    age: int = Field(ge=0, description="Full years at submission")
    dependents: int | None = Field(None, ge=0)
    monthly_income_minor: Minor | None = None
    monthly_expense_minor: Minor | None = Field(None, description="Household and living costs that are no debt service")
