import { type PlacedBlock, sentencesOf } from '../document.ts';
import type { BlockContext, FactDraft, Reader } from './reader.ts';
import type { Figure, Sense } from './thresholds/figure.ts';
import { figuresIn } from './thresholds/figures.ts';
import { withHeadersUnit } from './thresholds/headed-cells.ts';
import { labelOf } from './thresholds/labels.ts';
import { mayBeNews } from './thresholds/told-figures.ts';
import { isToldOfOthers } from './told-of-others.ts';

// A figure that limits leave is a threshold of the policy, though it sets off no step.
const FACTS: ReadonlySet<Sense> = new Set(['trigger', 'leave']);

export const thresholds: Reader = {
  kinds: ['threshold'],
  mayRead:
    /%|per\s?cent|\d\s?[x×]\s?["']?[lu]\b|\babsences\s(?:without|for|with)\b|\battendance\b(?:[^.;]|\.\d){0,60}\b(?:below|under|than|to)\s+\d\d|\battendance:?\s+\d\d|session|unauthori[sz]ed\s+(?:absence|mark)|half[- ]day|\bdays?\b|\blate|\boccasions\b|\b[ul]['"]?\s(?:codes?|marks?)|\bconsecutive|\bsuccessive|\b(?:more\s+than|maximum\s+of|limit\s+of)\b[^.;]{0,40}\byears?\b|notices|notice\s+(?:limit|cap|maximum)\b|fines|^\s*(?:\|\s*)?(?:[a-z]{2,5}\s+){0,2}\d{1,2}[\s\w+-]{0,12}(?:\||\t|\s{3})/i,
  read(placed: PlacedBlock, context: BlockContext): FactDraft[] {
    const drafts: FactDraft[] = [];
    if (isContentsLine(placed.block.raw) || isToldOfOthers(context.headings.at(-1) ?? '')) return drafts;
    const { plain } = placed.block;
    for (const cell of headedNumbers(placed))
      for (const figure of figuresIn(cell.text)) {
        if (!FACTS.has(figure.sense)) continue;
        drafts.push({
          kind: 'threshold',
          metric: figure.metric,
          op: figure.op,
          value: figure.value,
          unit: figure.unit,
          window: figure.window,
          label: labelOf(figure, cell.text, context.headings.join(' ')),
          confidence: 'likely',
          start: cell.start + figure.start,
          end: Math.min(cell.end, cell.start + figure.end),
        });
      }
    let last: Figure | null = null;
    for (const sentence of sentencesOf(placed.block)) {
      const near = plain.slice(Math.max(0, sentence.start - NEAR), sentence.end + NEAR);
      const figures = figuresIn(sentence.text, `${context.headings.at(-1) ?? ''}. ${near}`, last);
      last = figures.at(-1) ?? last;
      for (const figure of figures) {
        // Both ends of a band belong to its step; as facts they would say more than the text does.
        if (figure.band || !FACTS.has(figure.sense)) continue;
        drafts.push({
          kind: 'threshold',
          metric: figure.metric,
          op: figure.op,
          value: figure.value,
          unit: figure.unit,
          window: figure.window,
          label: labelOf(figure, sentence.text, [...context.headings, near].join(' ')),
          confidence: mayBeNews(sentence.text) ? 'likely' : confidenceOf(figure),
          start: sentence.start + figure.start,
          end: sentence.start + figure.end,
        });
      }
    }
    return drafts;
  },
};

/** The cells of a row that hold a bare number whose unit stands at the head of their column. */
function headedNumbers({ block }: PlacedBlock): { text: string; start: number; end: number }[] {
  const { cells = [], header, plain } = block;
  if (!header) return [];
  return cells.flatMap(({ start, end }, column) => {
    const cell = plain.slice(start, end);
    const text = withHeadersUnit(cell, header[column] ?? '');
    return text === null ? [] : [{ text, start, end: start + cell.trimEnd().length }];
  });
}

// How far, in characters, words of the paragraph may stand from a figure that they explain.
const NEAR = 1500;

function confidenceOf(figure: Figure): 'certain' | 'likely' {
  return figure.unit === 'percent' && figure.op === '<' ? 'certain' : 'likely';
}

/** "4. Attendance below 90% ........ 7": a line of a contents page. */
function isContentsLine(raw: string): boolean {
  return /(?<!\.)\.{4,}\s*\d{1,3}\s*$/.test(raw);
}
