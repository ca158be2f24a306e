import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockExclusive, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { follow, followersOf, tell, tellThese } from '../../../platform/notices/index.ts'
import { link, unlink } from '../../../platform/thread/index.ts'
import { answersOf } from '../answers/store.ts'
import { owedOf } from '../answers/owing.ts'
import { agendaOf } from '../agenda/store.ts'
import { freeSlugFor } from '../commands.ts'
import { record } from '../facts.ts'
import { answerState } from '../framing-commands.ts'
import { inCase } from '../in-case.ts'
import { problemBySlug, problemsById, putProblem, type Problem } from '../store.ts'
import { countSupports } from '../supports/jobs.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type MergeInput = { readonly slug: string; readonly into: string; readonly reason: string }
type Missing = 'no-such-problem' | 'no-such-target'

/** Lets a problem go on in another one. It stays to be read; its supports count there, each account once. */
export async function mergeProblem(
  database: Database,
  actor: Actor,
  { slug, into, reason }: MergeInput,
): Promise<Result<{ readonly into: string }, rules.MergeRefusal | Missing>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const both = await lockedBoth(tx, slug, into)
    if (!both.ok) return both
    const { from, target } = both.value
    // What it has reached by now its body owes, also where the job has not come to it yet.
    if (from.mergedInto === null) await countSupports(tx, from.id)
    const [of, to] = [await stateOf(tx, from), await stateOf(tx, target)]
    const allowed = rules.merge(of, to, { actor, reason, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    await store.putMerger(tx, { problem: from.id, into: target.id, reason, by })
    await link(tx, thing(from), 'merged-into', thing(target))
    await record(tx, {
      kind: 'problem.merged',
      problem: from.id,
      public: { into: target.slug, reason },
      secret: { by },
      time: 'exact',
    })
    // Linked to where it goes on: so followers of both are told, each once.
    await tell(tx, {
      about: thing(from),
      stage: 'problem',
      message: 'told.merged',
      values: { question: from.question, into: target.question },
      address: 'problem.page',
      params: { problem: from.slug },
      except: by,
    })
    return accept({ into: target.slug })
  })
}

/** Takes a merger back. Who supported only the one is counted only there again. */
export async function undoMerger(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<null, 'no-such-problem' | 'not-merged' | 'not-yours-to-undo' | 'too-late'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const merged = await store.mergerOf(tx, problem.id)
    const [target] = merged ? await problemsById(tx, [merged.into]) : []
    const into = target ? await answerState(tx, target) : undefined
    const { raisedBy, sitting } = await answerState(tx, problem)
    const concerned = { from: { raisedBy, sponsors: sitting }, into: { sponsors: into?.sitting ?? [] } }
    const allowed = rules.undo(merged, concerned, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    if (!merged) return refuse('not-merged')
    await store.endMerger(tx, problem.id)
    await record(tx, {
      kind: 'problem.merger-undone',
      problem: problem.id,
      public: { from: target?.slug ?? '' },
      secret: { by: allowed.value.account },
      time: 'exact',
    })
    await unlink(tx, thing(problem), 'merged-into', { kind: 'problem', id: merged.into })
    await tellThese(tx, await followersOf(tx, [problem.id, merged.into]), {
      about: thing(problem),
      stage: 'problem',
      message: 'told.merger-undone',
      values: { question: problem.question, into: target?.question ?? '' },
      address: 'problem.page',
      params: { problem: slug },
      except: allowed.value.account,
    })
    return accept(null)
  })
}

export type Part = { readonly question: string; readonly whatHappens: string; readonly whoIsAffected: string }
export type SplitInput = { readonly slug: string; readonly reason: string; readonly parts: readonly Part[] }

/** Parts a problem into several, each with words of its own. Who follows the whole hears of it and joins what concerns her. */
export async function splitProblem(
  database: Database,
  actor: Actor,
  { slug, reason, parts }: SplitInput,
): Promise<Result<readonly string[], rules.SplitRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, whole) => {
    const allowed = rules.split(await stateOf(tx, whole), { actor, reason, parts: parts.length })
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    const slugs: string[] = []
    for (const words of parts) slugs.push(await putPartOf(tx, whole, { words, reason, by }))
    await record(tx, {
      kind: 'problem.split',
      problem: whole.id,
      public: { parts: slugs, reason },
      secret: { by },
      time: 'exact',
    })
    await tell(tx, {
      about: thing(whole),
      stage: 'problem',
      message: 'told.split',
      values: { question: whole.question, count: slugs.length },
      address: 'problem.page',
      params: { problem: slug },
      except: by,
    })
    return accept(slugs)
  })
}

type OfWhole = { readonly words: Part; readonly reason: string; readonly by: Id<'account'> }

/** A part has the words of whoever parts: it is in nobody else's name. She who raised the whole follows it. */
async function putPartOf(tx: Tx, whole: Problem, { words, reason, by }: OfWhole): Promise<string> {
  const slug = await freeSlugFor(tx, words.question)
  const { problem: part } = await putProblem(tx, {
    ...words,
    slug,
    raisedBy: null,
    writtenDown: { channel: 'parted', by, receipt: null },
    language: whole.language,
    source: null,
  })
  await store.putPart(tx, { part, whole: whole.id, reason, by })
  await link(tx, { kind: 'problem', id: part }, 'part-of', thing(whole))
  if (whole.raisedBy !== null) await follow(tx, { account: whole.raisedBy, about: { kind: 'problem', id: part } })
  await record(tx, {
    kind: 'problem.raised',
    problem: part,
    public: { slug },
    secret: { author: by, ...words },
    time: 'coarse',
  })
  return slug
}

/** Called by a later stage when a body votes on a mandate for this case: from then on it stays where it is. */
export async function holdCase(tx: Tx, problem: Problem): Promise<Result<null, 'goes-on-elsewhere'>> {
  if (problem.mergedInto !== null) return refuse('goes-on-elsewhere')
  await store.putHeld(tx, problem.id)
  return accept(null)
}

export async function stateOf(read: Read, problem: Problem): Promise<rules.MergeState> {
  const [{ sitting }, isHeld, agenda, debts, answers] = await Promise.all([
    answerState(read, problem),
    store.isHeld(read, problem.id),
    agendaOf(read, problem.id),
    owedOf(read, problem.id),
    answersOf(read, problem.id),
  ])
  const last = answers.find(({ confirmedAt }) => confirmedAt !== null)?.outcome
  const isOwed = debts.some(({ answeredAt }) => answeredAt === null)
  const isOver = agenda !== undefined && (agenda.lapsedAt !== null || agenda.settledAt !== null)
  const goesOn = isHeld || last === 'taken-up'
  return {
    id: problem.id,
    raisedBy: problem.raisedBy,
    sponsors: sitting,
    mergedInto: problem.mergedInto,
    isHeld,
    isTold: problem.source !== null,
    hasEnded: !isHeld && (last === 'refused' || (isOver && !goesOn)),
    isOwed,
    closesAt: goesOn || isOwed ? null : (agenda?.closesAt ?? null),
  }
}

/** Both under their locks: one order for whoever takes two, so that nobody waits for each other. */
async function lockedBoth(
  tx: Tx,
  slug: string,
  into: string,
): Promise<Result<{ readonly from: Problem; readonly target: Problem }, Missing>> {
  const known = await problemBySlug(tx, slug)
  if (!known) return refuse('no-such-problem')
  const aimed = await problemBySlug(tx, into)
  if (!aimed) return refuse('no-such-target')
  // Two mergers at once could make a circle together: they come one after the other.
  await lockExclusive(tx, `mergers ${tx.jurisdiction}`)
  const end = await store.endOf(tx, aimed.id)
  for (const id of [known.id, end].sort()) await lockExclusive(tx, id)
  const found = new Map((await problemsById(tx, [known.id, end])).map((one) => [one.id, one]))
  const [from, target] = [found.get(known.id), found.get(end)]
  if (!from) return refuse('no-such-problem')
  return target ? accept({ from, target }) : refuse('no-such-target')
}

function thing({ id }: Problem) {
  return { kind: 'problem', id } as const
}
