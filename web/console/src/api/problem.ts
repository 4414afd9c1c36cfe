/** A refusal that the service explained (RFC 9457), or that came from between: then `code` is `unknown`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly correlationId: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly retryAfter: number | null = null,
  ) {
    super(detail || code);
  }
}

export type FieldProblem = { pointer: string; code: string; detail: string };

export async function problemOf(answer: Response): Promise<Problem> {
  const told = answer.headers.get('content-type')?.includes('json') ? ((await answer.json()) as Record<string, unknown>) : {};
  const seconds = Number(answer.headers.get('retry-after'));
  return new Problem(
    answer.status,
    String(told.code ?? 'unknown'),
    String(told.detail ?? answer.statusText),
    String(told.correlation_id ?? answer.headers.get('x-correlation-id') ?? ''),
    (told.errors as FieldProblem[] | undefined) ?? [],
    seconds > 0 ? seconds : null,
  );
}

/** The path of a field in a form: "/parties/0/mobile" and "#/parties/0/mobile" are parties, 0, mobile. */
export function pathOf(pointer: string): (string | number)[] {
  const parts = pointer.replace(/^#/, '').split('/').slice(1);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** What is wrong by field name (dotted path), for forms. */
export function fieldErrors(problem: unknown): Record<string, FieldProblem> {
  if (!(problem instanceof Problem)) return {};
  return Object.fromEntries(problem.fields.map((field) => [pathOf(field.pointer).join('.'), field]));
}
