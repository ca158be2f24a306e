import { compareGroups } from '@folkmoot/representation/compare.ts'
import { nextInvitations } from '@folkmoot/representation/invitations.ts'
import { likeness } from '@folkmoot/representation/likeness.ts'
import { expect, it } from 'vitest'
import da from '../overview/about/messages/da.json' with { type: 'json' }
import en from '../overview/about/messages/en.json' with { type: 'json' }

/** The page that explains the method works out an example by hand: its numbers are the method's own. */
const place = [30, 45, 25]
const table = [1, 5, 4]

const percent = (share: number, lang: string, digits = 0) =>
  new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(share * 100)

it.each([
  ['en', en],
  ['da', da],
])('the example on the page about who is missing is what the method says (%s)', (lang, words) => {
  const like = likeness({ counts: table }, place, 'example')
  if (!like) throw new Error('ten people told')
  expect(percent(like.index, lang)).toBe('80')
  expect(words['representation.2.text']).toMatch(/ 80 (percent|procent)/)
  for (const share of [like.best, 1 - like.chance.mean])
    expect(words['representation.3.text']).toMatch(new RegExp(` ${percent(share, lang)} (percent|procent)`))
  expect(words['representation.3.text']).toContain(` ${percent(like.chance.asFar, lang)} `)

  const [young] = compareGroups(table, place)
  const [missing] = compareGroups([4, 20, 16], place)
  if (!young || !missing) throw new Error('groups were compared')
  expect([young.verdict, missing.verdict]).toEqual(['near', 'fewer'])
  for (const { low, high } of [young.interval, missing.interval]) {
    expect(words['representation.4.text']).toContain(` ${percent(low, lang, 1)} `)
    expect(words['representation.4.text']).toContain(` ${percent(high, lang, 1)} `)
  }

  const next = nextInvitations({
    counts: [table],
    cells: place.map((people, at) => ({ people, values: [at] })),
    invitations: 10,
  })
  expect(next.map(({ invitations }) => invitations)).toEqual([5, 4, 1])
  expect(words['representation.6.text']).toMatch(/ 5, 4 (and|og) 1\./)
})
