/** "Mrs. J. Smith" and "Mrs J Smith" are one person. */
export function personKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/\./g, ' ')
    .replace(/^(?:mr|mrs|ms|miss|mx|dr|rev|sir|dame|prof|cllr)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
