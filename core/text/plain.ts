/**
 * The reading view of a raw text: the same length, unit for unit, so that a match in it is a match in the document.
 * Typography, markup and common damage are levelled: curly quotes become straight, dashes become '-', no-break spaces
 * become spaces, and emphasis, tags, comments, entities, link targets and words struck through become spaces.
 */
export function plainOf(raw: string): string {
  return narrowed(NEEDS_LEVELLING.test(raw) ? levelled(raw) : raw);
}

/**
 * The same text, held in single bytes where it can be. A stretch of a text with one curly quote anywhere is held in
 * pairs of bytes, and every pattern would be compiled, and kept in the processor's way, once for each of the two.
 */
function narrowed(text: string): string {
  if (text.length > LONGEST_NARROWED || NOT_LATIN.test(text)) return text;
  const units: number[] = [];
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at));
  return String.fromCharCode.apply(null, units);
}

// A call takes so many arguments and no more.
const LONGEST_NARROWED = 8192;
const NOT_LATIN = /[^\x00-\xff]/;

function levelled(raw: string): string {
  let text = raw;
  if (raw.includes('<')) text = text.replace(COMMENT, blank).replace(AUTOLINK, ' $1 ').replace(TAG, blank);
  if (LINE_ENDS_IN_HYPHEN.test(raw)) text = text.replace(BROKEN_WORD, rejoin);
  if (raw.includes('&')) text = text.replace(ENTITY, levelEntity);
  if (NOT_ASCII.test(raw))
    text = text.replace(MOJIBAKE, levelMojibake).replace(TYPOGRAPHY, (unit) => LEVELLED[unit] ?? ' ');
  if (raw.includes(']('))
    text = text.replace(LINK, (link: string, words: string) => ` ${words}`.padEnd(link.length, ' '));
  if (raw.includes('\\'))
    text = text.replace(ESCAPE, (escaped: string, mark: string, at: number, whole: string) =>
      isEnclosed(whole, at, mark) ? escaped : ')].,;:!?%'.includes(mark) ? `${mark} ` : ` ${mark}`,
    );
  if (raw.includes('.....')) text = text.replace(LEADERS, blank);
  if (raw.includes('~~')) text = text.replace(STRUCK, blank);
  if (MARKUP.test(text)) text = text.replace(ASTERISKS, blank).replace(UNDERSCORES, blank).replace(BACKTICKS, blank);
  return text.replace(/\t/g, ' ').replace(/\r/g, ' ');
}

const NOT_ASCII = /[^\x00-\x7f]/;
const NEEDS_LEVELLING = /\.{5}|[^\x00-\x7f]|[<&\\*_`\t\r]|\]\(|-[ ]{0,8}\n|~~/;
const LINE_ENDS_IN_HYPHEN = /-[ \t]{0,8}\r?\n/;
const MARKUP = /[*_`]/;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** "<office@elm.example.org>", "<https://…>": the address itself is what a reader sees. */
const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{1,500}|[\w.+-]{1,64}@[a-z0-9.-]{1,200})>/gi;
const TAG = /<\/?[a-z][^<>\n]{0,200}>/gi;
/** "ses-\nsions", as a page broke it. */
const BROKEN_WORD = /([a-z]{2,30})-([ \t]{0,8}\r?\n {0,8})([a-z]{2,30})/g;
/** What keeps its hyphen: "half-term", "part-time", "first-day", "follow-up". */
const HYPHENATED = new Set([
  'half',
  'part',
  'full',
  'first',
  'second',
  'third',
  'follow',
  'non',
  'well',
  'self',
  'one',
  'two',
  'year',
  'day',
  'term',
  'pre',
  're',
  'co',
  'up',
  'drop',
  'pick',
  'check',
  'sign',
]);
const ENTITY = /&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});/gi;
const LINK = /!?\[([^[\]\n]{0,500})\]\([^()\s]{0,500}(?:\s"[^"\n]{0,200}")?\)/g;
const ESCAPE = /\\([!"#$%&'()*+,\-./:;=?@[\]^_`{|}~])/g;
/** "~~£60~~": words struck through are there to be seen as gone. */
const STRUCK = /~~(?=[^\s~])[^~\n]{1,300}~~/g;
/** "After 9.10........... U": dots that lead to the next column. */
const LEADERS = /(?<=[^\s.])\.{5,200}(?=[ \t]{0,8}\S)/g;
const ASTERISKS = /\*+/g;
const UNDERSCORES = /(?<![A-Za-z0-9@._-])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![A-Za-z0-9@._-])/g;
const BACKTICKS = /`+/g;
// UTF-8 read as Windows-1252 (or a Baltic page): â€™ â€œ â€“ Â£ and their kin.
const MOJIBAKE = /[âā]€[™˜œ\u009d\u009c“”¦¢]|[âā]€[\u0093\u0094]|[âā]€(?=[\s.,;:)?!|]|$)|Â(?=[\u00a0£\s·•])/g;
const TYPOGRAPHY = /[\u00a0\u2000-\u200d\u202f\u2060\u3000\ufeff\u00ad‘’‚‛′´“”„‟″‐‑‒–—―−…％＝\u2028\u2029]/g;

const LEVELLED: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '…': '.',
  '％': '%',
  '＝': '=',
};

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  pound: '£',
  nbsp: ' ',
  ndash: '-',
  mdash: '-',
  rsquo: "'",
  lsquo: "'",
  ldquo: '"',
  rdquo: '"',
  percnt: '%',
};

/** A backslash alone in brackets, quotes or emphasis is the afternoon's present mark, no escape: "(\\)", "'\\'", "**\\**", "\\: present". */
function isEnclosed(text: string, at: number, mark: string): boolean {
  const before = text[at - 1];
  if (mark === ')') return before === '(';
  if (mark === ':') return before === ' ';
  return `'"*_\``.includes(mark) && before === mark && !/\w/.test(text[at + 2] ?? '');
}

/** The text with a mark of the same length for every backslash that is a register's mark and escapes nothing. */
export function markBackslashes(text: string, mark: string): string {
  return text.replace(ESCAPE, (escaped: string, behind: string, at: number, whole: string) =>
    isEnclosed(whole, at, behind) ? `${mark}${behind}` : escaped,
  );
}

/** The word whole, and the break behind it: of the same length, with as many lines. */
function rejoin(_: string, head: string, gap: string, tail: string): string {
  return HYPHENATED.has(head)
    ? `${head}-${tail}${' '.repeat(gap.length - 1)}\n`
    : `${head}${tail}${' '.repeat(gap.length)}\n`;
}

function blank(match: string): string {
  // Line breaks stay, so that lines in the view are lines in the document.
  return match.replace(/[^\n]/g, ' ');
}

function levelEntity(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  const decoded = name.startsWith('#')
    ? String.fromCharCode(name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
    : ENTITIES[name];
  if (decoded === undefined) return entity;
  return (LEVELLED[decoded] ?? (decoded === '\u00a0' ? ' ' : decoded)).padEnd(entity.length, ' ');
}

function levelMojibake(damage: string): string {
  if (damage.startsWith('Â')) return ' ';
  const last = damage.at(-1) ?? '';
  const levelled = '™˜'.includes(last)
    ? "'"
    : 'œ\u009d\u009c€'.includes(last)
      ? '"'
      : last === '¦'
        ? '.'
        : last === '¢'
          ? ' '
          : '-';
  return levelled.padEnd(damage.length, ' ');
}
