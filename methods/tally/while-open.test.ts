import { describe, expect, test } from 'vitest'
import { suppress, type Published } from './suppress.ts'
import { choices, type Tally } from './tally.ts'
import { countedAfter, publishedOf, type Counted } from './while-open.ts'

const cells = (agree: number, disagree: number, pass: number): Tally => ({ agree, disagree, pass })

/** What the reader of all publications sees, and what was behind them. */
type Chain = { readonly seen: string; readonly tables: readonly Tally[]; readonly last: Counted | undefined }

/** How many voters there were at each count; the last one is that of the close. */
type Counts = readonly number[]

/** By all that is seen: of each count and number the least and the most that can be behind it. */
type Behind = Map<string, { readonly least: number[]; readonly most: number[] }>

function* tablesOf(voters: number): Generator<Tally> {
  for (let agree = 0; agree <= voters; agree += 1)
    for (let disagree = 0; agree + disagree <= voters; disagree += 1)
      yield cells(agree, disagree, voters - agree - disagree)
}

type Way = (chain: Chain, now: Tally, isOpen: boolean) => { readonly counted: Counted; readonly published: Published }

const ours: Way = ({ last }, tally, isOpen) => {
  const counted = countedAfter(last, tally)
  return { counted, published: publishedOf(counted, { isOpen }) }
}

/** Each count by itself, as before. */
const eachAlone: Way = (_, tally) => ({ counted: { tally, isHeld: false }, published: suppress(tally) })

function all(counts: Counts, way: Way, closes: boolean): readonly Chain[] {
  let chains: readonly Chain[] = [{ seen: '', tables: [], last: undefined }]
  for (const [at, voters] of counts.entries()) {
    const came = [...tablesOf(voters - (counts[at - 1] ?? 0))]
    chains = chains.flatMap((chain) =>
      came.map((more) => {
        const before = chain.tables.at(-1) ?? cells(0, 0, 0)
        const now = cells(before.agree + more.agree, before.disagree + more.disagree, before.pass + more.pass)
        const { counted, published } = way(chain, now, !closes || at < counts.length - 1)
        return { seen: `${chain.seen}${JSON.stringify(published)}`, tables: [...chain.tables, now], last: counted }
      }),
    )
  }
  return chains
}

function behind(chains: readonly Chain[]): Behind {
  const found: Behind = new Map()
  for (const { seen, tables } of chains) {
    const numbers = tables.flatMap((tally) => choices.map((choice) => tally[choice]))
    const before = found.get(seen)
    if (!before) found.set(seen, { least: [...numbers], most: [...numbers] })
    else
      for (const [at, number] of numbers.entries()) {
        before.least[at] = Math.min(before.least[at] ?? number, number)
        before.most[at] = Math.max(before.most[at] ?? number, number)
      }
  }
  return found
}

/** What somebody reads who knows the method, how many had voted at each count, and every publication: hidden numbers that can be one only. */
function told(counts: Counts, way: Way, closes = true): readonly string[] {
  return [...behind(all(counts, way, closes))].flatMap(([seen, { least, most }]) => {
    const published = seen.split(/(?<=\})/).map((one) => JSON.parse(one) as Record<string, unknown>)
    return published.flatMap((shown, at) =>
      choices
        .filter((choice, place) => typeof shown[choice] !== 'number' && least[3 * at + place] === most[3 * at + place])
        .map((choice) => `${seen} tells ${choice} of count ${at + 1}`),
    )
  })
}

describe('results over time', () => {
  test('a leak that was: 20 voters of whom nothing is shown, and then 24 of 25 agree', () => {
    expect(told([20, 25], eachAlone).length).toBeGreaterThan(100)
  })

  test('abuse 61: every two counts tell no hidden number, the later one while people vote', () => {
    for (let before = 10; before <= 28; before += 2)
      for (let came = 5; came <= 7; came += 1)
        expect(told([before, before + came], ours, false), `${before}`).toEqual([])
  })

  test('abuse 61: every two counts tell no hidden number, the later one after the close', () => {
    for (let before = 10; before <= 28; before += 1)
      for (let came = 5; came <= 6; came += 1) expect(told([before, before + came], ours), `${before}`).toEqual([])
  })

  test('abuse 61: every three counts tell no hidden number, the last one after the close', () => {
    for (const before of [10, 15, 20, 24, 25])
      expect(told([before, before + 5, before + 10], ours), `${before}`).toEqual([])
  })
})
