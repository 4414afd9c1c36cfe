import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors } from '@/api/problem';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { Dialog } from '@/shared/Dialog';
import { Refused } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { Foot } from '@/shared/Foot';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { useKeyOf } from '@/shared/useKeyOf';
import { confirm, confirmRemoval, propose, proposeRemoval, rejectRemoval, watchList, withdraw, type Entry, type Kind } from './queries';
import { useWords, watchKind, watchStatus, watchTone } from './words';

const KINDS = ['PERSON', 'MOBILE', 'CARD', 'DEVICE'] as const;

/** Who is on the list; each entry and each removal by two people. */
export function WatchListPage() {
  const t = useWords(), me = useMe(), cache = useQueryClient(), list = useCursor(['antifraud', 'watch-list'], watchList, 10_000);
  const refresh = () => void cache.invalidateQueries({ queryKey: ['antifraud'] }), changes = me.roles.includes('risk-officer');
  useTitle(t('watchList'));
  return (
    <>
      <div className="head">
        <h1>{t('watchList')}</h1>
        <span className="fill" />
        {changes && <Add onDone={refresh} />}
      </div>
      <DataTable
        caption={t('watchList')}
        rowKey={(it) => it.id}
        empty={t('empty')}
        columns={[
          { key: 'at', title: t('at'), cell: (it) => moment(it.proposed_at) },
          { key: 'kind', title: t('kind'), cell: (it) => watchKind(it.kind) },
          { key: 'token', title: '#', cell: (it) => <code title={it.token}>{it.token.slice(0, 12)}</code> },
          { key: 'reason', title: t('reason'), cell: (it) => it.reason },
          { key: 'status', title: t('status'), cell: (it) => <Chip tone={watchTone[it.status] ?? 'grey'}>{watchStatus(it.status)}</Chip> },
          { key: 'by', title: t('by'), cell: (it) => `${it.proposed_by} / ${it.confirmed_by ?? '—'}` },
          { key: 'act', title: '', align: 'right', cell: (it) => changes && <Acts of={it} me={me.subject} onDone={refresh} /> },
        ]}
        {...list.table}
      />
    </>
  );
}

function Acts({ of, me, onDone }: { of: Entry; me: string; onDone: () => void }) {
  const t = useWords();
  if (of.status === 'PROPOSED')
    return of.proposed_by === me ? (
      <Confirm label={t('withdraw')} small act={(key) => withdraw(of.id, key)} onDone={onDone} />
    ) : (
      <Confirm label={t('confirm')} small act={(key) => confirm(of.id, key)} onDone={onDone}>
        <p>{of.reason}</p>
      </Confirm>
    );
  if (of.status !== 'ACTIVE') return null;
  if (!of.removal) return <Confirm label={t('remove')} small words={t('reason')} act={(key, words) => proposeRemoval(of.id, words, key)} onDone={onDone} />;
  return (
    <>
      <Confirm label={t('confirmRemoval')} small act={(key) => confirmRemoval(of.id, key)} onDone={onDone}>
        <p>{of.removal.reason}</p>
      </Confirm>{' '}
      <Confirm label={t('keep')} small act={(key) => rejectRemoval(of.id, key)} onDone={onDone} />
    </>
  );
}

function Add({ onDone }: { onDone: () => void }) {
  const t = useWords(), keyOf = useKeyOf(), [open, setOpen] = useState(false), [kind, setKind] = useState<Kind>('PERSON'), [id, setId] = useState(''), [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: () => propose(kind, id.trim(), reason.trim(), keyOf([kind, id, reason])),
    onSuccess: () => {
      setOpen(false);
      onDone();
    },
  });
  const wrong = fieldErrors(send.error);
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setOpen(true)}>
        {t('add')}
      </button>
      {open && (
        <Dialog title={t('add')} onClose={() => setOpen(false)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              send.mutate();
            }}
          >
            <p className="muted">{t('addWhy')}</p>
            <Field label={t('kind')}>
              {(given) => (
                <select {...given} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
                  {KINDS.map((each) => (
                    <option key={each} value={each}>
                      {watchKind(each)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={t('applicationId')} wrong={wrong.application_id}>
              {(given) => <input {...given} required pattern="[0-9a-fA-F\-]{36}" value={id} onChange={(event) => setId(event.target.value)} />}
            </Field>
            <Field label={t('reason')} wrong={wrong.reason}>
              {(given) => <textarea {...given} required rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />}
            </Field>
            <Refused error={send.error} />
            <Foot act={t('add')} off={send.isPending} onCancel={() => setOpen(false)} />
          </form>
        </Dialog>
      )}
    </>
  );
}
