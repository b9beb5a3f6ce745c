const NUMERIC = /^(?:[a-z]{3,9}\.?,? )?(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/i;

/** Finds out from the dates of a register, as it goes by, whether they are written with the month first. */
export class DateOrder {
  #monthFirst: { row: number; text: string } | null = null;
  #isDayFirst = false;
  #isEither = false;
  #last = '';

  /** Takes note of a date as it is printed. */
  see(text: string, row: number): void {
    // Dates with the year first, of which registers of millions of rows are full, say nothing; nor do those just seen.
    if (this.#isDayFirst || text.charAt(4) === '-' || text === this.#last) return;
    this.#last = text;
    const [, first, second] = NUMERIC.exec(text) ?? [];
    if (first === undefined) return;
    if (Number(first) > 12) this.#isDayFirst = true;
    else if (Number(second) > 12) this.#monthFirst ??= { row, text };
    else if (first !== second) this.#isEither = true;
  }

  /** Why none of the dates can be trusted: some have the month first, and none that was read shows the day first; else null. */
  get problem(): string | null {
    if (!this.#monthFirst || this.#isDayFirst || !this.#isEither) return null;
    const { row, text } = this.#monthFirst;
    return (
      `The dates have the month first (row ${row}: ${JSON.stringify(text)}), so that the 9th of July and the 7th of September ` +
      'would be taken for each other: write them as 2025-09-14 or 14/09/2025.'
    );
  }
}

/** Whether the text looks like a date in figures, whether or not there is such a day. */
export function looksLikeDate(text: string): boolean {
  return NUMERIC.test(text.trim());
}
