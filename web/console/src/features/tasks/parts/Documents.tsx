import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { documentKind } from '@/shared/business';
import { Failed } from '@/shared/Failed';
import { moment } from '@/shared/format';
import { useKeys } from '@/shared/keys';
import { Skeleton } from '@/shared/Skeleton';
import { Stored } from '@/shared/Stored';
import { Watermark } from '@/shared/Watermark';
import { documentContent, documents } from '../queries';
import { useCaseWords } from './words';

/** The papers of an application, one at a time, beside what is decided on them. */
export function Documents({ applicationId }: { applicationId: string }) {
  const t = useCaseWords(), list = useQuery(documents(applicationId)), [at, setAt] = useState(0);
  const items = list.data ?? [], shown = items[Math.min(at, items.length - 1)];
  const step = (by: number) => items.length && setAt((now) => (now + by + items.length) % items.length);
  useKeys({ '[': () => step(-1), ']': () => step(1) });
  return (
    <section className="card" aria-labelledby="documents">
      <h2 id="documents">
        {t('documents')} {shown && <span className="muted">{`${items.indexOf(shown) + 1}/${items.length} ${documentKind(shown.kind)} · ${moment(shown.uploaded_at)}`}</span>}
      </h2>
      {list.isPending && <Skeleton />}
      {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && !items.length && <p className="muted">{t('noDocuments')}</p>}
      {shown && (
        <Watermark>
          <Stored key={shown.id} of={shown.id} read={() => documentContent(applicationId, shown.id)} mediaType={shown.media_type} title={documentKind(shown.kind)} />
        </Watermark>
      )}
      {items.length > 1 && (
        <p className="actions">
          <button type="button" className="btn small" onClick={() => step(-1)}>
            {t('previous')} <kbd>[</kbd>
          </button>
          <button type="button" className="btn small" onClick={() => step(1)}>
            {t('next')} <kbd>]</kbd>
          </button>
        </p>
      )}
    </section>
  );
}
