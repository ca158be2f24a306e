import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { freeSlug, slugOf } from '@folkmoot/basics/slug.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { carryFiles, filesOf, keepFile } from '../../platform/files/index.ts'
import { unlessHidden } from '../../platform/moderation/index.ts'
import { follow, tell, tellThese } from '../../platform/notices/index.ts'
import { hasChannel } from './agenda/rules.ts'
import { ruleInForce } from './agenda/store.ts'
import { record } from './facts.ts'
import type { SentFiles } from './form.ts'
import * as framingStore from './framing-store.ts'
import type { FramingWords } from './framing-store.ts'
import { inCase } from './in-case.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type RaiseInput = FramingWords & { readonly language: string; readonly files?: SentFiles | undefined }

export async function raiseProblem(
  database: Database,
  actor: Actor,
  { files, ...input }: RaiseInput,
): Promise<Result<{ readonly slug: string }, rules.RaiseRefusal | 'no-rule'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const allowed = rules.raise(actor)
    if (!allowed.ok) return allowed
    if (!hasChannel((await ruleInForce(tx)) !== undefined, actor)) return refuse('no-rule')
    const author = allowed.value.account
    const slug = await freeSlugFor(tx, input.question)
    const { problem, framing } = await store.putProblem(tx, { ...input, slug, raisedBy: author, source: null })
    await keepFiles(tx, files, { problem, framing, by: author })
    await follow(tx, { account: author, about: { kind: 'problem', id: problem }, asAuthor: true })
    await record(tx, {
      kind: 'problem.raised',
      problem,
      public: { slug },
      secret: { author, ...input, ...hashesOf(files) },
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

export type ReframeInput = FramingWords & {
  readonly slug: string
  readonly reason: string
  readonly files?: SentFiles | undefined
  /** Files of the version in use that stay in this one; all of them where nothing is said. */
  readonly carried?: readonly Id<'file'>[] | undefined
}

export async function proposeFraming(
  database: Database,
  actor: Actor,
  { files, carried, ...input }: ReframeInput,
): Promise<Result<{ readonly number: number }, ProblemRefusal<rules.RaiseRefusal>>> {
  return inCase(database, actor, input.slug, async (tx, problem) => {
    const allowed = rules.raise(actor)
    if (!allowed.ok) return allowed
    const before = await framingStore.framings(tx, problem.id)
    const number = before.length + 1
    const framing = await framingStore.putFraming(tx, problem.id, {
      ...input,
      number,
      proposedBy: allowed.value.account,
      state: 'proposed',
    })
    const now = before.find((one) => one.state === 'current')
    if (now)
      await carryFiles(tx, {
        from: now.id,
        to: { kind: 'framing', id: framing },
        only: carried ?? (await filesOf(tx, [now.id])).map((file) => file.id),
      })
    await keepFiles(tx, files, { problem: problem.id, framing, by: allowed.value.account })
    await follow(tx, { account: allowed.value.account, about: { kind: 'framing', id: framing }, asAuthor: true })
    await record(tx, {
      kind: 'problem.framing-proposed',
      problem: problem.id,
      public: { number },
      secret: { author: allowed.value.account, ...input, ...hashesOf(files) },
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
    const framing = (await framingStore.framings(tx, problem.id)).find((one) => one.number === number)
    if (!framing) return refuse('no-such-framing')
    const allowed = rules.answerFraming(problem, framing, { actor, reason })
    if (!allowed.ok) return allowed
    const state = isAccepted ? 'current' : 'declined'
    await framingStore.answerFraming(tx, problem.id, number, { state, answer: reason, by: allowed.value.account })
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

type Framed = { readonly problem: Id<'problem'>; readonly framing: Id<'framing'>; readonly by: Id<'account'> | null }

/** A picture and a document become part of the framing; they go where the problem is hidden, too. */
export async function keepFiles(tx: Tx, files: SentFiles | undefined, { problem, framing, by }: Framed): Promise<void> {
  const where = { about: { kind: 'framing', id: framing }, within: { kind: 'problem', id: problem }, by } as const
  if (files?.photo) await keepFile(tx, { file: files.photo, alt: files.alt, ...where })
  if (files?.document) await keepFile(tx, { file: files.document, alt: '', ...where })
}

/** What the ledger commits to of the files: their content. */
export function hashesOf(files: SentFiles | undefined): JsonObject {
  return { photo: files?.photo?.hash ?? null, document: files?.document?.hash ?? null }
}

export async function freeSlugFor(tx: Tx, question: string): Promise<string> {
  const stem = slugOf(question, 'problem')
  await lockExclusive(tx, `slug ${stem}`)
  // Addresses of the forms themselves.
  return freeSlug(stem, new Set([...(await store.takenSlugs(tx, stem)), 'new', 'near', 'by-staff']))
}
