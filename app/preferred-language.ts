import { everydayWords } from '../platform/i18n/index.ts'

/** The language a browser asks for among those a place speaks. */
export function preferredLanguage(header: string | undefined, languages: readonly string[]): string {
  const asked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return { lang: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) }
    })
    .sort((a, b) => b.quality - a.quality)
  return asked.find(({ lang }) => languages.includes(lang))?.lang ?? languages[0] ?? everydayWords.languages[0] ?? 'en'
}
