import type { Rules } from './pdf-rules.ts';
import { raised } from './printed-number.ts';

/** A run of text on a page. Points; the origin is the page's upper left corner, `y` the baseline. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  bold: boolean;
}

export interface PdfPage {
  width: number;
  height: number;
  runs: PdfRun[];
  rules: Rules;
}

/** Runs of one baseline that stand close together: words of one line of one column, or one cell. */
export interface PdfSegment {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  bold: boolean;
}

/** Segments of one baseline, from left to right. */
export interface PdfLine {
  y: number;
  size: number;
  segments: PdfSegment[];
}

/** What a line says, from left to right. */
export const textOf = (line: PdfLine): string => line.segments.map(({ text }) => text).join(' ');

// A gap wider than this many times the letter size parts columns or cells; a word space is about a quarter.
const PARTING_GAP = 1;

/** More small figures on a page than this are no marks of notes. */
const MOST_RAISED = 300;

/** The marks of footnotes brought down to their line, written as what they are: "90%" with note 1 is not 901. */
export function withRaisedFigures(runs: readonly PdfRun[]): PdfRun[] {
  const small = new Set(runs.filter(({ text }) => /^\s*\d{1,3}\s*$/.test(text)));
  if (small.size === 0 || small.size > MOST_RAISED) return [...runs];
  return runs.map((run) => {
    if (!small.has(run)) return run;
    const before = runs.find(
      ({ x, y, width, size, text }) =>
        run.size < size * 0.85 &&
        Math.abs(x + width - run.x) < size * 0.4 &&
        y - run.y > size * 0.15 &&
        y - run.y < size * 0.8 &&
        text.trim() !== '',
    );
    return before ? { ...run, text: raised(run.text), y: before.y } : run;
  });
}

/** The runs of a page, or of a part of it, as lines from the top. */
export function linesOf(runs: readonly PdfRun[]): PdfLine[] {
  const sorted = runs.filter((run) => run.text !== '').toSorted((a, b) => a.y - b.y || a.x - b.x);
  const lines: { y: number; size: number; runs: PdfRun[] }[] = [];
  for (const run of sorted) {
    const line = lines.at(-1);
    // Superscripts and mixed sizes share a line when their baselines are within a third of a letter.
    if (line && Math.abs(run.y - line.y) <= Math.max(run.size, line.size) * 0.35) {
      line.runs.push(run);
      if (run.size > line.size) line.size = run.size;
    } else lines.push({ y: run.y, size: run.size, runs: [run] });
  }
  return lines
    .map(({ y, size, runs: row }) => ({ y, size, segments: segmentsOf(row) }))
    .filter(({ segments }) => segments.length > 0);
}

function segmentsOf(runs: readonly PdfRun[]): PdfSegment[] {
  const segments: PdfSegment[] = [];
  for (const run of runs.toSorted((a, b) => a.x - b.x)) {
    const last = segments.at(-1);
    const gap = last ? run.x - last.right : 0;
    if (run.text.trim() === '') {
      if (last && gap < run.size * PARTING_GAP && run.width < run.size * PARTING_GAP && !last.text.endsWith(' ')) {
        last.text += ' ';
        last.right = Math.max(last.right, run.x + run.width);
      }
      continue;
    }
    if (last && gap < Math.max(run.size, last.size) * PARTING_GAP) {
      const isMark = /^[⁰¹²³⁴-⁹]/.test(run.text);
      const spaced = gap > run.size * 0.15 && !last.text.endsWith(' ') && !run.text.startsWith(' ');
      last.text = isMark ? last.text.trimEnd() + run.text : last.text + (spaced ? ' ' : '') + run.text;
      last.right = Math.max(last.right, run.x + run.width);
      last.bold &&= run.bold;
    } else
      segments.push({ text: run.text, x: run.x, right: run.x + run.width, y: run.y, size: run.size, bold: run.bold });
  }
  return withLabels(segments)
    .map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/** A bullet or number that stands alone at a line's start, a tab away from its words. */
const LABEL = /^\s*(?:[•▪·●○◦⇨►‣➢✓✔■□–\uf0b7\uf0a7\u2022]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}\.\d{1,2}\.?)\s*$/;
/** In letter sizes: how far a tab may take an item's words from its bullet. */
const LABEL_GAP = 5;

/** A bullet and its words are one: two columns of a table they are not. */
function withLabels(segments: readonly PdfSegment[]): PdfSegment[] {
  const [label, words, ...others] = segments;
  if (!label || !words || !LABEL.test(label.text) || words.x - label.right > words.size * LABEL_GAP)
    return [...segments];
  return [{ ...words, text: `${label.text.trim()} ${words.text}`, x: label.x }, ...others];
}
