"""Velocity and watch-list figures of a whole batch: the sightings are written, then counted, in two statements.

The write comes first, so that the applications of one batch see each other as they would see earlier ones.
"""

from collections.abc import Callable, Sequence

from antifraud_svc.domain.rules import Rule
from loan_contracts.assessment import FraudScreeningRequested
from loan_servicekit.db.transactor import Preload
from loan_servicekit.db.unit_of_work import UnitOfWork

COLUMNS = "application_id, person_token, mobile_token, card_token, device_token, product_code, at"
KINDS = "$1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[]"
REMEMBER = f"insert into sightings ({COLUMNS}) select * from unnest({KINDS}) as t({COLUMNS}) on conflict (application_id) do nothing"
# All windows end at the application's time, exclusive; the applicant himself counts as one person (domain.md §10.2).
# `own` is when the person, or somebody of the same mobile number, applied here last: one look into each index.
COUNT = f"""
select r.application_id,
  (select count(*) from sightings s where s.person_token = r.person_token and s.product_code = r.product_code
     and s.at >= r.at - interval '24 hours' and s.at < r.at) as velocity_same_product,
  (own.last >= r.at - interval '7 days')::int as own_7d,
  (own.last >= r.at - interval '30 days')::int as own_30d,
  (own.last >= r.at - interval '90 days')::int as own_90d,
  1 + (select count(distinct s.person_token) from sightings s where s.mobile_token = r.mobile_token
     and s.person_token <> r.person_token and s.at >= r.at - interval '180 days' and s.at < r.at) as mobile_id_cnt_180d,
  1 + (select count(distinct s.person_token) from sightings s where s.card_token = r.card_token
     and s.person_token <> r.person_token and s.at < r.at) as card_id_cnt,
  1 + (select count(distinct s.person_token) from sightings s where s.device_token = r.device_token
     and s.person_token <> r.person_token and s.at >= r.at - interval '30 days' and s.at < r.at) as device_id_cnt_30d,
  (select count(*) from watch_entries w where w.status = 'ACTIVE'
     and w.token in (r.person_token, r.mobile_token, r.card_token, r.device_token)) as watch_list_hit
from unnest({KINDS}) as r({COLUMNS}), lateral (select greatest(
    '-infinity',
    (select max(s.at) from sightings s where s.person_token = r.person_token and s.at < r.at),
    (select max(s.at) from sightings s where s.mobile_token = r.mobile_token and s.at < r.at)
  ) as last offset 0) as own  -- `offset 0`: once an application, and not again for each of its windows
"""
FEATURES = ("velocity_same_product", "own_7d", "own_30d", "own_90d", "mobile_id_cnt_180d", "card_id_cnt", "device_id_cnt_30d",
            "watch_list_hit")  # fmt: skip


def remember_and_count(rules: Callable[[], tuple[Rule, ...]]) -> Preload:
    """What a batch needs before it is screened: writes who applied when (`sightings`), and then leaves in `uow.batch`
    the figures by application (`features`) and the rules of the day (`rules`)."""

    async def preload(uow: UnitOfWork, requests: Sequence[FraudScreeningRequested]) -> None:
        rows = [(r.application_id, r.person_token, r.mobile_token, r.card_token, r.device_token, r.product_code,
                 r.submitted_at) for r in requests]  # fmt: skip
        columns = [list(column) for column in zip(*rows, strict=True)]
        await uow.connection.exec_driver_sql(REMEMBER, tuple(columns))
        counted = await uow.read(COUNT, *columns)
        uow.batch["features"] = {row[0]: dict(zip(FEATURES, row[1:], strict=True)) for row in counted}
        uow.batch["rules"] = rules()

    return preload
