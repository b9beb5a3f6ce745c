import { InputProblem } from '../problem.ts';
import { decodeWindows1252 } from './windows-1252.ts';

export interface DecodedText {
  /** A byte-order mark stays: spans count the text as it is stored. */
  readonly text: string;
  /** What a person should know about the decoding, or null. */
  readonly note: string | null;
}

/** The text of a file's bytes: UTF-8, UTF-16, else Windows-1252. @throws InputProblem for empty or binary files. */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  if (bytes.length === 0) throw new InputProblem(`${file}: is empty; save the policy again, or name another file.`);
  const format = binaryFormat(bytes);
  if (format) throw new InputProblem(`${file}: is ${format}, not text; name it by its own ending, or save it as text.`);
  const text = decode(bytes, file);
  if (/^[\s\ufeff]*$/.test(text.text)) {
    throw new InputProblem(`${file}: holds only blank space; save the policy again, or name another file.`);
  }
  return text;
}

function decode(bytes: Uint8Array, file: string): DecodedText {
  const utf16 = utf16Encoding(bytes);
  if (utf16) return { text: new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes), note: null };
  if (looksBinary(bytes)) {
    throw new InputProblem(
      `${file}: is not a text file; open it in its own program and save it as .docx, .pdf or text.`,
    );
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), note: null };
  } catch {
    return decodeDamaged(bytes);
  }
}

/** Not UTF-8 throughout: a few damaged letters in UTF-8, or the encoding of older Windows programs. */
function decodeDamaged(bytes: Uint8Array): DecodedText {
  const mended = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const lost = mended.match(/\ufffd/g)?.length ?? 0;
  const sound = mended.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0;
  if (sound > lost) {
    return { text: mended, note: `${lost} damaged letter${lost === 1 ? '' : 's'} could not be read.` };
  }
  return {
    text: decodeWindows1252(bytes),
    note: 'The file is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as UTF-8.',
  };
}

/** UTF-16 by its byte-order mark, or without one by the zero bytes that English leaves in every other place. */
function utf16Encoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 4096);
  if (head.length < 4) return null;
  let even = 0;
  let odd = 0;
  head.forEach((byte, at) => {
    if (byte === 0) at % 2 === 0 ? even++ : odd++;
  });
  const half = head.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** More than a stray control character: no text has zero bytes or many of the others. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  }
  return controls > 4 + head.length / 100;
}

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a zip file (Word, Excel or the like)', [0x50, 0x4b, 0x03, 0x04]],
  ['a Word or Excel file in the old format (.doc, .xls) or with a password', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['a picture', [0x47, 0x49, 0x46, 0x38]],
  ['a compressed file', [0x1f, 0x8b]],
];

/** What a file is by its first bytes, in words, when it is one of the usual formats that are not text. */
export function binaryFormat(bytes: Uint8Array): string | null {
  return SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}
