import { useId } from 'react';

export type Option = { value: string; label: string };

/** A few answers, all to be seen. */
export function Radios({ label, value, onChange, options, wrong }: { label: string; value: string; onChange: (value: string) => void; options: readonly Option[]; wrong?: string | undefined }) {
  const name = useId();
  return (
    <fieldset className="choices" aria-describedby={wrong ? `${name}-wrong` : undefined}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? 'chosen' : undefined}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
      {wrong && (
        <p className="wrong" id={`${name}-wrong`}>
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
