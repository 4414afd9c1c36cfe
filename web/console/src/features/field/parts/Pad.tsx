import { useEffect, useRef } from 'react';
import SignaturePad from 'signature_pad';
import { useWords } from '../words';

const INK = '#101828', PAPER = '#ffffff';

/** Where the customer writes: a white sheet in the dark, too. Each stroke hands the picture over. */
export function Pad({ onDrawn, onCleared }: { onDrawn: (picture: Blob) => void; onCleared: () => void }) {
  const t = useWords(), canvas = useRef<HTMLCanvasElement>(null), pad = useRef<SignaturePad>(null), drawn = useRef(onDrawn);
  useEffect(() => {
    drawn.current = onDrawn;
  });
  useEffect(() => {
    const sheet = canvas.current!, ratio = Math.max(1, devicePixelRatio);
    sheet.width = sheet.offsetWidth * ratio;
    sheet.height = sheet.offsetHeight * ratio;
    sheet.getContext('2d')!.scale(ratio, ratio);
    const made = new SignaturePad(sheet, { penColor: INK, backgroundColor: PAPER });
    made.addEventListener('endStroke', () => sheet.toBlob((picture) => picture && drawn.current(picture), 'image/png'));
    pad.current = made;
    return () => made.off();
  }, []);
  return (
    <>
      <canvas ref={canvas} className="pad" role="img" aria-label={t('pad')} />
      <button
        type="button"
        className="btn"
        onClick={() => {
          pad.current?.clear();
          onCleared();
        }}
      >
        {t('clear')}
      </button>
    </>
  );
}
