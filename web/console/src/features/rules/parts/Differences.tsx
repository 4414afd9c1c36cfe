import { DataTable } from '@/shared/DataTable';
import { yuan } from '@/shared/format';
import { pathName, useProductWords } from '../productWords';
import { differencesOf, type Leaf } from './leaves';

const shown = (path: string, value: string) => (value && /_minor$/.test(path) && /^\d+$/.test(value) ? yuan(Number(value)) : value || '—');

/** What a version says that another does not, line by line. */
export function Differences({ before, after, empty }: { before: unknown; after: unknown; empty?: string }) {
  const t = useProductWords();
  return (
    <DataTable<Leaf>
      caption={t('compare')}
      rows={differencesOf(before, after)}
      rowKey={(it) => it.path}
      empty={empty ?? t('none')}
      columns={[
        { key: 'field', title: t('field'), cell: (it) => <span className="wraps">{pathName(it.path)}</span> },
        { key: 'was', title: t('was'), cell: (it) => <span className="wraps">{shown(it.path, it.before)}</span> },
        { key: 'is', title: t('is'), cell: (it) => <b className="wraps">{shown(it.path, it.after)}</b> },
      ]}
    />
  );
}
