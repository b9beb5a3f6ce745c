import type { Metric, Trigger, Unit } from '../schema.ts';

/** What a trigger and a figure have alike. */
interface Figured {
  readonly metric?: Metric | undefined;
  readonly value?: number | undefined;
  readonly unit?: Unit | undefined;
  readonly band?: readonly [number, number] | undefined;
  readonly anyOf?: readonly Trigger[] | undefined;
}

/** The numbers that set a trigger off, each with its unit; absence as the attendance that is left. None for one in words. */
export function numbersOf({ metric, value, unit, band, anyOf }: Figured): string[] {
  const own =
    value === undefined ? [] : [`${unit === 'percent' && metric === 'absence' ? 100 - value : value} ${unit}`];
  return [...(band ?? []).map((end) => `${end} percent`), ...own, ...(anyOf ?? []).flatMap(numbersOf)];
}
