import type { StatedPupil } from '../../messages.ts';

/** What the page states of pupils whose figures give no step, in its own words. */
export function Stated({ pupils }: { pupils: readonly StatedPupil[] }) {
  if (pupils.length === 0) return null;
  return (
    <section aria-labelledby="stated" class="card stack">
      <h2 id="stated">What the page states, without a step ({pupils.length})</h2>
      <ul class="codes">
        {pupils.map(({ name, year, states }) => (
          <li key={name + states}>
            <strong>{name}</strong> {year !== null && <span class="quiet">{year}</span>}
            <br />
            {states}
          </li>
        ))}
      </ul>
    </section>
  );
}
