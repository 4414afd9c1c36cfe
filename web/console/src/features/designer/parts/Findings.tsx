import { findingName } from '../findings';
import type { Check } from '../queries';
import { useWords } from '../words';

/** What keeps a draft from being published, each with the way to its element. */
export function Findings({ check, onOpen, nameOf }: { check: Check | null; onOpen: (element: string) => void; nameOf: (element: string) => string | null }) {
  const t = useWords();
  if (!check) return <p className="muted">{t('notChecked')}</p>;
  if (check.publishable) return <p className="tone-1 told">{t('publishable', { n: check.next_version ?? 1, steps: check.dialogues ?? 0 })}</p>;
  return (
    <>
      <p className="refused">{t('notPublishable', { n: check.findings.length })}</p>
      <ul className="plain-list">
        {check.findings.map((each) => {
          const element = each.element.split('/')[0]!, name = nameOf(element);
          return (
            <li key={`${each.element}-${each.code}-${each.detail}`}>
              {name === null ? (
                <b>{each.element || t('elsewhere')}</b>
              ) : (
                <button type="button" className="btn small" onClick={() => onOpen(element)}>
                  {name}
                </button>
              )}{' '}
              <b>{findingName(each.code)}</b>
              <p className="muted">
                <code>{each.code}</code> {each.detail}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
