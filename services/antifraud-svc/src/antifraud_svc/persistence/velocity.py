"""Velocity and watch-list figures of a whole batch: the keys are locked, the sightings written, then counted, in three
statements.

Two applications that share a key (person, mobile number, card, device) follow one another here, whichever process or
batch they come in: the second one waits until the first is committed, and then counts it. So of two that are screened
at once exactly one sees the other. In one batch, where there is one transaction, the order of the batch decides.
"""

from collections.abc import Sequence
from uuid import UUID

from antifraud_svc.domain.watch_list import WatchKind
from loan_contracts.assessment import FraudScreeningRequested
from loan_servicekit.db.locks import follow_one_another
from loan_servicekit.db.unit_of_work import UnitOfWork

COLUMNS = "application_id, person_token, mobile_token, card_token, device_token, product_code, at"
KINDS = "$1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[]"
REMEMBER = (
    f"insert into sightings ({COLUMNS}) select * from unnest({KINDS}) as t({COLUMNS})"
    " on conflict (application_id) do nothing"
)
# Another application counts as soon as it has been screened, and within a batch where it stands before this one. Its
# time may lie before or after: messages overtake each other, so a window reaches to both sides (domain.md §10.2).
SEEN = "s.application_id <> r.application_id and coalesce(array_position($1::uuid[], s.application_id), 0) < r.place"
NEAR = "s.at between r.at - interval '{0}' and r.at + interval '{0}'"
# The applicant himself counts as one person. `own` is how near in time the person, or somebody of the same mobile
# number, has applied here.
COUNT = f"""
select r.application_id,
  (select count(*) from sightings s where s.person_token = r.person_token and s.product_code = r.product_code
     and {NEAR.format("24 hours")} and {SEEN}) as velocity_same_product,
  (own.apart <= interval '7 days')::int as own_7d,
  (own.apart <= interval '30 days')::int as own_30d,
  (own.apart <= interval '90 days')::int as own_90d,
  1 + (select count(distinct s.person_token) from sightings s where s.mobile_token = r.mobile_token
     and s.person_token <> r.person_token and {NEAR.format("180 days")} and {SEEN}) as mobile_id_cnt_180d,
  1 + (select count(distinct s.person_token) from sightings s where s.card_token = r.card_token
     and s.person_token <> r.person_token and {SEEN}) as card_id_cnt,
  1 + (select count(distinct s.person_token) from sightings s where s.device_token = r.device_token
     and s.person_token <> r.person_token and {NEAR.format("30 days")} and {SEEN}) as device_id_cnt_30d,
  (select count(*) from watch_entries w where w.status = 'ACTIVE'
     and w.token in (r.person_token, r.mobile_token, r.card_token, r.device_token)) as watch_list_hit
from unnest({KINDS}) with ordinality as r({COLUMNS}, place), lateral (select least(
    interval '100 years',
    (select min(greatest(s.at - r.at, r.at - s.at)) from sightings s where s.person_token = r.person_token
       and {NEAR.format("90 days")} and {SEEN}),
    (select min(greatest(s.at - r.at, r.at - s.at)) from sightings s where s.mobile_token = r.mobile_token
       and {NEAR.format("90 days")} and {SEEN})
  ) as apart offset 0) as own  -- `offset 0`: once an application, and not again for each of its windows
"""
FEATURES = (
    "velocity_same_product",
    "own_7d",
    "own_30d",
    "own_90d",
    "mobile_id_cnt_180d",
    "card_id_cnt",
    "device_id_cnt_30d",
    "watch_list_hit",
)


class SqlSightings:
    """Implements `use_cases.ports.Sightings`."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def remember(self, requests: Sequence[FraudScreeningRequested]) -> None:
        """Locks what the applications may share with others, then writes them."""
        await follow_one_another(self._uow, (key for request in requests for key in _keys(request)))
        await self._uow.connection.exec_driver_sql(REMEMBER, _columns(requests))

    async def figures(self, requests: Sequence[FraudScreeningRequested]) -> dict[UUID, dict[str, int]]:
        """The figures by application."""
        counted = await self._uow.read(COUNT, *_columns(requests))
        return {row[0]: dict(zip(FEATURES, row[1:], strict=True)) for row in counted}


def _columns(requests: Sequence[FraudScreeningRequested]) -> tuple[list[object], ...]:
    """The values of `COLUMNS`."""
    return (
        [r.application_id for r in requests],
        [r.person_token for r in requests],
        [r.mobile_token for r in requests],
        [r.card_token for r in requests],
        [r.device_token for r in requests],
        [r.product_code for r in requests],
        [r.submitted_at for r in requests],
    )


def _keys(request: FraudScreeningRequested) -> list[str]:
    """What an application may share with another one."""
    tokens = (request.person_token, request.mobile_token, request.card_token, request.device_token)
    return [f"{kind} {token}" for kind, token in zip(WatchKind, tokens, strict=True) if token is not None]
