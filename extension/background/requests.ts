import { z } from 'zod';
import type { Day } from '#core/attendance/day.ts';
import { exportLog, logStep, openLog, unlogStep } from '../log/log.ts';
import type { JudgeAnswer, LogExport, Outcome, PageRequest, PageSettings, Request, Settings } from '../messages.ts';
import { LessonSchema } from '../teaching/lesson-schema.ts';
import { allLessons, keepLessons } from '../teaching/lessons.ts';
import { localDay } from '../today.ts';
import { change } from './changes.ts';
import { choosePolicy } from './choose-policy.ts';
import { explainPupil, type Grounds, judgePage, TableToJudgeSchema } from './judge-page.ts';
import { StorageFault } from './keep.ts';
import { isAllowed, type Managed, NOT_ALLOWED, readManaged } from './managed.ts';
import { allPolicies, refresh } from './policies.ts';
import { readSettings } from './settings.ts';
import { loadScript } from './sites.ts';
import { DaySchema, TermDatesSchema, termsInForce } from './terms.ts';
import { typedTerms } from './typed-terms.ts';

const site = z.string().max(300);
const entry = z.object({ step: z.string(), date: DaySchema, outcome: z.string().optional() });
const pupilId = z.string();

const PageRequestSchema: z.ZodType<PageRequest> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('judge'),
    today: DaySchema,
    site,
    schools: z.array(z.string().max(200)).max(100),
    tables: z.array(TableToJudgeSchema),
    registers: z.array(TableToJudgeSchema),
  }),
  z.object({
    type: z.literal('explain'),
    today: DaySchema,
    site,
    schools: z.array(z.string().max(200)).max(100),
    table: TableToJudgeSchema,
    pupil: z.int().min(0),
  }),
  z.object({ type: z.literal('page-settings'), origin: z.string() }),
  z.object({ type: z.literal('load-teacher') }),
  z.object({ type: z.literal('load-window') }),
  z.object({ type: z.literal('load-rare-shapes') }),
  z.object({ type: z.literal('here') }),
  z.object({ type: z.literal('save-lesson'), lesson: LessonSchema }),
  z.object({ type: z.literal('log-step'), site, pupilId, entry }),
  z.object({ type: z.literal('unlog-step'), site, pupilId, entry }),
]);

const OwnRequestSchema: z.ZodType<Exclude<Request, PageRequest>> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('settings') }),
  z.object({ type: z.literal('store-policy'), text: z.string(), name: z.string() }),
  z.object({ type: z.literal('policy-from'), address: z.string() }),
  z.object({ type: z.literal('refresh-policies') }),
  z.object({ type: z.literal('assign-policy'), id: z.string(), site: site.nullable(), anySchool: z.boolean() }),
  z.object({ type: z.literal('remove-policy'), id: z.string() }),
  z.object({ type: z.literal('site-on'), pattern: z.string(), tabId: z.number().nullable() }),
  z.object({ type: z.literal('site-off'), pattern: z.string() }),
  z.object({ type: z.literal('set-terms'), terms: TermDatesSchema }),
  z.object({ type: z.literal('import-lessons'), text: z.string() }),
  z.object({ type: z.literal('forget-lesson'), origin: z.string(), route: z.string(), headers: z.string() }),
  z.object({ type: z.literal('set-log'), on: z.boolean(), keepMonths: z.int().min(1).max(60) }),
  z.object({ type: z.literal('export-log'), pupils: z.array(z.object({ site, pupilId })) }),
  z.object({ type: z.literal('import-log'), site, text: z.string() }),
]);

/** Who sent a message. */
export interface Sender {
  /** A script in a page, and not one of the extension's own pages. */
  fromPage: boolean;
  tabId: number | null;
  frameId: number | null;
}

/** Answers one message; undefined when it is none of ours. Scripts in pages may ask what changes no setting. */
export async function answer(message: unknown, sender: Sender): Promise<unknown> {
  const ofPage = PageRequestSchema.safeParse(message);
  if (ofPage.success)
    return answerPage(ofPage.data, sender).catch((error: unknown) => {
      if (error instanceof StorageFault) return withoutStorage(ofPage.data, error.message);
      throw error;
    });
  const own = sender.fromPage ? null : OwnRequestSchema.safeParse(message);
  if (!own?.success) return undefined;
  return answerOwn(own.data).catch((error: unknown) => {
    if (error instanceof StorageFault) return { ok: false, why: error.message } satisfies Outcome;
    throw error;
  });
}

async function answerOwn(request: Exclude<Request, PageRequest>): Promise<Settings | LogExport | Outcome> {
  const managed = await readManaged();
  if (request.type === 'settings') {
    refreshBeside(managed, localDay());
    return readSettings(managed);
  }
  if (request.type === 'export-log') return exportLog(request.pupils, localDay());
  const done = await change(request, managed);
  return 'why' in done ? { ok: false, why: done.why } : { ok: true, settings: await readSettings(managed), ...done };
}

/** A policy that has to be fetched again is fetched beside the answer, which never waits for it. */
function refreshBeside(managed: Managed, today: Day): void {
  refresh(managed, today).catch((error: unknown) => {
    // The answer itself says what is wrong with the storage.
    if (!(error instanceof StorageFault)) throw error;
  });
}

async function answerPage(request: PageRequest, { tabId, frameId }: Sender): Promise<unknown> {
  const managed = await readManaged();
  switch (request.type) {
    case 'judge':
      return judge(request, managed);
    case 'explain': {
      const grounds = await groundsFor(request, managed);
      return 'why' in grounds ? null : explainPupil(grounds, request.table, request.pupil, request.today);
    }
    case 'page-settings': {
      const lessons = (await allLessons()).filter(({ origin }) => origin === request.origin);
      return { lessons, disabledAdapters: managed.disabledAdapters } satisfies PageSettings;
    }
    case 'load-teacher':
      if (managed.locked.includes('pages') || tabId === null || frameId === null) return false;
      await loadScript('teacher', tabId, frameId);
      return true;
    case 'here':
      return true;
    case 'load-window':
      if (tabId === null || frameId === null) return false;
      await loadScript('details', tabId, frameId);
      return true;
    case 'load-rare-shapes':
      if (tabId === null || frameId === null) return false;
      await loadScript('rare', tabId, frameId);
      return true;
    case 'save-lesson':
      if (managed.locked.includes('pages'))
        return 'Your IT team looks after this setting, so it cannot be changed here.';
      await keepLessons([request.lesson]);
      return null;
    case 'log-step':
      return logStep(request.site, request.pupilId, request.entry, localDay());
    case 'unlog-step':
      await unlogStep(request.site, request.pupilId, request.entry);
      return null;
  }
}

/** What a page is told when the browser's storage is full or broken. */
function withoutStorage({ type }: PageRequest, why: string): unknown {
  switch (type) {
    case 'judge':
      return { policy: null, why, tables: [], codes: [] } satisfies JudgeAnswer;
    case 'save-lesson':
    case 'log-step':
    case 'unlog-step':
      return why;
    default:
      return null;
  }
}

type JudgeRequest = Extract<PageRequest, { type: 'judge' }>;

async function judge(request: JudgeRequest, managed: Managed): Promise<JudgeAnswer> {
  refreshBeside(managed, request.today);
  const grounds = await groundsFor(request, managed);
  return 'why' in grounds ? { policy: null, why: grounds.why, tables: [], codes: [] } : judgePage(grounds, request);
}

/** What a page is judged by, or why there is nothing to judge it by. */
async function groundsFor(
  { site: from, schools, today }: Pick<JudgeRequest, 'site' | 'schools' | 'today'>,
  managed: Managed,
): Promise<Grounds | { why: string }> {
  // A page may have been open when IT forbade its site.
  if (!isAllowed(from, managed)) return { why: NOT_ALLOWED };
  const { usable, missing } = await allPolicies(managed);
  const choice = choosePolicy(usable, from, schools);
  if ('why' in choice) {
    const [first] = missing;
    const why =
      usable.length === 0 && first ? `The policy from ${first.from} is not there yet. ${first.problem}` : choice.why;
    return { why };
  }
  const { policy } = choice;
  const [typed, log] = await Promise.all([typedTerms(), openLog(today)]);
  const terms = termsInForce(policy.calendar, managed.terms, typed);
  const logged = log ? (id: string) => log(from, id) : null;
  return { policy, terms, logged };
}
