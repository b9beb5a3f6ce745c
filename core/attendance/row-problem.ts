/** Something in a register that could not be used as it stands. `row` is the 1-based line of the file. */
export interface RowProblem {
  row: number;
  pupilId: string | null;
  message: string;
}
