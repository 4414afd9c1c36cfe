import { useEffect, useMemo, useState } from 'react';
import { Chip } from '@/shared/Chip';
import { useWords } from '../words';
import { Canvas } from './Canvas';
import { differences, elementsOf } from './compare';
import { DifferenceTable } from './DifferenceTable';
import type { Drawing } from './drawing';
import { markDifferences, marker } from './marks';
import { viewerIn } from './viewer';

/** Two versions one above the other, coloured by what is other, and every difference in words below. */
export function Comparison({ before, after, beforeTitle, afterTitle }: { before: string; after: string; beforeTitle: string; afterTitle: string }) {
  const t = useWords(), [old, setOld] = useState<Drawing | null>(null), [now, setNow] = useState<Drawing | null>(null);
  const found = useMemo(() => (old && now ? differences(elementsOf(old.getDefinitions()), elementsOf(now.getDefinitions())) : null), [old, now]);
  useEffect(() => {
    if (!found || !old || !now) return;
    markDifferences(marker(old, 'difference'), found, ['removed', 'changed', 'moved']);
    markDifferences(marker(now, 'difference'), found, ['added', 'changed', 'moved']);
  }, [found, old, now]);
  const open = (element: string) => {
    for (const drawing of [old, now]) {
      const shape = drawing?.get('elementRegistry').get(element);
      if (shape) drawing!.get('canvas').scrollToElement(shape, 100);
    }
  };
  return (
    <>
      <p className="chips spaced">
        <Chip tone={1}>＋ {t('added')}</Chip>
        <Chip tone={3}>△ {t('changed')}</Chip>
        <Chip tone={2}>↔ {t('moved')}</Chip>
        <Chip tone={5}>− {t('removed')}</Chip>
      </p>
      <div className="grid spaced">
        <section aria-label={beforeTitle}>
          <h2>{beforeTitle}</h2>
          <Canvas label={beforeTitle} xml={before} make={viewerIn} onReady={setOld} />
        </section>
        <section aria-label={afterTitle}>
          <h2>{afterTitle}</h2>
          <Canvas label={afterTitle} xml={after} make={viewerIn} onReady={setNow} />
        </section>
      </div>
      <h2>{t('difference')}</h2>
      {found && <DifferenceTable found={found} onOpen={open} />}
    </>
  );
}
