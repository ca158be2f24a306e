import { expect, it } from 'vitest'
import { toldEarlier as inArena } from '../stages/arena/told-earlier.ts'
import { toldEarlier as inDraft } from '../stages/draft/told-earlier.ts'
import { toldEarlier as inMandate } from '../stages/mandate/told-earlier.ts'
import { wordsByStage } from '../overview/stage-words.ts'

const sources = import.meta.glob<string>(
  ['/{platform,stages,overview}/**/*.{ts,tsx}', '!/**/node_modules/**', '!/**/*.test.ts', '!/**/testing*.ts'],
  { eager: true, query: '?raw', import: 'default' },
)
const catalogues = import.meta.glob<Record<string, string>>('/{platform,stages}/*/messages/{en,da}.json', {
  eager: true,
  import: 'default',
})
const languages = ['en', 'da'] as const

/** A notice may lie for years before somebody reads it: its key is looked up in the catalogue of its stage, and without words the page breaks. */
function keysOf(stage: string, lang: string): ReadonlySet<string> {
  const found =
    catalogues[`/stages/${stage}/messages/${lang}.json`] ?? catalogues[`/platform/${stage}/messages/${lang}.json`]
  return new Set(Object.keys(found ?? {}))
}

/** `told.` keys that stand whole in the code of each stage. */
function toldIn(stage: string): readonly string[] {
  const own = Object.entries(sources).filter(([path]) => new RegExp(`^/(stages|platform)/${stage}/`).test(path))
  return [...new Set(own.flatMap(([, text]) => text.match(/'told\.[\w-]*[\w]'/g) ?? []))].map((key) => key.slice(1, -1))
}

it.each(Object.keys(wordsByStage))('every notice %s tells of has words in each language', (stage) => {
  const told = toldIn(stage)
  for (const lang of languages) expect(told.filter((key) => !keysOf(stage, lang).has(key))).toEqual([])
})

it('walks the notices of the stages that tell most', () => {
  for (const stage of ['arena', 'problem', 'decision', 'meeting']) expect(toldIn(stage).length).toBeGreaterThan(10)
})

it.each([
  ['arena', inArena],
  ['draft', inDraft],
  ['mandate', inMandate],
])(
  'a notice %s told of earlier is still read: one of “told.selected” broke the page of who had got a seat',
  (stage, keys) => {
    const values = { question: 'What should the gasworks become?', reason: 'Knows it.', title: 'A lamp' }
    for (const lang of languages)
      for (const key of keys) {
        expect(keysOf(stage, lang).has(key)).toBe(true)
        expect(wordsByStage[stage]?.sayAny(lang)(key, values)).not.toContain('{')
      }
  },
)
