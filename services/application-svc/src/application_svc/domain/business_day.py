"""The day that a moment belongs to, for ages, expiry dates and validity of products."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")  # domain.md


def business_day(now: datetime) -> date:
    """The date in the business time zone."""
    return now.astimezone(ZONE).date()
