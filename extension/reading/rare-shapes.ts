import { findCards } from './cards.ts';
import { readEntries } from './entries.ts';
import { findFigureBlocks } from './figures-of-one.ts';
import { readMarkList } from './mark-list.ts';
import { findCalendars, readRareShape } from './one-pupil.ts';
import { asOneRow, periodOfYear } from './one-pupil-table.ts';
import { WORDS } from './partial.ts';
import type { RareShapes } from './rare.ts';
import { refused } from './refused.ts';
import { readRegisterEntry } from './register-entry.ts';

/** Every shape that has a script of its own. */
export const rareShapes: RareShapes = {
  markList: ({ matrix, columns, context, sight }) => readMarkList(matrix, columns, context(), sight),
  marks: ({ matrix, columns, context, levels, sight }) =>
    readRareShape(matrix, columns, context(), sight) ?? readRegisterEntry(matrix, columns, context(), levels()),
  oneRow: ({ matrix, columns, context, sight }) => {
    const around = context();
    const { period, asAt, today } = around;
    const one = asOneRow(matrix, columns, today, sight);
    if (one === null || typeof one === 'string') return one;
    const { yearFrom } = one;
    return {
      matrix: one.matrix,
      columns: one.columns,
      context: yearFrom === null ? around : { ...around, period: periodOfYear(yearFrom, period, asAt ?? today) },
    };
  },
  cards: findCards,
  calendars: (page, sight, context) =>
    findCalendars(page, sight).map(({ root, entries, words }) =>
      words ? { ...refused(root, WORDS), kind: 'register' } : readEntries(entries, root, context(root), entries.length),
    ),
  blocks: findFigureBlocks,
};
