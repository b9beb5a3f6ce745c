import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../cli/input/decode.ts';
import { InputProblem } from '../../../cli/problem.ts';

const TEXT = 'Café, £80 – “the rules”\n';
const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );
const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

describe('text is read whatever program saved it', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', bytes(TEXT), TEXT],
    ['UTF-8 with a byte-order mark, which stays: offsets count it', bytes('\ufeff', TEXT), `\ufeff${TEXT}`],
    ['UTF-16, little end first, as Notepad saves it', wide(`\ufeff${TEXT}`), `\ufeff${TEXT}`],
    ['UTF-16, big end first', swapped(`\ufeff${TEXT}`), `\ufeff${TEXT}`],
    ['UTF-16 without a mark', wide('The register closes at 9.20am.'), 'The register closes at 9.20am.'],
    ['UTF-16 without a mark, big end first', swapped('The register closes.'), 'The register closes.'],
    ['one letter', bytes('x'), 'x'],
    ['line breaks of Windows, kept', bytes('a\r\nb\r\n'), 'a\r\nb\r\n'],
    ['a page break of a printer', bytes('a\fb'), 'a\fb'],
  ])('%s', (_, given, text) => {
    expect(decodeText(given, 'policy.md')).toEqual({ text, note: null });
  });

  it('Windows-1252, with a note that says so', () => {
    const { text, note } = decodeText(
      bytes('Caf', [0xe9], ', ', [0xa3], '80 ', [0x96], ' ', [0x93], 'so', [0x94]),
      'p.md',
    );
    expect(text).toBe('Café, £80 – “so”');
    expect(note).toContain('Windows-1252');
  });

  it('UTF-8 with one damaged letter keeps all the others', () => {
    const { text, note } = decodeText(bytes(TEXT, TEXT, [0xe2, 0x80], 'x'), 'p.md');
    expect(text).toBe(`${TEXT}${TEXT}\ufffdx`);
    expect(note).toBe('1 damaged letter could not be read.');
  });
});

describe('what is no text is refused by name', () => {
  it.each<[string, Uint8Array]>([
    ['is empty', bytes('')],
    ['holds only blank space', bytes(' \r\n\t')],
    ['holds only blank space', wide('\ufeff \n')],
    ['is a PDF', bytes('%PDF-1.7\n')],
    ['is a zip file', bytes([0x50, 0x4b, 3, 4, 20, 0])],
    ['is a picture', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['is not a text file', bytes('words', [0], 'words')],
    ['is not a text file', bytes([1, 2, 3, 4, 5, 6, 7, 8])],
  ])('%s', (problem, given) => {
    expect(() => decodeText(given, 'p.md')).toThrow(InputProblem);
    expect(() => decodeText(given, 'p.md')).toThrow(`p.md: ${problem}`);
  });
});
