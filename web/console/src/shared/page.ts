import { useEffect } from 'react';
import { useLang } from './words';

type Search = Record<string, string | undefined>;

/** A page of a feature: its path, what its address may filter by, and the component, loaded when it is opened. */
export type PageRoute = {
  path: string;
  name: string;
  // eslint-disable-next-line typescript/no-explicit-any -- a page takes no properties; the router's own type says any
  load: () => Promise<Record<string, any>>;
  search?: (given: Record<string, unknown>) => Search;
};

/** Filters of a list in the address: known names with text values, everything else is left out. */
export const filters =
  (...names: string[]) =>
  (given: Record<string, unknown>): Search =>
    Object.fromEntries(names.flatMap((name) => (given[name] === undefined || given[name] === '' ? [] : [[name, String(given[name])]])));

/** The document's title: object · page. */
export function useTitle(...parts: (string | undefined)[]) {
  const lang = useLang(), title = [...parts.filter(Boolean), lang === 'zh' ? '信流' : 'Xinliu'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
