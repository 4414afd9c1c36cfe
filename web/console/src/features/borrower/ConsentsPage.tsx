import { Chip } from '@/shared/Chip';
import { Failed } from '@/shared/Failed';
import { day, moment } from '@/shared/format';
import { Skeleton } from '@/shared/Skeleton';
import { defineWords } from '@/shared/words';
import { Facts } from '@/shared/Facts';
import { ActButton, Refusal } from './parts/fields';
import { consents, person, withdrawConsent, type Consent } from './queries';
import { useAct, useKey, useRead } from '@/shared/reads';
import { sourceName } from './words';

const useWords = defineWords({
  title: ['我的授权', 'My consents'],
  lead: ['您可随时撤回授权，撤回前已进行的查询不受影响。', 'You may take a consent back at any time; what was asked before stays lawful.'],
  none: ['您还没有给出授权。申请借款时会逐项征求您的同意。', 'You have given none. They are asked for when you apply.'],
  in: ['有效', 'In force'],
  out: ['已失效', 'Ended'],
  gone: ['已撤回', 'Taken back'],
  from: ['授权时间', 'Given'],
  until: ['最迟有效至', 'At the latest until'],
  version: ['授权书版本', 'Wording'],
  withdraw: ['撤回授权', 'Take it back'],
  details: ['登记信息', 'Your details'],
  name: ['姓名', 'Name'],
  identity: ['身份证号', 'Identity number'],
  mobile: ['手机号', 'Mobile number'],
  card: ['银行卡', 'Bank card'],
});

async function kept() {
  const who = await person();
  return { who, given: who ? await consents() : [] };
}

export function ConsentsPage() {
  const t = useWords(), read = useRead('consents', kept);
  if (!read.data) return read.error ? <Failed error={read.error} onRetry={read.again} /> : <Skeleton lines={5} />;
  const { who, given } = read.data;
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p className="muted">{given.length ? t('lead') : t('none')}</p>
      {given.map((each) => (
        <ConsentCard key={each.id} given={each} again={read.again} />
      ))}
      {who && (
        <section className="card stack" aria-label={t('details')}>
          <h2>{t('details')}</h2>
          <Facts
            rows={[
              [t('name'), who.name],
              [t('identity'), who.identity_number],
              [t('mobile'), who.mobile],
              [t('card'), `${who.card_issuer ?? ''} ${who.card_number ?? '—'}`],
            ]}
          />
        </section>
      )}
    </div>
  );
}

function ConsentCard({ given, again }: { given: Consent; again: () => void }) {
  const t = useWords(), { busy, error, wait, act } = useAct(), [key] = useKey();
  return (
    <section className="card stack" aria-label={sourceName(given.source)}>
      <p className="spread">
        <b>{sourceName(given.source)}</b>
        <Chip tone={given.in_force ? 1 : 'grey'}>{given.in_force ? t('in') : given.withdrawn_at ? t('gone') : t('out')}</Chip>
      </p>
      <Facts
        rows={[
          [t('from'), moment(given.valid_from)],
          [t('until'), day(given.valid_until)],
          [t('version'), given.text_version],
        ]}
      />
      <Refusal error={error} wait={wait} />
      {given.in_force && (
        <ActButton quiet busy={busy} wait={wait} onClick={() => void act(async () => (await withdrawConsent(given.id, key), again()))}>
          {t('withdraw')}
        </ActButton>
      )}
    </section>
  );
}
