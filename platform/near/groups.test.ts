import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alikeness } from './alike.ts'
import { alikeGroups, saysTheSameFrom } from './groups.ts'
import { turnsOf } from './turns.ts'

const campaign =
  'The town should keep the swimming hall at the harbour, because children learn to swim there and old people meet there every week'
const names = ['Anna', 'Bo', 'Carl', 'Dina', 'Eva', 'Finn', 'Gro', 'Hans', 'Ida', 'Jens']

/** Words that are no language, each text of its own. */
function ownWords(at: number): string {
  let state = at + 1
  return Array.from({ length: 14 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state % 60_466_176).toString(36)
  })
    .join(' ')
    .replaceAll(/\d/g, 'x')
}

describe('texts that say nearly the same', () => {
  it('abuse 22: 5,000 copies with another name and mark in each are one group, beside 5,000 that are not, in seconds of work', () => {
    const texts = Array.from({ length: 10_000 }, (_, at) =>
      at % 2 === 0 ? `${campaign}${'!'.repeat(at % 7)} ${names[at % 10] ?? ''}` : ownWords(at),
    )
    const began = process.cpuUsage()
    const groups = alikeGroups(texts)
    const took = process.cpuUsage(began).user
    const [largest, next] = groups.toSorted((a, b) => b.length - a.length)
    expect(largest).toHaveLength(5000)
    expect(next?.length ?? 0).toBeLessThan(5)
    expect(groups.flat().toSorted((a, b) => a - b)).toEqual(texts.map((_, at) => at))
    expect(took).toBeLessThan(20_000_000)
  })

  it.each([
    ['The street should be closed at night', 'The street should not be closed at night'],
    ['Vi skal have flere biler i byens centrum', 'Vi skal have færre biler i byens centrum'],
    ['Let the buses run until 22 on all weekdays', 'Let the buses run until 24 on all weekdays'],
    ['We should build the new school by the lake', "We shouldn't build the new school by the lake"],
  ])('abuse 22: are two where one turns the other round: %s / %s', (one, other) => {
    expect(alikeGroups([one, other])).toHaveLength(2)
  })

  it('abuse 22: no text is lost, each is alike to the first of its group, and no two firsts are alike', () => {
    const text = fc.stringMatching(/^[a-c ]{0,14}$/)
    fc.assert(
      fc.property(fc.array(text, { maxLength: 10 }), fc.constantFrom(0.3, saysTheSameFrom, 1), (texts, from) => {
        const groups = alikeGroups(texts, from)
        expect(groups.flat().toSorted((a, b) => a - b)).toEqual(texts.map((_, at) => at))
        for (const [first = 0, ...others] of groups)
          for (const one of others) expect(alikeness(texts[first] ?? '', texts[one] ?? '')).toBeGreaterThanOrEqual(from)
        const firsts = groups.map(([first = 0]) => texts[first] ?? '')
        for (const [at, one] of firsts.entries())
          for (const other of firsts.slice(at + 1)) expect(alikeness(one, other)).toBeLessThan(from)
      }),
    )
  })

  it('knows what turns a sentence round', () => {
    expect(turnsOf("Don't close it at 10")).toBe('10 close not')
    expect(turnsOf('Ikke flere end 3!')).toBe('3 flere ikke')
  })
})
