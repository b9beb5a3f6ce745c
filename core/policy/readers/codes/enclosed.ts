import { matchesOf } from '../../../text/matches.ts';
import { explains, isCode } from './code-words.ts';

/** Codes in quotes or brackets with their meaning right behind, "'I' illness, 'M' medical appointment", and nothing else between. */

export interface EnclosedCode {
  readonly code: string;
  readonly at: number;
  readonly meaning: string;
}

const ENCLOSED =
  /(?<![A-Za-z0-9])(?:"\s{0,2}([/\\#]|[A-Z]\d?)\s{0,2}"|'\s{0,2}([/\\#]|[A-Z]\d?)\s{0,2}'|\[([/\\#]|[A-Z]\d?)\])\s{1,3}(?=[A-Za-z])(?!cod(?:e|ing)|marks?\b)/g;
/** As far as the next of its kind, or the end of its clause. */
const MEANING = /^[^,;.\n"[]{3,80}/;
const JOINT = /\s(?:and|or)\s*$/;
const FEWEST = 2;

/** Two and more of them make a list; one does not, unless the sentence says that it is of codes. */
export function codesEnclosed(words: string, saysCodes: boolean): EnclosedCode[] {
  const found = matchesOf(words, ENCLOSED).flatMap((match): EnclosedCode[] => {
    const code = match[1] ?? match[2] ?? match[3] ?? '';
    const behind = match.index + match[0].length;
    const meaning = (MEANING.exec(words.slice(behind, behind + 90))?.[0] ?? '').replace(JOINT, '');
    const known = isCode(code) && explains(code, meaning.slice(0, 50));
    return known ? [{ code, at: match.index + match[0].indexOf(code), meaning }] : [];
  });
  return saysCodes || new Set(found.map(({ code }) => code)).size >= FEWEST ? found : [];
}
