/** What Markdown makes of a line, where that is more than words. */
export type Label =
  | { is: 'heading'; depth: number; lines: number }
  | { is: 'row'; header: boolean; table: number; cells: readonly { start: number; end: number }[] }
  | { is: 'code' }
  | { is: 'item'; depth: number };
