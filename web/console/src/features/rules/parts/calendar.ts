// Working days as parameters hold them: holidays, and weekend days that are worked (调休).
export type Kind = 'holiday' | 'worked' | 'weekend' | 'work';
const DAY_MS = 86_400_000;
const time = (day: string) => Date.parse(`${day}T00:00:00Z`);
export const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The days of a list such as `2026-02-14 2026-10-01/2026-10-07`, ends included. */
export function daysOf(list: string): Set<string> {
  const found = new Set<string>();
  for (const part of list.split(/\s+/).filter(Boolean)) {
    const [first = '', last = first] = part.split('/');
    for (let at = time(first); at <= time(last); at += DAY_MS) found.add(dayOf(at));
  }
  return found;
}

/** The days that rows list, each by the row that is in force on it. */
export function listed(rows: readonly { value: string; valid_from: string }[]): Set<string> {
  const inForce = (day: string) => rows.filter((row) => row.valid_from <= day).reduce<string | null>((last, row) => (last === null || row.valid_from > last ? row.valid_from : last), null);
  return new Set(rows.flatMap((row) => [...daysOf(row.value)].filter((day) => inForce(day) === row.valid_from)));
}

/** The weeks of a month, Monday first; null where a day is of another month. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = Date.UTC(year, month, 1), days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate(), before = (new Date(first).getUTCDay() + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null), ...Array.from({ length: days }, (_, at) => dayOf(first + at * DAY_MS))];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (__, at) => cells[week * 7 + at] ?? null));
}

export function kindOf(day: string, holidays: ReadonlySet<string>, worked: ReadonlySet<string>): Kind {
  if (holidays.has(day)) return 'holiday';
  if (worked.has(day)) return 'worked';
  return new Date(time(day)).getUTCDay() % 6 === 0 ? 'weekend' : 'work';
}
