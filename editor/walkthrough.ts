import { signal } from '@preact/signals';
import { type PaneId, pane } from './state.ts';

/** The short way round for a first visit: five places, one sentence each. */

export interface WalkStep {
  readonly title: string;
  readonly words: string;
  readonly pane: PaneId;
}

export const WALK: readonly WalkStep[] = [
  {
    title: 'These are the problems',
    words:
      'Each says what is wrong, which law or guidance it rests on, and where it stands. Click one, or press F8, to go there; many can be put right with one button.',
    pane: 'problems',
  },
  {
    title: 'This is what Rollmark read',
    words:
      'Times, figures, people and steps, each with its own words in the text. Where the policy says two things, it asks you which.',
    pane: 'read',
  },
  {
    title: 'The steps, drawn',
    words: 'The ladder shows which attendance leads to which step, and where two overlap or leave a gap.',
    pane: 'ladder',
  },
  {
    title: 'Try a pupil',
    words:
      'Move the slider: the step and its reasons change, and the sentences that they rest on light up. An answer can be kept in the policy as an example.',
    pane: 'try',
  },
  {
    title: 'What others will see',
    words:
      'The page for parents and governors. Export makes it, a Word file, or the bundle for the browser extension. Your draft is kept in this browser as you write.',
    pane: 'preview',
  },
];

const KEY = 'rollmark.walked';

/** The step that shows, from 0; null when the walkthrough is not on. */
export const walkStep = signal<number | null>(null);

/** Shows a step and its pane; past the last one the walkthrough ends, and does not come again by itself. */
export function walkTo(index: number | null): void {
  const step = index === null ? undefined : WALK[index];
  walkStep.value = step && index !== null ? index : null;
  if (step) pane.value = step.pane;
  else remember();
}

/** Begins on the first visit only. */
export function beginWalk(): void {
  if (!hasWalked()) walkTo(0);
}

function hasWalked(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    // Where nothing can be remembered, coming each time would be a nuisance.
    return true;
  }
}

function remember(): void {
  try {
    localStorage.setItem(KEY, 'yes');
  } catch {
    // It is not shown there in the first place.
    return;
  }
}
