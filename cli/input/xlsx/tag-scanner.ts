/** What a scanner of XML tells, in order: tags by their short names, and the text between them as bytes. */
export interface TagListener {
  open(name: number, bytes: Uint8Array, from: number, to: number): void;
  close(name: number): void;
  text(bytes: Uint8Array, from: number, to: number): void;
}

/** A name of up to four letters as one number, its prefix left out; longer names are 0: no part that is read needs them. */
export function shortName(name: string): number {
  return nameIn(Buffer.from(name), 0, name.length);
}

/** Longer than any value of a cell: then the XML is no sheet's. */
const LONGEST_TOKEN = 1 << 20;
const [LESS, GREATER, SLASH, COLON, EXCLAMATION, QUESTION, QUOTE, APOSTROPHE, EQUALS] = [...'<>/:!?"\'='].map(
  (letter) => letter.charCodeAt(0),
) as [number, number, number, number, number, number, number, number, number];
const COMMENT_END = Buffer.from('-->');
const CDATA = Buffer.from('<![CDATA[');
const CDATA_END = Buffer.from(']]>');

/**
 * Scans XML that comes in pieces of bytes. Millions of cells pass here: nothing is made into a string but what the listener
 * asks for, and nothing is kept but the token that a piece cuts in two.
 */
export class TagScanner {
  readonly #listener: TagListener;
  #rest: Uint8Array = new Uint8Array();

  constructor(listener: TagListener) {
    this.#listener = listener;
  }

  /** @throws Error for what cannot be the XML of a workbook */
  push(piece: Uint8Array): void {
    const bytes =
      this.#rest.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.length) : joined(this.#rest, piece);
    const used = this.#scan(bytes);
    if (bytes.length - used > LONGEST_TOKEN) throw new Error('holds a value longer than any cell');
    this.#rest = bytes.subarray(used);
  }

  /** Scans the whole tokens and returns where the one begins that goes on in the next piece. */
  #scan(bytes: Buffer): number {
    let at = 0;
    for (;;) {
      const open = bytes.indexOf(LESS, at);
      if (open < 0) return at;
      if (open > at) this.#listener.text(bytes, at, open);
      at = open;
      const first = bytes[open + 1];
      if (first === EXCLAMATION || first === QUESTION || first === undefined) {
        const end = this.#declaration(bytes, open);
        if (end < 0) return open;
        at = end;
        continue;
      }
      const close = endOfTag(bytes, open + 1);
      if (close < 0) return open;
      this.#tag(bytes, open, close);
      at = close + 1;
    }
  }

  #tag(bytes: Buffer, open: number, close: number): void {
    const isEnd = bytes[open + 1] === SLASH;
    const isEmpty = bytes[close - 1] === SLASH;
    const from = isEnd ? open + 2 : open + 1;
    let to = from;
    while (to < close && (bytes[to] ?? 0) > 32 && bytes[to] !== SLASH) to++;
    const name = nameIn(bytes, from, to);
    if (isEnd) this.#listener.close(name);
    else {
      this.#listener.open(name, bytes, to, close);
      if (isEmpty) this.#listener.close(name);
    }
  }

  /** Passes over a comment, a declaration, or text in brackets; -1 where it goes on in the next piece. */
  #declaration(bytes: Buffer, open: number): number {
    if (bytes.length - open < CDATA.length) return bytes[open + 1] === QUESTION ? after(bytes, GREATER, open) : -1;
    if (bytes.subarray(open, open + CDATA.length).equals(CDATA)) {
      const end = bytes.indexOf(CDATA_END, open);
      if (end < 0) return -1;
      this.#listener.text(bytes, open + CDATA.length, end);
      return end + CDATA_END.length;
    }
    if (bytes[open + 2] === 45) {
      const end = bytes.indexOf(COMMENT_END, open + 4);
      return end < 0 ? -1 : end + COMMENT_END.length;
    }
    if (bytes[open + 1] === EXCLAMATION) throw new Error('declares a document type, which no workbook has');
    return after(bytes, GREATER, open);
  }
}

/** The value of an attribute of a tag as text; null where it is not given. */
export function attributeIn(bytes: Uint8Array, from: number, to: number, letter: string): string | null {
  const wanted = letter.charCodeAt(0);
  let quote = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === wanted && bytes[at + 1] === EQUALS && (bytes[at - 1] ?? 0) <= 32) {
      const start = at + 3;
      const end = bytes.indexOf(bytes[at + 2] ?? QUOTE, start);
      let value = '';
      for (let letterAt = start; letterAt < end && letterAt < start + 40; letterAt++)
        value += String.fromCharCode(bytes[letterAt] ?? 0);
      return value;
    }
  }
  return null;
}

function nameIn(bytes: Uint8Array, from: number, to: number): number {
  let name = 0;
  let length = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === COLON) {
      name = 0;
      length = 0;
    } else if (++length > 4) name = 0;
    else name = name * 256 + byte;
  }
  return length > 4 ? 0 : name;
}

/** Where a tag ends: ">" may stand in the value of an attribute. */
function endOfTag(bytes: Uint8Array, from: number): number {
  let quote = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER) return at;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return -1;
}

function after(bytes: Buffer, byte: number, from: number): number {
  return bytes.indexOf(byte, from) + 1 || -1;
}

function joined(one: Uint8Array, other: Uint8Array): Buffer {
  return Buffer.concat([one, other]);
}
