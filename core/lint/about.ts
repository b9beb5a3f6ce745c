import type { PlacedBlock } from '../policy/document.ts';
import type { RuleContext } from './context.ts';

/**
 * What a block is read with: its own words, the headings above it, the line that introduces it or its list,
 * of a row the names of its columns. "£60 | £120" is a fine because the column says so.
 */
export function aboutOf(context: RuleContext, placed: PlacedBlock): string {
  return `${placed.headings.join(' / ')} \n ${besideOf(context, placed)}`;
}

/** As aboutOf, without the headings: what stands in the same row, or over the same list. */
export function besideOf(context: RuleContext, placed: PlacedBlock): string {
  const { block } = placed;
  const isIntroduced = block.kind === 'item' || block.kind === 'paragraph';
  const introduction = isIntroduced ? context.surroundings(placed).introduction : '';
  return [introduction, block.header?.join(' | ') ?? '', block.plain].join(' \n ');
}
