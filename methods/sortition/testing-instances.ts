import fc from 'fast-check'
import type { Instance } from './instance.ts'
import { nth } from './nth.ts'

/** Small instances of every sort: one to three features, households, quotas loose and tight. */
export const instances = fc
  .record({
    features: fc.integer({ min: 1, max: 3 }),
    values: fc.integer({ min: 2, max: 3 }),
    size: fc.integer({ min: 1, max: 5 }),
    people: fc.array(
      fc.record({
        values: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
        household: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      }),
      { minLength: 5, maxLength: 11 },
    ),
    bounds: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 9,
      maxLength: 9,
    }),
  })
  .map(({ features, values, size, people, bounds }): Instance => ({
    size,
    features: Array.from({ length: features }, (_, feature) => ({
      name: `feature ${feature}`,
      quotas: Array.from({ length: values }, (__, value) => {
        const [min, more] = nth(bounds, feature * 3 + value)
        return { value: `${value}`, min, max: min + more, minFlex: 0, maxFlex: size + 5 }
      }),
    })),
    candidates: people.map(({ values: own, household }, at) => ({
      id: `${at}`,
      values: own.slice(0, features).map((value) => `${value % values}`),
      household: household === undefined ? undefined : `${household}`,
    })),
  }))
