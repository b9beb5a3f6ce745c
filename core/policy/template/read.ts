import type { Block } from '../blocks.ts';
import type { PolicyDocument } from '../document.ts';
import { around } from '../readers/around.ts';
import type { Placeholder } from '../schema.ts';
import { meaningOf, noteField } from './fields.ts';
import { type Hole, holesIn } from './forms.ts';
import { notesIn } from './notes.ts';

type Draft = Omit<Placeholder, 'line' | 'span'> & { start: number; end: number; weak: boolean };

/** A document with this many fill-ins beyond doubt is a template: then its plain brackets are fill-ins too. */
const TEMPLATE = 3;
/** Every fill-in, choice, optional passage and note of a template, one for each occurrence. */
export function readPlaceholders(document: PolicyDocument): Placeholder[] {
  const drafts = document.blocks.flatMap((placed) => {
    const { block } = placed;
    if (block.kind === 'comment' || block.kind === 'code') return [];
    return draftsOf(block).map((draft) => ({ placed, draft }));
  });
  const template = drafts.filter(({ draft }) => !draft.weak).length >= TEMPLATE;
  return drafts
    .filter(({ draft }) => template || !draft.weak)
    .map(({ placed, draft: { start, end, weak: _, ...values } }) => {
      const span = document.spanIn(placed, start, end);
      return { ...values, text: document.text.slice(span.start.offset, span.end.offset), line: span.start.line, span };
    });
}

const memory = new WeakMap<Block, readonly Draft[]>();

function draftsOf(block: Block): readonly Draft[] {
  let drafts = memory.get(block);
  if (!drafts) memory.set(block, (drafts = readBlock(block)));
  return drafts;
}

function readBlock(block: Block): Draft[] {
  const notes = notesIn(block).map(
    ({ start, end }): Draft => ({
      kind: 'note',
      field: noteField(block.plain.slice(start, end)),
      expects: 'instruction',
      text: block.raw.slice(start, end),
      start,
      end,
      weak: false,
    }),
  );
  // A block has one note at most.
  const note = notes[0];
  const holes = holesIn(block).filter((hole) => !note || hole.end <= note.start || hole.start >= note.end);
  return [...notes, ...holes.map((hole) => draftOf(block, hole))].sort((a, b) => a.start - b.start);
}

function draftOf(block: Block, hole: Hole): Draft {
  const { kind, start, end, text, weak, options } = hole;
  const { before, after } = around(block, start, end);
  const { field, expects } = meaningOf(hole, before, after);
  return { kind, field, expects, ...(options ? { options: [...options] } : {}), text, start, end, weak };
}
