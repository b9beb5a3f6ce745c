import type { Hit } from '../policy/document.ts';
import type { RuleContext } from './context.ts';
import { phrase } from './phrase.ts';

const ELSEWHERE = phrase(
  /\b(?:Welsh Government|Estyn|Education Scotland|Scottish Government|Department of Education,? \(?Northern Ireland|Education Authority Northern Ireland|Education \(Pupil Registration\) \(Wales\)|School Attendance \(Wales\))(?![A-Za-z])/gi,
  'welsh',
  'estyn',
  'scotland',
  'scottish',
  'northern ireland',
  'wales',
);
const ENGLAND = phrase(
  /\b(?:DfE|Department for Education|Ofsted|KCSIE)(?![A-Za-z])|\(England\)/g,
  'dfe',
  'department for education',
  'ofsted',
  'kcsie',
  'england',
);

/** What shows that a document is from another country of the United Kingdom, and nothing that it is from England; else null. */
export function signOfAnotherCountry(context: RuleContext): Hit | null {
  const sign = context.first(ELSEWHERE);
  return sign && !context.has(ENGLAND) ? sign : null;
}
