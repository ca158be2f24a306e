import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFrom, hashOfDraw, hashOfList } from './drawing.ts'
import { readLettersFile, readLettersRows, type LettersFile, type LettersRowsFile } from './letters-file.ts'
import { publishedStrata } from './published.ts'
import { verifyLetters } from './verifying.ts'

const features = [
  {
    id: 'age',
    name: 'Age',
    values: [
      { id: 'young', name: 'young' },
      { id: 'old', name: 'old' },
    ],
  },
]
const salt = '00'.repeat(32)

/** A list of so many, of which rounds were drawn, as it is published. */
function drawn(count: number, rounds: readonly number[], seed = 'seed'): { file: LettersFile; rows: LettersRowsFile } {
  const addresses = Array.from({ length: count }, (_, at) => ({
    name: `Resident ${at}`,
    lines: [`Søvej ${at}`],
    postcode: '5700',
    town: '',
    household: at % 7 === 0 ? `h${at % 3}` : null,
    values: [at % 3 === 0 ? 'young' : 'old'],
  }))
  const numbered = addresses.map((address, at) => ({ ...address, number: at + 1 }))
  const written = new Set<number>()
  const published = rounds.map((letters, at) => {
    const draw = { letters, strataBy: ['age'], expected: { young: 10, old: 20 }, seed: `${seed} ${at}` }
    const { numbers, strata } = drawFrom(numbered, { draw, features, written })
    for (const number of numbers) written.add(number)
    return {
      ...draw,
      round: at + 1,
      hash: hashOfDraw(numbers).toString('hex'),
      drawnAt: '2026-11-24T08:00:00Z',
      strata: publishedStrata(strata),
    }
  })
  const hash = hashOfList(addresses, Buffer.from(salt, 'hex')).toString('hex')
  return {
    file: {
      format: 'folkmoot-letters/1',
      list: { count, hash, listedAt: '2026-11-24T07:00:00Z', features },
      rounds: published,
    },
    rows: { format: 'folkmoot-letters-rows/1', salt, addresses },
  }
}

const wrongIn = (file: LettersFile, rows?: LettersRowsFile) =>
  verifyLetters(file, rows).flatMap(({ what, is }) => (is === false ? [what] : []))

describe('a draw of letters', () => {
  it('holds, with the list and without it, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 300 }), fc.string(), (count, seed) => {
        const { file, rows } = drawn(count, [20, 15], seed)
        expect(wrongIn(file)).toEqual([])
        expect(verifyLetters(file, rows).map(({ is }) => is)).not.toContain(false)
        expect(
          verifyLetters(file, rows)
            .filter(({ what }) => what.includes('very same'))
            .map(({ is }) => is),
        ).toEqual([true, true])
      }),
      { numRuns: 30 },
    )
  })

  it('reads back what it wrote, and nothing else', () => {
    const { file, rows } = drawn(100, [20])
    expect(readLettersFile(JSON.stringify(file))).toEqual({ ok: true, value: file })
    expect(readLettersRows(JSON.stringify(rows))).toEqual({ ok: true, value: rows })
    expect(readLettersFile(JSON.stringify(rows)).ok).toBe(false)
    expect(readLettersRows('not even JSON').ok).toBe(false)
  })

  it('without the list says what it could not check', () => {
    const { file } = drawn(100, [20])
    expect(verifyLetters(file, undefined).filter(({ is }) => is === null)).toHaveLength(3)
  })

  it('names no line of the list, and no number below five', () => {
    const { file } = drawn(60, [6])
    expect(JSON.stringify(file)).not.toMatch(/Resident|Søvej|5700/)
    const numbers = file.rounds[0]?.strata?.flatMap(({ listed, open, drawn: got }) => [listed, open, got]) ?? []
    expect(numbers.filter((one) => typeof one === 'number' && one > 0 && one < 5)).toEqual([])
    expect(verifyLetters(file, undefined)[2]).toMatchObject({ is: null })
  })
})

describe('a draw that was tampered with', () => {
  const { file, rows } = drawn(200, [40, 30])
  const [first, second] = file.rounds
  if (!first || !second) throw new Error('two rounds')
  const changed = (more: Partial<typeof first>): LettersFile => ({ ...file, rounds: [{ ...first, ...more }, second] })

  it('shows: another list, a line put in later, other letters, another seed', () => {
    const [one, ...rest] = rows.addresses
    if (!one) throw new Error('a list')
    const other = { ...rows, addresses: [{ ...one, name: 'Somebody else' }, ...rest] }
    expect(wrongIn(file, other)).toEqual(['The list is the one whose sum was published'])
    expect(wrongIn(file, { ...rows, addresses: [...rows.addresses, one] })).toContain(
      'The list is the one whose sum was published',
    )
    expect(wrongIn(changed({ hash: '00'.repeat(32) }), rows)).toEqual([
      'Round 1: drawn again, the very same letters come out',
    ])
    expect(wrongIn(changed({ seed: 'a better one' }), rows)).toContain(
      'Round 1: drawn again, the very same letters come out',
    )
  })

  it('shows to a stranger too: a group with more letters than its share, a seed older than the list', () => {
    const strata = (first.strata ?? []).map((one, at) =>
      typeof one.drawn === 'number' ? { ...one, drawn: one.drawn + (at === 0 ? 3 : -3) } : one,
    )
    expect(wrongIn(changed({ strata }))).toEqual(['Round 1: each group got its share of the letters, to within one'])
    expect(wrongIn(changed({ drawnAt: '2026-11-24T06:00:00Z' }))).toEqual([
      'Round 1: it was drawn after the list lay fixed',
    ])
    expect(wrongIn({ ...file, list: { ...file.list, count: 50 } })).toContain(
      'There are no more letters than lines in the list',
    )
  })
})
