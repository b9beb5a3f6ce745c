import type { PdfPage, PdfRun } from './pdf-lines.ts';
import { type Box, type DrawingNames, edgesOf, type Matrix, multiply, rulesOf } from './pdf-rules.ts';

/** The part of a page of pdf.js that reading needs. */
export interface PdfFilePage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: readonly number[] };
  getTextContent(): Promise<{ items: readonly object[]; styles: object }>;
  getOperatorList(): Promise<{ fnArray: readonly number[]; argsArray: readonly unknown[] }>;
  commonObjs: { has(id: string): boolean; get(id: string): unknown };
}

/** The runs and ruled lines of a page, upright: a page that is turned, or whose words are, is turned back. */
export async function readPage(page: PdfFilePage, names: DrawingNames): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  // Font names, and so boldness, are known only once the page's drawing has been read.
  const operations = await page.getOperatorList();
  const { items } = await page.getTextContent();
  const bold = new Map<string, boolean>();
  const isBold = (font: string): boolean => {
    let known = bold.get(font);
    if (known === undefined) bold.set(font, (known = /bold|black|heavy|semibold|demi/i.test(fontName(page, font))));
    return known;
  };
  const words = items.filter(isText);
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = viewport.height] = viewport.transform;
  const { view, width, height } = upright(words, [a, b, c, d, e, f], viewport);
  const runs = words.map((item) => runOf(item, view, isBold(item.fontName)));
  const { dots, boxes, horizontal, vertical } = rulesOf(operations, names, view, height);
  const cells = boxes.filter((box) => !isHighlight(box, runs)).map(edgesOf);
  const rules = {
    horizontal: [...horizontal, ...cells.flatMap((cell) => cell.horizontal)],
    vertical: [...vertical, ...cells.flatMap((cell) => cell.vertical)],
  };
  return { width, height, runs: [...runs, ...bulletsOf(dots, runs)], rules };
}

/** Whether a box only marks words: it is one line tall, and begins with a word or between two, where a cell keeps a distance. */
function isHighlight({ left, right, top, bottom }: Box, runs: readonly PdfRun[]): boolean {
  return runs.some(
    ({ x, y, width, size, text }) =>
      text.trim() !== '' &&
      bottom - top < size * TALLEST_MARK &&
      y > top &&
      y - size * 0.5 < bottom &&
      left > x - AT_A_WORD &&
      (left < x + AT_A_WORD ? right < x + width + size * 3 || text.length < 3 : left < x + width - AT_A_WORD),
  );
}

/** In letter sizes: a highlighter marks from above the letters to below them. */
const TALLEST_MARK = 1.8;
/** Points between the edge of a mark and the first letter in it. */
const AT_A_WORD = 1.2;

interface Text {
  str: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
}

interface View {
  readonly view: Matrix;
  readonly width: number;
  readonly height: number;
}

/** The view in which most letters of the page run from left to right. */
function upright(words: readonly Text[], view: Matrix, { width, height }: { width: number; height: number }): View {
  const turns = [0, 0, 0, 0];
  for (const { transform, str } of words) {
    const turn = turnOf(transform, view);
    turns[turn] = (turns[turn] ?? 0) + str.length;
  }
  const all = turns.reduce((sum, count) => sum + count, 0);
  const most = turns.findIndex((count) => count > all * 0.6);
  // Quarter turns that bring what runs down, leftwards or up to run to the right.
  if (most === 1) return { view: multiply([0, -1, 1, 0, 0, width], view), width: height, height: width };
  if (most === 2) return { view: multiply([-1, 0, 0, -1, width, height], view), width, height };
  if (most === 3) return { view: multiply([0, 1, -1, 0, height, 0], view), width: height, height: width };
  return { view, width, height };
}

/** In quarters: 0 to the right, 1 down, 2 to the left, 3 up. */
function turnOf(transform: readonly number[], view: Matrix): number {
  const [a = 1, b = 0] = transform;
  const x = view[0] * a + view[2] * b;
  const y = view[1] * a + view[3] * b;
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}

function runOf(item: Text, view: Matrix, bold: boolean): PdfRun {
  const [a = 0, b = 0, , d = 0, e = 0, f = 0] = item.transform;
  const size = Math.hypot(d, b) || Math.abs(a) || item.height;
  const x = view[0] * e + view[2] * f + view[4];
  const y = view[1] * e + view[3] * f + view[5];
  const run = { text: item.str, x, y, width: item.width, size, bold };
  // Words that run up or down stand where their middle is: in a cell, that is the cell that they label.
  switch (turnOf(item.transform, view)) {
    case 1:
      return { ...run, y: y + item.width / 2, width: size };
    case 2:
      return { ...run, x: x - item.width };
    case 3:
      return { ...run, x: x - size, y: y - item.width / 2, width: size };
    default:
      return run;
  }
}

/** Dots that a browser draws in front of the items of a list, as the bullets that they are. */
function bulletsOf(dots: readonly { x: number; y: number; size: number }[], runs: readonly PdfRun[]): PdfRun[] {
  return dots.flatMap((dot): PdfRun[] => {
    const item = runs.find(
      ({ x, y, size, text }) =>
        text.trim() !== '' &&
        x > dot.x &&
        x - dot.x < size * 3 &&
        dot.y < y &&
        dot.y > y - size * 0.8 &&
        dot.size < size,
    );
    return item ? [{ text: '•', x: dot.x, y: item.y, width: dot.size, size: item.size, bold: false }] : [];
  });
}

function fontName(page: PdfFilePage, id: string): string {
  const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
  return typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string' ? font.name : '';
}

function isText(item: object): item is Text {
  return (
    'str' in item &&
    typeof item.str === 'string' &&
    'transform' in item &&
    Array.isArray(item.transform) &&
    'fontName' in item
  );
}
