"""What the outside world said about an applicant: figures and codes only, never names or numbers of persons.

The integration gateway makes these from the providers' own shapes (domain.md §7); risk-svc and antifraud-svc decide on
them. A source that did not answer has no block here, and `statuses` says why (R-7.3: a miss is not clean).
"""

from datetime import datetime

from pydantic import Field

from loan_contracts.texts import Code, Wording
from loan_contracts.values import Measure, Minor, Source, SourceStatus, Value


class IdentityFacts(Value):
    """Answer of the online identity check (domain.md §7.2)."""

    match: Code = Field(description="00 match, 01 name and number differ, 02 number unknown, 03 photo differs")
    deceased: bool = False


class TelecomFacts(Value):
    """Stability labels of the mobile number (domain.md §7.3); call records are never collected."""

    three_factor: Code = Field(description="1 match, 2 mismatch, 3 no record")
    online_months_band: Code = Field(description="0-3, 3-6, 6-12, 12-24, 24+")
    in_service: bool = True


class BureauFacts(Value):
    """Figures derived from the credit report (domain.md §7.1), summary and detail together: the worse of them counts.

    A late month is a calendar month in which any account was late, counted once with its worst status.
    """

    open_accounts: int = Field(ge=0, description="Loans and cards that are open")
    mortgage_accounts: int = Field(ge=0, description="Open accounts of business type 11")
    card_limit_minor: Minor = 0
    card_used_minor: Minor = Field(0, description="Drawn on cards and revolving loans")
    card_balance_minor: Minor = Field(0, description="Owed on cards; a part of it is debt service every month")
    revolving_utilisation: Measure = Field(description="Used over limit of revolving accounts; above 1 when overdrawn")
    monthly_debt_service_minor: Minor = Field(
        0, description="Dues of loans of other lenders; those of cards and ours are not told"
    )
    late_1_24m: int = Field(0, ge=0, description="Late months of 24 with worst status 1 (1-30 days)")
    late_2_24m: int = Field(0, ge=0, description="Late months of 24 with worst status 2 (31-60 days)")
    late_3_24m: int = Field(0, ge=0, description="Late months of 24 with worst status 3 (61-90 days)")
    late_4plus_24m: int = Field(0, ge=0, description="Late months of 24 with worst status 4 and worse (over 90 days)")
    late_run_24m: int = Field(
        0, ge=0, description="Longest run of late months of 24; a month of status k ends a run of k at least"
    )
    late_months_60m: int = Field(0, ge=0, description="Late months of 60")
    worst_12m: int = Field(0, ge=0, le=7, description="Worst status of 12 months by the severity map")
    worst_24m: int = Field(0, ge=0, le=7, description="The same of 24 months")
    worst_60m: int = Field(0, ge=0, le=7, description="The same of 60 months")
    unknown_months_24m: int = Field(0, ge=0, description="Months of 24 that an account reports as not known (#)")
    current_overdue_minor: Minor = 0
    overdue_accounts: int = Field(0, ge=0, description="Accounts that are overdue now by state, instalments or amount")
    bad_debts: int = Field(0, ge=0, description="Accounts written off, or about to be (呆账)")
    recovered_debts: int = Field(0, ge=0, description="Debts that others recover from the person (被追偿), running")
    recovered_debts_ended: int = Field(0, ge=0, description="The same, ended")
    bad_class_accounts: int = Field(0, ge=0, description="Accounts of class substandard, doubtful, loss or default")
    watched_accounts: int = Field(0, ge=0, description="Accounts of class special mention (关注)")
    enforced_accounts: int = Field(0, ge=0, description="Accounts enforced by a court or closed by force")
    restricted_accounts: int = Field(0, ge=0, description="Accounts frozen, stopped or short of collateral")
    bad_transactions: int = Field(
        0, ge=0, description="Debts that the guarantor paid, assets settled, or the lender enforced or wrote off"
    )
    eased_transactions: int = Field(0, ge=0, description="Debts extended, deferred, forgiven in part or sold")
    guarantee_balance_minor: Minor = Field(0, description="Balance of others' loans that the person answers for")
    bad_guarantees: int = Field(0, ge=0, description="Of these: loans in a bad class, or over 60 days late")
    doubtful_guarantees: int = Field(0, ge=0, description="Of these: loans that are late or under special mention")
    tax_arrears_records: int = Field(0, ge=0, description="Public records: unpaid taxes")
    judgment_records: int = Field(0, ge=0, description="Public records: civil judgments")
    enforcement_records: int = Field(0, ge=0, description="Public records: enforcement by courts")
    penalty_records: int = Field(0, ge=0, description="Public records: administrative penalties")
    unknown_codes: int | None = Field(
        None, ge=0, description="Codes of state, class and the like that are not known; absent: nobody has looked"
    )
    queries_1m: int = Field(0, ge=0, description="Queries for new credit in the last month")
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

    credit_level: Code = Field(description="A, M, B, C or D")
    arrears_minor: Minor = 0
    sales_12m_minor: Minor = 0
    zero_invoice_months_12m: int = 0


class RegistryFacts(Value):
    """Business registry (domain.md §7.7)."""

    state: Wording
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
