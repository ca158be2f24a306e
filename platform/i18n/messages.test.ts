import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'

const files = import.meta.glob<Record<string, string>>('../../{platform,stages,overview,app}/**/messages/*.json', {
  eager: true,
  import: 'default',
})
const folders = Map.groupBy(Object.keys(files), (path) => path.slice(0, path.lastIndexOf('/')))

/** Names of the values a message takes, sorted. */
function valuesOf(message: string, lang: string): readonly string[] {
  const names = new Set<string>()
  const walk = (parts: unknown): void => {
    if (Array.isArray(parts)) for (const part of parts) walk(part)
    else if (typeof parts === 'object' && parts !== null) {
      if ('type' in parts && parts.type !== 0 && parts.type !== 7 && 'value' in parts) names.add(String(parts.value))
      if ('options' in parts && parts.options)
        for (const option of Object.values(parts.options)) walk((option as { value: unknown }).value)
    }
  }
  walk(new IntlMessageFormat(message, lang, undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

describe.each([...folders])('%s', (_folder, paths) => {
  const english = files[paths.find((path) => path.endsWith('/en.json')) ?? ''] ?? {}

  it('is complete in English and Danish', () => {
    expect(paths.map((path) => path.slice(path.lastIndexOf('/') + 1)).sort()).toEqual(
      expect.arrayContaining(['da.json', 'en.json']),
    )
  })

  it.each(paths.filter((path) => !path.endsWith('/en.json')))('%s says every message, with the same values', (path) => {
    const lang = path.slice(-'xx.json'.length, -'.json'.length)
    const other = files[path] ?? {}
    expect(Object.keys(other).sort()).toEqual(Object.keys(english).sort())
    for (const [key, message] of Object.entries(english)) {
      expect(valuesOf(other[key] ?? '', lang), key).toEqual(valuesOf(message, 'en'))
    }
  })

  it('never says Submit, and never leaves a message empty', () => {
    for (const path of paths) {
      for (const [key, message] of Object.entries(files[path] ?? {})) {
        expect(message.trim(), `${path} ${key}`).not.toBe('')
        expect(message, `${path} ${key}`).not.toMatch(/\bsubmit\b/i)
      }
    }
  })
})
