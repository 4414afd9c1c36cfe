import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useKeys } from '@/shared/keys';
import { MeIs } from '@/shared/me';
import type { Me, Session } from '@/shared/session';
import { titlesOf } from '@/shared/titles';
import { setTheme, useTheme } from '@/shared/theme';
import { defineWords, said, setLang, useLang } from '@/shared/words';
import { Expired } from './Expired';
import { KeyHelp } from './KeyHelp';
import { useLive } from './live';
import { Notices, useNotices } from './Notices';
import { entriesOf } from './roles';

const Search = lazy(async () => ({ default: (await import('./Search')).Search }));

const useWords = defineWords({
  product: ['信流', 'Xinliu'],
  skip: ['跳到正文', 'Skip to content'],
  main: ['主导航', 'Main'],
  out: ['退出', 'Sign out'],
  dark: ['深色', 'Dark'],
  light: ['浅色', 'Light'],
  keys: ['键盘操作', 'Keyboard'],
  search: ['搜索', 'Search'],
  lost: ['实时已断开，轮询中', 'Not live: polling'],
  otherLanguage: ['English', '中文'],
});

export function Shell({ me, session }: { me: Me; session: Session }) {
  const t = useWords(), lang = useLang(), theme = useTheme(), navigate = useNavigate(), entries = entriesOf(me);
  const [help, setHelp] = useState(false), [search, setSearch] = useState(false), { expired } = session.use();
  const notices = useNotices(me.subject), line = useLive(me.subject, notices.add);
  const main = useRef<HTMLElement>(null), path = useRouterState({ select: (state) => state.location.pathname }), before = useRef(path);
  useEffect(() => {
    if (before.current !== path) main.current?.focus({ preventScroll: true }); // a new page begins at its top for the keyboard too
    before.current = path;
  }, [path]);
  useKeys({
    ...Object.fromEntries(entries.map((entry) => [entry.chord, () => void navigate({ to: entry.path })])),
    '?': () => setHelp(true),
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setSearch(true);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  return (
    <div className="shell">
      <a href="#main" className="skip">
        {t('skip')}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          {t('product')}
        </Link>
        <span className="who">
          <b>{me.name}</b> <span className="muted">{titlesOf(me.roles, ' · ')}</span>
        </span>
        <span className="fill" />
        {line === 'lost' && <span className="chip tone-3">{t('lost')}</span>}
        <button type="button" className="btn quiet" onClick={() => setSearch(true)}>
          {t('search')} <kbd aria-hidden="true">Ctrl K</kbd>
        </button>
        <Notices of={notices} />
        <button type="button" className="btn quiet" onClick={() => setHelp(true)} title="?">
          {t('keys')}
        </button>
        <button type="button" className="btn quiet" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')} lang={lang === 'zh' ? 'en' : 'zh-CN'}>
          {t('otherLanguage')}
        </button>
        <button type="button" className="btn quiet" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
          {theme === 'dark' ? t('light') : t('dark')}
        </button>
        <button type="button" className="btn quiet" onClick={() => void session.signOut()}>
          {t('out')}
        </button>
      </header>
      <nav aria-label={t('main')}>
        {entries.map((entry) => (
          <Link key={entry.path} to={entry.path} activeOptions={{ exact: entry.path === '/' || entries.some((other) => other.path.startsWith(`${entry.path}/`)), includeSearch: false }}>
            {said(entry.title)} <kbd aria-hidden="true">{entry.chord}</kbd>
          </Link>
        ))}
      </nav>
      <main id="main" tabIndex={-1} ref={main}>
        <MeIs value={me}>
          <Outlet />
        </MeIs>
      </main>
      {help && <KeyHelp entries={entries} onClose={() => setHelp(false)} />}
      {search && (
        <Suspense>
          <Search entries={entries} onClose={() => setSearch(false)} />
        </Suspense>
      )}
      {expired && <Expired session={session} />}
    </div>
  );
}
