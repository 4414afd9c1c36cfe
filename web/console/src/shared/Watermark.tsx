import { useState, type ReactNode } from 'react';
import { moment } from './format';
import { useMe } from './me';

/** Who looks at protected content, and when, faintly across it: a photograph of the screen says from whose it is. */
export function Mark({ whole }: { whole?: boolean }) {
  const me = useMe(), [at] = useState(() => moment(new Date().toISOString())), words = `${me.name} ${me.subject} ${at}`.replaceAll(/[<>&'"]/g, '');
  const tile = `<svg xmlns="http://www.w3.org/2000/svg" width="280" height="150"><text x="10" y="90" transform="rotate(-20 140 75)" font-size="14" font-family="sans-serif" fill="#000" fill-opacity=".16" stroke="#fff" stroke-opacity=".16" stroke-width=".4">${words}</text></svg>`;
  return <div className={whole ? 'watermark whole' : 'watermark'} aria-hidden="true" style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(tile)}")` }} />;
}

export const Watermark = ({ children }: { children: ReactNode }) => (
  <div className="watermarked">
    {children}
    <Mark />
  </div>
);
