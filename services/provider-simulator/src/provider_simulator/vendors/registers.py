"""企查查 (businesses) and a vendor of the courts' lists of persons, in their own wire formats."""

import hmac
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import md5, sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl
from uuid import uuid4

import orjson

from loan_contracts.values import Source, SourceStatus
from provider_simulator import answers
from provider_simulator.profiles import Profile
from provider_simulator.replies import Refused, Reply, Silence
from provider_simulator.vendors.accounts import account

BUSINESSES, PERSONS = "/qichacha", "/person-courts"
MOST_SECONDS_APART = 300
DETAILS = "ECIV4/GetBasicDetailsByName"
LISTS = {  # of a business: which list of domain.md §7.6 each is
    "ShixinCheck/GetList": "shixin",
    "ZhixingCheck/GetList": "zhixing",
    "SumptuaryCheck/GetList": "limit_consume",
    "EndExecutionCaseCheck/GetList": "zhongben",
    "JudgmentDocCheck/GetList": "judgments",
}
FLAGS = {"ExceptionCheck/GetList": "abnormal", "SeriousIllegalCheck/GetList": "serious_illegal"}
OF_PERSONS = {
    "/enterprise/dis-enforcement": "shixin",
    "/enterprise/enforcement": "zhixing",
    "/enterprise/limit-consume": "limit_consume",
    "/enterprise/end-enforcement": "zhongben",
    "/enterprise/judgments": "judgments",
}
_UNKNOWN_KEY, _WRONG_TOKEN, _UNKNOWN_PATH, _NOTHING, _FOUND = "101", "102", "105", "201", "200"
_PERSON_FOUND, _PERSON_NOTHING, _PERSON_REFUSED = 200, 404, 401


@dataclass(frozen=True, slots=True)
class VendorAccounts:
    """Who may ask."""

    app_key: str
    secret_key: str = field(repr=False)
    app_id: str
    app_secret: str = field(repr=False)

    @classmethod
    def of(cls, folder: Path) -> "VendorAccounts":
        """Those of a folder; made there first where there are none."""
        businesses = {"app_key": secrets.token_hex(16), "secret_key": secrets.token_hex(16)}
        persons = {"app_id": secrets.token_hex(8), "app_secret": secrets.token_hex(16)}
        return cls(
            *account(folder / "gateway/qichacha", businesses), *account(folder / "gateway/person_courts", persons)
        )


class Registers:
    """Both of them, as profiles say."""

    def __init__(
        self,
        known: VendorAccounts,
        clock: Callable[[], datetime],
        profile_of: Callable[[str], Profile | None],
        today: Callable[[], datetime],
    ) -> None:
        self._known, self._clock, self._profile_of, self._today = known, clock, profile_of, today

    def about_business(self, path: str, query: Mapping[str, str], headers: Mapping[str, str]) -> Reply:
        """企查查's answer."""
        status, result, records = self._business(path, query, headers)
        page = int(query.get("pageIndex", "1"))
        size = int(query.get("pageSize", "20"))
        told = {
            "Status": status,
            "Message": "查询成功" if status == _FOUND else "查询无结果",
            "OrderNumber": f"QCC{uuid4().int % 10**16:016d}",
            "Paging": {"PageSize": size, "PageIndex": page, "TotalRecords": records},
            "Result": result,
        }
        return Reply(200, orjson.dumps(told))

    def about_person(self, path: str, body: bytes) -> Reply:
        """The vendor's answer."""
        asked = dict(parse_qsl(body.decode()))
        told = f"{self._known.app_id}{self._known.app_secret}{asked.get('timestamp', '')}"
        signed = hmac.compare_digest(sha256(told.encode()).hexdigest(), asked.get("sign", ""))
        if asked.get("appId") != self._known.app_id or not signed or path not in OF_PERSONS:
            return self._person(_PERSON_REFUSED, [])
        profile = self._known_to(Source.COURT, asked.get("idcard", ""))
        if profile is None or profile.facts.court is None:
            return self._person(_PERSON_NOTHING, [])
        number = asked["idcard"]
        if profile.name not in (None, asked.get("realname")) and Source.COURT not in profile.overridden:
            return self._person(_PERSON_NOTHING, [])
        masked = f"{number[:10]}****{number[14:]}"
        cases = [
            {"caseNo": each["case_no"], "idcard": masked, "amount": str(each.get("amount", "")), "court": "示例法院"}
            for each in self._cases(profile, number, OF_PERSONS[path])
        ]
        return self._person(_PERSON_FOUND if cases else _PERSON_NOTHING, cases)

    def _person(self, code: int, entries: Sequence[Mapping[str, str]]) -> Reply:
        told = {"code": code, "msg": "", "taskNo": uuid4().hex, "charge": code == _PERSON_FOUND}
        return Reply(200, orjson.dumps(told | {"data": {"list": entries}}))

    def _business(self, path: str, query: Mapping[str, str], headers: Mapping[str, str]) -> tuple[str, Any, int]:
        if query.get("key") != self._known.app_key:
            return _UNKNOWN_KEY, None, 0
        timespan = headers.get("timespan", "")
        if not timespan.isdecimal() or abs(self._clock().timestamp() - int(timespan)) > MOST_SECONDS_APART:
            return _WRONG_TOKEN, None, 0
        told = f"{self._known.app_key}{timespan}{self._known.secret_key}".encode()
        expected = md5(told, usedforsecurity=False).hexdigest().upper()
        if not hmac.compare_digest(expected, headers.get("token", "")):
            return _WRONG_TOKEN, None, 0
        if path == DETAILS:
            return self._details(query.get("keyword", ""))
        if path not in LISTS and path not in FLAGS:
            return _UNKNOWN_PATH, None, 0
        entries = self._entries(path, query.get("searchKey", ""))
        size, page = int(query.get("pageSize", "20")), int(query.get("pageIndex", "1"))
        shown = entries[size * (page - 1) : size * page]
        return _FOUND, {"VerifyResult": 1 if entries else 0, "Data": shown}, len(entries)

    def _details(self, code: str) -> tuple[str, Any, int]:
        profile = self._known_to(Source.REGISTRY, code)
        if profile is None or profile.facts.registry is None:
            return _NOTHING, None, 0
        told = orjson.loads(answers.rendered(Source.REGISTRY, profile.facts, code, self._today()))
        result = {
            "KeyNo": uuid4().hex,
            "Name": told["name"],
            "CreditCode": told["uscc"],
            "OperName": told["legal_rep"],
            "StartDate": f"{told['found']} 00:00:00",
            "Status": told["state"],
            "RegistCapi": "300万元人民币",
        }
        return _FOUND, result, 1

    def _entries(self, path: str, code: str) -> list[dict[str, str]]:
        if path in FLAGS:
            profile = self._known_to(Source.REGISTRY, code)
            facts = profile.facts.registry if profile else None
            return [{"AddReason": "示例"}] if facts and getattr(facts, FLAGS[path]) else []
        profile = self._known_to(Source.COURT, code)
        if profile is None or profile.facts.court is None:
            return []
        cases = self._cases(profile, code, LISTS[path])
        return [
            {"Anno": each["case_no"], "Biaodi": f"{each.get('amount', 0)}元", "Executegov": "示例法院"}
            for each in cases
        ]

    def _cases(self, profile: Profile, number: str, name: str) -> list[dict[str, Any]]:
        told = orjson.loads(answers.rendered(Source.COURT, profile.facts, number, self._today()))
        found: list[dict[str, Any]] = told[name]
        return found

    def _known_to(self, source: Source, number: str) -> Profile | None:
        """Somebody as a source knows him. Where it fails for him, so does the call."""
        profile = self._profile_of(number)
        status = profile.facts.statuses.get(source, SourceStatus.MISS) if profile else SourceStatus.MISS
        if status is SourceStatus.TIMEOUT:
            raise Silence
        if status is SourceStatus.ERROR:
            raise Refused(500, "fault of this person")
        return profile if status is SourceStatus.HIT else None
