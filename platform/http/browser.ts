/**
 * A user agent in two words, such as "Firefox · Android": enough to know one's own phone in a list, too little to follow
 * anybody by. What is not known is left out.
 */
export function browserIn(userAgent: string | undefined): string {
  const told = (userAgent ?? '').slice(0, 500)
  return [browsers, systems].flatMap((known) => known.find(([mark]) => mark.test(told))?.[1] ?? []).join(' · ')
}

type Known = readonly (readonly [RegExp, string])[]

// Nearly all call themselves Mozilla, Chrome and Safari too: the rarer name comes first.
const browsers: Known = [
  [/\bEdgi?A?(?:OS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: Known = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]
