import { useEffect, useState } from 'react';
import { Problem } from '@/api/problem';
import { refusal } from './refusals';
import { defineWords } from './words';

const useWords = defineWords({
  retry: ['重试', 'Try again'],
  id: ['关联编号', 'Correlation id'],
  copy: ['复制', 'Copy'],
  copied: ['已复制', 'Copied'],
  again: ['{n} 秒后自动重试', 'Tries again in {n} s'],
});

/** What failed, the number to ask about it, and another try; the rest of the page is still there. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useWords(), problem = error instanceof Problem ? error : null, left = useCountdown(problem?.retryAfter ?? null, onRetry);
  const [copied, setCopied] = useState(false);
  return (
    <div className="failed" role="alert">
      <p>{refusal(error)}</p>
      {problem?.correlationId && (
        <p className="muted">
          {t('id')} <code>{problem.correlationId}</code>{' '}
          <button type="button" className="btn small" onClick={() => void navigator.clipboard.writeText(problem.correlationId).then(() => setCopied(true))}>
            {copied ? t('copied') : t('copy')}
          </button>
        </p>
      )}
      {onRetry && (
        <button type="button" className="btn" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
      {left !== null && onRetry && <span className="muted"> {t('again', { n: left })}</span>}
    </div>
  );
}

/** A refused command, beside its button: what was typed stays. */
export function Refused({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <p className="refused" role="alert">
      {refusal(error)}
    </p>
  );
}

/** Seconds until a read is repeated by itself, where the service said when. */
function useCountdown(seconds: number | null, act?: () => void) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => setLeft(seconds), [seconds]);
  useEffect(() => {
    if (left === null || !act) return;
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : (setLeft(seconds), act())), 1000);
    return () => clearTimeout(timer);
  }, [left, act, seconds]);
  return left;
}
