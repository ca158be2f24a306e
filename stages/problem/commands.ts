import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { freeSlug, slugOf } from '@folkmoot/basics/slug.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { unlessHidden } from '../../platform/moderation/index.ts'
import { follow, tell, tellThese } from '../../platform/notices/index.ts'
import { hasChannel } from './agenda/rules.ts'
import { ruleInForce } from './agenda/store.ts'
import { record } from './facts.ts'
import { inCase } from './in-case.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type RaiseInput = {
  readonly question: string
  readonly whatHappens: string
  readonly whoIsAffected: string
  readonly language: string
}

export async function raiseProblem(
  database: Database,
  actor: Actor,
  input: RaiseInput,
): Promise<Result<{ readonly slug: string }, rules.RaiseRefusal | 'no-rule'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const allowed = rules.raise(actor)
    if (!allowed.ok) return allowed
    if (!hasChannel((await ruleInForce(tx)) !== undefined, actor)) return refuse('no-rule')
    const author = allowed.value.account
    const slug = await freeSlugFor(tx, input.question)
    const problem = await store.putProblem(tx, { ...input, slug, raisedBy: author, source: null })
    await follow(tx, { account: author, about: { kind: 'problem', id: problem }, asAuthor: true })
    await record(tx, {
      kind: 'problem.raised',
      problem,
      public: { slug },
      secret: { author, ...input },
      time: 'coarse',
    })
    return accept({ slug })
  })
}

export type ProblemRefusal<Code extends string> = Code | 'no-such-problem'

export async function sponsorProblem(
  database: Database,
  actor: Actor,
  { slug, words }: { readonly slug: string; readonly words: string },
): Promise<Result<null, ProblemRefusal<rules.SponsorRefusal>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const sponsoring = rules.sponsor(problem, actor)
    if (!sponsoring.ok) return sponsoring
    await store.putSponsorship(tx, problem.id, { ...sponsoring.value, words })
    await record(tx, {
      kind: 'problem.sponsored',
      problem: problem.id,
      public: { person: sponsoring.value.person, words },
      time: 'exact',
    })
    await tell(tx, {
      about: { kind: 'problem', id: problem.id },
      stage: 'problem',
      message: 'told.sponsored',
      values: { politician: actor.name, question: problem.question },
      address: 'journey',
      params: { problem: slug },
    })
    return accept(null)
  })
}

export type ReframeInput = {
  readonly slug: string
  readonly question: string
  readonly whatHappens: string
  readonly whoIsAffected: string
  readonly reason: string
}

export async function proposeFraming(
  database: Database,
  actor: Actor,
  input: ReframeInput,
): Promise<Result<{ readonly number: number }, ProblemRefusal<rules.RaiseRefusal>>> {
  return inCase(database, actor, input.slug, async (tx, problem) => {
    const allowed = rules.raise(actor)
    if (!allowed.ok) return allowed
    const number = (await store.framings(tx, problem.id)).length + 1
    const framing = await store.putFraming(tx, problem.id, {
      ...input,
      number,
      proposedBy: allowed.value.account,
      state: 'proposed',
    })
    await follow(tx, { account: allowed.value.account, about: { kind: 'framing', id: framing }, asAuthor: true })
    await record(tx, {
      kind: 'problem.framing-proposed',
      problem: problem.id,
      public: { number },
      secret: { author: allowed.value.account, ...input },
      time: 'coarse',
    })
    return accept({ number })
  })
}

export type AnswerFramingInput = {
  readonly slug: string
  readonly number: number
  readonly isAccepted: boolean
  readonly reason: string
}

export async function answerFraming(
  database: Database,
  actor: Actor,
  { slug, number, isAccepted, reason }: AnswerFramingInput,
): Promise<Result<null, ProblemRefusal<rules.AnswerFramingRefusal | 'no-such-framing'>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const framing = (await store.framings(tx, problem.id)).find((one) => one.number === number)
    if (!framing) return refuse('no-such-framing')
    const allowed = rules.answerFraming(problem, framing, { actor, reason })
    if (!allowed.ok) return allowed
    const state = isAccepted ? 'current' : 'declined'
    await store.answerFraming(tx, problem.id, number, { state, answer: reason, by: allowed.value.account })
    await record(tx, {
      kind: 'problem.framing-answered',
      problem: problem.id,
      public: { number, answer: isAccepted ? 'accepted' : 'declined', reason },
      time: 'exact',
    })
    await tellThese(tx, framing.proposedBy === null ? [] : [framing.proposedBy], {
      about: { kind: 'framing', id: framing.id },
      stage: 'problem',
      message: isAccepted ? 'told.framing-accepted' : 'told.framing-declined',
      values: { question: await unlessHidden(tx, framing.id, framing.question) },
      address: 'problem.page',
      params: { problem: slug },
    })
    return accept(null)
  })
}

async function freeSlugFor(tx: Tx, question: string): Promise<string> {
  const stem = slugOf(question, 'problem')
  await lockExclusive(tx, `slug ${stem}`)
  // `new` is the address of the form itself.
  return freeSlug(stem, new Set([...(await store.takenSlugs(tx, stem)), 'new']))
}
