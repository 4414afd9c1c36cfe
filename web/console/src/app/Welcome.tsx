import type { Session } from '@/shared/session';
import type { Settings } from '@/shared/settings';
import { titlesOf } from '@/shared/titles';
import { setTheme, useTheme } from '@/shared/theme';
import { defineWords, setLang, useLang } from '@/shared/words';

const useWords = defineWords({
  product: ['信流', 'Xinliu'],
  what: ['信贷业务全流程平台：进件、审批、放款、还款，每一步都有记录，每个决定都有理由。', 'Loans from application to the last instalment: every step recorded, every decision explained.'],
  staff: ['工作人员', 'Staff'],
  signIn: ['登录工作台', 'Sign in'],
  field: ['外勤手机端', 'Field work, on a telephone'],
  borrower: ['借款人', 'Borrower'],
  borrow: ['我要借款 · 我的贷款', 'Borrow, and see my loans'],
  dev: ['开发环境：登录页列出虚构的人员，无需口令', 'Development system: the next page lists invented people, without passwords'],
  user: ['用户', 'User'],
  name: ['姓名', 'Name'],
  role: ['岗位', 'Role'],
  api: ['接口与服务', 'Services and their APIs'],
  otherLanguage: ['English', '中文'],
  dark: ['深色', 'Dark'],
  light: ['浅色', 'Light'],
});

/** The first page: how to sign in, and in a development system as whom. */
export function Welcome({ session, settings }: { session: Session; settings: Settings }) {
  const t = useWords(), lang = useLang(), theme = useTheme();
  return (
    <main className="welcome">
      <p className="corner">
        <button type="button" className="btn quiet" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')} lang={lang === 'zh' ? 'en' : 'zh-CN'}>
          {t('otherLanguage')}
        </button>
        <button type="button" className="btn quiet" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
          {theme === 'dark' ? t('light') : t('dark')}
        </button>
      </p>
      <h1>{t('product')}</h1>
      <p className="muted">{t('what')}</p>
      <div className="doors">
        <section className="card">
          <h2>{t('staff')}</h2>
          <button type="button" className="btn primary" onClick={() => void session.signIn()}>
            {t('signIn')}
          </button>{' '}
          <a className="btn" href="/m.html">
            {t('field')}
          </a>
        </section>
        <section className="card">
          <h2>{t('borrower')}</h2>
          <a className="btn" href="/b.html">
            {t('borrow')}
          </a>
        </section>
      </div>
      {settings.development && (
        <section className="card">
          <h2>{t('dev')}</h2>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('user')}</th>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('role')}</th>
              </tr>
            </thead>
            <tbody>
              {settings.people.map((person) => (
                <tr key={person.id}>
                  <td>
                    <code>{person.id}</code>
                  </td>
                  <td>{person.name}</td>
                  <td>{titlesOf(person.roles, ' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <a href="/services">{t('api')}</a>
          </p>
        </section>
      )}
    </main>
  );
}
