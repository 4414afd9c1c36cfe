import { useState } from 'react';
import { lighter, sizeOf } from '@/shared/pictures';
import { defineWords } from '@/shared/words';
import { uploadPaper, type Kind, type Uploaded } from '../queries';
import { useAct } from '@/shared/reads';
import { paperKind } from '../words';
import { Refusal } from './fields';

const useWords = defineWords({
  add: ['拍照或选择文件', 'Photograph or choose a file'],
  more: ['再添加一张', 'Add another'],
  progress: ['正在上传 {n}%', 'Uploading {n} %'],
  done: ['已上传 {size}', 'Uploaded, {size}'],
  needed: ['必需', 'Needed'],
  retry: ['重新上传', 'Upload again'],
  preview: ['{kind}预览', 'Preview: {kind}'],
  kinds: ['支持 JPEG、PNG 照片或 PDF，单个文件不超过 {size}。', 'JPEG, PNG or PDF, at most {size} each.'],
});
const LONGEST_SIDE = 2000;

type Props = { kinds: readonly Kind[]; needed: readonly Kind[]; most: number; given: readonly Uploaded[]; into: () => Promise<string>; onGiven: (paper: Uploaded) => void };

/** Papers by kind: photographed or chosen, with progress and preview. */
export function Papers({ kinds, needed, most, given, into, onGiven }: Props) {
  const t = useWords();
  return (
    <>
      <p className="muted">{t('kinds', { size: sizeOf(most) })}</p>
      {kinds.map((kind) => (
        <PaperKind key={kind} kind={kind} needed={needed.includes(kind)} most={most} given={given.filter((paper) => paper.kind === kind)} into={into} onGiven={onGiven} />
      ))}
    </>
  );
}

function PaperKind({ kind, needed, most, given, into, onGiven }: Omit<Props, 'kinds' | 'needed'> & { kind: Kind; needed: boolean }) {
  const t = useWords(), { busy, error, act } = useAct();
  const [share, setShare] = useState(0), [preview, setPreview] = useState<string | null>(null), [kept, setKept] = useState<{ file: File; key: string } | null>(null);
  const send = (file: File, key: string) =>
    act(async () => {
      setKept({ file, key });
      setShare(0);
      onGiven(await uploadPaper(await into(), kind, file, key, setShare));
      setKept(null);
    });
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const file = chosen.size < most / 4 ? chosen : await lighter(chosen, LONGEST_SIDE);
    if (preview) URL.revokeObjectURL(preview);
    setPreview(file.type.startsWith('image/') ? URL.createObjectURL(file) : null);
    await send(file, crypto.randomUUID());
  };
  return (
    <section className="paper" aria-label={paperKind(kind)}>
      <p className="spread">
        <b>{paperKind(kind)}</b>
        {needed && !given.length && <span className="chip tone-4">{t('needed')}</span>}
        {given.length > 0 && <span className="chip tone-1">✓ {t('done', { size: sizeOf(given.at(-1)!.size_bytes) })}</span>}
      </p>
      {preview && <img src={preview} alt={t('preview', { kind: paperKind(kind) })} />}
      {busy && (
        <p role="status">
          <progress value={share} max={1} aria-label={paperKind(kind)} /> {t('progress', { n: Math.round(share * 100) })}
        </p>
      )}
      <Refusal error={error}>
        {kept && (
          <button type="button" className="btn" onClick={() => void send(kept.file, kept.key)}>
            {t('retry')}
          </button>
        )}
      </Refusal>
      <label className={busy ? 'btn wide disabled' : 'btn wide'}>
        {given.length ? t('more') : t('add')} <span className="sr">{paperKind(kind)}</span>
        <input
          type="file"
          className="sr"
          accept="image/jpeg,image/png,application/pdf"
          disabled={busy}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            void choose(file);
          }}
        />
      </label>
    </section>
  );
}
