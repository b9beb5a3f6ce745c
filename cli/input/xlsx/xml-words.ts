const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** How a workbook writes letters that XML cannot hold, "_x000D_" a line's end. */
const ESCAPED = /_x([\da-f]{4})_/gi;
const AMPERSAND = 38;
const UNDERSCORE_X = Buffer.from('_x');

/** The words that bytes of a workbook's XML mean. */
export function wordsIn(bytes: Uint8Array, from: number, to: number): string {
  const piece = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
  let words = piece.toString('utf8');
  if (piece.includes(AMPERSAND)) words = words.replace(ENTITY, entity);
  if (piece.includes(UNDERSCORE_X))
    words = words.replace(ESCAPED, (_, code: string) => letter(Number.parseInt(code, 16)));
  return words;
}

function entity(printed: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? printed;
  return letter(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
}

/** Without the control characters that no text should hold. */
function letter(code: number): string {
  if (code === 9 || code === 10 || (code >= 32 && code <= 0x10ffff)) return String.fromCodePoint(code);
  return '';
}
