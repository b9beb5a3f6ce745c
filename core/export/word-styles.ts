import { type IStylesOptions, ShadingType } from 'docx';

/** The style of what is to be filled in. */
export const FILL_IN = 'FillIn';

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
  characterStyles: [
    {
      id: FILL_IN,
      name: 'Fill-in',
      run: { shading: { type: ShadingType.CLEAR, fill: 'FFF200', color: 'auto' } },
    },
  ],
  paragraphStyles: [
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { before: 40, after: 40 } },
    },
    { id: 'Quote', name: 'Quote', basedOn: 'Normal', paragraph: { indent: { left: 480 } } },
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      basedOn: 'Normal',
      run: { size: 28, bold: true, color: INK },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
    { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', paragraph: { spacing: { after: 60 } } },
    { id: 'TOC2', name: 'toc 2', basedOn: 'Normal', paragraph: { spacing: { after: 60 } } },
    { id: 'TOC3', name: 'toc 3', basedOn: 'Normal', paragraph: { spacing: { after: 60 }, indent: { left: 360 } } },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 16, color: '4C5A61' } },
  ],
};
