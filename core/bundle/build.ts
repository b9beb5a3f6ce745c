import type { Day } from '../attendance/day.ts';
import type { CalendarEntry } from '../attendance/pupil.ts';
import type { Finding } from '../lint/finding.ts';
import { type PolicyReading, readPolicy } from '../policy/parse.ts';
import { digestOf } from './digest.ts';
import { BUNDLE_VERSION } from './migrate.ts';
import { publicText } from './public-text.ts';
import type { PolicyBundle } from './schema.ts';

export interface BundleOptions {
  /** The day of publishing. */
  asOf: Day;
  rulebook: { version: string; checkedOn: Day };
  /** Who approved it and when: both, or neither. */
  approvedBy?: string | undefined;
  approvedOn?: Day | undefined;
  calendar?: readonly CalendarEntry[] | undefined;
  /** What the document's own comments set aside. */
  suppressed: readonly Finding[];
}

/** What is published, with the reading of exactly that text: the page is made from it too. */
export interface BuiltBundle {
  bundle: PolicyBundle;
  reading: PolicyReading;
}

/** The bundle of a policy: its text without comments, and everything read again from that text. */
export function buildBundle(draft: PolicyReading, options: BundleOptions): BuiltBundle {
  const markdown = publicText(draft.document.text);
  const reading = readPolicy(markdown);
  const { document, policy, escalation, facts } = reading.parsed;
  const { asOf, rulebook, approvedBy, approvedOn, calendar } = options;
  const content = {
    schemaVersion: BUNDLE_VERSION,
    policy,
    ladder: escalation,
    facts,
    ...(calendar && { calendar: calendar.map(({ date, session, open }) => ({ date, session, open })) }),
    source: { sha256: document.sha256, markdown },
    rulebook: { version: rulebook.version, checkedOn: rulebook.checkedOn },
    published: { on: asOf, state: stateOf(reading, options), ...(approvedBy && approvedOn && { by: approvedBy }) },
  } as const;
  return { reading, bundle: { ...content, digest: digestOf(content) } };
}

/** Approved by a named person, or by the document itself when nothing in it is open or set aside; else a draft. */
function stateOf({ parsed }: PolicyReading, options: BundleOptions): 'draft' | 'approved' {
  const { approvedBy, approvedOn, asOf, suppressed } = options;
  if (approvedBy && approvedOn) return approvedOn <= asOf ? 'approved' : 'draft';
  if (parsed.placeholders.length > 0) return 'draft';
  if (suppressed.some(({ severity }) => severity === 'error')) return 'draft';
  const approvals = parsed.facts.filter((fact) => fact.kind === 'date').filter(({ field }) => field === 'approved');
  // A document that also names a later approval is waiting for it.
  const isDone = approvals.every(({ value }) => value <= asOf.slice(0, value.length));
  return isDone && approvals.some(({ confidence }) => confidence !== 'unsure') ? 'approved' : 'draft';
}
