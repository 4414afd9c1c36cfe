import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { useState } from 'react';
import { Dialog } from '@/shared/Dialog';
import { defineWords, said } from '@/shared/words';
import { found, placeOf, type Hit } from './queries';
import type { Entry } from './roles';

const useWords = defineWords({
  title: ['搜索', 'Search'],
  type: ['申请编号、借据编号或页面名称', 'Number of an application or a loan, or a page'],
  pages: ['页面', 'Pages'],
  records: ['业务', 'Records'],
  application: ['申请', 'Application'],
  loan: ['借据', 'Loan'],
  none: ['没有找到。编号须完整。', 'Nothing found; a number has to be whole.'],
  looking: ['查找中…', 'Looking…'],
});

/** Ctrl K: pages by name, applications and loans by their number. */
export function Search({ entries, onClose }: { entries: readonly Entry[]; onClose: () => void }) {
  const t = useWords(), navigate = useNavigate(), [typed, setTyped] = useState(''), [picked, setPicked] = useState(''), number = typed.trim();
  const records = useQuery({ queryKey: ['search', number], queryFn: () => found(number), enabled: number.length >= 6 });
  const first = records.data?.[0], value = (hit: Hit) => `${number} ${hit.key}`;
  const go = (path: string) => {
    onClose();
    void navigate({ to: path });
  };
  return (
    <Dialog title={t('title')} onClose={onClose} wide>
      <Command label={t('title')} className="search" value={picked || (first ? value(first) : '')} onValueChange={setPicked}>
        <Command.Input value={typed} onValueChange={(next) => (setPicked(''), setTyped(next))} placeholder={t('type')} aria-label={t('type')} />
        <Command.List label={t('title')}>
          <Command.Empty className="empty">{records.isFetching ? t('looking') : t('none')}</Command.Empty>
          {(records.data?.length ?? 0) > 0 && (
            <Command.Group heading={t('records')} forceMount>
              {records.data?.map((hit) => (
                <Command.Item key={hit.key} value={value(hit)} onSelect={() => void placeOf(hit).then(go)}>
                  <b>{hit.title}</b> <span className="muted">{t(hit.about)}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <Command.Group heading={t('pages')}>
            {entries.map((entry) => (
              <Command.Item key={entry.path} value={`${entry.title[0]} ${entry.title[1]}`} onSelect={() => go(entry.path)}>
                {said(entry.title)} <kbd>{entry.chord}</kbd>
              </Command.Item>
            ))}
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  );
}
