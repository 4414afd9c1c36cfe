import { application, body } from '@/api/client';
import { queryOptions, useQueries, type UseQueryResult } from '@tanstack/react-query';

const SHOWN_FOR = 5 * 60_000;

/** Masked names and application numbers of what a list shows: personal data travels on no topic, so lists ask the owner in one go. */
export const applicationsOf = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['application', 'statuses', ids],
    enabled: ids.length > 0,
    staleTime: SHOWN_FOR,
    queryFn: async () => {
      const found = await body(application.POST('/v1/applications/statuses', { body: { ids: [...ids] } }));
      return new Map(found.items.map((item) => [item.id, item]));
    },
  });

export const customersOf = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['application', 'masked', ids],
    enabled: ids.length > 0,
    staleTime: SHOWN_FOR,
    queryFn: async () => {
      const found = await body(application.POST('/v1/customers/masked', { body: { ids: [...ids] } }));
      return new Map(found.items.map((item) => [item.id, item]));
    },
  });

type Of = { application_id: string };
const together = <Item,>(answers: UseQueryResult<Map<string, Item>>[]) => new Map(answers.flatMap((answer) => [...(answer.data ?? [])]));

/** The applications of a list and their customers, asked for page by page: what is known stays as more comes. */
export function usePeopleOf(pages: readonly (readonly Of[])[]) {
  const asked = pages.map((page) => unique(page.map((row) => row.application_id)));
  const applications = useQueries({ queries: asked.map(applicationsOf), combine: together });
  const customers = useQueries({ queries: asked.map((ids) => customersOf(unique(ids.map((id) => applications.get(id)?.customer_id)))), combine: together });
  return { applications, customers };
}

export const unique = (ids: readonly (string | null | undefined)[]) => [...new Set(ids.filter((id): id is string => Boolean(id)))].sort();
