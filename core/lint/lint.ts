import type { Day } from '../attendance/day.ts';
import type { PolicyReading } from '../policy/parse.ts';
import { RULES } from '../rules/index.ts';
import { RuleContext } from './context.ts';
import { crosswalkOf } from './crosswalk.ts';
import { holdsForIndependent, signOfAnotherCountry, signOfIndependence } from './england.ts';
import type { DutyStatus, Finding } from './finding.ts';
import { LintMemory } from './memory.ts';
import { inOrder, makeFinding, runRules } from './run.ts';
import type { LintSettings } from './settings.ts';
import { readSuppressions, SUPPRESSION_RULES, suppress } from './suppress.ts';

export { preparePhrases } from './phrase.ts';
export type { LintSettings } from './settings.ts';

export interface LintOptions extends LintSettings {
  /** Rules of that day. */
  asOf: Day;
  /** As it stands in `file` of each finding. */
  file: string;
}

export interface FileReport {
  findings: Finding[];
  crosswalk: DutyStatus[];
  suppressed: Finding[];
}

// What is said of a document from anywhere.
const EVERYWHERE = ['document/england-only', 'currency/rule-book-not-old'];
const KNOWN = new Set([...RULES.map(({ id }) => id), ...Object.values(SUPPRESSION_RULES).map(({ id }) => id)]);

/** Checks a policy against the rule book of a day. Findings in the order of the text. */
export function lintPolicy(reading: PolicyReading, options: LintOptions): FileReport {
  return createPolicyLinter()(reading, options);
}

/**
 * Checks one version of a policy after another; of each, only by the rules that looked at what has changed since the
 * last. Give it the readings of one `createPolicyReader`.
 */
export function createPolicyLinter(): (reading: PolicyReading, options: LintOptions) => FileReport {
  let last:
    | {
        readonly reading: PolicyReading;
        readonly context: RuleContext;
        readonly memory: LintMemory;
        readonly under: string;
      }
    | undefined;
  return (reading, options) => {
    const { asOf, file: _, ...settings } = options;
    const under = JSON.stringify(options);
    const context = new RuleContext(reading, { asOf, settings, before: last?.context });
    const memory = new LintMemory(
      context,
      last?.under === under ? { memory: last.memory, earlier: last.reading, later: reading } : undefined,
    );
    last = { reading, context, memory, under };
    return report(reading, options, context, memory);
  };
}

function report(
  reading: PolicyReading,
  { asOf, file }: LintOptions,
  context: RuleContext,
  memory: LintMemory,
): FileReport {
  // Another country has other law: one sentence says so, and no rule for England is held against the document.
  const isElsewhere = signOfAnotherCountry(context) !== null;
  const { schoolType = 'unknown' } = context.settings;
  const isIndependent = schoolType === 'unknown' ? signOfIndependence(context) !== null : schoolType === 'independent';
  const holding = isIndependent ? RULES.filter(({ id }) => holdsForIndependent(id)) : RULES;
  const all = runRules(
    isElsewhere ? RULES.filter(({ id }) => EVERYWHERE.includes(id)) : holding,
    context,
    file,
    memory,
  );
  const { kept, suppressed, problems } = suppress(all, readSuppressions(reading.document), KNOWN, asOf);
  const notes = problems.map(({ rule, problem }) => makeFinding(rule, problem, context, file));
  return {
    findings: inOrder([...kept, ...notes]),
    crosswalk: isElsewhere ? [] : crosswalkOf(context, all, file, memory),
    suppressed,
  };
}
