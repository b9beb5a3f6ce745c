import { documentsNamed, GUIDANCE_DOCUMENTS } from '../../../guidance/documents.ts';
import type { PrintedStatute } from './statutes.ts';
import type { PrintedTitle } from './titles.ts';

const BY_TITLE = new Map(GUIDANCE_DOCUMENTS.map(({ title, id }) => [levelled(title), id]));
/** "The 1996 Act", "the 2007 regulations": in an attendance policy these are the ones meant. */
const BY_YEAR: Record<string, string> = {
  'act 1996': 'education-act-1996',
  'regulations 2006': 'pupil-registration-regulations-2006',
  'regulations 2007': 'penalty-notices-regulations-2007',
  'regulations 2024': 'pupil-registration-regulations-2024',
};

/** The id of the Act or instrument that is meant, undefined when we do not list it. */
export function statuteId({ name, aboutAttendance }: PrintedStatute): string | undefined {
  const words = levelled(name);
  const exact = BY_TITLE.get(words);
  if (exact) return exact;
  if (words === 'education act') return aboutAttendance ? 'education-act-1996' : undefined;
  const year = /\b(?:19|20)\d\d\b/.exec(words)?.[0];
  if (!year) return undefined;
  const unyeared = words.replace(year, '').trim();
  const short = BY_YEAR[`${unyeared} ${year}`];
  if (short) return short;
  const turned = BY_TITLE.get(`${unyeared} ${year}`);
  if (turned) return turned;
  // Printed without "(England)" or "Education": its topic, its year and whether it amends tell it.
  const topic = words.includes('pupil registration')
    ? 'pupil registration'
    : words.includes('penalty notice')
      ? 'penalty notice'
      : null;
  if (!topic) return undefined;
  const amends = words.includes('amendment');
  return GUIDANCE_DOCUMENTS.find(
    (document) =>
      document.kind === 'regulations' &&
      document.edition === year &&
      levelled(document.title).includes(topic) &&
      levelled(document.title).includes('amendment') === amends,
  )?.id;
}

/** The id of the edition that is meant, the series where the edition is not printed or not known to us. */
export function titleId({ series, year }: PrintedTitle): string | undefined {
  if (!series) return undefined;
  const editions = documentsNamed(series);
  return (year && editions.find((document) => document.edition?.endsWith(year))?.id) ?? series;
}

function levelled(title: string): string {
  return title
    .toLowerCase()
    .replace(/^the\s/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
