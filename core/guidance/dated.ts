/** A value of the law or the guidance over time, oldest first. */
export interface Dated<T> {
  /** First day, YYYY-MM-DD. */
  readonly from: string;
  readonly value: T;
}

/** The value in force on a day; undefined before the first that we know. */
export function valueOn<T>(values: readonly Dated<T>[], day: string): T | undefined {
  return values.findLast(({ from }) => from <= day)?.value;
}
