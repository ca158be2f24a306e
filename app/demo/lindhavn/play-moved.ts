import type { Id } from '@folkmoot/basics/ids.ts'
import { confirmMove, draftMove, giveBack } from '../../../stages/mandate/moved/commands.ts'
import type { MovableKind } from '../../../stages/mandate/moved/rules.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'

type Moving = {
  readonly ago: number
  readonly what: string
  readonly kind: MovableKind
  readonly stays: string
  /** Days from today; before today it is back by itself. */
  readonly until: number
  readonly freedHours: number | null
  readonly reference: string
  readonly votes: readonly [number, number, number]
  readonly back?: { readonly ago: number; readonly words: string }
}

/** The council gives the works committee's question of school roads to the group, for as long as it works. */
export const schoolMoved: Moving = {
  ago: 149,
  what: 'Which ways to school are made safe first',
  kind: 'plan',
  stays: 'The yearly road budget, repairs that cannot wait, and every application for a single crossing.',
  until: 60,
  freedHours: 9,
  reference: 'Case 2026-0198, item 6',
  votes: [15, 3, 1],
}

/** And the plan against floods, which went back when the recommendations were handed over. */
export const harbourMoved: Moving = {
  ago: 470,
  what: 'The plan against floods in the old harbour',
  kind: 'policy',
  stays: 'The pumps and their running, and the damages of single houses.',
  until: 30,
  freedHours: 14,
  reference: 'Case 2025-0311, item 9',
  votes: [11, 7, 1],
  back: { ago: 200, words: 'The group has handed over its recommendations. Council, case 2025-0311, item 14.' },
}

export async function playMoved(town: Lindhavn, { slug }: Problem, moving: Moving): Promise<void> {
  const { people, daysAgo, today, works, council } = town
  const [votesFor, votesAgainst, abstentions] = moving.votes
  const from: Id<'body'> = works
  await done(
    moving.what,
    draftMove(daysAgo(moving.ago), people.clerk, {
      slug,
      body: council,
      from,
      what: moving.what,
      kind: moving.kind,
      stays: moving.stays,
      endsOn: today.add({ days: moving.until }),
      freedHours: moving.freedHours,
      motion: `The council gives the group this business of the works committee: ${moving.what}.`,
      decidedOn: today.subtract({ days: moving.ago }),
      reference: moving.reference,
      votesFor,
      votesAgainst,
      abstentions,
      isCarried: true,
      dissent: '',
    }),
  )
  await done('confirm', confirmMove(daysAgo(moving.ago - 1), people.ragna, { slug, number: 1 }))
  if (moving.back)
    await done('back', giveBack(daysAgo(moving.back.ago), people.clerk, { slug, number: 1, words: moving.back.words }))
}
