import { useRef } from 'react';

/** The Idempotency-Key of a command: the same for the same content until it succeeds, another for another content. */
export function useKeyOf() {
  const kept = useRef({ content: '', key: '' });
  return (content: unknown) => {
    const text = JSON.stringify(content);
    if (kept.current.content !== text) kept.current = { content: text, key: crypto.randomUUID() };
    return kept.current.key;
  };
}
