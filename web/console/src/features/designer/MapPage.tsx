import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { DataTable } from '@/shared/DataTable';
import { Failed } from '@/shared/Failed';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import './designer.css';
import { Canvas } from './parts/Canvas';
import { nameOf, type Drawing } from './parts/drawing';
import { markActivity, markFlows } from './parts/marks';
import { VersionChoice } from './parts/VersionChoice';
import { viewerIn } from './parts/viewer';
import { activity, bpmn, figures, processes } from './queries';
import { useWords } from './words';

/** Who may read the funnel may read which ways cases went. */
const COUNTS = new Set(['management', 'operations', 'auditor']);

/** Where the cases of a version stand now, on its diagram; read again every few seconds, since a map may move at once. */
export function MapPage() {
  const { code } = useParams({ strict: false }) as { code: string }, { version: asked } = useSearch({ strict: false }) as { version?: string };
  const t = useWords(), navigate = useNavigate(), known = useQuery(processes), versions = (known.data ?? []).filter((it) => it.code === code).map((it) => it.version);
  const shown = Number(asked) || Math.max(0, ...versions), file = useQuery({ ...bpmn(code, shown), enabled: shown > 0 }), now = useQuery({ ...activity(code, shown), enabled: shown > 0 });
  const counts = useMe().roles.some((each) => COUNTS.has(each)), ways = useQuery({ ...figures(code, shown), enabled: counts && shown > 0 });
  const [drawing, setDrawing] = useState<Drawing | null>(null), name = known.data?.find((it) => it.code === code)?.name ?? code;
  useTitle(name, t('heat'));
  useEffect(() => {
    if (drawing && now.data) return markActivity(drawing, now.data.items, { late: (n) => t('lateTasks', { n }), done: (n) => t('doneTasks', { n }) });
  }, [drawing, now.data, t]);
  useEffect(() => {
    if (drawing && ways.data) return markFlows(drawing, ways.data.flows.filter((each) => each.process === code), (n) => t('timesTaken', { n }));
  }, [drawing, ways.data, code, t]);
  const error = known.error ?? file.error ?? now.error;
  if (error && !file.data) return <Failed error={error} onRetry={() => (void known.refetch(), void file.refetch(), void now.refetch())} />;
  if (file.data === undefined) return <Skeleton lines={8} />;
  const element = (id: string) => {
    const shape = drawing?.get('elementRegistry').get(id);
    return shape ? nameOf(shape) : id;
  };
  return (
    <>
      <div className="head">
        <h1>{`${name} · ${t('heat')}`}</h1>
        <span className="muted" role="status">
          {now.data && t('running', { n: now.data.running })}
          {ways.data && ` · ${t('endedLately', { n: ways.data.ended })}`}
        </span>
      </div>
      <div className="bar">
        <VersionChoice label={t('version')} versions={versions} value={shown} onChange={(version) => void navigate({ to: '/processes/$code/map', params: { code } as never, search: { version } as never })} />
      </div>
      {error && <Failed error={error} onRetry={() => void now.refetch()} />}
      <div className="spaced">
        <Canvas key={shown} label={t('canvas')} xml={file.data} make={viewerIn} onReady={setDrawing} />
      </div>
      <DataTable
        caption={t('heat')}
        rows={now.data?.items ?? []}
        rowKey={(it) => it.element}
        pending={now.isPending}
        empty={t('nothingRuns')}
        columns={[
          { key: 'element', title: t('element'), cell: (it) => element(it.element) },
          { key: 'waiting', title: t('standing'), align: 'right', cell: (it) => it.waiting },
          { key: 'late', title: t('late'), align: 'right', cell: (it) => it.late },
          { key: 'done', title: t('doneLately'), align: 'right', cell: (it) => it.done },
        ]}
      />
    </>
  );
}
