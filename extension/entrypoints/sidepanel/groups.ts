import type { MarkLevel, ReportedPupil } from '../../messages.ts';

export interface StepGroup<P extends ReportedPupil> {
  label: string;
  level: MarkLevel;
  pupils: P[];
}

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
