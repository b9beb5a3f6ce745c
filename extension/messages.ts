import type { Day } from '#core/attendance/day.ts';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import type { Decision } from '#core/escalation/decision.ts';

/** What passes between the parts of the extension, in memory alone: nothing about a pupil is stored or leaves the browser. */

/** What is said of the policy beside a pupil. */
export interface PolicyNotice {
  school: string;
  state: 'draft' | 'approved';
  /** The day of publication. */
  on: Day;
  /** The policy's whole sentences, by the offset at which a step's quote begins. */
  sentences: Record<string, string>;
}

/** A table that a page has read, without its elements. */
export interface TableToJudge {
  period: { from: Day; to: Day; words: string };
  /** The day at which the page says its figures stand. */
  asAt: Day | null;
  pupils: { record: PupilRecord; problem: string | null }[];
}

/** One pupil's answer: a decision, or why there is none. */
export interface JudgedRecord {
  /** A word or two: "Step 2", "No step", "Can’t tell". */
  label: string;
  level: MarkLevel;
  decision: Decision | null;
  problem: string | null;
}

export type JudgedTable = { refusal: string } | { asOf: Day; pupils: JudgedRecord[] };

/** The background's answer to a page; no policy means that none is chosen. */
export interface JudgeAnswer {
  policy: PolicyNotice | null;
  tables: JudgedTable[];
}

/** What a page asks the background, and what the popup and options ask it to do. */
export type Request =
  | { type: 'judge'; today: Day; tables: TableToJudge[] }
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
  /** The system that an adapter knows, and how its facts were learnt; null: the recogniser alone. */
  system: { name: string; evidence: string } | null;
  /** Why nothing, or something, could not be judged. */
  reasons: string[];
  tables: { kind: string; period: string; asOf: string; read: number; declared: number | null }[];
  pupils: ReportedPupil[];
}

export type PanelMessage = { type: 'show'; frame: string; key: string };

/** The name of the port between a panel and the pages of a tab. */
export const PANEL_PORT = 'rollmark-panel';
/** The storage key whose change means "judge again". */
export const POLICY_KEY = 'policy';

/** The answer, when a message has its outline. */
export function asJudgeAnswer(value: unknown): JudgeAnswer | null {
  const fine =
    isRecord(value) && Array.isArray(value['tables']) && (value['policy'] === null || isRecord(value['policy']));
  // Only the background answers, and it made the answer from types.
  return fine ? (value as unknown as JudgeAnswer) : null;
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
