"""What integration-gateway can do."""

from integration_gateway.persistence.desk.loaders import finished_items, intake, kept_attempts
from integration_gateway.persistence.partners.loaders import deliveries
from integration_gateway.persistence.payments.loaders import breaks
from integration_gateway.use_cases.desk.finish_work import finish_work
from integration_gateway.use_cases.desk.ports import Finish
from integration_gateway.use_cases.desk.take_request import take_request
from integration_gateway.use_cases.ends import UnitOfWork
from integration_gateway.use_cases.notifications.communications import add_communication, change_preference
from integration_gateway.use_cases.notifications.sign_in import check_sign_in_code, send_sign_in_code
from integration_gateway.use_cases.notifications.tell_of_change import tell_of_change
from integration_gateway.use_cases.partners.deliver import FinishDelivery, finish_delivery, redeliver
from integration_gateway.use_cases.partners.hear import hear
from integration_gateway.use_cases.partners.manage import (
    decide_partner,
    issue_partner_key,
    propose_partner,
    set_webhook_endpoint,
    suspend_partner,
)
from integration_gateway.use_cases.partners.submit import begin_submission, end_submission
from integration_gateway.use_cases.payments.begin_attempt import BeginAttempt, begin_attempt
from integration_gateway.use_cases.payments.clear_break import clear_break
from integration_gateway.use_cases.payments.reconcile import keep_comparison
from integration_gateway.use_cases.payments.take_order import take_order
from integration_gateway.use_cases.providers.quarantine import close_quarantined_answer, read_quarantined_answer
from integration_gateway.use_cases.signatures.sign import take_signature
from integration_gateway.use_cases.sources.check_invoice import keep_invoice_check
from integration_gateway.use_cases.sources.take_collection import take_collection
from integration_gateway.use_cases.switches import turn_switch
from loan_servicekit.db.operation import BatchOperation, Operation


class Operations:
    """The table: each use case with what loads for it."""

    def __init__(self) -> None:
        self.take_request = Operation(take_request, intake)
        self.take_collection = Operation(take_collection, intake)
        self.take_order = Operation(take_order, intake)
        self.keep_invoice_check = Operation(keep_invoice_check)
        self.take_signature = Operation(take_signature, intake)
        self.tell_of_change = Operation(tell_of_change, intake)
        self.send_sign_in_code = Operation(send_sign_in_code, intake)
        self.check_sign_in_code = Operation(check_sign_in_code)
        self.hear = Operation(hear, intake)
        self.add_communication = Operation(add_communication)
        self.change_preference = Operation(change_preference)
        self.keep_comparison = Operation(keep_comparison)
        self.clear_break = Operation(clear_break, breaks)
        self.finish_work: BatchOperation[Finish[UnitOfWork], None] = BatchOperation(finish_work, finished_items)
        self.begin_attempt: BatchOperation[BeginAttempt, None] = BatchOperation(begin_attempt, kept_attempts)
        self.turn_switch = Operation(turn_switch)
        self.read_quarantined_answer = Operation(read_quarantined_answer)
        self.close_quarantined_answer = Operation(close_quarantined_answer)
        # partners
        self.propose_partner = Operation(propose_partner)
        self.decide_partner = Operation(decide_partner)
        self.suspend_partner = Operation(suspend_partner)
        self.issue_partner_key = Operation(issue_partner_key)
        self.set_webhook_endpoint = Operation(set_webhook_endpoint)
        self.begin_submission = Operation(begin_submission)
        self.end_submission = Operation(end_submission)
        self.redeliver = Operation(redeliver, deliveries)
        self.finish_delivery: BatchOperation[FinishDelivery, None] = BatchOperation(finish_delivery, deliveries)
