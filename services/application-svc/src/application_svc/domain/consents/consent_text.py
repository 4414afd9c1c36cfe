"""The wordings that customers consent to: versions that one person proposes and another approves (domain.md R-9.2)."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID, uuid5

from application_svc.domain.consents.consent import NEEDED_FORM, ConsentForm, Purpose
from application_svc.domain.errors import wrong_field
from loan_contracts.values import Source
from loan_servicekit.core import Aggregate, Conflict, Forbidden

FIRST_VERSION = "2026-08"
FIRST_DAY = date(2026, 8, 1)
_NAMES = {
    Source.IDENTITY: "公安身份信息核验机构",
    Source.TELECOM: "移动通信运营商",
    Source.CREDIT_BUREAU: "金融信用信息基础数据库",
    Source.SOCIAL_INSURANCE: "社会保险经办机构",
    Source.TAX: "税务机关",
    Source.COURT: "人民法院公开的执行与裁判信息",
    Source.REGISTRY: "企业信用信息公示系统",
    Source.FACE: "人脸核身服务机构提交本人照片并",
}
_USES = {
    Purpose.LOAN_APPROVAL: "审核本人的贷款申请。授权自本人同意之日起生效, 至该申请办结之日终止",
    Purpose.POST_LOAN: "本人贷款发放后的贷后管理。授权自本人同意之日起生效, 至该贷款结清之日终止",
}
_FORMS = {
    ConsentForm.GENERAL: "本人已阅读隐私声明并同意上述处理。",
    ConsentForm.SEPARATE: "本人就上述处理单独表示同意。",
    ConsentForm.WRITTEN: "本人以书面形式（含可靠的电子签名）作出本授权, "
    "并知悉不得用于约定以外的用途、不得向第三方提供。",
}


class TextStatus(StrEnum):
    """Only what is APPROVED can be consented to."""

    PROPOSED = "PROPOSED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"


class TextLine(NamedTuple):
    """What of an approved wording decides whether a consent may name it."""

    source: Source
    purpose: Purpose
    version: str
    hash: str
    valid_from: date


@dataclass(eq=False)
class ConsentText(Aggregate):
    """One version of the wording for one source and purpose. It counts from its first day until a later one begins."""

    AUDITED_AS = "consent-text"

    id: UUID
    source: Source
    purpose: Purpose
    text_version: str
    wording: str
    hash: str
    valid_from: date
    status: TextStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None

    @classmethod
    def propose(
        cls,
        id: UUID,
        source: Source,
        purpose: Purpose,
        version: str,
        wording: str,
        valid_from: date,
        by: str,
        today: date,
        now: datetime,
    ) -> "ConsentText":
        """A wording that waits for another person; raises Invalid `consent-text-date-passed`."""
        if valid_from <= today:
            raise wrong_field("/valid_from", "consent-text-date-passed", f"a wording begins after {today}")
        text = cls(id, source, purpose, version, wording, hash_of(wording), valid_from, TextStatus.PROPOSED, by, now)
        text._tell("propose_consent_text")
        return text

    def decide(self, status: TextStatus, by: str, today: date, now: datetime) -> None:
        """Raises Forbidden `maker-not-checker`, Conflict `consent-text-decided`, Invalid `consent-text-date-passed`."""
        if by == self.proposed_by:
            raise Forbidden("maker-not-checker", "another person than the proposer decides")
        if self.status is not TextStatus.PROPOSED:
            raise Conflict("consent-text-decided", f"the wording is {self.status}")
        if status is TextStatus.APPROVED and self.valid_from <= today:
            raise wrong_field("/valid_from", "consent-text-date-passed", f"it would have begun on {self.valid_from}")
        self.status, self.decided_by, self.decided_at = status, by, now
        self._tell("approve_consent_text" if status is TextStatus.APPROVED else "reject_consent_text")

    def _tell(self, action: str) -> None:
        self.audit(action, {"source": self.source.value, "purpose": self.purpose.value, "sha256": self.hash})


def hash_of(wording: str) -> str:
    """SHA-256 of the wording in UTF-8: what an electronic signature of it covers."""
    return hashlib.sha256(wording.encode()).hexdigest()


def text_named(texts: Iterable[TextLine], source: Source, purpose: Purpose, version: str | None, on: date) -> TextLine:
    """The wording of a consent: the one in force, and no other one is taken.

    Raises Invalid `consent-text-unknown`, `consent-text-not-in-force`.
    """
    known = [text for text in texts if (text.source, text.purpose) == (source, purpose)]
    current = max((text for text in known if text.valid_from <= on), key=lambda text: text.valid_from, default=None)
    if current is None:
        raise wrong_field("/text_version", "consent-text-unknown", f"there is no wording for {source} and {purpose}")
    if version is None or version == current.version:
        return current
    if version in {text.version for text in known}:
        raise wrong_field("/text_version", "consent-text-not-in-force", f"in force is {current.version}")
    raise wrong_field(
        "/text_version",
        "consent-text-unknown",
        f"there is no such wording for {source} and {purpose}; in force is {current.version}: GET /v1/consent-texts",
    )


def seeded_texts() -> list[tuple[UUID, Source, Purpose, str, str]]:
    """The wordings of a new installation: id, source, purpose, wording and its hash."""
    found = []
    for source in Source:
        for purpose in Purpose:
            wording = (
                f"本人同意贵机构向{_NAMES[source]}查询本人信息, 仅用于{_USES[purpose]}。{_FORMS[NEEDED_FORM[source]]}"
            )
            id = uuid5(UUID(int=0), f"{FIRST_VERSION} {source} {purpose}")
            found.append((id, source, purpose, wording, hash_of(wording)))
    return found
