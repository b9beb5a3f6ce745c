import type { PlacedBlock, PolicyDocument } from './document.ts';
import { reachedIn } from './readers/contacts/numbers.ts';
import type { Fact, FactOf } from './schema.ts';

/** Behind a name so many blocks may tell how to reach it: a number, and an address. */
const MOST_WAYS = 2;
const LONGEST = 90;
/** A number or an address with its label, and nothing else. */
const LABELS =
  /\b(?:e-?mail|mail|tel(?:ephone)?|phone|mob(?:ile)?|contact|number|address|direct|line|no|ext(?:ension)?)\b/gi;

/**
 * A post, the name that holds it and the number to call may stand in three blocks, one below the other: what tells only how
 * to reach somebody, right behind the name of one who works on attendance, is a contact for attendance.
 */
export function refineContacts(document: PolicyDocument, facts: readonly Fact[]): Fact[] {
  const found: Fact[] = [];
  const known = new Set(facts.flatMap((fact) => (fact.kind === 'contact' ? [fact.span.start.offset] : [])));
  for (const fact of facts) {
    if (fact.kind !== 'role' || fact.role === 'headteacher') continue;
    const named = document.blockAt(fact.span.start.offset);
    if (!named || !isOnlyName(named, fact.name)) continue;
    for (let step = 1; step <= MOST_WAYS; step++) {
      const placed = document.blocks[named.index + step];
      const ways = placed ? onlyWays(document, placed) : [];
      if (ways.length === 0) break;
      found.push(...ways.filter(({ span }) => !known.has(span.start.offset)));
    }
  }
  return found.length === 0
    ? [...facts]
    : [...facts, ...found].sort((a, b) => a.span.start.offset - b.span.start.offset);
}

function isOnlyName({ block }: PlacedBlock, name: string): boolean {
  return block.plain.slice(block.bodyAt).trim().length <= name.length + 2;
}

/** The ways to reach somebody that a block consists of; none where it says anything else. */
function onlyWays(document: PolicyDocument, placed: PlacedBlock): FactOf<'contact'>[] {
  const { plain, raw, bodyAt } = placed.block;
  if (plain.length > LONGEST || !/\d|@/.test(plain)) return [];
  const ways = reachedIn(plain, raw);
  let rest = plain.slice(bodyAt);
  for (const { start, end } of ways) rest = rest.replace(plain.slice(start, end), ' ');
  if (ways.length === 0 || /[a-z\d]/i.test(rest.replace(LABELS, ' '))) return [];
  return ways.map(({ start, end, phone, email }) => {
    const span = document.spanIn(placed, start, end);
    return {
      kind: 'contact',
      for: 'attendance',
      ...(phone ? { phone } : { email: email ?? '' }),
      confidence: 'likely',
      line: span.start.line,
      span,
      quote: document.text.slice(span.start.offset, span.end.offset),
    };
  });
}
