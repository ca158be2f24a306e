import { expect, test } from 'vitest'

const messages = import.meta.glob<Record<string, string>>('./*/messages/en.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>(['./*/**/*.ts', '!./**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** What a stage tells to everybody who follows: the messages named where it calls `tell` or its own `tellOf`. */
const toFollowers = Object.entries(sources).flatMap(([path, source]) => {
  const said = messages[path.replace(/^(\.\/[^/]+\/).*$/, '$1messages/en.json')] ?? {} // a room's notices are its stage's
  const calls = source.match(/await tell(?:Of)?\(tx, [\s\S]*?\}\)/g) ?? []
  return calls.flatMap((call) => (call.match(/(?<=')told\.[\w-]+(?=')/g) ?? []).map((key) => [key, said[key] ?? '']))
})

/** "What you wrote" once went to everybody who follows the case; such words go by `tellThese`. */
test('what is told to every follower claims nothing of the one who reads', () => {
  expect(toFollowers.length).toBeGreaterThan(10)
  for (const [key, words] of toFollowers)
    expect(`${key} ${words}`).not.toMatch(/\b(your|yours|you (wrote|worked|asked|raised|said|made|have|did))\b/i)
})
