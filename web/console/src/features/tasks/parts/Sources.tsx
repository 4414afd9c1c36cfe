import { source, sourceStatus, sourceTone } from '@/shared/business';
import { Chip, type Tone } from '@/shared/Chip';
import { yuan } from '@/shared/format';
import { Scroll } from '@/shared/Scroll';
import { codeWords, said, type Pair } from '@/shared/words';
import type { Case } from '../queries';
import { CreditReport } from './CreditReport';
import { useCaseWords } from './words';

type Row = { item: Pair; declared?: string; found: string; verdict?: Pair; tone?: Tone };

const identity = codeWords({
  '00': ['一致', 'match'], '01': ['姓名与号码不符', 'differs'], '02': ['库中无此号', 'unknown'], '03': ['人像不符', 'photo differs'],
});
const telecom = codeWords({ '1': ['一致', 'match'], '2': ['不一致', 'differs'], '3': ['无记录', 'no record'] });
const GOOD: Pair = ['一致', 'Agrees'], LOOK: Pair = ['关注', 'Look at it'], CLEAN: Pair = ['无异常', 'Clean'];

/** Declared against found, source by source; what a source did not answer says so. */
export function Sources({ of }: { of: Case }) {
  const t = useCaseWords(), { collected, declared } = of;
  if (!collected) return null;
  const rows = rowsOf(declared, collected);
  return (
    <section className="card" aria-labelledby="sources">
      <h2 id="sources">
        {t('sources')} <CreditReport of={of} />
      </h2>
      <p className="chips">
        {Object.entries(collected.statuses).map(([name, status]) => (
          <Chip key={name} tone={sourceTone[status] ?? 'grey'}>
            {source(name)} {sourceStatus(status)}
          </Chip>
        ))}
      </p>
      <Scroll label={t('sources')}>
        <table className="data">
          <caption className="sr">{t('sources')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              <th scope="col" className="num">{t('declaredBy')}</th>
              <th scope="col" className="num">{t('found')}</th>
              <th scope="col">{t('verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.item[1]}>
                <td>{said(row.item)}</td>
                <td className="num">{row.declared ?? '—'}</td>
                <td className="num">{row.found}</td>
                <td>
                  {row.verdict ? <Chip tone={row.tone ?? 'grey'}>{said(row.verdict)}</Chip> : '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function rowsOf(declared: Case['declared'], collected: NonNullable<Case['collected']>): Row[] {
  const { identity: who, telecom: phone, credit_bureau: bureau, social_insurance: social, court, tax, registry } = collected;
  const counted = (n: number, item: Pair): Row => ({ item, found: String(n), verdict: n ? LOOK : CLEAN, tone: n ? 4 : 1 });
  const rows: (Row | null)[] = [
    who ? { item: ['身份核验', 'Identity'], found: identity(who.match), verdict: who.match === '00' ? GOOD : LOOK, tone: who.match === '00' ? 1 : 5 } : null,
    phone ? { item: ['手机号三要素', 'Mobile number'], found: telecom(phone.three_factor), verdict: phone.three_factor === '1' ? GOOD : LOOK, tone: phone.three_factor === '1' ? 1 : 5 } : null,
    phone ? { item: ['在网时长（月）', 'Months in service'], found: phone.online_months_band } : null,
    social ? incomeRow(declared.monthly_income_minor ?? null, social.monthly_income_minor) : null,
    bureau ? { item: ['月还贷支出', 'Debt service a month'], found: yuan(bureau.monthly_debt_service_minor) } : null,
    bureau ? { item: ['未结清账户', 'Open accounts'], found: String(bureau.open_accounts) } : null,
    bureau ? counted((bureau.late_1_24m ?? 0) + (bureau.late_2_24m ?? 0) + (bureau.late_3_24m ?? 0) + (bureau.late_4plus_24m ?? 0), ['24 月内逾期月数', 'Late months of 24']) : null,
    bureau ? { item: ['当前逾期', 'Overdue now'], found: yuan(bureau.current_overdue_minor), verdict: bureau.current_overdue_minor ? LOOK : CLEAN, tone: bureau.current_overdue_minor ? 5 : 1 } : null,
    bureau ? { item: ['近 3 月查询', 'Queries in three months'], found: String(bureau.queries_3m) } : null,
    court ? counted((court.enforcement ?? 0) + (court.dishonest ?? 0) + (court.judgments ?? 0), ['司法记录', 'Court records']) : null,
    tax ? { item: ['纳税信用', 'Tax credit'], found: tax.credit_level } : null,
    tax ? { item: ['近 12 月销售额', 'Sales of 12 months'], found: yuan(tax.sales_12m_minor) } : null,
    registry ? { item: ['经营月数', 'Months operating'], found: String(registry.months_operating), verdict: registry.abnormal ? LOOK : CLEAN, tone: registry.abnormal ? 4 : 1 } : null,
  ];
  return rows.filter((row): row is Row => row !== null);
}

/** Income as declared beside what contributions say, and how far apart they are. */
function incomeRow(declared: number | null, found: number): Row {
  const item: Pair = ['月收入', 'Monthly income'];
  if (declared === null) return { item, found: yuan(found) };
  if (declared === found) return { item, declared: yuan(declared), found: yuan(found), verdict: GOOD, tone: 1 };
  const apart = found > 0 ? `${declared > found ? '+' : ''}${Math.round((declared / found - 1) * 100)}%` : '';
  return { item, declared: yuan(declared), found: yuan(found), verdict: [`申报相差 ${apart}`, `declared ${apart}`], tone: declared > found ? 3 : 2 };
}
