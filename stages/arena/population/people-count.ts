/** What a cell of a table says of people: how many, or what is wrong with it. */
export type PeopleCount =
  | { readonly ok: true; readonly people: number }
  | { readonly ok: false; readonly why: 'not-a-number' | 'not-whole' | 'negative' | 'too-large' }

const most = 10_000_000_000

/**
 * Reads a number as offices write it: "1236", "1 236", "1.236", "1,236", "1'236", "1236.0", and "-" for none, as the StatBanks do.
 * Three digits behind a point or comma are thousands: nobody counts thousandths of people.
 */
export function peopleCount(text: string): PeopleCount {
  const plain = text.replaceAll(/[\s\u00a0\u202f']/g, '')
  if (/^[-–—]$/.test(plain)) return { ok: true, people: 0 }
  const whole = /^[-−]?\d{1,3}(?:[.,]\d{3})+$/.test(plain)
    ? plain.replaceAll(/[.,]/g, '')
    : plain.replace(/[.,]0*$/, '')
  if (/^[-−]\d/.test(whole)) return { ok: false, why: 'negative' }
  if (/^\d+[.,]\d+$/.test(whole)) return { ok: false, why: 'not-whole' }
  if (!/^\d+$/.test(whole)) return { ok: false, why: 'not-a-number' }
  return Number(whole) > most ? { ok: false, why: 'too-large' } : { ok: true, people: Number(whole) }
}
