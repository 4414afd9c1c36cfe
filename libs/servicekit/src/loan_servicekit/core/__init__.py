"""What domain and use cases may know: errors, aggregates, callers, ids. No framework."""

from loan_servicekit.core.aggregate import Aggregate
from loan_servicekit.core.caller import Caller
from loan_servicekit.core.cause import Cause
from loan_servicekit.core.days import BUSINESS_ZONE, business_day
from loan_servicekit.core.errors import (
    Conflict,
    DomainError,
    FieldError,
    Forbidden,
    Invalid,
    MessageTooLarge,
    NotCredible,
    NotFound,
    Unavailable,
)
from loan_servicekit.core.ids import Clock, new_id, utc_now, uuid_of

__all__ = [
    "BUSINESS_ZONE",
    "Aggregate",
    "Caller",
    "Cause",
    "Clock",
    "Conflict",
    "DomainError",
    "FieldError",
    "Forbidden",
    "Invalid",
    "MessageTooLarge",
    "NotCredible",
    "NotFound",
    "Unavailable",
    "business_day",
    "new_id",
    "utc_now",
    "uuid_of",
]
