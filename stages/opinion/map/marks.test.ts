import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cloudOf, frameOf, inPicture, picture, spotsOf } from './marks.ts'

const places = fc.array(
  fc.record({ x: fc.double({ min: -9, max: 9, noNaN: true }), y: fc.integer({ min: -3, max: 3 }) }),
  { maxLength: 700 },
)

type Place = { readonly x: number; readonly y: number }

const positionsOf = (people: readonly Place[]) => ({
  x: Float64Array.from(people, ({ x }) => x),
  y: Float64Array.from(people, ({ y }) => y),
})
const cloudOfAll = (people: readonly Place[]) => cloudOf(positionsOf(people), [...people.keys()])

it('draws everybody in tens, and nobody where there are fewer than ten', () => {
  fc.assert(
    fc.property(places, (people) => {
      const cloud = cloudOfAll(people)
      const spots = spotsOf(frameOf(cloud ? [cloud] : []), cloud)
      expect(spots.reduce((sum, { tens }) => sum + tens, 0)).toBe(Math.floor(people.length / 10))
    }),
  )
})

it('puts every spot into the picture, also where all stand at one place', () => {
  fc.assert(
    fc.property(places, places, (one, other) => {
      const clouds = [cloudOfAll(one), cloudOfAll(other)]
      const frame = frameOf(clouds.flatMap((cloud) => cloud ?? []))
      for (const { x, y } of clouds.flatMap((cloud) => spotsOf(frame, cloud))) {
        expect(Math.abs(x - picture.width / 2)).toBeLessThanOrEqual(picture.width / 2 - 40)
        expect(Math.abs(y - picture.height / 2)).toBeLessThanOrEqual(picture.height / 2 - 40)
      }
    }),
  )
})

it('shows by no spot where anybody stands: other people with the same mean and spread are drawn alike', () => {
  const two = Array.from({ length: 40 }, (_, at) => ({ x: at % 2 === 0 ? 1 : -1, y: 0 }))
  const one = Array.from({ length: 40 }, (_, at) => ({ x: at === 0 ? 4.4 : at === 1 ? -4.4 : 0, y: 0 }))
  const [split, gathered] = [cloudOfAll(two), cloudOfAll(one)]
  if (!split || !gathered) throw new Error('there are forty')
  const frame = frameOf([split])
  expect(spotsOf(frame, split)).toEqual(spotsOf(frame, gathered))
})

it('keeps the unit of the last map while all fits and is not too small', () => {
  const cloud = cloudOfAll(Array.from({ length: 20 }, (_, at) => ({ x: at % 2 === 0 ? 2 : -2, y: 0 })))
  if (!cloud) throw new Error('there are twenty')
  const { unit } = frameOf([cloud])
  expect(frameOf([cloud], { unit: unit * 0.9 })).toEqual({ unit: unit * 0.9 })
  expect(frameOf([cloud], { unit: unit * 3 })).toEqual({ unit })
  expect(frameOf([cloud], { unit: unit / 4 })).toEqual({ unit })
})

it('puts who stands far out at the edge', () => {
  expect(inPicture({ unit: 100 }, { x: 90, y: -90 })).toEqual({ x: 960, y: 660 })
})
