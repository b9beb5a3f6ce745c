import type { Block } from '../../blocks.ts';
import { sentencesOf } from '../../document.ts';

/** A stretch of a block that is read as one sentence; `start` counts in the block. */
export interface Segment {
  readonly start: number;
  readonly text: string;
}

const LINE_START = /^\s*(?:[-*•▪·●]\s*)?["'(]?(?:\d{1,2}[:.]\d{2}|[A-Z][a-z]|\d{1,2}\s?[ap]m)/;
const RUNS_ON =
  /(?:\b(?:the|a|an|of|to|at|by|in|on|for|and|or|from|until|before|after|is|are|will|be|with|than|between|our|your|their|school)|[,-])\s*$/i;

/** The sentences of a paragraph or an item; where its lines are entries of a list ("8.45 Registers open"), its lines. */
export function segmentsOf(block: Block): Segment[] {
  const sentences = sentencesOf(block).map(({ start, end }) => ({ start, end }));
  const segments: Segment[] = [];
  for (const { start, end } of sentences) {
    const plain = block.plain.slice(start, end);
    if (!plain.includes('\n')) {
      segments.push({ start, text: plain });
      continue;
    }
    const lines = plain.split('\n');
    const longest = Math.max(...lines.map((line) => line.length));
    let from = 0;
    let at = 0;
    for (const [index, line] of lines.entries()) {
      at += line.length + 1;
      const next = lines[index + 1];
      if (next === undefined) break;
      const breaks =
        LINE_START.test(next) &&
        !RUNS_ON.test(line) &&
        (longest < 60 || line.trimEnd().length < longest - 25 || /[.!?:]\s*$/.test(line));
      if (!breaks) continue;
      segments.push({ start: start + from, text: plain.slice(from, at - 1).replace(/\n/g, ' ') });
      from = at;
    }
    segments.push({ start: start + from, text: plain.slice(from).replace(/\n/g, ' ') });
  }
  return segments;
}
