"""What the relay says to the database."""

BATCH = 500  # rows that are read at once
UNPUBLISHED = (
    "select id, message_id, type, key, dataschema, correlation_id, causation_id, traceparent, actor, value, created_at,"
    " xmin::text::bigint"
    " from outbox where published_at is null and set_aside_at is null and type <> all($1::text[])"
    f" order by id limit {BATCH}"
)
# And what the broker has acknowledged, in the same statement. A row that somebody has changed since it was sent has
# another writer now, and is sent again.
MARK = (
    "with marked as (update outbox set published_at = now() from unnest($1::bigint[], $6::bigint[]) as sent(id, writer)"
    " where outbox.id = sent.id and outbox.xmin::text::bigint = sent.writer)"
    ' insert into published as p (type, partition, topic_id, "offset", at)'
    " select t, n, i, o, now() from unnest($2::text[], $3::int[], $4::uuid[], $5::bigint[]) as u(t, n, i, o)"
    ' on conflict (type, partition) do update set topic_id = excluded.topic_id, at = excluded.at, "offset" ='
    ' case when p.topic_id = excluded.topic_id then greatest(p."offset", excluded."offset") else excluded."offset" end'
)
HIGHEST = "select coalesce(max(id), 0) from outbox"
PUBLISHED = 'select type, partition, topic_id, "offset" from published'
FORGET = "delete from published where type = any($1::text[])"
AGAIN = "update outbox set published_at = null where published_at is not null and type = any($1::text[])"
SET_ASIDE = "update outbox set set_aside_at = now(), set_aside_reason = $2 where id = $1"
ASIDE = "select type, set_aside_reason, count(*) from outbox where set_aside_at is not null group by 1, 2 order by 1, 2"
# Before the table is asked: the first transaction that is under way, and the first that has not begun.
SNAPSHOT = (
    "select pg_snapshot_xmin(now)::text::bigint, pg_snapshot_xmax(now)::text::bigint from pg_current_snapshot() as now"
)
