import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { applicationStatus, applicationTone, customerReason, documentKind, product, repaymentMethod } from '@/shared/business';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { Failed } from '@/shared/Failed';
import { Facts } from '@/shared/Facts';
import { moment, percent, yuan } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { currentLang } from '@/shared/words';
import { Papers } from './parts/Papers';
import { oneApplication, oneCustomer, oneProduct, reusable, submit, supplement, withdraw, type Application } from './queries';
import { useWords, waitsFor } from './words';

const OPEN = new Set(['DRAFT', 'SUBMITTED', 'SUPPLEMENT', 'REVIEW', 'APPROVAL', 'APPROVED', 'CONDITIONAL']);

export function ApplicationPage() {
  const { applicationId } = useParams({ strict: false }) as { applicationId: string };
  const t = useWords(), found = useQuery(oneApplication(applicationId)), cache = useQueryClient(), it = found.data;
  const customer = useQuery(oneCustomer(it?.customer_id)).data, offered = useQuery(oneProduct(it?.product_code)).data;
  const again = useQuery(reusable(applicationId, it?.status === 'DRAFT')), [reuse, setReuse] = useState(true);
  const refresh = () => void cache.invalidateQueries({ queryKey: ['application'] });
  useTitle(it?.application_no, t('application'));
  if (found.isPending) return <Skeleton lines={8} />;
  if (!it) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const required = it.status === 'DRAFT' ? (offered?.required_documents ?? []) : (it.supplement?.kinds ?? []);
  const earlier = it.status === 'DRAFT' ? (again.data ?? []) : [];
  const lacking = required.filter((kind) => !it.documents.some((each) => each.kind === kind && (it.status === 'DRAFT' || each.uploaded_at >= (it.supplement?.requested_at ?? ''))) && !(reuse && earlier.some((each) => each.kind === kind)));
  return (
    <>
      <div className="head">
        <h1>{it.application_no}</h1>
        <Chip tone={applicationTone[it.status] ?? 'grey'}>{applicationStatus(it.status)}</Chip>
        <Link to="/customers/$customerId" params={{ customerId: it.customer_id } as never}>
          {customer?.name ?? '…'}
        </Link>
        <span className="muted">
          {t('waits')}：{it.loan_id ? '—' : waitsFor(it.status)}
        </span>
        <span className="fill" />
        {it.status === 'DRAFT' && (
          <Confirm label={t('submit')} primary disabled={lacking.length > 0} content={reuse} act={(key) => submit(it.id, reuse && earlier.length > 0, key)} onDone={refresh}>
            <p>{t('submitWhy')}</p>
          </Confirm>
        )}
        {it.status === 'SUPPLEMENT' && <Confirm label={t('supplement')} primary disabled={lacking.length > 0} act={(key) => supplement(it.id, key)} onDone={refresh} />}
        {OPEN.has(it.status) && !it.loan_id && (
          <Confirm label={t('withdraw')} danger act={(key) => withdraw(it.id, key)} onDone={refresh}>
            <p>{t('withdrawWhy')}</p>
          </Confirm>
        )}
      </div>
      {it.supplement && (
        <p className="card spaced">
          <b>{t('wanted', { kinds: it.supplement.kinds.map((kind) => documentKind(kind)).join('、'), due: moment(it.supplement.due_at) })}</b>
        </p>
      )}
      <div className="grid two">
        <div className="grid">
          <Terms of={it} />
          {it.decision && <Decided of={it} />}
        </div>
        <div className="grid">
          {earlier.length > 0 && (
            <section className="card" aria-labelledby="earlier">
              <h2 id="earlier">{t('earlierPapers')}</h2>
              <p className="chips">
                {earlier.map((each) => (
                  <Chip key={each.id} tone={2}>
                    {documentKind(each.kind)} {moment(each.uploaded_at)}
                  </Chip>
                ))}
              </p>
              <label className="check">
                <input type="checkbox" checked={reuse} onChange={(event) => setReuse(event.target.checked)} /> {t('reuse')}
              </label>
            </section>
          )}
          <Papers of={it} required={required} lacking={lacking} accepted={offered?.accepted_documents ?? []} onDone={refresh} />
        </div>
      </div>
    </>
  );
}

function Terms({ of }: { of: Application }) {
  const t = useWords();
  const figures: [string, string][] = [
    [t('product'), product(of.product_code)],
    [t('amount'), yuan(of.amount_minor)],
    [t('term'), t('months', { n: of.term_months })],
    [t('method'), repaymentMethod(of.repayment_method)],
    [t('created'), `${moment(of.created_at)} · ${of.created_by}`],
  ];
  return (
    <section className="card" aria-labelledby="terms">
      <h2 id="terms">{t('application')}</h2>
      <Facts rows={figures} />
      {of.loan_id && (
        <p className="actions">
          <Link to="/loans/$loanId" params={{ loanId: of.loan_id } as never} className="btn">
            {t('loan')}
          </Link>
        </p>
      )}
    </section>
  );
}

function Decided({ of }: { of: Application }) {
  const t = useWords(), decision = of.decision!;
  return (
    <section className="card" aria-labelledby="decided">
      <h2 id="decided">
        {t('decision')} <Chip tone={applicationTone[of.status] ?? 'grey'}>{applicationStatus(of.status)}</Chip>
      </h2>
      {decision.outcome !== 'DECLINED' && <p>{t('approvedFor', { amount: yuan(decision.amount_minor), rate: percent(decision.annual_rate), n: decision.term_months })}</p>}
      {decision.explanations.length > 0 && (
        <>
          <h3>{t('customerReads')}</h3>
          <ul>
            {decision.explanations.map((each) => (
              <li key={each.code}>{currentLang() === 'zh' ? each.zh : each.en || customerReason(each.code)}</li>
            ))}
          </ul>
        </>
      )}
      <p className="muted">{moment(decision.decided_at)}</p>
    </section>
  );
}
