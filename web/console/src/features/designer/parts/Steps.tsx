import { useWords, kind } from '../words';
import type { Drawing, Shape } from './drawing';
import { nameOf, partsOf } from './drawing';

/** Every element as a list: the diagram for the keyboard and for who does not see it. */
export function Steps({ drawing, selected, onSelect, counts }: { drawing: Drawing; selected?: string; onSelect: (element: Shape) => void; counts?: ReadonlyMap<string, number> }) {
  const t = useWords(), parts = partsOf(drawing).sort((one, other) => Number(one.type.endsWith('Flow')) - Number(other.type.endsWith('Flow')) || one.x - other.x);
  const shown = (each: Shape) => (each.type === 'bpmn:SequenceFlow' ? `${t('flow', { a: nameOf(each.source!), b: nameOf(each.target!) })}${nameOf(each) === each.id ? '' : `（${nameOf(each)}）`}` : nameOf(each));
  return (
    <ul className="plain-list" aria-label={t('steps')}>
      {parts.map((each) => (
        <li key={each.id}>
          <button type="button" className="btn small" aria-pressed={selected === each.id} onClick={() => onSelect(each)}>
            {shown(each)}
          </button>{' '}
          <span className="muted">{kind(each.type.replace('bpmn:', ''))}</span> {counts?.get(each.id) !== undefined && <span className="chip tone-5">✕ {counts.get(each.id)}</span>}
        </li>
      ))}
    </ul>
  );
}
