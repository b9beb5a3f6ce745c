/** A ruled line of a page: it stands at `at`, from `from` to `to`. Points, origin at the page's upper left corner. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

export interface Rules {
  horizontal: Rule[];
  vertical: Rule[];
}

/** The numbers by which pdf.js names the drawing operations that matter here. */
export interface DrawingNames {
  save: number;
  restore: number;
  transform: number;
  constructPath: number;
  endPath: number;
}

/** An affine map: x and y of a point become a·x + c·y + e and b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];
// Borders are drawn as lines, or as boxes this thin (points).
const THIN = 3;
const SHORTEST = 6;
const MOST_DOTS = 300;

/** A small round or square mark: its middle, and how tall it is. Points. */
export interface Dot {
  x: number;
  y: number;
  size: number;
}

/**
 * The ruled lines of a page from its drawing operations, its dots, and its boxes, which may be shaded cells or the marks of a
 * highlighter. `view` maps the file's own points to the page's, from the upper left corner.
 */
export function rulesOf(
  operations: { fnArray: readonly number[]; argsArray: readonly unknown[] },
  names: DrawingNames,
  view: Matrix,
  pageHeight: number,
): Rules & { dots: Dot[]; boxes: Box[] } {
  const rules = { horizontal: [], vertical: [], dots: [], boxes: [] };
  const stack: Matrix[] = [];
  let matrix = view;
  operations.fnArray.forEach((operation, index) => {
    const args = operations.argsArray[index];
    if (operation === names.save) stack.push(matrix);
    else if (operation === names.restore) matrix = stack.pop() ?? matrix;
    else if (operation === names.transform && isNumbers(args, 6)) matrix = multiply(matrix, args);
    else if (
      operation === names.constructPath &&
      Array.isArray(args) &&
      args[0] !== names.endPath &&
      isNumbers(args[2], 4)
    )
      addBox(rules, place(matrix, args[2]), pageHeight);
  });
  return rules;
}

function isNumbers(value: unknown, length: number): value is [number, number, number, number, number, number] {
  return (
    typeof value === 'object' &&
    value !== null &&
    'length' in value &&
    value.length === length &&
    Array.from(value as ArrayLike<unknown>).every((part) => typeof part === 'number')
  );
}

/** The map that does what the second does, then what the first does. */
export function multiply(m: Matrix, n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(n);
  return [
    m[0] * a + m[2] * b,
    m[1] * a + m[3] * b,
    m[0] * c + m[2] * d,
    m[1] * c + m[3] * d,
    m[0] * e + m[2] * f + m[4],
    m[1] * e + m[3] * f + m[5],
  ];
}

/** A box of some width and height. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function place(m: Matrix, box: readonly number[]): Box {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = Array.from(box);
  const xs = [m[0] * x1 + m[2] * y1 + m[4], m[0] * x2 + m[2] * y2 + m[4]];
  const ys = [m[1] * x1 + m[3] * y1 + m[5], m[1] * x2 + m[3] * y2 + m[5]];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function addBox(
  { horizontal, vertical, dots, boxes }: Rules & { dots: Dot[]; boxes: Box[] },
  { left, right, top, bottom }: Box,
  pageHeight: number,
): void {
  const width = right - left;
  const height = bottom - top;
  // A box as tall as the page is its background.
  if (height > pageHeight * 0.85) return;
  if (width < SHORTEST && height < SHORTEST) {
    if (width > 1 && Math.abs(width - height) < 1 && dots.length < MOST_DOTS)
      dots.push({ x: (left + right) / 2, y: (top + bottom) / 2, size: height });
  } else if (height <= THIN && width >= SHORTEST) horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
  else if (width <= THIN && height >= SHORTEST) vertical.push({ at: (left + right) / 2, from: top, to: bottom });
  else if (width >= SHORTEST && height >= SHORTEST) boxes.push({ left, right, top, bottom });
}

/** The four edges of a box as ruled lines: cells may be told by their shade alone. */
export function edgesOf({ left, right, top, bottom }: Box): Rules {
  return {
    horizontal: [
      { at: top, from: left, to: right },
      { at: bottom, from: left, to: right },
    ],
    vertical: [
      { at: left, from: top, to: bottom },
      { at: right, from: top, to: bottom },
    ],
  };
}
