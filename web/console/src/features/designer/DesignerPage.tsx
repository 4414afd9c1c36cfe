import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '@/api/problem';
import { Chip } from '@/shared/Chip';
import { Confirm } from '@/shared/Confirm';
import { Failed, Refused } from '@/shared/Failed';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { useLang } from '@/shared/words';
import './designer.css';
import { drawn } from './drafts';
import { KeptAt } from './parts/Begun';
import { Canvas } from './parts/Canvas';
import { differences, elementsOf, type Difference } from './parts/compare';
import { DifferenceTable } from './parts/DifferenceTable';
import { nameOf, processOf, type Drawing, type Shape } from './parts/drawing';
import { Findings } from './parts/Findings';
import { grouped } from './parts/grouped';
import { markDifferences, markFindings, marker, type Marker } from './parts/marks';
import { modelerIn } from './parts/modeler';
import { Properties } from './parts/Properties';
import type { Known } from './parts/provider';
import { Simulation } from './parts/Simulation';
import { Steps } from './parts/Steps';
import { bpmn, check, decisions, processes, propose, type Check } from './queries';
import { useWords } from './words';

const PARTS = ['properties', 'steps', 'findings', 'simulation', 'difference'] as const;
type Part = (typeof PARTS)[number];
type Opened = { xml: string; base: number | null };

/** A version or a draft of a process, in the modeler. Another language is another modeler: it begins with what is drawn. */
export function DesignerPage() {
  const { code } = useParams({ strict: false }) as { code: string }, { version } = useSearch({ strict: false }) as { version?: string };
  const t = useWords(), lang = useLang(), known = useQuery(processes);
  const newest = Math.max(0, ...(known.data ?? []).filter((it) => it.code === code).map((it) => it.version));
  useTitle(code, t('processes'));
  if (known.error) return <Failed error={known.error} onRetry={() => void known.refetch()} />;
  return known.data ? <Opening key={`${code} ${version} ${lang}`} code={code} version={Number(version) || newest} any={!version} /> : <Skeleton lines={8} />;
}

/** The draft of the version, if there is one, or else the version; what is opened stays the same while it is drawn on. */
function Opening({ code, version, any }: { code: string; version: number; any: boolean }) {
  const t = useWords(), [wanted] = useState(version), [draft, setDraft] = useState(() => drawn.of(code)), kept = draft && (any || draft.base === version) ? draft : null;
  const taken = () => setDraft(drawn.of(code));
  const file = useQuery({ ...bpmn(code, wanted), enabled: !kept && wanted > 0 });
  if (kept) return <Design key={kept.at} code={code} opened={{ xml: kept.text, base: kept.base }} onTaken={taken} />;
  if (!wanted) return <p className="empty">{t('noProcessYet')}</p>;
  if (file.error) return <Failed error={file.error} onRetry={() => void file.refetch()} />;
  return file.data === undefined ? <Skeleton lines={8} /> : <Design code={code} opened={{ xml: file.data, base: wanted }} onTaken={taken} />;
}

function Design({ code, opened, onTaken }: { code: string; opened: Opened; onTaken: () => void }) {
  const t = useWords(), lang = useLang(), navigate = useNavigate(), draft = drawn.use().find((each) => each.code === code);
  const [drawing, setDrawing] = useState<Drawing | null>(null), [selected, setSelected] = useState<Shape | null>(null);
  const [part, setPart] = useState<Part>('properties'), [changes, setChanges] = useState(0), [found, setFound] = useState<Check | null>(null);
  const marks = useRef<{ findings: Marker; path: Marker } | null>(null);
  const make = useCallback((place: HTMLElement) => modelerIn(place, lang), [lang]);
  const ready = (now: Drawing) => {
    marks.current = { findings: marker(now, 'finding'), path: marker(now, 'path') };
    setDrawing(now);
    setSelected(processOf(now).element);
    setFound(null);
    now.on('selection.changed', ({ newSelection }) => setSelected(newSelection?.[0] ?? processOf(now).element));
    now.on('commandStack.changed', () => {
      setChanges((count) => count + 1);
      void now.saveXML({ format: true }).then(({ xml }) => xml && drawn.keep({ code, base: opened.base, text: xml }));
    });
  };
  const xml = async () => (await drawing!.saveXML({ format: true })).xml!;
  const checking = useMutation({
    mutationFn: async () => check(await xml()),
    onSuccess: (told) => {
      setFound(told);
      setPart('findings');
      markFindings(marks.current!.findings, told.findings);
    },
  });
  const refused = (error: unknown) => {
    if (!(error instanceof Problem) || !error.fields.length) return;
    const told = { publishable: false, findings: error.fields.map((each) => ({ element: each.pointer.replace('/elements/', ''), code: each.code, detail: each.detail })) };
    setFound(told);
    markFindings(marks.current!.findings, told.findings);
  };
  const select = (element: Shape) => {
    drawing!.get('selection').select(element);
    if (element.parent) drawing!.get('canvas').scrollToElement(element, 80);
    setPart('properties');
  };
  const open = (id: string) => {
    const element = drawing?.get('elementRegistry').get(id);
    if (element) select(element);
  };
  const named = (id: string) => {
    const element = drawing?.get('elementRegistry').get(id);
    return element ? nameOf(element) : null;
  };
  const show = (path: readonly string[]) => {
    marks.current!.path.clear();
    for (const [at, id] of path.entries()) marks.current!.path.set(id, String(at + 1), 'path', named(id) ?? id);
  };
  const download = async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await xml()], { type: 'application/xml' }));
    link.download = `${code}.bpmn`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
  };
  const stack = drawing?.get('commandStack');
  const state = draft ? (opened.base ? t('basedOn', { n: opened.base }) : t('fresh')) : t('unchanged', { n: opened.base ?? 0 });
  return (
    <div className="designer">
      <div className="head">
        <h1>{drawing ? String(processOf(drawing).process.get('name') ?? code) : code}</h1>
        <Chip tone={draft ? 3 : 'grey'}>{state}</Chip>
        <span role="status">{draft && <KeptAt of={drawn} draft={draft} onTaken={onTaken} />}</span>
        <span className="fill" />
        <button type="button" className="btn" disabled={!stack?.canUndo()} onClick={() => stack?.undo()}>
          {t('undo')}
        </button>
        <button type="button" className="btn" disabled={!stack?.canRedo()} onClick={() => stack?.redo()}>
          {t('redo')}
        </button>
        <button type="button" className="btn" disabled={!drawing} onClick={() => void download()}>
          {t('save')}
        </button>
        <button type="button" className="btn" disabled={!drawing || checking.isPending} onClick={() => checking.mutate()}>
          {t('check')}
        </button>
        {draft && <Confirm label={t('drop')} act={() => drawn.drop(code)} onDone={() => void navigate({ to: '/processes' })} />}
        <Confirm
          label={t('propose')}
          primary
          disabled={!drawing || !draft}
          act={async (key) => {
            try {
              const told = await propose(await xml(), key);
              await drawn.drop(code).catch(() => undefined); // it is proposed: what is left of the draft can be dropped by hand
              void navigate({ to: '/process-proposals/$proposalId', params: { proposalId: told.id } as never });
            } catch (error) {
              refused(error);
              throw error;
            }
          }}
        >
          <p>{t('proposeWhat')}</p>
        </Confirm>
      </div>
      <Refused error={checking.error} />
      <div className="sheet">
        <Canvas label={t('canvas')} xml={opened.xml} make={make} left={70} tall onReady={ready} />
        <aside className="card" aria-label={t('parts')}>
          <div className="tabs" role="group" aria-label={t('parts')}>
            {PARTS.map((each) => (
              <button key={each} type="button" className="btn quiet" aria-current={part === each} onClick={() => setPart(each)}>
                {t(each)}
                {each === 'findings' && found && !found.publishable ? ` ${found.findings.length}` : ''}
              </button>
            ))}
          </div>
          {drawing && part === 'properties' && (selected ? <Beside drawing={drawing} element={selected} onSelect={select} /> : <p className="muted">{t('noSelection')}</p>)}
          {drawing && part === 'steps' && <Steps drawing={drawing} selected={selected?.id} onSelect={select} counts={countsOf(found)} />}
          {part === 'findings' && <Findings check={found} onOpen={open} nameOf={named} />}
          {drawing && part === 'simulation' && <Simulation drawing={drawing} code={code} xml={xml} onShow={show} nameOf={named} />}
          {drawing && part === 'difference' && <Changed key={changes} drawing={drawing} code={code} base={opened.base} onOpen={open} />}
        </aside>
      </div>
    </div>
  );
}

const countsOf = (found: Check | null) => new Map([...grouped(found?.findings ?? [], (each) => each.element)].map(([element, all]) => [element, all.length]));

function Beside({ drawing, element, onSelect }: { drawing: Drawing; element: Shape; onSelect: (element: Shape) => void }) {
  const every = useQuery(processes), tables = useQuery(decisions);
  const codes = (all: readonly { code: string; name: string }[] | undefined) => [...new Map((all ?? []).map((it) => [it.code, `${it.name}（${it.code}）`])).entries()];
  const known: Known = { processes: codes(every.data), decisions: codes(tables.data) };
  return <Properties drawing={drawing} element={drawing.get('elementRegistry').get(element.id) ?? processOf(drawing).element} known={known} onSelect={onSelect} />;
}

/** What the draft has that the version has not from which it was drawn; also on the diagram. */
function Changed({ drawing, code, base, onOpen }: { drawing: Drawing; code: string; base: number | null; onOpen: (element: string) => void }) {
  const t = useWords(), file = useQuery({ ...bpmn(code, base ?? 1), enabled: base !== null }), [found, setFound] = useState<Difference[] | null>(null);
  useEffect(() => {
    if (!file.data) return;
    const on = marker(drawing, 'difference');
    let gone = false;
    void import('./parts/reading').then(async ({ readFile }) => {
      const told = differences(elementsOf(await readFile(file.data)), elementsOf(drawing.getDefinitions()));
      if (gone) return;
      setFound(told);
      markDifferences(on, told, ['added', 'changed', 'moved']);
    });
    return () => {
      gone = true;
      on.clear();
    };
  }, [file.data, drawing]);
  if (base === null) return <p className="muted">{t('firstVersion')}</p>;
  if (file.error) return <Failed error={file.error} onRetry={() => void file.refetch()} />;
  return found ? <DifferenceTable found={found} onOpen={onOpen} /> : <Skeleton lines={3} />;
}
