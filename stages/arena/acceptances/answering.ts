import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { profileName } from '../arena.ts'
import { record } from '../facts.ts'
import { inArena, type Refusal } from '../in-arena.ts'
import { applicationOf } from '../store.ts'
import { fillersOf, takeSeat, type Where } from './offering.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type AnswerOfferInput = { readonly slug: string; readonly isYes: boolean; readonly words: string }

/** Yes: she sits. No, with words for those who chose or without: the seat is free again, and they are told. */
export function answerOffer(
  database: Database,
  actor: Actor,
  { slug, ...answer }: AnswerOfferInput,
): Promise<Result<null, Refusal<rules.AnswerOfferRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) =>
    answerIn(tx, { problem, arena }, { ...answer, actor, now: await clock(tx) }),
  )
}

type Answering = Omit<AnswerOfferInput, 'slug'> & {
  readonly actor: Actor
  /** When she said it. */
  readonly now: Temporal.Instant
}

/** Within a transaction about the arena: also for whom staff write down what she answers. */
export async function answerIn(
  tx: Tx,
  where: Where,
  { actor, now, isYes, words }: Answering,
): Promise<Result<null, rules.AnswerOfferRefusal>> {
  const { problem, arena } = where
  const offer = arena.offers.find(({ account, state }) => account === actor.account && state === 'waiting')
  const allowed = rules.answerOffer(offer, { isYes }, { actor, now })
  if (!allowed.ok) return allowed
  if (!offer) return refuse('no-offer')
  if (isYes) {
    const gender = (await applicationOf(tx, problem.id, offer.account))?.gender ?? null
    await takeSeat(tx, where, { ...offer, gender })
    await tellFillers(tx, where, { offer, message: 'told.offer-taken', except: allowed.value.account })
  } else {
    await store.putAnswer(tx, problem.id, { number: offer.number, state: 'declined', words })
    await recordRefused(tx, where, offer, 'declined')
    await tellFillers(tx, where, { offer, message: 'told.offer-declined', except: allowed.value.account })
  }
  return accept(null)
}

/** Silence after the day: she hears that the time is over, and those who lead that the seat is free. */
export async function lapseOffer(tx: Tx, where: Where, offer: store.Offer): Promise<void> {
  await store.putAnswer(tx, where.problem.id, { number: offer.number, state: 'lapsed' })
  await recordRefused(tx, where, offer, 'lapsed')
  await tellThese(tx, [offer.account], {
    about: { kind: 'problem', id: where.problem.id },
    stage: 'arena',
    message: 'told.offer-lapsed',
    values: { question: where.problem.question },
    address: 'arena.people',
    params: { problem: where.problem.slug },
  })
  await tellFillers(tx, where, { offer, message: 'told.offer-silent', except: null })
}

function recordRefused(
  tx: Tx,
  { problem, arena }: Where,
  { number, kind, profile }: store.Offer,
  how: 'declined' | 'lapsed',
): Promise<unknown> {
  return record(tx, {
    kind: 'arena.offer-refused',
    problem: problem.id,
    public: { offer: number, kind, profile: profileName(arena, profile), how },
    time: 'coarse',
  })
}

type Told = {
  readonly offer: store.Offer
  readonly message: 'told.offer-taken' | 'told.offer-declined' | 'told.offer-silent'
  readonly except: store.Offer['account'] | null
}

async function tellFillers(tx: Tx, where: Where, { offer, message, except }: Told): Promise<void> {
  await tellThese(tx, await fillersOf(tx, where), {
    about: { kind: 'problem', id: where.problem.id },
    stage: 'arena',
    message,
    values: { question: where.problem.question, profile: profileName(where.arena, offer.profile) },
    address: 'arena.vacancies',
    params: { problem: where.problem.slug },
    except,
  })
}
