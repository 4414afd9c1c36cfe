import type { ReactNode } from 'react';

/** Figures by their names; what is not known is left out. */
export function Facts({ rows, look = 'facts', big }: { rows: readonly (readonly [string, ReactNode] | null | false | '')[]; look?: string; big?: boolean }) {
  return (
    <dl className={look}>
      {rows.map((row) =>
        row ? (
          <div key={row[0]}>
            <dt>{row[0]}</dt>
            <dd className={big ? 'big' : undefined}>{row[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
