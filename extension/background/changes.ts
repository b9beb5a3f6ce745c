import { BundleError } from '#core/bundle/read.ts';
import { importLog, setLog } from '../log/log.ts';
import { readLogFile } from '../log/log-file.ts';
import type { Lockable, PageRequest, Request } from '../messages.ts';
import { readLessonFile } from '../teaching/lesson-schema.ts';
import { forgetLesson, keepLessons } from '../teaching/lessons.ts';
import { localDay } from '../today.ts';
import { isAllowed, type Managed, NOT_ALLOWED } from './managed.ts';
import { assignPolicy, refresh, removePolicy, storeAddress, storePolicy } from './policies.ts';
import { turnOff, turnOn } from './sites.ts';
import { storeTerms } from './typed-terms.ts';

/** What a person asks for on the extension's own pages. */
export type Change = Exclude<Request, PageRequest | { type: 'settings' } | { type: 'export-log' }>;

/** What was done, in a sentence where there is something to say, or why it was not. */
export type Done = { said?: string } | { why: string };

/** Which of IT's locks keeps a change from being made. */
const LOCKS: Record<Change['type'], Lockable | null> = {
  'store-policy': 'policies',
  'policy-from': 'policies',
  'assign-policy': 'policies',
  'remove-policy': 'policies',
  'refresh-policies': null,
  'site-on': 'sites',
  'site-off': 'sites',
  'set-terms': 'terms',
  'import-lessons': 'pages',
  'forget-lesson': 'pages',
  'set-log': 'log',
  'import-log': null,
};

/** Why IT's settings forbid the change; null when they do not. */
function forbidden({ type }: Pick<Change, 'type'>, managed: Managed): string | null {
  const lock = LOCKS[type];
  if (lock !== null && managed.locked.includes(lock))
    return 'Your IT team looks after this setting, so it cannot be changed here.';
  return lock === 'policies' && managed.policies.length > 0
    ? 'Your IT team has set the policy, so it cannot be changed here.'
    : null;
}

/** Does what was asked. */
export async function change(request: Change, managed: Managed): Promise<Done> {
  const why = forbidden(request, managed);
  if (why !== null) return { why };
  const today = localDay();
  switch (request.type) {
    case 'store-policy':
      try {
        await storePolicy(request.text, request.name);
        return {};
      } catch (error) {
        if (error instanceof BundleError) return { why: error.message };
        throw error;
      }
    case 'policy-from':
      if (!/^https:\/\/\S+$/.test(request.address)) return { why: 'The address must begin with https://.' };
      await storeAddress(request.address);
      await refresh(managed, today, true);
      return {};
    case 'refresh-policies':
      await refresh(managed, today, true);
      return {};
    case 'assign-policy':
      await assignPolicy(request.id, request.site, request.anySchool);
      return {};
    case 'remove-policy':
      await removePolicy(request.id);
      return {};
    case 'site-on':
      if (!isAllowed(request.pattern, managed)) return { why: NOT_ALLOWED };
      await turnOn(request.pattern, request.tabId);
      return {};
    case 'site-off':
      await turnOff(request.pattern);
      return {};
    case 'set-terms':
      await storeTerms(request.terms);
      return {};
    case 'import-lessons': {
      const read = readLessonFile(request.text);
      if ('problem' in read) return { why: read.problem };
      await keepLessons(read.lessons);
      return { said: `${read.lessons.length} taught ${read.lessons.length === 1 ? 'page' : 'pages'} taken in.` };
    }
    case 'forget-lesson':
      await forgetLesson(request);
      return {};
    case 'set-log':
      await setLog(request.on, request.keepMonths);
      return {};
    case 'import-log': {
      const read = readLogFile(request.text);
      if ('problem' in read) return { why: read.problem };
      const taken = await importLog(request.site, read.rows, today);
      const left = read.rows.length + read.left - taken;
      return { said: `${taken} taken in${left > 0 ? `, ${left} left out` : ''}. Their identifiers were not kept.` };
    }
  }
}
