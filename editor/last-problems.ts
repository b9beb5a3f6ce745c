import * as z from 'zod/mini';
import type { Severity } from '#core/lint/finding.ts';
import type { CheckRequest } from './lint-client.ts';
import type { Marked } from './state.ts';

/**
 * The problems of the policy that was open when the last visit ended: they show while the same text is checked again,
 * which takes longer than all else when the window opens. Kept in this browser, of one policy, until it is closed.
 */

const KEY = 'rollmark.problems';
// A browser keeps some five million letters for an address, and the last words of a crash come first.
const LONGEST = 300_000;

const SEVERITIES: Record<Severity, true> = { error: true, warning: true, advice: true };
const line = z.number().check(z.int(), z.positive());
const PositionSchema = z.object({ line, column: line, offset: z.number().check(z.int(), z.nonnegative()) });
const MarkedSchema = z.object({
  ruleId: z.string(),
  severity: z.custom<Severity>((value) => typeof value === 'string' && value in SEVERITIES),
  message: z.string(),
  span: z.object({ start: PositionSchema, end: PositionSchema }),
  related: z.array(z.object({ line, message: z.string() })),
  citations: z.array(z.object({ url: z.string() })),
});
const KeptSchema = z.object({ of: z.string(), text: z.string(), found: z.array(MarkedSchema) });

/** Notes the problems that the checker of that address finds when it is asked this. */
export function keepProblems(checker: string, { text, ...rest }: CheckRequest, found: readonly Marked[]): void {
  if (text.length > LONGEST) {
    forgetProblems();
    return;
  }
  const slim = found.map(({ ruleId, severity, message, span, related, citations }) => ({
    ruleId,
    severity,
    message,
    span,
    related,
    citations: citations.slice(0, 1).map(({ url }) => ({ url })),
  }));
  try {
    localStorage.setItem(KEY, JSON.stringify({ of: identity(checker, rest), text, found: slim }));
  } catch {
    // What stands there is of another text, and would take the room of what matters more.
    forgetProblems();
  }
}

/** The problems that were noted when the same checker was asked the very same; null when there are none. */
export function keptProblems(checker: string, { text, ...rest }: CheckRequest): readonly Marked[] | null {
  try {
    const kept = KeptSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return kept.success && kept.data.text === text && kept.data.of === identity(checker, rest) ? kept.data.found : null;
  } catch {
    // Without storage, or when it is damaged, they are found a little later.
    return null;
  }
}

/** Forgets them, when the policy is closed or changed. */
export function forgetProblems(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where storage is switched off there is nothing to forget.
    return;
  }
}

/** The checker's address changes with its rules; the day and the kind of school decide which of them hold. */
function identity(checker: string, { file, asOf, settings }: Omit<CheckRequest, 'text'>): string {
  const chosen = Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([checker, file, asOf, chosen]);
}
