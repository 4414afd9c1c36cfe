import type { ReactNode } from 'react';
import { timeLeft, urgency } from './format';

/** 1 good … 5 bad, `grey` what counts no more: by colour, lightness, and always a word. */
export type Tone = 1 | 2 | 3 | 4 | 5 | 'grey';

export function Chip({ tone, children, title }: { tone: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={`chip tone-${tone}`} title={title}>
      {children}
    </span>
  );
}

const GRADES: Record<string, Tone> = { A: 1, B: 2, C: 3, D: 4, E: 5 };

export const GradeChip = ({ grade }: { grade: string }) => <Chip tone={GRADES[grade] ?? 'grey'}>{grade}</Chip>;

const URGENT: Record<string, Tone> = { overdue: 5, soon: 4, today: 3, later: 2 };

export const DueChip = ({ due, now }: { due: string; now?: Date }) => <Chip tone={URGENT[urgency(due, now)] ?? 2}>{timeLeft(due, now)}</Chip>;
