import type { Day } from '../attendance/day.ts';
import type { CalendarEntry } from '../attendance/pupil.ts';
import { buildBundle } from '../bundle/build.ts';
import type { PolicyBundle } from '../bundle/schema.ts';
import { diffPolicies } from '../diff/diff.ts';
import { type FileReport, lintPolicy } from '../lint/lint.ts';
import { readSuppressions } from '../lint/suppress.ts';
import type { PolicyReading } from '../policy/parse.ts';
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
  const { asOf, file, rulebook, calendar, approvedBy, approvedOn, previous } = options;
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
    // Duties are shown at lines of the published text; what was set aside stays so, though its comment is gone.
    report: { ...report, crosswalk: lintPolicy(reading, { asOf, file }).crosswalk },
    asOf,
    state: bundle.published.state,
    rulebook,
    changes: previous ? diffPolicies(previous, reading) : undefined,
    exceptions: readSuppressions(draft.document).flatMap(({ ruleId, reason, owner, until }) =>
      reason === null ? [] : [{ rule: ruleId, reason, owner, until }],
    ),
    ...approval,
  });
  return { page, bundle, reading, report };
}

/** The bundle as `policy.json` holds it. */
export function bundleFile(bundle: PolicyBundle): string {
  return `${JSON.stringify(bundle, null, 1)}\n`;
}
