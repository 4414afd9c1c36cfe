import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Chart } from '@/shared/Chart';
import { Chip } from '@/shared/Chip';
import { Failed } from '@/shared/Failed';
import { Facts } from '@/shared/Facts';
import { count, moment, percent } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { useLang } from '@/shared/words';
import { model } from './queries';
import { feature, useWords } from './words';

type Tenth = { tenth: string; rows: number; expected: string; observed: number; ratio: string };
type Quality = { auc?: string | number; ks?: string | number; brier?: string | number | null };
/** What a card tells (docs of risk-svc): counts, measures and provenance; what an older card lacks is left out. */
type Card = {
  purpose?: string; limits_of_use?: string; created_at?: string; rows?: Record<string, number>; data_set?: { name?: string; licence?: string; sha256?: string };
  information_values?: Record<string, string>; metrics?: { model?: Quality; scorecard?: Quality }; calibration?: { tenths?: Tenth[]; measured_on?: string };
};

/** A model as its card tells of it: whether it sorts, whether its figures come true, what it looks at. */
export function ModelPage() {
  const { version } = useParams({ strict: false }) as { version: string }, t = useWords(), found = useQuery(model(version));
  useTitle(version, t('models'));
  if (found.isPending) return <Skeleton lines={8} />;
  if (!found.data) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const card = found.data.card as Card, { model: trees, scorecard } = card.metrics ?? {};
  const figures: [string, string][] = [
    ['AUC', `${fixed(trees?.auc)} / ${fixed(scorecard?.auc)}`],
    ['KS', `${fixed(trees?.ks)} / ${fixed(scorecard?.ks)}`],
    ['Brier', fixed(trees?.brier)],
    [t('trainedOn'), count(card.rows?.training)],
    [t('measuredOn'), count(card.rows?.backtest)],
    [t('made'), moment(card.created_at)],
  ];
  return (
    <>
      <div className="head">
        <h1>{found.data.version}</h1>
        {found.data.active && <Chip tone={1}>{t('inForce')}</Chip>}
        <span className="muted">{t('scorecard')} {found.data.scorecard_version}</span>
      </div>
      <section className="card spaced">
        <Facts rows={figures} big />
        <p className="hint muted">{t('bothModels')}</p>
      </section>
      <div className="grid even">
        {card.calibration?.tenths && <Calibration of={card.calibration.tenths} />}
        {card.calibration?.tenths && <Gains of={card.calibration.tenths} />}
        {card.information_values && <Information of={card.information_values} />}
        <section className="card">
          <h2>{t('provenance')}</h2>
          <p>{card.data_set?.name}</p>
          <p className="muted">{card.data_set?.licence}</p>
          <h3>{t('purpose')}</h3>
          <p>{card.purpose}</p>
          <h3>{t('limits')}</h3>
          <p>{card.limits_of_use}</p>
        </section>
      </div>
    </>
  );
}

const fixed = (n: string | number | null | undefined) => (n === null || n === undefined ? '—' : Number(n).toFixed(3));
const rate = (n: number, of: number) => (of ? n / of : 0);

/** Expected beside observed defaults, by tenths of risk: bars of one height mean that the figures come true. */
function Calibration({ of }: { of: readonly Tenth[] }) {
  const t = useWords(), lang = useLang();
  const option = useMemo(() => {
    const bar = (name: string, value: (each: Tenth) => number) => ({ name, type: 'bar', data: of.map((each) => Number((rate(value(each), each.rows) * 100).toFixed(3))) });
    return {
      xAxis: { type: 'category', data: of.map((each) => each.tenth) }, yAxis: { type: 'value', axisLabel: { formatter: '{value}%' } },
      series: [bar(t('expected'), (each) => Number(each.expected)), bar(t('observed'), (each) => each.observed)],
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- words change with the language
  }, [of, lang]);
  const rows = of.map((each) => [each.tenth, percent(rate(Number(each.expected), each.rows)), percent(rate(each.observed, each.rows)), each.ratio]);
  return (
    <section className="card">
      <Chart title={t('calibration')} option={option} table={{ heads: [t('tenth'), t('expected'), t('observed'), t('ratio')], rows }} />
    </section>
  );
}

/** How many of the defaults lie in the riskiest part: the further above the diagonal, the better it sorts. */
function Gains({ of }: { of: readonly Tenth[] }) {
  const t = useWords(), lang = useLang();
  const points = useMemo(() => {
    const whole = of.reduce((sum, each) => sum + each.observed, 0), people = of.reduce((sum, each) => sum + each.rows, 0);
    let bad = 0, seen = 0;
    return [[0, 0], ...of.toReversed().map((each) => [(rate((seen += each.rows), people) * 100), rate((bad += each.observed), whole) * 100])] as [number, number][];
  }, [of]);
  const option = useMemo(
    () => ({
      xAxis: { type: 'value', max: 100, axisLabel: { formatter: '{value}%' } }, yAxis: { type: 'value', max: 100, axisLabel: { formatter: '{value}%' } },
      series: [{ name: t('caught'), type: 'line', data: points.map(([x, y]) => [Number(x.toFixed(1)), Number(y.toFixed(1))]) }, { name: t('random'), type: 'line', symbol: 'none', lineStyle: { type: 'dashed' }, data: [[0, 0], [100, 100]] }],
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- words change with the language
    [points, lang],
  );
  const rows = points.map(([x, y]) => [`${x.toFixed(0)}%`, `${y.toFixed(1)}%`]);
  return (
    <section className="card">
      <Chart title={t('gains')} option={option} table={{ heads: [t('riskiest'), t('caught')], rows }} />
    </section>
  );
}

function Information({ of }: { of: Record<string, string> }) {
  const t = useWords(), lang = useLang();
  const sorted = useMemo(() => Object.entries(of).toSorted(([, a], [, b]) => Number(a) - Number(b)), [of]);
  const option = useMemo(
    () => ({
      xAxis: { type: 'value' }, yAxis: { type: 'category', data: sorted.map(([name]) => feature(name)) }, series: [{ name: 'IV', type: 'bar', data: sorted.map(([, value]) => Number(value)) }],
      legend: { show: false }, grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- words change with the language
    [sorted, lang],
  );
  return (
    <section className="card">
      <Chart title={t('information')} option={option} height={320} table={{ heads: [t('characteristic'), 'IV'], rows: sorted.toReversed().map(([name, value]) => [feature(name), value]) }} />
    </section>
  );
}
