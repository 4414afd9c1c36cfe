// Who is signed in: code + PKCE. Tokens live in memory alone: a reload asks the issuer again, a stolen disk holds nothing.
import { ErrorResponse, InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { useSyncExternalStore } from 'react';

export type Me = { subject: string; name: string; roles: readonly string[]; branch: string; customerId: string | null; development?: boolean };

type Claims = { name?: string; roles?: string[]; branch?: string; customer_id?: string };
const meOf = (user: User): Me => {
  const claims = user.profile as Claims;
  return { subject: user.profile.sub, name: claims.name ?? user.profile.sub, roles: claims.roles ?? [], branch: claims.branch ?? '', customerId: claims.customer_id ?? null };
};

const SIGNED_OUT = 'signed-out', IN_PLACE = 'in-place';

/** `expired`: the sign-in has ended while somebody worked; what he typed stays, and he signs in in place. */
export type State = { me: Me | null; expired: boolean };

export class Session {
  private readonly manager: UserManager;
  private readonly tabs = new BroadcastChannel('xinliu.session');
  private readonly listeners = new Set<() => void>();
  private user: User | null = null;
  private renewing: Promise<boolean> | null = null;
  private state: State = { me: null, expired: false };

  /** `path` is where the issuer sends people back to, a page of this origin. */
  constructor(issuer: string, client: string, private readonly path: string) {
    const address = `${location.origin}${path}`;
    this.manager = new UserManager({
      authority: issuer,
      client_id: client,
      redirect_uri: address,
      popup_redirect_uri: `${address}?${IN_PLACE}=1`,
      post_logout_redirect_uri: address,
      scope: 'openid profile',
      automaticSilentRenew: true,
      accessTokenExpiringNotificationTimeInSeconds: 10,
      monitorSession: false,
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
    });
    this.manager.events.addUserLoaded((user) => this.take(user));
    this.manager.events.addSilentRenewError(() => undefined); // the next request finds out, and asks to sign in in place
    this.tabs.onmessage = ({ data }) => data === SIGNED_OUT && location.assign(path);
  }

  token = () => this.user?.access_token ?? '';

  me = () => this.state.me;

  use = () => useSyncExternalStore((tell) => (this.listeners.add(tell), () => this.listeners.delete(tell)), () => this.state);

  /** Takes up a sign-in that there is. `leaving`: the browser goes to the issuer, nothing is to be drawn. */
  async begin(): Promise<'signed-in' | 'signed-out' | 'leaving'> {
    const asked = new URLSearchParams(location.search);
    if (location.pathname === this.path && asked.has('state') && (asked.has('code') || asked.has('error'))) return this.returned();
    await this.manager.signinRedirect({ prompt: 'none', state: here() });
    return 'leaving';
  }

  private async returned(): Promise<'signed-in' | 'signed-out' | 'leaving'> {
    try {
      if (new URLSearchParams(location.search).has(IN_PLACE)) {
        await this.manager.signinPopupCallback(); // tells the page that opened this window, and closes it
        return 'leaving';
      }
      const user = await this.manager.signinCallback();
      if (!user) return 'signed-out';
      history.replaceState(null, '', addressOf(user.state));
      this.take(user);
      return 'signed-in';
    } catch (refused) {
      history.replaceState(null, '', addressOf(refused instanceof ErrorResponse ? refused.state : null));
      return 'signed-out';
    }
  }

  signIn = () => this.manager.signinRedirect({ state: here() });

  /** Signs in again in a window of its own: the page with all that was typed stays. */
  signInInPlace = async () => {
    this.take(await this.manager.signinPopup());
  };

  /** Gets another token. False: the sign-in has ended. */
  renew = () => {
    this.renewing ??= this.manager
      .signinSilent()
      .then((user) => (user ? (this.take(user), true) : this.end()))
      .catch(() => this.end())
      .finally(() => {
        this.renewing = null;
      });
    return this.renewing;
  };

  signOut = async () => {
    this.tabs.postMessage(SIGNED_OUT);
    await this.manager.signoutRedirect();
  };

  private end() {
    if (this.state.me) this.tell({ me: this.state.me, expired: true });
    return false;
  }

  private take(user: User) {
    this.user = user;
    this.tell({ me: meOf(user), expired: false });
  }

  private tell(state: State) {
    this.state = state;
    for (const tell of this.listeners) tell();
  }
}

const here = () => location.pathname + location.search;
/** Where somebody was before he signed in; never an address of elsewhere. */
const addressOf = (state: unknown) => (typeof state === 'string' && /^\/(?!\/)/.test(state) ? state : '/');
