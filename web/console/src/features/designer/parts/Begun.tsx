import { useState } from 'react';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { Dialog } from '@/shared/Dialog';
import { Field } from '@/shared/Field';
import { Foot } from '@/shared/Foot';
import { moment } from '@/shared/format';
import type { drawn } from '../drafts';
import { useWords } from '../words';

const CODE = '[a-z][a-z0-9]*(-[a-z0-9]+)*';

/** What was begun in this browser and is not proposed yet. */
export function Drafts({ of, onOpen }: { of: typeof drawn; onOpen: (code: string) => void }) {
  const t = useWords(), kept = of.use();
  if (!kept.length) return null;
  return (
    <>
      <h2>{t('drafts')}</h2>
      <DataTable
        caption={t('drafts')}
        rows={kept}
        rowKey={(it) => it.code}
        empty=""
        columns={[
          { key: 'code', title: t('code'), cell: (it) => it.code },
          { key: 'base', title: t('base'), cell: (it) => (it.base ? `v${it.base}` : '—') },
          { key: 'at', title: t('savedAt'), cell: (it) => moment(it.at) },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) => (
              <>
                <button type="button" className="btn small" onClick={() => onOpen(it.code)}>
                  {t('goOn')}
                </button>{' '}
                <Confirm label={t('drop')} small act={async () => of.drop(it.code)} />
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
