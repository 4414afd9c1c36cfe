import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Failed } from '@/shared/Failed';
import { today } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { defineWords, useLang } from '@/shared/words';
import { kindOf, listed, weeksOf } from './parts/calendar';
import { Propose } from './parts/Propose';
import { WaitingChanges } from './parts/WaitingChanges';
import { parameters } from './queries';

const KEEPERS = ['workflow-svc', 'postloan-svc'] as const, HOLIDAYS = 'calendar.holidays', WORKED = 'calendar.worked-weekends', AREA = 'calendar.';
const PROPOSES = new Set(['process-designer', 'product-manager', 'risk-officer']);

const useWords = defineWords({
  title: ['工作日历', 'Working days'],
  year: ['年份', 'Year'],
  keeper: ['用于', 'For'],
  'workflow-svc': ['任务时限', 'deadlines of tasks'],
  'postloan-svc': ['还款日与账务', 'due dates and books'],
  holiday: ['法定节假日', 'Public holiday'],
  worked: ['调休上班', 'Worked weekend'],
  weekend: ['周末', 'Weekend'],
  work: ['工作日', 'Working day'],
  unlisted: ['{year} 年的节假日尚未登记，目前只按周末休息。', 'No holidays of {year} are listed: weekends alone are free.'],
  differ: ['{n} 天在两份日历中不同：{days}', '{n} days differ between the two calendars: {days}'],
  working: ['{n} 个工作日', '{n} working days'],
});
const SHORT = { holiday: ['休', 'off'], worked: ['班', 'on'] } as const;

/** The working days of a year, as each service that keeps a calendar has them; changed like any parameter, by two persons. */
export function CalendarPage() {
  const asked = useSearch({ strict: false }) as { year?: string; service?: string }, t = useWords(), lang = useLang(), me = useMe(), navigate = useNavigate(), cache = useQueryClient();
  const year = Number(asked.year ?? today().slice(0, 4)), service = asked.service === 'postloan-svc' ? 'postloan-svc' : 'workflow-svc';
  const held = useQueries({ queries: KEEPERS.map((each) => parameters(each)) });
  useTitle(t('title'), String(year));
  const failed = held.find((each) => each.error);
  if (failed) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />;
  if (held.some((each) => !each.data)) return <Skeleton lines={8} />;
  const sets = held.map(({ data }) => {
    const of = (code: string) => listed((data ?? []).filter((it) => it.code === code && !it.replaced));
    return { holidays: of(HOLIDAYS), worked: of(WORKED) };
  });
  const mine = sets[KEEPERS.indexOf(service)]!, other = sets[1 - KEEPERS.indexOf(service)]!;
  const kind = (day: string) => kindOf(day, mine.holidays, mine.worked), months = Array.from({ length: 12 }, (_, month) => weeksOf(year, month));
  const all = months.flat(2).filter((day) => day !== null), differ = all.filter((day) => kindOf(day, other.holidays, other.worked) !== kind(day));
  const choose = (part: { year?: string; service?: string }) => void navigate({ to: '/calendar', search: { year: String(year), service, ...part } as never });
  const names = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { month: 'long', timeZone: 'UTC' }), weekdays = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { weekday: 'narrow', timeZone: 'UTC' });
  return (
    <>
      <div className="head">
        <h1>{t('title')}</h1>
        <span className="muted">{t('working', { n: all.filter((day) => ['work', 'worked'].includes(kind(day))).length })}</span>
        <span className="fill" />
        {me.roles.some((role) => PROPOSES.has(role)) && <Propose key={service} service={service} only={AREA} onDone={() => void cache.invalidateQueries({ queryKey: ['parameters'] })} />}
      </div>
      <div className="bar">
        <label>
          {t('keeper')}
          <select value={service} onChange={(event) => choose({ service: event.target.value })}>
            {KEEPERS.map((each) => (
              <option key={each} value={each}>
                {t(each)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('year')}
          <input type="number" min={2020} max={2100} value={year} onChange={(event) => /^\d{4}$/.test(event.target.value) && choose({ year: event.target.value })} />
        </label>
        {(['holiday', 'worked', 'weekend'] as const).map((each) => (
          <span key={each} className="legend">
            <i className={`day ${each}`}>{each === 'weekend' ? '' : SHORT[each][lang === 'zh' ? 0 : 1]}</i> {t(each)}
          </span>
        ))}
      </div>
      {![...mine.holidays].some((day) => day.startsWith(String(year))) && <p className="card spaced">{t('unlisted', { year })}</p>}
      {differ.length > 0 && <p className="card spaced">{t('differ', { n: differ.length, days: differ.slice(0, 10).join('、') })}</p>}
      <WaitingChanges service={service} only={AREA} />
      <div className="grid months">
        {months.map((weeks, month) => (
          <table key={names.format(Date.UTC(year, month, 1))} className="month">
            <caption>{names.format(Date.UTC(year, month, 1))}</caption>
            <thead>
              <tr>
                {['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07'].map((day) => (
                  <th key={day} scope="col">
                    {weekdays.format(new Date(day))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.find((day) => day !== null)}>
                  {week.map((day, at) =>
                    day ? (
                      <td key={day} className={`day ${kind(day)}`} title={`${day} ${t(kind(day))}`}>
                        {Number(day.slice(8))}
                        {(kind(day) === 'holiday' || kind(day) === 'worked') && <small>{SHORT[kind(day) as 'holiday' | 'worked'][lang === 'zh' ? 0 : 1]}</small>}
                      </td>
                    ) : (
                      <td key={`none-${String(at)}`} aria-label="—" />
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}
