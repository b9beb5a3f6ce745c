import type { FactDraft } from '../reader.ts';
import { explains, isCode } from './code-words.ts';
import { tidy } from './rows.ts';

/** A letter or mark that stands by itself before words of its own. */
const ENTRY = /(?<![A-Za-z0-9'"£&/\\])([/\\#]|[A-Z]\d?)\s{1,3}(?=[A-Z(])/g;
/** Page numbers and leader dots between the entries. */
const LEADER = /[\s.]{0,110}\d{0,3}\s{0,20}$/;
/** Fewer may be initials; so many, each with its own words behind it, are a list of codes. */
const FEWEST = 6;
const LONGEST_MEANING = 110;

/** The codes of a list that lost its lines ("… C Other circumstances D Dual registered E Excluded …"); none where it is no list. */
export function codesInRun(line: string, at: number): FactDraft[] {
  const entries = [...line.matchAll(ENTRY)].filter((match) => isCode(match[1] ?? ''));
  if (entries.length < FEWEST) return [];
  const drafts = entries.flatMap((match, index): FactDraft[] => {
    const code = match[1] ?? '';
    const from = match.index + match[0].length;
    const to = Math.min(entries[index + 1]?.index ?? line.length, from + LONGEST_MEANING);
    const meaning = line.slice(from, to).replace(LEADER, '');
    if (!explains(code, meaning)) return [];
    return [
      {
        kind: 'code',
        code,
        meaning: tidy(meaning),
        confidence: 'likely',
        start: at + match.index,
        end: at + from + meaning.trimEnd().length,
      },
    ];
  });
  const distinct = new Set(drafts.map((draft) => (draft.kind === 'code' ? draft.code : '')));
  return distinct.size >= FEWEST ? drafts : [];
}

/** "L present but late" under its like: a code, a space and a meaning in small letters. */
const SMALL = /^[\s>]*(?:[-*+•▪·●○◦]\s*)?(?<code>[/\\#]|[A-Z]\d?)\s+(?<meaning>[a-z][a-z -]{2}.*)$/;
const OF_A_MARK = /^(?:absent|present|authori[sz]ed|unauthori[sz]ed|late|approved|attending|pupil|not)\b/;
const FEWEST_LINES = 3;

/** For each line its code, where it begins with one and goes on in small letters, and so many do that they are no sentences. */
export function codesInSmallLetters(lines: readonly string[]): (FactDraft | undefined)[] {
  let at = 0;
  let known = 0;
  const drafts = lines.map((line): FactDraft | undefined => {
    const start = at;
    at += line.length + 1;
    const { code = '', meaning = '' } = SMALL.exec(line)?.groups ?? {};
    const explained = explains(code, meaning);
    if (!isCode(code) || !(explained || OF_A_MARK.test(meaning))) return undefined;
    if (explained) known++;
    return {
      kind: 'code',
      code,
      meaning: tidy(meaning),
      confidence: 'likely',
      start: start + line.indexOf(code),
      end: start + line.trimEnd().length,
    };
  });
  return known >= FEWEST_LINES ? drafts : [];
}
