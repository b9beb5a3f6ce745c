import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

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
    for (const { kind, span } of context.placeholders) {
      if (kind !== 'note') continue;
      const at = { start: span.start.offset, end: span.end.offset };
      const words = context.quote(at);
      yield {
        message: `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}” is a note to the writer, to be deleted before the policy is published.`,
        at,
        doubtful: isTemplate,
      };
    }
    const notes = context.placeholders.map(({ span }) => span);
    for (const hit of context.find(DRAFTING)) {
      if (notes.some(({ start, end }) => start.offset < hit.end && hit.start < end.offset)) continue;
      const at = { start: hit.start, end: hit.end };
      const words = context.quote(at);
      yield {
        message: `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}” is a note to the writer, to be deleted before the policy is published.`,
        at,
      };
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
