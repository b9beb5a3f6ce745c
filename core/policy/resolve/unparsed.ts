import type { ReadChunk } from '../chunk-reader.ts';
import type { PolicyDocument } from '../document.ts';
import { tooMuchToParse } from '../labels.ts';
import type { Question } from '../schema.ts';

// Enough of the first line to find it by.
const MARKED = 60;

const memory = new WeakMap<ReadChunk, ReturnType<typeof tooMuchToParse>>();

function unparsedIn(chunk: ReadChunk): ReturnType<typeof tooMuchToParse> {
  let stretch = memory.get(chunk);
  if (stretch === undefined) memory.set(chunk, (stretch = tooMuchToParse(chunk.text)));
  return stretch;
}

/** Stretches without a blank line that are too long for the Markdown parser: read line by line, which their author should know. */
export function aboutUnparsed(document: PolicyDocument): Question[] {
  const questions: Question[] = [];
  let before = 0;
  for (const chunk of document.chunks) {
    const stretch = unparsedIn(chunk);
    if (stretch) {
      const first = before + stretch.start;
      const line = document.source.lineAt(first);
      const lineEnd = (document.source.lineStarts[line] ?? document.text.length + 1) - 1;
      const size = Math.max(1, Math.round((stretch.end - stretch.start) / 1000));
      questions.push({
        id: 'structure.unparsed',
        asks: `Is everything from line ${line} on read as it was meant? ${size},000 characters stand here without a blank line that parts them, too many for the Markdown parser, and were read line by line.`,
        candidates: [],
        affects: 'headings, lists and tables in this stretch',
        line,
        span: document.span(first, Math.min(lineEnd, first + MARKED)),
      });
    }
    before += chunk.text.length;
  }
  return questions;
}
