// Reading and acting: what was read stays on the page while it is read again, and what was typed while an act fails.
import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '@/api/problem';

export type Read<T> = { data: T | null; error: unknown; again: () => void };

/** Reads, and again whenever `key` changes, after `every` milliseconds where given, and when the line is back. */
export function useRead<T>(key: string, read: () => Promise<T>, every: number | null = null): Read<T> {
  const [data, setData] = useState<{ key: string; turn: number; value: T } | null>(null), [error, setError] = useState<unknown>(null), [turn, setTurn] = useState(0);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  const again = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    let gone = false, timer: ReturnType<typeof setTimeout> | undefined;
    latest.current().then(
      (value) => {
        if (gone) return;
        setData({ key, turn, value });
        setError(null);
        if (every) timer = setTimeout(again, every);
      },
      (refused: unknown) => {
        if (gone) return;
        setError(refused);
        if (every && !(refused instanceof Problem && refused.status < 429)) timer = setTimeout(again, Math.max(every, waits(refused) * 1000));
      },
    );
    addEventListener('online', again);
    return () => {
      gone = true;
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [key, every, turn, again]);
  return { data: data?.key === key ? data.value : null, error, again };
}

const waits = (refused: unknown) => (refused instanceof Problem ? (refused.retryAfter ?? 0) : 0);

/** An act: one at a time, its refusal beside its button, and for how long the service wants to be left alone. */
export function useAct() {
  const [busy, setBusy] = useState(false), [error, setError] = useState<unknown>(null), [wait, setWait] = useState(0);
  const running = useRef(false);
  useEffect(() => {
    if (!wait) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const act = useCallback(async (what: () => Promise<unknown>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      await what();
    } catch (refused) {
      setError(refused);
      setWait(waits(refused));
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  return { busy, error, wait, act, setError };
}

/** A key for one intent: the same until it has succeeded. */
export function useKey() {
  const [key, setKey] = useState(() => crypto.randomUUID() as string);
  return [key, () => setKey(crypto.randomUUID())] as const;
}

export function useOnline() {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return online;
}
