/** What of a private person's may stand in a text about a group: it warns moderators and blocks nobody. */
export const privateSigns = ['phone', 'email', 'address'] as const
export type PrivateSign = (typeof privateSigns)[number]

/**
 * Signs of a private person in what somebody wrote: a telephone number (8 to 15 digits, ITU-T E.164), an address of mail, a street
 * with a house number. A rule of thumb: years, dates, sums of money and office hours are no telephone numbers. O(letters).
 */
export function privateSignsIn(words: string): readonly PrivateSign[] {
  return privateSigns.filter((sign) => finds[sign](words))
}

const finds: Readonly<Record<PrivateSign, (words: string) => boolean>> = {
  phone: (words) => [...words.matchAll(numberLike)].some(([found]) => isPhone(found)),
  // One letter before the @ is enough: whoever looks for all of them looks from each letter of a long word again.
  email: (words) => /[^\s@]@[^\s@]+\.[^\s@]{2,}/u.test(words),
  address: (words) => streetThenNumber.test(words) || numberThenStreet.test(words),
}

/** Digits with what people put between them; not a part of a longer word, and not followed by a unit of money. */
const numberLike = /(?<![\p{L}\d])\+?\(?\d[\d ()./\u00a0-]{5,22}\d(?![\p{L}\d])/gu

const year = String.raw`(?:1[6-9]|20|21)\d\d`
const years = new RegExp(String.raw`^${year}[ ]?[-/][ ]?${year}$`)
const day = /^(?:\d{1,2}[./ -]){2}(?:\d{2}|\d{4})$|^\d{4}[./-]\d{1,2}[./-]\d{1,2}$/
/** In groups of three, as sums and counts are written. */
const sum = /^\d{1,3}(?:[. \u00a0]\d{3})+$/

function isPhone(found: string): boolean {
  const digits = found.replaceAll(/\D/g, '')
  if (digits.length < 8 || digits.length > 15) return false
  const plain = found.trim()
  return plain.startsWith('+') || !(years.test(plain) || day.test(plain) || sum.test(plain))
}

/** "Nygade 12", "Hauptstraße 4b", "Skolevej 3". What stands before the ending is not looked at, for the same reason. */
const streetThenNumber =
  /(?:vej|vejen|gade|gaden|stræde|allé|alle|vænget|vang|bakken|boulevard|straße|strasse|weg|gatan|vägen|gata|veien)\s+\d{1,4}\s?\p{L}?(?!\p{L})/iu
/** "12 Gas Lane", "4b High Street". */
const numberThenStreet =
  /(?<![\p{L}\d])\d{1,4}\s?[a-z]?\s+(?:\p{L}+\s+){1,3}(?:street|st|road|rd|lane|avenue|ave|drive|close|terrace|crescent)(?!\p{L})/iu
