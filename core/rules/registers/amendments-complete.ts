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
// "If a mark has to be changed we write down …"
const CHANGED = phrase(
  /\b(?:entry|entries|marks?|codes?)\b[^.;]{0,20}?\b(?:amended|corrected|changed|altered|put right)\b|\b(?:alter|amend|correct|change)s? (?:a|the|any|an) (?:attendance )?(?:register|mark|entry|code)\b/gi,
  'alter',
  'amend',
  'correct',
  'change',
  'amended',
  'corrected',
  'changed',
  'altered',
  'put right',
);
const WRITTEN_DOWN =
  /\b(?:writes?|notes?|records?|logs?|keeps?|adds?|shows?|enters?|jots?)\b[^.;]{0,30}\b(?:old|original|first|previous|earlier|new|what it|both|date|name|reason|who|when|initials)\b|\b(?:initials|signs|dates) (?:it|the)\b/i;
const LOST = phrase(
  /\b(?:original|first|old|previous|earlier) (?:entry|entries|marks?|codes?)\b[^.;]{0,20}?\b(?:is|are|may be|can be|will be|should be) (?:then )?(?:deleted|overwritten|erased|rubbed out|wiped)\b|\b(?:typ|writ)\w* over (?:the |an? )?(?:old|original|first|previous|earlier|wrong) (?:entry|mark|code)\b/gi,
  'original',
  'first',
  'old',
  'previous',
  'earlier',
);
const PARTS: readonly [RegExp, string][] = [
  [/\boriginal\b|\b(?:old|previous|earlier|first)\b|\bwhat it was\b|\bboth marks\b/i, 'the original entry'],
  [/\bamended\b|\bnew (?:entry|code|mark|one)\b|\bcorrected\b|\bwhat it is now\b|\bboth marks\b/i, 'the amended entry'],
  [/\breasons?\b|\bwhy\b/i, 'the reason'],
  [/\bdate[ds]?\b|(?:,|\band|\bwhy|\bor) when\b|\bday\b/i, 'the date'],
  [/\b(?:names?|who|whom|person|member of staff|initials)\b/i, 'the name of the person'],
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
      if (
        (!/\bregist(?:er|ers|ration)\b/i.test(hit.placed.block.plain) && !/ over /.test(hit.match[0])) ||
        /\bnot\b|\bnever\b/i.test(hit.match[0])
      )
        continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `“${context.quote(at)}”, but an amended register shows the original entry too.`, at };
    }
    const told = new Set<number>();
    const changes = [...context.find(CHANGED)].filter(
      ({ sentence }) =>
        WRITTEN_DOWN.test(sentence.text) && !/\b(?:exam|test|assess|grade|homework)/i.test(sentence.text),
    );
    for (const hit of [...context.find(AMENDMENT), ...changes]) {
      if (told.has(hit.placed.index)) continue;
      if (!changes.includes(hit) && !/\bregist(?:er|ers|ration)\b/i.test(hit.sentence.text)) continue;
      told.add(hit.placed.index);
      const [, ...after] = context.blocksAround(hit.placed, 0, 8);
      const end = after.findIndex(({ block }) => block.kind !== 'item');
      const words = [
        hit.placed.block.plain,
        ...after.slice(0, end < 0 ? after.length : end).map(({ block }) => block.plain),
      ].join(' ');
      const missing = PARTS.filter(([pattern]) => !pattern.test(words)).map(([, name]) => name);
      // Of an amendment that "includes" a part or two it is not sure that the record of one is meant.
      const most = changes.includes(hit) ? PARTS.length - 1 : 3;
      if (missing.length === 0 || missing.length > most) continue;
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
        title: 'a mark that is changed',
        markdown: 'When a «mark is corrected», we note the old one and the new one.',
        says: 'The record of an amendment leaves out the reason and the date and the name of the person, as far as we know.',
        asIs: true,
      },
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
