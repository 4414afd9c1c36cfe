"""How long the gateway keeps what it has collected, sent and paid (domain.md §7.9)."""

from loan_servicekit.core.retention import Keeping, Taking, Unit

_DESK = (Taking("desk", "x.id = due.key"),)
_PAYMENT = (Taking("payment_attempts", "x.payment_id = due.key"), *_DESK)
_SUBJECTS = ("t.application_id", "(t.body ->> 'customer_id')::uuid")
_OF_LOAN = ("t.application_id", "(select c.customer_id from collections c where c.application_id = t.application_id)")

SIGN_IN_CODE = Keeping(
    record="sign-in-code",
    table="sign_in_codes",
    since="sent_at",
    key="t.id",
    takes=(Taking("sign_in_codes", "x.id = due.key"),),
    subjects=("null::uuid", "t.id"),
    period=30,
    unit=Unit.DAY,
    least=2,  # longer than the day whose codes are counted
    most=400,
    source="own policy; PIPL 19: no longer than needed",
    confidence="P",
    why="when a code was sent last; the audit log tells the rest",
)
RULES = (
    SIGN_IN_CODE,
    Keeping(
        record="finished-work",
        table="desk",
        since="finished_at",
        key="t.id",
        only="t.kind <> 'PAY'",
        takes=_DESK,
        subjects=_SUBJECTS,
        period=30,
        unit=Unit.DAY,
        least=15,  # longer than the inbox, so that no message asks again for what is forgotten
        most=400,
        source="own policy; PIPL 19: no longer than needed",
        confidence="P",
        why="what was asked for, whether it was delivered; the audit log tells the rest",
    ),
    Keeping(
        record="payment-order",
        table="desk",
        since="finished_at",
        key="t.id",
        only="t.kind = 'PAY'",
        takes=_PAYMENT,
        subjects=_SUBJECTS,
        period=10,
        unit=Unit.YEAR,
        least=10,
        most=30,
        source="反洗钱法(2024) 34",
        confidence="C1",
        why="transactions: at least ten years from the transaction's end",
    ),
    Keeping(
        record="collection-without-loan",
        table="collections",
        since="collected_at",
        key="t.request_id",
        only="not exists (select from loan_relations r where r.application_id = t.application_id)",
        takes=(Taking("collections", "x.request_id = due.key"),),
        subjects=("t.application_id", "t.customer_id"),
        period=180,
        unit=Unit.DAY,
        least=60,  # an offer and a question about a decision are over by then
        most=400,
        source="domain.md §7.9; PIPL 19, 47",
        confidence="P",
        why="who got no loan has no relation: what was collected goes",
    ),
    Keeping(
        record="report-text-of-loan",
        table="loan_relations",
        since="ended_at",
        key="t.application_id",
        takes=(Taking("collections", "x.application_id = due.key", ("raw",)),),
        subjects=_OF_LOAN,
        period=5,
        unit=Unit.YEAR,
        least=3,
        most=10,
        source="domain.md §7.9",
        confidence="P",
        why="the providers' own texts: life of the loan and five years",
    ),
    Keeping(
        record="collection-of-loan",
        table="loan_relations",
        since="ended_at",
        key="t.application_id",
        takes=(
            Taking("collections", "x.application_id = due.key"),
            Taking("loan_relations", "x.application_id = due.key"),
        ),
        subjects=_OF_LOAN,
        period=10,
        unit=Unit.YEAR,
        least=10,
        most=30,
        source="反洗钱法(2024) 34",
        confidence="C1",
        why="identification data: at least ten years from the relation's end",
    ),
)
