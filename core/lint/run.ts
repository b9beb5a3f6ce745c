import type { RuleContext } from './context.ts';
import type { Finding, Fix, Severity } from './finding.ts';
import { LintMemory, type Mover } from './memory.ts';
import type { Place, Problem, Rule, RuleDescription } from './rule.ts';

const SEVERITY = { must: 'error', should: 'warning', good: 'advice', internal: 'warning' } as const;
const EDGE = /[\s*_]/;
const RANK = { error: 0, warning: 1, advice: 2 } as const;

/** Runs the rules in force on the context's day. Findings in the order of the text, each place told once. */
export function runRules(
  rules: readonly Rule[],
  context: RuleContext,
  file: string,
  memory: LintMemory = new LintMemory(context),
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (!isInForce(rule, context.asOf) || context.settings.severities?.[rule.id] === 'off') continue;
    try {
      const check = memory.recall(
        rule,
        (): Check => ({ problems: [...rule.check(context)], findings: [] }),
        movedCheck,
      );
      check.problems.forEach((problem, index) => {
        const finding = (check.findings[index] ??= makeFinding(rule, problem, context, file));
        findings.push(finding);
      });
    } catch (error) {
      findings.push(failureOf(rule, error, context, file));
    }
  }
  return withoutRepeats(inOrder(findings));
}

/** What a rule found, with the findings that were made of it so far. */
interface Check {
  readonly problems: readonly Problem[];
  readonly findings: (Finding | undefined)[];
}

function movedCheck({ problems, findings }: Check, moved: Mover): Check | null {
  const now: Check = { problems: [], findings: [] };
  const kept: Problem[] = [];
  for (const [index, problem] of problems.entries()) {
    const there = movedProblem(problem, moved);
    if (!there) return null;
    // A problem that did not move is the very same object, and so is its finding.
    if (there === problem) now.findings[index] = findings[index];
    kept.push(there);
  }
  return { ...now, problems: kept };
}

function movedProblem(problem: Problem, moved: Mover): Problem | null {
  const at = moved(problem.at);
  const fixes = problem.fixes?.map(({ title, edits }) => ({ title, edits: movedAll(edits, moved) }));
  const related = problem.related && movedAll(problem.related, moved);
  if (!at || related === null || fixes?.some(({ edits }) => edits === null)) return null;
  const stayed =
    at === problem.at &&
    related === problem.related &&
    (fixes?.every(({ edits }, index) => edits === problem.fixes?.[index]?.edits) ?? true);
  if (stayed) return problem;
  return {
    ...problem,
    at,
    ...(fixes ? { fixes: fixes.map(({ title, edits }) => ({ title, edits: edits ?? [] })) } : {}),
    ...(related ? { related } : {}),
  };
}

/** The things at their new places, the very list where none has moved; null where one was changed itself. */
function movedAll<T extends { readonly at: Place }>(things: readonly T[], moved: Mover): readonly T[] | null {
  let stayed = true;
  const now: T[] = [];
  for (const thing of things) {
    const at = moved(thing.at);
    if (!at) return null;
    stayed &&= at === thing.at;
    now.push(at === thing.at ? thing : { ...thing, at });
  }
  return stayed ? things : now;
}

/** Whether the rule holds on that day. */
export function isInForce({ inForce }: RuleDescription, asOf: string): boolean {
  if (!inForce) return true;
  return asOf >= inForce.from && (inForce.until === undefined || asOf <= inForce.until);
}

/** A problem as a finding: with its severity, its place and its law. */
export function makeFinding(
  rule: RuleDescription,
  problem: Problem,
  { document, settings }: Pick<RuleContext, 'document' | 'settings'>,
  file: string,
): Finding {
  const at = trimmed(document.text, problem.at);
  const span = document.span(at.start, at.end);
  const severity = severityOf(rule, problem.doubtful === true, settings.severities?.[rule.id]);
  return {
    file,
    ruleId: rule.id,
    topic: rule.topic,
    severity,
    duty: rule.duty,
    message: severity === 'warning' && isUnverified(rule) ? hedge(problem.message) : problem.message,
    line: span.start.line,
    column: span.start.column,
    endLine: span.end.line,
    endColumn: span.end.column,
    span,
    citations: [...rule.citations],
    fixes: (problem.fixes ?? []).map(
      ({ title, edits }): Fix => ({
        title,
        edits: edits.map(({ at, text }) => ({ span: document.span(at.start, at.end), text })),
      }),
    ),
    related: (problem.related ?? []).map(({ at, message }) => ({
      line: document.source.lineAt(at.start),
      message,
    })),
  };
}

/** The place without blanks and emphasis at its ends: a pattern sees those as blanks. */
function trimmed(text: string, { start, end }: Place): Place {
  let from = start;
  let to = end;
  while (from < to && EDGE.test(text[from] ?? '')) from++;
  while (to > from && EDGE.test(text[to - 1] ?? '')) to--;
  return from < to ? { start: from, end: to } : { start, end };
}

/** In the order of the text; at one place the graver first. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.span.start.offset - b.span.start.offset ||
      RANK[a.severity] - RANK[b.severity] ||
      a.span.end.offset - b.span.end.offset ||
      (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0),
  );
}

function severityOf(rule: RuleDescription, doubtful: boolean, chosen: Severity | 'off' | undefined): Severity {
  if (chosen && chosen !== 'off') return chosen;
  if (doubtful) return 'advice';
  const severity = SEVERITY[rule.duty];
  // What we have not traced to its source is never called an error.
  return severity === 'error' && isUnverified(rule) ? 'warning' : severity;
}

function isUnverified({ citations }: RuleDescription): boolean {
  return citations.some(({ verified }) => !verified);
}

function hedge(message: string): string {
  if (message.includes('as far as we know')) return message;
  return `${message.replace(/\.$/, '')}, as far as we know.`;
}

function failureOf(rule: Rule, error: unknown, context: RuleContext, file: string): Finding {
  const why = error instanceof Error ? error.message : String(error);
  const at: Place = context.placeFor();
  const message = `The rule ${rule.id} stopped with “${why}”, so this document was not checked against it; the other rules were.`;
  return {
    ...makeFinding(rule, { message, at, doubtful: true }, context, file),
    topic: 'other',
    severity: 'advice',
    duty: 'good',
  };
}

/** One finding for one place and topic: the gravest, and of equals the one that offers a fix. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.topic} ${finding.span.start.offset} ${finding.span.end.offset}`;
    const known = kept.get(key);
    if (
      !known ||
      (RANK[finding.severity] === RANK[known.severity] && known.fixes.length === 0 && finding.fixes.length > 0)
    )
      kept.set(key, finding);
  }
  return [...kept.values()];
}
