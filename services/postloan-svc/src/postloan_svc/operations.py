"""What postloan-svc can do."""

from loan_servicekit.db.operation import BatchOperation, Operation
from postloan_svc.persistence.classification.loaders import ClassificationLoaders
from postloan_svc.persistence.credit_line.loaders import CreditLineLoaders
from postloan_svc.persistence.debits.loaders import DebitLoaders
from postloan_svc.persistence.disbursement.loaders import Loaders as DisbursementLoaders
from postloan_svc.persistence.general_ledger.loaders import chart_basis, journal_basis, period_basis
from postloan_svc.persistence.loaders import Loaders
from postloan_svc.use_cases.calendar.accrue_interest import accrue_interest
from postloan_svc.use_cases.calendar.advance_loans import advance_loans
from postloan_svc.use_cases.calendar.ask_day_closing import ask_day_closing, decide_day_closing
from postloan_svc.use_cases.calendar.close_business_day import close_business_day
from postloan_svc.use_cases.calendar.end_business_day import end_business_day
from postloan_svc.use_cases.calendar.post_business_day import post_business_day
from postloan_svc.use_cases.calendar.set_loan_aside import set_loan_aside
from postloan_svc.use_cases.classification.classify_loans import classify_loans, find_loans
from postloan_svc.use_cases.classification.decide_classification import decide_classification
from postloan_svc.use_cases.classification.request_classification import request_classification
from postloan_svc.use_cases.credit_line.draw_line import draw_line, release_reservation, reserve_line
from postloan_svc.use_cases.credit_line.freeze_line import ask_freeze, decide_freeze, end_lines
from postloan_svc.use_cases.debits.agree_to_collection import (
    agree_to_collection,
    note_refusal,
    note_signature,
    revoke_agreement,
)
from postloan_svc.use_cases.debits.end_payment import fail_payment, return_payment, settle_payment
from postloan_svc.use_cases.debits.freeze_debits import freeze_debits, resume_debits
from postloan_svc.use_cases.debits.pay_by_card import pay_by_card
from postloan_svc.use_cases.debits.run_debits import run_debits
from postloan_svc.use_cases.disbursement.book_loan import book_loan
from postloan_svc.use_cases.disbursement.check_purpose import check_purpose
from postloan_svc.use_cases.disbursement.release_pay_out import check_condition_off, refuse_pay_out, release_pay_out
from postloan_svc.use_cases.disbursement.retry_pay_out import retry_pay_out
from postloan_svc.use_cases.general_ledger.change_account import decide_account_change, request_account_change
from postloan_svc.use_cases.general_ledger.change_period import decide_period_change, request_period_change
from postloan_svc.use_cases.general_ledger.decide_journal import decide_journal
from postloan_svc.use_cases.general_ledger.reconcile_books import reconcile_books
from postloan_svc.use_cases.general_ledger.request_journal import request_journal, request_journal_reversal
from postloan_svc.use_cases.papers.issue_paper import issue_paper
from postloan_svc.use_cases.provision.note_estimate import note_estimate
from postloan_svc.use_cases.provision.take_snapshots import begin_record, end_record, take_snapshots
from postloan_svc.use_cases.servicing.changes.decide_change import decide_change, take_approval
from postloan_svc.use_cases.servicing.changes.request_change import request_change, request_change_reversal
from postloan_svc.use_cases.servicing.decide_request import decide_request
from postloan_svc.use_cases.servicing.import_statement import import_statement
from postloan_svc.use_cases.servicing.quote_prepayment import quote_prepayment
from postloan_svc.use_cases.servicing.record_repayment import record_repayment
from postloan_svc.use_cases.servicing.request_move import request_move
from postloan_svc.use_cases.servicing.request_release import request_release
from postloan_svc.use_cases.servicing.request_reversal import request_reversal
from postloan_svc.use_cases.servicing.retry_refund import retry_refund


class Operations:
    """The table: each use case with what loads for it."""

    def __init__(
        self,
        loaders: Loaders,
        disbursement: DisbursementLoaders,
        standing: ClassificationLoaders,
        debits: DebitLoaders,
        lines: CreditLineLoaders,
    ) -> None:
        self.book_loan = Operation(book_loan, disbursement.booking_basis)
        self.check_condition_off = Operation(check_condition_off, disbursement.pay_outs)
        self.release_pay_out = Operation(release_pay_out, disbursement.releases)
        self.refuse_pay_out = Operation(refuse_pay_out, disbursement.pay_outs)
        self.settle_payment = Operation(settle_payment, debits.ending_basis)
        self.fail_payment = Operation(fail_payment, debits.ending_basis)
        self.return_payment = Operation(return_payment, debits.ending_basis)
        self.agree_to_collection = Operation(agree_to_collection, debits.agreement_basis)
        self.revoke_agreement = Operation(revoke_agreement, debits.agreement_basis)
        self.note_signature = Operation(note_signature, debits.agreements)
        self.note_refusal = Operation(note_refusal, debits.agreements)
        self.freeze_debits = Operation(freeze_debits, debits.agreement_basis)
        self.resume_debits = Operation(resume_debits, debits.agreement_basis)
        self.pay_by_card = Operation(pay_by_card, debits.agreement_basis)
        self.run_debits = Operation(run_debits, debits.run_basis)
        self._credit_lines(lines)
        self.check_purpose = Operation(check_purpose, disbursement.loans)
        self.retry_pay_out = Operation(retry_pay_out, disbursement.retry_basis)
        self.quote_prepayment = Operation(quote_prepayment, loaders.starting_basis)
        self.record_repayment = Operation(record_repayment, loaders.receiving_basis)
        self.import_statement = Operation(import_statement, loaders.statement_basis)
        self.request_release = Operation(request_release, loaders.loans_and_day)
        self.request_reversal = Operation(request_reversal, loaders.loans_and_moves)
        self.request_move = Operation(request_move, loaders.moving_basis)
        self.decide_request = Operation(decide_request, loaders.deciding_basis)
        self.issue_paper = Operation(issue_paper)
        self.retry_refund = Operation(retry_refund, loaders.loans)
        self.request_change = Operation(request_change, loaders.change_basis)
        self.request_change_reversal = Operation(request_change_reversal, loaders.change_reversal_basis)
        self.decide_change = Operation(decide_change, loaders.change_deciding_basis)
        self.take_approval = Operation(take_approval, loaders.approval_basis)
        self.close_business_day = Operation(close_business_day, loaders.closing_basis)
        self.ask_day_closing = Operation(ask_day_closing, loaders.closing_basis)
        self.decide_day_closing = Operation(decide_day_closing, loaders.closing_basis)
        self.advance_loans = Operation(advance_loans, loaders.advance_basis)
        self.accrue_interest = Operation(accrue_interest, loaders.accruals)
        self.set_loan_aside = Operation(set_loan_aside)
        self.find_loans = Operation(find_loans, standing.found)
        self.classify_loans = Operation(classify_loans, standing.classifying_basis)
        self.request_classification = Operation(request_classification, standing.about_loans)
        self.decide_classification = Operation(decide_classification, standing.deciding_basis)
        self.begin_record = Operation(begin_record, standing.snapshots)
        self.take_snapshots = Operation(take_snapshots, standing.snapshots)
        self.end_record = Operation(end_record, standing.snapshots)
        self.note_estimate = BatchOperation(note_estimate, standing.estimates)
        self.end_business_day = Operation(end_business_day, loaders.accruals)
        self.post_business_day = Operation(post_business_day, loaders.general_ledger)
        self.reconcile_books = Operation(reconcile_books, loaders.general_ledger)
        self._general_ledger()

    def _credit_lines(self, lines: CreditLineLoaders) -> None:
        self.draw_line = Operation(draw_line, lines.lines)
        self.reserve_line = Operation(reserve_line, lines.lines)
        self.release_reservation = Operation(release_reservation, lines.lines)
        self.ask_freeze = Operation(ask_freeze, lines.lines)
        self.decide_freeze = Operation(decide_freeze, lines.lines)
        self.end_lines = Operation(end_lines, lines.ending)

    def _general_ledger(self) -> None:
        self.request_journal = Operation(request_journal, journal_basis)
        self.request_journal_reversal = Operation(request_journal_reversal, journal_basis)
        self.decide_journal = Operation(decide_journal, journal_basis)
        self.request_account_change = Operation(request_account_change, chart_basis)
        self.decide_account_change = Operation(decide_account_change, chart_basis)
        self.request_period_change = Operation(request_period_change, period_basis)
        self.decide_period_change = Operation(decide_period_change, period_basis)
