"""The day that a moment belongs to, in the zone of the institution's business (domain.md R-0.6)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

BUSINESS_ZONE = ZoneInfo("Asia/Shanghai")


def business_day(now: datetime) -> date:
    """The date of a moment, for ages, validity and deadlines. The business date of loans is another: a run moves it."""
    return now.astimezone(BUSINESS_ZONE).date()
