import { useEffect, useId, useRef, type ReactNode } from 'react';

/** The platform's own modal dialog: focus stays in it, Escape closes it, what is behind is inert. */
export function Dialog({ title, children, onClose, wide }: { title: string; children: ReactNode; onClose?: () => void; wide?: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null), id = useId();
  useEffect(() => {
    const shown = dialog.current, before = document.activeElement as HTMLElement | null;
    if (shown && !shown.open) shown.showModal();
    return () => {
      shown?.close();
      before?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={wide ? 'wide' : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
