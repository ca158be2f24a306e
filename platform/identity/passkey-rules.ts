/** More devices than anybody has. */
export const mostPasskeys = 20

/**
 * A device that counts tells a higher number each time: the same or a lower one comes from a copy of its key, or from a device that
 * was copied. One that does not count says 0 always.
 */
export function isCopy(kept: number, told: number): boolean {
  return (kept > 0 || told > 0) && told <= kept
}
