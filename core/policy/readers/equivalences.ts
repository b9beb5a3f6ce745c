import { matchAt } from '../../text/match-at.ts';
import { matchesIn, type PlacedBlock } from '../document.ts';
import type { FactDraft, Reader } from './reader.ts';

type Amounts = { days?: number; sessions?: number; weeks?: number; lessons?: number };
type Unit = keyof Amounts;

/** What an attendance percentage comes to in days, sessions, weeks or lessons missed: rows of tables, and "90% = 19 days". */
export const equivalences: Reader = {
  kinds: ['equivalence'],
  mayRead: /\d\s?%|per\s?cent/i,
  read(placed) {
    return placed.block.cells ? inRow(placed) : inProse(placed);
  },
};

const ONE_PERCENT = /^\s*(\d{1,3}(?:\.\d{1,2})?)\s?%\s*(?:attendance\s*)?$/i;
const AMOUNT =
  /^\s*(?:(?:about|approx\.?|approximately|around|roughly|nearly|over|up to|=)\s{1,3})?(\d{1,3}(?:\.\d{1,2})?|\d{0,3}\s?[½¼¾])\s*(?:school |whole |half[- ])?(days?|sessions?|weeks?|lessons?|hours?)?\s*(?:\(?(?:missed|absent|absence|lost|off)?\)?)\s*$/i;
const HEAD_UNIT = /\b(day|session|week|lesson)s?\b/i;
const FRACTIONS: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

function inRow({ block }: PlacedBlock): FactDraft[] {
  const cells = block.cells ?? [];
  const words = cells.map((cell) => block.plain.slice(cell.start, cell.end));
  const at = words.findIndex((cell) => ONE_PERCENT.test(cell));
  if (at < 0) return [];
  const percent = Number(ONE_PERCENT.exec(words[at] ?? '')?.[1]);
  const amounts: Amounts = {};
  let lastUsed = at;
  words.forEach((cell, index) => {
    if (index === at) return;
    const match = AMOUNT.exec(cell);
    const unit = unitOf(match?.[2] ?? HEAD_UNIT.exec(block.header?.[index] ?? '')?.[1]);
    if (!match || !unit || amounts[unit] !== undefined) return;
    amounts[unit] = amountOf(match[1] ?? '');
    lastUsed = Math.max(lastUsed, index);
  });
  if (percent > 100 || Object.keys(amounts).length === 0) return [];
  const first = cells[at]?.start ?? 0;
  const last = cells[lastUsed]?.end ?? block.raw.length;
  const whole = block.raw.slice(first, last);
  const start = first + whole.length - whole.trimStart().length;
  return [
    {
      kind: 'equivalence',
      attendancePercent: percent,
      ...amounts,
      confidence: 'certain',
      start,
      end: first + whole.trimEnd().length,
    },
  ];
}

const PERCENT = /(?<![\d.-])(\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent)/gi;
const OVER_A_YEAR =
  /(?:\s{1,3}attendance)?(?:\s{1,3}(?:over|across|in|for)\s(?:a|the|one)\s(?:whole\s|full\s)?(?:school\s|academic\s)?year)?\s{0,3}/iy;
const COMES_TO =
  /(?:=|-|:|is|means|equates to|equals|is equal to|is equivalent to|is the same as|amounts to|adds up to|works out (?:at|as))\s{0,3}(?=(?:(?:about|approximately|around|roughly|nearly|over|missing|having missed|the equivalent of|a loss of)\s{1,3}){0,2}\d)/iy;
const SO_MANY =
  /[a-z ]{0,60}(\d{1,3}(?:\.\d)?)\s{1,3}(?:whole\s|school\s|full\s)?(days?|sessions?|weeks?|lessons?)\b/iy;
const FURTHER =
  /^[^.;\d%]{0,24}(?:=|or|and|\(|,)\s{0,3}(?:about |nearly |over |almost )?(\d{1,3}(?:\.\d)?)\s{1,3}(?:whole |school )?(days?|sessions?|weeks?|lessons?)\b/i;

function inProse({ block }: PlacedBlock): FactDraft[] {
  return matchesIn(block, PERCENT).flatMap((match): FactDraft[] => {
    const percent = Number(match[1]);
    const amounts: Amounts = {};
    let end = match.index + match[0].length;
    for (const words of [OVER_A_YEAR, COMES_TO]) {
      const next = matchAt(block.plain, end, words);
      if (!next) return [];
      end += next[0].length;
    }
    const amount = matchAt(block.plain, end, SO_MANY);
    const unit = unitOf(amount?.[2]);
    if (percent > 100 || percent < 1 || !amount || !unit) return [];
    amounts[unit] = Number(amount[1]);
    end += amount[0].length;
    for (
      let next = FURTHER.exec(block.plain.slice(end, end + 80));
      next;
      next = FURTHER.exec(block.plain.slice(end, end + 80))
    ) {
      const more = unitOf(next[2]);
      if (!more || amounts[more] !== undefined) break;
      amounts[more] = Number(next[1]);
      end += next[0].length;
    }
    return [
      { kind: 'equivalence', attendancePercent: percent, ...amounts, confidence: 'likely', start: match.index, end },
    ];
  });
}

function unitOf(word: string | undefined): Unit | null {
  const unit = `${word?.toLowerCase().replace(/s$/, '') ?? ''}s`;
  return unit === 'days' || unit === 'sessions' || unit === 'weeks' || unit === 'lessons' ? unit : null;
}

function amountOf(printed: string): number {
  const fraction = FRACTIONS[printed.at(-1) ?? ''];
  return fraction === undefined ? Number(printed) : Number(printed.slice(0, -1).trim() || 0) + fraction;
}
