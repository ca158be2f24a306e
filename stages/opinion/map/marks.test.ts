import fc from 'fast-check'
import { expect, it } from 'vitest'
import { frameOf, inPicture, marksOf, picture } from './marks.ts'

const places = fc.array(
  fc.record({ x: fc.double({ min: -9, max: 9, noNaN: true }), y: fc.integer({ min: -3, max: 3 }) }),
  {
    maxLength: 120,
  },
)

it('draws everybody in marks of ten to nineteen people, and nobody where there are fewer', () => {
  fc.assert(
    fc.property(places, (people) => {
      const positions = { x: Float64Array.from(people, ({ x }) => x), y: Float64Array.from(people, ({ y }) => y) }
      const marks = marksOf(positions, [...people.keys()])
      expect(marks.length).toBeGreaterThanOrEqual(Math.floor(people.length / 20))
      expect(marks.length).toBeLessThanOrEqual(Math.floor(people.length / 10))
      if (people.length >= 10) expect(marks.length).toBeGreaterThan(0)
    }),
  )
})

it('moves a mark by one person no more than a tenth of her way', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 10, maxLength: 19 }),
      fc.integer({ min: -9, max: 9 }),
      (xs, other) => {
        const at = (first: number) => {
          const x = Float64Array.from([first, ...xs.slice(1)])
          return marksOf({ x, y: new Float64Array(x.length) }, [...x.keys()])[0]?.x ?? Number.NaN
        }
        expect(Math.abs(at(other) - at(xs[0] ?? 0))).toBeLessThanOrEqual(Math.abs(other - (xs[0] ?? 0)) / 10 + 1e-9)
      },
    ),
  )
})

it('puts every mark into the picture, also where all stand at one place', () => {
  fc.assert(
    fc.property(
      places.filter(({ length }) => length > 0),
      (marks) => {
        const frame = frameOf(marks)
        for (const mark of marks) {
          const { x, y } = inPicture(frame, mark)
          expect(x).toBeGreaterThanOrEqual(picture.edge - 1)
          expect(x).toBeLessThanOrEqual(picture.width - picture.edge + 1)
          expect(y).toBeGreaterThanOrEqual(picture.edge - 1)
          expect(y).toBeLessThanOrEqual(picture.height - picture.edge + 1)
        }
      },
    ),
  )
})
