import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import type { Hit, PlacedBlock } from '../../policy/document.ts';

const ANNOUNCED = phrase(
  /\b(?:as follows|the following(?: \w+){0,4}|(?:laid|set) out below|listed (?:below|here)|below is an? \w+[^.;:]{0,80}|see (?:the )?(?:table|list|chart|diagram) below)\s*[.:]?\s*$/gi,
  'follow',
  'below',
  'listed here',
);

// "Other strategies may be used. These include:" and the page is over.
const ENDS_WITH_A_COLON = phrase(/:[\s*_]{0,4}$/g, ':');
const ANNOUNCES =
  /\b(?:includ(?:e|es|ing)|following|follows|below|these|such as|steps?|reasons?|examples?|ways|circumstances|if|when|are|can|may|will|must|should)\b/i;
const FEW_WORDS = 3;
// "Registration closes", and no time: a line by itself, since "after the register closes" needs none.
const WITHOUT_ITS_TIME = phrase(
  /(?:^|[\n•●▪·;])\s{0,4}((?:the |our |morning |afternoon |school ){0,2}(?:regist\w+|school(?: day)?|gates?|doors?) (?:opens?|closes?|starts?|begins?|ends?|finish(?:es)?)(?: promptly)?(?: at| by)?) ?[:–-]?(?=\s{0,4}(?:\n|$))/gi,
  'regist',
  'school',
  'gate',
  'door',
);
// "Parents invited to": a line that stops before what it says.
const BREAKS_OFF = phrase(
  /\b((?:(?:asked|invited|required|expected|referred|encouraged|need|needs|ha[sv]e|able) to|the|an|your|our|their|will be|must|should))\s{0,4}$/gi,
  'asked',
  'invited',
  'required',
  'expected',
  'referred',
  'encouraged',
  'need',
  'has',
  'have',
  'able',
  'the',
  'an',
  'our',
  'their',
  'will be',
  'must',
  'should',
);
// "First offence … Second offence", and under the second nothing.
const LATER_OF_A_SERIES = phrase(
  /(?:^|\n)[\s#]{0,8}((?:second|third|final|2nd|3rd) (?:offence|notice|fine|penalty|letter|warning|stage|step|day)\b[^.:\n]{0,40})$/gi,
  'second',
  'third',
  'final',
  '2nd',
  '3rd',
);
const FIRST_OF_A_SERIES = phrase(
  /(?:^|\n)[\s#]{0,8}(?:first|1st) (?:offence|notice|fine|penalty|letter|warning|stage|step|day)\b/gi,
  'first',
  '1st',
);
const CONTINUES = /^\s*(?:[a-z]|\d|£|["'(•*|-])/;

/** Something announced that does not come. */
export const nothingAfterTheColon = defineRule({
  id: 'document/nothing-after-the-colon',
  topic: 'lost-content',
  title: 'What is announced follows',
  duty: 'internal',
  citations: [],
  why: 'Lists, tables and pictures are lost when a document is copied or converted.',
  *check(context) {
    for (const hit of context.find(ANNOUNCED)) {
      const { placed } = hit;
      if ((placed.block.kind === 'heading' && placed.block.depth < 7) || placed.block.kind === 'row') continue;
      const next = context.blockBehind(placed);
      const follows =
        next && (next.block.kind !== 'heading' || next.block.depth > 8) && next.block.kind !== 'paragraph';
      if (
        follows ||
        (next?.block.kind === 'paragraph' && /^\s*(?:["'(\d•*-]|\w{1,3}[.):]|[^.]{2,120}$)/.test(next.block.plain))
      )
        continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `“${context.quote(at)}” is followed by nothing that it could mean.`, at, doubtful: true };
    }
    for (const hit of context.find(ENDS_WITH_A_COLON)) {
      const { placed, sentence } = hit;
      const words = sentence.text.trim().split(/\s+/).length;
      if (placed.block.kind === 'row' || words < FEW_WORDS || !ANNOUNCES.test(sentence.text)) continue;
      // A heading is followed by a menu, or by what it heads; only the end of all is sure.
      if (
        context.blockBehind(placed) ||
        /\b(?:link|links|click|here|download|visit|website|contact|email|call)\b/i.test(sentence.text)
      )
        continue;
      const at = { start: hit.placed.offset + sentence.start, end: hit.start + 1 };
      yield { message: `“${context.quote(at)}” is followed by nothing that it could mean.`, at };
    }
    for (const hit of context.find(WITHOUT_ITS_TIME)) {
      if (hit.placed.block.kind === 'row' || followsOn(context, hit)) continue;
      const words = hit.match[1] ?? '';
      const start = hit.start + hit.match[0].indexOf(words);
      const at = { start, end: start + words.length };
      yield { message: `“${context.quote(at)}” has no time.`, at };
    }
    for (const hit of context.find(BREAKS_OFF)) {
      const { placed } = hit;
      const next = context.blockBehind(placed);
      if (placed.block.kind === 'row' || (placed.block.kind === 'heading' && placed.block.depth < 7)) continue;
      if (
        next &&
        (CONTINUES.test(next.block.plain.slice(next.block.bodyAt)) ||
          (next.block.kind === 'item' && isList(placed, next)))
      )
        continue;
      if (next?.block.kind === 'paragraph' || next?.block.kind === 'row') continue;
      const line = (placed.block.plain.slice(0, hit.match.index).split('\n').at(-1) ?? '') + hit.match[0];
      const at = { start: hit.end - line.trimStart().length, end: hit.end };
      yield { message: `“${context.quote(at)}” breaks off.`, at };
    }
    for (const hit of context.find(LATER_OF_A_SERIES)) {
      const next = context.blockBehind(hit.placed);
      if ((next && next.block.kind !== 'heading') || !context.has(FIRST_OF_A_SERIES)) continue;
      const words = hit.match[1] ?? '';
      const start = hit.start + hit.match[0].indexOf(words);
      const at = { start, end: start + words.length };
      yield { message: `“${context.quote(at)}” has nothing under it.`, at };
    }
  },
  examples: {
    good: [{ title: 'a list', markdown: 'The steps are as follows:\n\n- First a letter\n- Then a meeting' }],
    bad: [
      {
        title: 'a time that is lost',
        markdown: 'School opens at 8.50am.\n\n«Registration closes»\n\nLunch is at 12.15pm.',
        says: '“Registration closes” has no time.',
        asIs: true,
      },
      {
        title: 'a list that does not come',
        markdown: 'We help in other ways too. «These may include:»',
        says: '“These may include:” is followed by nothing that it could mean.',
        asIs: true,
      },
      {
        title: 'a sentence that stops',
        markdown: '- Attendance below 93%\n  «Parents are invited to»\n- Attendance below 90%\n  A panel meets',
        says: '“Parents are invited to” breaks off.',
        asIs: true,
      },
      {
        title: 'the second of two',
        markdown: '# Fines\n\n## First offence\n\nThe sum is £80.\n\n## «Second offence»',
        says: '“Second offence” has nothing under it.',
        asIs: true,
      },
      {
        title: 'nothing',
        markdown: '# Registers\n\nRegisters are taken «as follows:»\n\n# Leave\n\nAsk in writing.',
        says: '“as follows:” is followed by nothing that it could mean.',
      },
    ],
  },
});

/** Whether the next line, of this block or the next, has what the line wants: a time, or the rest of a sentence. */
function followsOn(context: RuleContext, hit: Hit): boolean {
  const rest = hit.placed.block.plain.slice(hit.match.index + hit.match[0].length);
  if (rest.trim() !== '') return /^\s*[a-z\d]/.test(rest);
  const next = context.blockBehind(hit.placed);
  return next !== undefined && /^\s*[a-z\d]/.test(next.block.plain);
}

/** Whether the words introduce the list that follows: "Parents must" and its points. */
function isList(placed: PlacedBlock, next: PlacedBlock): boolean {
  return placed.block.kind !== 'item' || next.block.depth > placed.block.depth;
}
