"""The sources that speak the envelope of domain.md §7.0, which is ours: what they answer about whom."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final

import orjson

from loan_contracts.values import Source, SourceStatus
from provider_simulator import answers, credit_report
from provider_simulator.profiles import Profile, Profiles
from provider_simulator.replies import Refused, Reply, Silence

SOURCES: Final[Mapping[str, tuple[Source, str, timedelta]]] = {
    "/nciic/v1/identity": (Source.IDENTITY, "NCIIC", timedelta(days=1)),
    "/carrier/v1/three-factor": (Source.TELECOM, "CMCC", timedelta(days=1)),
    "/pboc/v2/credit-report": (Source.CREDIT_BUREAU, "PBOC", timedelta(days=10)),
    "/pboc/v2/credit-report.xml": (Source.CREDIT_BUREAU, "PBOC", timedelta(days=10)),
    "/social-fund/v1/contributions": (Source.SOCIAL_INSURANCE, "SI_HF", timedelta(days=30)),
    "/tax-bureau/v1/standing": (Source.TAX, "TAX", timedelta(days=30)),
    "/courts/v1/records": (Source.COURT, "COURT", timedelta(days=1)),
    "/samr/v1/registration": (Source.REGISTRY, "SAMR", timedelta(days=30)),
}

_REMEMBERED_REQUESTS = 20_000
_TEXT = {SourceStatus.HIT: "查询成功", SourceStatus.MISS: "查无记录", SourceStatus.REJECTED: "授权无效"}
_CODES = {SourceStatus.HIT: "00", SourceStatus.MISS: "04", SourceStatus.REJECTED: "09"}


class Sources:
    """All of them, as profiles say."""

    def __init__(self, profiles: Profiles, clock: Callable[[], datetime]) -> None:
        self._profiles, self._clock = profiles, clock
        self._charged: OrderedDict[tuple[Source, str], None] = OrderedDict()

    def answer(
        self, source: Source, label: str, valid_for: timedelta, number: str, request: Mapping[str, Any]
    ) -> Reply:
        """The answer of a source about the owner of a number."""
        at = self._clock()
        request_id, subject = str(request.get("request_id")), request["subject"]
        profile = self._profiles.get(number, at)
        status, data = SourceStatus.REJECTED, b"{}"
        if request.get("consent_id") and request.get("purpose_code"):
            status, data = self._facts(source, number, subject, profile, at)
        fetched_at, valid_until = _validity(at.replace(microsecond=0), valid_for)
        envelope = {
            "request_id": request_id,
            "source": label,
            "source_ref": f"{label}-{request_id}",
            "status": status.value,
            "code": _CODES[status],
            "message": _TEXT[status],
            "charged": status is SourceStatus.HIT and self._charge(source, request_id),
            "fetched_at": fetched_at,
            "valid_until": valid_until,
            "data": orjson.Fragment(data),
        }
        return Reply(200, orjson.dumps(envelope))

    def _facts(
        self, source: Source, number: str, subject: Mapping[str, Any], profile: Profile | None, at: datetime
    ) -> tuple[SourceStatus, bytes]:
        if profile is None:
            return _unknown(source)
        status = profile.facts.statuses.get(source, SourceStatus.MISS)
        if status is SourceStatus.TIMEOUT:
            raise Silence
        if status is SourceStatus.ERROR:
            raise Refused(500, "fault of this person")
        if profile.name is not None and subject.get("name") != profile.name and source not in profile.overridden:
            return _mismatch(source)
        if status is not SourceStatus.HIT:
            return status, b"{}"
        if source is Source.TELECOM and profile.mobile != subject.get("mobile") and source not in profile.overridden:
            return _mismatch(source)
        data = profile.answers.get(source)
        if data is None:
            data = profile.answers[source] = rendered(source, profile, str(subject.get("name")), number, at)
        return status, data

    def _charge(self, source: Source, request_id: str) -> bool:
        """Each request is charged once, however often it is repeated (domain.md R-7.2)."""
        key = (source, request_id)
        if key in self._charged:
            return False
        self._charged[key] = None
        if len(self._charged) > _REMEMBERED_REQUESTS:
            self._charged.popitem(last=False)
        return True


def rendered(source: Source, profile: Profile, name: str, number: str, at: datetime) -> bytes:
    """What a source tells of somebody."""
    if source is Source.CREDIT_BUREAU:
        assert profile.facts.credit_bureau is not None
        return credit_report.rendered(profile.facts.credit_bureau, name, number, at)
    return answers.rendered(source, profile.facts, number, at)


@lru_cache(maxsize=64)
def _validity(second: datetime, valid_for: timedelta) -> tuple[str, str]:
    """From when to when an answer holds, as text: many answers are given in each second."""
    return second.isoformat(), (second + valid_for).isoformat()


def _unknown(source: Source) -> tuple[SourceStatus, bytes]:
    """A number that nobody has."""
    if source is Source.IDENTITY:
        return SourceStatus.HIT, b'{"match":"02","verify_level":"TWO_FACTOR","dead_flag":false}'
    return SourceStatus.MISS, b"{}"


def _mismatch(source: Source) -> tuple[SourceStatus, bytes]:
    """Name, number and mobile do not belong together: two sources say so, the others find nobody."""
    if source is Source.IDENTITY:
        return SourceStatus.HIT, b'{"match":"01","verify_level":"TWO_FACTOR","dead_flag":false}'
    if source is Source.TELECOM:
        return SourceStatus.HIT, b'{"three_factor":"2","online_months_band":"0-3","state":"\xe6\xad\xa3\xe5\xb8\xb8"}'
    return SourceStatus.MISS, b"{}"


def number_of(request: Mapping[str, Any]) -> str:
    """Whom a question is about. Raises Refused where it does not say."""
    subject = request.get("subject")
    if not isinstance(subject, dict) or not isinstance(subject.get("id_no"), str):
        raise Refused(400, "the subject needs an id_no")
    return str(subject["id_no"])
