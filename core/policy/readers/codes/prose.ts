import { matchesOf } from '../../../text/matches.ts';
import type { Block } from '../../blocks.ts';
import { sentencesOf } from '../../document.ts';
import type { FactDraft } from '../reader.ts';
import { lettersBesideHours } from './beside-hours.ts';
import { explains, isCode } from './code-words.ts';
import { codesEnclosed } from './enclosed.ts';
import { codesOfKinds } from './kinds.ts';
import { lettersAsMarks } from './letters.ts';
import { codesBehindEquals } from './reversed.ts';
import { tidy } from './rows.ts';
import { codesToldOf } from './told.ts';

const CODE = String.raw`[/\\#@!]|[A-Z]\d{0,2}`;

/** "code L", "codes G, N, O or U", "code is 'N'": the letters behind the word; each of a list is read. */
const BEHIND_WORD = new RegExp(
  String.raw`\b[Cc](?:ode|ODE)(?:s|d|S)?\b\s*(?:letters?\s*)?(?:as|is|:|with|an?|-|=|\()?\s*(?:an?\s+)?["'(]{0,2}(${CODE})(?![A-Za-z0-9])["')]{0,2}(?:(?:\s*[,/&]\s*|\s+(?:and|or|and/or|to)\s+|\s*,\s*(?:and|or)\s+)["'(]?(?:${CODE})(?![A-Za-z0-9'])["')]?){0,12}`,
  'g',
);
const EACH = new RegExp(`(?<![A-Za-z0-9])(${CODE})(?![A-Za-z0-9])`, 'g');
/** "an L code", "'N' codes", "U coded", "the U-code", "a U mark", "the B (educated offsite) mark". */
const BEFORE_WORD = new RegExp(
  String.raw`(?<![A-Za-z0-9£'])["'(]?(${CODE})["')]?(?:\s+|-(?=cod))(?:\(([^()\n]{2,60})\)\s+)?(?:coded?|codes|marks?|codings?)\b`,
  'g',
);
/** "marked with L", "coded as 'L'", "recorded as U", "given a U": the letter behind the verb. */
const BEHIND_VERB = new RegExp(
  String.raw`\b(?:marked|mark|coded|recorded|record|registered|enter(?:s|ed)?|shown|given|receives?|gets?|logged|classed|classified|noted|counted|puts?|issued|awarded|denoted|indicated|signified)\b\s*(?:(?:in|on) (?:the|our) registers?\s+)?(?:them\s+|it\s+|this\s+)?(?:down\s+)?(?:as|with|by|using|under|is)?\s*(?:an?|the)?\s*(?:letter\s+|symbol\s+)?["'(]{0,2}(${CODE})["')]{0,2}(?=\s*(?:[.,;:)=-]|$|for\b|in\b|on\b|by\b|mark|code|and\b|or\b|if\b|to\b|as\b|which\b|straight\b|until\b|after\b|when\b|where\b|unless\b|at\s+first\b|is\b|means\b|unauthori|\())`,
  'g',
);
/** "it's a U", "your child will have an L", "the N is changed to O", "we code it C2": said in passing. */
const IN_PASSING = new RegExp(
  String.raw`(?:\b(?:it's|it\s+is|that\s+is|will\s+have|have|gets?|mark\s+is|becomes?)\s+an?\s+([LU])|\b(?:changed?|turned|altered)\s+(?:from\s+[A-Z]\d?\s+)?(?:to|into)\s+(?:an?\s+)?(${CODE})|\bchange\s+(?:the\s+|an?\s+)?([NO])|\b(?:says|turns?\s+into|(?:is|an)(?=\s+N\s+(?:for\s+now|may|stands?)))\s+([NO])|\bmark\s+the\s+missing\s+\w+\s+(C2)|\bthe\s+([NO])\s+(?:is|will\s+be|has\s+to\s+be)\s+changed|\bcodes?\s+(?:it|this|them)\s+(?:as\s+)?(${CODE})|\bmark\s+(?:it|them|the\s+register)\s+(${CODE})|\b(?:we|staff|office|school)\s+enters?\s+(?:an?\s+)?([NOUL]))(?![A-Za-z0-9'-])`,
  'g',
);
/** "change N to O", "the N is amended to an O". */
const N_TO_O =
  /(?<![A-Za-z0-9])N\b["')]?\s+(?:(?:is|are|will\s+be|must\s+be|should\s+be|may\s+be|being)\s+)?(?:then\s+)?(?:changed|amended|updated|altered|turned)?\s?(?:in)?to\s+(?:an?\s+)?(?:code\s+)?["'(]?O(?![A-Za-z0-9'])/g;
/** "a late mark (L)", "a mark ('U')", "(L - late)", "(L)": a letter alone in brackets or quotes. */
const ENCLOSED = new RegExp(
  String.raw`(?:\(\s*["']?(${CODE})["']?\s*(?:[-=:]\s*[^()\n]{2,60})?\)|(?<![A-Za-z0-9])"\s{0,2}(${CODE})\s{0,2}"|(?<![A-Za-z0-9])'\s{0,2}(${CODE})\s{0,2}'(?![A-Za-z]))`,
  'g',
);
/** "L for late", "U = after 9.15", "L: coming in between". */
const EXPLAINED = new RegExp(
  String.raw`(?<![A-Za-z0-9'£/\\])["']?(${CODE})["']?\s*(?:=|:|\bfor\b|\bmeans\b|\bmeaning\b|\bdenotes\b|\bindicates\b|\bstands for\b|\bis for\b|\bis used\b|-(?=\s))\s*(?=[^.;\n]{2})`,
  'g',
);
/** What a letter is explained by, as far as the next letter that is explained. */
const EXPLANATION = /^[^.;\n]{2,100}/;
const NEXT_EXPLAINED = new RegExp(
  String.raw`(?:,\s*|\s)(?:and\s+|or\s+)?["']?(?:${CODE})["']?\s*(?:=|:|\bfor\b|\bmeans\b|\bis for\b|-\s)`,
);
const GLOSSED = new RegExp(String.raw`(?<![A-Za-z0-9'£/\\])["']?(${CODE})["']?\s*\(([^()]{3,90})\)`, 'g');

const FEWEST_GLOSSED = 3;
/** "Illness is I, a dentist is M": a letter that the words before it explain. */
const IS_CODE = new RegExp(
  String.raw`\b(?:is|are|becomes)\s+["']?(${CODE})["']?(?=\s*[,.;]|\s+and\b|\s+at\s+first\b|$)`,
  'g',
);

const Y_NUMBERED = /(?<![A-Za-z0-9])Y[1-7](?![A-Za-z0-9])/;
const ABOUT_CODES = /\bcode[sd]?\b/i;
const SAYS_CODES = /\bcod(?:es?|ed|ings?)\b/i;
const ABOUT_MARKS = /\b(?:mark|code|register|registration|late|absen|(?:un)?authori[sz]ed|present|attendance|record)/i;
/** "After 8:45 you get a U": an hour and the letter that it earns say enough. */
const TIMED_MARK =
  /\d[:.]\d\d[^.;\n]{0,60}\b(?:gets?|given|receives?)\s["']?[LU]\b|\d[:.]\d\d[^.;\n]{0,60}\b(?:an\s["']?L|a\s["']?U)\b|\b(?:an\s["']?L|a\s["']?U)\b[^.;\n]{0,60}\d[:.]\d\d/;
/** "Anyone in after this gets U", "change N to O", "before it turns into O": said of marks, whatever else is said. */
const SURE_MARK =
  /\b(?:gets?|given)\s["']?[LU]["']?(?=[.,;)]|$)|\bN\s(?:[a-z]+\s){0,4}to\s(?:an\s)?O\b|\benter\sO\b|\benters?\s(?:an?\s)?[NOUL]\s(?:while|until|when|where|if|for|after)\b|\b(?:change\s(?:the\s|an?\s)?|says\s|an\s)N\b|\bturns?\sinto\sO\b|\bis\sN\s(?:for\snow|at\sfirst)\b/;
/** "We use I for illness": no person can stand there. */
const WE_USE = /\b(?:uses?|using|puts?|enters?|marks?|records?)\s["']?$/i;
const LETTER_NAMES =
  /\b(?:class|group|team|house|form|letter|appendix|annex|section|tier|stage|route|step|option|part|vitamin|hepatitis|grade|plan|schedule|table|band|level|year)\s+["'(]?$/i;

const REASON =
  /^\s*(?:[-=:,(]+\s*)?((?:which|that|to|for|because|if|when|where|until|is used|is for|will be used|are used|means)\s[^()]{6,}|(?<=\()[^()]{3,})/;
const DANGLING =
  /(?<![\s("',])[\s("',]*\b(?:an?|the|as|with|is|are|be|marked|given|code|codes|mark|marks|by|using|get|receive|they|will)?(?:\s*(?:an?|the))?[\s("',-]*$/i;
const BOTH_PRESENT =
  /(?:^|[\s("'])(\/)["']?\s*(?:(?:in|for)\s+(?:the\s+)?(?:morning|am)s?\s*)?(?:and|or|,|&)?\s*["']?(\\)(?=["'\s).,;]|$)/g;

/** What runs on for longer is no sentence, but damage; the rest of it is left. */
const LONGEST_SENTENCE = 10_000;

/** Codes named in running text, each with the words that explain it. */
export function codesInProse(block: Block): FactDraft[] {
  const drafts = new Map<number, FactDraft>();
  for (const sentence of sentencesOf(block)) {
    const words = sentence.text.slice(0, LONGEST_SENTENCE);
    const add: Add = (code, at, meaning, sure) => {
      if (!code || at < 0 || !isCode(code) || LETTER_NAMES.test(words.slice(Math.max(0, at - 14), at))) return;
      // "The Y codes (Y1 no transport, …)": each of them is named.
      if (code === 'Y' && Y_NUMBERED.test(words)) return;
      const start = sentence.start + at;
      if (drafts.has(start)) return;
      drafts.set(start, {
        kind: 'code',
        code,
        meaning: tidy(meaning),
        confidence: sure && explains(code, meaning) ? 'certain' : 'likely',
        start,
        end: start + code.length,
      });
    };
    const before = drafts.size;
    for (const match of matchesOf(words, EXPLAINED)) {
      const [whole, code = ''] = match;
      const all =
        EXPLANATION.exec(words.slice(match.index + whole.length, match.index + whole.length + 100))?.[0] ?? '';
      const meaning = all.slice(0, NEXT_EXPLAINED.exec(all)?.index ?? all.length);
      const lone = /^["']?.{1,3}["']?\s*-/.test(whole);
      if (!explains(code, meaning.slice(0, 50))) continue;
      if (
        (lone || code === 'I') &&
        !ABOUT_MARKS.test(words) &&
        !WE_USE.test(words.slice(Math.max(0, match.index - 12), match.index))
      )
        continue;
      add(code, match.index + whole.indexOf(code), firstClause(meaning), true);
    }
    for (const { code, at, meaning } of lettersBesideHours(words)) add(code, at, meaning, false);
    for (const match of matchesOf(words, BOTH_PRESENT)) {
      add('/', match.index + match[0].indexOf('/'), 'present (morning)', true);
      add('\\', match.index + match[0].indexOf('\\'), 'present (afternoon)', true);
    }
    for (const { code, at, meaning } of codesEnclosed(words, SAYS_CODES.test(words))) add(code, at, meaning, true);
    for (const { code, at, meaning } of codesBehindEquals(words)) add(code, at, meaning, false);
    for (const { code, at, meaning } of lettersBehindTheirWords(words)) add(code, at, meaning, false);
    const glossed = matchesOf(words, GLOSSED);
    const known = glossed.filter(([, code = '', meaning = '']) => explains(code, meaning)).length;
    for (const match of glossed) {
      const [whole, code = '', meaning = ''] = match;
      // Among so many of its kind a letter need not be explained in the usual words.
      if (known >= FEWEST_GLOSSED || explains(code, meaning))
        add(code, match.index + whole.indexOf(code), meaning, true);
    }
    for (const { code, at, meaning } of codesOfKinds(words)) add(code, at, meaning, false);
    if (drafts.size > before || ABOUT_CODES.test(block.plain))
      for (const { code, at, meaning } of codesToldOf(words)) add(code, at, meaning, false);
    for (const match of matchesOf(words, IS_CODE)) {
      const code = match[1] ?? '';
      const before = words.slice(Math.max(0, match.index - 50), match.index);
      if (explains(code, before)) add(code, match.index + match[0].lastIndexOf(code), before, false);
    }
    if (ABOUT_MARKS.test(words) || TIMED_MARK.test(words) || SURE_MARK.test(words)) codesAmongMarks(words, add);
    for (const { code, at, length } of lettersAsMarks(words, drafts.size > before, (lead) => LETTER_NAMES.test(lead)))
      add(code, at, aroundOf(words, at, length), false);
  }
  return [...drafts.values()].sort((a, b) => a.start - b.start);
}

/** Adds a code at a place of a sentence, with its meaning and whether the meaning may be trusted. */
type Add = (code: string | undefined, at: number, meaning: string, sure: boolean) => void;

/** The codes of a sentence that speaks of marks and registers. */
function codesAmongMarks(words: string, add: Add): void {
  for (const match of matchesOf(words, BEHIND_WORD)) {
    const list = match[0].slice(4);
    for (const each of matchesOf(list, EACH))
      if (each[1] && !(each[1] === '/' && list.trim() !== '/' && !/["'(]\/|^s?\s*\/\s*$/.test(list)))
        add(each[1], match.index + 4 + each.index, aroundOf(words, match.index, match[0].length), true);
  }
  for (const match of matchesOf(words, BEFORE_WORD)) {
    const [whole, code = '', gloss] = match;
    if (code === 'I' && !/["'(]I/.test(whole)) continue;
    if (/^[/!]$/.test(code) && !/["'(]/.test(whole)) continue;
    const meaning = gloss ?? aroundOf(words, match.index, whole.length);
    const at = match.index + whole.indexOf(code);
    add(code, at, meaning, true);
    for (const other of listedBefore(words, at)) add(other.code, other.at, meaning, false);
  }
  for (const match of matchesOf(words, BEHIND_VERB)) {
    const [whole, code = ''] = match;
    if (code === 'I' && !/["'(]I/.test(whole)) continue;
    add(code, match.index + whole.lastIndexOf(code), aroundOf(words, match.index, whole.length), true);
  }
  for (const match of matchesOf(words, IN_PASSING)) {
    const code = match.slice(1).find((group) => group !== undefined) ?? '';
    const within = match[0].includes(` ${code} `) ? match[0].indexOf(` ${code} `) + 1 : match[0].lastIndexOf(code);
    add(code, match.index + within, aroundOf(words, match.index, match[0].length), false);
  }
  for (const { index, 0: whole } of matchesOf(words, N_TO_O)) {
    add('N', index, 'no reason given yet', false);
    add('O', index + whole.length - 1, 'unauthorised, where no reason was given', false);
  }
  for (const match of matchesOf(words, ENCLOSED)) {
    const code = match[1] ?? match[2] ?? match[3] ?? '';
    const near = words.slice(Math.max(0, match.index - 70), match.index + match[0].length + 50);
    // "(R - Y6)" are classes.
    if (!ABOUT_MARKS.test(near) || /^\(\s*R\s*-\s*(?:Y|Year\s?)?\d/i.test(match[0])) continue;
    // "(S)" behind the name of a document stands for something else than a mark.
    if (!/\b(?:mark|cod)/i.test(near) && !explains(code, near) && !explains(code, near.slice(50))) continue;
    add(code, match.index + match[0].indexOf(code), aroundOf(words, match.index, match[0].length), false);
  }
}

const BEHIND_WORDS = new RegExp(
  String.raw`(?:^|[,;:]\s|\b(?:and|or)\s)([A-Za-z][a-z' /-]{2,50})\s\(["']?(${CODE})["']?\)`,
  'g',
);

/** "Illness (I), medical appointments (M) and religious observance (R)": so many that they are no initials. */
function lettersBehindTheirWords(words: string): { code: string; at: number; meaning: string }[] {
  const found = matchesOf(words, BEHIND_WORDS).flatMap(({ index, 0: whole, 1: meaning = '', 2: code = '' }) =>
    isCode(code) && explains(code, meaning) ? [{ code, at: index + whole.lastIndexOf(code), meaning }] : [],
  );
  return new Set(found.map(({ code }) => code)).size >= FEWEST_GLOSSED ? found : [];
}

const LISTED = new RegExp(
  String.raw`(?:^|[\s("'])(${CODE})["']?(?:\s*[,/&]\s*|\s+(?:and|or|and/or)\s+|\s*,\s*(?:and|or)\s+)["'(]?$`,
);
const MOST_LISTED = 8;

/** "G, O and/or U coded": the letters of the list whose last one stands at a place. */
function listedBefore(words: string, at: number): { code: string; at: number }[] {
  const found: { code: string; at: number }[] = [];
  for (let end = at; found.length < MOST_LISTED; end = found.at(-1)?.at ?? 0) {
    const match = LISTED.exec(words.slice(Math.max(0, end - 16), end));
    const code = match?.[1];
    // "I or U": a person.
    if (!match || !code || code === 'I' || code === 'A') break;
    found.push({ code, at: Math.max(0, end - 16) + match.index + match[0].indexOf(code) });
  }
  return found;
}

/** The words that stand with a code: the reason behind it ("for illness"), or else the clause that leads to it. */
function aroundOf(words: string, at: number, length: number): string {
  const behind = firstClause(words.slice(at + length).replace(/^["')\]]+/, ''));
  const reason = REASON.exec(behind)?.[1];
  if (reason) return reason;
  const before = (
    words
      .slice(0, at)
      .split(/[;:]\s/)
      .at(-1) ?? ''
  ).replace(DANGLING, '');
  return before.trim().length > 8 ? before.replace(/^[\s()]+/, '') : words;
}

function firstClause(text: string): string {
  return text.split(/[.;]\s|\)\s|\s-\s/)[0] ?? text;
}
