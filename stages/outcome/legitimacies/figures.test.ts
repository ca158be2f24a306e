import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { definitions, figuresOf, legitimacies, type Count, type Inputs, type Mean } from './figures.ts'

const inputs: Inputs = {
  counts: {
    'citizen-seats': { count: 10, of: 15 },
    'open-meetings': { count: 5, of: 6 },
    'answered-questions': { count: 3, of: 4 },
    'answered-facts': { count: 0, of: 2 },
    'answered-recommendations': { count: 7, of: 8 },
    'answered-in-time': { count: 6, of: 8 },
    'accepted-recommendations': { count: 4, of: 8 },
    'kept-promises': { count: 1, of: 4 },
    'reached-targets': { count: 0, of: 0 },
  },
  means: {
    'right-mix': { low: 4.9, high: 5.6, from: 1, to: 7 },
    voice: null,
    'equal-chance': null,
    'all-heard': { low: 3.1, high: 4, from: 1, to: 7 },
    'proposals-ours': null,
    'answer-meets': { low: 6, high: 7.5, from: 0, to: 10 },
    'accept-anyway': null,
    'useful-chance': null,
    'useful-risk': null,
  },
}

describe('the four legitimacies', () => {
  test('computed by hand', () => {
    const figures = new Map(figuresOf(inputs).map((figure) => [figure.key, figure]))
    expect(figures.get('citizen-seats')).toMatchObject({ legitimacy: 'input', share: 10 / 15 })
    expect(figures.get('open-meetings')).toMatchObject({ legitimacy: 'throughput', share: 5 / 6 })
    expect(figures.get('answered-questions')).toMatchObject({ share: 0.75 })
    expect(figures.get('answered-facts'), 'none of two is nought').toMatchObject({ share: 0 })
    expect(figures.get('answered-recommendations')).toMatchObject({ legitimacy: 'output', share: 0.875 })
    expect(figures.get('answered-in-time')).toMatchObject({ share: 0.75 })
    expect(figures.get('accepted-recommendations')).toMatchObject({ share: 0.5 })
    expect(figures.get('kept-promises')).toMatchObject({ legitimacy: 'outcome', share: 0.25 })
    expect(figures.get('reached-targets'), 'none of none is not known').toMatchObject({ kind: 'unknown' })
    expect(figures.get('voice'), 'too few answered').toMatchObject({ kind: 'unknown' })
    expect(figures.get('all-heard')).toMatchObject({ kind: 'mean', low: 3.1, high: 4, from: 1, to: 7 })
  })

  test('each figure stands for one legitimacy, and every input is used', () => {
    const keys = legitimacies.flatMap((legitimacy) => definitions[legitimacy])
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.toSorted()).toEqual([...Object.keys(inputs.counts), ...Object.keys(inputs.means)].toSorted())
  })

  test('refuses counts that cannot be', () => {
    const counts = { ...inputs.counts, 'kept-promises': { count: 5, of: 4 } }
    expect(() => figuresOf({ ...inputs, counts })).toThrow(RangeError)
  })

  test('a share lies in 0…1, what is not known stays so, and one more of the good never lowers a figure', () => {
    const count: fc.Arbitrary<Count> = fc.option(
      fc.nat({ max: 30 }).chain((of) => fc.nat({ max: of }).map((some) => ({ count: some, of }))),
    )
    const mean: fc.Arbitrary<Mean> = fc.option(fc.constant({ low: 2, high: 3, from: 1, to: 7 }))
    const record = <Value>(keys: readonly string[], value: fc.Arbitrary<Value>) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, value])))
    const any = fc.record({
      counts: record(Object.keys(inputs.counts), count),
      means: record(Object.keys(inputs.means), mean),
    })
    fc.assert(
      fc.property(any, (found) => {
        const given = found as Inputs
        for (const figure of figuresOf(given)) {
          if (figure.kind !== 'share') continue
          expect(figure.share).toBeGreaterThanOrEqual(0)
          expect(figure.share).toBeLessThanOrEqual(1)
          if (figure.count === figure.of) continue
          const more = {
            ...given,
            counts: { ...given.counts, [figure.key]: { count: figure.count + 1, of: figure.of } },
          }
          const next = figuresOf(more).find(({ key }) => key === figure.key)
          expect(next?.kind === 'share' && next.share > figure.share).toBe(true)
        }
      }),
    )
  })
})
