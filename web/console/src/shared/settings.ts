export type Person = { id: string; name: string; roles: string[]; branch: string };
/** What the origin tells its pages: where one signs in, and in a development system as whom. */
export type Settings = { issuer: string; client: string; borrower_client: string; development: boolean; people: Person[] };

export async function settings(): Promise<Settings> {
  const answer = await fetch('/console.json');
  if (!answer.ok) throw new Error(`/console.json: ${answer.status}`);
  return (await answer.json()) as Settings;
}
