import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place } from '../../lint/rule.ts';

const DRAFTING = phrase(
  /^\W{0,6}(?:(?:drafting|draft|editor['’]?s?|author['’]?s?|reviewer['’]?s?|internal|template) (?:comments?|notes?)\b[^\n]{0,200}|comment(?:ed)? ?\[[A-Z]{1,3}\d{0,2}\][^\n]{0,200}|delete as (?:appropriate|applicable|necessary)\b)|\b(?:adapt|amend|edit|personalise|customise) this (?:paragraph|section|text|sentence|template|wording)\b/gi,
  'draft',
  'comment',
  'note',
  'delete as',
  'this ',
);

/** Instructions and drafting notes of a template that stand in the text. */
export const noNotesLeft = defineRule({
  id: 'document/no-notes-left',
  topic: 'leftover-note',
  title: 'No note to the writer is left',
  duty: 'internal',
  citations: [],
  why: 'A note meant for the writer reads like a rule to everyone else.',
  *check(context) {
    const isTemplate = context.kind === 'template';
    const notes = context.placeholders
      .filter(({ kind }) => kind === 'note')
      .map(({ span }) => ({ start: span.start.offset, end: span.end.offset }));
    // A template is full of them by its nature: one finding names the places.
    const [first, ...others] = isTemplate ? notes : [];
    if (first)
      yield {
        message: sayNote(context, first),
        at: first,
        doubtful: true,
        related: others.map((at) => ({ at, message: 'and this' })),
      };
    else for (const at of notes) yield { message: sayNote(context, at), at };
    for (const hit of context.find(DRAFTING)) {
      if (notes.some(({ start, end }) => start < hit.end && hit.start < end)) continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: sayNote(context, at), at };
    }
  },
  examples: {
    good: [{ title: 'no note', markdown: 'Attendance is reviewed each week.' }],
    bad: [
      {
        title: 'a comment between authors',
        markdown: 'Registers close at 9.15am.\n\n«Drafting comment (JM): ask the heads about this»',
        says: '“Drafting comment (JM): ask the heads about this” is a note to the writer, to be deleted before the policy is published.',
      },
      {
        title: 'an instruction',
        markdown: '«[Delete this note before publishing.]»\n\nAttendance is reviewed each week.',
        says: '“[Delete this note before publishing.]” is a note to the writer, to be deleted before the policy is published.',
      },
    ],
  },
});

function sayNote(context: RuleContext, at: Place): string {
  const words = context.quote(at);
  return `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}” is a note to the writer, to be deleted before the policy is published.`;
}
