import { matchesOf } from '../../../text/matches.ts';
import { oneLine } from '../../../text/one-line.ts';

/** A telephone number or an e-mail address as printed, with offsets in the text. */
export interface Reached {
  readonly start: number;
  readonly end: number;
  readonly phone?: string;
  readonly email?: string;
}

/** A full UK number: a zero or +44, then nine or ten figures with single spaces, dots or hyphens between. */
const PHONE =
  /(?<![\w/_£#-]|[\d.]\.)(?:\+44[ ]{0,2}(?:\(0\)[ ]{0,2})?|\(?0)\d(?:[ ().-]{0,2}\d){8,9}(?![\w/_]|[.-]\d|\.(?:pdf|docx?|xlsx?|png|jpe?g|html?)\b)/gi;
/** An extension or a menu choice: part of the place, not of the number. */
const EXTENSION =
  /^[ ,;(-]{0,4}(?:(?:x|ext\.?|extn\.?|extension)[ :.]{0,3}\d{1,5}|(?:and |then )?(?:select |press |choose )?option[ ]?\d{1,2})\)?/i;
/** Searched in the raw text: "<office@school.example>" is a tag to the plain view. A link's own target is no mention. */
const EMAIL =
  /(?<![\w.+-])(?<!mailto:)[a-z0-9](?:[\w+'-]|\.(?=[\w+'-])){0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/gi;

/** Every number and address in a block, in order. */
export function reachedIn(plain: string, raw: string): Reached[] {
  const found: Reached[] = [];
  for (const match of matchesOf(plain, PHONE)) {
    const figures = match[0].replace(/\D/g, '').length;
    const from44 = match[0].startsWith('+');
    if (from44 ? figures < 12 || figures > 13 : figures < 10 || figures > 11) continue;
    const end = match.index + match[0].length;
    const printed = EXTENSION.exec(plain.slice(end, end + 30))?.[0] ?? '';
    // "(tel 01632 960118 option 1)": a bracket that was opened before the number closes behind it.
    const extension = printed.length - (printed.endsWith(')') && !printed.includes('(') ? 1 : 0);
    // "(01632 960118)": the bracket round the whole is the sentence's, the one in "(01632) 960118" the number's.
    const start = match[0].startsWith('(') && !match[0].includes(')') ? match.index + 1 : match.index;
    found.push({ start, end: end + extension, phone: oneLine(plain.slice(start, end)) });
  }
  for (const match of matchesOf(raw, EMAIL))
    found.push({ start: match.index, end: match.index + match[0].length, email: match[0] });
  return found.sort((a, b) => a.start - b.start);
}
