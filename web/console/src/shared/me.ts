import { createContext, use } from 'react';
import type { Me } from './session';

const Known = createContext<Me | null>(null);
export const MeIs = Known.Provider;

/** Who is signed in. */
export function useMe(): Me {
  const me = use(Known);
  if (!me) throw new Error('nobody is signed in');
  return me;
}
