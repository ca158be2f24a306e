import { accept, type Result } from '@folkmoot/basics/result.ts'
import {
  nearestPlace,
  outlineFrame,
  outlineOf,
  type Outline,
  type OutlineFrame,
} from '../../../platform/directory/index.ts'
import type { FieldError, Visit } from '../../../platform/http/index.ts'
import type { TypedForm } from '../../../platform/http/index.ts'
import { pointOf } from '../../problem/index.ts'
import { ideasWords } from './messages/words.ts'
import { whereOf, type Where } from './where-rules.ts'

/** The map of the place as a form needs it: null where the place has given none. */
export type PlaceMap = { readonly outline: Outline; readonly frame: OutlineFrame }

export async function placeMap({ read }: Pick<Visit, 'read'>): Promise<PlaceMap | null> {
  const outline = await outlineOf(read)
  return outline ? { outline, frame: outlineFrame(outline) } : null
}

/**
 * Where she pressed on the map: a button of its own kind, which sends the form with the pixel, without script. Pressed with a key
 * it says 0, 0, which is no place of the picture.
 */
export function pressedOn(visit: Visit, map: PlaceMap | null): TypedForm['typed'] | null {
  const [x, y] = ['map.x', 'map.y'].map((name) => visit.form.typed[name]?.[0] ?? '')
  if (!map || !/^\d{1,4}$/.test(x ?? '') || !/^\d{1,4}$/.test(y ?? '')) return null
  const at = { x: Math.min(Number(x), map.frame.width), y: Math.min(Number(y), map.frame.height) }
  const { 'map.x': _x, 'map.y': _y, 'drop-point': _drop, ...typed } = visit.form.typed
  if (at.x === 0 && at.y === 0) return typed
  const { latitude, longitude } = map.frame.toPoint(at)
  return { ...typed, point: [`${latitude}, ${longitude}`] }
}

type Read = Result<Where, 'wrong'> & { readonly errors: readonly FieldError[] }

/** What was said of where, as it is kept. */
export function whereTyped(visit: Visit, map: PlaceMap | null): Read {
  const say = ideasWords.say(visit.lang)
  const one = (name: string): string => visit.form.typed[name]?.[0]?.trim() ?? ''
  const point = pointOf(one('point'))
  if (!point.ok) return { ok: false, refusal: 'wrong', errors: [{ field: 'named', text: say('refused.not-a-point') }] }
  const said = {
    point: point.value,
    isDropped: one('drop-point') !== '',
    named: one('named'),
    square: one('square'),
    words: one('place'),
  }
  const where = whereOf(said, {
    places: map?.outline.places ?? [],
    squares: map?.frame.squares ?? [],
    nearest: (at) => map?.outline && nearestPlace(map.outline, at),
  })
  return where.ok
    ? { ...accept(where.value), errors: [] }
    : { ok: false, refusal: 'wrong', errors: [{ field: 'named', text: say('refused.no-such-place') }] }
}
