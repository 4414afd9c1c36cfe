import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { documentKind } from '@/shared/business';
import { Chip, type Tone } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { Failed } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { moment } from '@/shared/format';
import { checkpoints, documents, recordEvidence, type Case, type CaseTask, type Checkpoint } from '../queries';
import { evidenceKind, evidenceStanding, useCaseWords } from './words';

const TONE: Record<string, Tone> = { MISSING: 3, DUE: 5, HELD: 1, LAPSING: 3, LAPSED: 5, CLOSED: 'grey' };

/** What a task cannot be completed without, and the paper that proves each of it. */
export function Evidence({ of, task }: { of: Case; task: CaseTask }) {
  const t = useCaseWords(), cache = useQueryClient(), found = useQuery(checkpoints(of.application_id)), needed = found.data?.filter((each) => each.task_id === task.id) ?? [];
  const refresh = () => void cache.invalidateQueries({ queryKey: ['workflow', 'checkpoints'] });
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  if (!needed.length) return null;
  return (
    <section className="card" aria-labelledby="evidence">
      <h2 id="evidence">{t('evidence')}</h2>
      <ul className="plain-list">
        {needed.map((each) => (
          <li key={each.id}>
            <Chip tone={TONE[each.standing] ?? 'grey'}>{evidenceStanding(each.standing)}</Chip> <b>{evidenceKind(each.kind)}</b>{' '}
            <span className="muted">
              {each.proof ? t('provedBy', { who: each.proof.by, when: moment(each.proof.taken_at) }) : t('neededBy', { when: moment(each.due_at) })}
              {each.valid_until && ` · ${t('validUntil', { when: moment(each.valid_until) })}`}
            </span>{' '}
            {each.standing !== 'CLOSED' && <Prove of={each} onDone={refresh} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Prove({ of, onDone }: { of: Checkpoint; onDone: () => void }) {
  const t = useCaseWords(), papers = useQuery(documents(of.application_id)).data ?? [], [paper, setPaper] = useState(''), [at, setAt] = useState(''), [inPerson, setInPerson] = useState(of.in_person);
  const chosen = papers.find((each) => each.id === paper), content = { kind: of.kind, document_id: paper, sha256: chosen?.sha256 ?? '', taken_at: at && new Date(at).toISOString(), in_person: inPerson };
  return (
    <Confirm label={of.proof ? t('renew') : t('prove')} title={`${t('prove')} ${evidenceKind(of.kind)}`} small content={content} act={(key) => recordEvidence(of.task_id, content, key)} onDone={onDone}>
      <p className="muted">{papers.length ? t('proveWhy') : t('noPaper')}</p>
      <Field label={t('paper')}>
        {(given) => (
          <select {...given} required value={paper} onChange={({ target }) => setPaper(target.value)}>
            <option value="">—</option>
            {papers.map((each) => (
              <option key={each.id} value={each.id}>
                {`${documentKind(each.kind)} · ${moment(each.uploaded_at)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('takenAt')}>{(given) => <input {...given} type="datetime-local" required value={at} onChange={({ target }) => setAt(target.value)} />}</Field>
      <label className="check">
        <input type="checkbox" checked={inPerson} onChange={({ target }) => setInPerson(target.checked)} />
        {t('inPerson')}
      </label>
    </Confirm>
  );
}
