"""Puts postloan-svc together."""

from dataclasses import replace
from functools import partial

from fastapi import FastAPI

from loan_contracts.lending import PaymentRequested
from loan_contracts.seals import Seals
from loan_servicekit.core import Cause
from loan_servicekit.db.group_commit import GroupCommit
from loan_servicekit.db.parameters import WorkingDaysList
from loan_servicekit.db.queries import Reader
from loan_servicekit.http import service_app
from loan_servicekit.service import Service
from postloan_svc.api.calendar import routes as calendar
from postloan_svc.api.classification import routes as classification
from postloan_svc.api.credit_line import own as own_lines
from postloan_svc.api.credit_line import routes as credit_lines
from postloan_svc.api.debits import own as own_debits
from postloan_svc.api.debits import routes as debit_routes
from postloan_svc.api.disbursement import routes as disbursement
from postloan_svc.api.general_ledger import accounts
from postloan_svc.api.general_ledger import routes as general_ledger
from postloan_svc.api.ledger import routes as ledger
from postloan_svc.api.loan import own as own_loans
from postloan_svc.api.loan import routes as loan
from postloan_svc.api.papers import own as own_papers
from postloan_svc.api.papers import routes as papers
from postloan_svc.api.portfolio import routes as portfolio
from postloan_svc.api.ports import Ports
from postloan_svc.api.schedule import own as own_schedules
from postloan_svc.api.schedule import partners as partner_schedules
from postloan_svc.api.schedule import routes as schedule
from postloan_svc.api.servicing import changes, quotes, statements
from postloan_svc.api.servicing import own as own_servicing
from postloan_svc.api.servicing import routes as servicing
from postloan_svc.clients.typst.typesetter import TypstTypesetter
from postloan_svc.domain.parameters import CATALOGUE
from postloan_svc.jobs.day_closing import LANES, LOOK_S, DayCloser
from postloan_svc.jobs.day_start import START_LOOK_S, DayStarter
from postloan_svc.jobs.debit_runs import DEBITS_LOOK_S, DebitCollector
from postloan_svc.messaging.subscriptions import subscriptions
from postloan_svc.operations import Operations
from postloan_svc.persistence.calendar.queries import SqlCalendarQueries
from postloan_svc.persistence.classification.loaders import ClassificationLoaders
from postloan_svc.persistence.classification.queries import SqlClassificationQueries
from postloan_svc.persistence.credit_line.loaders import CreditLineLoaders
from postloan_svc.persistence.credit_line.queries import SqlCreditLineQueries
from postloan_svc.persistence.debits.loaders import DebitLoaders
from postloan_svc.persistence.debits.queries import SqlDebitQueries
from postloan_svc.persistence.disbursement.loaders import Loaders as DisbursementLoaders
from postloan_svc.persistence.disbursement.queries import SqlPayOutQueries
from postloan_svc.persistence.general_ledger.queries import SqlGeneralLedgerQueries
from postloan_svc.persistence.ledger.months import MONTHS_LOOK_S, BookMonths
from postloan_svc.persistence.ledger.queries import SqlLedgerQueries
from postloan_svc.persistence.loaders import Loaders, kept_months, non_accrual_after_days, vat_percent
from postloan_svc.persistence.loan.queries import SqlLoanQueries
from postloan_svc.persistence.papers.queries import SqlPaperQueries
from postloan_svc.persistence.provision.portfolio import SqlPortfolioQueries
from postloan_svc.persistence.servicing.queries import SqlRequestQueries
from postloan_svc.persistence.tables import SCHEMA
from postloan_svc.settings import Settings

NAME = "postloan-svc"
ROUTERS = (
    loan.router,
    disbursement.router,
    schedule.router,
    partner_schedules.router,
    ledger.router,
    servicing.router,
    quotes.router,
    changes.router,
    statements.router,
    calendar.router,
    general_ledger.router,
    own_loans.router,
    own_schedules.router,
    own_servicing.router,
    classification.router,
    portfolio.router,
    accounts.router,
    papers.router,
    own_papers.router,
    debit_routes.router,
    own_debits.router,
    credit_lines.router,
    own_lines.router,
)


def build(settings: Settings, mode: str) -> FastAPI:
    """The application with its background tasks."""
    orders, signed = Seals.parse(settings.order_seal_keys), Seals.parse(settings.contract_seal_keys)
    schema = replace(SCHEMA, seals={PaymentRequested.TYPE: orders})
    service = Service(NAME, settings, schema, mode, catalogue=CATALOGUE)
    working_days = WorkingDaysList(service.parameters, service.clock)
    loaders = Loaders(service.parameters, working_days.known, settings.days_run_ahead)
    standing = ClassificationLoaders(service.parameters)
    disbursing = DisbursementLoaders(service.parameters, signed.bears, loaders.starting_basis)
    debits = DebitLoaders(service.parameters, loaders, disbursing)
    operations = Operations(loaders, disbursing, standing, debits, CreditLineLoaders(disbursing.release_over))
    service.on_start += [working_days.tell_missing_years]
    service.subscribe(subscriptions(operations))
    reader = Reader(service.engine)
    days = SqlCalendarQueries(reader, partial(non_accrual_after_days, service.parameters))
    lines = SqlCreditLineQueries(reader)
    lanes = [GroupCommit(service.transactor, 0) for _ in range(LANES)]

    def day_is_closed() -> None:
        months.wake()
        day_start.wake()

    months = service.every(
        MONTHS_LOOK_S, BookMonths(service.engine, partial(kept_months, service.parameters)).make_months
    )
    closer = DayCloser(days, lines, operations, lanes, Cause(NAME), done=day_is_closed)
    day_closing = service.every(LOOK_S, closer.close_days)
    own = (days, operations, service.group_commit, Cause(NAME))
    starter = DayStarter(*own, service.clock, settings.day_closing_time, begun=day_closing.wake)
    day_start = service.every(START_LOOK_S, starter.begin_closing)
    collector = DebitCollector(*own, service.clock, debits.rules)
    service.every(DEBITS_LOOK_S, collector.collect)
    ports = Ports(
        operations=operations,
        loans=SqlLoanQueries(reader),
        pay_outs=SqlPayOutQueries(reader),
        ledger=SqlLedgerQueries(reader, partial(vat_percent, service.parameters)),
        requests=SqlRequestQueries(reader),
        changes=SqlRequestQueries(reader),
        general_ledger=SqlGeneralLedgerQueries(reader),
        classifications=SqlClassificationQueries(reader),
        standing=standing,
        portfolio=SqlPortfolioQueries(reader),
        days=days,
        working_days=working_days.known,
        day_closing=day_closing,
        day_start=day_start,
        repayment_account=settings.repayment_account,
        papers=SqlPaperQueries(reader),
        debits=SqlDebitQueries(reader),
        credit_lines=lines,
        typesetter=TypstTypesetter(settings.lender),
    )
    return service_app(service, ROUTERS, "Loans", settings.root_path, ports)
