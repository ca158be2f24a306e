import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { termsOf } from '../../../platform/directory/index.ts'
import { accountOfPerson, accountsOfPeople } from '../../../platform/identity/index.ts'
import { tell, tellThese } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { inCase } from '../in-case.ts'
import type { Problem } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type InviteInput = { readonly slug: string; readonly person: Id<'person'>; readonly words: string }

/** Asks a colleague to take the problem up too. She is told; nobody else is, and she is named nowhere. */
export function inviteSponsor(
  database: Database,
  actor: Actor,
  { slug, person, words }: InviteInput,
): Promise<Result<null, rules.InviteRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const account = await accountOfPerson(tx, person)
    const invited = {
      person,
      isSeated: (await termsOf(tx, [person])).get(person)?.isHeld === true,
      hasAccount: account !== undefined,
      isAsked: await isAsked(tx, problem, person),
    }
    const allowed = rules.invite(problem.sponsors, invited, actor)
    if (!allowed.ok) return allowed
    await store.putInvitation(tx, { problem: problem.id, person, invitedBy: allowed.value.person, words })
    await record(tx, {
      kind: 'problem.sponsor-invited',
      problem: problem.id,
      public: {},
      secret: { by: allowed.value.person, person, words },
      time: 'coarse',
    })
    await tellThese(tx, account ? [account.id] : [], {
      about: { kind: 'problem', id: problem.id },
      stage: 'problem',
      message: 'told.sponsor-invited',
      values: { politician: actor.name, question: problem.question },
      address: 'problem.page',
      params: { problem: slug },
    })
    return accept(null)
  })
}

/** She says no; only the one who asked hears of it. */
export function declineInvitation(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<null, rules.DeclineRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const waiting = await store.waitingInvitations(tx, { problem: problem.id })
    const hers = waiting.find(({ person }) => person === actor.person)
    const allowed = rules.decline(hers !== undefined, actor)
    if (!allowed.ok) return allowed
    await store.answerInvitation(tx, problem.id, { person: allowed.value.person, state: 'declined' })
    await record(tx, {
      kind: 'problem.sponsor-declined',
      problem: problem.id,
      public: {},
      secret: { person: allowed.value.person },
      time: 'coarse',
    })
    const asker = hers && (await accountOfPerson(tx, hers.invitedBy))
    await tellThese(tx, asker ? [asker.id] : [], {
      about: { kind: 'problem', id: problem.id },
      stage: 'problem',
      message: 'told.sponsor-declined',
      values: { politician: actor.name, question: problem.question },
      address: 'problem.page',
      params: { problem: slug },
    })
    return accept(null)
  })
}

/** Whom a body named says herself that she leads it; everybody who follows the problem is told. */
export function acceptNaming(
  database: Database,
  actor: Actor,
  { slug, words, language = 'und' }: { readonly slug: string; readonly words: string; readonly language?: string },
): Promise<Result<null, rules.AcceptRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.acceptNaming(problem.named, actor)
    if (!allowed.ok) return allowed
    const { person, account } = allowed.value
    await store.putAcceptance(tx, problem.id, { person, account, words, language })
    await record(tx, {
      kind: 'problem.sponsor-accepted',
      problem: problem.id,
      public: { person, words },
      time: 'exact',
    })
    await tell(tx, {
      about: { kind: 'problem', id: problem.id },
      stage: 'problem',
      message: 'told.sponsored',
      values: { politician: actor.name, question: problem.question },
      address: 'problem.page',
      params: { problem: slug },
      except: account,
    })
    return accept(null)
  })
}

/** Steps back with a reason everyone reads. Followers are told when nobody is left who leads. */
export function stepBack(
  database: Database,
  actor: Actor,
  { slug, reason, language = 'und' }: { readonly slug: string; readonly reason: string; readonly language?: string },
): Promise<Result<null, rules.StepBackRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.stepBack(problem.sponsors, { actor, reason })
    if (!allowed.ok) return allowed
    const { person, account, isLast } = allowed.value
    await store.endSponsorship(tx, problem.id, { person, reason, language })
    await record(tx, {
      kind: 'problem.sponsor-stepped-back',
      problem: problem.id,
      public: { person, reason, left: problem.sponsors.length - 1 },
      time: 'exact',
    })
    const news = {
      about: { kind: 'problem', id: problem.id },
      stage: 'problem',
      values: { politician: actor.name, question: problem.question },
      address: 'problem.page',
      params: { problem: slug },
    } as const
    if (isLast) await tell(tx, { ...news, message: 'told.last-sponsor-left', except: account })
    else await tellThese(tx, await accountsOf(tx, problem, person), { ...news, message: 'told.sponsor-left' })
    return accept(null)
  })
}

async function isAsked(tx: Tx, problem: Problem, person: Id<'person'>): Promise<boolean> {
  return (await store.waitingInvitations(tx, { problem: problem.id })).some((one) => one.person === person)
}

/** The others who have taken it up, where they can be told. */
async function accountsOf(tx: Tx, problem: Problem, except: Id<'person'>): Promise<readonly Id<'account'>[]> {
  return accountsOfPeople(
    tx,
    problem.sponsors.filter((person) => person !== except),
  )
}
