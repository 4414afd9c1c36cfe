import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { documentKind } from '@/shared/business';
import { Chip } from '@/shared/Chip';
import { Dialog } from '@/shared/Dialog';
import { Refused } from '@/shared/Failed';
import { moment } from '@/shared/format';
import { Stored } from '@/shared/Stored';
import { useKeyOf } from '@/shared/useKeyOf';
import { attach, content, type Application } from '../queries';
import { useWords } from '../words';

type Given = { of: Application; required: readonly string[]; lacking: readonly string[]; accepted: readonly string[]; onDone: () => void };

/** The papers of an application by kind: what is there, what is missing, and a place to put each. */
export function Papers({ of, required, lacking, accepted, onDone }: Given) {
  const t = useWords(), open = of.status === 'DRAFT' || of.status === 'SUPPLEMENT', [shown, setShown] = useState<string>();
  const kinds = [...new Set([...required, ...of.documents.map((each) => each.kind), ...(open ? accepted : [])])];
  const document = of.documents.find((each) => each.id === shown);
  return (
    <section className="card" aria-labelledby="papers">
      <h2 id="papers">{t('papers')}</h2>
      {kinds.length === 0 && <p className="muted">{t('noPapers')}</p>}
      <ul className="plain-list papers">
        {kinds.map((kind) => {
          const there = of.documents.filter((each) => each.kind === kind);
          return (
            <li key={kind}>
              <span>
                {documentKind(kind)} {lacking.includes(kind) ? <Chip tone={4}>{t('missing')}</Chip> : there.length > 0 && <Chip tone={1}>{t('have', { n: there.length })}</Chip>}
              </span>
              <span>
                {there.map((each) => (
                  <button key={each.id} type="button" className="btn small" onClick={() => setShown(each.id)}>
                    {moment(each.uploaded_at)}
                  </button>
                ))}{' '}
                {open && <Upload of={of} kind={kind} more={there.length > 0} onDone={onDone} />}
              </span>
            </li>
          );
        })}
      </ul>
      {document && (
        <Dialog title={documentKind(document.kind)} onClose={() => setShown(undefined)} wide>
          <Stored of={document.id} read={() => content(of.id, document.id)} mediaType={document.media_type} title={documentKind(document.kind)} />
        </Dialog>
      )}
    </section>
  );
}

function Upload({ of, kind, more, onDone }: { of: Application; kind: string; more: boolean; onDone: () => void }) {
  const t = useWords(), keyOf = useKeyOf(), picker = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState(0), send = useMutation({ mutationFn: (paper: File) => attach(of.id, kind, paper, keyOf([kind, paper.name, paper.size, paper.lastModified]), setShare), onSuccess: onDone });
  return (
    <>
      <input
        ref={picker}
        type="file"
        className="sr"
        tabIndex={-1}
        aria-label={`${t('upload')} ${documentKind(kind)}`}
        accept="application/pdf,image/jpeg,image/png"
        onChange={(event) => {
          const paper = event.target.files?.[0];
          if (paper) send.mutate(paper);
          event.target.value = '';
        }}
      />
      <button type="button" className="btn small" disabled={send.isPending} onClick={() => picker.current?.click()} aria-label={`${more ? t('uploadMore') : t('upload')}：${documentKind(kind)}`}>
        {send.isPending ? `${Math.round(share * 100)}%` : more ? t('uploadMore') : t('upload')}
      </button>
      {send.isPending && <progress value={share} max={1} aria-label={documentKind(kind)} />}
      <Refused error={send.error} />
    </>
  );
}
