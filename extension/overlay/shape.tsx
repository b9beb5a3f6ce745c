import { h } from 'preact';
import type { MarkLevel } from '../messages.ts';
import { shapeParts } from './shape-parts.ts';

/** The shape of a mark, where Preact draws. */
export function Shape({ level }: { level: MarkLevel }) {
  return (
    <svg class="shape" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      {shapeParts(level).map(([tag, attributes, text]) => h(tag, attributes, text))}
    </svg>
  );
}
