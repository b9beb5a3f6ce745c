/** Words that most schools have in their names, so that they tell none from another. */
const COMMON = new Set(
  'school schools academy academies college the of and at in for c e ce cofe church england catholic roman rc voluntary aided controlled va vc community foundation free trust multi mat limited ltd all through county'.split(
    ' ',
  ),
);
/** Words that tell two schools of one name apart. */
const PHASES: Record<string, string> = {
  infant: 'infant',
  infants: 'infant',
  junior: 'junior',
  juniors: 'junior',
  primary: 'primary',
  nursery: 'nursery',
  secondary: 'secondary',
  high: 'secondary',
  upper: 'upper',
  middle: 'middle',
  lower: 'lower',
  sixth: 'sixth',
  preparatory: 'preparatory',
  boys: 'boys',
  girls: 'girls',
};

/** What is a school's own in its name: "St Mary’s Catholic Primary School" has st, marys and the phase primary. */
function ownWords(name: string): { words: string[]; phases: string[] } {
  const all = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|['’`.]/gu, '')
    .replace(/\bsaint\b/g, 'st')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return {
    words: all.filter((word) => !COMMON.has(word) && !(word in PHASES) && word !== 'form'),
    phases: all.flatMap((word) => PHASES[word] ?? []),
  };
}

/** Whether two names are those of one school, written longer or shorter; in doubt they are not. */
export function isSameSchool(one: string, other: string): boolean {
  const [a, b] = [ownWords(one), ownWords(other)];
  if (a.words.length === 0 || b.words.length === 0) return false;
  const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  // "Hartsmere" is in "Hartsmere, Fallowby"; it must stand first, since "North Hartsmere" is another school.
  const within = few.every((word, at) => many[at] === word);
  const phasesAgree =
    a.phases.length === 0 ||
    b.phases.length === 0 ||
    a.phases.every((phase) => b.phases.includes(phase)) ||
    b.phases.every((phase) => a.phases.includes(phase));
  return within && phasesAgree;
}
