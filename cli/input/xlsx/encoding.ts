/** XML in UTF-8, of what may be in UTF-16: a workbook may be in either, though nearly all programs write the first. */
export async function* inUtf8(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: { decode(bytes: Uint8Array, options: { stream: boolean }): string } | null = null;
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst && piece.length > 0) {
      const encoding = wideEncoding(piece);
      if (encoding) decoder = new TextDecoder(encoding);
      isFirst = false;
    }
    yield decoder ? Buffer.from(decoder.decode(piece, { stream: true })) : piece;
  }
}

/** UTF-16 by its byte-order mark, or by the blank half of the "<" that XML begins with; null for UTF-8. */
function wideEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first === LESS && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === LESS)) return 'utf-16be';
  return null;
}

const LESS = 60;
