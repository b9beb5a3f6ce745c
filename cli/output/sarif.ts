import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { Finding } from '#core/lint/finding.ts';
import { RULES } from '#core/rules/index.ts';
import { shownName } from '../input/files.ts';
import { VERSION } from '../version.ts';
import type { LintedFile, LintRun } from './lint-run.ts';

const LEVEL = { error: 'error', warning: 'warning', advice: 'note' } as const;

/** SARIF 2.1.0, as code-scanning services read it. */
export function sarif(run: LintRun): string {
  const results = run.files.flatMap((file) => [
    ...file.findings.map((finding) => result(finding, file)),
    ...file.suppressed.map((finding) => ({ ...result(finding, file), suppressions: [suppression(finding, file)] })),
  ]);
  const used = [...new Set(results.map((each) => each.ruleId ?? ''))].sort();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Rollmark', version: VERSION, rules: used.map(describeRule) } },
        invocations: [
          {
            executionSuccessful: run.unread.length === 0,
            toolExecutionNotifications: run.unread.map(({ file, message }) => ({
              level: 'error',
              message: { text: message },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
            })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        properties: { asOf: run.asOf },
        results: results.map((each) => ({ ...each, ruleIndex: used.indexOf(each.ruleId ?? '') })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

function result(finding: Finding, file: LintedFile): Result {
  return {
    ruleId: finding.ruleId,
    level: LEVEL[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(finding.file) }, region: region(finding.span) } }],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((each, id) => related(each, id, finding.file)),
    }),
    // A fix is an edit of the Markdown; it means nothing in a Word file.
    ...(finding.fixes.length > 0 &&
      file.isOwnText && { fixes: finding.fixes.map((fix) => sarifFix(fix, finding.file)) }),
    properties: { topic: finding.topic, duty: finding.duty, citations: finding.citations },
  };
}

function related({ line, message }: Finding['related'][number], id: number, file: string): Location {
  return {
    id,
    message: { text: message },
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } },
  };
}

function sarifFix({ title, edits }: Finding['fixes'][number], file: string) {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(file) },
        replacements: edits.map(({ span, text }) => ({ deletedRegion: region(span), insertedContent: { text } })),
      },
    ],
  };
}

function region({ start, end }: Finding['span']): Region {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

function suppression(finding: Finding, file: LintedFile): NonNullable<Result['suppressions']>[number] {
  const exception = file.exceptions.find(
    ({ ruleId, covers }) =>
      ruleId === finding.ruleId && finding.span.start.offset >= covers.start && finding.span.start.offset <= covers.end,
  );
  return { kind: 'inSource', ...(exception?.reason && { justification: exception.reason }) };
}

function describeRule(id: string): ReportingDescriptor {
  const rule = RULES.find((each) => each.id === id);
  if (!rule) return { id };
  const url = rule.citations[0]?.url;
  return {
    id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    ...(url && { helpUri: url }),
  };
}

/** A relative path stays relative to where the command ran; spaces and the like are escaped. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return shownName(file).split(/[\\/]/).map(encodeURIComponent).join('/');
}
