import type { Element } from 'hast';
import { h } from 'hastscript';
import type { AttendancePolicy } from '../../policy/schema.ts';
import { capitalised, sayTrigger } from '../say.ts';
import { FULL_YEAR_SESSIONS } from '../what-if.ts';

type Threshold = AttendancePolicy['thresholds'][number];

const LABELS: Record<Threshold['label'], string> = {
  persistentAbsence: 'Persistent absence',
  severeAbsence: 'Severe absence',
  target: 'Target',
  concern: 'Concern',
  penaltyNotice: 'Penalty notice',
  missingEducation: 'Missing education',
  other: '',
};
/** Which name to keep when a policy gives one line several. */
const WEIGHT: readonly Threshold['label'][] = [
  'severeAbsence',
  'persistentAbsence',
  'penaltyNotice',
  'missingEducation',
  'target',
  'concern',
  'other',
];

/** What each threshold of the policy comes to in days, as a table; null where it names none that days can tell. */
export function thresholdsInDays(
  thresholds: readonly Threshold[],
  hrefOf: (threshold: Threshold) => string,
): Element | null {
  const rows = new Map<string, { said: string; days: string; threshold: Threshold; rank: number }>();
  for (const threshold of [...thresholds].toSorted((a, b) => WEIGHT.indexOf(a.label) - WEIGHT.indexOf(b.label))) {
    const days = sayInDays(threshold);
    if (days === null) continue;
    const said = capitalised(sayTrigger(threshold));
    if (!rows.has(said)) rows.set(said, { said, days, threshold, rank: rankOf(threshold) });
  }
  if (rows.size === 0) return null;
  return h('table', { className: ['thresholds'] }, [
    h('caption', `What each threshold means in days missed of a full school year of ${FULL_YEAR_SESSIONS / 2} days.`),
    h(
      'thead',
      h(
        'tr',
        ['In the policy', 'In days', 'Called'].map((title) => h('th', { scope: 'col' }, title)),
      ),
    ),
    h(
      'tbody',
      [...rows.values()]
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ said, days, threshold }) =>
          h('tr', [
            h('td', h('a', { href: hrefOf(threshold) }, said)),
            h('td', days),
            h('td', LABELS[threshold.label] || '—'),
          ]),
        ),
    ),
  ]);
}

/** Percentages from the mildest on, then counts. */
function rankOf({ metric, unit, value }: Threshold): number {
  if (unit !== 'percent') return 1000 + value;
  return metric === 'absence' ? value : 100 - value;
}

/** "19.5 days or more" of a full year, "5 days"; null for what is in days already, or no matter of days. */
export function sayInDays({ metric, op, value, unit }: Threshold): string | null {
  const isPercent = unit === 'percent' && (metric === 'attendance' || metric === 'absence');
  if (!isPercent)
    return unit === 'sessions' && (metric === 'unauthorisedSessions' || metric === 'sessions')
      ? `${value / 2} ${value === 2 ? 'day' : 'days'}`
      : null;
  const sessions = (FULL_YEAR_SESSIONS * (metric === 'absence' ? value : 100 - value)) / 100;
  const isMissing = metric === 'absence' ? op.startsWith('>') : op.startsWith('<');
  const isInside = op.length === 2;
  if (!isMissing) {
    // The most whole sessions on this side of the line, which itself counts only for "at or".
    const most = isInside ? Math.floor(sessions) : Math.ceil(sessions) - 1;
    return most < 0 ? null : most === 0 ? 'no day' : `at most ${most / 2} days`;
  }
  const fewest = isInside ? Math.ceil(sessions) : Math.floor(sessions) + 1;
  return `${fewest / 2} days or more`;
}
