import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/lint/finding.ts';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { beyond, sound, wrong } from './adversarial.ts';

/** Topics that say the same of a sentence: a code in the wrong class is also a code explained wrongly. */
const AS_GOOD: Readonly<Record<string, readonly string[]>> = {
  'late-code': ['wrong-code-class', 'code-meaning'],
  'wrong-code-class': ['late-code', 'code-meaning'],
  'retired-code': ['register-categories'],
  'definition-boundary': ['absence-definition'],
  'o-on-day-one': ['n-code-deadline'],
  'penalty-threshold': ['automatic-penalty'],
  placeholder: ['champion-contact-missing'],
};

/** What a search for words would report, for comparison: the words most often wrong in a policy, by topic. */
const KEYWORDS: Readonly<Record<string, RegExp>> = {
  'penalty-amounts': /£60|£120/,
  'penalty-threshold': /penalty notice|fine/i,
  'automatic-penalty': /will be (?:issued|fined)|automatic/i,
  'notice-to-improve': /warning letter|notice to improve/i,
  'register-window': /register\w* (?:is |stays )?open/i,
  retention: /three years|3 years/i,
  'electronic-register': /paper|manual/i,
  'retired-code': /\bcodes? [HJYF]\b/,
  'remote-education': /remote|online/i,
  'closure-code': /#/,
  'n-code-deadline': /\bN\b/,
  'o-on-day-one': /\bO\b/,
  'late-code': /after the register/i,
  'absence-definition': /15%|20%|85%/,
  'definition-boundary': /below 90%|over 50%|more than 50%/i,
  'leave-of-absence': /holiday/i,
  'medical-evidence': /doctor|medical evidence/i,
  'deletion-from-register': /off roll|from roll|20 (?:consecutive )?school days/i,
  'sickness-return': /more than 15/i,
  'revoked-regulations': /Regulations 2006|2006 Regulations/,
  'stale-guidance': /20(?:16|2[0-5])/,
  terms: /parenting contract|fixed-term exclusion|behaviour and attitudes/i,
  'review-overdue': /review/i,
  'time-format': /\d\.\d\d/,
  placeholder: /\[|XXX|TBC/,
};

const page = (sentence: string) =>
  `# Attendance at Hollow Oak School\n\nWe want every pupil to be here.\n\n${sentence}\n\nThank you for your help.\n`;

function findingsOn(sentence: string): Finding[] {
  return lintPolicy(readPolicy(page(sentence)), { asOf: '2026-11-21', file: 'page.md' }).findings;
}

const isMet = (topic: string, found: readonly string[]) =>
  [topic, ...(AS_GOOD[topic] ?? [])].some((each) => found.includes(each));

const pairs = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([topic, sentences]) => sentences.map((sentence) => [topic, sentence] as const));

const WRONG = pairs(wrong);
const SOUND = pairs(sound);

const isReported = (topic: string, sentence: string) =>
  isMet(
    topic,
    findingsOn(sentence).map((finding) => finding.topic),
  );

const strongOn = (sentence: string) =>
  findingsOn(sentence)
    .filter(({ severity }) => severity !== 'advice')
    .map(({ topic, message }) => `${topic}: ${message}`);

const isRead = ([, sentence]: readonly [string, string]) => !beyond.includes(sentence);

describe('what is wrong is reported, however it is worded', () => {
  it.each(WRONG.filter(isRead))('%s: %s', (topic, sentence) => {
    expect(isReported(topic, sentence) ? [topic] : findingsOn(sentence)).toEqual([topic]);
  });
});

describe('what is sound is left alone, whatever it looks like', () => {
  it.each(SOUND.filter(isRead))('%s: %s', (_topic, sentence) => {
    expect(strongOn(sentence)).toEqual([]);
  });
});

it('still errs on each sentence that is said to be beyond it', () => {
  const missed = WRONG.filter(([topic, sentence]) => !isReported(topic, sentence));
  const reported = SOUND.filter(([, sentence]) => strongOn(sentence).length > 0);
  expect([...missed, ...reported].map(([, sentence]) => sentence).sort()).toEqual([...beyond].sort());
});

it('tells more than a search for words would', () => {
  const search = (topic: string, sentence: string) => KEYWORDS[topic]?.test(sentence) === true;
  const met = WRONG.filter(([topic, sentence]) => isReported(topic, sentence)).length;
  const quiet = SOUND.filter(([, sentence]) => strongOn(sentence).length === 0).length;
  const metBySearch = WRONG.filter(([topic, sentence]) => search(topic, sentence)).length;
  const quietBySearch = SOUND.filter(([topic, sentence]) => !search(topic, sentence)).length;
  process.stdout.write(
    `${WRONG.length} wrong sentences: rules ${met}, search ${metBySearch}. ` +
      `${SOUND.length} sound ones left alone: rules ${quiet}, search ${quietBySearch}.\n`,
  );
  expect(met).toBeGreaterThan(metBySearch);
  expect(quiet).toBeGreaterThan(quietBySearch);
});
