import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Read, Tx } from '../../platform/db/index.ts'
import { termsOf } from '../../platform/directory/index.ts'
import { carryFiles, filesOf } from '../../platform/files/index.ts'
import { unlessHidden } from '../../platform/moderation/index.ts'
import { follow, tell, tellThese } from '../../platform/notices/index.ts'
import { businessOf } from './business.ts'
import { hashesOf, keepFiles, type ProblemRefusal } from './commands.ts'
import { record } from './facts.ts'
import type { SentFiles } from './form.ts'
import * as framingStore from './framing-store.ts'
import type { FramingRow, FramingWords } from './framing-store.ts'
import { inCase } from './in-case.ts'
import { gatheredIn } from './merges/store.ts'
import * as rules from './rules.ts'
import type { Problem } from './store.ts'
import { countSupports } from './supports/jobs.ts'
import { isSupportedByOthers } from './supports/store.ts'

export type Reframing = FramingWords & { readonly kind: rules.FramingKind; readonly reason: string }

type Files = {
  readonly files?: SentFiles | undefined
  /** Files of the version in use that stay in this one; all of them where nothing is said. */
  readonly carried?: readonly Id<'file'>[] | undefined
}

export type ReframeInput = Reframing & Files & { readonly slug: string }

/** Puts the problem differently in one's own name. */
export async function proposeFraming(
  database: Database,
  actor: Actor,
  { slug, files, carried, ...words }: ReframeInput,
): Promise<
  Result<{ readonly number: number }, ProblemRefusal<rules.RaiseRefusal | 'goes-on-elsewhere' | 'nothing-changed'>>
> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.raise(actor)
    if (!allowed.ok) return allowed
    if (problem.mergedInto !== null) return refuse('goes-on-elsewhere')
    if (await changesNothing(tx, problem, { words, files, carried })) return refuse('nothing-changed')
    const by = { account: allowed.value.account, group: null, files, carried }
    return accept({ number: await putForward(tx, problem, words, by) })
  })
}

/** The version in use once more, word for word and with the same files: there would be nothing to answer. */
async function changesNothing(
  tx: Tx,
  problem: Problem,
  { words, files, carried }: Files & { readonly words: FramingWords },
): Promise<boolean> {
  const texts = ['question', 'whatHappens', 'whoIsAffected', 'howOften', 'sinceWhen', 'tried', 'place'] as const
  if (texts.some((name) => (words[name] ?? '') !== problem[name])) return false
  const [point, now] = [words.point ?? null, problem.point]
  if (point?.latitude !== now?.latitude || point?.longitude !== now?.longitude) return false
  if (files?.photo || files?.document) return false
  const current = (await framingStore.framings(tx, problem.id)).find((one) => one.state === 'current')
  return !carried || !current || (await filesOf(tx, [current.id])).every(({ id }) => carried.includes(id))
}

export type GroupFraming = Reframing & {
  readonly by: {
    /** Who put it forward for the group. */
    readonly account: Id<'account'>
    /** The group by its name in the place's language, and how many of its members stand behind it. */
    readonly group: { readonly name: string; readonly backers: number }
  }
}

/**
 * A later stage puts the problem differently in the name of a group, and gets the number of the version. The caller holds the
 * lock of the case and has asked its own rule who may; the answer is given here as to any other version.
 */
export async function proposeFramingFor(
  tx: Tx,
  problem: Problem,
  { by, ...words }: GroupFraming,
): Promise<{ readonly number: number }> {
  const number = await putForward(tx, problem, words, by)
  await tell(tx, {
    about: { kind: 'problem', id: problem.id },
    stage: 'problem',
    message: 'told.framing-by-group',
    values: { group: by.group.name, question: words.question },
    address: 'problem.page',
    params: { problem: problem.slug },
    except: by.account,
  })
  return { number }
}

type Author = Files & { readonly account: Id<'account'>; readonly group: FramingRow['group'] }

async function putForward(
  tx: Tx,
  problem: Problem,
  words: Reframing,
  { account, group, files, carried }: Author,
): Promise<number> {
  const before = await framingStore.framings(tx, problem.id)
  const number = before.length + 1
  const inUse = before.find((one) => one.state === 'current')
  const framing = await framingStore.putFraming(tx, problem.id, {
    ...(group && inUse ? whatIsKnown(inUse) : {}),
    ...words,
    language: words.language ?? problem.language,
    number,
    proposedBy: account,
    state: 'proposed',
    group,
  })
  if (inUse)
    await carryFiles(tx, {
      from: inUse.id,
      to: { kind: 'framing', id: framing },
      only: carried ?? (await filesOf(tx, [inUse.id])).map((file) => file.id),
    })
  await keepFiles(tx, files, { problem: problem.id, framing, by: account })
  await follow(tx, { account, about: { kind: 'framing', id: framing }, asAuthor: true })
  const { kind, ...said } = words
  await record(tx, {
    kind: 'problem.framing-proposed',
    problem: problem.id,
    public: { number, framing: kind, group: group?.name ?? null, backers: group?.backers ?? null },
    secret: { author: account, ...said, ...hashesOf(files) },
    time: 'coarse',
  })
  return number
}

/** A group rewrites the words; what is known of the problem stays with it. */
function whatIsKnown({ howOften, sinceWhen, tried, place, point }: FramingRow) {
  return { howOften, sinceWhen, tried, place, point }
}

export type AnswerFramingInput = {
  readonly slug: string
  readonly number: number
  readonly isAccepted: boolean
  readonly reason: string
  readonly language?: string
}

export async function answerFraming(
  database: Database,
  actor: Actor,
  { slug, number, isAccepted, reason, language = 'und' }: AnswerFramingInput,
): Promise<Result<null, ProblemRefusal<rules.AnswerFramingRefusal | 'no-such-framing'>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const framing = (await framingStore.framings(tx, problem.id)).find((one) => one.number === number)
    if (!framing) return refuse('no-such-framing')
    // Whatever number these words have reached, they have reached it before others take their place.
    if (isAccepted && problem.mergedInto === null) await countSupports(tx, problem.id)
    const allowed = rules.answerFraming(await answerState(tx, problem), framing, { actor, reason, isAccepted })
    if (!allowed.ok) return allowed
    const { account: by, as } = allowed.value
    const state = isAccepted ? 'current' : 'declined'
    await framingStore.answerFraming(tx, problem.id, number, { state, answer: reason, language, by, as })
    await record(tx, {
      kind: 'problem.framing-answered',
      problem: problem.id,
      public: { number, answer: isAccepted ? 'accepted' : 'declined', as },
      // Hidden with the problem, and a resident may have written it; nothing public of a fact is ever hidden.
      secret: { by, reason },
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
    if (isAccepted) await tellOfNewQuestion(tx, problem, { framing, by })
    return accept(null)
  })
}

type NewQuestion = { readonly framing: FramingRow; readonly by: Id<'account'> }

/** Who supports or follows the problem supported other words: she hears of it and can take her support back. */
async function tellOfNewQuestion(tx: Tx, problem: Problem, { framing, by }: NewQuestion): Promise<void> {
  await tell(tx, {
    about: { kind: 'problem', id: problem.id },
    stage: 'problem',
    message: framing.kind === 'another-problem' ? 'told.another-problem' : 'told.new-words',
    values: { before: problem.question, question: await unlessHidden(tx, framing.id, framing.question) },
    address: 'problem.page',
    params: { problem: problem.slug },
    except: by,
  })
}

/** The problem with what decides who may answer a new version. */
export async function answerState(read: Read, problem: Problem): Promise<Problem & rules.AnswerState> {
  const [terms, business, hasOthersBehind] = await Promise.all([
    termsOf(read, problem.sponsors),
    businessOf(read, problem.id),
    isSupportedByOthers(read, await gatheredIn(read, problem.id), problem.raisedBy),
  ])
  const sitting = problem.sponsors.filter((person) => terms.get(person)?.isHeld)
  return { ...problem, sitting, isBodysBusiness: business.length > 0, hasOthersBehind }
}
