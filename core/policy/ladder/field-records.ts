import type { AlikeLadder } from './alike-lines.ts';
import type { Cell } from './cell.ts';
import type { Line } from './lines.ts';
import { allOfAbsence } from './of-absence.ts';
import { hasFigure, rowRung } from './rows.ts';
import type { Rung } from './rung.ts';

/** Steps whose parts are named one under the other: "Trigger: …", "Action: …", "Who: …". They are rows of a table told by fields. */

const FIELDS: readonly (readonly [number, RegExp])[] = [
  [1, /^\W*(?:triggers?|when|threshold|criteria)\s*:\s*/i],
  [
    2,
    /^\W*(?:actions?(?:\s+taken)?|what(?:\s+(?:we|happens|the\s+school)[^:]{0,20})?|response|interventions?)\s*:\s*/i,
  ],
  [3, /^\W*(?:who|led\s+by|lead|responsible|staff)\s*:\s*/i],
];
const HEADER = ['', 'Trigger', 'Action', 'Who'];
const ACTION_COLUMN: ReadonlySet<number> = new Set([2]);
const NAMES_FIELD = /^[^a-z:]{0,8}[a-z][a-z\s]{1,30}:/i;

/** The ladders of records, those of a stretch that no other heading parts as one. */
export function fieldLadders(lines: readonly Line[]): AlikeLadder[] {
  const rungs: Rung[] = [];
  const taken = new Map<Line, number>();
  let name: Line | null = null;
  let cells: Cell[] = [];
  const close = (): void => {
    const says = (column: number): boolean => cells.some((cell) => cell.column === column);
    const rung = says(1) && says(2) ? rowRung(cells, HEADER, ACTION_COLUMN, rungs.length > 0) : null;
    if (rung && (hasFigure(rung.trigger) || rung.after)) {
      rungs.push(rung);
      for (const { line } of cells) taken.set(line, 0);
    }
    cells = [];
  };
  for (const line of lines) {
    const field = line.kind === 'row' ? null : fieldOf(line);
    if (field?.column === 1) {
      close();
      if (name) cells.push({ text: name.text.trim(), line: name, start: 0, column: 0 });
    }
    if (field && (field.column === 1 || cells.length > 0)) cells.push(field);
    else if (!field && line.kind === 'item' && cells.at(-1)?.column === 2)
      cells.push({ text: line.text, line, start: 0, column: 2 });
    else if (!field) {
      close();
      name = line.kind === 'heading' || line.text.length < 60 ? line : null;
    }
  }
  close();
  if (rungs.length === 0) return [];
  const about = [...(lines[0]?.placed.headings ?? []), ...rungs.map(({ title }) => title)].join(' · ');
  return [{ ladder: { family: 'alike', about, rungs: [...allOfAbsence(rungs)] }, names: taken }];
}

/** Whether a block begins the record of a step: "Trigger: …". */
export function opensRecord({ plain }: { readonly plain: string }): boolean {
  return OPENS_RECORD.test(plain);
}

const OPENS_RECORD = /^\W{0,8}(?:triggers?|when|threshold|criteria)\s{0,3}:/i;

function fieldOf(line: Line): Cell | null {
  if (!NAMES_FIELD.test(line.text)) return null;
  for (const [column, pattern] of FIELDS) {
    const named = pattern.exec(line.text)?.[0];
    if (named !== undefined) return { text: line.text.slice(named.length), line, start: named.length, column };
  }
  return null;
}
