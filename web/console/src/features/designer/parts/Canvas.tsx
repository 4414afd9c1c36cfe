import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Drawing } from './drawing';
import { fit } from './drawing';
import { Failed } from '@/shared/Failed';

type Props = {
  label: string;
  xml: string;
  /** Makes the drawing: a viewer or the modeler. Another one is made where this, or the file, is another. */
  make: (container: HTMLElement) => Drawing;
  left?: number;
  tall?: boolean;
  onReady?: (drawing: Drawing) => void;
};

/** A diagram on a white sheet, whatever the theme: its colours have meanings. */
export function Canvas({ label, xml, make, left, tall, onReady }: Props) {
  const place = useRef<HTMLDivElement>(null), [error, setError] = useState<unknown>(null), ready = useEffectEvent((drawing: Drawing) => onReady?.(drawing));
  useEffect(() => {
    const drawing = make(place.current!);
    let gone = false;
    setError(null);
    drawing.importXML(xml).then(
      () => {
        if (gone) return;
        fit(drawing, left);
        ready(drawing);
      },
      (wrong: unknown) => !gone && setError(wrong),
    );
    return () => {
      gone = true;
      drawing.destroy();
    };
  }, [xml, make, left]);
  return (
    <>
      {error !== null && <Failed error={error} />}
      <div ref={place} className={`canvas${tall ? ' tall' : ''}`} role="region" aria-label={label} />
    </>
  );
}
