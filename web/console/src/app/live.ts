import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { follow, type Happened, type Line } from '@/shared/live';

// What happens → what is read anew. Lists are not among them: a row never moves under the hand, a bar tells of new ones.
const READ_ANEW: Record<string, readonly (readonly string[])[]> = {
  task: [['workflow', 'task-counts'], ['workflow', 'case'], ['workflow', 'notes'], ['home']],
  decision: [['workflow', 'case'], ['application', 'one'], ['home']],
  application: [['application', 'one'], ['home']],
  supplement: [['application', 'one']],
  offer: [['application', 'one']],
  contract: [['application', 'one']],
  loan: [['postloan', 'loan'], ['application', 'one'], ['home']],
  repayment: [['postloan', 'loan'], ['home']],
  payment: [['postloan', 'loan'], ['home']],
  'business-day': [['postloan', 'business-day'], ['postloan', 'closing'], ['postloan', 'trial-balance'], ['home']],
};
const PAUSE_MS = 1_000;

/** Keeps what is shown true while things happen, and tells what is meant for this person by name. */
export function useLive(subject: string, forMe: (happened: Happened) => void): Line | null {
  const cache = useQueryClient(), [line, setLine] = useState<Line | null>(null), tell = useEffectEvent(forMe);
  useEffect(() => {
    const waiting = new Set<string>();
    let timer = 0;
    const stop = follow(subject, (told) => {
      if (told.line) setLine(told.line);
      if (told.resync) void cache.invalidateQueries();
      if (!told.happened) return;
      if (told.happened.mine) tell(told.happened);
      waiting.add(told.happened.type.split('.')[0]!);
      timer ||= window.setTimeout(() => {
        timer = 0;
        for (const kind of waiting) readAnew(cache, kind);
        waiting.clear();
      }, PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [subject, cache]);
  return line;
}

function readAnew(cache: QueryClient, kind: string) {
  for (const queryKey of READ_ANEW[kind] ?? []) void cache.invalidateQueries({ queryKey });
}
