import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { source } from '@/shared/business';
import { Failed, Refused } from '@/shared/Failed';
import { useKeyOf } from '@/shared/useKeyOf';
import { consentsOf, consentTexts, grantOnPaper } from '../queries';
import { useWords } from '../words';

/** The wordings that the customer reads and signs on paper, and the scan that proves it. */
export function ConsentStep({ customer }: { customer: string }) {
  const t = useWords(), keyOf = useKeyOf(), cache = useQueryClient(), texts = useQuery(consentTexts), given = useQuery(consentsOf(customer));
  const [scan, setScan] = useState<File>();
  const held = new Set(given.data?.filter((each) => each.in_force && each.purpose === '02').map((each) => each.source));
  const needed = texts.data?.filter((text) => text.in_force && !held.has(text.source)) ?? [];
  const grant = useMutation({
    mutationFn: (paper: File) => grantOnPaper(customer, paper, needed, keyOf([customer, needed.map((each) => each.id), paper.name, paper.size])),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['application', 'consents', customer] }),
  });
  return (
    <section className="card" aria-labelledby="step-2">
      <h2 id="step-2">{t('step2')}</h2>
      {(texts.error ?? given.error) && <Failed error={texts.error ?? given.error} onRetry={() => void Promise.all([texts.refetch(), given.refetch()])} />}
      {texts.data && given.data && needed.length === 0 && <p>✓ {t('haveAll')}</p>}
      {needed.length > 0 && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (scan) grant.mutate(scan);
          }}
        >
          <p className="muted">{t('consentWhy')}</p>
          {needed.map((text) => (
            <details key={text.id}>
              <summary>
                {source(text.source)} <span className="muted">{text.text_version}</span>
              </summary>
              <p className="wording">{text.wording}</p>
            </details>
          ))}
          <p>
            <label className="btn">
              {t('scan')}
              <input type="file" className="sr" accept="application/pdf,image/jpeg,image/png" onChange={(event) => setScan(event.target.files?.[0])} />
            </label>{' '}
            <span className="muted">{scan?.name}</span>
          </p>
          <Refused error={grant.error} />
          <p className="actions">
            <button type="submit" className="btn primary" disabled={!scan || grant.isPending}>
              {t('grant')}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
