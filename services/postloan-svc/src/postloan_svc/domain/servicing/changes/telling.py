"""What is told of a change: one message for all of them."""

from datetime import date

from loan_contracts.lending import LoanChanged
from postloan_svc.domain.loan.history import LoanEvent
from postloan_svc.domain.loan.loan import Loan


def tell_change(loan: Loan, event: LoanEvent, today: date) -> None:
    """Tells a change, or its taking back; the loan is what it has become."""
    assert event.change is not None, f"event {event.event_id} changes nothing"
    loan.record(
        LoanChanged,
        loan_id=loan.id,
        application_id=loan.application_id,
        change_id=event.event_id,
        kind=event.change.kind.value,
        reverses=event.reverses,
        value_date=event.value_date,
        business_date=today,
        status=loan.status.value,
        annual_rate=loan.agreed_rates.at(today),
        maturity_date=loan.instalments[-1].due_on,
        schedule_version=loan.schedule_no,
        outstanding_principal_minor=loan.outstanding_principal_minor,
        waived_minor=loan.terms.waived_minor + loan.terms.waived_principal_minor,
        written_off_minor=loan.terms.written_off_minor,
        line_id=loan.contract.line_id,
    )
