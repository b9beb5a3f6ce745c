import { matchAt } from '../../text/match-at.ts';
import { cardinalsIn } from '../../text/numbers.ts';
import type { DurationUnit } from '../schema.ts';
import { type Around, around } from './around.ts';
import type { FactDraft, Reader } from './reader.ts';

const NO_LENGTH_BEFORE = /[\w.£:/-]$/;
const UNIT =
  /(?:\s?\(\d{1,3}\))?[\s-]{0,3}(?:(school|working|calendar|consecutive|continuous|full|whole|clear|half)[\s-]{1,3}){0,2}(minutes?|mins?|hours?|days?|weeks?|terms?|months?|years?)\b/iy;

/** What a length of time is for, by the words of its sentence before and behind it; the first that fits. */
const PURPOSES: readonly { what: string; before?: RegExp; after?: RegExp; sentence?: RegExp; units: RegExp }[] = [
  {
    what: 'leaveRequestNotice',
    sentence: /\b(?:leave|holiday|request|application|apply|observance|exceptional)\b/i,
    after: /^\s{0,3}(?:in advance|prior|before|notice|ahead|beforehand)/i,
    units: /day|week|month|term/,
  },
  {
    what: 'penaltyNoticeRollingPeriod',
    sentence: /\bpenalty (?:notice|fine)|\boffence|\bnational (?:framework|limit)/i,
    before: /\b(?:within|in|rolling|over)\b[^.]{0,30}$/i,
    after:
      /^\s{0,3}(?:\(\d|rolling|period|of the (?:first|date)|those|\W{0,3}$|[,.]|,? ?(?:an|a|the|any|from|it|there|will))/i,
    units: /year/,
  },
  {
    what: 'registerOpenFor',
    sentence: /\bregist/i,
    before: /\b(?:open|closes?d?|kept open|remains? open|after)\b[^.]{0,40}$/i,
    units: /min/,
  },
  {
    what: 'reasonWithin',
    sentence: /\b(?:reason|code n|explanation)\b/i,
    before: /\b(?:within|no (?:more|later) than|up to|after)\b[^.]{0,20}$/i,
    units: /day|week/,
  },
  {
    what: 'homeVisitAfter',
    sentence: /\b(?:home visit|visit (?:the |parents |you )?(?:at )?home)/i,
    before: /\b(?:after|by|on|if)\b[^.]{0,60}$/i,
    units: /day/,
  },
  {
    what: 'localAuthorityToldAfter',
    sentence: /\b(?:local authority|\bLA\b|council)\b/i,
    before: /\b(?:absent|absence|missed|miss)\b[^.]{0,60}$/i,
    units: /day/,
  },
  {
    what: 'medicalEvidenceAfter',
    sentence: /\bmedical (?:evidence|certificate|note)|\bdoctor'?s'? (?:note|letter|certificate)/i,
    before: /\b(?:after|more than|longer than|over|exceed(?:s|ing)?|beyond)\b[^.]{0,30}$/i,
    units: /day|week/,
  },
  {
    what: 'noticeToImprovePeriod',
    sentence: /\bnotice to improve|\bimprovement (?:period|notice)/i,
    units: /day|week/,
  },
  {
    what: 'monitoringPeriod',
    after: /^[\s,-]{0,3}(?:of\s)?(?:monitoring|review|assessment)\b/i,
    units: /day|week|month|term/,
  },
  {
    what: 'improvementPeriod',
    sentence: /\b(?:no|not|without|insufficient|lack of)\b[^.]{0,30}\bimprov/i,
    before: /\b(?:within|after|over|in|for)\b[^.]{0,30}$/i,
    units: /day|week|term/,
  },
];

/** Lengths of time that a rule of the policy hangs on; amounts of payment belong to the penalty facts. */
export const durations: Reader = {
  kinds: ['duration'],
  mayRead: /minute|\bmins?\b|hour|\bdays?\b|week|month|years?\b|\bterms?\b/i,
  read({ block }) {
    return cardinalsIn(block.plain).flatMap(({ start, end: from, value }): FactDraft[] => {
      const match = matchAt(block.plain, from, UNIT);
      if (!match || value === 0 || NO_LENGTH_BEFORE.test(block.plain.slice(Math.max(0, start - 1), start))) return [];
      const end = from + match[0].length;
      const what = purposeOf(around(block, start, end), match[2]?.toLowerCase() ?? '');
      if (!what) return [];
      return [
        { kind: 'duration', what, value, unit: unitOf(match[1], match[2] ?? ''), confidence: 'likely', start, end },
      ];
    });
  },
};

function purposeOf({ before, after, sentence }: Around, unit: string): string | null {
  if (/\bpaid\b[^.]{0,30}$|£\d{2,4}[^.]{0,30}$/i.test(before)) return null;
  return (
    PURPOSES.find(
      (purpose) =>
        purpose.units.test(unit) &&
        (!purpose.sentence || purpose.sentence.test(sentence)) &&
        (!purpose.before || purpose.before.test(before)) &&
        (!purpose.after || purpose.after.test(after)),
    )?.what ?? null
  );
}

function unitOf(kind: string | undefined, printed: string): DurationUnit {
  const word = printed.toLowerCase();
  const sort = kind?.toLowerCase();
  if (word.startsWith('min')) return 'minutes';
  if (word.startsWith('hour')) return 'hours';
  if (word.startsWith('day')) return sort === 'school' ? 'schoolDays' : sort === 'working' ? 'workingDays' : 'days';
  if (word.startsWith('week')) return sort === 'school' ? 'schoolWeeks' : 'weeks';
  if (word.startsWith('term')) return sort === 'half' ? 'halfTerms' : 'terms';
  return word.startsWith('month') ? 'months' : 'years';
}
