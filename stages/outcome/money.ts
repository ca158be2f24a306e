/** Money as people type and read it; in between it is a whole number of the currency's smallest unit. */

export function minorOf(major: number, currency: string): number {
  return Math.round(major * 10 ** digitsOf(currency))
}

export function majorOf(minor: number, currency: string): number {
  return minor / 10 ** digitsOf(currency)
}

export function moneyWords(
  minor: number,
  { currency, lang }: { readonly currency: string; readonly lang: string },
): string {
  const format = new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  })
  return format.format(majorOf(minor, currency))
}

/** Two for most, none for the yen, three for the dinar (ISO 4217, as the runtime knows it). */
function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** 12.5 as the language writes it. */
export function numberWords(value: number, lang: string): string {
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang, { maximumFractionDigits: 6 }).format(value)
}
