import { useState } from 'react';
import { Confirm } from '@/shared/Confirm';
import { Choices, Field } from '@/shared/Field';
import { said } from '@/shared/words';
import { TITLES } from '@/shared/titles';
import { proposeRoles, type Member } from '../queries';
import { useWords } from '../words';

/** Which roles somebody shall hold, for a second person to decide. */
export function Propose({ member, onDone }: { member?: Member; onDone: () => void }) {
  const t = useWords(), [subject, setSubject] = useState(member?.subject ?? ''), [roles, setRoles] = useState<string[]>(member?.roles ?? []), [branch, setBranch] = useState(member?.branch ?? '');
  const wanted = (reason: string) => ({ subject: subject.trim(), roles, branch: branch.trim() || null, reason });
  return (
    <Confirm label={member ? t('change') : t('add')} title={member ? `${t('change')} · ${member.subject}` : t('add')} small={Boolean(member)} primary={!member} words={t('reason')} content={wanted('')} act={(key, reason) => proposeRoles(wanted(reason), key)} onDone={onDone}>
      {!member && <Field label={t('subject')}>{(given) => <input {...given} required autoComplete="off" maxLength={100} value={subject} onChange={(event) => setSubject(event.target.value)} />}</Field>}
      <Choices label={t('roles')} hint={t('apart')} all={Object.keys(TITLES)} chosen={roles} onChange={setRoles} told={(role) => said(TITLES[role]!)} />
      <Field label={t('branch')} hint={member && t('leave')}>
        {(given) => <input {...given} autoComplete="off" pattern="[A-Za-z0-9._\-]{1,40}" maxLength={40} value={branch} onChange={(event) => setBranch(event.target.value)} />}
      </Field>
    </Confirm>
  );
}
