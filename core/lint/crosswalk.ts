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
    const shown = memory.recall(duty, (): Shown => placesOf(duty, context), movedShown);
    if (against.length > 0) return statusOf(duty, shown, inOrder(against), context, file);
    return (shown.status ??= statusOf(duty, shown, [], context, file));
  });
}

/** The places that show a duty, part by part, and those that deny it; with what was made of them so far. */
interface Shown {
  readonly parts: readonly (readonly Place[])[];
  readonly denied: readonly Place[];
  status?: DutyStatus;
}

function placesOf({ parts, denied }: Duty, context: RuleContext): Shown {
  return {
    parts: parts.map((part) => part(context).slice(0, MOST_OF_A_PART)),
    denied: denied ? denied(context).slice(0, MOST_OF_A_PART) : [],
  };
}

function statusOf(
  duty: Duty,
  { parts, denied }: Shown,
  against: readonly Finding[],
  context: RuleContext,
  file: string,
): DutyStatus {
  const base = { file, id: duty.id, what: duty.what, citation: citeProvision(duty.provision) };
  if (against.length > 0 || denied.length > 0)
    return {
      ...base,
      status: 'contradicted',
      evidence: evidenceOf(context, [
        ...denied,
        ...against.map(({ span }) => ({ start: span.start.offset, end: span.end.offset })),
      ]),
    };
  const met = parts.filter((places) => places.length > 0);
  const status = met.length === 0 ? 'missing' : met.length < parts.length ? 'partly' : 'met';
  return {
    ...base,
    status,
    evidence: evidenceOf(context, met.flat()),
  };
}

/** The very object where nothing of it has moved: then what was made of it holds too. */
function movedShown(shown: Shown, moved: Mover): Shown | null {
  const parts: (readonly Place[])[] = [];
  for (const places of [...shown.parts, shown.denied]) {
    const there = movedPlaces(places, moved);
    if (!there) return null;
    parts.push(there);
  }
  const denied = parts.pop() ?? [];
  const stayed = denied === shown.denied && parts.every((places, index) => places === shown.parts[index]);
  return stayed ? shown : { parts, denied };
}

function movedPlaces(places: readonly Place[], moved: Mover): readonly Place[] | null {
  const now: Place[] = [];
  for (const place of places) {
    const there = moved(place);
    if (!there) return null;
    now.push(there);
  }
  return now.every((place, index) => place === places[index]) ? places : now;
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
