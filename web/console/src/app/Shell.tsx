import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '@/shared/keys';
import { MeIs } from '@/shared/me';
import type { Me, Session } from '@/shared/session';
import { setTheme, useTheme } from '@/shared/theme';
import { defineWords, said, setLang, useLang } from '@/shared/words';
import { Expired } from './Expired';
import { KeyHelp } from './KeyHelp';
import { entriesOf, TITLES } from './roles';

const useWords = defineWords({
  product: ['信流', 'Xinliu'],
  skip: ['跳到正文', 'Skip to content'],
  main: ['主导航', 'Main'],
  out: ['退出', 'Sign out'],
  dark: ['深色', 'Dark'],
  light: ['浅色', 'Light'],
  keys: ['键盘操作', 'Keyboard'],
  otherLanguage: ['English', '中文'],
});

export function Shell({ me, session }: { me: Me; session: Session }) {
  const t = useWords(), lang = useLang(), theme = useTheme(), navigate = useNavigate(), entries = entriesOf(me.roles);
  const [help, setHelp] = useState(false), { expired } = session.use();
  const main = useRef<HTMLElement>(null), path = useRouterState({ select: (state) => state.location.pathname }), before = useRef(path);
  useEffect(() => {
    if (before.current !== path) main.current?.focus({ preventScroll: true }); // a new page begins at its top for the keyboard too
    before.current = path;
  }, [path]);
  useKeys({
    ...Object.fromEntries(entries.map((entry) => [entry.chord, () => void navigate({ to: entry.path })])),
    '?': () => setHelp(true),
  });
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
          <b>{me.name}</b> <span className="muted">{me.roles.map((role) => (TITLES[role] ? said(TITLES[role]) : role)).join(' · ')}</span>
        </span>
        <span className="fill" />
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
          <Link key={entry.path} to={entry.path} activeOptions={{ exact: entries.some((other) => other.path.startsWith(`${entry.path}/`)), includeSearch: false }}>
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
      {expired && <Expired session={session} />}
    </div>
  );
}
