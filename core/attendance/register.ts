import type { PupilRecord } from './pupil.ts';

/** Something in a register that could not be used as it stands. `row` is the 1-based line of the file. */
export interface RowProblem {
  row: number;
  pupilId: string | null;
  message: string;
}

export interface RegisterReading {
  shape: 'marks' | 'summary' | 'weeks' | 'grid' | 'markString';
  pupils: PupilRecord[];
  problems: RowProblem[];
}

/** Reads rows of cells (the header first) into pupils. @throws RegisterError when no header is recognised. */
export function readRegister(_rows: Iterable<readonly string[]>): RegisterReading {
  throw new RegisterError('not built yet');
}

/** The register cannot be read at all; the message says what is wrong and what to do. */
export class RegisterError extends Error {
  override name = 'RegisterError';
}
