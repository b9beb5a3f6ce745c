import type { CalendarEntry } from '#core/attendance/pupil.ts';
import type { Step } from '#core/policy/schema.ts';

/** What passes between the parts of the extension. Nothing here is stored; pupils travel only from a page to the panel. */

/** The part of a checked bundle that a page needs. The background made it, so pages check its outline only. */
export interface ReaderPolicy {
  school: string;
  state: 'draft' | 'approved';
  /** The day of publication. */
  on: string;
  steps: Step[];
  /** For each step the policy's whole sentence around its trigger. */
  sentences: string[];
  calendar: CalendarEntry[];
}

/** What a page asks the background, and what the popup and options ask it to do. */
export type Request =
  | { type: 'policy' }
  | { type: 'settings' }
  | { type: 'store-policy'; text: string; name: string }
  | { type: 'remove-policy' }
  | { type: 'site-on'; pattern: string; tabId: number | null }
  | { type: 'site-off'; pattern: string };

export interface PolicySummary {
  school: string;
  state: 'draft' | 'approved';
  on: string;
  steps: number;
  /** "hartsmere-primary.policy.json", or who else it came from. */
  from: string;
}

export interface Settings {
  policy: PolicySummary | null;
  /** Match patterns of the sites that are on: "https://hartsmere.mis.example/*". */
  sites: string[];
  /** IT keeps the policy and the sites as they are. */
  locked: boolean;
  /** The only origins that IT allows; null: any. */
  allowedOrigins: string[] | null;
}

/** The answer to everything that changes something: the settings afterwards, or a sentence why not. */
export type Outcome = { ok: true; settings: Settings } | { ok: false; why: string };

/** One pupil as the panel lists them. */
export interface ReportedPupil {
  key: string;
  name: string;
  year: string | null;
  label: string;
  level: MarkLevel;
  /** The step's title, or why there is none. */
  title: string;
  percent: number | null;
  due: string[];
}

/** How severe a mark looks: 0 no step … 4 the most severe; null: cannot tell. */
export type MarkLevel = 0 | 1 | 2 | 3 | 4 | null;

/** What one frame of a page has read. */
export interface Report {
  frame: string;
  state: 'no-policy' | 'nothing' | 'refused' | 'judged';
  /** Why nothing, or something, could not be judged. */
  reasons: string[];
  tables: { kind: string; period: string; asOf: string; read: number; declared: number | null }[];
  pupils: ReportedPupil[];
}

export type PanelMessage = { type: 'show'; frame: string; key: string };

/** The name of the port between a panel and the pages of a tab. */
export const PANEL_PORT = 'rollmark-panel';
/** The storage key whose change means "ask for the policy again". */
export const POLICY_KEY = 'policy';

/** The policy, when a message has its outline. */
export function asReaderPolicy(value: unknown): ReaderPolicy | null {
  if (!isRecord(value) || !['steps', 'sentences', 'calendar'].every((name) => Array.isArray(value[name]))) return null;
  const outlines: unknown[] = Array.isArray(value['steps']) ? value['steps'] : [];
  const fine = ['school', 'on'].every((name) => typeof value[name] === 'string');
  const state = value['state'] === 'draft' || value['state'] === 'approved';
  const steps = outlines.every(
    (step) => isRecord(step) && typeof step['title'] === 'string' && isRecord(step['trigger']),
  );
  // The background validated the bundle with its schema before it sent this.
  return fine && state && steps ? (value as unknown as ReaderPolicy) : null;
}

/** The report, when a message has its outline. */
export function asReport(value: unknown): Report | null {
  const fine = isRecord(value) && typeof value['frame'] === 'string' && typeof value['state'] === 'string';
  const lists = isRecord(value) && ['reasons', 'tables', 'pupils'].every((name) => Array.isArray(value[name]));
  // Only this extension's own pages and scripts can open the port.
  return fine && lists ? (value as unknown as Report) : null;
}

/** The panel's wish, when a message is one. */
export function asPanelMessage(value: unknown): PanelMessage | null {
  return isRecord(value) &&
    value['type'] === 'show' &&
    typeof value['frame'] === 'string' &&
    typeof value['key'] === 'string'
    ? { type: 'show', frame: value['frame'], key: value['key'] }
    : null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
