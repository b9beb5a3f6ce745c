import { pane } from './state.ts';

const FIELDS = '.fill :is(input, select)';

/** Puts the keyboard into the first field of the form after the one that has it, going round; shows the form first. */
export function goToEmptyField(): void {
  pane.value = 'fill';
  // The form is drawn after this turn.
  requestAnimationFrame(() => {
    const fields = [...document.querySelectorAll<HTMLElement>(FIELDS)];
    const here = document.activeElement;
    const next = fields.find((field) => here && field !== here && follows(here, field)) ?? fields[0];
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  });
}

function follows(first: Element, second: Element): boolean {
  return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
