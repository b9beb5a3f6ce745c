import { Notes } from '../../text/notes.ts';
import type { Block } from '../blocks.ts';
import { createBlockwise, movedBy, type SinceLast } from '../by-block.ts';
import type { PlacedBlock, PolicyDocument } from '../document.ts';
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
  return createPlaceholderReader()(document, null);
}

/** Reads the fill-ins of one version after another; of each only what changed since the last. */
export function createPlaceholderReader(): (document: PolicyDocument, change: SinceLast) => Placeholder[] {
  const find = createBlockwise<Found>(foundIn, 0, ({ weak, placeholder }, change) => ({
    weak,
    placeholder: movedBy(placeholder, change),
  }));
  return (document, change) => {
    const found = find(document, change).flat();
    const template = found.filter(({ weak }) => !weak).length >= TEMPLATE;
    return found.filter(({ weak }) => template || !weak).map(({ placeholder }) => placeholder);
  };
}

interface Found {
  readonly weak: boolean;
  readonly placeholder: Placeholder;
}

function foundIn(document: PolicyDocument, placed: PlacedBlock): Found[] {
  const { block } = placed;
  if (block.kind === 'comment' || block.kind === 'code') return [];
  return draftsOf(block).map(({ start, end, weak, ...values }) => {
    const span = document.spanIn(placed, start, end);
    const text = document.text.slice(span.start.offset, span.end.offset);
    return { weak, placeholder: { ...values, text, line: span.start.line, span } };
  });
}

const memory = new Notes<readonly Draft[]>();

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
  const { before, after } = /^[.…]/.test(text) ? besideDots(block, start, end) : around(block, start, end);
  const { field, expects } = meaningOf(hole, before, after);
  return { kind, field, expects, ...(options ? { options: [...options] } : {}), text, start, end, weak };
}

/** A line of dots to write on ends no sentence. */
function besideDots({ plain }: Block, start: number, end: number): { before: string; after: string } {
  return { before: plain.slice(Math.max(0, start - BESIDE), start), after: plain.slice(end, end + BESIDE) };
}

const BESIDE = 160;
