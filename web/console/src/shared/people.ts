import { application, body } from '@/api/client';
import { queryOptions } from '@tanstack/react-query';

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

export const unique = (ids: readonly (string | null | undefined)[]) => [...new Set(ids.filter((id): id is string => Boolean(id)))].sort();
