import type { MarkLevel, ReportedPupil } from '../../messages.ts';

export interface StepGroup<P extends ReportedPupil> {
  label: string;
  level: MarkLevel;
  pupils: P[];
}

/** In which order pupils stand. */
export type Order = 'step' | 'name' | 'attendance';

/** Pupils by the step that holds: the most severe first, then those who cannot be judged, then those without a step. */
export function byStep<P extends ReportedPupil>(pupils: readonly P[]): StepGroup<P>[] {
  const groups = new Map<string, StepGroup<P>>();
  for (const pupil of pupils) {
    const group = groups.get(pupil.label) ?? { label: pupil.label, level: pupil.level, pupils: [] };
    group.pupils.push(pupil);
    groups.set(pupil.label, group);
  }
  const weight = ({ level }: StepGroup<P>): number => level ?? 0.5;
  return [...groups.values()].sort(
    (a, b) => weight(b) - weight(a) || b.label.localeCompare(a.label, 'en', { numeric: true }),
  );
}

/** The pupils as groups under headings: by step, or all in one list by name or by attendance, lowest first. */
export function inOrder<P extends ReportedPupil>(pupils: readonly P[], order: Order): StepGroup<P>[] {
  if (order === 'step') return byStep(pupils);
  const surname = ({ name }: P): string => name.split(' ').at(-1) ?? name;
  const sorted = [...pupils].sort((a, b) =>
    order === 'name'
      ? surname(a).localeCompare(surname(b), 'en') || a.name.localeCompare(b.name, 'en')
      : (a.percent ?? 101) - (b.percent ?? 101),
  );
  const label = order === 'name' ? 'By surname' : 'Lowest attendance first';
  return sorted.length > 0 ? [{ label, level: null, pupils: sorted }] : [];
}

/** Whether a pupil is among those that someone looks for by name or class. */
export function isWanted({ name, year }: ReportedPupil, words: string): boolean {
  const text = `${name} ${year ?? ''}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
