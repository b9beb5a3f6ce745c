import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const AMENDMENT = phrase(
  /\b(?:entry|entries|mark|register)\b[^.;]{0,30}\b(?:is|are) (?:amended|corrected|changed)\b[^.;]{0,20}(?:,|\bthe original)|\bamend(?:ments?|ed)\b[^.;]{0,80}\b(?:includes?|shows?|records?|contains?)\b|\b(?:changes?|corrections?) (?:made )?to the (?:attendance )?register\b[^.;]{0,40}\b(?:include|show|record|contain)/gi,
  'amend',
  'change',
  'correction',
  'corrected',
);
const LOST = phrase(
  /\b(?:original|first|old|previous|earlier) (?:entry|entries|marks?|codes?)\b[^.;]{0,20}?\b(?:is|are|may be|can be|will be|should be) (?:then )?(?:deleted|overwritten|erased|rubbed out|wiped)\b/gi,
  'original',
  'first',
  'old',
  'previous',
  'earlier',
);
const PARTS: readonly [RegExp, string][] = [
  [/\boriginal\b/i, 'the original entry'],
  [/\bamended\b|\bnew (?:entry|code|mark)\b|\bcorrected\b/i, 'the amended entry'],
  [/\breason\b/i, 'the reason'],
  [/\bdate\b/i, 'the date'],
  [/\b(?:names?|who|person|member of staff|initials)\b/i, 'the name of the person'],
];

/** What an amended entry shows, listed with something left out. */
export const amendmentsComplete = defineRule({
  id: 'registers/amendments-complete',
  topic: 'register-amendment',
  title: 'An amended entry shows what was, what is, why, when and by whom',
  duty: 'should',
  citations: [citeProvision('register-amendments')],
  inForce: { from: '2024-08-19' },
  why: 'A register is evidence in court; an entry changed without a trace is none.',
  *check(context) {
    for (const hit of context.find(LOST)) {
      if (!/\bregist(?:er|ers|ration)\b/i.test(hit.placed.block.plain) || /\bnot\b|\bnever\b/i.test(hit.match[0]))
        continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `“${context.quote(at)}”, but an amended register shows the original entry too.`, at };
    }
    for (const hit of context.find(AMENDMENT)) {
      if (!/\bregist(?:er|ers|ration)\b/i.test(hit.sentence.text)) continue;
      const [, ...after] = context.blocksAround(hit.placed, 0, 8);
      const end = after.findIndex(({ block }) => block.kind !== 'item');
      const words = [
        hit.placed.block.plain,
        ...after.slice(0, end < 0 ? after.length : end).map(({ block }) => block.plain),
      ].join(' ');
      const missing = PARTS.filter(([pattern]) => !pattern.test(words)).map(([, name]) => name);
      if (missing.length === 0 || missing.length > 3) continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `The record of an amendment leaves out ${missing.join(' and ')}.`, at };
    }
  },
  examples: {
    good: [
      { title: 'the entry kept', markdown: 'When the register is put right the original entry is never deleted.' },
      {
        title: 'all five',
        markdown:
          'Any amendment to the register will include the original entry, the amended entry, the reason, the date and the name of the person.',
      },
    ],
    bad: [
      {
        title: 'the first entry gone',
        markdown: 'Any teacher may put the register right, and the «first entry is overwritten» by the new one.',
        says: '“first entry is overwritten”, but an amended register shows the original entry too, as far as we know.',
      },
      {
        title: 'no reason',
        markdown:
          'Any «amendment to the register will include» the original entry, the amended entry, the date and the name of the person.',
        says: 'The record of an amendment leaves out the reason, as far as we know.',
      },
    ],
  },
});
