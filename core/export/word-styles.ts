import type { IStylesOptions } from 'docx';

/** Names of the numbered and the bulleted lists. */
export const NUMBERS = 'numbers';
export const BULLETS = 'bullets';

const FONT = 'Arial';
const INK = '1D282D';

const heading = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
});

/** Arial throughout, as trusts ask; sizes in half points, spacing in twentieths of a point. */
export const WORD_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 22, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 140, line: 276 } },
    },
    heading1: heading(40, 0),
    heading2: heading(28, 360),
    heading3: heading(24, 260),
    heading4: heading(22, 220),
    heading5: heading(22, 200),
    heading6: heading(22, 200),
    hyperlink: { run: { font: FONT, color: '155E63', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { before: 40, after: 40 } },
    },
    { id: 'Quote', name: 'Quote', basedOn: 'Normal', paragraph: { indent: { left: 480 } } },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 16, color: '4C5A61' } },
  ],
};
