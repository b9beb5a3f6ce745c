import { matchesOf } from '../../../text/matches.ts';
import { explains, isCode } from './code-words.ts';

/** "D is kept for pupils at two schools, C1 goes in for a performance": letters that sentences about codes tell of by their verbs. */

export interface ToldCode {
  readonly code: string;
  readonly at: number;
  readonly meaning: string;
}

const TOLD =
  /(?<![A-Za-z0-9'£/\\.@-])["']?([B-Z]\d?)["']?\s+((?:is|are|goes|go|stands|covers|tells|shows?|means|says|where|when|kept|used|if)\b[^.;]{4,110})/g;
/** "Y1 no transport, Y2 travel disruption": each with its words behind it. */
const WITH_WORDS = /(?<![A-Za-z0-9'£/\\.@-])["']?(Y[1-7]|[CJ][12])["']?\s{1,3}(?:[-=:]\s)?([a-z][^,.;()]{3,70})/g;
const NEXT_CODE = /,\s{1,3}(?:and\s)?["']?[B-Z]\d?["']?\s/;

/** The codes that a sentence tells of so, each explained in the words that codes are explained in. */
export function codesToldOf(words: string): ToldCode[] {
  const found: ToldCode[] = [];
  const add = (code: string, at: number, meaning: string): void => {
    if (code !== 'I' && isCode(code) && explains(code, meaning)) found.push({ code, at, meaning });
  };
  for (const { index, 0: whole, 1: code = '', 2: said = '' } of matchesOf(words, TOLD))
    add(code, index + whole.indexOf(code), said.slice(0, NEXT_CODE.exec(said)?.index ?? said.length));
  for (const { index, 0: whole, 1: code = '', 2: said = '' } of matchesOf(words, WITH_WORDS))
    add(code, index + whole.indexOf(code), said);
  return found;
}
