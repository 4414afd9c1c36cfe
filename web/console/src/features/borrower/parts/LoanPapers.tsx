import { useState } from 'react';
import { download } from '@/shared/download';
import { Failed } from '@/shared/Failed';
import { moment } from '@/shared/format';
import { defineWords } from '@/shared/words';
import { certificate, papers, pdf, statement, type Loan, type Paper } from '../queries';
import { useAct, useRead } from '@/shared/reads';
import { document as kindOf } from '../words';
import { ActButton, Field, Refusal } from './fields';

const useWords = defineWords({
  title: ['单据与证明', 'Papers'],
  from: ['起始日', 'From'],
  to: ['截止日', 'To'],
  statement: ['开具对账单', 'Statement of account'],
  certificate: ['开具结清证明', 'Settlement certificate'],
  download: ['下载 PDF', 'Download PDF'],
  code: ['校验码 {code}', 'Verification code {code}'],
});

/** A file from the service, as a download: a link could not bring the token. */
const fetched = async (loanId: string, paper: Paper) => download(await pdf(loanId, paper.id), `${paper.number}.pdf`);

export function PaperSection({ own }: { own: Loan }) {
  const t = useWords(), given = useRead(`papers of ${own.id}`, () => papers(own.id)), { busy, error, wait, act } = useAct();
  const [from, setFrom] = useState(own.value_date ?? own.business_date), [to, setTo] = useState(own.business_date);
  const issue = (what: () => Promise<Paper>) =>
    void act(async () => {
      await fetched(own.id, await what());
      given.again();
    });
  return (
    <section className="card stack" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <div className="pair">
        <Field label={t('from')}>{(tied) => <input {...tied} type="date" value={from} max={to} onChange={(event) => setFrom(event.target.value)} />}</Field>
        <Field label={t('to')}>{(tied) => <input {...tied} type="date" value={to} min={from} max={own.business_date} onChange={(event) => setTo(event.target.value)} />}</Field>
      </div>
      <Refusal error={error} wait={wait} />
      <ActButton quiet busy={busy} wait={wait} onClick={() => issue(() => statement(own.id, from, to, crypto.randomUUID()))}>
        {t('statement')}
      </ActButton>
      {own.status === 'SETTLED' && (
        <ActButton busy={busy} wait={wait} onClick={() => issue(() => certificate(own.id, crypto.randomUUID()))}>
          {t('certificate')}
        </ActButton>
      )}
      {given.error !== null && !given.data && <Failed error={given.error} onRetry={given.again} />}
      <ul className="costs">
        {given.data?.map((paper) => (
          <li key={paper.id}>
            <p className="spread">
              <b>{kindOf(paper.kind)}</b>
              <button type="button" className="btn quiet" onClick={() => void act(() => fetched(own.id, paper))}>
                {t('download')} <span className="sr">{paper.number}</span>
              </button>
            </p>
            <p className="muted">
              {paper.number} · {moment(paper.issued_at)}
            </p>
            <p className="muted">{t('code', { code: paper.verification_code })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
