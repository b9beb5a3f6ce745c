import { CARDINAL, cardinalOf } from '../../text/numbers.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { windowIn } from '../readers/thresholds/windows.ts';
import type { Group, Headed } from './group.ts';
import { BAND_FAMILY, type Head } from './heads.ts';
import type { Line } from './lines.ts';

/** Heads that leave out what they count, because a line above says it: "3 = detention" under "Lates in a term". */

const FIGURE_FIRST =
  /^[\s\-*•]*(?:\d|below|under|less|more|over|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twen|for|hundred)/i;
const IN_A_TIME =
  '\\s+in\\s+(?:an?|any|the|one|each)\\s+(?:same\\s+)?(?:week|fortnight|month|half[\\s-]?term|term|(?:school\\s+)?year)';
const COUNT = new RegExp(
  `^[\\s\\-*•]*((?:(?:more\\s+than|over)\\s+)?(${CARDINAL})(?:\\s?\\+|\\s+or\\s+more)?)(${IN_A_TIME})?(?:\\s{3,}|\\s*(?:=>|=|:|→|\\s[–-]\\s)\\s*)(?=[A-Za-z\\d])`,
  'i',
);
const VALUE = '100|[5-9]\\d(?:\\.\\d{1,2})?';
// "95 to 96 Letter home", "91-94: a call".
// Alone on its line it is the first cell of a row that lost its table.
const ANSWERED = '(?:\\s+(?=[A-Z])|\\s*(?:[:=→]|\\s[–-]\\s)\\s*(?=[A-Za-z])|\\s*$)';
const BAND = new RegExp(`^[\\s\\-*•]*((${VALUE})\\s?(?:-|–|to)\\s?(${VALUE}))${ANSWERED}`);
const UNDER = new RegExp(`^[\\s\\-*•]*((?:[Bb]elow|[Uu]nder|[Ll]ess than)\\s+(${VALUE}))${ANSWERED}`);
const OR_LESS = new RegExp(`^[\\s\\-*•]*((${VALUE})\\s+(?:or|and)\\s+(?:less|lower|below|under))${ANSWERED}`);
const ABOUT_LATES = /\b(?:late\s+marks|lates|(?:times|occasions)\s+late)\b/i;
const ABOUT_DAYS = /\bdays?\s+(?:away|missed|off|absent|lost|of\s+absence)\b/i;
const BARE_DAYS = new RegExp(
  `^[\\s\\-*•]*((${CARDINAL})(?:\\s?\\+|\\s+or\\s+more)?)(?:\\s{3,}|\\s*(?:=>|=|:|→)\\s*|\\s+[–-]\\s+)(?=[A-Za-z])`,
  'i',
);
const DAYS = new RegExp(
  `^[\\s\\-*•]*((${CARDINAL})\\s+(?:school\\s+)?days(?:\\s+in\\s+(?:a|the|any|one)\\s+[a-z-]{1,10}(?:\\s+(?:term|year))?)?)\\s*(?:=>|[:=→]|\\s[–-]\\s)\\s*(?=[A-Za-z])`,
  'i',
);
/** "1 late = text home": by itself a late is no count; at the head of a line it is one. */
const ONE_LATE = /^[\s\-*•]*((?:1|one)\s+late(?:\s+mark)?)\s*(?:=>|[:=→]|\s[–-]\s)\s*(?=[A-Za-z])/i;
const ABOUT_ATTENDANCE = /\battendance\b/i;

/** The head of a line without its unit, by the words above it; null when it has none. */
export function bareHead(line: Line, above: string, amongLates = false): Head | null {
  if (line.kind === 'heading' || line.kind === 'row') return null;
  const { text } = line;
  if (!FIGURE_FIRST.test(text)) return null;
  const once = ONE_LATE.exec(text);
  if (once?.[1]) return oneLate(once, once[1]);
  if (amongLates || ABOUT_LATES.test(above)) {
    const match = COUNT.exec(text);
    const value = cardinalOf(match?.[2] ?? '');
    if (!match?.[1] || value === null || value === 0 || value > 40) return null;
    const start = match[0].indexOf(match[1]);
    const window = (windowIn(match[3] ?? '') ?? windowIn(above))?.words ?? null;
    const figure = {
      start,
      end: start + match[1].length,
      metric: 'lateMarks',
      op: /^(?:more|over)/i.test(match[1]) ? '>' : '>=',
      value,
      unit: 'occurrences',
      window,
    } as const;
    return {
      family: 'count of lateMarks',
      number: null,
      figures: [{ ...figure, sense: 'trigger' }],
      rest: match[0].length,
      label: '',
    };
  }
  if (ABOUT_DAYS.test(above)) return daysHead(text, above) ?? bareDays(text, above);
  return ABOUT_ATTENDANCE.test(above) ? bandHead(text) : null;
}

function oneLate({ 0: whole }: RegExpExecArray, words: string): Head {
  const start = whole.indexOf(words);
  const place = { start, end: start + words.length, window: null, sense: 'trigger' } as const;
  const figure = { ...place, metric: 'lateMarks', op: '>=', value: 1, unit: 'occurrences' } as const;
  return { family: 'count of lateMarks', number: null, figures: [figure], rest: whole.length, label: '' };
}

/** "95 to 96 – we keep an eye on it": a head of attendance without its sign; null for none. */
function bandHead(text: string): Head | null {
  const band = BAND.exec(text);
  const match = band ?? UNDER.exec(text) ?? OR_LESS.exec(text);
  if (!match) return null;
  const figure = figureOf(match, band !== null, 0);
  const figures = [/\b(?:or|and)\b/.test(match[1] ?? '') ? { ...figure, op: '<=' as const } : figure];
  return { family: BAND_FAMILY, number: null, figures, rest: match[0].length, label: '' };
}

// Fewer may be scores of anything.
const FEWEST_BANDS = 3;

/**
 * Bands from 100 downwards, each where the one before it ends: "97 to 100 …", "95 to 96 …", "94 or lower …". In a policy
 * for attendance they are of attendance, whatever stands above them.
 */
export function bandsInARow(lines: readonly Line[]): ReadonlyMap<Line, Head> {
  const found = new Map<Line, Head>();
  let row: { line: Line; head: Head; figure: Figure }[] = [];
  let between = 0;
  const close = (): void => {
    if (row.length >= FEWEST_BANDS) for (const { line, head } of row) found.set(line, head);
    row = [];
  };
  for (const line of lines) {
    const head =
      line.kind !== 'row' && line.kind !== 'heading' && FIGURE_FIRST.test(line.text) ? bandHead(line.text) : null;
    const [figure] = head?.figures ?? [];
    const last = row.at(-1);
    // Where each band stands alone on its line, the row's other cells are the lines below it.
    if (!head && last && line.kind !== 'row' && isAlone(last.line, last.head) && ++between <= MOST_CELLS) continue;
    const high = figure?.band?.[1] ?? figure?.value ?? 0;
    if (!head || !figure || (last && !goesDown(last, figure))) close();
    const begins = head && figure && (high === 100 || ((!figure.band || isAlone(line, head)) && high >= LEAST_TOP));
    if (head && figure && (row.length > 0 || begins)) row.push({ line, head, figure });
    between = 0;
  }
  close();
  return found;
}

/** Whether a level begins where the one above it ends: a band at its low end, "below 95" anywhere under it. */
function goesDown({ figure: above }: { figure: Figure }, { band, value }: Figure): boolean {
  const high = band?.[1] ?? value;
  const low = above.band?.[0];
  return low === undefined ? !band && value < above.value : high <= low && low - high <= 1;
}

/** Whether texts are bands of attendance without their sign, one by one from the top, or to it. */
export function areBands(texts: readonly string[]): boolean {
  const told = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (told.length < FEWEST_BANDS) return false;
  const figures: Figure[] = [];
  for (const text of told) {
    const figure = bandHead(text)?.figures[0];
    if (!figure) return false;
    figures.push(figure);
  }
  const ends = figures.map(({ band, value }) => ({ high: band?.[1] ?? value, low: band?.[0] ?? 0 }));
  const [first] = ends;
  const down = (ends.at(-1)?.high ?? 0) > (first?.high ?? 0) ? ends.toReversed() : ends;
  return down.every(({ high }, index) => {
    const before = down[index - 1];
    return before ? high <= before.low && before.low - high <= 1 : high >= LEAST_TOP;
  });
}

// Rows of more cells are no rows that anyone reads.
const MOST_CELLS = 8;
const LEAST_TOP = 95;

function isAlone({ text }: Line, { rest }: Head): boolean {
  return text.slice(rest).trim() === '';
}

/** "5 days in a term: a call home" under "the number of days missed". */
function daysHead(text: string, above: string): Head | null {
  const match = DAYS.exec(text);
  const value = cardinalOf(match?.[2] ?? '');
  if (!match?.[1] || value === null || value < 2 || value > 60) return null;
  const start = match[0].indexOf(match[1]);
  const window = (windowIn(match[1]) ?? windowIn(above))?.words ?? null;
  const figure = {
    start,
    end: start + match[1].length,
    metric: 'absenceDays',
    op: '>=',
    value,
    unit: 'days',
    window,
    sense: 'trigger',
  } as const;
  return { family: 'count of absenceDays', number: null, figures: [figure], rest: match[0].length, label: '' };
}

/** "6 – letter home" under "Days absent since September:". */
function bareDays(text: string, above: string): Head | null {
  const match = /:\s*$/.test(above) ? BARE_DAYS.exec(text) : null;
  const value = cardinalOf(match?.[2] ?? '');
  if (!match?.[1] || value === null || value < 2 || value > 60) return null;
  const start = match[0].indexOf(match[1]);
  const window = windowIn(above)?.words ?? null;
  const place = { start, end: start + match[1].length, window, sense: 'trigger' } as const;
  const figure = { ...place, metric: 'absenceDays', op: '>=', value, unit: 'days' } as const;
  return { family: 'count of absenceDays', number: null, figures: [figure], rest: match[0].length, label: '' };
}

/** The attendance that a match of a band or of a line to fall below names, in a text that begins at an offset. */
function figureOf([whole, words = '', one, other]: RegExpExecArray, isBand: boolean, from: number): Figure {
  const start = from + whole.indexOf(words);
  const place = {
    start,
    end: start + words.length,
    metric: 'attendance',
    unit: 'percent',
    window: null,
    sense: 'trigger',
  } as const;
  if (!isBand) return { ...place, op: '<', value: Number(one) };
  const [low = 0, high = 0] = [Number(one), Number(other)].sort((a, b) => a - b);
  return { ...place, op: '<=', value: high, band: [low, high] };
}

const BEHIND = '(?=\\s*(?:[–:=)-]|$))';
const BAND_BEHIND_LABEL = new RegExp(`^\\W{0,6}((${VALUE})\\s?(?:-|–|to)\\s?(${VALUE}))${BEHIND}`);
const UNDER_BEHIND_LABEL = new RegExp(`^\\W{0,6}((?:below|under|less than)\\s+(${VALUE}))${BEHIND}`, 'i');
const POINT_BEHIND_LABEL = new RegExp(`^\\W{0,6}((${VALUE}))${BEHIND}`);

/** "Level 2: 92 to 95 – letter home" under "Attendance levels": the label's attendance without its sign. */
export function withBareFigure(head: Head, line: Line, above: string): Head {
  if (head.label === '' || head.figures.length > 0 || line.kind === 'row') return head;
  if (!ABOUT_ATTENDANCE.test(`${above} ${line.placed.headings.at(-1) ?? ''}`)) return head;
  const behind = line.text.slice(head.rest);
  const band = BAND_BEHIND_LABEL.exec(behind);
  const match = band ?? UNDER_BEHIND_LABEL.exec(behind);
  const point = match ? null : POINT_BEHIND_LABEL.exec(behind);
  if (point) {
    const figure = { ...figureOf(point, false, head.rest), op: '<=', sense: 'point' } as const;
    return { ...head, figures: [figure], rest: head.rest + point[0].length };
  }
  if (!match) return head;
  return { ...head, figures: [figureOf(match, band !== null, head.rest)], rest: head.rest + match[0].length };
}

const COUNT_BEHIND_LABEL = /^(?:\s?[:–-]\s?|\s?\()(\d{1,2})\s?(?:\)\s*[:–-]?|[:=→]|\s[–-]\s)\s*(?=[A-Za-z])/;

/**
 * "Level 1 – 3: a word with the tutor", "Level 2 – 5: detention" under "Late marks in a half term": each level's count, where
 * the levels are named one by one and their counts rise; "Level 1 – 3" before "Level 4 – 6" are levels one to three.
 */
export function withBareCounts(group: Group, above: string): Group {
  const about = `${above} ${group.rungs[0]?.line.placed.headings.at(-1) ?? ''}`;
  if (group.rungs.length < 2 || !ABOUT_LATES.test(about)) return group;
  const counts = group.rungs.map(({ head, line }) =>
    head.label !== '' && head.figures.length === 0 ? COUNT_BEHIND_LABEL.exec(line.text.slice(head.rest)) : null,
  );
  const values = counts.map((match) => Number(match?.[1] ?? Number.NaN));
  const numbers = group.rungs.map(({ head }) => head.number ?? Number.NaN);
  const oneByOne = numbers.every((number, index) => index === 0 || number - 1 === numbers[index - 1]);
  const rises = values.every((value, index) => value > (values[index - 1] ?? 0));
  if (!oneByOne || !rises) return group;
  const window = windowIn(about)?.words ?? null;
  const rungs = group.rungs.map((rung, index): Headed => {
    const { head, line } = rung;
    const [match, value] = [counts[index], values[index]];
    if (!match?.[1] || value === undefined) return rung;
    const start = head.rest + match[0].indexOf(match[1]);
    const place = { start, end: start + match[1].length, window, sense: 'trigger' } as const;
    const figure = { ...place, metric: 'lateMarks', op: '>=', value, unit: 'occurrences' } as const;
    return { ...rung, line, head: { ...head, figures: [figure], rest: head.rest + match[0].length } };
  });
  return { ...group, rungs };
}

const BAND_WORDS = new RegExp(
  `^\\W{0,6}((?:(?:[Bb]elow|[Uu]nder|[Ll]ess than)\\s+)?(?:${VALUE})(?:\\s?(?:-|–|to)\\s?(?:${VALUE}))?(?:\\s+(?:or|and)\\s+(?:less|lower|below|under))?)(?=\\s*[:–-])`,
);

/** "List A, 97 to 100: …", "List B, 92 to 96.9: …": bands one below the other behind labels are of attendance. */
export function withBandsBehind(group: Group): Group {
  const said = group.rungs.map(({ head, line }) =>
    head.label !== '' && head.figures.length === 0 ? BAND_WORDS.exec(line.text.slice(head.rest)) : null,
  );
  if (!said.every((match) => match !== null) || !areBands(said.map((match) => match[1] ?? ''))) return group;
  const rungs = group.rungs.map((rung, index): Headed => {
    const { head } = rung;
    const [whole = '', words = ''] = said[index] ?? [];
    const figure = bandHead(words)?.figures[0];
    if (!figure) return rung;
    const from = head.rest + whole.indexOf(words);
    const figures = [{ ...figure, start: from, end: from + words.length }];
    return { ...rung, head: { ...head, figures, rest: head.rest + whole.length } };
  });
  return { ...group, rungs };
}

const THE_REST =
  /^[\s:=–-]*(?:(?:is|means)\s)?(?:any(?:thing|one|body)?|everything|everyone|all)\s(?:lower|below|less|under(?:neath)?|worse)(?:\s(?:than\s)?(?:that|this))?\b/i;

/** "Red is anything lower" behind "Orange is from 90% to 93.9%": below the end of the one before. */
export function withTheRest(group: Group): Group {
  const rungs = group.rungs.map((rung, index): Headed => {
    const { head, line } = rung;
    const rest = index > 0 && head.figures.length === 0 ? THE_REST.exec(line.text.slice(head.rest))?.[0] : undefined;
    const before = group.rungs[index - 1]?.head.figures.find(({ unit }) => unit === 'percent')?.band;
    if (rest === undefined || !before) return rung;
    const place = { start: head.rest, end: head.rest + rest.length, window: null, sense: 'trigger' } as const;
    const figure = { ...place, metric: 'attendance', op: '<', value: before[0], unit: 'percent' } as const;
    return { ...rung, head: { ...head, figures: [figure], rest: head.rest + rest.length } };
  });
  return { ...group, rungs };
}

/** "Attendance below:" over points: each is a line to fall below, not one to reach. */
export function belowEach(head: Head, above: string): Head {
  return /\b(?:below|under|less\s+than)(?:\s*:)?\s*$/i.test(above) ? asLines(head) : head;
}

function asLines(head: Head): Head {
  return {
    ...head,
    figures: head.figures.map((figure) =>
      figure.sense === 'point' && figure.op === '<=' ? { ...figure, op: '<', sense: 'trigger' } : figure,
    ),
  };
}

const THE_NUMBER =
  /\b(?:than|below|under|beneath)\s+the\s+(?:number|figure|percentage|level|one)s?\s+(?:(?:shown|given|printed|listed)\s+)?(?:on\s+the\s+left|at\s+the\s+(?:left|side|start|beginning)|in\s+the\s+(?:first|left[\s-]hand)\s+column|above|shown|given|listed|here)\b/i;

/** Whether words say that each number near them is a line to fall below. */
export function saysBelowTheNumbers(text: string): boolean {
  return THE_NUMBER.test(text);
}

/** "… when a pupil's percentage is less than the number on the left", said under points: each is a line to fall below. */
export function belowTheNumbers(group: Group, lines: readonly Line[]): Group {
  if (group.family !== BAND_FAMILY) return group;
  const last = group.rungs.at(-1);
  const from = last ? lines.indexOf(last.line) : -1;
  const near = last ? [...last.body, ...lines.slice(from + 1, from + 4)] : [];
  if (!near.some(({ text }) => saysBelowTheNumbers(text))) return group;
  return { ...group, rungs: group.rungs.map((rung) => ({ ...rung, head: asLines(rung.head) })) };
}
