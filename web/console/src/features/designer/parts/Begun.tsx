import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { Dialog } from '@/shared/Dialog';
import { Refused } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { Foot } from '@/shared/Foot';
import { moment } from '@/shared/format';
import type { Draft, Drafts as Kept } from '../drafts';
import { discardDraft, ownDrafts } from '../queries';
import { useWords } from '../words';

const CODE = '[a-z][a-z0-9]*(-[a-z0-9]+)*';

/** Where the newest of a draft is: with the service, on its way there, or here alone and why. */
export function KeptAt({ of, draft, onTaken }: { of: Kept; draft: Draft; onTaken: () => void }) {
  const t = useWords(), [error, setError] = useState<unknown>(null);
  if (draft.trouble === 'precondition-failed')
    return (
      <span className="refused" role="alert">
        {t('savedElsewhere')}{' '}
        <button type="button" className="btn small" onClick={() => void of.take(draft.id!).then(onTaken, setError)}>
          {t('takeOther')}
        </button>{' '}
        <button type="button" className="btn small" onClick={() => void of.insist(draft.code)}>
          {t('keepMine')}
        </button>
        <Refused error={error} />
      </span>
    );
  if (draft.trouble) return <Chip tone={3}>{t('savedHere', { at: moment(draft.at) })}</Chip>;
  return <span className="muted">{draft.saved === draft.at ? t('saved', { at: moment(draft.at) }) : t('saving')}</span>;
}

type Row = { key: string; code: string; base: number | null; at: string; draft?: Draft; id?: string };

/** What somebody has begun and not proposed yet, in this browser or in another one. */
export function Drafts({ of, onOpen }: { of: Kept; onOpen: (code: string) => void }) {
  const t = useWords(), cache = useQueryClient(), here = of.use(), service = useQuery(ownDrafts(of.kind)), refresh = () => void cache.invalidateQueries({ queryKey: ['workflow', 'drafts'] });
  const elsewhere = (service.data ?? []).filter((each) => each.code && !here.some((draft) => draft.id === each.id));
  const rows: Row[] = [
    ...here.map((draft) => ({ key: draft.code, code: draft.code, base: draft.base, at: draft.at, draft })),
    ...elsewhere.map((each) => ({ key: each.id, code: each.code!, base: each.based_on, at: each.saved_at, id: each.id })),
  ];
  const [error, setError] = useState<unknown>(null), taken = (row: Row) => void of.take(row.id!).then(() => onOpen(row.code), setError);
  if (!rows.length) return <Refused error={service.error} />;
  return (
    <>
      <h2>{t('drafts')}</h2>
      <Refused error={error ?? service.error} />
      <DataTable
        caption={t('drafts')}
        rows={rows}
        rowKey={(it) => it.key}
        empty=""
        columns={[
          { key: 'code', title: t('code'), cell: (it) => it.code },
          { key: 'base', title: t('base'), cell: (it) => (it.base ? `v${it.base}` : '—') },
          { key: 'at', title: t('savedAt'), cell: (it) => moment(it.at) },
          { key: 'where', title: t('where'), cell: (it) => (it.draft ? <KeptAt of={of} draft={it.draft} onTaken={refresh} /> : <span className="muted">{t('elsewhereBegun')}</span>) },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) => (
              <>
                {it.id && here.some((draft) => draft.code === it.code) ? (
                  <Confirm label={t('goOn')} small act={() => of.take(it.id!)} onDone={() => onOpen(it.code)}>
                    <p>{t('replacesHere')}</p>
                  </Confirm>
                ) : (
                  <button type="button" className="btn small" onClick={() => (it.id ? taken(it) : onOpen(it.code))}>
                    {t('goOn')}
                  </button>
                )}{' '}
                <Confirm label={t('drop')} small act={(key) => (it.id ? discardDraft(it.id, key) : of.drop(it.code))} onDone={refresh} />
              </>
            ),
          },
        ]}
      />
    </>
  );
}

/** A process or decision that has no version yet. */
export function NewOne({ title, onCreate }: { title: string; onCreate: (code: string, name: string) => void }) {
  const t = useWords(), [open, setOpen] = useState(false), [code, setCode] = useState(''), [name, setName] = useState('');
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setOpen(true)}>
        {title}
      </button>
      {open && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          <form onSubmit={(event) => (event.preventDefault(), onCreate(code, name))}>
            <Field label={t('newCode')}>{(given) => <input {...given} required pattern={CODE} value={code} onChange={({ target }) => setCode(target.value)} />}</Field>
            <Field label={t('newName')}>{(given) => <input {...given} required value={name} onChange={({ target }) => setName(target.value)} />}</Field>
            <Foot act={t('create')} onCancel={() => setOpen(false)} />
          </form>
        </Dialog>
      )}
    </>
  );
}
