import type { PhrasingContent, Table, TableCell } from 'mdast';

/**
 * A paragraph whose lines are parted into columns by tabs, as a pasted table is, as the table that it looks like; null for
 * any other. At least two lines must have columns, and each of them.
 */
export function tableOfTabs(children: readonly PhrasingContent[]): Table | null {
  if (!children.some((child) => child.type === 'text' && child.value.includes('\t'))) return null;
  const rows: PhrasingContent[][][] = [[[]]];
  for (const child of children) {
    if (child.type === 'break') rows.push([[]]);
    else if (child.type !== 'text') rows.at(-1)?.at(-1)?.push(child);
    else
      for (const [index, line] of child.value.split('\n').entries()) {
        if (index > 0) rows.push([[]]);
        for (const [column, words] of line.split('\t').entries()) {
          if (column > 0) rows.at(-1)?.push([]);
          if (words.trim() !== '') rows.at(-1)?.at(-1)?.push({ type: 'text', value: words });
        }
      }
  }
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  if (filled.length < 2 || filled.some((row) => row.length < 2)) return null;
  return {
    type: 'table',
    children: filled.map((row) => ({
      type: 'tableRow',
      children: row.map((cell): TableCell => ({ type: 'tableCell', children: cell })),
    })),
  };
}
