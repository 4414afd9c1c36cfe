import { useState } from 'react';
import { Dialog } from '@/shared/Dialog';
import { setSingleKeys, singleKeys } from '@/shared/keys';
import { defineWords, said } from '@/shared/words';
import type { Entry } from './roles';

const useWords = defineWords({
  title: ['键盘操作', 'Keyboard'],
  close: ['关闭', 'Close'],
  single: ['启用单键快捷键', 'Single keys act'],
  search: ['搜索编号或页面', 'Search a number or a page'],
  rows: ['列表中上下移动', 'Move in a list'],
  open: ['打开所选行', 'Open the row'],
  filter: ['跳到筛选', 'Go to the filter'],
  opinion: ['审批页：填写意见', 'Decision page: the opinion'],
  next: ['审批页：下一件', 'Decision page: next case'],
  history: ['审批页：历史', 'Decision page: history'],
  help: ['本帮助', 'This help'],
});

export function KeyHelp({ entries, onClose }: { entries: readonly Entry[]; onClose: () => void }) {
  const t = useWords(), [on, setOn] = useState(singleKeys());
  const keys: [string, string][] = [
    ...entries.map((entry): [string, string] => [entry.chord, said(entry.title)]),
    ['Ctrl K', t('search')],
    ['j k ↓ ↑', t('rows')],
    ['Enter', t('open')],
    ['/', t('filter')],
    ['a', t('opinion')],
    ['n', t('next')],
    ['h', t('history')],
    ['?', t('help')],
  ];
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setSingleKeys(event.target.checked);
            setOn(event.target.checked);
          }}
        />
        {t('single')}
      </label>
      <p className="actions">
        <button type="button" className="btn" onClick={onClose}>
          {t('close')}
        </button>
      </p>
    </Dialog>
  );
}
