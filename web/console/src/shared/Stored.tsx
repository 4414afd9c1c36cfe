import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Failed } from './Failed';
import { Skeleton } from './Skeleton';

/** A stored paper or picture as it is; its token goes into a header, so no address shows it. */
export function Stored({ of, read, mediaType, title }: { of: string; read: () => Promise<Blob>; mediaType: string; title: string }) {
  const found = useQuery({ queryKey: ['application', 'document', of], queryFn: read, staleTime: Infinity, gcTime: 60_000 });
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!found.data) return;
    const made = URL.createObjectURL(found.data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [found.data]);
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  if (!address) return <Skeleton lines={5} />;
  return mediaType === 'application/pdf' ? <iframe className="paper" src={address} title={title} /> : <img className="paper" src={address} alt={title} />;
}
