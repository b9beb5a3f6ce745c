import { matchesOf } from '../../../text/matches.ts';
import { isCode } from './code-words.ts';

/** A code of a list that tells only its kind, "G, N, O and U are unauthorised". */
export interface CodeOfKind {
  readonly code: string;
  readonly at: number;
  readonly meaning: string;
}

const CODE = /(?<![A-Za-z0-9£'"(])(?:[B-Z]\d?|[/\\#])(?![A-Za-z0-9'"])/g;
const JOINT = /^(?:\s*[,&]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+|\s{1,2})$/;
const FEWEST = 3;
const KIND_BEHIND = /^[^.;\n]{0,30}?\b((?:un)?authori[sz]ed|present|absen(?:t|ces?)|attend(?:ing|ance))\b/i;
const KIND_BEFORE =
  /\b((?:un)?authori[sz]ed(?:\s+absences?)?|present|absent)\s*(?:absences?\s*)?(?:codes?\s*)?(?::|are|=)\s*$/i;

/** The codes that a sentence lists by threes and more, with the kind that it gives them all. */
export function codesOfKinds(words: string): CodeOfKind[] {
  const found: CodeOfKind[] = [];
  let run: { code: string; at: number; end: number }[] = [];
  const close = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length >= FEWEST) {
      const kind =
        KIND_BEFORE.exec(words.slice(Math.max(0, first.at - 40), first.at))?.[1] ??
        KIND_BEHIND.exec(words.slice(last.end, last.end + 60))?.[1];
      if (kind) found.push(...run.map(({ code, at }) => ({ code, at, meaning: kind })));
    }
    run = [];
  };
  for (const { 0: code, index } of matchesOf(words, CODE)) {
    const last = run.at(-1);
    if (last && !JOINT.test(words.slice(last.end, index))) close();
    if (isCode(code)) run.push({ code, at: index, end: index + code.length });
    else close();
  }
  close();
  return found;
}
