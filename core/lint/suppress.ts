import { type Day, isDay } from '../attendance/day.ts';
import type { PlacedBlock, PolicyDocument } from '../policy/document.ts';
import { matchesOf } from '../text/matches.ts';
import type { Finding } from './finding.ts';
import type { Place, Problem, RuleDescription } from './rule.ts';

/** A comment that keeps a rule quiet about the block after it. */
export interface Suppression {
  readonly ruleId: string;
  readonly reason: string | null;
  readonly owner: string | null;
  /** The last day on which it holds; null: for good. */
  readonly until: Day | null;
  /** The comment itself. */
  readonly at: Place;
  /** What it covers. */
  readonly covers: Place;
}

export const SUPPRESSION_RULES = {
  reasoned: {
    id: 'suppressions/has-a-reason',
    topic: 'suppression',
    title: 'A suppression names a rule and says why',
    duty: 'internal',
    citations: [],
    why: 'Whoever reads the policy next has to know why a finding was set aside; without a reason it is not.',
  },
  current: {
    id: 'suppressions/not-expired',
    topic: 'suppression',
    title: 'A suppression has not passed its date',
    duty: 'internal',
    citations: [],
    why: 'A date is a promise to look again; after it the finding is shown.',
  },
  used: {
    id: 'suppressions/still-needed',
    topic: 'suppression',
    title: 'A suppression still sets something aside',
    duty: 'internal',
    citations: [],
    why: 'One that is left behind would hide the next finding of that rule at that place.',
  },
} as const satisfies Record<string, RuleDescription>;

const IGNORE = /<!--\s*rollmark-ignore\s+([a-z0-9-]+(?:\/[a-z0-9-]+)?)\s*:?([^<>]{0,400}?)-->/gi;
const DETAILS = /\(([^()]{0,200})\)\s*$/;
const UNTIL = /\buntil\s+(\S+)\s*$/i;

/** Every suppression in the document, in the order of the text. */
export function readSuppressions(document: PolicyDocument): Suppression[] {
  const found: Suppression[] = [];
  if (!document.text.includes('rollmark-ignore')) return found;
  for (const placed of document.blocks) {
    if (!placed.block.raw.includes('rollmark-ignore')) continue;
    for (const match of matchesOf(placed.block.raw, IGNORE)) {
      const words = (match[2] ?? '').trim();
      const details = DETAILS.exec(words);
      const until = UNTIL.exec(details?.[1] ?? '');
      const isDetails = details !== null && (until !== null || details.index > 0);
      const owner = (details?.[1] ?? '')
        .replace(UNTIL, '')
        .replace(/(?<![,;\s])[,;\s]+$/, '')
        .trim();
      const reason = (isDetails ? words.slice(0, details.index) : words).trim();
      found.push({
        ruleId: match[1] ?? '',
        reason: reason === '' ? null : reason,
        owner: isDetails && owner !== '' ? owner : null,
        until: until?.[1] ?? null,
        at: { start: placed.offset + match.index, end: placed.offset + match.index + match[0].length },
        covers: coverageOf(document, placed),
      });
    }
  }
  return found;
}

/** Parts findings into those that stand and those set aside, and says what is wrong with the suppressions. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  known: ReadonlySet<string>,
  asOf: Day,
): { kept: Finding[]; suppressed: Finding[]; problems: { rule: RuleDescription; problem: Problem }[] } {
  const problems: { rule: RuleDescription; problem: Problem }[] = [];
  const working: { suppression: Suppression; used: boolean }[] = [];
  for (const suppression of suppressions) {
    const wrong = whatIsWrong(suppression, known, asOf);
    if (wrong) problems.push({ rule: wrong.rule, problem: { message: wrong.message, at: suppression.at } });
    else working.push({ suppression, used: false });
  }
  const kept: Finding[] = [];
  const suppressed: Finding[] = [];
  for (const finding of findings) {
    const by = working.filter(({ suppression }) => isCovered(finding, suppression));
    for (const one of by) one.used = true;
    (by.length > 0 ? suppressed : kept).push(finding);
  }
  for (const { suppression, used } of working)
    if (!used)
      problems.push({
        rule: SUPPRESSION_RULES.used,
        problem: {
          message: `This sets ${suppression.ruleId} aside, but that rule reports nothing here; the comment can go.`,
          at: suppression.at,
        },
      });
  return { kept, suppressed, problems };
}

function whatIsWrong(
  { ruleId, reason, until }: Suppression,
  known: ReadonlySet<string>,
  asOf: Day,
): { rule: RuleDescription; message: string } | null {
  const { reasoned, current } = SUPPRESSION_RULES;
  if (!known.has(ruleId))
    return { rule: reasoned, message: `There is no rule ${ruleId}, so nothing is set aside here.` };
  if (reason === null)
    return {
      rule: reasoned,
      message: `This sets ${ruleId} aside without a reason; write why after a colon, and it will hold.`,
    };
  if (until !== null && !isDay(until))
    return { rule: current, message: `“${until}” is no date like 2027-09-01, so this does not set ${ruleId} aside.` };
  if (until !== null && until < asOf)
    return { rule: current, message: `This set ${ruleId} aside until ${until}, which has passed.` };
  return null;
}

function isCovered({ ruleId, span }: Finding, suppression: Suppression): boolean {
  const at = span.start.offset;
  return (
    ruleId === suppression.ruleId &&
    at >= suppression.covers.start &&
    at < Math.max(suppression.covers.end, suppression.covers.start + 1)
  );
}

/** The block after the comment; of a list or a table, all of it; of a block with the comment inside, that block. */
function coverageOf(document: PolicyDocument, comment: PlacedBlock): Place {
  if (comment.block.kind !== 'comment')
    return { start: comment.offset, end: comment.offset + comment.block.raw.length };
  const rest = document.blocks.slice(comment.index + 1).filter(({ block }) => block.kind !== 'comment');
  const first = rest[0];
  if (!first) return { start: comment.offset, end: document.text.length };
  let last = first;
  if (first.block.kind === 'item' || first.block.kind === 'row')
    for (const placed of rest.slice(1)) {
      if (placed.block.kind !== first.block.kind) break;
      last = placed;
    }
  return { start: first.offset, end: last.offset + last.block.raw.length };
}
