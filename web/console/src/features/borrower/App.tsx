import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Dialog } from '@/shared/Dialog';
import { Skeleton } from '@/shared/Skeleton';
import { setTheme, useTheme } from '@/shared/theme';
import { defineWords, setLang, useLang } from '@/shared/words';
import { forgetDrafts } from './draft';
import { useOnline } from '@/shared/reads';
import { signOut, useSession } from './session';
import { SignIn } from './SignIn';
import { useCommon } from './words';

const HomePage = lazy(() => import('./HomePage').then((page) => ({ default: page.HomePage })));
const ApplyPage = lazy(() => import('./ApplyPage').then((page) => ({ default: page.ApplyPage })));
const ApplicationPage = lazy(() => import('./ApplicationPage').then((page) => ({ default: page.ApplicationPage })));
const LoanPage = lazy(() => import('./LoanPage').then((page) => ({ default: page.LoanPage })));
const ConsentsPage = lazy(() => import('./ConsentsPage').then((page) => ({ default: page.ConsentsPage })));

const useWords = defineWords({
  brand: ['信流', 'Xinliu'],
  skip: ['跳到正文', 'Skip to content'],
  home: ['返回首页', 'Back to the start'],
  consents: ['我的授权', 'My consents'],
  out: ['退出登录', 'Sign out'],
  dark: ['深色', 'Dark'],
  light: ['浅色', 'Light'],
  language: ['English', '中文'],
  expired: ['登录已过期', 'Your sign-in has ended'],
  stays: ['您填写的内容仍在页面上。重新登录后继续办理。', 'What you typed is still there. Sign in again and go on.'],
});

const place = () => location.hash.replace(/^#\/?/, '');
const onMove = (tell: () => void) => {
  addEventListener('hashchange', tell);
  return () => removeEventListener('hashchange', tell);
};

function Page({ at, who }: { at: string; who: string }) {
  const [name, id] = at.split('/');
  if (name === 'apply') return <ApplyPage who={who} />;
  if (name === 'applications' && id) return <ApplicationPage key={id} id={id} />;
  if (name === 'loans' && id) return <LoanPage key={id} id={id} />;
  return name === 'consents' ? <ConsentsPage /> : <HomePage who={who} />;
}

/** The borrower's pages: few enough for an address behind the hash. */
export function App() {
  const t = useWords(), common = useCommon(), lang = useLang(), theme = useTheme(), online = useOnline(), { who, expired } = useSession();
  const at = useSyncExternalStore(onMove, place), main = useRef<HTMLElement>(null), [before, setBefore] = useState(at);
  useEffect(() => {
    if (before === at) return;
    setBefore(at);
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [at, before]);
  const title = common('product');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const leave = async () => {
    await forgetDrafts();
    await signOut();
  };
  return (
    <>
      <a href="#main" className="skip" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {t('skip')}
      </a>
      <header className="bar">
        {at && who ? (
          <a href="#/" className="brand">
            <span aria-hidden="true">‹</span> {t('brand')} <span className="sr">{t('home')}</span>
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
      <div role="status">{!online && <p className="line-lost">{common('offline')}</p>}</div>
      <main id="main" tabIndex={-1} ref={main}>
        {who ? (
          <Suspense fallback={<Skeleton lines={6} />}>
            <Page at={at} who={who} />
          </Suspense>
        ) : (
          <SignIn />
        )}
      </main>
      {who && (
        <footer className="foot">
          <a href="#/consents" className="btn quiet">
            {t('consents')}
          </a>
          <button type="button" className="btn quiet" onClick={() => void leave()}>
            {t('out')}
          </button>
        </footer>
      )}
      {expired && (
        <Dialog title={t('expired')}>
          <p>{t('stays')}</p>
          <SignIn heading="h2" />
        </Dialog>
      )}
    </>
  );
}
