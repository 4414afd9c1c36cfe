import { useState } from 'react';
import { Dialog } from '@/shared/Dialog';
import { Refused } from '@/shared/Failed';
import type { Session } from '@/shared/session';
import { defineWords } from '@/shared/words';

const useWords = defineWords({
  title: ['登录已过期', 'Your sign-in has ended'],
  stays: ['您填写的内容仍在页面上。请在新窗口中重新登录，然后继续。', 'What you typed is still there. Sign in again in a small window, then go on.'],
  signIn: ['重新登录', 'Sign in again'],
});

/** Signing in again where one is: what was typed stays. */
export function Expired({ session }: { session: Session }) {
  const t = useWords(), [error, setError] = useState<unknown>();
  return (
    <Dialog title={t('title')}>
      <p>{t('stays')}</p>
      <Refused error={error} />
      <p className="actions">
        <button type="button" className="btn primary" onClick={() => void session.signInInPlace().catch(setError)}>
          {t('signIn')}
        </button>
      </p>
    </Dialog>
  );
}
