import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { count, minorOf, moment, yuan } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { ByHand } from './parts/ByHand';
import { importStatement, statements, type Statement } from './queries';
import { breakCode, usePaymentWords } from './paymentWords';

const openBreaks = (of: Statement) => of.breaks.filter((each) => !each.taken_since && each.code !== 'repayment-reference-taken').length;

/** A bank's file: what it says of itself first, then what became of each line, and the breaks until none is left. */
export function StatementsPage() {
  const t = usePaymentWords(), navigate = useNavigate(), cache = useQueryClient(), { file } = useSearch({ strict: false }) as { file?: string };
  const list = useCursor(['postloan', 'statements'], statements), shown = list.rows.find((each) => each.id === file);
  const show = (id: string) => void navigate({ to: '/statements', search: { file: id } as never });
  useTitle(t('statements'));
  return (
    <>
      <div className="head">
        <h1>{t('statements')}</h1>
      </div>
      <Import
        onDone={(taken) => {
          void cache.invalidateQueries({ queryKey: ['postloan'] });
          show(taken.id);
        }}
      />
      <DataTable
        caption={t('statements')}
        rowKey={(it) => it.id}
        onOpen={(it) => show(it.id)}
        selected={file}
        empty={t('noStatements')}
        columns={[
          { key: 'at', title: t('importedAt'), cell: (it) => moment(it.imported_at) },
          { key: 'file', title: t('file'), cell: (it) => <code title={it.sha256}>{it.sha256.slice(0, 12)}</code> },
          { key: 'lines', title: t('lines'), align: 'right', cell: (it) => count(it.lines) },
          { key: 'total', title: t('total'), align: 'right', cell: (it) => yuan(it.total_minor) },
          { key: 'taken', title: t('taken'), align: 'right', cell: (it) => `${count(it.taken)} · ${yuan(it.taken_minor)}` },
          {
            key: 'breaks',
            title: t('breaks'),
            cell: (it) => (it.breaks.length === 0 ? '—' : openBreaks(it) ? <Chip tone={4}>{t('open', { n: openBreaks(it) })}</Chip> : <Chip tone={1}>{t('done')}</Chip>),
          },
          { key: 'by', title: t('by'), cell: (it) => it.imported_by },
        ]}
        {...list.table}
      />
      {shown && <Breaks of={shown} />}
    </>
  );
}

function Breaks({ of }: { of: Statement }) {
  const t = usePaymentWords(), cache = useQueryClient();
  return (
    <section aria-label={t('breaksOf')}>
      <h2 className="above">
        {t('breaksOf')} <span className="muted">{moment(of.imported_at)}</span>
      </h2>
      <DataTable
        caption={t('breaksOf')}
        rows={of.breaks}
        rowKey={(it) => String(it.number)}
        empty={t('noBreaks')}
        columns={[
          { key: 'line', title: t('line'), align: 'right', width: 56, cell: (it) => it.number },
          { key: 'reference', title: t('reference'), cell: (it) => it.reference },
          { key: 'loan', title: t('loanNo'), cell: (it) => it.loan_no },
          { key: 'amount', title: t('total'), align: 'right', cell: (it) => yuan(it.amount_minor) },
          { key: 'why', title: t('why'), cell: (it) => breakCode(it.code) },
          { key: 'state', title: t('state'), cell: (it) => (it.taken_since ? <Chip tone={1}>{t('takenSince')}</Chip> : <Chip tone={4}>{t('waits')}</Chip>) },
          {
            key: 'act',
            title: '',
            align: 'right',
            cell: (it) => !it.taken_since && it.code !== 'repayment-reference-taken' && <ByHand of={it} onDone={() => void cache.invalidateQueries({ queryKey: ['postloan'] })} />,
          },
        ]}
      />
    </section>
  );
}

/** What a file says of itself, read here only to be looked at: the service is the judge. */
function glance(content: string) {
  const rows = content.trim().split(/\r?\n/).map((row) => row.split(',')), trailer = rows.find(([kind]) => kind === 'T');
  const lines = rows.filter(([kind]) => kind === 'D'), sum = lines.reduce((all, row) => all + (minorOf(row[3] ?? '') ?? 0), 0);
  return { lines: lines.length, sum, toldLines: Number(trailer?.[1] ?? 0), told: minorOf(trailer?.[3] ?? '') ?? 0 };
}

function Import({ onDone }: { onDone: (taken: Statement) => void }) {
  const t = usePaymentWords(), [content, setContent] = useState(''), found = content ? glance(content) : null;
  const agrees = found !== null && found.lines === found.toldLines && found.sum === found.told;
  const read = useMutation({ mutationFn: (file: File) => file.text(), onSuccess: setContent });
  return (
    <section className="card spaced">
      <p className="muted">{t('statementsWhy')}</p>
      <label className="btn">
        {t('choose')}
        <input type="file" className="sr" accept=".csv,text/csv,text/plain" onChange={({ target }) => (target.files?.[0] && read.mutate(target.files[0]), (target.value = ''))} />
      </label>
      {found && (
        <>
          <h3>{t('preview')}</h3>
          <p>
            {t('counted', { lines: count(found.lines), amount: yuan(found.sum) })}
            <br />
            {t('told', { lines: count(found.toldLines), amount: yuan(found.told) })} <Chip tone={agrees ? 1 : 5}>{agrees ? t('agrees') : t('differs')}</Chip>
          </p>
          <Confirm
            label={t('import')}
            primary
            content={content}
            act={async (key) => {
              onDone(await importStatement(content, key));
              setContent('');
            }}
          >
            <p>{t('importWhy', { lines: count(found.lines) })}</p>
          </Confirm>
        </>
      )}
    </section>
  );
}
