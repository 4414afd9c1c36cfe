import { Session } from '@/shared/session';
import { settings, type Settings } from '@/shared/settings';
import { signedInBy } from '@/api/client';

const SIGNED_IN = '/signed-in';

export type Desk = { session: Session; settings: Settings; how: 'signed-in' | 'signed-out' | 'leaving' };

/** The sign-in of the desk, taken up where there is one. */
export async function beginDesk(): Promise<Desk> {
  const told = await settings();
  const session = new Session(told.issuer, told.client, SIGNED_IN);
  signedInBy({ current: session.token, renewed: session.renew });
  return { session, settings: told, how: await session.begin() };
}
