import type { Report } from '../messages.ts';

type TableRead = Report['tables'][number];

/** "57 of 57 pupils": how many of a list were read; where a page shows its list in parts, how many are on it now. */
export function howMany({ read, declared, isPart, onPage }: TableRead): { whole: string; now: string | null } {
  const pupils = read === 1 && declared === null ? 'pupil' : 'pupils';
  const whole =
    declared === null && isPart
      ? `${read} ${pupils} of a list that does not say how many it has`
      : `${read} of ${declared ?? read} pupils`;
  const missing = declared !== null && declared > read;
  const others = missing ? 'Turn its pages, or scroll, and the others are read too.' : null;
  const now = onPage < read ? `${onPage} of them on the page now, the others before.` : null;
  return { whole, now: [now, others].filter((part) => part !== null).join(' ') || null };
}
