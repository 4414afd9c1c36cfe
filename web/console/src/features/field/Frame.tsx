import { useEffect, useRef, type ReactNode } from 'react';
import { useOnline } from '@/shared/reads';
import { setTheme, useTheme } from '@/shared/theme';
import { setLang, useLang } from '@/shared/words';
import { useWords } from './frameWords';

/** The frame of all field pages: who uses them, the line, the two languages and themes. */
export function Frame({ at, who, onOut, children }: { at: string; who?: { name: string }; onOut?: () => void; children: ReactNode }) {
  const t = useWords(), lang = useLang(), theme = useTheme(), online = useOnline(), main = useRef<HTMLElement>(null), title = t('product');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [at]);
  return (
    <>
      <a href="#main" className="skip" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {t('skip')}
      </a>
      <header className="bar">
        {at ? (
          <a href="#/" className="brand">
            <span aria-hidden="true">‹</span> {t('brand')} <span className="sr">{t('back')}</span>
          </a>
        ) : (
          <span className="brand">{t('brand')}</span>
        )}
        <button type="button" className="btn quiet" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')} lang={lang === 'zh' ? 'en' : 'zh-CN'}>
          {t('language')}
        </button>
        <button type="button" className="btn quiet" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
          {theme === 'dark' ? t('light') : t('dark')}
        </button>
      </header>
      <div role="status">{!online && <p className="line-lost">{t('offline')}</p>}</div>
      <main id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      {who && onOut && (
        <footer className="foot">
          <span className="muted foot-who">{who.name}</span>
          <button type="button" className="btn quiet" onClick={onOut}>
            {t('out')}
          </button>
        </footer>
      )}
    </>
  );
}

/** Nobody is signed in, or not for this. */
export function Door({ onSignIn, refused }: { onSignIn: () => void; refused?: boolean }) {
  const t = useWords();
  return (
    <Frame at="">
      <div className="stack">
        <h1>{t('product')}</h1>
        <p>{refused ? t('wrongRole') : t('signInWhy')}</p>
        {!refused && (
          <button type="button" className="btn wide primary" onClick={onSignIn}>
            {t('signIn')}
          </button>
        )}
        <a className="btn wide" href="/">
          {t('desk')}
        </a>
      </div>
    </Frame>
  );
}

