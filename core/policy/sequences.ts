/** The ladders that a policy may have, the main one first. Apart from the schemas, so that a reader needs none of them. */
export const SEQUENCES = [
  'main',
  'firstDay',
  'lateness',
  'penalty',
  'truancy',
  'missingPupil',
  'legal',
  'other',
] as const;
