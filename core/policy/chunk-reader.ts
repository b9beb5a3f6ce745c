import { type Block, type Chunk, readChunk } from './blocks.ts';
import { chunksFrom, LOOK_AHEAD } from './chunks.ts';
import { keptBlocks, newBlocks } from './kept-blocks.ts';

/** A chunk as read. One that an edit did not touch is the very object that it was before, and so is each of its blocks. */
export interface ReadChunk {
  readonly text: string;
  readonly lines: number;
  readonly blocks: readonly Block[];
  /** Where each block begins: its offset and its 0-based line in the chunk. */
  readonly places: readonly { readonly at: number; readonly line: number }[];
}

// An edit touches a chunk or two; where more is new, looking for old blocks in it costs more than reading them.
const MOST_TOUCHED = 8;

/** Reads texts into chunks and remembers the last text's, so that an edit re-reads only what it touches. */
export function createChunkReader(): (text: string) => readonly ReadChunk[] {
  let known = new Map<string, ReadChunk>();
  let last: readonly ReadChunk[] = [];
  return (text) => {
    const { kept, pieces, rest } = cutAgain(text, last);
    const touched = last.slice(kept.length, last.length - rest.length);
    if (touched.length > 0 && touched.length <= MOST_TOUCHED) {
      const read = pieces.map((piece) => readChunk(piece));
      const blocks = keptBlocks(read, touched);
      last = [...kept, ...read.map((chunk, index) => freed(chunk, blocks[index] ?? [])), ...rest];
      return last;
    }
    const seen = new Map<string, ReadChunk>();
    for (const chunk of kept) seen.set(chunk.text, chunk);
    for (const chunk of rest) seen.set(chunk.text, chunk);
    const read = pieces.map((piece) => {
      const chunk = seen.get(piece) ?? known.get(piece) ?? readAnew(piece);
      seen.set(piece, chunk);
      return chunk;
    });
    known = seen;
    last = [...kept, ...read, ...rest];
    return last;
  };
}

/** Comparing with a slice, which is no copy, goes many letters at a time; `startsWith` goes one by one. */
function isAt(text: string, words: string, at: number): boolean {
  return text.slice(at, at + words.length) === words;
}

/** Cuts a text anew only from the first chunk that an edit may have touched to the first that follows it unchanged. */
function cutAgain(
  text: string,
  last: readonly ReadChunk[],
): { kept: readonly ReadChunk[]; pieces: string[]; rest: readonly ReadChunk[] } {
  let same = 0;
  let at = 0;
  for (let chunk = last[same]; chunk && isAt(text, chunk.text, at); chunk = last[same]) {
    at += chunk.text.length;
    same++;
  }
  const agreed = at;
  // The last of all ends where its text ended: behind it anything may be new.
  while (same > 0 && at + LOOK_AHEAD > agreed) {
    same--;
    at -= last[same]?.text.length ?? 0;
  }
  // Where each chunk of the unchanged end begins in the new text.
  const starts = new Map<number, number>();
  let end = text.length;
  for (let index = last.length - 1; index >= same; index--) {
    const chunk = last[index];
    const begin = end - (chunk?.text.length ?? 0);
    if (!chunk || begin < at || !isAt(text, chunk.text, begin)) break;
    end = begin;
    starts.set(end, index);
  }
  const pieces: string[] = [];
  let from = at;
  let first = starts.get(from);
  if (first === undefined)
    for (const piece of chunksFrom(text, at)) {
      pieces.push(piece);
      from += piece.length;
      first = starts.get(from);
      if (first !== undefined) break;
    }
  // Cutting had to begin well before the edit; what it cut as before is as it was.
  const old = last.slice(same, first);
  let again = 0;
  while (again < old.length && old[again]?.text === pieces[again]) again++;
  return {
    kept: last.slice(0, same + again),
    pieces: pieces.slice(again),
    rest: first === undefined ? [] : last.slice(first),
  };
}

function readAnew(piece: string): ReadChunk {
  const chunk = readChunk(piece);
  return freed(chunk, newBlocks(chunk));
}

/** The chunk with its blocks apart from their places. */
function freed({ text, lines, blocks: placed }: Chunk, blocks: readonly Block[]): ReadChunk {
  return { text, lines, blocks, places: placed.map(({ at, lineInChunk }) => ({ at, line: lineInChunk })) };
}
