import { Chip, type Tone } from '@/shared/Chip';
import { DataTable } from '@/shared/DataTable';
import { kind as kindName, part as partName, useWords } from '../words';
import type { Difference, Kind } from './compare';

const TONE: Record<Kind, Tone> = { added: 1, removed: 5, changed: 3, moved: 2 };

/** Every difference in words: what cannot be seen on the diagram stands here, too. */
export function DifferenceTable({ found, onOpen }: { found: readonly Difference[]; onOpen?: (element: string) => void }) {
  const t = useWords(), shown = (kind: Kind, value: string) => (value && kind !== 'changed' ? kindName(value) : value || '—');
  return (
    <DataTable
      caption={t('difference')}
      rows={found}
      rowKey={(it) => `${it.element}-${it.kind}-${it.part}`}
      empty={t('noDifference')}
      columns={[
        { key: 'kind', title: t('change'), cell: (it) => <Chip tone={TONE[it.kind]}>{t(it.kind)}</Chip> },
        {
          key: 'element',
          title: t('element'),
          cell: (it) =>
            onOpen ? (
              <button type="button" className="btn small" onClick={() => onOpen(it.element)}>
                {it.name || it.element}
              </button>
            ) : (
              it.name || it.element
            ),
        },
        { key: 'part', title: t('part'), cell: (it) => (it.part ? <span className="wraps">{partName(it.part)}</span> : '—') },
        { key: 'was', title: t('was'), cell: (it) => <span className="wraps">{shown(it.kind, it.before)}</span> },
        { key: 'is', title: t('is'), cell: (it) => <span className="wraps">{shown(it.kind, it.after)}</span> },
      ]}
    />
  );
}
