import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { Dialog } from '@/shared/Dialog';
import { Failed } from '@/shared/Failed';
import { Facts } from '@/shared/Facts';
import { Field } from '@/shared/Field';
import { exact, moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { visitOutcome, visitPurpose } from '@/shared/papers';
import { Skeleton } from '@/shared/Skeleton';
import { Stored } from '@/shared/Stored';
import { useCursor } from '@/shared/useCursor';
import { cancelVisit, confirmVisit, planVisit, visitPicture, visitRecord, visits, type Line, type PlannedVisit, type Visit } from '../queries';
import { noPosition, pictureKind, useVisitWords, visitStatus, visitTone } from './visitWords';

const PURPOSES: readonly PlannedVisit['purpose'][] = ['SITE_CHECK', 'INTERVIEW', 'PAPERS', 'SIGNING', 'AFTER_LOAN'];
const GOES = new Set(['customer-manager', 'risk-officer']);

/** Visits to a customer: planned here, told of on the telephone, vouched for by a second person. */
export function Visits({ customerId, applications }: { customerId: string; applications: readonly Line[] }) {
  const t = useVisitWords(), me = useMe(), cache = useQueryClient(), key = ['application', 'visits', customerId], list = useCursor(key, (cursor) => visits({ customer_id: customerId }, cursor));
  const refresh = () => void cache.invalidateQueries({ queryKey: key }), [opened, setOpened] = useState<Visit>();
  return (
    <section className="card" aria-labelledby="visits">
      <div className="head">
        <h2 id="visits">{t('title')}</h2>
        <span className="fill" />
        {me.roles.some((role) => GOES.has(role)) && (
          <>
            <a className="btn small quiet" href="/m.html">
              {t('telephone')}
            </a>
            <Plan customerId={customerId} applications={applications} onDone={refresh} />
          </>
        )}
      </div>
      <DataTable
        caption={t('title')}
        rowKey={(it) => it.id}
        empty={t('none')}
        columns={[
          { key: 'at', title: t('at'), cell: (it) => moment(it.planned_at) },
          { key: 'purpose', title: t('purpose'), cell: (it) => visitPurpose(it.purpose) },
          { key: 'who', title: t('who'), cell: (it) => [it.assignee, it.companion].filter(Boolean).join(' · ') },
          {
            key: 'status',
            title: t('status'),
            cell: (it) => (
              <>
                <Chip tone={visitTone[it.status] ?? 'grey'}>{it.outcome ? visitOutcome(it.outcome) : visitStatus(it.status)}</Chip>{' '}
                {it.companion && <Chip tone={it.confirmed_at ? 1 : 3}>{it.confirmed_at ? t('confirmed') : t('waits')}</Chip>}
              </>
            ),
          },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) => (
              <>
                {it.status === 'PLANNED' && it.assignee === me.subject && <Confirm label={t('cancel')} small act={(given) => cancelVisit(it.id, given)} onDone={refresh} />}
                {it.companion === me.subject && !it.confirmed_at && (
                  <Confirm label={t('confirm')} small act={(given) => confirmVisit(it.id, given)} onDone={refresh}>
                    <p>{t('confirmWhy')}</p>
                  </Confirm>
                )}{' '}
                <button type="button" className="btn small" onClick={() => setOpened(it)}>
                  {t('open')}
                </button>
              </>
            ),
          },
        ]}
        {...list.table}
      />
      {opened && (
        <Dialog title={`${visitPurpose(opened.purpose)} · ${moment(opened.planned_at)}`} onClose={() => setOpened(undefined)} wide>
          <Told of={opened} />
        </Dialog>
      )}
    </section>
  );
}

function Plan({ customerId, applications, onDone }: { customerId: string; applications: readonly Line[]; onDone: () => void }) {
  const t = useVisitWords(), [purpose, setPurpose] = useState<PlannedVisit['purpose']>('SITE_CHECK'), [at, setAt] = useState(''), [place, setPlace] = useState(''), [about, setAbout] = useState('');
  const visit = (): PlannedVisit => ({ customer_id: customerId, application_id: about || null, purpose, planned_at: at ? new Date(`${at}:00+08:00`).toISOString() : '', place: place.trim() || null });
  return (
    <Confirm label={t('plan')} small content={visit()} act={(key) => planVisit(visit(), key)} onDone={onDone}>
      <p className="muted">{t('planWhy')}</p>
      <Field label={t('purpose')}>
        {(given) => (
          <select {...given} value={purpose} onChange={(event) => setPurpose(event.target.value as PlannedVisit['purpose'])}>
            {PURPOSES.map((each) => (
              <option key={each} value={each}>
                {visitPurpose(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('at')}>{(given) => <input {...given} type="datetime-local" required value={at} onChange={(event) => setAt(event.target.value)} />}</Field>
      <Field label={t('about')}>
        {(given) => (
          <select {...given} value={about} onChange={(event) => setAbout(event.target.value)}>
            <option value="">{t('noApplication')}</option>
            {applications.map((each) => (
              <option key={each.id} value={each.id}>
                {each.application_no}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('place')}>{(given) => <input {...given} maxLength={200} value={place} onChange={(event) => setPlace(event.target.value)} />}</Field>
    </Confirm>
  );
}

/** Where somebody went and what he told: opened for this look alone. */
function Told({ of }: { of: Visit }) {
  const t = useVisitWords(), found = useQuery({ queryKey: ['application', 'visit', of.id], queryFn: () => visitRecord(of.id), gcTime: 0 }), it = found.data;
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  if (!it) return <Skeleton lines={5} />;
  const { told } = it, where = told?.position;
  const facts: [string, string][] = [
    [t('place'), it.place],
    ...(told
      ? ([
          [t('arrived'), exact(told.arrived_at)],
          [t('position'), where ? t('known', { where: `${(where.latitude_e6 / 1e6).toFixed(5)}, ${(where.longitude_e6 / 1e6).toFixed(5)}`, n: where.accuracy_m }) : noPosition(told.no_position)],
          [t('note'), told.note],
          [t('evidence'), it.id],
          [t('hash'), it.record_sha256 ?? '—'],
        ] as [string, string][])
      : []),
  ];
  return (
    <>
      <p className="muted">{t('looked')}</p>
      <Facts rows={facts} />
      {!told && <p>{t('notTold')}</p>}
      {it.papers.length > 0 && (
        <>
          <h3>{t('pictures')}</h3>
          {it.papers.map((each) => (
            <figure key={each.id}>
              <Stored of={each.id} read={() => visitPicture(of.id, each.id)} mediaType={each.media_type} title={pictureKind(each.kind)} />
              <figcaption className="muted">
                {pictureKind(each.kind)} · {exact(each.taken_at)}
              </figcaption>
            </figure>
          ))}
        </>
      )}
    </>
  );
}
