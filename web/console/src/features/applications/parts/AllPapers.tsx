import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { documentKind } from '@/shared/business';
import { DataTable } from '@/shared/DataTable';
import { Dialog } from '@/shared/Dialog';
import { moment } from '@/shared/format';
import { Stored } from '@/shared/Stored';
import { content, oneApplication, type Application, type Line } from '../queries';
import { useWords } from '../words';

const MOST = 20;
type Paper = Application['documents'][number] & { application: Application };

/** What a customer has handed in with his latest applications, newest first. */
export function AllPapers({ applications }: { applications: readonly Line[] }) {
  const t = useWords(), found = useQueries({ queries: applications.slice(0, MOST).map((each) => ({ ...oneApplication(each.id), refetchInterval: undefined })) }), [shown, setShown] = useState<Paper>();
  const papers = found.flatMap(({ data }) => (data ? data.documents.filter((each) => !each.from_application_id).map((each) => ({ ...each, application: data })) : []));
  return (
    <section className="card" aria-labelledby="all-papers">
      <h2 id="all-papers">{t('allPapers')}</h2>
      <DataTable<Paper>
        caption={t('allPapers')}
        rows={papers.toSorted((one, other) => other.uploaded_at.localeCompare(one.uploaded_at))}
        rowKey={(it) => it.id}
        pending={found.some((each) => each.isPending)}
        empty={t('noPapersYet')}
        onOpen={setShown}
        columns={[
          { key: 'kind', title: t('papers'), cell: (it) => documentKind(it.kind) },
          { key: 'at', title: t('created'), cell: (it) => moment(it.uploaded_at) },
          { key: 'no', title: t('number'), cell: (it) => it.application.application_no },
        ]}
      />
      {shown && (
        <Dialog title={`${documentKind(shown.kind)} · ${moment(shown.uploaded_at)}`} onClose={() => setShown(undefined)} wide>
          <Stored of={shown.id} read={() => content(shown.application.id, shown.id)} mediaType={shown.media_type} title={documentKind(shown.kind)} />
        </Dialog>
      )}
    </section>
  );
}
