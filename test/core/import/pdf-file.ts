/** Words at a place: x and y from the lower left corner, in points; `turn` in degrees against the clock. */
export interface Words {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly turn?: 0 | 90 | 180 | 270;
}
export interface Page {
  readonly words: readonly Words[];
  /** Boxes of x, y, width and height, filled: thin ones are ruled lines. */
  readonly boxes?: readonly (readonly [number, number, number, number])[];
  readonly rotate?: number;
  readonly mediaBox?: string;
}

/** Lines from the top of a page of A4, 14 points apart, each a text or texts at their places. */
export function lines(rows: readonly (string | readonly (readonly [number, string])[])[], top = 780): Words[] {
  return rows.flatMap((row, index) =>
    (typeof row === 'string' ? ([[50, row]] as const) : row).map(([x, text]) => ({ x, y: top - index * 14, text })),
  );
}

/** A PDF as plain as they come, Helvetica throughout; `locked` puts a password on it that nobody knows. */
export function pdfFile(pages: readonly Page[], locked = false): Uint8Array {
  const objects: string[] = ['<</Type/Catalog/Pages 2 0 R>>'];
  const first = 4;
  objects.push(
    `<</Type/Pages/Kids[${pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')}]/Count ${pages.length}>>`,
  );
  objects.push('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  for (const [index, { words, boxes = [], rotate = 0, mediaBox = '0 0 595 842' }] of pages.entries()) {
    const content = [
      ...boxes.map((box) => `${box.join(' ')} re f`),
      'BT',
      ...words.map(({ x, y, text, size = 10, turn = 0 }) => {
        const [cos, sin] = [Math.round(Math.cos((turn * Math.PI) / 180)), Math.round(Math.sin((turn * Math.PI) / 180))];
        return `/F1 ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj`;
      }),
      'ET',
    ].join('\n');
    objects.push(
      `<</Type/Page/Parent 2 0 R/Rotate ${rotate}/MediaBox[${mediaBox}]/Resources<</Font<</F1 3 0 R>>>>/Contents ${first + index * 2 + 1} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    );
  }
  const lock = locked
    ? `/Encrypt<</Filter/Standard/V 1/R 2/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>/P -44>>/ID[<01><01>]`
    : '';
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj`).join('\n');
  return Uint8Array.from(
    `%PDF-1.4\n${body}\ntrailer\n<</Root 1 0 R${lock}>>\n`,
    (letter) => letter.charCodeAt(0) & 255,
  );
}
