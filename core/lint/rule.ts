import type { Day } from '../attendance/day.ts';
import type { DocumentKind } from '../policy/schema.ts';
import type { RuleContext } from './context.ts';
import type { Citation, DutyLevel } from './finding.ts';
import type { Place } from './place.ts';
import type { Topic } from './topics.ts';

export type { Place } from './place.ts';

/** A change that mends what a rule found: the smallest that does, and only where the meaning is certain. */
export interface Repair {
  /** An order: "Change to £80". */
  readonly title: string;
  readonly edits: readonly { readonly at: Place; readonly text: string }[];
}

/** What a rule says about one place. */
export interface Problem {
  /** One sentence: what the policy says, then what is expected. */
  readonly message: string;
  readonly at: Place;
  /** True where only a person can tell: the finding is advice, whatever the rule's duty. */
  readonly doubtful?: boolean;
  readonly fixes?: readonly Repair[];
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
}

interface Example {
  /** What the example shows, in a few words. */
  readonly title: string;
  /** A day other than the day on which the rule book was checked. */
  readonly asOf?: Day;
  /** What the document is taken for; absent: what it looks like. */
  readonly as?: DocumentKind | 'whole policy';
  readonly settings?: Pick<RuleContext['settings'], 'phase' | 'schoolType'>;
}

export interface GoodExample extends Example {
  readonly markdown: string;
}

export interface BadExample extends Example {
  /** «» stand around exactly what is to be reported. */
  readonly markdown: string;
  /** The message of the finding; several: of each, in the order of the text. */
  readonly says: string | readonly string[];
  /** The text after the fix, where there is one. */
  readonly fixed?: string;
  /** True where the words mean this only as they stand, so that the test must not put them into a table or a list. */
  readonly asIs?: true;
}

export interface RuleExamples {
  readonly good: readonly GoodExample[];
  readonly bad: readonly BadExample[];
}

/** What a rule is, without how it checks. */
export interface RuleDescription {
  /** Family and requirement, as the file is called: 'registers/open-no-longer-than-30-minutes'. */
  readonly id: string;
  readonly topic: Topic;
  /** The requirement, as a short statement. */
  readonly title: string;
  readonly duty: DutyLevel;
  /** Where the requirement stands; none for what is about the document itself. */
  readonly citations: readonly Citation[];
  /** The days on which the rule holds: from the first, until the last. Absent: always. */
  readonly inForce?: { readonly from: Day; readonly until?: Day };
  /** Why it matters, for the handbook: a sentence or two. */
  readonly why: string;
}

/** One requirement that a policy is checked against. */
export interface Rule extends RuleDescription {
  /** Yields one problem for each place, in any order. */
  check(context: RuleContext): Iterable<Problem>;
  readonly examples: RuleExamples;
}

/** Names a rule for the type checker; the shared test holds it to its examples. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
