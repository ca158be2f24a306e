import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Body } from '../../platform/directory/index.ts'
import type { AffectedActor } from '../problem/index.ts'
import type { Preset } from './preset.ts'
import { withPreset, type SayWords } from './presets.ts'
import type { SeatProfile, Terms } from './rules.ts'
import type { Timetable } from './timetable.ts'

/** What a case itself knows, for a draft that begins from a model. */
export type FromCase = {
  /** The draft, the version in force, or terms nobody has written. */
  readonly terms: Terms
  /** What happens and to whom, as the current framing has it. */
  readonly story: string
  readonly bodies: readonly Body[]
  /** Bodies in which the politicians who took the problem up sit. */
  readonly sponsorsBodies: readonly Id<'body'>[]
  readonly timetable: Timetable
}

/** A draft by a model, as far as the model and the case go. What was written before stays. */
export function termsByModel(preset: Preset, known: FromCase, say: SayWords): Terms {
  const { terms, bodies, timetable } = known
  const parentBody = terms.parentBody ?? parentOf(known)?.id ?? null
  return {
    ...withPreset(terms, preset, say),
    background: terms.background || known.story,
    parentBody,
    recipientBody: terms.recipientBody ?? recipientOf(preset, bodies, parentBody)?.id ?? null,
    startsOn: terms.startsOn ?? timetable.startsOn,
    endsOn: terms.endsOn ?? timetable.endsOn,
  }
}

/** The committee the sponsors sit in, or any committee; a place without one follows the work in its council. */
function parentOf({ bodies, sponsorsBodies }: FromCase): Body | undefined {
  const committees = bodies.filter(({ kind }) => kind === 'committee')
  return committees.find(({ id }) => sponsorsBodies.includes(id)) ?? committees[0] ?? chamberOf(bodies)
}

function chamberOf(bodies: readonly Body[]): Body | undefined {
  return bodies.find(({ kind }) => kind === 'council' || kind === 'parliament')
}

/** A council is to a town what a parliament is to a nation; where there is no such body, the elected chamber answers. */
function recipientOf({ fixes }: Preset, bodies: readonly Body[], parent: Id<'body'> | null): Body | undefined {
  const kind = fixes.recipient?.value
  if (kind === 'committee') return bodies.find(({ id }) => id === parent)
  return (kind === 'executive' ? bodies.find((body) => body.kind === kind) : undefined) ?? chamberOf(bodies)
}

const mostProfilesFromCase = 8

/** The seats for citizens, shared among the affected groups of the case as evenly as they go; by lot they are one profile. */
export function profilesFor(
  { fixes }: Preset,
  citizens: number | null,
  actors: readonly Pick<AffectedActor, 'name' | 'relation' | 'how'>[],
  say: SayWords,
): readonly SeatProfile[] {
  if (citizens === null || citizens === 0) return []
  const byLot = fixes.selection?.value === 'lot' || fixes.selection?.value === 'lot-and-nomination'
  const affected = byLot ? [] : actors.filter(({ relation }) => relation !== 'relevant')
  const groups = affected.slice(0, Math.min(mostProfilesFromCase, citizens))
  if (groups.length === 0) {
    const name = say(byLot ? 'model.profile-lot' : 'model.profile-open')
    return [{ id: newId('profile'), name, wanted: citizens, description: '' }]
  }
  const each = Math.floor(citizens / groups.length)
  const left = citizens % groups.length
  return groups.map(({ name, how }, at) => ({
    id: newId('profile'),
    name,
    wanted: each + (at < left ? 1 : 0),
    description: how,
  }))
}
