import type { Imported } from './imported.ts';

const MOJIBAKE = /[âÃ]€[™˜œ“”\u009d]|Ã©|Â£|Â /;

/** A plain text file as policy Markdown: its lines as they are, without the page breaks of a printer. */
export function importText(text: string): Imported {
  const markdown = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, '\n\n')
    .trimEnd();
  const notes: Imported['notes'] = MOJIBAKE.test(markdown)
    ? [
        {
          kind: 'changed',
          message:
            'Some characters (such as â€™ for an apostrophe) were damaged before the file came here. They are read as meant, and left as they are.',
        },
      ]
    : [];
  return { markdown: `${markdown}\n`, notes };
}
