/** The heading under which the words of the pages' heads and feet stand in the text. */
export const MARGINS_HEADING = 'At the head and foot of the pages';

export const MARGINS_KEPT = `What only the head or foot of the pages says stands at the end, under “${MARGINS_HEADING}”.`;

const PAGE_NUMBER =
  /\bpage\s{0,3}(?:\d{1,4}\b)?(?:\s{0,3}(?:of|\/)\s{0,3}\d{0,4})?|(?<![\w/.-])\d{1,3}\s{0,2}(?:of|\/)\s{0,2}\d{1,3}(?![\w/.-])/gi;
const DATE =
  /(?:\b\d{1,2}(?:st|nd|rd|th)?\s{1,3})?\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s{1,3}(?:19|20)?\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b|\b(?:19|20)\d\d\b/gi;
/** What only a browser or a word processor prints: an address, the name of a file, a time of printing. */
const OF_THE_MACHINE = /^https?:|^file:|^[a-z]:\\|\.(?:docx?|pdf|html?)$|^\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}:\d\d/i;
const MOST_LINES = 12;
const LONGEST = 400;

/**
 * The lines of the pages' heads and feet that say what the text does not: often it is only there that a policy names its
 * approval, its review or its school. Parts of a line come apart by tabs. Without page numbers, each once.
 */
export function unsaidInMargins(text: string, lines: readonly string[]): string[] {
  const body = plain(text);
  const words = new Set(body.split(' '));
  const kept = new Map<string, string>();
  for (const line of lines) {
    const parts = line
      .split(/\t|\s\|\s|\s{3,}/)
      .map((part) =>
        part
          .replace(PAGE_NUMBER, ' ')
          .replace(/\s+/g, ' ')
          .trim()
          .replace(/^[|·•–—-] ?| ?[|·•–—-]$/g, ''),
      )
      .filter((part) => /[\p{L}\d]/u.test(part) && !/^\d{1,3}$/.test(part) && !OF_THE_MACHINE.test(part));
    const said = parts.join(' | ').slice(0, LONGEST);
    const isNews =
      said.split(/[^\p{L}]+/u).some((word) => word.length > 2 && !words.has(word.toLowerCase())) ||
      (said.match(DATE) ?? []).some((date) => !body.includes(plain(date)));
    if (/\p{L}{3}/u.test(said) && isNews) kept.set(plain(said), said);
  }
  return [...kept.values()].slice(0, MOST_LINES);
}

/** The text with such lines at its end, under a heading of their own. */
export function withMargins(text: string, lines: readonly string[]): string {
  const escaped = lines.map((line) => line.replace(/^(?=[#>|+-])/, '\\'));
  return lines.length === 0 ? text : `${text.trimEnd()}\n\n## ${MARGINS_HEADING}\n\n${escaped.join('\n\n')}\n`;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
