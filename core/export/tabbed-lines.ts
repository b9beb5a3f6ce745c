import type { Html, Paragraph, PhrasingContent, RootContent, Table, TableCell } from 'mdast';

/**
 * A paragraph whose lines are parted into columns by tabs, as a pasted table is, as the table that it looks like, behind the
 * lines above it that have none; null for any other. At least two lines must have columns, and each from the first such on.
 */
export function tableOfTabs({ children }: Paragraph): (Paragraph | Table)[] | null {
  if (!hasTabs(children)) return null;
  const rows = rowsOf(children).filter((row) => row.some((cell) => cell.length > 0));
  const first = rows.findIndex((row) => row.length > 1);
  const body = rows.slice(Math.max(0, first));
  if (body.length < 2 || body.some((row) => row.length < 2)) return null;
  return [
    ...rows.slice(0, first).map((row): Paragraph => ({ type: 'paragraph', children: row.flat() })),
    tableOf(body),
  ];
}

/**
 * A table whose cells hold paragraphs in tags: its head is a paragraph with tabs, its rows are the lines of the markup that
 * follows at once. Null when the two are none.
 */
export function tableOfTabsAndTags(head: RootContent, markup: RootContent | undefined): Table | null {
  if (head.type !== 'paragraph' || markup?.type !== 'html' || !hasTabs(head.children)) return null;
  if (markup.position?.start.line !== (head.position?.end.line ?? 0) + 1) return null;
  const rows = rowsOf(head.children);
  const width = rows[0]?.length ?? 0;
  const more = markup.value.split('\n').map((line) => line.split('\t'));
  if (width < 2 || rows.some((row) => row.length !== width) || more.some((row) => row.length !== width)) return null;
  return tableOf([...rows, ...more.map((row) => row.map((cell): Html[] => [{ type: 'html', value: cell }]))]);
}

function hasTabs(children: readonly PhrasingContent[]): boolean {
  return children.some((child) => child.type === 'text' && child.value.includes('\t'));
}

function rowsOf(children: readonly PhrasingContent[]): PhrasingContent[][][] {
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
  return rows;
}

function tableOf(rows: readonly (readonly PhrasingContent[][])[]): Table {
  return {
    type: 'table',
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((cell): TableCell => ({ type: 'tableCell', children: cell })),
    })),
  };
}
