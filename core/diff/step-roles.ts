import type { PolicyReading } from '../policy/parse.ts';
import type { Step } from '../policy/schema.ts';

/** Who does things in a school, by the words that name them; the longer name first, for it holds the shorter. */
const ROLES: readonly [string, RegExp][] = [
  ['deputy headteacher', /\b(?:deputy|assistant) ?head(?: ?teacher|s)?\b/i],
  ['executive headteacher', /\bexecutive (?:head ?teacher|principal)\b/i],
  ['head of year', /\bheads? of (?:year|house|key stage|phase)\b|\b(?:year|phase) leaders?\b/i],
  ['headteacher', /\bhead ?teachers?\b|\bprincipals?\b|\bheads? of school\b/i],
  ['form tutor', /\b(?:form )?tutors?\b/i],
  ['class teacher', /\bclass(?:room)? teachers?\b/i],
  ['attendance officer', /\battendance officers?\b|\battendance leads?\b|\battendance champions?\b/i],
  ['education welfare officer', /\beducation welfare\b|\bewos?\b/i],
  ['family support worker', /\b(?:family|home[- ]school) (?:support|liaison|link) (?:workers?|officers?)\b/i],
  ['pastoral team', /\bpastoral\b/i],
  ['safeguarding lead', /\bsafeguarding leads?\b|\bdsls?\b/i],
  ['SENCo', /\bsencos?\b/i],
  ['governors', /\bgovernors?\b|\bgoverning b\w+\b/i],
  ['office', /\boffice staff\b|\badmin\w*\b/i],
];

/** The roles that a step names: in its words, and in its row where it stands in a table. */
export function rolesOf(step: Step, { document }: PolicyReading): string[] {
  let text = [step.actor ?? '', ...step.actions, rowOf(step, document.text)].join('. ');
  const found: string[] = [];
  for (const [name, pattern] of ROLES) {
    const all = new RegExp(pattern, 'gi');
    if (!all.test(text)) continue;
    found.push(name);
    text = text.replace(all, ' ');
  }
  return found;
}

function rowOf({ span }: Step, text: string): string {
  const start = text.lastIndexOf('\n', span.start.offset - 1) + 1;
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? text.length : end);
  return line.startsWith('|') ? withoutComments(line) : '';
}

function withoutComments(line: string): string {
  const [before = '', ...opened] = line.split('<!--');
  return (
    before + opened.map((words) => (words.includes('-->') ? words.slice(words.indexOf('-->') + 3) : words)).join('')
  );
}
