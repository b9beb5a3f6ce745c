import { cardinalOf } from '../../text/numbers.ts';
import { oneLine } from '../../text/one-line.ts';
import type { Line } from './lines.ts';
import { offenceIn } from './offences.ts';
import type { Ladder, Rung } from './rung.ts';

/** "First penalty notice | £80 | £160" over "Second penalty notice (within 3 years) | £160": a table whose rows are notices. */
export function ladderOfFines(rows: readonly Line[]): Ladder | null {
  const rungs: Rung[] = [];
  const numbers = new Set<number>();
  for (const [index, line] of rows.entries()) {
    const [head, ...others] = (line.placed.block.cells ?? []).map(({ start, end }) => {
      return { text: line.text.slice(start, end), start };
    });
    if (head?.text.trim() === '' && rungs.length === 0) continue;
    const told = others.map(({ text }) => oneLine(text)).filter((text) => text !== '');
    const offence = head && head.text.length < LONGEST_HEAD ? offenceOf(head.text) : null;
    // "Offence | What is issued | Sum": what the columns are called.
    if (!offence && index === 0 && rows[1]?.placed.block.header && ABOUT_NOTICES.test(line.text)) continue;
    if (!head || !offence || told.length === 0) return null;
    const { number, words } = offence;
    const last = rungs.at(-1);
    // The same notice again says its other price.
    if (last && numbers.has(number)) {
      last.actions.push(told.join(', '));
      continue;
    }
    numbers.add(number);
    rungs.push({
      title: oneLine(head.text),
      printed: number,
      trigger: { condition: words },
      ...(number > 1 ? { after: { wait: yearsIn(head.text) } } : {}),
      actions: [told.join(', ')],
      confidence: 'unsure',
      place: { line, start: head.start, end: head.start + head.text.trimEnd().length },
    });
  }
  if (numbers.size < 2 || !rungs.some(({ actions }) => actions.some((action) => action.includes('£')))) return null;
  const about = [...(rows[0]?.placed.headings ?? []), 'penalty notices'].join(' · ');
  return { family: 'table', about, rungs };
}

const LONGEST_HEAD = 70;
const ABOUT_NOTICES = /\b(?:penalt|fine|notice|offence)/i;

const YEARS_BEHIND = /\([^()]{0,40}\byears?\b[^()]{0,20}\)\s{0,4}$/i;

/** "Third" and "Third (within 3 years)" alone in a column of notices leave the word out. */
function offenceOf(text: string): ReturnType<typeof offenceIn> {
  const word = text.replace(YEARS_BEHIND, '').trim();
  return offenceIn(`${text} is issued`) ?? (/^\W*\w+\W*$/.test(word) ? offenceIn(`${word} notice is issued`) : null);
}

function yearsIn(text: string): string | null {
  const count = cardinalOf(/\b(\d|two|three|five)[\s-]{1,3}years?\b/i.exec(text)?.[1] ?? '');
  return count === null ? null : `${count} years`;
}
