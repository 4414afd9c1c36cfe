// Both languages stand side by side: a missing one is a type error, not an empty label.
import { useSyncExternalStore } from 'react';

export type Lang = 'zh' | 'en';
export type Pair = readonly [zh: string, en: string];
const KEPT = 'xinliu.lang';
const listeners = new Set<() => void>();
let lang: Lang = localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';

export const currentLang = () => lang;

export function setLang(next: Lang) {
  lang = next;
  localStorage.setItem(KEPT, next);
  tellDocument();
  for (const tell of listeners) tell();
}

/** The document's language attribute follows: screen readers choose their voice by it. */
export function tellDocument() {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
}

export const useLang = () => useSyncExternalStore((tell) => (listeners.add(tell), () => listeners.delete(tell)), currentLang);

export const said = ([zh, en]: Pair, values: Record<string, string | number> = {}) =>
  (lang === 'zh' ? zh : en).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** The words of a page by key: `const t = useWords(); t('save')`. */
export function defineWords<K extends string>(pairs: Record<K, Pair>) {
  const say = (key: K, values?: Record<string, string | number>) => said(pairs[key], values);
  return function useWords() {
    useLang();
    return say;
  };
}

/** The words of a service's codes: an unknown one is shown as it is, since a newer service may have it. */
export function codeWords(pairs: Record<string, Pair>) {
  return (code: string | null | undefined) => {
    const pair = code ? pairs[code] : undefined;
    return pair ? said(pair) : (code ?? '—');
  };
}
