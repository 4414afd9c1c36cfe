import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { DataTable } from '@/shared/DataTable';
import { Failed } from '@/shared/Failed';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { currentLang } from '@/shared/words';
import { Differences } from './parts/Differences';
import { useProductWords } from './productWords';
import { productVersions } from './queries';
import { useWords } from './words';

/** A product through its versions: since when, by whom, and what one says that another does not. */
export function ProductPage() {
  const { code } = useParams({ strict: false }) as { code: string }, asked = useSearch({ strict: false }) as { from?: string; to?: string };
  const t = useProductWords(), common = useWords(), me = useMe(), navigate = useNavigate(), found = useQuery(productVersions(code)), versions = found.data ?? [];
  const last = versions.at(-1)?.product, to = versions.find((it) => String(it.product.version) === asked.to)?.product ?? last;
  const from = versions.find((it) => String(it.product.version) === asked.from)?.product ?? versions.at(-2)?.product ?? last;
  useTitle(last && (currentLang() === 'zh' ? last.name_zh : last.name_en), t('product'));
  if (found.isPending) return <Skeleton lines={8} />;
  if (!last) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const choose = (part: { from?: string; to?: string }) => void navigate({ to: '/products/$code', params: { code } as never, search: { from: String(from!.version), to: String(to!.version), ...part } as never });
  return (
    <>
      <div className="head">
        <h1>{currentLang() === 'zh' ? last.name_zh : last.name_en}</h1>
        <span className="muted">{code}</span>
        <span className="fill" />
        {me.roles.includes('product-manager') && (
          <Link to="/products/$code/next" params={{ code } as never} className="btn primary">
            {t('next')}
          </Link>
        )}
      </div>
      <h2>{t('versions')}</h2>
      <DataTable
        caption={t('versions')}
        rows={versions.toReversed()}
        rowKey={(it) => String(it.product.version)}
        empty="—"
        columns={[
          { key: 'version', title: common('version'), cell: (it) => it.product.version },
          { key: 'from', title: common('validFrom'), cell: (it) => it.product.valid_from },
          { key: 'to', title: common('validTo'), cell: (it) => it.product.valid_to ?? '—' },
          { key: 'by', title: t('addedBy'), cell: (it) => it.added_by },
          { key: 'at', title: t('addedAt'), cell: (it) => moment(it.added_at) },
        ]}
      />
      <h2 className="above">{t('compare')}</h2>
      <div className="bar">
        {(['from', 'to'] as const).map((side) => (
          <label key={side}>
            {t(side)}
            <select value={String((side === 'from' ? from : to)!.version)} onChange={(event) => choose({ [side]: event.target.value })}>
              {versions.map((it) => (
                <option key={it.product.version}>{it.product.version}</option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <Differences before={from} after={to} />
    </>
  );
}
