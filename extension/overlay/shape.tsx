import type { MarkLevel } from '../messages.ts';

const STAIRS = [0, 1, 2, 3];

/** The shape of a mark: a ring for no step, a stair filled as far as the step, a broken ring for "cannot tell". */
export function Shape({ level }: { level: MarkLevel }) {
  return (
    <svg class="shape" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      {level === null && (
        <>
          <circle
            cx="7"
            cy="7"
            r="5.4"
            fill="none"
            stroke="currentColor"
            stroke-width="1.4"
            stroke-dasharray="2.2 1.6"
          />
          <text x="7" y="9.9" text-anchor="middle" font-size="8.5" font-weight="700" fill="currentColor">
            ?
          </text>
        </>
      )}
      {level === 0 && <circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" stroke-width="1.6" />}
      {level !== null &&
        level > 0 &&
        STAIRS.map((stair) => (
          <rect
            key={stair}
            x={0.8 + stair * 3.2}
            y={9.6 - stair * 2.8}
            width="2.6"
            height={3.4 + stair * 2.8}
            rx="0.6"
            fill={stair < level ? 'currentColor' : 'none'}
            stroke="currentColor"
            stroke-width="0.7"
          />
        ))}
    </svg>
  );
}
