import { useId, type ReactNode } from 'react';
import { fieldRefusal } from './refusals';

type Wrong = { code: string; detail: string } | undefined;
type Given = { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string };

/** A labelled field with its hint and what is wrong with it, tied together for screen readers. */
export function Field({ label, hint, wrong, children }: { label: string; hint?: ReactNode; wrong?: Wrong; children: (given: Given) => ReactNode }) {
  const id = useId(), described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(wrong && { 'aria-invalid': true }), ...(described && { 'aria-describedby': described }) })}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          {fieldRefusal(wrong)}
        </p>
      )}
    </div>
  );
}

/** A set of boxes of which several may be ticked. */
export function Choices({ label, hint, wrong, all, chosen, onChange, told }: {
  label: string; hint?: ReactNode; wrong?: Wrong; all: readonly string[]; chosen: readonly string[]; onChange: (chosen: string[]) => void; told: (code: string) => ReactNode;
}) {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={wrong ? `${id}-wrong` : undefined}>
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {all.map((code) => (
        <label key={code} className="check">
          <input type="checkbox" checked={chosen.includes(code)} onChange={({ target }) => onChange(target.checked ? [...chosen, code] : chosen.filter((each) => each !== code))} />
          <span>{told(code)}</span>
        </label>
      ))}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          {fieldRefusal(wrong)}
        </p>
      )}
    </fieldset>
  );
}
