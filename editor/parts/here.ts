import { useComputed } from '@preact/signals';
import { touches } from '#core/language/facts.ts';
import type { Span } from '#core/text/span.ts';
import { selection } from '../state.ts';

/** Whether the caret or the selection meets the stretch of text; a part is drawn again only when the answer changes. */
export function useIsHere({ start, end }: Span): boolean {
  const isHere = useComputed(() => touches({ start, end }, selection.value.start, selection.value.end));
  return isHere.value;
}
