import { useEffect, useRef } from 'preact/hooks';
import { WALK, walkStep, walkTo } from '../walkthrough.ts';

/** A card in the corner that leads through the window; it takes nothing away from it. */
export function Walkthrough() {
  const index = walkStep.value;
  const step = index === null ? undefined : WALK[index];
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (index !== null && index > 0) title.current?.focus();
  }, [index]);
  if (!step || index === null) return null;
  const isLast = index === WALK.length - 1;
  return (
    <section
      class="walk"
      aria-label="Short walkthrough"
      onKeyDown={(event) => {
        if (event.key === 'Escape') walkTo(null);
      }}
    >
      <p class="soft">
        {index + 1} of {WALK.length}
      </p>
      <h2 ref={title} tabIndex={-1}>
        {step.title}
      </h2>
      <p>{step.words}</p>
      <div class="walk-actions">
        <button type="button" class="button" data-look="quiet" onClick={() => walkTo(null)}>
          {isLast ? 'Close' : 'Skip'}
        </button>
        {index > 0 && (
          <button type="button" class="button" onClick={() => walkTo(index - 1)}>
            Back
          </button>
        )}
        {!isLast && (
          <button type="button" class="button" data-look="main" onClick={() => walkTo(index + 1)}>
            Next
          </button>
        )}
      </div>
    </section>
  );
}
