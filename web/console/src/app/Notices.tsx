import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '@/shared/Dialog';
import type { Happened } from '@/shared/live';
import { codeWords, defineWords } from '@/shared/words';

const useWords = defineWords({
  notices: ['通知', 'Notifications'],
  unread: ['{n} 条未读通知', '{n} unread notifications'],
  none: ['没有通知。分给您的任务、提到您的备注和临近时限的提醒会出现在这里。', 'No notifications. Tasks for you, notes that mention you and reminders will appear here.'],
  open: ['打开', 'Open'],
  clear: ['全部清除', 'Clear all'],
  close: ['关闭', 'Close'],
  by: ['{who} 在备注中提到了您', '{who} mentioned you in a note'],
});
const said = codeWords({
  'task.claimed': ['您领取了任务', 'You took a task'],
  'task.reassigned': ['有任务转交给您', 'A task was handed to you'],
  'task.reminded': ['任务时限已过半', 'Half of the time of a task has passed'],
  'task.overdue': ['任务已超时', 'A task is overdue'],
  'task.handed-over': ['超时任务移交给您', 'A late task was handed to you'],
});
/** What one has done oneself is no news. */
const OWN = new Set(['task.claimed', 'task.completed']);
const MOST = 50;

const kept = (subject: string) => `xinliu.notices.${subject}`;
const read = (subject: string) => JSON.parse(localStorage.getItem(kept(subject)) ?? '[]') as Happened[];

/** What was meant for somebody by name: ids and codes, kept in his browser until he clears them. */
export function useNotices(subject: string) {
  const [notices, set] = useState(() => read(subject)), [seen, setSeen] = useState(() => notices[0]?.seq ?? 0);
  const keep = (next: Happened[]) => {
    localStorage.setItem(kept(subject), JSON.stringify(next));
    set(next);
  };
  const add = (one: Happened) => !OWN.has(one.type) && keep([one, ...read(subject).filter((each) => each.seq !== one.seq)].slice(0, MOST));
  return { notices, unread: notices.filter((each) => each.seq > seen).length, add, clear: () => keep([]), look: () => setSeen(notices[0]?.seq ?? 0) };
}

export function Notices({ of }: { of: ReturnType<typeof useNotices> }) {
  const t = useWords(), [open, setOpen] = useState(false);
  const close = () => {
    of.look();
    setOpen(false);
  };
  return (
    <>
      <button type="button" className="btn quiet" onClick={() => setOpen(true)} aria-label={of.unread ? `${t('notices')}: ${t('unread', { n: of.unread })}` : t('notices')}>
        {t('notices')} {of.unread > 0 && <span className="chip tone-4">{of.unread}</span>}
      </button>
      {open && (
        <Dialog title={t('notices')} onClose={close}>
          {of.notices.length === 0 && <p className="muted">{t('none')}</p>}
          <ul className="plain-list papers">
            {of.notices.map((each) => (
              <li key={each.seq}>
                <span>{each.type === 'task.mentioned' ? t('by', { who: each.mentioned_by ?? '—' }) : said(each.type)}</span>
                <Link to="/cases/$caseId" params={{ caseId: each.subject } as never} onClick={close} className="btn small">
                  {t('open')}
                </Link>
              </li>
            ))}
          </ul>
          <p className="actions">
            <button type="button" className="btn" onClick={close}>
              {t('close')}
            </button>
            {of.notices.length > 0 && (
              <button type="button" className="btn quiet" onClick={of.clear}>
                {t('clear')}
              </button>
            )}
          </p>
        </Dialog>
      )}
      <span className="sr" role="status">
        {of.unread > 0 ? t('unread', { n: of.unread }) : ''}
      </span>
    </>
  );
}
