import { citationText } from '../language/citation.ts';
import { countProblems, countsText, groupProblems } from '../language/diagnostics.ts';
import type { Finding, Severity } from '../lint/finding.ts';
import { longDate } from '../text/long-date.ts';

const SEVERITY_NAMES: Record<Severity, string> = { error: 'Error', warning: 'Warning', advice: 'Advice' };

/** The problems of a policy as Markdown, to be sent to whoever writes it. */
export function problemsReport(name: string, asOf: string, findings: readonly Finding[]): string {
  const parts = [
    `# Problems in ${oneLine(name)}`,
    `By the rules of ${longDate(asOf)}: ${countsText(countProblems(findings)).toLowerCase()}. Checked by Rollmark, which finds what a machine can find; whether the policy is a good one is for people to say.`,
  ];
  for (const group of groupProblems(findings)) {
    parts.push(`## ${group.name}`, group.means);
    parts.push(group.findings.map(problem).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

function problem({ severity, line, message, citations, fixes }: Finding): string {
  const lines = [`- **${SEVERITY_NAMES[severity]}, line ${line}:** ${oneLine(message)}`];
  for (const citation of citations) {
    const unsure = citation.verified ? '' : ' (not checked against its source)';
    lines.push(`  - ${oneLine(citationText(citation))}${unsure}${citation.url === '' ? '' : `: <${citation.url}>`}`);
  }
  for (const { title } of fixes) lines.push(`  - Could be put right so: ${oneLine(title)}`);
  return lines.join('\n');
}

/** Words of the policy are shown as they are: nothing in them makes markup of the report. */
function oneLine(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>]/g, '\\$&');
}
