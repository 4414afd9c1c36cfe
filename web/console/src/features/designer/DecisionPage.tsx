import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { Failed, Refused } from '@/shared/Failed';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { useDecisionWords } from './decisionWords';
import './designer.css';
import { written } from './drafts';
import { findingName } from './findings';
import { Backtest } from './parts/Backtest';
import { KeptAt } from './parts/Begun';
import { tablesOf, type Document, type Value } from './parts/decision';
import { DecisionGrid } from './parts/DecisionGrid';
import { Examples, Otherwise, ValueField } from './parts/DecisionValues';
import { checkDecision, decision, decisions, proposeDecision, tryDecision, type Finding, type Trial as Tried } from './queries';
import { useWords } from './words';

const PARTS = ['tables', 'examples', 'document', 'backtest', 'trial'] as const;
type Part = (typeof PARTS)[number];
type Checked = { publishable: boolean; findings: readonly Finding[] };

/** A decision: its draft, or its newest version. */
export function DecisionPage() {
  const { code } = useParams({ strict: false }) as { code: string }, t = useDecisionWords(), known = useQuery(decisions), [draft, setDraft] = useState(() => written.of(code));
  const newest = Math.max(0, ...(known.data ?? []).filter((it) => it.code === code).map((it) => it.version));
  const file = useQuery({ ...decision(code, newest), enabled: newest > 0 });
  useTitle(code, t('decisions'));
  const error = known.error ?? file.error;
  if (error) return <Failed error={error} onRetry={() => (void known.refetch(), void file.refetch())} />;
  if (!known.data || (newest > 0 && !file.data)) return <Skeleton lines={8} />;
  const opened = draft ? (JSON.parse(draft.text) as Document) : (file.data?.content as Document | undefined);
  return opened ? <Written key={`${code} ${draft?.at}`} code={code} newest={newest} opened={opened} base={draft ? draft.base : newest} onTaken={() => setDraft(written.of(code))} /> : <p className="empty">{t('notPublished')}</p>;
}

const place = (findings: readonly Finding[], begin: string) => new Set(findings.flatMap((each) => (each.element.includes(begin) ? [each.element.slice(each.element.indexOf(begin) + begin.length)] : [])));

function Written({ code, newest, opened, base, onTaken }: { code: string; newest: number; opened: Document; base: number | null; onTaken: () => void }) {
  const t = useDecisionWords(), words = useWords(), navigate = useNavigate(), draft = written.use().find((each) => each.code === code);
  const [document, setDocument] = useState(opened), [part, setPart] = useState<Part>('tables'), [found, setFound] = useState<Checked | null>(null);
  const put = (made: Document) => {
    setDocument(made);
    setFound(null);
    written.keep({ code, base, text: JSON.stringify(made) });
  };
  const checking = useMutation({ mutationFn: () => checkDecision(JSON.stringify(document)), onSuccess: setFound });
  const findings = found?.findings ?? [], badRules = place(findings, 'rule '), badExamples = found && new Set([...place(findings, 'example ')]);
  return (
    <>
      <div className="head">
        <h1>{document.name}</h1>
        <code>{document.code}</code>
        <Chip tone={draft ? 3 : 'grey'}>{!draft ? `v${newest}` : base ? words('basedOn', { n: base }) : words('fresh')}</Chip>
        <span role="status">{draft && <KeptAt of={written} draft={draft} onTaken={onTaken} />}</span>
        <span className="fill" />
        <button type="button" className="btn" disabled={checking.isPending} onClick={() => checking.mutate()}>
          {t('check')}
        </button>
        {draft && <Confirm label={words('drop')} act={() => written.drop(code)} onDone={() => void navigate({ to: '/decisions' })} />}
        <Confirm
          label={t('propose')}
          primary
          disabled={!draft}
          act={async (key) => {
            try {
              const told = await proposeDecision(JSON.stringify(document), key);
              await written.drop(code).catch(() => undefined); // it is proposed: what is left of the draft can be dropped by hand
              void navigate({ to: '/definition-changes/$changeId', params: { changeId: told.id } as never });
            } catch (error) {
              if (error instanceof Problem && error.fields.length)
                setFound({ publishable: false, findings: error.fields.map((each) => ({ element: each.pointer.replace('/elements/', ''), code: each.code, detail: each.detail })) });
              throw error;
            }
          }}
        >
          <p>{t('proposeWhat')}</p>
        </Confirm>
      </div>
      <Refused error={checking.error} />
      {found && <Told found={found} examples={document.examples.length} />}
      <div className="tabs" role="group" aria-label={t('decisions')}>
        {PARTS.map((each) => (
          <button key={each} type="button" className="btn quiet" aria-current={part === each} onClick={() => setPart(each)}>
            {t(each)}
          </button>
        ))}
      </div>
      {part === 'tables' && (
        <>
          {tablesOf(document).map((node) => (
            <DecisionGrid key={node.id} document={document} id={node.id} wrong={badRules} onChange={put} />
          ))}
          <Otherwise document={document} onChange={put} />
        </>
      )}
      {part === 'examples' && <Examples document={document} failing={badExamples} onChange={put} />}
      {part === 'document' && <Whole document={document} onChange={put} />}
      {part === 'backtest' && <Backtest document={document} />}
      {part === 'trial' && (newest ? <Trial code={code} version={newest} document={document} /> : <p className="muted">{t('notPublished')}</p>)}
    </>
  );
}

function Told({ found, examples }: { found: Checked; examples: number }) {
  const t = useDecisionWords();
  if (found.publishable)
    return (
      <p className="tone-1 told" role="status">
        {t('passes', { n: examples })}
      </p>
    );
  return (
    <div className="card spaced" role="status">
      <p className="refused">{t('fails', { n: found.findings.length })}</p>
      <ul className="plain-list">
        {found.findings.map((each) => (
          <li key={`${each.element}-${each.code}-${each.detail}`}>
            <b>{each.element}</b> {findingName(each.code)}{' '}
            <span className="muted">
              <code>{each.code}</code> {each.detail}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The whole document, for graphs that hold more than tables. */
function Whole({ document, onChange }: { document: Document; onChange: (document: Document) => void }) {
  const t = useDecisionWords(), [typed, setTyped] = useState(() => JSON.stringify(document, null, 2)), [bad, setBad] = useState(false);
  const read = (text: string) => {
    setTyped(text);
    try {
      const made = JSON.parse(text) as Document;
      setBad(!made?.graph?.nodes || !made.examples || !made.inputs || !made.outputs);
      if (made?.graph?.nodes && made.examples && made.inputs && made.outputs) onChange(made);
    } catch {
      setBad(true);
    }
  };
  return (
    <>
      <textarea className="json" rows={24} spellCheck={false} aria-label={t('document')} aria-invalid={bad || undefined} value={typed} onChange={({ target }) => read(target.value)} />
      {bad && <p className="refused">{t('badDocument')}</p>}
    </>
  );
}

/** What the version in force gives of something, and by which rules. */
function Trial({ code, version, document }: { code: string; version: number; document: Document }) {
  const t = useDecisionWords(), [given, setGiven] = useState<Record<string, Value>>({});
  const tried = useMutation({ mutationFn: () => tryDecision(code, version, given as Parameters<typeof tryDecision>[2]) });
  return (
    <form onSubmit={(event) => (event.preventDefault(), tried.mutate())}>
      <div className="bar">
        {Object.entries(document.inputs).map(([name, variable]) => (
          <label key={name}>
            {name}
            <ValueField name={name} variable={variable} value={given[name]} onChange={(value) => setGiven({ ...given, [name]: value })} />
          </label>
        ))}
        <button type="submit" className="btn primary" disabled={tried.isPending}>
          {t('run')}
        </button>
      </div>
      <Refused error={tried.error} />
      <div role="status">{tried.data && <Given trial={tried.data} />}</div>
    </form>
  );
}

function Given({ trial }: { trial: Tried }) {
  const t = useDecisionWords();
  return (
    <dl className="facts card">
      {Object.entries(trial.result).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="big">{String(value)}</dd>
        </div>
      ))}
      {trial.fallback && (
        <div>
          <dt>{t('fallback')}</dt>
          <dd>{trial.fallback}</dd>
        </div>
      )}
    </dl>
  );
}
