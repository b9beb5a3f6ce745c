import type { Report } from '../messages.ts';

type TableRead = Report['tables'][number];

/** Whole tables of one kind and period, such as a page's forms or a print-out's pupils, as the one list that they are. */
export function together(tables: readonly TableRead[]): TableRead[] {
  const lists = new Map<string, TableRead>();
  for (const [at, table] of tables.entries()) {
    const { kind, period, asOf, isPart } = table;
    const key = isPart ? `${at}` : [kind, period, asOf].join('|');
    const list = lists.get(key);
    lists.set(key, list ? added(list, table) : table);
  }
  return [...lists.values()];
}

function added(list: TableRead, { read, onPage, declared }: TableRead): TableRead {
  const all = list.declared === null && declared === null ? null : (list.declared ?? list.read) + (declared ?? read);
  return { ...list, read: list.read + read, onPage: list.onPage + onPage, declared: all };
}

/** "57 of 57 pupils": how many of a list were read; where a page shows its list in parts, how many are on it now. */
export function howMany({ read, declared, isPart, onPage }: TableRead): { whole: string; now: string | null } {
  const pupils = (declared ?? read) === 1 ? 'pupil' : 'pupils';
  const whole =
    declared === null && isPart
      ? `${read} ${pupils} of a list that does not say how many it has`
      : `${read} of ${declared ?? read} ${pupils}`;
  const missing = declared !== null && declared > read;
  const others = missing ? 'Turn its pages, or scroll, and the others are read too.' : null;
  const now = onPage < read ? `${onPage} of them on the page now, the others before.` : null;
  return { whole, now: [now, others].filter((part) => part !== null).join(' ') || null };
}
