import { Chip } from '@/shared/Chip';
import { Failed } from '@/shared/Failed';
import { day, moment, percent, yuan } from '@/shared/format';
import { Skeleton } from '@/shared/Skeleton';
import { currentLang, defineWords } from '@/shared/words';
import { toneOf } from './HomePage';
import { Facts } from '@/shared/Facts';
import { ActButton, Refusal } from './parts/fields';
import { OfferSection } from './parts/Offer';
import { Papers } from './parts/Papers';
import { Reviews } from './parts/Reviews';
import { own, papersOf, supplement, withdraw, type Own } from './queries';
import { useAct, useKey, useRead } from '@/shared/reads';
import { applicationState, method, useCommon } from './words';

const useWords = defineWords({
  no: ['申请编号', 'Application'],
  amount: ['申请金额', 'Amount asked for'],
  term: ['期限', 'Term'],
  how: ['还款方式', 'Repayment'],
  at: ['提交时间', 'Handed in'],
  assessing: ['正在审核，通常几秒内出结果。您可以留在本页，也可以稍后再来查看。', 'It is being assessed; the result usually comes within seconds.'],
  review: ['您的申请需要人工审核，结果将以短信通知。', 'A person is looking at it; you will be told by text message.'],
  declined: ['很抱歉，本次申请未通过', 'We are sorry: it was declined'],
  conditional: ['已通过，批准额度低于申请金额', 'Approved, for less than you asked for'],
  approved: ['恭喜，您的申请已通过', 'Your application is approved'],
  why: ['主要原因', 'The main reasons'],
  granted: ['批准金额', 'Approved amount'],
  grantedTerm: ['批准期限', 'Approved term'],
  rate: ['年利率（单利）', 'Annual rate'],
  automatic: ['本决定由系统自动作出。您有权要求说明，或要求由人工复核。', 'This was decided automatically. You may ask to have it explained, or decided by a person.'],
  byPerson: ['本决定由审核人员作出。您有权要求说明，或要求由他人复核。', 'This was decided by a person. You may ask to have it explained, or decided by another one.'],
  needed: ['请在 {due} 前补充下列资料', 'These papers are needed until {due}'],
  handIn: ['提交补充资料', 'Hand the papers in'],
  withdrawn: ['您已撤回该申请。', 'You have withdrawn it.'],
  draft: ['该申请尚未提交。', 'It was not handed in.'],
  goOn: ['继续填写', 'Go on'],
  withdraw: ['撤回申请', 'Withdraw'],
  loan: ['查看贷款', 'See the loan'],
});
const SOON_MS = 1000, LATER_MS = 15_000;
/** How often one looks again: what a machine decides comes in seconds, a person takes longer; what is over stays. */
const every = (application: Own | null) => {
  if (!application || application.status === 'SUBMITTED' || (application.contract_status === 'SIGNED' && !application.loan_id)) return SOON_MS;
  return ['REVIEW', 'APPROVAL'].includes(application.status) ? LATER_MS : null;
};

export function ApplicationPage({ id }: { id: string }) {
  const t = useWords(), common = useCommon(), first = useRead(`application ${id}`, () => own(id));
  const next = every(first.data), polled = useRead(`application ${id} ${next ?? 'over'}`, () => own(id), next);
  const application = polled.data ?? first.data, again = () => (first.again(), polled.again());
  if (!application) return first.error ? <Failed error={first.error} onRetry={first.again} /> : <Skeleton lines={5} />;
  const { status, decision, contract_status } = application;
  return (
    <div className="stack">
      <h1>
        {yuan(application.amount_minor)} <Chip tone={toneOf(status)}>{applicationState(status)}</Chip>
      </h1>
      {polled.error !== null && <Failed error={polled.error} onRetry={polled.again} />}
      <Outcome application={application} again={again} />
      {decision && status !== 'DECLINED' && contract_status && <OfferSection application={application} again={again} />}
      {decision && (status === 'DECLINED' || status === 'CONDITIONAL') && <Reviews application={application} />}
      <section className="card" aria-label={t('no')}>
        <Facts
          rows={[
            [t('no'), application.application_no],
            [t('amount'), yuan(application.amount_minor)],
            [t('term'), common('months', { n: application.term_months })],
            [t('how'), method(application.repayment_method)],
            [t('at'), moment(application.submitted_at)],
          ]}
        />
      </section>
      <Withdrawal application={application} again={again} />
    </div>
  );
}

/** What has become of it, in words; announced when it changes. */
function Outcome({ application, again }: { application: Own; again: () => void }) {
  const t = useWords(), common = useCommon(), { status, decision } = application, lang = currentLang();
  if (status === 'SUPPLEMENT') return <Supplement application={application} again={again} />;
  return (
    <section className="stack" aria-live="polite">
      {status === 'DRAFT' && <p>{t('draft')}</p>}
      {status === 'SUBMITTED' && (
        <p className="card assessing">
          <span className="pulse" aria-hidden="true" /> {t('assessing')}
        </p>
      )}
      {(status === 'REVIEW' || status === 'APPROVAL') && <p className="card">{t('review')}</p>}
      {status === 'WITHDRAWN' && <p className="card">{t('withdrawn')}</p>}
      {decision && (
        <div className="card stack">
          <h2>{status === 'DECLINED' ? t('declined') : status === 'CONDITIONAL' ? t('conditional') : t('approved')}</h2>
          {status !== 'DECLINED' && (
            <Facts
              rows={[
                [t('granted'), <b key="granted">{yuan(decision.amount_minor)}</b>],
                [t('grantedTerm'), common('months', { n: decision.term_months })],
                [t('rate'), percent(decision.annual_rate)],
              ]}
            />
          )}
          {decision.explanations.length > 0 && (
            <>
              <h3>{t('why')}</h3>
              <ul>
                {decision.explanations.map((reason) => (
                  <li key={reason.code}>{lang === 'zh' ? reason.zh : reason.en}</li>
                ))}
              </ul>
            </>
          )}
          {status !== 'APPROVED' && <p className="muted">{decision.automatic ? t('automatic') : t('byPerson')}</p>}
        </div>
      )}
    </section>
  );
}

const MOST_BYTES = 10 * 1024 * 1024;

function Supplement({ application, again }: { application: Own; again: () => void }) {
  const t = useWords(), { id, supplement: asked } = application, given = useRead(`papers ${id}`, () => papersOf(id)), { busy, error, wait, act } = useAct(), [key] = useKey();
  if (!asked) return null;
  const since = (given.data ?? []).filter((paper) => paper.uploaded_at >= asked.requested_at);
  const lacks = asked.kinds.filter((kind) => !since.some((paper) => paper.kind === kind));
  return (
    <section className="card stack">
      <h2>{t('needed', { due: day(asked.due_at) })}</h2>
      <Papers kinds={asked.kinds} needed={asked.kinds} most={MOST_BYTES} given={since} into={async () => id} onGiven={given.again} />
      <Refusal error={error} wait={wait} />
      <ActButton busy={busy} wait={wait} disabled={lacks.length > 0} onClick={() => void act(async () => (await supplement(id, key), again()))}>
        {t('handIn')}
      </ActButton>
    </section>
  );
}

const OPEN = ['SUBMITTED', 'SUPPLEMENT', 'REVIEW', 'APPROVAL', 'DRAFT'];

function Withdrawal({ application, again }: { application: Own; again: () => void }) {
  const t = useWords(), { busy, error, wait, act } = useAct(), [key] = useKey();
  const offered = application.contract_status === 'DRAFTED' || application.contract_status === 'DISCLOSED';
  if (!OPEN.includes(application.status) && !offered) return null;
  return (
    <>
      <Refusal error={error} wait={wait} />
      <ActButton quiet busy={busy} wait={wait} onClick={() => void act(async () => (await withdraw(application.id, key), again()))}>
        {t('withdraw')}
      </ActButton>
    </>
  );
}
