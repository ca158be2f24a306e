import { describe, expect, it } from 'vitest'
import { whereOf, type SaidWhere } from './where-rules.ts'

const places = [
  { name: 'Quay', latitude: 55.61, longitude: 12.61 },
  { name: 'Old Quay', latitude: 55.62, longitude: 12.62 },
]
const squares = [{ name: 'A1', latitude: 55.6, longitude: 12.6 }]
const town = { places, squares, nearest: () => places[1] }
const nothing: SaidWhere = { point: null, isDropped: false, named: '', square: '', words: '' }
const point = { latitude: 55.615, longitude: 12.615 }

describe('where something is', () => {
  it('is what was pressed, before what was chosen, before words', () => {
    const all = { ...nothing, point, named: 'Quay', square: 'A1', words: 'Quay' }
    expect(whereOf(all, town)).toEqual({ ok: true, value: { point, area: 'Old Quay' } })
    expect(whereOf({ ...all, isDropped: true }, town)).toMatchObject({ value: { area: 'Quay' } })
    expect(whereOf({ ...all, point: null, named: '' }, town)).toMatchObject({ value: { point: { latitude: 55.6 } } })
  })

  it('is an area and no point where only words say it', () => {
    const said = { ...nothing, words: 'Behind the old quay, number 4' }
    expect(whereOf(said, town)).toEqual({ ok: true, value: { point: null, area: 'Old Quay' } })
    expect(whereOf({ ...nothing, words: 'At home' }, town)).toEqual({ ok: true, value: { point: null, area: '' } })
  })

  it('is a square where the place has no names', () => {
    expect(whereOf({ ...nothing, point }, { places: [], squares, nearest: () => undefined })).toMatchObject({
      value: { area: 'A1' },
    })
  })

  it('is no place that is not in the list', () => {
    expect(whereOf({ ...nothing, named: 'Atlantis' }, town)).toEqual({ ok: false, refusal: 'no-such-place' })
    expect(whereOf({ ...nothing, square: 'Z9' }, town)).toEqual({ ok: false, refusal: 'no-such-place' })
  })
})
