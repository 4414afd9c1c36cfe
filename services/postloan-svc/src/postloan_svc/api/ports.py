"""What the routes work with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from loan_servicekit.core.working_days import WorkingDays
from loan_servicekit.http import RequestContext
from loan_servicekit.jobs import Job
from postloan_svc.operations import Operations
from postloan_svc.use_cases.calendar.ports import CalendarQueries
from postloan_svc.use_cases.classification.ports import ClassificationQueries, StandingParameters
from postloan_svc.use_cases.credit_line.ports import CreditLineQueries
from postloan_svc.use_cases.debits.ports import DebitQueries
from postloan_svc.use_cases.disbursement.ports import PayOutQueries
from postloan_svc.use_cases.general_ledger.ports import GeneralLedgerQueries
from postloan_svc.use_cases.ledger.ports import LedgerQueries
from postloan_svc.use_cases.loan.ports import LoanQueries
from postloan_svc.use_cases.papers.ports import PaperQueries, Typesetter
from postloan_svc.use_cases.provision.ports import PortfolioQueries
from postloan_svc.use_cases.servicing.changes.ports import ChangeQueries
from postloan_svc.use_cases.servicing.ports import RequestQueries


@dataclass(frozen=True, slots=True)
class Ports:
    """What wiring gives to the routes; `day_closing` is the job that carries closings to their end,
    `repayment_account` what borrowers are told to transfer to."""

    operations: Operations
    loans: LoanQueries
    pay_outs: PayOutQueries
    ledger: LedgerQueries
    requests: RequestQueries
    changes: ChangeQueries
    general_ledger: GeneralLedgerQueries
    classifications: ClassificationQueries
    standing: StandingParameters
    portfolio: PortfolioQueries
    days: CalendarQueries
    working_days: Callable[[], WorkingDays]
    day_closing: Job
    day_start: Job
    repayment_account: str
    papers: PaperQueries
    debits: DebitQueries
    credit_lines: CreditLineQueries
    typesetter: Typesetter


Context: TypeAlias = RequestContext[Ports]
