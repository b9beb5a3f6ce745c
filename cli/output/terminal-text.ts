/**
 * A stretch of a document, or a file's name, made safe for a terminal: one line, no control character that could move
 * the cursor, and none that would show the letters after it in another order than they stand in.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** "1 error", "2 errors" */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
