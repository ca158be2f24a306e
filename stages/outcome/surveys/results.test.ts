import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersOf, items, type Item } from './instruments.ts'
import { groups, type Group } from './rules.ts'
import { publishRound, saidOf, type Counted } from './results.ts'

const itemOf = (key: string): Item => {
  const item = items.find((one) => one.key === key)
  if (!item) throw new Error(`no question ${key}`)
  return item
}

let count = 0
/** So many people of a group who gave each answer of the scale, from its lowest. */
function answersTo(key: string, as: Group, counts: readonly number[]): readonly Counted[] {
  const { from } = itemOf(key)
  return counts.flatMap((people, at) =>
    Array.from({ length: people }, () => {
      count += 1
      return { respondent: `r${count}`, as, item: key, answer: from + at }
    }),
  )
}

describe('what is published, computed by hand', () => {
  // 1–7: 5 × 5, 5 × 6, 5 × 7 of 20 asked. Mean 6. s² = 10/14. t₁₄ = 2.1448. √(1 − 15/20) = 0.5.
  const published = publishRound('close', answersTo('all-heard', 'participant', [0, 0, 0, 0, 5, 5, 5]), {
    politician: 0,
    member: 0,
    participant: 20,
  })
  const [said] = saidOf(itemOf('all-heard'), published)

  test('counts neighbours together where nobody answered, so the mean is a range', () => {
    expect(said?.parts).toEqual([
      { from: 1, to: 5, people: 5 },
      { from: 6, to: 6, people: 5 },
      { from: 7, to: 7, people: 5 },
    ])
    expect(said?.mean.low).toBeCloseTo((5 * 1 + 5 * 6 + 5 * 7) / 15, 12)
    expect(said?.mean.high).toBeCloseTo(6, 12)
  })

  test('says how far the silent could have moved it: lowest mean and all silent 1, highest mean and all silent 7', () => {
    expect(said?.bounds.low).toBeCloseTo((70 + 5 * 1) / 20, 12)
    expect(said?.bounds.high).toBeCloseTo((90 + 5 * 7) / 20, 12)
  })

  test('agreement is that of the parts shown: even over three is 0', () => {
    expect(said?.agreement).toBeCloseTo(0, 12)
  })

  test('where no answers are counted together the interval is Student’s with the correction for who was asked', () => {
    const round = publishRound('close', answersTo('trust-council', 'participant', Array(11).fill(5)), {
      politician: 0,
      member: 0,
      participant: 60,
    })
    const [one] = saidOf(itemOf('trust-council'), round)
    // Mean 5, Σ(x − 5)² = 5 × 110 = 550, s² = 550/54, t₅₄ = 2.0049 (scipy 1.17), √(1 − 55/60).
    const half = ((2.004879288 * Math.sqrt(550 / 54)) / Math.sqrt(55)) * Math.sqrt(5 / 60)
    expect(one?.mean).toEqual({ low: 5, high: 5 })
    expect(one?.interval.low).toBeCloseTo(5 - half, 6)
    expect(one?.interval.high).toBeCloseTo(5 + half, 6)
  })

  test('fewer than ten people are nobody, also in the number of those who answered', () => {
    const nine = publishRound('close', answersTo('all-heard', 'participant', [3, 3, 3]), {
      politician: 0,
      member: 0,
      participant: 9,
    })
    expect(nine.answered).toBeNull()
    expect(saidOf(itemOf('all-heard'), nine)).toEqual([])
  })

  test('five politicians are never shown alone: they stand together with the members', () => {
    const answers = [
      ...answersTo('purpose-clear', 'politician', [0, 0, 5]),
      ...answersTo('purpose-clear', 'member', [6, 6, 6]),
    ]
    const round = publishRound('close', answers, { politician: 5, member: 18, participant: 0 })
    expect(saidOf(itemOf('purpose-clear'), round).map((one) => [one.groups, one.answers, one.asked])).toEqual([
      [['politician', 'member'], 23, 23],
    ])
    const alone = publishRound('close', answersTo('agenda', 'politician', [0, 2, 3]), {
      politician: 5,
      member: 18,
      participant: 0,
    })
    expect(saidOf(itemOf('agenda'), alone), 'a question only five were asked').toEqual([])
  })
})

/**
 * The attack: whoever reads everything that is published — every round, every group, every question, every sum and difference of
 * them — and knows the method. Each hidden number of people must have another value that would be published alike.
 */
describe('no hidden number can be worked out from the rounds side by side', () => {
  const asked = { politician: 7, member: 22, participant: 40 }
  const keys = ['purpose-clear', 'right-mix', 'trust-council', 'voice', 'useful-risk'] as const
  const person = (as: Group) =>
    fc
      .record(Object.fromEntries(keys.map((key) => [key, fc.option(fc.nat({ max: 10 }), { freq: 6 })])))
      .map((given) => ({
        as,
        given: given as Readonly<Record<string, number | null>>,
      }))
  const people = fc.tuple(...groups.map((as) => fc.array(person(as), { maxLength: asked[as] })))

  type Person = { readonly as: Group; readonly given: Readonly<Record<string, number | null>> }

  const publish = (moment: 'start' | 'close' | 'later', all: readonly Person[]) =>
    publishRound(
      moment,
      all.flatMap(({ as, given }, at) =>
        keys.flatMap((key): readonly Counted[] => {
          const answer = given[key]
          const item = itemOf(key)
          if (answer === null || answer === undefined || !item.asked.includes(as)) return []
          return [{ respondent: `p${at}`, as, item: key, answer: item.from + (answer % (item.to - item.from + 1)) }]
        }),
      ),
      asked,
    )

  test('in every round, whatever the two others say', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...keys), fc.nat(), (found, key, which) => {
        const all: readonly Person[] = found.flat()
        const item = itemOf(key)
        const hers = all.filter(({ as, given }) => item.asked.includes(as) && (given[key] ?? null) !== null)
        const who = hers[which % Math.max(1, hers.length)]
        if (!who) return
        const before = publish('close', all)
        const shown = before.items[key]
        const steps = answersOf(item).length
        const own = (who.given[key] ?? 0) % steps
        const isInFull =
          shown?.kind === 'shown' &&
          shown.groups.some(({ names }) => names.length === 1 && names[0] === who.as) &&
          shown.blocks.some(([from, to]) => from === to && from === own)
        if (isInFull) return
        // She, or somebody of another group who is counted with hers, could have said something else.
        const others = answersOf(item).map((_, answer) => answer)
        // Any of her group may have said what one of another group did, not she alone.
        const swaps = hers
          .filter(({ as }) => as === who.as)
          .flatMap((here) => hers.filter(({ as }) => as !== who.as).map((there) => [here, there] as const))
          .filter(([here, there]) => here.given[key] !== there.given[key])
          .slice(0, 60)
        const alike = others.some((answer) =>
          [
            all.map((one) => (one === who ? { ...one, given: { ...one.given, [key]: answer } } : one)),
            // Where nothing is said, everybody may as well have said the same: looked for near by alone, that world was missed once.
            all.map((one) => (hers.includes(one) ? { ...one, given: { ...one.given, [key]: answer } } : one)),
            // Nor is it said of whom those are who stand together.
            ...groups
              .filter((as) => as !== who.as && all.filter((one) => one.as === as).length < asked[as])
              .map((as) => all.map((one) => (one === who ? { ...one, as } : one))),
            ...swaps.map(([here, there]) =>
              all.map((one) =>
                one === here
                  ? { ...one, given: { ...one.given, [key]: there.given[key] ?? null } }
                  : one === there
                    ? { ...one, given: { ...one.given, [key]: here.given[key] ?? null } }
                    : one,
              ),
            ),
          ].some((world) => {
            const changed = world.filter(
              ({ as, given }) => as === who.as && (given[key] ?? -1) % steps === own && (given[key] ?? null) !== null,
            )
            const was = all.filter(
              ({ as, given }) => as === who.as && (given[key] ?? -1) % steps === own && (given[key] ?? null) !== null,
            )
            return changed.length !== was.length && JSON.stringify(publish('close', world)) === JSON.stringify(before)
          }),
        )
        expect(alike, `${key}: ${JSON.stringify(shown)} tells how many of ${who.as} said ${own}`).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('every part that is shown holds five people or more', () => {
    fc.assert(
      fc.property(people, (found) => {
        const round = publish('close', found.flat())
        for (const key of keys) {
          const parts = saidOf(itemOf(key), round).flatMap((one) => one.parts.map((part) => part.people))
          expect(parts.every((number) => number >= 5)).toBe(true)
        }
      }),
    )
  })
})
