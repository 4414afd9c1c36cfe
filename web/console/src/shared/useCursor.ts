import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

type Page<Row> = { items: Row[]; next_cursor?: string | null };

/** A list that is read page by page, ready for a DataTable: `<DataTable {...list.table} …/>`. */
export function useCursor<Row>(queryKey: QueryKey, read: (cursor: string | undefined) => Promise<Page<Row>>, refetchInterval?: number) {
  const list = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => read(pageParam),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const table = {
    rows,
    pending: list.isPending,
    error: list.error,
    onRetry: () => void list.refetch(),
    more: { has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() },
  };
  return { rows, table };
}
