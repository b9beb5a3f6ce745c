import { isUtf8 } from 'node:buffer';
import { decodeWindows1252 } from './windows-1252.ts';

/**
 * Decodes a long text piece by piece: UTF-8, UTF-16 with a byte-order mark, or (from the first byte that UTF-8 cannot
 * have) Windows-1252, in which older programs on Windows export.
 */
export async function* decodeStream(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decode: ((bytes: Uint8Array) => string) | null = null;
  let held: Uint8Array = new Uint8Array();
  let sawUtf8 = false;
  for await (const piece of pieces) {
    const bytes = held.length > 0 ? Buffer.concat([held, piece]) : piece;
    held = new Uint8Array();
    if (decode) {
      yield decode(bytes);
      continue;
    }
    const wide = wideEncoding(bytes);
    if (wide) {
      decode = streaming(wide);
      yield decode(bytes);
      continue;
    }
    const whole = bytes.length - unfinished(bytes);
    const ready = bytes.subarray(0, whole);
    if (isUtf8(ready)) {
      const text = utf8(ready);
      sawUtf8 ||= /[^\x00-\x7f]/.test(text);
      held = bytes.slice(whole);
      yield text;
    } else {
      // After letters that only UTF-8 explains, this is damage; otherwise it never was UTF-8.
      decode = sawUtf8 ? streaming('utf-8') : decodeWindows1252;
      yield decode(bytes);
    }
  }
  if (held.length > 0) yield sawUtf8 ? new TextDecoder().decode(held) : decodeWindows1252(held);
}

function streaming(encoding: string): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes, { stream: true });
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** How many bytes at the end begin a letter that goes on in the next piece: 0 to 3. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? back : 0;
    }
  }
  return 0;
}
