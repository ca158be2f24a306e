import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { ownCalendar, politicians, todayIn } from '../../../platform/directory/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { profileName } from '../arena.ts'
import { record } from '../facts.ts'
import { inArena, type Refusal } from '../in-arena.ts'
import { endSeat as putEnd, markChair } from '../seat-store.ts'
import type { Seat } from '../store.ts'
import { fillersOf, type Where } from './offering.ts'
import * as rules from './rules.ts'

export type LeaveInput = { readonly slug: string; readonly words: string }

/** What she wrote stays hers; her seat is free, and those who can fill it are told. */
export function leaveGroup(
  database: Database,
  actor: Actor,
  { slug, words }: LeaveInput,
): Promise<Result<null, Refusal<rules.LeaveRefusal>>> {
  return inArena(database, actor, slug, (tx, problem, arena) => leaveIn(tx, { problem, arena }, { actor, words }))
}

/** Within a transaction about the arena: also for whom staff write down that she leaves. */
export async function leaveIn(
  tx: Tx,
  where: Where,
  { actor, words }: { readonly actor: Actor; readonly words: string },
): Promise<Result<null, rules.LeaveRefusal>> {
  const seat = where.arena.seats.find(({ account }) => account === actor.account)
  const allowed = rules.leave(seat, actor)
  if (!allowed.ok) return allowed
  if (!seat) return refuse('no-seat')
  await endSeat(tx, where, { seat, why: 'left', words, except: allowed.value.account })
  return accept(null)
}

export type SeatInput = { readonly slug: string; readonly seat: Id<'seat'> }

/** Says that a politician's seat is free because she is one no more. */
export function vacateSeat(
  database: Database,
  actor: Actor,
  { slug, seat: id }: SeatInput,
): Promise<Result<null, Refusal<rules.VacateRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const seat = arena.seats.find((one) => one.id === id)
    const state = seat && { kind: seat.kind, isInOffice: await isInOffice(tx, seat) }
    const allowed = rules.vacate(arena, state, { actor, problem: problem.id })
    if (!allowed.ok) return allowed
    if (!seat) return refuse('no-seat')
    await endSeat(tx, { problem, arena }, { seat, why: 'out-of-office', words: '', except: allowed.value.account })
    await tellThese(tx, [seat.account], {
      about: { kind: 'problem', id: problem.id },
      stage: 'arena',
      message: 'told.seat-ended',
      values: { question: problem.question },
      address: 'arena.people',
      params: { problem: slug },
      except: allowed.value.account,
    })
    return accept(null)
  })
}

/** Another politician of the group leads it, after its chair has left. */
export function nameChair(
  database: Database,
  actor: Actor,
  { slug, seat: id }: SeatInput,
): Promise<Result<null, Refusal<rules.NameChairRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const seat = arena.seats.find((one) => one.id === id)
    const state = {
      seat: seat && { kind: seat.kind, isInOffice: await isInOffice(tx, seat) },
      hasChair: arena.seats.some(({ isChair }) => isChair) || arena.asked.some(({ isChair }) => isChair),
    }
    const allowed = rules.nameChair(arena, state, { actor, problem: problem.id })
    if (!allowed.ok) return allowed
    if (!seat) return refuse('no-seat')
    await markChair(tx, seat.id)
    await record(tx, {
      kind: 'arena.chair-named',
      problem: problem.id,
      public: { person: seat.person, by: actor.name },
      time: 'exact',
    })
    await tellThese(
      tx,
      arena.seats.map(({ account }) => account),
      {
        about: { kind: 'problem', id: problem.id },
        stage: 'arena',
        message: 'told.chair-named',
        values: { question: problem.question, name: seat.name },
        address: 'arena.people',
        params: { problem: slug },
        except: allowed.value.account,
      },
    )
    return accept(null)
  })
}

/** By the days of her membership: a term that has ended leaves no politician. */
export async function isInOffice(tx: Tx, { person }: Pick<Seat, 'person'>): Promise<boolean> {
  if (person === null) return false
  return (await politicians(tx, todayIn(await ownCalendar(tx), tx.now))).some(({ id }) => id === person)
}

type Ending = {
  readonly seat: Seat
  readonly why: 'left' | 'out-of-office'
  readonly words: string
  readonly except: Id<'account'>
}

async function endSeat(tx: Tx, where: Where, { seat, why, words, except }: Ending): Promise<void> {
  const { problem, arena } = where
  await putEnd(tx, seat.id, { why, words })
  await record(tx, {
    kind: 'arena.seat-left',
    problem: problem.id,
    public: { kind: seat.kind, profile: profileName(arena, seat.profile), isChair: seat.isChair, why },
    secret: { seat: seat.id, account: seat.account, words },
    time: 'exact',
  })
  await tellThese(tx, await fillersOf(tx, where), {
    about: { kind: 'problem', id: problem.id },
    stage: 'arena',
    message: seat.isChair ? 'told.chair-left' : 'told.seat-left',
    values: { question: problem.question, profile: profileName(arena, seat.profile) },
    address: 'arena.vacancies',
    params: { problem: problem.slug },
    except,
  })
}
