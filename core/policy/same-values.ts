/** Whether two things that were read say the same, wherever they stand: places, "line" and "span", are not compared. */
export function sayTheSame(one: object, other: object): boolean {
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  for (const key of keys)
    if (key !== 'line' && key !== 'span' && !isEqual(Reflect.get(one, key), Reflect.get(other, key))) return false;
  return true;
}

/** Whether two values, small and plain, are equal. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  // Only triggers, lists of actions and the like come here: small, plain and in one order.
  return typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other);
}
