import type { GridReading, PupilReading } from '../reading/page-reading.ts';
import type { Lesson } from '../reading/taught.ts';

const SHOWN = 6;

/** What would be read of the first rows, on the screen only. */
export function Preview({ lesson, grid }: { lesson: Lesson | null; grid: GridReading | null }) {
  if (!lesson) return null;
  if (!grid) return <p class="problem">With this, nothing of the table can be read.</p>;
  const { pupils, refusal, period } = grid;
  return (
    <section aria-label="What is read">
      <h3>What is read{period && `: ${period.words}`}</h3>
      {refusal !== null && <p class="problem">{refusal}</p>}
      <ul class="preview">
        {pupils.slice(0, SHOWN).map((pupil) => (
          <li key={pupil.record.pupilId}>
            <span>{pupil.record.name}</span> <span class="quiet">{saidOf(pupil)}</span>
          </li>
        ))}
      </ul>
      {pupils.length > SHOWN && <p class="quiet">and {pupils.length - SHOWN} more</p>}
    </section>
  );
}

function saidOf({ record: { totals, marks }, problem }: PupilReading): string {
  if (problem !== null) return problem;
  if (marks)
    return `${marks.length} marks: ${marks
      .slice(0, 10)
      .map(({ code }) => code)
      .join(' ')}`;
  if (!totals) return 'nothing';
  const { possible, attended, authorised, unauthorised, late, percent } = totals;
  const parts: [string, number | string | null][] = [
    ['possible', possible],
    ['attended', attended],
    ['authorised', authorised],
    ['unauthorised', unauthorised],
    ['late', late],
    ['%', percent],
  ];
  return parts
    .filter(([, value]) => value !== null)
    .map(([name, value]) => (name === '%' ? `${value}%` : `${value} ${name}`))
    .join(', ');
}
