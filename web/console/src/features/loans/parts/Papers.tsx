import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '@/shared/Confirm';
import { DataTable } from '@/shared/DataTable';
import { Fetch } from '@/shared/Fetch';
import { Field } from '@/shared/Field';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { businessDay, issueCertificate, issueStatement, paperFile, papers, type Loan } from '../queries';
import { paperKind, useWords } from '../words';

const ISSUES = new Set(['finance', 'customer-manager']);

/** The statements and certificates that were handed out, and another one. */
export function Papers({ of, onDone }: { of: Loan; onDone: () => void }) {
  const t = useWords(), me = useMe(), found = useQuery(papers(of.id)), today = useQuery(businessDay).data?.business_date ?? '';
  const [from, setFrom] = useState(of.value_date ?? ''), [to, setTo] = useState('');
  return (
    <>
      {me.roles.some((role) => ISSUES.has(role)) && of.value_date && (
        <p className="actions spaced">
          <Confirm label={t('statement')} content={[from, to]} act={(key) => issueStatement(of.id, from, to || today, key)} onDone={onDone}>
            <Field label={t('from')}>{(given) => <input {...given} type="date" required min={of.value_date ?? ''} max={today} value={from} onChange={(event) => setFrom(event.target.value)} />}</Field>
            <Field label={t('to')}>{(given) => <input {...given} type="date" required min={from} max={today} value={to || today} onChange={(event) => setTo(event.target.value)} />}</Field>
          </Confirm>
          {of.status === 'SETTLED' && <Confirm label={t('certificate')} act={(key) => issueCertificate(of.id, key)} onDone={onDone} />}
        </p>
      )}
      <DataTable
        caption={t('papers')}
        rows={found.data ?? []}
        rowKey={(it) => it.id}
        pending={found.isPending}
        error={found.error}
        onRetry={() => void found.refetch()}
        empty={t('noPapers')}
        columns={[
          { key: 'kind', title: t('paper'), cell: (it) => paperKind(it.kind) },
          { key: 'number', title: t('paperNo'), cell: (it) => it.number },
          { key: 'at', title: t('issuedAt'), cell: (it) => moment(it.issued_at) },
          { key: 'code', title: t('code'), cell: (it) => <code>{it.verification_code}</code> },
          { key: 'get', title: '', align: 'right', cell: (it) => <Fetch label={t('get')} small name={`${it.number}.pdf`} read={() => paperFile(of.id, it.id)} /> },
        ]}
      />
    </>
  );
}
