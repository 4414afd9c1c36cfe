import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Chip } from '@/shared/Chip';
import { DataTable } from '@/shared/DataTable';
import { moment, yuan } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { currentLang } from '@/shared/words';
import { productProposals, products } from './queries';
import { channelName, proposalStatus, proposalTone, useWords } from './words';

const named = (it: { name_zh: string; name_en: string }) => (currentLang() === 'zh' ? it.name_zh : it.name_en);

/** What is on sale, and the versions that a second person decides. */
export function ProductsPage() {
  const t = useWords(), navigate = useNavigate(), sold = useQuery(products), list = useCursor(['application', 'product-proposals'], productProposals);
  useTitle(t('products'));
  return (
    <>
      <div className="head">
        <h1>{t('products')}</h1>
      </div>
      <DataTable
        caption={t('onSale')}
        rows={sold.data ?? []}
        onOpen={(it) => void navigate({ to: '/products/$code', params: { code: it.code } as never })}
        rowKey={(it) => it.code}
        pending={sold.isPending}
        error={sold.error}
        onRetry={() => void sold.refetch()}
        empty="—"
        columns={[
          { key: 'code', title: t('code'), cell: (it) => it.code },
          { key: 'name', title: t('name'), cell: named },
          { key: 'version', title: t('version'), align: 'right', cell: (it) => it.version },
          { key: 'channel', title: t('channel'), cell: (it) => channelName(it.channel) },
          { key: 'amounts', title: t('amounts'), align: 'right', cell: (it) => `${yuan(it.min_amount_minor)} – ${yuan(it.max_amount_minor)}` },
          { key: 'terms', title: t('terms'), align: 'right', cell: (it) => `${it.min_term_months} – ${it.max_term_months}` },
          { key: 'from', title: t('validFrom'), cell: (it) => it.valid_from },
        ]}
      />
      <h2 className="above">{t('proposals')}</h2>
      <DataTable
        caption={t('proposals')}
        rowKey={(it) => it.id}
        empty={t('noProposals')}
        columns={[
          { key: 'at', title: t('at'), cell: (it) => moment(it.proposed_at) },
          { key: 'name', title: t('name'), cell: (it) => `${it.product.code} v${it.product.version} ${named(it.product)}` },
          { key: 'from', title: t('validFrom'), cell: (it) => it.product.valid_from },
          { key: 'status', title: t('status'), cell: (it) => <Chip tone={proposalTone[it.status] ?? 'grey'}>{proposalStatus(it.status)}</Chip> },
          { key: 'by', title: t('by'), cell: (it) => it.proposed_by },
        ]}
        onOpen={(it) => void navigate({ to: '/product-proposals/$proposalId', params: { proposalId: it.id } as never })}
        {...list.table}
      />
    </>
  );
}
