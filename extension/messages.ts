import type { Day } from '#core/attendance/day.ts';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import type { Decision } from '#core/escalation/decision.ts';
import type { Lesson } from './reading/taught.ts';

/** What passes between the parts of the extension, in memory alone: it leaves the browser in no case. */

/** What is said of the policy beside a pupil. */
export interface PolicyNotice {
  school: string;
  state: 'draft' | 'approved';
  /** The day of publication. */
  on: Day;
  /** The review that was due before today, as the policy writes it ("2026-09"); null: none is overdue. */
  reviewOverdue: string | null;
  /** Where the term dates come from; null: there are none, so what needs school weeks cannot be told. */
  termDates: TermDatesFrom | null;
  /** The officer keeps a log of the steps taken. */
  log: boolean;
  /** The policy's whole sentences, by the offset at which a step's quote begins. */
  sentences: Record<string, string>;
  /** Steps that the log can name: what an officer may have done. */
  steps: string[];
}

/** "policy": the bundle lists them; "it": managed settings; "typed": this officer. */
export type TermDatesFrom = 'policy' | 'it' | 'typed';

/** A table that a page has read, without its elements. */
export interface TableToJudge {
  period: { from: Day; to: Day; words: string };
  /** The day at which the page says its figures stand. */
  asAt: Day | null;
  pupils: { record: PupilRecord; problem: string | null }[];
}

/** A step that the log holds for a pupil. */
export interface LoggedStep {
  step: string;
  date: Day;
  outcome?: string | undefined;
}

/** One pupil's answer: a decision, or why there is none. */
export interface JudgedRecord {
  /** A word or two: "Step 2", "No step", "Can’t tell". */
  label: string;
  level: MarkLevel;
  /** The step's title, or why there is none. */
  title: string;
  percent: number | null;
  due: string[];
  /** Null where there is none, and where a page has so many pupils that each decision is told when it is asked for. */
  decision: Decision | null;
  /** Why the figures give no decision. */
  problem: string | null;
  /** What the log holds, where it is kept; absent where it is off or has nothing. */
  logged?: LoggedStep[];
  /** What is odd about codes of this pupil's marks; absent where nothing is. */
  warnings?: string[];
}

/** What is odd about the codes of a pupil whose register gives no step. */
export interface CodeWarning {
  name: string;
  sentence: string;
}

export type JudgedTable = { refusal: string; codes: CodeWarning[] } | { asOf: Day; pupils: JudgedRecord[] };

/** The background's answer to a page; without a policy it says why there is none for this page. */
export interface JudgeAnswer {
  policy: PolicyNotice | null;
  why: string | null;
  tables: JudgedTable[];
  /** Of the registers that were only asked about for their codes. */
  codes: CodeWarning[];
}

/** What a reader is told before it reads: what was taught of its origin, and adapters that IT has turned off. */
export interface PageSettings {
  lessons: Lesson[];
  disabledAdapters: string[];
}

/** What a page's own scripts may ask: nothing of it changes a setting. */
export type PageRequest =
  | {
      type: 'judge';
      today: Day;
      site: string;
      schools: string[];
      tables: TableToJudge[];
      /** Registers that give no step, whose codes can be looked at all the same. */
      registers: TableToJudge[];
    }
  | { type: 'explain'; today: Day; site: string; schools: string[]; table: TableToJudge; pupil: number }
  | { type: 'page-settings'; origin: string }
  | { type: 'load-teacher' }
  | { type: 'load-window' }
  | { type: 'load-rare-shapes' }
  /** A frame has a reader now: panels that are open already have not heard of it. */
  | { type: 'here' }
  | { type: 'save-lesson'; lesson: Lesson }
  | { type: 'log-step'; site: string; pupilId: string; entry: LoggedStep }
  | { type: 'unlog-step'; site: string; pupilId: string; entry: LoggedStep };

/** What the popup, the panel and the options page may ask besides. */
export type Request =
  | PageRequest
  | { type: 'settings' }
  | { type: 'store-policy'; text: string; name: string }
  | { type: 'policy-from'; address: string }
  | { type: 'refresh-policies' }
  | { type: 'assign-policy'; id: string; site: string | null; anySchool: boolean }
  | { type: 'remove-policy'; id: string }
  | { type: 'site-on'; pattern: string; tabId: number | null }
  | { type: 'site-off'; pattern: string }
  | { type: 'set-terms'; terms: TermDates }
  | { type: 'import-lessons'; text: string }
  | { type: 'forget-lesson'; origin: string; route: string; headers: string }
  | { type: 'set-log'; on: boolean; keepMonths: number }
  | { type: 'export-log'; pupils: { site: string; pupilId: string }[] }
  | { type: 'import-log'; site: string; text: string };

/** Stretches in which the school is open, and days within them on which it is not. */
export interface TermDates {
  terms: { from: Day; to: Day }[];
  closed: Day[];
}

/** What IT can keep from being changed. */
export const LOCKABLE = ['policies', 'sites', 'terms', 'pages', 'log'] as const;
export type Lockable = (typeof LOCKABLE)[number];

export interface PolicySummary {
  id: string;
  school: string;
  state: 'draft' | 'approved';
  on: string;
  reviewOverdue: string | null;
  steps: number;
  /** "hartsmere-primary.policy.json", an address, or "set by your IT team". */
  from: string;
  byIt: boolean;
  /** The match pattern of the only site that it is for; null: every site. */
  site: string | null;
  /** Used whatever school a page names. */
  anySchool: boolean;
  /** Where it is fetched from; null: it was given as a file or as text. */
  address: string | null;
  /** The day on which it last came from there. */
  fetchedOn: Day | null;
  /** Why the last fetch failed, or why IT's text is no bundle; the last good one stays in use. */
  problem: string | null;
}

/** A policy that is named and has never arrived. */
export interface MissingPolicy {
  from: string;
  byIt: boolean;
  address: string | null;
  problem: string;
  /** What the browser must be asked for first; null: nothing. */
  needs: string | null;
}

export interface Settings {
  policies: PolicySummary[];
  missing: MissingPolicy[];
  /** Match patterns of the sites that are on: "https://hartsmere.mis.example/*". */
  sites: string[];
  locked: Lockable[];
  /** The only origins that IT allows; null: any. */
  allowedOrigins: string[] | null;
  terms: TermDates & { from: TermDatesFrom | null };
  lessons: Lesson[];
  log: { on: boolean; keepMonths: number; entries: number };
  disabledAdapters: string[];
  /** What IT has set that cannot be used. */
  problems: string[];
}

/** The answer to everything that changes something: the settings afterwards, or a sentence why not. */
export type Outcome = { ok: true; settings: Settings; said?: string } | { ok: false; why: string };

/** Entries of the log for the pupils that were asked for, and how many there are of others. */
export interface LogExport {
  rows: (LoggedStep & { pupilId: string })[];
  others: number;
}

/** One pupil as the panel lists them. */
export interface ReportedPupil {
  /** Finds the pupil's row on the page; empty where it is not there now. */
  key: string;
  pupilId: string;
  name: string;
  year: string | null;
  label: string;
  level: MarkLevel;
  /** The step's title, or why there is none. */
  title: string;
  percent: number | null;
  due: string[];
  /** Where and when the page showed the pupil: "row 51, read at 10:32"; null: it does so now. */
  seen: string | null;
}

/** What a page states of a pupil who cannot be judged. */
export interface StatedPupil {
  name: string;
  year: string | null;
  /** "Days absent: 7, …". */
  states: string;
}

/** How severe a mark looks: 0 no step … 4 the most severe; null: cannot tell. */
export type MarkLevel = 0 | 1 | 2 | 3 | 4 | null;

/** What one frame of a page has read. */
export interface Report {
  frame: string;
  /** The match pattern of the frame's own site. */
  site: string;
  /** The page is being read for the first time: that nothing is told yet says nothing of it. */
  isReading: boolean;
  policy: Omit<PolicyNotice, 'sentences' | 'steps'> | null;
  /** The system that an adapter knows, and how its facts were learnt; null: the recogniser alone. */
  system: { name: string; evidence: string } | null;
  /** Why nothing, or something, could not be judged. */
  reasons: string[];
  /** `read`: pupils read of the list so far, of whom `onPage` are on the page now; `isPart`: the list goes on. */
  tables: {
    kind: string;
    period: string;
    asOf: string;
    read: number;
    onPage: number;
    declared: number | null;
    isPart: boolean;
  }[];
  pupils: ReportedPupil[];
  /** What tables that give no step state all the same. */
  stated: StatedPupil[];
  /** What is odd about the codes of a pupil's marks, in sentences. */
  warnings: { frame: string; key: string; name: string; sentence: string }[];
  /** Rows of the largest table that someone could teach. */
  teachable: number;
}

export type PanelMessage = { type: 'show'; frame: string; key: string } | { type: 'teach'; frame: string };

/** Whether a message says that a frame has a reader now. */
export function isHere(value: unknown): boolean {
  return isRecord(value) && value['type'] === 'here';
}

/** The name of the port between a panel and the pages of a tab. */
export const PANEL_PORT = 'rollmark-panel';
/** Storage keys whose change means "judge again". */
export const JUDGING_KEYS = ['policies', 'fetched', 'terms', 'log', 'logSettings'] as const;
/** The storage key whose change means "read again". */
export const LESSONS_KEY = 'lessons';

/** The answer, when a message has its outline. */
export function asJudgeAnswer(value: unknown): JudgeAnswer | null {
  const fine =
    isRecord(value) &&
    Array.isArray(value['tables']) &&
    Array.isArray(value['codes']) &&
    (value['policy'] === null || isRecord(value['policy']));
  // Only the background answers, and it made the answer from types.
  return fine ? (value as unknown as JudgeAnswer) : null;
}

/** The decision, when a message has its outline. */
export function asDecision(value: unknown): Decision | null {
  const fine = isRecord(value) && isRecord(value['current']) && Array.isArray(value['because']);
  // Only the background answers, and the engine made it.
  return fine ? (value as unknown as Decision) : null;
}

/** The settings of a page, when a message has their outline; none otherwise. */
export function asPageSettings(value: unknown): PageSettings {
  const fine = isRecord(value) && Array.isArray(value['lessons']) && Array.isArray(value['disabledAdapters']);
  // Only the background answers, and it checked what it keeps.
  return fine ? (value as unknown as PageSettings) : { lessons: [], disabledAdapters: [] };
}

/** The report, when a message has its outline. */
export function asReport(value: unknown): Report | null {
  const fine = isRecord(value) && typeof value['frame'] === 'string' && typeof value['isReading'] === 'boolean';
  const lists =
    isRecord(value) &&
    ['reasons', 'tables', 'pupils', 'stated', 'warnings'].every((name) => Array.isArray(value[name]));
  // Only this extension's own pages and scripts can open the port.
  return fine && lists ? (value as unknown as Report) : null;
}

/** The panel's wish, when a message is one. */
export function asPanelMessage(value: unknown): PanelMessage | null {
  if (!isRecord(value) || typeof value['frame'] !== 'string') return null;
  if (value['type'] === 'teach') return { type: 'teach', frame: value['frame'] };
  return value['type'] === 'show' && typeof value['key'] === 'string'
    ? { type: 'show', frame: value['frame'], key: value['key'] }
    : null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
