const MORE_THAN_A_SPACE = /\s{2}|[^\S ]/;
const WHITE = /\s+/g;

/** The words of a text as one line: each run of white space is one space, none at the ends. */
export function oneLine(text: string): string {
  // Most texts are one line already; asking costs a fifth of replacing.
  return (MORE_THAN_A_SPACE.test(text) ? text.replace(WHITE, ' ') : text).trim();
}
