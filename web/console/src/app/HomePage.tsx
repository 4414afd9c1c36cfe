import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { count, percent, shortYuan, today, yuan } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { titlesOf } from '@/shared/titles';
import { defineWords, said } from '@/shared/words';
import * as reads from './queries';
import { entriesOf } from './roles';

const useWords = defineWords({
  home: ['首页', 'Home'],
  hello: ['{name}，今天 {day}', '{name}, {day}'],
  now: ['此刻', 'Now'],
  pages: ['常用页面', 'Pages'],
  open: ['待领取任务', 'Tasks not taken'],
  mine: ['我已领取', 'Taken by me'],
  overdue: ['已超时任务', 'Tasks overdue'],
  decided: ['我的决定', 'My decisions'],
  payOuts: ['待放款', 'Pay-outs waiting'],
  failed: ['放款失败', 'Pay-outs failed'],
  unapplied: ['挂账', 'Unapplied money'],
  day: ['当前营业日', 'Open business day'],
  SUPPLEMENT: ['待补件', 'Documents wanted'],
  REVIEW: ['人工审查中', 'With a reviewer'],
  APPROVED: ['已批准', 'Approved'],
  DRAFT: ['草稿', 'Drafts'],
  outstanding: ['贷款余额', 'Outstanding'],
  npl: ['不良率', 'NPL ratio'],
  coverage: ['拨备覆盖率', 'Coverage'],
  submitted: ['近期进件', 'Applications lately'],
  paidOut: ['其中已放款', 'Paid out of them'],
  circuits: ['供应方断开', 'Providers cut off'],
  failing: ['供应方失败率', 'Provider failures'],
  none: ['—', '—'],
});
type Told = { value: string; hint?: string };
type Tile<Read> = { title: Parameters<ReturnType<typeof useWords>>[0]; of: UseQueryOptions<Read, Error, Read, string[]>; to: string; search?: Record<string, string>; tell: (read: Read) => Told };

const tile = <Read,>(given: Tile<Read>) => given as unknown as Tile<unknown>;
/** A page of a list: how many there are, `+` where there are more than it holds. */
const many = ({ items, next_cursor }: { items: readonly unknown[]; next_cursor?: string | null }) => ({ value: `${count(items.length)}${next_cursor ? '+' : ''}` });
const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);
const applications = (status: 'SUPPLEMENT' | 'REVIEW' | 'DRAFT' | 'APPROVED') => tile({ title: status, of: reads.applicationsIn(status), to: '/applications', search: { status }, tell: many });

const WORK = [
  tile({ title: 'open', of: reads.taskCounts, to: '/inbox', search: { status: 'OPEN' }, tell: (it) => ({ value: count(it.all.open) }) }),
  tile({ title: 'mine', of: reads.taskCounts, to: '/inbox', search: { mine: '1' }, tell: (it) => ({ value: count(it.mine.claimed) }) }),
  tile({ title: 'overdue', of: reads.taskCounts, to: '/inbox', search: { overdue: '1' }, tell: (it) => ({ value: count(it.all.overdue) }) }),
  tile({ title: 'decided', of: reads.ownDecisions, to: '/decided', tell: many }),
];
const PAY_OUTS = tile({ title: 'payOuts', of: reads.payOutsWaiting, to: '/pay-outs', tell: (it) => ({ ...many(it), hint: yuan(sum(it.items.map((each) => each.amount_minor))) }) });
const BOOK = [
  tile({ title: 'outstanding', of: reads.portfolio, to: '/loans', tell: (it) => ({ value: shortYuan(it.outstanding_minor), hint: it.day }) }),
  tile({ title: 'npl', of: reads.portfolio, to: '/loans', search: { status: 'OVERDUE' }, tell: (it) => ({ value: percent(it.npl_ratio) }) }),
  tile({ title: 'coverage', of: reads.portfolio, to: '/loans', tell: (it) => ({ value: percent(it.coverage) }) }),
];
const OF_ROLE: Record<string, readonly Tile<unknown>[]> = {
  approver: WORK,
  'committee-member': WORK,
  'risk-officer': WORK,
  finance: [
    PAY_OUTS,
    tile({ title: 'failed', of: reads.loansFailed, to: '/loans', search: { status: 'FAILED' }, tell: many }),
    tile({ title: 'unapplied', of: reads.moneyWaiting, to: '/unapplied', tell: (it) => ({ value: yuan(sum(it.items.map((each) => each.suspense_minor))), hint: said(['{n} 笔借据', '{n} loans'], { n: many(it).value }) }) }),
    tile({ title: 'day', of: reads.openDay, to: '/end-of-day', tell: (it) => ({ value: it.business_date }) }),
  ],
  'contract-officer': [PAY_OUTS],
  'customer-manager': [applications('SUPPLEMENT'), applications('REVIEW'), applications('APPROVED'), applications('DRAFT')],
  management: BOOK,
  operations: [
    tile({ title: 'circuits', of: reads.providersNow, to: '/ops/providers', tell: (it) => ({ value: count(it.filter((each) => each.circuit !== 'closed').length), hint: said(['共 {n} 个接口', 'of {n}'], { n: it.length }) }) }),
    tile({
      title: 'failing', of: reads.providersNow, to: '/ops/providers',
      tell: (it) => ({ value: percent(sum(it.map((each) => each.failures)) / Math.max(1, sum(it.map((each) => each.calls)))) }),
    }),
    tile({ title: 'submitted', of: reads.funnel, to: '/ops/events', tell: (it) => ({ value: count(it.total.submitted), hint: `${it.first} – ${it.last}` }) }),
  ],
};

/** What waits for somebody, in figures that are links: the list behind each shows as many. */
export function HomePage() {
  const t = useWords(), me = useMe(), tiles = [...new Set(me.roles.flatMap((role) => OF_ROLE[role] ?? []))];
  useTitle(t('home'));
  return (
    <>
      <div className="head">
        <h1>{t('hello', { name: me.name, day: today() })}</h1>
        <span className="muted">{titlesOf(me.roles, ' · ')}</span>
      </div>
      {tiles.length > 0 && (
        <section aria-labelledby="now">
          <h2 id="now">{t('now')}</h2>
          <div className="grid tiles">
            {tiles.map((each) => (
              <OneTile key={each.title} of={each} />
            ))}
          </div>
        </section>
      )}
      <h2 className="above">{t('pages')}</h2>
      <div className="grid tiles">
        {entriesOf(me).slice(1).map((entry) => (
          <Link key={entry.path} to={entry.path} className="tile">
            {said(entry.title)} <kbd aria-hidden="true">{entry.chord}</kbd>
          </Link>
        ))}
      </div>
    </>
  );
}

function OneTile({ of }: { of: Tile<unknown> }) {
  const t = useWords(), found = useQuery(of.of), told = found.data === undefined ? null : of.tell(found.data);
  return (
    <Link to={of.to} search={(of.search ?? {}) as never} className="tile">
      <span>{t(of.title)}</span>
      <b>{told?.value ?? (found.error ? t('none') : '…')}</b>
      {told?.hint && <span>{told.hint}</span>}
    </Link>
  );
}
