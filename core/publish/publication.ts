import type { Day } from '../attendance/day.ts';
import type { CalendarEntry } from '../attendance/pupil.ts';
import { buildBundle } from '../bundle/build.ts';
import { publicText } from '../bundle/public-text.ts';
import type { PolicyBundle } from '../bundle/schema.ts';
import { diffPolicies } from '../diff/diff.ts';
import { type FileReport, lintPolicy } from '../lint/lint.ts';
import { readSuppressions } from '../lint/suppress.ts';
import { type PolicyReading, readPolicy } from '../policy/parse.ts';
import type { Impact } from './impact.ts';
import { renderPage } from './page.ts';

export interface PublicationOptions {
  /** The day of publishing. */
  asOf: Day;
  /** The document's name in findings. */
  file: string;
  rulebook: { version: string; checkedOn: Day };
  calendar?: readonly CalendarEntry[] | undefined;
  /** Who approved it and when: both, or neither. */
  approvedBy?: string | undefined;
  approvedOn?: Day | undefined;
  /** The version before: the page then tells what changed in meaning. */
  previous?: PolicyReading | undefined;
  /** What it means for the pupils of a register: the page then tells it, in counts. */
  impact?: Impact | undefined;
}

/** Everything that publishing a policy makes. */
export interface Publication {
  /** The governor and parent page, one HTML file. */
  page: string;
  bundle: PolicyBundle;
  /** Of the published text, which has no comments. */
  reading: PolicyReading;
  /** Of the draft, comments and all. */
  report: FileReport;
}

/** The page and the bundle of a policy, as the command and the editor publish them. */
export function publishPolicy(draft: PolicyReading, options: PublicationOptions): Publication {
  const { asOf, file, rulebook, calendar, approvedBy, approvedOn, previous, impact } = options;
  const approval = { approvedBy, approvedOn };
  const report = lintPolicy(draft, { asOf, file });
  const { bundle, reading } = buildBundle(draft, {
    asOf,
    rulebook,
    calendar,
    suppressed: report.suppressed,
    ...approval,
  });
  const page = renderPage({
    reading,
    report: publishedReport(report, lintPolicy(reading, { asOf, file })),
    asOf,
    state: bundle.published.state,
    rulebook,
    impact,
    changes: previous ? diffPolicies(readPolicy(publicText(previous.document.text)), reading) : undefined,
    exceptions: readSuppressions(draft.document).flatMap(({ ruleId, reason, owner, until }) =>
      reason === null ? [] : [{ rule: ruleId, reason, owner, until }],
    ),
    ...approval,
  });
  return { page, bundle, reading, report };
}

/**
 * The report of the published text, so that its lines are those of the page; what the draft sets aside stays so, though
 * the comment that did it is gone.
 */
function publishedReport(draft: FileReport, published: FileReport): FileReport {
  const aside = draft.suppressed.map(keyOf);
  const findings = published.findings.filter((finding) => {
    const at = aside.indexOf(keyOf(finding));
    if (at >= 0) aside.splice(at, 1);
    return at < 0;
  });
  return { ...published, findings, suppressed: draft.suppressed };
}

function keyOf({ ruleId, message }: FileReport['findings'][number]): string {
  // Lines differ between the two texts, as far as comments took lines.
  return `${ruleId} ${message.replace(/\blines? \d+/g, '')}`;
}

/** The bundle as `policy.json` holds it. */
export function bundleFile(bundle: PolicyBundle): string {
  return `${JSON.stringify(bundle, null, 1)}\n`;
}
