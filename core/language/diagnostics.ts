import type { DutyLevel, Finding, Severity } from '../lint/finding.ts';
import type { Span } from '../text/span.ts';
import { headingsAt, type OutlineEntry } from './outline.ts';

/** Findings that stand under one duty, in the order of the text. */
export interface ProblemGroup {
  readonly duty: DutyLevel;
  readonly name: string;
  /** What the duty means, for someone who has not met it. */
  readonly means: string;
  readonly findings: readonly Finding[];
}

const DUTIES: readonly { duty: DutyLevel; name: string; means: string }[] = [
  { duty: 'must', name: 'Law', means: 'What the law says a school must do' },
  {
    duty: 'should',
    name: 'Statutory guidance',
    means: 'What schools are expected to do, and may leave only for good reason',
  },
  {
    duty: 'internal',
    name: 'The policy against itself',
    means: 'What the policy says two ways, leaves open or left behind',
  },
  { duty: 'good', name: 'Good practice', means: 'What makes a policy easier to use' },
];

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, advice: 2 };

/** Findings by duty, the law first; within a duty errors, then warnings, then advice, each in the order of the text. */
export function groupProblems(findings: readonly Finding[]): ProblemGroup[] {
  return DUTIES.map((duty) => ({
    ...duty,
    findings: findings
      .filter((finding) => finding.duty === duty.duty)
      .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || a.span.start.offset - b.span.start.offset),
  })).filter((group) => group.findings.length > 0);
}

/** Findings that stand under one heading, in the order of the text. */
export interface SectionProblems {
  /** The heading's words; for what stands before the first, "Before the first heading". */
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** Findings by the heading nearest above each, in the order of the text. */
export function problemsBySection(findings: readonly Finding[], outline: readonly OutlineEntry[]): SectionProblems[] {
  const sections = new Map<number, { name: string; findings: Finding[] }>();
  for (const finding of [...findings].sort((a, b) => a.span.start.offset - b.span.start.offset)) {
    const heading = headingsAt(outline, finding.span.start.offset).at(-1);
    const at = heading?.heading.start.offset ?? -1;
    const section = sections.get(at) ?? { name: heading?.title ?? 'Before the first heading', findings: [] };
    section.findings.push(finding);
    sections.set(at, section);
  }
  return [...sections.values()];
}

/** The findings whose message, rule or source holds every one of the words, whatever their case. */
export function problemsWith(findings: readonly Finding[], words: string): Finding[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return findings.filter(({ message, ruleId, severity, citations }) => {
    const said = [message, ruleId, severity, ...citations.map(({ document, provision }) => `${document} ${provision}`)]
      .join(' ')
      .toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}

export interface ProblemCounts {
  readonly error: number;
  readonly warning: number;
  readonly advice: number;
}

/** How many findings there are of each severity. */
export function countProblems(findings: readonly Finding[]): ProblemCounts {
  const counts = { error: 0, warning: 0, advice: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** "2 errors, 1 warning and 4 pieces of advice", or "No problems". */
export function countsText({ error, warning, advice }: ProblemCounts): string {
  const parts = [
    error > 0 ? `${error} ${error === 1 ? 'error' : 'errors'}` : null,
    warning > 0 ? `${warning} ${warning === 1 ? 'warning' : 'warnings'}` : null,
    advice > 0 ? `${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice` : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return 'No problems';
  return parts.length === 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** The finding after the offset, or before it, going round the document; null when there is none. */
export function nextProblem(
  findings: readonly Finding[],
  offset: number,
  direction: 'next' | 'previous',
): Finding | null {
  const inOrder = [...findings].sort((a, b) => a.span.start.offset - b.span.start.offset);
  if (direction === 'next') return inOrder.find(({ span }) => span.start.offset > offset) ?? inOrder[0] ?? null;
  return inOrder.findLast(({ span }) => span.start.offset < offset) ?? inOrder.at(-1) ?? null;
}

/** Where to draw a finding: its span, or for an empty one the rest of its line, so that there is something to see. */
export function visibleSpan(text: string, span: Span): Span {
  if (span.end.offset > span.start.offset) return span;
  const newline = text.indexOf('\n', span.start.offset);
  const end = newline < 0 ? text.length : newline;
  const length = Math.max(0, end - span.start.offset);
  if (length > 0)
    return { start: span.start, end: { line: span.start.line, column: span.start.column + length, offset: end } };
  const back = Math.min(1, span.start.column - 1);
  return {
    start: { line: span.start.line, column: span.start.column - back, offset: span.start.offset - back },
    end: span.start,
  };
}
