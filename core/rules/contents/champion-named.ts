import { citeProvision } from '../../guidance/provisions.ts';
import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import type { Block } from '../../policy/blocks.ts';
import { sentenceAt } from '../../policy/document.ts';

const CONTACT = /(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|\b0\d{2,4}[\s)]{0,2}\d{3,4}\s?\d{3,4}\b|\+44/;
const SLOT = phrase(/\b(?:senior leader|champion|attendance lead)\b/gi, 'senior leader', 'champion', 'lead');
const NEAR = 3;

/** The senior leader responsible for attendance, without a name or without contact details. */
export const championNamed = defineRule({
  id: 'contents/champion-named',
  topic: 'champion-contact-missing',
  title: 'The senior attendance champion is named, with contact details',
  duty: 'should',
  citations: [citeProvision('policy-champion')],
  inForce: { from: '2022-09-01' },
  why: 'Parents and staff have to know who leads on attendance and how to reach them; the title is the school’s own to choose.',
  *check(context) {
    const champions = context.facts('role').filter(({ role }) => role === 'attendanceChampion');
    // A policy that names the leader, though it is short, owes the number too.
    if (!context.isWholePolicy && (champions.length === 0 || context.kind !== 'policy')) return;
    if (
      champions.some(
        ({ span, name }) => hasContactNear(context, span.start.offset, surnameOf(name)) || hasContactFor(context, name),
      ) ||
      hasSlot(context)
    )
      return;
    const named = champions[0];
    yield named
      ? {
          message: `${named.name} leads on attendance, but no telephone number or e-mail address stands with the name.`,
          at: { start: named.span.start.offset, end: named.span.end.offset },
          // What we do not find may be there in words that we do not read.
          doubtful: true,
        }
      : {
          message:
            'No senior attendance champion is named; the policy gives the name and contact details of the senior leader responsible.',
          at: context.placeFor('roles', 'support'),
          doubtful: true,
        };
  },
  examples: {
    good: [
      {
        title: 'name and address',
        as: 'whole policy',
        markdown:
          '# Roles\n\nThe senior attendance champion is Mrs A Patel, who can be reached at attendance@example.org.',
      },
      { title: 'a page', markdown: '# Roles\n\nEveryone helps.' },
    ],
    bad: [
      {
        title: 'nobody',
        as: 'whole policy',
        markdown: '# «Roles and responsibilities»\n\nThe school leads on attendance.',
        says: 'No senior attendance champion is named; the policy gives the name and contact details of the senior leader responsible.',
      },
      {
        title: 'a name alone',
        as: 'whole policy',
        markdown: '# Roles\n\nThe senior attendance champion is «Mrs A Patel».',
        says: 'Mrs A Patel leads on attendance, but no telephone number or e-mail address stands with the name.',
        asIs: true,
      },
    ],
  },
});

// "Mr Ozal in the front office deals with calls each morning on 01632 960 215": somebody else's number.
const TITLED = /\b(?:Mr|Mrs|Miss|Ms|Mx|Dr|Revd?|Fr|Sister)\.? (?:[A-Z][\w'’-]{0,30} ){0,2}[A-Z]/;

/** Whether contact details stand in the block that are not given with another person's name. */
function hasContact(block: Block, surname: string): boolean {
  const contact = CONTACT.exec(block.plain);
  if (!contact) return false;
  if (block.kind !== 'paragraph') return true;
  const { text } = sentenceAt(block, contact.index);
  return text.includes(surname) || !TITLED.test(text) || !block.plain.includes(surname);
}

function hasContactNear(context: RuleContext, start: number, surname: string): boolean {
  const placed = context.blockAt({ start, end: start });
  if (placed === undefined) return false;
  const near = context.blocksAround(placed, 1, NEAR);
  return near.some(({ block }) => hasContact(block, surname));
}

/** Whether the name stands beside contact details in another place, as in a table of contacts. */
function hasContactFor(context: RuleContext, name: string): boolean {
  const surname = surnameOf(name);
  return context.answer(({ document }) =>
    document.blocks.some(({ block }) => block.plain.includes(surname) && hasContact(block, surname)),
  );
}

function surnameOf(name: string): string {
  return name.split(/\s+/).at(-1) ?? name;
}

/** Whether a template leaves a blank for it. */
function hasSlot(context: RuleContext): boolean {
  const lines = new Set([...context.find(SLOT)].map(({ placed }) => placed.line));
  return context.placeholders.some(
    ({ expects, line }) => (expects === 'name' || expects === 'contact') && lines.has(line),
  );
}
