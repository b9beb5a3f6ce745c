/** How grave a finding is, the gravest first: apart from finding.ts, which loads all that checks shapes. */
export const SEVERITIES = ['error', 'warning', 'advice'] as const;
