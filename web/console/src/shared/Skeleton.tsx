import { useEffect, useState } from 'react';
import { defineWords } from './words';

const useWords = defineWords({ loading: ['载入中…', 'Loading…'] });
const AFTER_MS = 200;

/** Nothing for 200 ms, then grey lines: what comes at once does not flicker. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const [shown, setShown] = useState(false), t = useWords();
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status" aria-label={t('loading')}>
      {shown && Array.from({ length: lines }, (_, line) => <i key={`line-${line}`} style={{ width: `${92 - ((line * 17) % 40)}%` }} />)}
    </div>
  );
}
