/** The call or the input is wrong. The message is one sentence for the user: which file, what is wrong, what to do. */
export class InputProblem extends Error {
  override name = 'InputProblem';
}
