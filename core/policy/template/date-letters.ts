/** "DD/MM/YYYY" is one date to be filled in, and no choice of three. */
export const DATE_LETTERS = /^d{1,2}[-/. ]m{1,3}[-/. ]y{2,4}$/i;
