/**
 * Cuts a text where Markdown cannot reach across: behind a blank line, before an unindented line that begins no list.
 * Inside a fence, a comment or a raw HTML block nothing is cut. Parsing the pieces gives what parsing the whole gives,
 * and an edit changes one piece only. The smallest are gathered: of each piece some things are remembered.
 */
export function cutIntoChunks(text: string, enough = ENOUGH): string[] {
  return [...chunksFrom(text, 0, enough)];
}

/** The chunks from a place on where one begins: what stands before it takes no part in where the others are cut. */
export function* chunksFrom(text: string, start: number, enough = ENOUGH): Generator<string> {
  let from = start;
  let at = start;
  let blankBefore = false;
  let fence: string | null = null;
  let until: string | null = null;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const first = text.charCodeAt(at);
    if (blankBefore && !fence && !until && at > from && at - from >= enough && startsAfresh(text, at, first)) {
      yield text.slice(from, at);
      from = at;
    } else if (!fence && !until && enough > 0 && at - from >= PLENTY && first > 127 && isBulletList(text, at)) {
      yield text.slice(from, at);
      from = at;
    }
    const line = text.slice(at, Math.min(next, at + 200));
    blankBefore = BLANK.test(line) && next - at <= line.length;
    if (fence) {
      if (line.trimStart().startsWith(fence) && line.trim().replaceAll(fence[0] ?? '`', '') === '') fence = null;
    } else if (until) {
      if (text.slice(at, next).toLowerCase().includes(until)) until = null;
    } else {
      fence = /^\ufeff? {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
      if (!fence && line.includes('<')) until = rawHtmlEnd(text.slice(at, next));
    }
    at = next;
  }
  if (from < text.length) yield text.slice(from);
}

/** So many units behind a place decide whether a chunk is cut there. */
export const LOOK_AHEAD = 420;

// To Markdown a no-break space is a word.
const BLANK = /^[ \t\r\n]*$/;
const ENOUGH = 300;
const BYTE_ORDER_MARK = 0xfeff;

// Exports write a bullet of their own on every line and leave no line blank.
const PLENTY = 3000;
const OWN_BULLETS = /^([•▪·●○◦⇨►‣➢✓✔■□])(?:[ \t]+|(?=[A-Z]))[^\n|]{1,400}\n\1/;

/** Whether bullets that Markdown does not know begin this line and the next, behind a line that is no row of a table. */
function isBulletList(text: string, at: number): boolean {
  if (!OWN_BULLETS.test(text.slice(at, at + LOOK_AHEAD))) return false;
  return !text.slice(text.lastIndexOf('\n', at - 2) + 1, at).includes('|');
}

function startsAfresh(text: string, at: number, first: number): boolean {
  // A space or tab may continue a list item; a list marker may continue a list; a second blank line parts nothing.
  if (first === 32 || first === 9 || first === 10 || first === 13 || first === BYTE_ORDER_MARK) return false;
  return !/^(?:[-*+•▪·●–o]\s|\(?\w{1,5}[.)]\s|\[\^|:|\|)/.test(text.slice(at, at + 12));
}

function rawHtmlEnd(line: string): string | null {
  const comment = line.lastIndexOf('<!--');
  if (comment >= 0 && line.indexOf('-->', comment) < 0) return '-->';
  const raw = /^\ufeff? {0,3}<(script|pre|style|textarea)\b/i.exec(line)?.[1]?.toLowerCase();
  return raw && !line.toLowerCase().includes(`</${raw}>`) ? `</${raw}>` : null;
}
