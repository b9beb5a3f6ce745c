import { citeProvision } from '../guidance/provisions.ts';
import { groupedBy } from '../text/grouped.ts';
import type { RuleContext } from './context.ts';
import { DUTIES, type Duty } from './duties.ts';
import type { DutyStatus, Finding } from './finding.ts';
import { LintMemory, type Mover } from './memory.ts';
import type { Place } from './rule.ts';
import { inOrder } from './run.ts';

// Enough to find the place; the rest of the document says it again.
const MOST_EVIDENCE = 5;
const MOST_OF_A_PART = 2;

/** Where the policy meets each duty of the guidance, with the lines that show it, or that show the opposite. */
export function crosswalkOf(
  context: RuleContext,
  findings: readonly Finding[],
  file: string,
  memory: LintMemory = new LintMemory(context),
): DutyStatus[] {
  const graver = groupedBy(
    findings.filter(({ severity }) => severity !== 'advice'),
    ({ ruleId }) => ruleId,
  );
  return DUTIES.map((duty) => {
    const against = duty.contradictedBy.flatMap((ruleId) => graver.get(ruleId) ?? []);
    return statusOf(duty, context, inOrder(against), file, memory);
  });
}

function statusOf(
  duty: Duty,
  context: RuleContext,
  against: readonly Finding[],
  file: string,
  memory: LintMemory,
): DutyStatus {
  const base = { file, id: duty.id, what: duty.what, citation: citeProvision(duty.provision) };
  const { denied: denies } = duty;
  const denied = denies ? memory.recall(denies, () => denies(context).slice(0, MOST_OF_A_PART), movedPlaces) : [];
  if (against.length > 0 || denied.length > 0)
    return {
      ...base,
      status: 'contradicted',
      evidence: evidenceOf(context, [
        ...denied,
        ...against.map(({ span }) => ({ start: span.start.offset, end: span.end.offset })),
      ]),
    };
  const parts = duty.parts.map((part) =>
    memory.recall(part, () => part(context).slice(0, MOST_OF_A_PART), movedPlaces),
  );
  const met = parts.filter((places) => places.length > 0);
  const status = met.length === 0 ? 'missing' : met.length < parts.length ? 'partly' : 'met';
  return {
    ...base,
    status,
    evidence: evidenceOf(context, met.flat()),
  };
}

function movedPlaces(places: readonly Place[], moved: Mover): Place[] | null {
  const now: Place[] = [];
  for (const place of places) {
    const there = moved(place);
    if (!there) return null;
    now.push(there);
  }
  return now;
}

function evidenceOf(context: RuleContext, places: readonly Place[]): DutyStatus['evidence'] {
  const byLine = new Map<number, string>();
  for (const place of places) {
    const line = context.document.source.lineAt(place.start);
    if (!byLine.has(line) && byLine.size < MOST_EVIDENCE)
      byLine.set(line, context.document.text.slice(place.start, place.end));
  }
  return [...byLine].map(([line, quote]) => ({ line, quote })).sort((a, b) => a.line - b.line);
}
