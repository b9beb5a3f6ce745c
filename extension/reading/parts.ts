/** Work that can be put down at each `yield`, so that a page is never held up: see `in-turns.ts` for who puts it down. */
export type Parts<T> = Generator<undefined, T>;

/** Rows after which work on a table may be put down: a millisecond or two, whatever stands in them. */
export const ROWS_A_PART = 40;

/** Does the whole work without putting it down. */
export function atOnce<T>(work: Parts<T>): T {
  let part = work.next();
  while (!part.done) part = work.next();
  return part.value;
}

/** The answers for all items in their order, put down now and then between two items. */
export function* eachInParts<I, T>(items: readonly I[], answer: (item: I, index: number) => T): Parts<T[]> {
  const answers: T[] = [];
  for (const [index, item] of items.entries()) {
    if (index % ROWS_A_PART === ROWS_A_PART - 1) yield;
    answers.push(answer(item, index));
  }
  return answers;
}
