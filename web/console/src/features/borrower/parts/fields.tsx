import { useEffect, useId, useRef, type ReactNode } from 'react';
import { capital, minorOf } from '@/shared/format';
import { Radios, type Option } from '@/shared/Radios';
import { currentLang } from '@/shared/words';
import { fieldTold, told, useCommon, type Wrong } from '../words';

type Shared = { label: string; hint?: ReactNode; wrong?: Wrong | undefined; optional?: boolean };

/** A label, its field, what is wrong with it: tied together for who listens. */
export function Field({ label, hint, wrong, optional, children }: Shared & { children: (tied: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }) => ReactNode }) {
  const t = useCommon(), id = useId(), described = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional && <span className="muted">{t('optional')}</span>}
      </label>
      {children({ id, ...(described && { 'aria-describedby': described }), ...(wrong && { 'aria-invalid': true }) })}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          {fieldTold(wrong)}
        </p>
      )}
    </div>
  );
}

type TextProps = Shared & { value: string; onChange: (value: string) => void; mode?: 'text' | 'numeric' | 'decimal' | 'tel'; complete?: string; maxLength?: number };
export function TextField({ value, onChange, mode = 'text', complete, maxLength, ...shared }: TextProps) {
  return (
    <Field {...shared}>
      {(tied) => <input {...tied} value={value} onChange={(event) => onChange(event.target.value)} inputMode={mode} autoComplete={complete ?? 'off'} maxLength={maxLength} />}
    </Field>
  );
}

/** An amount in yuan as it is typed; with its capitals, as papers have it. */
export function YuanField({ value, onChange, hint, ...shared }: Shared & { value: string; onChange: (value: string) => void }) {
  const t = useCommon(), minor = minorOf(value), words = minor && currentLang() === 'zh' ? capital(minor) : null;
  return (
    <Field
      {...shared}
      hint={
        <>
          {hint}
          {words && <span className="capital">{words}</span>}
        </>
      }
    >
      {(tied) => (
        <span className="suffixed">
          <input {...tied} value={value} onChange={(event) => onChange(event.target.value)} inputMode="decimal" autoComplete="off" maxLength={16} />
          <span aria-hidden="true">{t('yuan')}</span>
        </span>
      )}
    </Field>
  );
}

export function SelectField({ value, onChange, options, ...shared }: Shared & { value: string; onChange: (value: string) => void; options: Option[] }) {
  const t = useCommon();
  return (
    <Field {...shared}>
      {(tied) => (
        <select {...tied} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A few answers, all to be seen. */
export const ChoiceField = ({ wrong, ...rest }: Shared & { value: string; onChange: (value: string) => void; options: Option[] }) => <Radios {...rest} wrong={wrong && fieldTold(wrong)} />;

/** What an act was refused for; takes the focus, so that it is heard. */
export function Refusal({ error, wait = 0, children }: { error: unknown; wait?: number; children?: ReactNode }) {
  const t = useCommon(), box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  return (
    <div className="refusal" role="alert" tabIndex={-1} ref={box}>
      <p>{told(error)}</p>
      {children}
      {wait > 0 && <p className="muted">{t('waitSeconds', { n: wait })}</p>}
    </div>
  );
}

/** The one act of a page: it waits while it runs and as long as the service asks. */
export function ActButton({ busy, wait = 0, children, ...rest }: { busy: boolean; wait?: number; children: ReactNode; onClick?: () => void; type?: 'button' | 'submit'; disabled?: boolean; quiet?: boolean }) {
  const t = useCommon(), { quiet, type = 'button', disabled, onClick } = rest;
  return (
    <button type={type} className={quiet ? 'btn wide' : 'btn wide primary'} disabled={busy || wait > 0 || disabled} onClick={onClick}>
      {busy ? t('waiting') : wait > 0 ? t('waitSeconds', { n: wait }) : children}
    </button>
  );
}
