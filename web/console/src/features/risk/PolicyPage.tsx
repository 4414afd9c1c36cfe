import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Chart } from '@/shared/Chart';
import { Chip } from '@/shared/Chip';
import { DataTable } from '@/shared/DataTable';
import { Failed } from '@/shared/Failed';
import { Facts } from '@/shared/Facts';
import { count, moment, percent } from '@/shared/format';
import { finding, riskOutcome } from '@/shared/findings';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { useLang } from '@/shared/words';
import { field as told } from './fields';
import { policies, proposals } from './queries';
import { useWords } from './words';

type Table = { inputs: { id: string; field?: string }[]; rules: Record<string, string>[]; outputs: { id: string; field: string }[] };
const ID = '_id';
type Rule = { id: string; code: string; outcome: string; when: string; limit: string };
type Backtest = { rows?: number; approval_rate?: string; manual_rate?: string; decline_rate?: string; bad_rate_all?: string; bad_rate_approved?: string; grades?: Record<string, number>; hits?: Record<string, number> };

/** The rules of a decision graph that end in a finding, as its tables hold them. */
export function rulesOf(content: Record<string, unknown>): Rule[] {
  const nodes = (content.nodes ?? []) as { type: string; content?: Table }[];
  return nodes.flatMap(({ content: table }) => {
    if (!table?.rules || !table.outputs.some(({ field }) => field === 'outcome')) return [];
    const output = (rule: Record<string, string>, field: string) => rule[table.outputs.find((each) => each.field === field)?.id ?? '']?.replaceAll('"', '') ?? '';
    return table.rules.map((rule) => ({
      id: rule[ID]!,
      code: output(rule, 'code'),
      outcome: output(rule, 'outcome'),
      limit: output(rule, 'limit'),
      when: table.inputs.filter((input) => rule[input.id]).map((input) => `${told(input.field ?? input.id)} ${rule[input.id]}`).join('；'),
    }));
  });
}

/** A policy's rules in words, and how often each strikes by the back-test that it was proposed with. */
export function PolicyPage() {
  const { version } = useParams({ strict: false }) as { version: string }, t = useWords(), found = useQuery(policies), asked = useQuery({ queryKey: ['risk', 'proposals', 'first'], queryFn: () => proposals() });
  useTitle(version, t('policies'));
  if (found.isPending) return <Skeleton lines={8} />;
  if (!found.data) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const it = found.data.find((each) => each.version === version), tested = asked.data?.items.find((each) => each.policy_version === version)?.backtest as Backtest | undefined;
  if (!it) return <p className="empty">{t('noSuchPolicy')}</p>;
  return (
    <>
      <div className="head">
        <h1>{it.name}</h1>
        {it.active && <Chip tone={1}>{t('inForce')}</Chip>}
        <span className="muted">{`${it.version} · ${moment(it.registered_at)} · ${it.approved_by}`}</span>
      </div>
      {tested ? <Tested of={tested} /> : <p className="muted">{t('notTested')}</p>}
      <h2 className="above">{t('rules')}</h2>
      <DataTable
        caption={t('rules')}
        rows={rulesOf(it.content)}
        rowKey={(rule) => rule.id}
        empty="—"
        groupOf={(rule) => ({ key: rule.outcome, title: riskOutcome(rule.outcome) })}
        columns={[
          { key: 'what', title: t('rule'), cell: (rule) => finding(rule.code) },
          { key: 'code', title: t('code'), cell: (rule) => <code>{rule.code}</code> },
          { key: 'when', title: t('when'), cell: (rule) => <span className="wraps">{rule.when}</span> },
          { key: 'outcome', title: t('outcome'), cell: (rule) => <Chip tone={rule.outcome === 'DECLINE' ? 5 : 3}>{riskOutcome(rule.outcome)}</Chip> },
          { key: 'hits', title: t('hits'), align: 'right', cell: (rule) => count(tested?.hits?.[rule.code]) },
        ]}
      />
    </>
  );
}

function Tested({ of }: { of: Backtest }) {
  const t = useWords(), lang = useLang(), grades = useMemo(() => Object.entries(of.grades ?? {}), [of]);
  const figures: [string, string][] = [
    [t('testedOn'), count(of.rows)], [t('approved'), percent(of.approval_rate)], [t('referred'), percent(of.manual_rate)], [t('declined'), percent(of.decline_rate)],
    [t('badAll'), percent(of.bad_rate_all)], [t('badApproved'), percent(of.bad_rate_approved)],
  ];
  const option = useMemo(
    () => ({ legend: { show: false }, xAxis: { type: 'category', data: grades.map(([grade]) => grade) }, yAxis: { type: 'value' }, series: [{ name: t('people'), type: 'bar', data: grades.map(([, n]) => n) }] }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- words change with the language
    [grades, lang],
  );
  return (
    <div className="grid even">
      <section className="card">
        <h2>{t('backtest')}</h2>
        <Facts rows={figures} big />
      </section>
      <section className="card">
        <Chart title={t('distribution')} option={option} height={180} table={{ heads: [t('grade'), t('people')], rows: grades.map(([grade, n]) => [grade, count(n)]) }} />
      </section>
    </div>
  );
}
