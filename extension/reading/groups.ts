import type { Surroundings } from './surroundings.ts';

const GROUP =
  '(?:class|(?:tutor |reg |registration |year |teaching )?group|form|reg|register|registration|house|set|band|cohort|course|subject|team)';
const ADULT = '(?:(?:form |class |group |personal )?tutor|teacher|mentor|key ?worker|leader|head of year)';
/** Headings that have "name" or "pupil" in them and stand above what gathers pupils, or above an adult. */
const HEADING_OF_GROUPS = new RegExp(
  `\\b(?:${GROUP}|${ADULT})['’]?s? names?\\b|\\bnames? of (?:the )?(?:${GROUP}|${ADULT})|\\b(?:pupil|student|child|children|learner)['’]?s?['’]? (?:${GROUP}|${ADULT})s?$`,
);
/** "Miss Taylor", "5H Mr Khan", "Year 4 – Mrs Obi". */
const NAMED_AS_ADULT =
  /^(?:[^\s,]{1,4} |(?:class|form|year|group|set) \S{1,4} )?(?:[–—:-] ?)?(?:mr|mrs|miss|ms|mx|dr|prof|professor|revd?)\b\.? ?[^\s,]/i;
const NAMED_AS_GROUP = /^(?:class|form|year|group|set|reception|nursery|tutor group) \S|\b(?:class|form|group)$/i;
const OF_MANY =
  /^(?:(?:number|no\.?|count|total)(?: of)? )?(?:pupils|students|children|learners)(?: on roll| in (?:class|group|form))?$|^(?:(?:number |no\.? )?on roll|nor|(?:class|group|form) size|head ?count|(?:pupil|student)s? (?:count|numbers?))$/;
const BY_GROUP = new RegExp(
  `\\b(?:attendance|absence|analysis|summary|report|breakdown|figures|comparison|league) by (?:${GROUP}|tutor|teacher|year)$|\\b${GROUP}(?:es|s)? (?:comparison|league|averages?|totals?|overview|summar(?:y|ies))\\b`,
  'i',
);
const BY_PUPIL = /\bby (?:pupil|student|child|learner)/i;
const NEAREST = 3;

/** Whether a heading, in small letters, is of classes, groups or adults, whatever the values below it look like. */
export function headsGroups(heading: string): boolean {
  return HEADING_OF_GROUPS.test(heading);
}

/** Whether what stands in the place of a pupil's name is that of an adult or a class. */
export function namesGroup(text: string): boolean {
  return NAMED_AS_ADULT.test(text) || NAMED_AS_GROUP.test(text);
}

/** Whether a column counts the pupils of each row: 28, 30, 27 below "On roll". Numbers in order from 1 only count the rows. */
export function countsPupils(heading: string, texts: readonly string[]): boolean {
  return (
    OF_MANY.test(heading) &&
    texts.length > 0 &&
    texts.every((text) => /^\d{1,4}$/.test(text)) &&
    !texts.every((text, at) => Number(text) === at + 1)
  );
}

/** Why rows below a heading that does not say "pupil" may be classes: the words near the table speak of classes. */
export function mayBeGroups(nameHeading: string, levels: readonly Surroundings[]): string | null {
  if (!/^\P{L}*$|^(?:full )?names?$/iu.test(nameHeading)) return null;
  const texts = levels.slice(0, NEAREST).flatMap((level) => level.texts);
  return texts.some((text) => BY_GROUP.test(text)) && !texts.some((text) => BY_PUPIL.test(text)) ? MAY_BE_GROUPS : null;
}

const MAY_BE_GROUPS =
  'The page speaks of classes or groups, and the names could be theirs and not those of pupils, so no step is shown.';
