import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { clock, type Database, type Tx } from '../../platform/db/index.ts'
import { accountOfPerson } from '../../platform/identity/index.ts'
import { follow, tell } from '../../platform/notices/index.ts'
import { charterFact } from '../mandate/index.ts'
import { declarationOf, type Problem } from '../problem/index.ts'
import { profilesCalledFor, type Arena } from './arena.ts'
import { whyNotKept } from './composition/kept-seats.ts'
import { record } from './facts.ts'
import { putToldFeatures, type NewlyTold } from './features/told-store.ts'
import { offerPoliticianSeat } from './acceptances/offering.ts'
import { fill, type FillRefusal } from './acceptances/rules.ts'
import { freeSeats } from './acceptances/vacancy-rules.ts'
import { inArena, type Refusal } from './in-arena.ts'
import { isDrawing } from './lottery/rules.ts'
import { lotteryOf } from './lottery/store.ts'
import * as rules from './rules.ts'
import { answerTheRest } from './selecting.ts'
import * as store from './store.ts'
import { householdOf, putApplication } from './application-store.ts'

export type CallInput = { readonly slug: string; readonly until: Temporal.PlainDate; readonly timeZone: string }

export function openCall(
  database: Database,
  actor: Actor,
  { slug, until, timeZone }: CallInput,
): Promise<Result<null, Refusal<rules.OpenCallRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const closesAt = endOfDay(until, timeZone)
    const allowed = rules.openCall(arena, { closesAt, until }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    await store.putCall(tx, problem.id, { by: allowed.value.account, closesAt })
    await record(tx, {
      kind: 'arena.call-opened',
      problem: problem.id,
      public: { closesAt: closesAt.toString(), by: actor.name, mandate: await charterFact(tx, arena.mandate) },
      time: 'exact',
    })
    await tell(tx, {
      about: { kind: 'problem', id: problem.id },
      stage: 'arena',
      message: 'told.call-opened',
      values: { question: problem.question },
      address: 'arena.people',
      params: { problem: slug },
      except: actor.account,
    })
    return accept(null)
  })
}

export type ApplyInput = {
  readonly slug: string
  readonly profile: Id<'profile'>
  readonly motivation: string
  readonly tie: string
  readonly gender: store.Gender | null
  /** Asked for where at most one from each household sits; only a number made of it is kept. */
  readonly address?: string | undefined
  /** What else she tells of herself, for counting; where the place asks for nothing, nothing. */
  readonly told?: NewlyTold | undefined
}

export function applyForSeat(
  database: Database,
  actor: Actor,
  { slug, ...input }: ApplyInput,
): Promise<Result<{ readonly number: number }, Refusal<rules.ApplyRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) =>
    applyIn(tx, { problem, arena }, { actor, input, now: await clock(tx) }),
  )
}

type Applying = {
  readonly actor: Actor
  readonly input: Omit<ApplyInput, 'slug'>
  /** When she asked for it. */
  readonly now: Temporal.Instant
}

/** Within a transaction about the arena: also for whom staff write down what she asked for. */
export async function applyIn(
  tx: Tx,
  { problem, arena }: { readonly problem: Problem; readonly arena: Arena },
  { actor, input: { told = new Map(), address = '', ...input }, now }: Applying,
): Promise<Result<{ readonly number: number }, rules.ApplyRefusal>> {
  const all = await store.applicationsOf(tx, problem.id)
  const profile = profilesCalledFor(arena).find(({ id }) => id === input.profile)
  const declared = actor.account === null ? undefined : await declarationOf(tx, actor.account)
  const asked = {
    hasApplied: all.some((one) => one.account === actor.account && one.state !== 'withdrawn'),
    isProfile: profile !== undefined,
    notKept: whyNotKept(profile, { actor, declared }),
    isAddressMissing: (arena.setUp?.isOnePerHousehold ?? false) && address.trim() === '',
  }
  const allowed = rules.apply(arena, asked, { actor, now })
  if (!allowed.ok) return allowed
  const { account } = allowed.value
  const number = Math.max(0, ...all.map((one) => one.number)) + 1
  const household = await householdOf(tx, problem.id, address)
  const id = await putApplication(tx, problem.id, { ...input, number, account, household })
  await putToldFeatures(tx, account, told)
  await follow(tx, { account, about: { kind: 'application', id }, asAuthor: true })
  await record(tx, {
    kind: 'arena.applied',
    problem: problem.id,
    public: {},
    secret: { account, ...input },
    time: 'coarse',
  })
  return accept({ number })
}

export type SeatInput = {
  readonly slug: string
  readonly person: Id<'person'>
  readonly isChair: boolean
  readonly reason: string
  /** Why she, who sits in as many groups as the place asks of one; '' or left out where she does not. */
  readonly overLimit?: string
}

export function seatPolitician(
  database: Database,
  actor: Actor,
  { slug, person, isChair, reason, overLimit = '' }: SeatInput,
): Promise<Result<null, Refusal<rules.SeatRefusal | FillRefusal | 'over-limit'>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const account = await accountOfPerson(tx, person)
    const politician = {
      hasAccount: account !== undefined,
      isSeated: [...arena.seats, ...arena.asked].some((one) => one.person === person || one.account === account?.id),
      isChair,
      isChairTaken: [...arena.seats, ...arena.asked].some((one) => one.isChair),
      free: freeSeats(arena.filling, 'politician'),
    }
    const may = fill(arena, problem.id, actor)
    if (!may.ok) return may
    const allowed = rules.seatPolitician(politician, { actor: may.value, reason })
    if (!allowed.ok) return allowed
    if (!account) return refuse('no-account')
    const offering = { account: account.id, person, isChair, reason, overLimit, madeBy: allowed.value.account }
    return offerPoliticianSeat(tx, { problem, arena }, offering)
  })
}

export type ConfirmInput = {
  readonly slug: string
  readonly exception: string
  /** One answer to all who still wait for theirs. */
  readonly toTheRest?: string | undefined
}

export function confirmGroup(
  database: Database,
  actor: Actor,
  { slug, exception, toTheRest = '' }: ConfirmInput,
): Promise<Result<null, Refusal<rules.ConfirmRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const waiting = (await store.applicationsOf(tx, problem.id)).filter((one) => one.state === 'waiting').length
    const group = {
      missing: arena.missing.length,
      hasChair: arena.seats.some((one) => one.isChair),
      waiting: toTheRest.trim() === '' ? waiting : 0,
      asked: arena.asked.length,
      isDrawing: isDrawing(await lotteryOf(tx, problem.id)),
    }
    const allowed = rules.confirm(arena, group, { actor, exception })
    if (!allowed.ok) return allowed
    await answerTheRest(tx, { problem, arena }, { reason: toTheRest, by: allowed.value.account })
    await store.putConfirmation(tx, problem.id, { by: allowed.value.account, exception })
    await record(tx, {
      kind: 'arena.confirmed',
      problem: problem.id,
      public: {
        politicians: arena.seats.filter((one) => one.kind === 'politician').length,
        citizens: arena.seats.filter((one) => one.kind === 'citizen').length,
        missing: arena.missing.map(({ what }) => what),
        exception,
        mandate: await charterFact(tx, arena.mandate),
      },
      time: 'exact',
    })
    await tell(tx, {
      about: { kind: 'problem', id: problem.id },
      stage: 'arena',
      message: 'told.confirmed',
      values: { question: problem.question },
      address: 'arena.people',
      params: { problem: slug },
      except: actor.account,
    })
    return accept(null)
  })
}
