/** Whether two lists of words are one, word for word. */
export function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((words, index) => words === other[index]));
}
