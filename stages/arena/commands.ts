import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { clock, type Database, type Tx } from '../../platform/db/index.ts'
import { accountOfPerson } from '../../platform/identity/index.ts'
import { follow, tell, tellThese } from '../../platform/notices/index.ts'
import { charterFact } from '../mandate/index.ts'
import type { Problem } from '../problem/index.ts'
import { record } from './facts.ts'
import { putToldFeatures, type NewlyTold } from './features/told-store.ts'
import { profileName, type Arena } from './arena.ts'
import { inArena, type Refusal } from './in-arena.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

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
  /** What else she tells of herself, for counting; where the place asks for nothing, nothing. */
  readonly told?: NewlyTold | undefined
}

export function applyForSeat(
  database: Database,
  actor: Actor,
  { slug, told = new Map(), ...input }: ApplyInput,
): Promise<Result<{ readonly number: number }, Refusal<rules.ApplyRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const all = await store.applicationsOf(tx, problem.id)
    const asked = {
      hasApplied: all.some((one) => one.account === actor.account),
      isProfile: arena.rule.profiles.some((profile) => profile.id === input.profile),
    }
    const allowed = rules.apply(arena, asked, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    const number = all.length + 1
    const id = await store.putApplication(tx, problem.id, { ...input, number, account })
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
  })
}

export type AnswerInput = {
  readonly slug: string
  readonly number: number
  readonly isSelected: boolean
  readonly reason: string
}

export function answerApplication(
  database: Database,
  actor: Actor,
  { slug, number, isSelected, reason }: AnswerInput,
): Promise<Result<null, Refusal<rules.AnswerRefusal | 'no-such-application' | 'seated-already'>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const application = (await store.applicationsOf(tx, problem.id)).find((one) => one.number === number)
    if (!application) return refuse('no-such-application')
    const allowed = rules.answerApplication(arena, application, { actor, reason })
    if (!allowed.ok) return allowed
    // Elected and seated as a politician since she asked.
    if (isSelected && arena.seats.some((one) => one.account === application.account)) return refuse('seated-already')
    const by = allowed.value.account
    await store.answerApplication(tx, application.id, {
      state: isSelected ? 'selected' : 'not-selected',
      answer: reason,
      by,
    })
    if (isSelected) {
      await seat(
        tx,
        { problem, arena },
        {
          account: application.account,
          person: null,
          kind: 'citizen',
          profile: application.profile,
          gender: application.gender,
          isChair: false,
          reason,
          by,
        },
      )
    }
    await record(tx, {
      kind: 'arena.application-answered',
      problem: problem.id,
      public: {},
      secret: { application: application.id, isSelected, reason },
      time: 'coarse',
    })
    await tellThese(tx, [application.account], {
      about: { kind: 'application', id: application.id },
      stage: 'arena',
      message: isSelected ? 'told.selected' : 'told.not-selected',
      values: { question: problem.question, reason },
      address: 'arena.application',
      params: { problem: slug },
    })
    return accept(null)
  })
}

export type SeatInput = {
  readonly slug: string
  readonly person: Id<'person'>
  readonly isChair: boolean
  readonly reason: string
}

export function seatPolitician(
  database: Database,
  actor: Actor,
  { slug, person, isChair, reason }: SeatInput,
): Promise<Result<null, Refusal<rules.SeatRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const account = await accountOfPerson(tx, person)
    const politician = {
      hasAccount: account !== undefined,
      isSeated: arena.seats.some((one) => one.person === person || one.account === account?.id),
      isChair,
      isChairTaken: arena.seats.some((one) => one.isChair),
    }
    const allowed = rules.seatPolitician(arena, politician, { actor, reason })
    if (!allowed.ok) return allowed
    if (!account) return refuse('no-account')
    await seat(
      tx,
      { problem, arena },
      {
        account: account.id,
        person,
        kind: 'politician',
        profile: null,
        gender: null,
        isChair,
        reason,
        by: allowed.value.account,
      },
    )
    return accept(null)
  })
}

/** The seat, its fact, and from now on she hears what happens to the case. */
async function seat(
  tx: Tx,
  { problem, arena }: { problem: Problem; arena: Arena },
  taken: store.NewSeat,
): Promise<void> {
  const id = await store.putSeat(tx, problem.id, taken)
  await follow(tx, { account: taken.account, about: { kind: 'problem', id: problem.id }, asAuthor: false })
  await record(tx, {
    kind: 'arena.seated',
    problem: problem.id,
    public: {
      kind: taken.kind,
      profile: profileName(arena, taken.profile),
      isChair: taken.isChair,
      reason: taken.reason,
    },
    secret: { seat: id, account: taken.account },
    time: 'exact',
  })
}

export function confirmGroup(
  database: Database,
  actor: Actor,
  { slug, exception }: { readonly slug: string; readonly exception: string },
): Promise<Result<null, Refusal<rules.ConfirmRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const waiting = (await store.applicationsOf(tx, problem.id)).filter((one) => one.state === 'waiting').length
    const group = { missing: arena.missing.length, hasChair: arena.seats.some((one) => one.isChair), waiting }
    const allowed = rules.confirm(arena, group, { actor, exception })
    if (!allowed.ok) return allowed
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
