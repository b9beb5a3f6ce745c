import { CARDINAL, cardinalOf } from '../../text/numbers.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { windowIn } from '../readers/thresholds/windows.ts';
import { BAND_FAMILY, type Head } from './heads.ts';
import type { Line } from './lines.ts';

/** Heads that leave out what they count, because a line above says it: "3 = detention" under "Lates in a term". */

const FIGURE_FIRST =
  /^[\s\-*•]*(?:\d|below|under|less|more|over|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twen|for|hundred)/i;
const COUNT = new RegExp(
  `^[\\s\\-*•]*((?:(?:more\\s+than|over)\\s+)?(${CARDINAL})(?:\\s?\\+|\\s+or\\s+more)?)(?:\\s{3,}|\\s*(?:=>|=|:|→|\\s[–-]\\s)\\s*)(?=[A-Za-z\\d])`,
  'i',
);
const VALUE = '100|[5-9]\\d(?:\\.\\d{1,2})?';
const BAND = new RegExp(`^[\\s\\-*•]*((${VALUE})\\s?(?:-|to)\\s?(${VALUE}))\\s+(?=[A-Z])`);
const UNDER = new RegExp(`^[\\s\\-*•]*((?:[Bb]elow|[Uu]nder|[Ll]ess than)\\s+(${VALUE}))\\s+(?=[A-Z])`);
const ABOUT_LATES = /\b(?:late\s+marks|lates|(?:times|occasions)\s+late)\b/i;
const ABOUT_ATTENDANCE = /\battendance\b/i;

/** The head of a line without its unit, by the words above it; null when it has none. */
export function bareHead(line: Line, above: string): Head | null {
  if (line.kind === 'heading' || line.kind === 'row') return null;
  const { text } = line;
  if (!FIGURE_FIRST.test(text)) return null;
  if (ABOUT_LATES.test(above)) {
    const match = COUNT.exec(text);
    const value = cardinalOf(match?.[2] ?? '');
    if (!match?.[1] || value === null || value === 0 || value > 40) return null;
    const start = match[0].indexOf(match[1]);
    const window = windowIn(above)?.words ?? null;
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
  if (!ABOUT_ATTENDANCE.test(above)) return null;
  const band = BAND.exec(text);
  const under = band ? null : UNDER.exec(text);
  const [whole = '', words = ''] = band ?? under ?? [];
  if (words === '') return null;
  const start = whole.indexOf(words);
  const place = {
    start,
    end: start + words.length,
    metric: 'attendance',
    unit: 'percent',
    window: null,
    sense: 'trigger',
  } as const;
  const ends = [Number(band?.[2]), Number(band?.[3])].sort((a, b) => a - b);
  const figure: Figure = under
    ? { ...place, op: '<', value: Number(under[2]) }
    : { ...place, op: '<=', value: ends[1] ?? 0, band: [ends[0] ?? 0, ends[1] ?? 0] };
  return { family: BAND_FAMILY, number: null, figures: [figure], rest: whole.length, label: '' };
}

/** "Attendance below:" over points: each is a line to fall below, not one to reach. */
export function belowEach(head: Head, above: string): Head {
  if (!/\b(?:below|under|less\s+than)\s*:?\s*$/i.test(above)) return head;
  return {
    ...head,
    figures: head.figures.map((figure) =>
      figure.sense === 'point' && figure.op === '<=' ? { ...figure, op: '<', sense: 'trigger' } : figure,
    ),
  };
}
