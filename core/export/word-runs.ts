import { ExternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { Link, PhrasingContent } from 'mdast';
import { FILL_IN } from './word-styles.ts';

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'strike' | 'highlight' | 'style'>;

const HIGHLIGHT = /==(?=\S)([^=\n]{1,300}?)(?<=\S)==/;

/** The words of a paragraph as Word's runs. */
export function wordRuns(nodes: readonly PhrasingContent[], look: Look = {}): ParagraphChild[] {
  return nodes.flatMap((node) => runsOf(node, look));
}

function runsOf(node: PhrasingContent, look: Look): ParagraphChild[] {
  switch (node.type) {
    case 'text':
      return textRuns(node.value, look);
    case 'inlineCode':
      return [new TextRun({ text: node.value, ...look })];
    case 'strong':
      return wordRuns(node.children, { ...look, bold: true });
    case 'emphasis':
      return wordRuns(node.children, { ...look, ...(node.data?.isFillIn ? { style: FILL_IN } : { italics: true }) });
    case 'delete':
      return wordRuns(node.children, { ...look, strike: true });
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'link':
      // An address that stands in the text as itself stays text.
      return isHarmless(node.url) && !isItself(node)
        ? [new ExternalHyperlink({ link: node.url, children: wordRuns(node.children, look) })]
        : wordRuns(node.children, look);
    case 'image':
      return node.alt ? textRuns(node.alt, look) : [];
    case 'html':
      return /^<br\s?\/?>$/i.test(node.value) ? [new TextRun({ break: 1 })] : [];
    case 'linkReference':
      return wordRuns(node.children, look);
    case 'footnoteReference':
      return textRuns(` (note ${node.identifier})`, look);
    default:
      return [];
  }
}

/** A line end in the source is a blank; what the source marks as highlighted is highlighted. */
function textRuns(text: string, look: Look): ParagraphChild[] {
  return text
    .replace(/(?<!\s)\s*\n\s*/g, ' ')
    .split(HIGHLIGHT)
    .flatMap((part, index) => {
      if (part === '') return [];
      return [new TextRun({ text: part, ...look, ...(index % 2 === 1 ? { highlight: 'yellow' as const } : {}) })];
    });
}

/** A link within the page leads nowhere in Word, but it still tells that its words are a title. */
function isHarmless(address: string): boolean {
  return /^(?:https?:|mailto:|tel:|#)/i.test(address);
}

function isItself({ url, children: [words, ...others] }: Link): boolean {
  return words?.type === 'text' && others.length === 0 && url.replace(/^(?:mailto:|https?:\/\/)/i, '') === words.value;
}
