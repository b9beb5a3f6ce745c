import { Unzlib } from 'fflate';
import { ImportError } from './imported.ts';

/** Unpacked bytes of one stream that is no picture, and of all: a page's drawing has thousands, the fullest plans millions. */
const LARGEST_STREAM = 30_000_000;
const LARGEST_TOTAL = 150_000_000;
/** How far before its bytes a stream's own words begin. */
const DICTIONARY = 1_000;
const PIECE = 65_536;
const STREAM = [...'stream'].map((letter) => letter.charCodeAt(0));

/**
 * Refuses a file whose streams unpack to far more than pages of text: the reader of PDF files would work on them for minutes.
 * @throws ImportError
 */
export function refusePdfBombs(bytes: Uint8Array): void {
  let total = 0;
  for (let at = nextStream(bytes, 0); at >= 0; at = nextStream(bytes, at + 6)) {
    const words = textOf(bytes, Math.max(0, at - DICTIONARY), at);
    const dictionary = words.slice(words.lastIndexOf(' obj') + 1);
    const filters = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (filters === 0 || /\/Subtype\s{0,4}\/Image\b/.test(dictionary)) continue;
    // Nobody packs what is packed; who would hide a bomb does.
    if (filters > 1) throw tooMuch();
    if (/\/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx)\b/.test(dictionary)) continue;
    const from = at + 6 + (bytes[at + 6] === 13 ? 2 : 1);
    total += unpackedSize(bytes, from);
    if (total > LARGEST_TOTAL) throw tooMuch();
  }
}

/** How many bytes a stream unpacks to; what is damaged counts as far as it goes. @throws ImportError */
function unpackedSize(bytes: Uint8Array, from: number): number {
  let size = 0;
  let isDone = false;
  const inflate = new Unzlib((piece, isLast) => {
    size += piece.length;
    isDone ||= isLast;
  });
  for (let at = from; at < bytes.length && !isDone; at += PIECE) {
    try {
      // Never told that a piece is the last, it ends where the packed bytes do.
      inflate.push(bytes.subarray(at, at + PIECE));
    } catch {
      return size;
    }
    if (size > LARGEST_STREAM) throw tooMuch();
    if (textOf(bytes, at, Math.min(bytes.length, at + PIECE + 9)).includes('endstream')) return size;
  }
  return size;
}

function nextStream(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(115, from); at >= 0; at = bytes.indexOf(115, at + 1))
    if (STREAM.every((letter, index) => bytes[at + index] === letter) && bytes[at - 1] !== 100) return at;
  return -1;
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(from, to));
}

function tooMuch(): ImportError {
  return new ImportError(
    'The PDF unpacks to far more than a policy can hold, as a harmful file would. It was not read.',
  );
}
