import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** What all that reads policies is measured against: one parse with remark and its GFM plugin, and nothing else. */
export function bareParse(text: string): Root {
  return processor.parse(text);
}
