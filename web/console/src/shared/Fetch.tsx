import { useMutation } from '@tanstack/react-query';
import { download } from './download';
import { Refused } from './Failed';

/** A file of a service under a name: the token goes into a header, which a link cannot. */
export function Fetch({ label, name, read, small, disabled }: { label: string; name: string; read: () => Promise<Blob>; small?: boolean; disabled?: boolean }) {
  const get = useMutation({ mutationFn: async () => download(await read(), name) });
  return (
    <>
      <button type="button" className={small ? 'btn small' : 'btn'} disabled={disabled || get.isPending} onClick={() => get.mutate()}>
        {label}
      </button>
      <Refused error={get.error} />
    </>
  );
}
