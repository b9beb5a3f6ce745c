/** Where law or guidance sets a value: the document, the place in it, and whether that place was checked at its source. */
export interface Citation {
  document: string;
  edition: string;
  provision: string;
  url: string;
  /** The first day on which it holds; null where that was not researched. */
  inForceFrom: string | null;
  checkedOn: string;
  /** False: the number or the paragraph was not traced to the primary source. */
  verified: boolean;
}

/** A value as it stood from a day on, with the place that sets it. `from` null: for as far back as we know. */
export interface DatedEntry<T> {
  from: string | null;
  /** The last day on which it held; absent while it holds or until the next entry begins. */
  to?: string;
  value: T;
  citation: Citation;
}

/** A value that changes with the law. Entries are kept newest first. */
export interface DatedValue<T> {
  readonly entries: readonly [DatedEntry<T>, ...DatedEntry<T>[]];
  /** The entry that reaches back furthest. */
  readonly earliest: DatedEntry<T>;
  /** The entry in force on the day ('YYYY-MM-DD'), or null when nothing was in force (or is known) then. */
  valueOn(day: string): DatedEntry<T> | null;
}

/** A dated value from its entries, given newest first. */
export function dated<T>(...entries: [DatedEntry<T>, ...DatedEntry<T>[]]): DatedValue<T> {
  let lastDay: string | null = null;
  let onLastDay: DatedEntry<T> | null = null;
  return {
    entries,
    earliest: entries.reduce((_, older) => older),
    valueOn(day) {
      // All pupils of a register ask for the same day.
      if (day !== lastDay) {
        onLastDay = entryOn(entries, day);
        lastDay = day;
      }
      return onLastDay;
    },
  };
}

function entryOn<T>(entries: readonly DatedEntry<T>[], day: string): DatedEntry<T> | null {
  for (const entry of entries) {
    if (entry.from !== null && day < entry.from) continue;
    return entry.to !== undefined && day > entry.to ? null : entry;
  }
  return null;
}
