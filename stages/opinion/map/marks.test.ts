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
      expect(marks.length).toBe(Math.floor(people.length / 10))
    }),
  )
})

it('is of ten to nineteen people: whoever alone stands elsewhere moves her mark by a tenth of her way at most', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 10, maxLength: 120 }), fc.nat(), (ys, who) => {
      const x = new Float64Array(ys.length)
      x[who % ys.length] = 1
      const far = marksOf({ x, y: Float64Array.from(ys) }, [...ys.keys()]).flatMap((mark) =>
        mark.x > 0 ? [mark.x] : [],
      )
      expect(far).toHaveLength(1)
      expect(Math.round(1 / (far[0] ?? 0))).toBeGreaterThanOrEqual(10)
      expect(Math.round(1 / (far[0] ?? 0))).toBeLessThanOrEqual(19)
    }),
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
          expect(x).toBeGreaterThanOrEqual(picture.edge - 20)
          expect(x).toBeLessThanOrEqual(picture.width - picture.edge + 20)
          expect(y).toBeGreaterThanOrEqual(picture.edge - 20)
          expect(y).toBeLessThanOrEqual(picture.height - picture.edge + 20)
        }
      },
    ),
  )
})
