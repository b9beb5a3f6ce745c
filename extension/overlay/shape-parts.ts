import type { MarkLevel } from '../messages.ts';

/** One element of a drawing: its tag, its attributes and its text. */
export type ShapePart = readonly [tag: 'circle' | 'rect' | 'text', attributes: Record<string, string>, text?: string];

const STAIRS = [0, 1, 2, 3];
const RING = { cx: '7', cy: '7', fill: 'none', stroke: 'currentColor' };

/** The shape of a mark: a ring for no step, a stair filled as far as the step, a broken ring for "cannot tell". */
export function shapeParts(level: MarkLevel): ShapePart[] {
  if (level === null)
    return [
      ['circle', { ...RING, r: '5.4', 'stroke-width': '1.4', 'stroke-dasharray': '2.2 1.6' }],
      [
        'text',
        { x: '7', y: '9.9', 'text-anchor': 'middle', 'font-size': '8.5', 'font-weight': '700', fill: 'currentColor' },
        '?',
      ],
    ];
  if (level === 0) return [['circle', { ...RING, r: '4.6', 'stroke-width': '1.6' }]];
  return STAIRS.map((stair) => [
    'rect',
    {
      x: String(0.8 + stair * 3.2),
      y: String(9.6 - stair * 2.8),
      width: '2.6',
      height: String(3.4 + stair * 2.8),
      rx: '0.6',
      fill: stair < level ? 'currentColor' : 'none',
      stroke: 'currentColor',
      'stroke-width': '0.7',
    },
  ]);
}
