/**
 * Cuts a text where Markdown cannot reach across: behind a blank line, before an unindented line that begins no list.
 * Inside a fence, a comment or a raw HTML block nothing is cut. Parsing the pieces gives what parsing the whole gives,
 * and an edit changes one piece only. Pieces are gathered to about a kilobyte, since each parse has a price.
 */
export function cutIntoChunks(text: string): string[] {
  const chunks: string[] = [];
  let from = 0;
  let at = 0;
  let blankBefore = false;
  let fence: string | null = null;
  let until: string | null = null;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const first = text.charCodeAt(at);
    if (blankBefore && !fence && !until && at - from >= ENOUGH && startsAfresh(text, at, first)) {
      chunks.push(text.slice(from, at));
      from = at;
    }
    const line = text.slice(at, Math.min(next, at + 200));
    blankBefore = line.trim() === '';
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
  if (from < text.length) chunks.push(text.slice(from));
  return chunks;
}

const ENOUGH = 1000;

function startsAfresh(text: string, at: number, first: number): boolean {
  // A space or tab may continue a list item; a list marker may continue a list.
  if (first === 32 || first === 9 || first === 13) return false;
  return !/^(?:[-*+•▪·●–o]\s|\(?\w{1,5}[.)]\s|\[\^|:|\|)/.test(text.slice(at, at + 12));
}

function rawHtmlEnd(line: string): string | null {
  const comment = line.lastIndexOf('<!--');
  if (comment >= 0 && line.indexOf('-->', comment) < 0) return '-->';
  const raw = /^\ufeff? {0,3}<(script|pre|style|textarea)\b/i.exec(line)?.[1]?.toLowerCase();
  return raw && !line.toLowerCase().includes(`</${raw}>`) ? `</${raw}>` : null;
}
