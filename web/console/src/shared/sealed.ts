// What is kept in this browser and may be read nowhere else: sealed (AES-GCM) by a key that this browser makes and cannot give
// away, each value bound to its own name. Key and values go together, at sign-out or after 72 hours.
import type { IDBPDatabase } from 'idb';

type Kept = { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer; at: number };
const STORE = 'kept', KEY = 'key', LIVES_MS = 72 * 3_600_000;

export class SealedStore {
  private readonly opened: () => Promise<IDBPDatabase>;

  constructor(name: string) {
    this.opened = async () => (await import('idb')).openDB(name, 1, { upgrade: (database) => void database.createObjectStore(STORE) });
  }

  private async at<T>(act: (database: IDBPDatabase) => Promise<T>): Promise<T> {
    const database = await this.opened();
    try {
      return await act(database);
    } finally {
      database.close();
    }
  }

  private async key(): Promise<CryptoKey> {
    const known = await this.at((database) => database.get(STORE, KEY) as Promise<CryptoKey | undefined>);
    if (known) return known;
    const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    return this.at(async (database) => {
      const turn = database.transaction(STORE, 'readwrite'), first = (await turn.store.get(KEY)) as CryptoKey | undefined;
      if (!first) await turn.store.put(fresh, KEY); // another tab may have been faster
      await turn.done;
      return first ?? fresh;
    });
  }

  async putBytes(name: string, value: BufferSource) {
    const iv = crypto.getRandomValues(new Uint8Array(12)), sealed = await crypto.subtle.encrypt(bound(name, iv), await this.key(), value);
    await this.at((database) => database.put(STORE, { iv, sealed, at: Date.now() } satisfies Kept, name));
  }

  put = (name: string, value: unknown) => this.putBytes(name, new TextEncoder().encode(JSON.stringify(value)));

  /** What is kept under a name, if it still opens; what is too old, or sealed by a key that is gone, goes. */
  async getBytes(name: string): Promise<ArrayBuffer | null> {
    const kept = await this.at((database) => database.get(STORE, name) as Promise<Kept | undefined>);
    if (!kept) return null;
    try {
      if (Date.now() - kept.at > LIVES_MS) throw new Error('too old');
      return await crypto.subtle.decrypt(bound(name, kept.iv), await this.key(), kept.sealed);
    } catch {
      await this.remove(name);
      return null;
    }
  }

  async get<T>(name: string): Promise<T | null> {
    const bytes = await this.getBytes(name);
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T);
  }

  /** The names that begin so, in their order. */
  async names(prefix: string): Promise<string[]> {
    const all = await this.at((database) => database.getAllKeys(STORE, IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
    return all.map(String);
  }

  remove = (name: string) => this.at((database) => database.delete(STORE, name));

  /** Everything, and the key. */
  clear = () => this.at((database) => database.clear(STORE));
}

const bound = (name: string, iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) });
