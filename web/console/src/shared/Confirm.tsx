import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Dialog } from './Dialog';
import { Refused } from './Failed';
import { Field } from './Field';
import { Foot } from './Foot';
import { useKeyOf } from './useKeyOf';

type Props = {
  label: string;
  title?: string;
  children?: ReactNode;
  /** Where the command takes words, their label; they are handed to `act`. */
  words?: string;
  primary?: boolean;
  danger?: boolean;
  small?: boolean;
  disabled?: boolean;
  /** What else the command says: another content is another command, with another key. */
  content?: unknown;
  act: (key: string, words: string) => Promise<unknown>;
  onDone?: () => void;
};

/** A command that is asked about before it is given: nothing of money or decisions happens at one click. */
export function Confirm({ label, title, children, words, primary, danger, small, disabled, content, act, onDone }: Props) {
  const [asking, setAsking] = useState(false), [said, setSaid] = useState(''), keyOf = useKeyOf();
  const command = useMutation({
    mutationFn: () => act(keyOf([label, said, content]), said.trim()),
    onSuccess: () => {
      setAsking(false);
      onDone?.();
    },
  });
  const look = ['btn', primary && 'primary', danger && 'danger', small && 'small'].filter(Boolean).join(' ');
  return (
    <>
      <button type="button" className={look} disabled={disabled} onClick={() => (command.reset(), setAsking(true))}>
        {label}
      </button>
      {asking && (
        <Dialog title={title ?? label} onClose={() => setAsking(false)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              command.mutate();
            }}
          >
            {children}
            {words && (
              <Field label={words}>{(given) => <textarea {...given} rows={2} required value={said} onChange={(event) => setSaid(event.target.value)} />}</Field>
            )}
            <Refused error={command.error} />
            <Foot act={label} off={command.isPending || (words !== undefined && !said.trim())} onCancel={() => setAsking(false)} />
          </form>
        </Dialog>
      )}
    </>
  );
}
