import type { GridMark, MarkShape } from '../../../ui/index.ts'
import { isAffected } from './missing.ts'
import type { ActorWords } from './rules.ts'

/** Columns of the picture: how much it is affected. */
export const columns = ['not-affected', 'unknown', 'little', 'somewhat', 'a-lot'] as const
/** Rows: how many things it could bring, knowledge among them. */
export const rows = ['much', 'something', 'nothing-named'] as const

export const shapes = {
  people: 'circle',
  association: 'hexagon',
  firm: 'diamond',
  office: 'square',
  other: 'triangle',
} as const satisfies Record<ActorWords['kind'], MarkShape>

export const looks = {
  'takes-part': 'full',
  heard: 'soft',
  'not-heard': 'open',
  unknown: 'plain',
} as const satisfies Record<ActorWords['standing'], GridMark['look']>

/** From three things on it is much: a group that has knowledge, rooms and hands can carry a part of the work. */
const muchFrom = 3

export function columnOf(actor: Pick<ActorWords, 'relation' | 'howMuch'>): (typeof columns)[number] {
  return isAffected(actor) ? actor.howMuch : 'not-affected'
}

export function rowOf({ knowledge, resources }: Pick<ActorWords, 'knowledge' | 'resources'>): (typeof rows)[number] {
  const things = resources.length + (knowledge === '' ? 0 : 1)
  return things >= muchFrom ? 'much' : things > 0 ? 'something' : 'nothing-named'
}

/** Where it stands in the picture, as what and how it looks. */
export function placeOf(actor: ActorWords): Pick<GridMark, 'column' | 'row' | 'shape' | 'look'> {
  return {
    column: columns.indexOf(columnOf(actor)),
    row: rows.indexOf(rowOf(actor)),
    shape: shapes[actor.kind],
    look: looks[actor.standing],
  }
}
