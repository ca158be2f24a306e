import { expect, it } from 'vitest'

const files = import.meta.glob<Record<string, string>>(
  ['/{platform,stages,overview,app}/**/messages/*.json', '/overview/nouns/*.json'],
  { eager: true, import: 'default' },
)

/** Where English has one saying for two ideas that another language keeps apart. */
const apart = new Set([
  'Vote on statements', // what one does, and what it is called
  'Whom do you ask?', // a question, and a favour
])

it('what is said the same in English is said the same in every other language: one idea has one word', () => {
  const sayings = Object.keys(files)
    .filter((path) => !path.endsWith('/en.json'))
    .flatMap((path) => {
      const english = files[path.replace(/\w+\.json$/, 'en.json')] ?? {}
      const lang = /(\w+)\.json$/.exec(path)?.[1] ?? ''
      return Object.entries(files[path] ?? {}).map(([key, said]) => ({
        english: english[key] ?? '',
        lang,
        said,
        where: `${path} ${key}`,
      }))
    })
  const several = [...Map.groupBy(sayings, ({ english, lang }) => `${lang}: ${english}`)]
    .filter(([, all]) => new Set(all.map(({ said }) => said)).size > 1 && !apart.has(all[0]?.english ?? ''))
    .map(([saying, all]) => [saying, ...all.map(({ said, where }) => `${said} (${where})`)])
  expect(sayings.length).toBeGreaterThan(2000)
  expect(several).toEqual([])
})
