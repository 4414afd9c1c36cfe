import { useEffect, useState } from 'react';
import { moment } from '@/shared/format';
import { lighter } from '@/shared/pictures';
import { locate } from '../locate';
import { dropPicture, keepPictureOf, pictureOf, sha256Of, type Picture } from '../store';
import { useWords } from '../words';

const LONGEST_SIDE = 1600;

type Given = { who: string; taken: readonly Picture[]; onTaken: (picture: Picture) => void; onRemoved: (sha256: string) => void };

/** Photographs of the spot: taken now, made lighter, known by their fingerprint, with where they were taken. */
export function Photographs({ who, taken, onTaken, onRemoved }: Given) {
  const t = useWords(), [busy, setBusy] = useState(false);
  const take = async (shot: File | undefined) => {
    if (!shot) return;
    setBusy(true);
    const takenAt = new Date().toISOString(), [where, bytes] = await Promise.all([locate(), lighter(shot, LONGEST_SIDE).then((file) => file.arrayBuffer())]);
    const sha256 = await sha256Of(bytes);
    await keepPictureOf(who, sha256, bytes);
    onTaken({ sha256, takenAt, position: typeof where === 'string' ? null : where });
    setBusy(false);
  };
  return (
    <>
      <p className="muted">{t('shootWhy')}</p>
      {taken.length > 0 && (
        <ul className="thumbs">
          {taken.map((each, at) => (
            <li key={each.sha256}>
              <Thumb who={who} sha256={each.sha256} alt={t('photograph', { n: at + 1, at: moment(each.takenAt) })} />
              <span className="small muted">{each.position ? t('withPosition') : t('withoutPosition')}</span>
              <button type="button" className="btn quiet" aria-label={t('remove', { n: at + 1 })} onClick={() => void dropPicture(who, each.sha256).then(() => onRemoved(each.sha256))}>
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <label className={busy ? 'btn wide disabled' : 'btn wide'}>
        {busy ? t('locating') : t('shoot')}
        <input
          type="file"
          className="sr"
          accept="image/jpeg,image/png"
          capture="environment"
          disabled={busy}
          onChange={(event) => {
            const [shot] = event.target.files ?? [];
            event.target.value = '';
            void take(shot);
          }}
        />
      </label>
    </>
  );
}

function Thumb({ who, sha256, alt }: { who: string; sha256: string; alt: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined, gone = false;
    void pictureOf(who, sha256).then((bytes) => {
      if (gone || !bytes) return;
      made = URL.createObjectURL(new Blob([bytes]));
      setAddress(made);
    });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [who, sha256]);
  return address ? <img src={address} alt={alt} /> : <span className="thumb" />;
}
