"""Which consents are in force, as SQL about a consent `k`; `$2` is the moment."""

from application_svc.domain.consents.consent import Purpose

# What a permission was given for is over when an application that it served has ended and none that it served was under
# way then; a later application is another matter. For the approval it ends with its pay-out at the latest.
ENDED = "(case k.purpose when '{purpose}' then {of}.approval_ended_at else {of}.ended_at end)"
OF_ONE, OF_OTHER = (ENDED.format(purpose=Purpose.LOAN_APPROVAL.value, of=of) for of in ("one", "other"))
IN_FORCE = (
    "k.withdrawn_at is null and k.valid_until > $2 and not exists (select 1 from applications one"
    f" where one.customer_id = k.customer_id and one.submitted_at >= k.valid_from and {OF_ONE} is not null"
    " and not exists (select 1 from applications other where other.customer_id = k.customer_id"
    f"  and other.submitted_at between k.valid_from and {OF_ONE} and ({OF_OTHER} is null or {OF_OTHER} > {OF_ONE})))"
)
