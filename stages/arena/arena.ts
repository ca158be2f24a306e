import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { adoptedMandate, type Mandate } from '../mandate/index.ts'
import type { Problem } from '../problem/index.ts'
import { missingFrom, type Missing } from './composition.ts'
import { ruleOf, type Rule, type SetUp } from './composition/set-up.ts'
import { setUpOf } from './composition/store.ts'
import type { ArenaState } from './rules.ts'
import * as store from './store.ts'

/** Everything about the arena of one problem that pages and rules look at. */
export type Arena = ArenaState & {
  readonly mandate: Mandate | undefined
  readonly setUp: SetUp | undefined
  /** What the body fixed and, where it left room, what was set up. */
  readonly rule: Rule
  readonly call: store.Call | null
  readonly seats: readonly store.Seat[]
  readonly confirmation: store.Confirmation | undefined
  readonly missing: readonly Missing[]
}

export async function loadArena(read: Read, problem: Problem): Promise<Arena> {
  const [mandate, setUp, call, seats, confirmation] = await Promise.all([
    adoptedMandate(read, problem.id),
    setUpOf(read, problem.id),
    store.callOf(read, problem.id),
    store.seatsOf(read, problem.id),
    store.confirmationOf(read, problem.id),
  ])
  const rule = ruleOf(mandate, setUp)
  return {
    mandate,
    isMandateAdopted: mandate !== undefined,
    parentBody: mandate?.parentBody ?? null,
    sponsors: problem.sponsors,
    setUp,
    rule,
    call: call ?? null,
    seats,
    confirmation,
    isConfirmed: confirmation !== undefined,
    missing: missingFrom(rule, seats),
  }
}

export function profileName({ rule }: Pick<Arena, 'rule'>, id: Id<'profile'> | null): string {
  return rule.profiles.find((profile) => profile.id === id)?.name ?? ''
}
