import { render } from 'preact';
import { Popover } from './Popover.tsx';
import { addStyles } from './styles.ts';
import css from './window.css?inline';
import type { DrawWindow } from './window-slot.ts';

const styled = new WeakSet<ShadowRoot>();

/** Draws the window of a pupil with everything in it. Loaded into a page when a mark is opened for the first time. */
export const drawWindow: DrawWindow = (root, slot, model) => {
  if (!styled.has(root)) addStyles(root, css);
  styled.add(root);
  render(model && <Popover {...model} />, slot);
};
