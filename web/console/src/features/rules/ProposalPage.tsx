import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { Failed } from '@/shared/Failed';
import { moment } from '@/shared/format';
import { useMe } from '@/shared/me';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { Differences } from './parts/Differences';
import { useProductWords } from './productWords';
import { approveProduct, productProposal, productVersions, rejectProduct, withdrawProduct } from './queries';
import { proposalStatus, proposalTone } from './words';

const DECIDES = new Set(['product-manager', 'risk-officer']);

/** What a proposed version changes, before it is decided on by another person. */
export function ProposalPage() {
  const { proposalId } = useParams({ strict: false }) as { proposalId: string }, t = useProductWords(), me = useMe(), cache = useQueryClient();
  const found = useQuery(productProposal(proposalId)), it = found.data, versions = useQuery(productVersions(it?.product.code));
  const refresh = () => void cache.invalidateQueries({ queryKey: ['application'] }), before = versions.data?.findLast((each) => each.product.version < it!.product.version)?.product;
  useTitle(it && `${it.product.code} v${it.product.version}`, t('proposal'));
  if (found.isPending) return <Skeleton lines={8} />;
  if (!it) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const own = it.proposed_by === me.subject;
  return (
    <>
      <div className="head">
        <h1>{`${it.product.name_zh} v${it.product.version}`}</h1>
        <Link to="/products/$code" params={{ code: it.product.code } as never}>
          {it.product.code}
        </Link>
        <Chip tone={proposalTone[it.status] ?? 'grey'}>{proposalStatus(it.status)}</Chip>
        <span className="fill" />
        {it.status === 'PROPOSED' && own && <Confirm label={t('withdraw')} act={(key) => withdrawProduct(it.id, key)} onDone={refresh} />}
        {it.status === 'PROPOSED' && !own && me.roles.some((role) => DECIDES.has(role)) && (
          <>
            <Confirm label={t('approve')} primary disabled={versions.isPending} act={(key) => approveProduct(it.id, key)} onDone={refresh} />
            <Confirm label={t('reject')} words={t('reason')} act={(key, words) => rejectProduct(it.id, words, key)} onDone={refresh} />
          </>
        )}
      </div>
      <p className="muted">
        {`${t('by')} ${it.proposed_by} · ${moment(it.proposed_at)}`}
        {it.decided_by && ` · ${t('decided')} ${it.decided_by} · ${moment(it.decided_at)}`}
        {it.reason && ` · ${it.reason}`}
      </p>
      <h2>{before ? t('difference', { n: before.version }) : t('first')}</h2>
      {versions.isPending ? <Skeleton lines={5} /> : <Differences before={before ?? {}} after={it.product} />}
    </>
  );
}
