import { defineWords } from './words';

const useWords = defineWords({ cancel: ['取消', 'Cancel'] });

/** The foot of a dialog: its act, and the way out. */
export function Foot({ act, off, onCancel }: { act: string; off?: boolean; onCancel: () => void }) {
  const t = useWords();
  return (
    <p className="actions">
      <button type="submit" className="btn primary" disabled={off}>
        {act}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        {t('cancel')}
      </button>
    </p>
  );
}
