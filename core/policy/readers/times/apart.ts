import { matchesOf } from '../../../text/matches.ts';

/** Words that a PDF printed without the spaces between: "RegistersClose9:20", "Registersclose at 9.20". */
const RUN_TOGETHER =
  /(?:[Rr]egist(?:ers?|ration)|[Gg]ates?|[Dd]oors?|[Ss]chool)(?:[Oo]pen|[Cc]lose|[Ss]tart|[Bb]egin|[Ee]nd|[Ff]inish|\d)|(?:[Oo]pen|[Cc]lose|[Ss]tart|[Bb]egin|[Ee]nd|[Ff]inishe)s?\d{1,2}[.:]\d\d/;
const SEAM =
  /(?<=[a-z])(?=[A-Z][a-z]|\d{1,2}[.:]\d\d)|(?<=\b(?:[Rr]egist(?:ers?|ration)|[Gg]ates?|[Dd]oors?|[Ss]chool))(?=open|close|start|begin|end|finish)/g;

/** A text whose words run together with a space at every seam, and the seams' places in it as it was; null for other texts. */
export function takenApart(text: string): { text: string; seams: readonly number[] } | null {
  if (!RUN_TOGETHER.test(text)) return null;
  const seams = matchesOf(text, SEAM).map(({ index }) => index);
  const bounds = [0, ...seams, text.length];
  const words = bounds.slice(1).map((to, index) => text.slice(bounds[index], to));
  return { text: words.join(' '), seams };
}
