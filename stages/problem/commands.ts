import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { freeSlug, slugOf } from '@folkmoot/basics/slug.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { keepFile } from '../../platform/files/index.ts'
import { follow, tell } from '../../platform/notices/index.ts'
import { joinToEarlier, raisableAgain, type Earlier, type EarlierRefusal } from './answers/again.ts'
import { hasChannel } from './agenda/rules.ts'
import { ruleInForce } from './agenda/store.ts'
import { record } from './facts.ts'
import type { SentFiles } from './form.ts'
import type { FramingWords } from './framing-store.ts'
import { inCase } from './in-case.ts'
import * as rules from './rules.ts'
import { takeUp } from './sponsors/taking-up.ts'
import * as store from './store.ts'

export type RaiseInput = FramingWords & {
  readonly language: string
  readonly files?: SentFiles | undefined
  /** The problem she says she raises again. */
  readonly earlier?: Earlier | undefined
}

export async function raiseProblem(
  database: Database,
  actor: Actor,
  { files, earlier, ...input }: RaiseInput,
): Promise<Result<{ readonly slug: string }, rules.RaiseRefusal | 'no-rule' | EarlierRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const allowed = rules.raise(actor)
    if (!allowed.ok) return allowed
    if (!hasChannel((await ruleInForce(tx)) !== undefined, actor)) return refuse('no-rule')
    const again = earlier && (await raisableAgain(tx, earlier))
    if (again && !again.ok) return again
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
    if (again?.ok && earlier) await joinToEarlier(tx, problem, { earlier: again.value, newFacts: earlier.newFacts })
    return accept({ slug })
  })
}

export type ProblemRefusal<Code extends string> = Code | 'no-such-problem'

export async function sponsorProblem(
  database: Database,
  actor: Actor,
  { slug, words, language }: { readonly slug: string; readonly words: string; readonly language?: string },
): Promise<Result<null, ProblemRefusal<rules.SponsorRefusal>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const sponsoring = rules.sponsor(problem, actor)
    if (!sponsoring.ok) return sponsoring
    await takeUp(tx, problem.id, { ...sponsoring.value, words, language })
    await tell(tx, {
      about: { kind: 'problem', id: problem.id },
      stage: 'problem',
      message: 'told.sponsored',
      values: { politician: actor.name, question: problem.question },
      address: 'journey',
      params: { problem: slug },
      except: sponsoring.value.account,
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
