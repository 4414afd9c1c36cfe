import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTitle } from '@/shared/page';
import { ConsentStep } from './parts/ConsentStep';
import { CustomerStep } from './parts/CustomerStep';
import { WishStep } from './parts/WishStep';
import { oneCustomer } from './queries';
import { useWords } from './words';

/** An application for a customer who sits at the desk: who he is, what he permits, what he asks for. */
export function NewApplicationPage() {
  const t = useWords(), navigate = useNavigate(), { customer } = useSearch({ strict: false }) as { customer?: string }, known = useQuery(oneCustomer(customer));
  useTitle(t('newApplication'));
  return (
    <>
      <div className="head">
        <h1>{t('newApplication')}</h1>
      </div>
      <div className="grid narrow">
        <CustomerStep known={known.data} onKnown={(id) => void navigate({ to: '/applications/new', search: { customer: id } as never })} />
        {known.data && <ConsentStep customer={known.data.id} />}
        {known.data && <WishStep customer={known.data.id} onSaved={(id) => void navigate({ to: '/applications/$applicationId', params: { applicationId: id } as never })} />}
      </div>
    </>
  );
}
