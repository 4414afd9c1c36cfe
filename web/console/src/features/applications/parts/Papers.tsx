import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { documentKind } from '@/shared/business';
import { Chip } from '@/shared/Chip';
import { Dialog } from '@/shared/Dialog';
import { Failed, Refused } from '@/shared/Failed';
import { moment } from '@/shared/format';
import { Skeleton } from '@/shared/Skeleton';
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
          <Picture applicationId={of.id} documentId={document.id} mediaType={document.media_type} title={documentKind(document.kind)} />
        </Dialog>
      )}
    </section>
  );
}

function Upload({ of, kind, more, onDone }: { of: Application; kind: string; more: boolean; onDone: () => void }) {
  const t = useWords(), keyOf = useKeyOf(), picker = useRef<HTMLInputElement>(null);
  const send = useMutation({ mutationFn: (paper: File) => attach(of.id, kind, paper, keyOf([kind, paper.name, paper.size, paper.lastModified])), onSuccess: onDone });
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
        {send.isPending ? '…' : more ? t('uploadMore') : t('upload')}
      </button>
      <Refused error={send.error} />
    </>
  );
}

function Picture({ applicationId, documentId, mediaType, title }: { applicationId: string; documentId: string; mediaType: string; title: string }) {
  const found = useQuery({ queryKey: ['application', 'document', documentId], queryFn: () => content(applicationId, documentId), staleTime: Infinity, gcTime: 60_000 });
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!found.data) return;
    const made = URL.createObjectURL(found.data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [found.data]);
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  if (!address) return <Skeleton lines={5} />;
  return mediaType === 'application/pdf' ? <iframe className="paper" src={address} title={title} /> : <img className="paper" src={address} alt={title} />;
}
