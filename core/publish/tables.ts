import type { Element, ElementContent } from 'hast';
import { toString as wordsOf } from 'hast-util-to-string';
import { h } from 'hastscript';

/** The sections with each table fit for a screen reader and a narrow screen: headers told, scrolling by itself, by keyboard too. */
export function settleTables(sections: readonly Element[]): Element[] {
  let tables = 0;
  const settle = (element: Element): Element => {
    if (element.tagName !== 'table')
      return {
        ...element,
        children: element.children.map((child) => (child.type === 'element' ? settle(child) : child)),
      };
    tables++;
    const table = withHeaders(element);
    const caption = partOf(table, 'caption') ?? partOf(table, 'thead');
    const about = caption ? cellsOf(caption).map(wordsOf).filter(Boolean).join(', ') || wordsOf(caption) : '';
    return h(
      'div',
      // Numbered, since a policy may hold many tables with the same heads.
      { className: ['scroll'], tabIndex: 0, role: 'region', ariaLabel: `Table ${tables}${about ? `: ${about}` : ''}` },
      [table],
    );
  };
  return sections.map(settle);
}

/** A table without heads is one of names and values: then the first cell of each row is its head. */
function withHeaders(table: Element): Element {
  const head = partOf(table, 'thead');
  if (!head) return table;
  if (wordsOf(head).trim() !== '') {
    for (const cell of cellsOf(head)) {
      if (wordsOf(cell).trim() === '') cell.tagName = 'td';
      else cell.properties['scope'] = 'col';
    }
    return table;
  }
  const body = partOf(table, 'tbody');
  for (const row of body?.children ?? []) {
    const first = row.type === 'element' ? cellsOf(row)[0] : undefined;
    if (!first || wordsOf(first).trim() === '') continue;
    first.tagName = 'th';
    first.properties['scope'] = 'row';
  }
  return { ...table, children: table.children.filter((child) => child !== head) };
}

function partOf(table: Element, name: string): Element | undefined {
  return table.children.find((child): child is Element => child.type === 'element' && child.tagName === name);
}

function cellsOf(element: Element): Element[] {
  const isCell = ({ tagName }: Element): boolean => tagName === 'th' || tagName === 'td';
  return element.children
    .filter((child: ElementContent): child is Element => child.type === 'element')
    .flatMap((child) => (isCell(child) ? [child] : cellsOf(child)));
}
