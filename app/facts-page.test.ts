import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { allFacts } from './bindings.ts'
import { factsPage } from './facts-page.ts'

it('docs/facts.md fits the catalogues of facts (renew it: UPDATE=1 npx vitest run app/facts-page)', () => {
  const path = new URL('../docs/facts.md', import.meta.url)
  if (process.env['UPDATE']) writeFileSync(path, factsPage(allFacts))
  expect(readFileSync(path, 'utf8')).toBe(factsPage(allFacts))
})
