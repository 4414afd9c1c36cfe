import { useEffect, useEffectEvent } from 'react';

const OFF = 'xinliu.single-keys';
const PAUSE_MS = 800;
export type Keys = Record<string, () => void>;

export const singleKeys = () => localStorage.getItem(OFF) !== 'off';
export const setSingleKeys = (on: boolean) => localStorage.setItem(OFF, on ? 'on' : 'off');

const writes = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('dialog') !== null);

/** Single keys act outside of fields and dialogs alone; "g i" is one after the other; they can be switched off (WCAG 2.1.4). */
export function useKeys(keys: Keys) {
  const found = useEffectEvent((pressed: string) => keys[pressed]);
  useEffect(() => {
    let first = '', timer = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || writes(event.target) || !singleKeys()) return;
      const act = found(first ? `${first} ${event.key}` : event.key);
      clearTimeout(timer);
      first = act ? '' : event.key;
      timer = window.setTimeout(() => (first = ''), PAUSE_MS);
      if (act) {
        event.preventDefault();
        act();
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
