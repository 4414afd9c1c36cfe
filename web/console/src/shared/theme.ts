import { useSyncExternalStore } from 'react';

const KEPT = 'xinliu.theme';
const listeners = new Set<() => void>();
export type Theme = 'light' | 'dark';

const chosen = (): Theme => {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'light' || kept === 'dark') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

export function applyTheme() {
  document.documentElement.dataset.theme = chosen();
  for (const tell of listeners) tell();
}

export function setTheme(theme: Theme) {
  localStorage.setItem(KEPT, theme);
  applyTheme();
}

export const useTheme = () => useSyncExternalStore((tell) => (listeners.add(tell), () => listeners.delete(tell)), chosen);
