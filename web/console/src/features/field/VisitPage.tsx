import { useEffect, useRef, useState } from 'react';
import { Chip } from '@/shared/Chip';
import { Facts } from '@/shared/Facts';
import { exact, moment } from '@/shared/format';
import { documentKind, visitOutcome, visitPurpose } from '@/shared/papers';
import { Radios } from '@/shared/Radios';
import { Field } from '@/shared/Field';
import { locate } from './locate';
import { handIn, send } from './outbox';
import { Pad } from './parts/Pad';
import { Photographs } from './parts/Photographs';
import type { Outcome, Report, Visit } from './queries';
import { emptyDraft, keepDraft, keepPictureOf, keptDraft, sha256Of, type Draft } from './store';
import { noPosition, useWords } from './words';

const SAVE_AFTER_MS = 400, LEAST_NOTE = 5;
const OUTCOMES: readonly Outcome[] = ['MET', 'ABSENT', 'REFUSED', 'MOVED_AWAY'];
const NEEDS = { SITE_CHECK: 'needPhotograph', SIGNING: 'needSignature' } as const;
type Lack = 'needOutcome' | 'needNote' | 'needArrival' | 'needPhotograph' | 'needSignature';

/** What keeps a report from being handed in; the service asks the same. */
function lacking(visit: Visit, draft: Draft): Lack[] {
  const proof = draft.outcome === 'MET' && visit.purpose in NEEDS ? NEEDS[visit.purpose as keyof typeof NEEDS] : null;
  const proven = proof === 'needPhotograph' ? draft.photographs.length > 0 : draft.signature !== null;
  return [
    ...(draft.arrivedAt ? [] : ['needArrival' as const]),
    ...(draft.outcome ? [] : ['needOutcome' as const]),
    ...(draft.note.trim().length >= LEAST_NOTE ? [] : ['needNote' as const]),
    ...(proof && !proven ? [proof] : []),
  ];
}

const reportOf = (draft: Draft): Report => ({
  outcome: draft.outcome as Outcome,
  arrived_at: draft.arrivedAt!,
  note: draft.note.trim(),
  position: draft.position,
  no_position: draft.position ? null : (draft.noPosition ?? 'UNAVAILABLE'),
  papers: [...draft.photographs, ...(draft.signature ? [draft.signature] : [])].map((each) => each.sha256),
  companion: draft.companion.trim() || null,
});

/** One visit: where, what was photographed and said, the customer's hand; kept at each change, handed in once. */
export function VisitPage({ who, visit, queued }: { who: string; visit: Visit; queued: boolean }) {
  const t = useWords(), [draft, setDraft] = useState<Draft | null>(null);
  useEffect(() => {
    void keptDraft(who, visit.id).then((kept) => setDraft(kept ?? emptyDraft()));
  }, [who, visit.id]);
  const over = queued || visit.status !== 'PLANNED';
  return (
    <div className="stack">
      <h1>
        {visit.customer_name} <small className="muted">{visitPurpose(visit.purpose)}</small>
      </h1>
      <section className="card">
        <Facts rows={[[t('when'), moment(visit.planned_at)], [t('where'), visit.place], visit.application_no && [t('application'), visit.application_no]]} />
        {visit.wanted.length > 0 && <p className="wanted">{t('lacks', { what: visit.wanted.map((kind) => documentKind(kind)).join('、') })}</p>}
      </section>
      {over && (
        <p>
          <Chip tone={queued ? 3 : visit.status === 'REPORTED' ? 1 : 'grey'}>{queued ? t('queued') : visit.status === 'REPORTED' ? `✓ ${t('sent')}` : t('cancelled')}</Chip>{' '}
          {visit.outcome && visitOutcome(visit.outcome)} {visit.arrived_at && t('arrived', { at: moment(visit.arrived_at) })}
        </p>
      )}
      {!over && draft && <Form who={who} visit={visit} first={draft} />}
    </div>
  );
}

function Form({ who, visit, first }: { who: string; visit: Visit; first: Draft }) {
  const t = useWords(), [draft, setDraft] = useState(first), [saved, setSaved] = useState(''), [busy, setBusy] = useState(false);
  const latest = useRef(first), changed = useRef(false);
  const change = (part: Partial<Draft>) => {
    latest.current = { ...latest.current, ...part };
    changed.current = true;
    setDraft(latest.current);
  };
  useEffect(() => {
    if (!changed.current) return;
    const keep = () => {
      changed.current = false;
      void keepDraft(who, visit.id, draft).then(() => setSaved(exact(new Date().toISOString()).slice(11)));
    };
    const timer = setTimeout(keep, SAVE_AFTER_MS), leave = () => changed.current && keep();
    addEventListener('pagehide', leave);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', leave);
    };
  }, [draft, who, visit.id]);
  const arrive = async () => {
    setBusy(true);
    const arrivedAt = new Date().toISOString(), where = await locate();
    change({ arrivedAt: draft.arrivedAt ?? arrivedAt, ...(typeof where === 'string' ? { position: null, noPosition: where } : { position: where, noPosition: null }) });
    setBusy(false);
  };
  const sign = async (picture: Blob) => {
    const bytes = await picture.arrayBuffer(), sha256 = await sha256Of(bytes);
    await keepPictureOf(who, sha256, bytes);
    change({ signature: { sha256, takenAt: new Date().toISOString(), position: draft.position } });
  };
  const submit = async () => {
    setBusy(true);
    changed.current = false;
    await handIn(who, visit.id, latest.current, reportOf(latest.current));
    location.hash = '#/';
    await send(who);
  };
  const lacks = lacking(visit, draft);
  return (
    <>
      <section className="card stack" aria-labelledby="arrive">
        <h2 id="arrive">{t('arrive')}</h2>
        {draft.arrivedAt && (
          <p role="status">
            {t('arrived', { at: moment(draft.arrivedAt) })} ·{' '}
            {draft.position ? <Chip tone={1}>✓ {t('accurate', { n: draft.position.accuracy_m })}</Chip> : <Chip tone={4}>{noPosition(draft.noPosition)}</Chip>}
          </p>
        )}
        <button type="button" className={draft.arrivedAt ? 'btn wide' : 'btn wide primary'} disabled={busy} onClick={() => void arrive()}>
          {busy ? t('locating') : draft.arrivedAt ? t('arriveAgain') : t('arrive')}
        </button>
      </section>
      <section className="card stack" aria-labelledby="photographs">
        <h2 id="photographs">{t('photographs')}</h2>
        <Photographs
          who={who}
          taken={draft.photographs}
          onTaken={(picture) => change({ photographs: [...latest.current.photographs.filter((each) => each.sha256 !== picture.sha256), picture] })}
          onRemoved={(sha256) => change({ photographs: latest.current.photographs.filter((each) => each.sha256 !== sha256) })}
        />
      </section>
      <section className="card stack" aria-labelledby="talk">
        <h2 id="talk">{t('talk')}</h2>
        <Radios label={t('outcome')} value={draft.outcome} onChange={(outcome) => change({ outcome: outcome as Outcome })} options={OUTCOMES.map((value) => ({ value, label: visitOutcome(value) }))} />
        <Field label={t('note')}>{(tied) => <textarea {...tied} rows={5} maxLength={2000} value={draft.note} onChange={(event) => change({ note: event.target.value })} />}</Field>
        <Field label={t('companion')} hint={t('companionWhy')}>
          {(tied) => <input {...tied} autoComplete="off" autoCapitalize="none" maxLength={64} value={draft.companion} onChange={(event) => change({ companion: event.target.value })} />}
        </Field>
      </section>
      <section className="card stack" aria-labelledby="signature">
        <h2 id="signature">
          {t('signature')} {draft.signature && <Chip tone={1}>✓ {t('signed', { at: moment(draft.signature.takenAt) })}</Chip>}
        </h2>
        <p className="muted">{t('signatureWhy')}</p>
        <Pad onDrawn={(picture) => void sign(picture)} onCleared={() => change({ signature: null })} />
      </section>
      <section className="stack" aria-label={t('submit')}>
        <p className="muted">{t('submitWhy')}</p>
        {lacks.length > 0 && (
          <p className="wrong">
            {t('needs')}
            {lacks.map((each) => t(each)).join('、')}
          </p>
        )}
        <button type="button" className="btn wide primary" disabled={busy || lacks.length > 0} onClick={() => void submit()}>
          {t('submit')}
        </button>
        <p className="muted small" role="status">
          {saved && t('saved', { at: saved })}
        </p>
      </section>
    </>
  );
}
