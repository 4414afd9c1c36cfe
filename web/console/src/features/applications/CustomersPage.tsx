import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable } from '@/shared/DataTable';
import { moment } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { useCursor } from '@/shared/useCursor';
import { customers, type Customer } from './queries';
import { useWords } from './words';

const FOUR = /^\d{4}$/;

/** Whom a branch keeps, found by the end of his number; all that is known of one is on his page. */
export function CustomersPage() {
  const t = useWords(), navigate = useNavigate(), { last_four: lastFour } = useSearch({ strict: false }) as { last_four?: string }, [typed, setTyped] = useState(lastFour ?? '');
  const list = useCursor(['application', 'customers', lastFour ?? ''], (cursor) => customers(lastFour, cursor));
  useTitle(t('customers'));
  const look = (next: string) => {
    setTyped(next);
    if (!next || FOUR.test(next)) void navigate({ to: '/customers', search: (next ? { last_four: next } : {}) as never });
  };
  return (
    <>
      <div className="head">
        <h1>{t('customers')}</h1>
        <span className="fill" />
        <Link to="/applications/new" className="btn primary">
          {t('newApplication')}
        </Link>
      </div>
      <div className="bar">
        <label>
          {t('lastFour')}
          <input type="search" inputMode="numeric" maxLength={4} value={typed} onChange={(event) => look(event.target.value)} />
        </label>
      </div>
      <DataTable<Customer>
        caption={t('customers')}
        rowKey={(it) => it.id}
        empty={t('noCustomers')}
        onOpen={(it) => void navigate({ to: '/customers/$customerId', params: { customerId: it.id } as never })}
        columns={[
          { key: 'name', title: t('name'), cell: (it) => it.name },
          { key: 'identity', title: t('identity'), cell: (it) => it.identity_number },
          { key: 'mobile', title: t('mobile'), cell: (it) => it.mobile },
          { key: 'card', title: t('card'), cell: (it) => it.card_number ?? '—' },
          { key: 'since', title: t('since'), cell: (it) => moment(it.registered_at) },
        ]}
        {...list.table}
      />
    </>
  );
}
