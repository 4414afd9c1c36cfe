import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Failed } from '@/shared/Failed';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import './designer.css';
import { Comparison } from './parts/Comparison';
import { VersionChoice } from './parts/VersionChoice';
import { bpmn, processes } from './queries';
import { useWords } from './words';

/** Two published versions of a process. */
export function ComparePage() {
  const { code } = useParams({ strict: false }) as { code: string }, { before = '1', after = '2' } = useSearch({ strict: false }) as { before?: string; after?: string };
  const t = useWords(), navigate = useNavigate(), known = useQuery(processes), old = useQuery(bpmn(code, Number(before))), now = useQuery(bpmn(code, Number(after)));
  const versions = (known.data ?? []).filter((it) => it.code === code).map((it) => it.version).sort((one, other) => one - other);
  const choose = (which: object) => void navigate({ to: '/processes/$code/compare', params: { code } as never, search: { before, after, ...which } as never });
  const error = old.error ?? now.error;
  useTitle(code, t('compare'));
  return (
    <>
      <div className="head">
        <h1>{`${known.data?.find((it) => it.code === code)?.name ?? code} · ${t('compare')}`}</h1>
      </div>
      <div className="bar">
        <VersionChoice label={t('before')} versions={versions} value={Number(before)} onChange={(value) => choose({ before: value })} />
        <VersionChoice label={t('after')} versions={versions} value={Number(after)} onChange={(value) => choose({ after: value })} />
      </div>
      {error && <Failed error={error} onRetry={() => (void old.refetch(), void now.refetch())} />}
      {!error && (old.data === undefined || now.data === undefined) && <Skeleton lines={8} />}
      {old.data !== undefined && now.data !== undefined && <Comparison key={`${before}-${after}`} before={old.data} after={now.data} beforeTitle={t('beforeDrawn', { n: before })} afterTitle={t('beforeDrawn', { n: after })} />}
    </>
  );
}
