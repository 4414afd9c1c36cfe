import { useEffect, useState, type FormEvent } from 'react';
import { defineWords } from '@/shared/words';
import { ActButton, Refusal, TextField } from './parts/fields';
import { useAct } from '@/shared/reads';
import { development, signIn } from './session';
import type { Wrong } from './words';

const useWords = defineWords({
  title: ['手机号登录', 'Sign in with your mobile number'],
  lead: ['新用户验证手机号后办理登记。验证码以短信发送。', 'If you are new you register next. A code comes by text message.'],
  mobile: ['手机号', 'Mobile number'],
  code: ['短信验证码', 'Code from the text message'],
  send: ['获取验证码', 'Send the code'],
  enter: ['登录', 'Sign in'],
  sent: ['验证码已发送至 {mobile}，5 分钟内有效。', 'A code was sent to {mobile}; it is valid for five minutes.'],
  soon: ['刚刚已发送过验证码，请稍候再获取。', 'A code was sent just now; please wait a little for another.'],
  again: ['重新获取', 'Send another code'],
  againIn: ['{n} 秒后可重新获取', 'Another code in {n} s'],
  other: ['更换手机号', 'Another number'],
  wrong: ['验证码不正确或已失效，请核对后重试。', 'The code is wrong or too old.'],
  demo: ['演示系统：在模拟器中查看短信', 'Demonstration: see the text message in the simulator'],
});
const AGAIN_AFTER_S = 60, SIMULATOR_PORT = 8;
const MOBILE = /^1[3-9]\d{9}$/, CODE = /^\d{6}$/;
const MALFORMED: Wrong = { code: 'mobile-malformed', detail: '' };

/** Number, then code: on a page of its own, or over the page where the sign-in has ended. */
export function SignIn({ heading: Heading = 'h1' }: { heading?: 'h1' | 'h2' }) {
  const t = useWords(), { busy, error, act } = useAct();
  const [mobile, setMobile] = useState(''), [code, setCode] = useState(''), [asksCode, setAsksCode] = useState(false);
  const [wrong, setWrong] = useState<'mobile' | 'code' | null>(null), [wait, setWait] = useState(0);
  useEffect(() => {
    if (!wait) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const number = mobile.replace(/\s/g, '');
  const send = () =>
    act(async () => {
      if (!MOBILE.test(number)) return setWrong('mobile');
      setWrong(null);
      const told = await signIn(number);
      setWait(told.step === 'wait' ? told.seconds : AGAIN_AFTER_S);
      if (told.step === 'code') setAsksCode(true);
    });
  const enter = () =>
    act(async () => {
      const typed = code.trim();
      setWrong(!CODE.test(typed) || (await signIn(number, typed)).step === 'wrong' ? 'code' : null);
    });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void (asksCode ? enter() : send());
  };
  return (
    <form className="stack" onSubmit={onSubmit} noValidate>
      <Heading>{t('title')}</Heading>
      {!asksCode && <p className="muted">{t('lead')}</p>}
      {asksCode ? (
        <>
          <p role="status">{t('sent', { mobile: `${number.slice(0, 3)}****${number.slice(7)}` })}</p>
          <TextField
            label={t('code')}
            value={code}
            onChange={setCode}
            mode="numeric"
            complete="one-time-code"
            maxLength={6}
            wrong={wrong === 'code' ? { code: 'code', detail: t('wrong') } : undefined}
          />
        </>
      ) : (
        <TextField label={t('mobile')} value={mobile} onChange={setMobile} mode="tel" complete="tel-national" maxLength={13} wrong={wrong ? MALFORMED : undefined} />
      )}
      <Refusal error={error} />
      {!asksCode && wait > 0 && <p role="status">{t('soon')}</p>}
      <ActButton type="submit" busy={busy} wait={asksCode ? 0 : wait}>
        {asksCode ? t('enter') : t('send')}
      </ActButton>
      {asksCode && (
        <p className="spread">
          <button type="button" className="btn quiet" disabled={wait > 0 || busy} onClick={() => void send()}>
            {wait ? t('againIn', { n: wait }) : t('again')}
          </button>
          <button type="button" className="btn quiet" onClick={() => (setAsksCode(false), setWait(0))}>
            {t('other')}
          </button>
        </p>
      )}
      {asksCode && development && (
        <p className="muted">
          <a href={`${location.protocol}//${location.hostname}:${Number(location.port) + SIMULATOR_PORT}/admin/messages/${number}`} target="_blank" rel="noreferrer">
            {t('demo')}
          </a>
        </p>
      )}
    </form>
  );
}
