import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { clock, lockShared, type Database, type Tx } from '../../platform/db/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { follow, tell } from '../../platform/notices/index.ts'
import { link } from '../../platform/thread/index.ts'
import { inCase, lockedProblem, problemBySlug } from '../problem/index.ts'
import { record } from './facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { putToAll } from './prepared/commands.ts'
import { handIn } from './waiting/commands.ts'
import { countWaitingOf, countWrittenBy, doesWait } from './waiting/store.ts'

export type StateInput = { readonly slug: string; readonly text: string; readonly language: string }

/** `number` is null while it waits to be let through: it has none yet. */
export type StatementWritten = { readonly number: number | null }

export async function writeStatement(
  database: Database,
  actor: Actor,
  { slug, text, language }: StateInput,
): Promise<Result<StatementWritten, rules.StateRefusal | 'no-such-problem'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const known = await problemBySlug(tx, slug)
    const first = known && (await store.consultationOf(tx, known.id))
    if (first) await lockShared(tx, first.id) // closing waits for this statement, or this statement sees the closing
    const found = await lockedProblem(tx, slug) // numbers have no gap
    if (!found.ok) return found
    const problem = found.value
    const consultation = first && (await store.consultationOf(tx, problem.id))
    const plainForm = rules.plainFormOf(text)
    const isTaken = consultation ? await isReadAlready(tx, consultation, plainForm) : false
    const writtenBy = actor.account
    const isWaiting =
      consultation && writtenBy ? await doesWait(tx, { consultation: consultation.id, plainForm, writtenBy }) : false
    const written = consultation && writtenBy ? await countWrittenBy(tx, consultation.id, writtenBy) : 0
    const waiting = consultation && writtenBy ? await countWaitingOf(tx, consultation.id, writtenBy) : 0
    const said = { plainForm, isTaken, isWaiting, waiting, written }
    const allowed = rules.state(consultation, said, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    if (!consultation) return refuse('not-open')
    const author = allowed.value.account
    if (consultation.moderation === 'before') {
      await handIn(tx, problem, {
        consultation: consultation.id,
        text,
        plainForm,
        language,
        writtenBy: author,
      })
      return accept({ number: null })
    }
    const number = await store.nextNumber(tx, consultation.id)
    const id = await store.putStatement(tx, {
      consultation: consultation.id,
      number,
      text,
      plainForm,
      isSeed: false,
      language,
      writtenBy: author,
      source: null,
    })
    const statement = { kind: 'statement', id } as const
    await link(tx, statement, 'about', { kind: 'problem', id: problem.id })
    await follow(tx, { account: author, about: statement, asAuthor: true })
    await record(tx, {
      kind: 'opinion.stated',
      problem: problem.id,
      public: { number },
      secret: { author, text, language },
      time: 'coarse',
    })
    return accept({ number })
  })
}

/** What is hidden says nothing where a moderator reads before: the same words are looked at like any others. */
async function isReadAlready(tx: Tx, { id, moderation }: store.Consultation, plainForm: string): Promise<boolean> {
  const same = await store.saidAs(tx, id, plainForm)
  return same !== undefined && (moderation === 'after' || !(await hiddenAmong(tx, [same])).has(same))
}

export type OpenInput = {
  readonly slug: string
  /** Open until the end of this day, there. */
  readonly until: Temporal.PlainDate
  readonly timeZone: string
  readonly shows: rules.Shows
  /** Whether moderators read statements before everybody does; after, where nothing is said. */
  readonly moderation?: rules.Moderation
  /** How sure it must be who votes; as a mailed code, where nothing is said. */
  readonly leastAssurance?: rules.LeastAssurance
  readonly decided: string
}

export async function openConsultation(
  database: Database,
  actor: Actor,
  { slug, until, timeZone, shows, moderation = 'after', leastAssurance = 'low', decided }: OpenInput,
): Promise<Result<null, rules.OpenRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const existing = await store.consultationOf(tx, problem.id)
    const closesAt = endOfDay(until, timeZone)
    const allowed = rules.open(existing, { problem: problem.id, decided, closesAt }, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const id = await store.putConsultation(tx, {
      problem: problem.id,
      slug,
      openedAt: tx.now,
      closesAt,
      closedAt: null,
      shows,
      moderation,
      leastAssurance,
      openedBy: allowed.value.account,
      decided,
      source: null,
    })
    const prepared = await putToAll(tx, problem, id)
    await record(tx, {
      kind: 'opinion.opened',
      problem: problem.id,
      public: { closesAt: closesAt.toString(), shows, moderation, leastAssurance, prepared, by: actor.name, decided },
      time: 'exact',
    })
    await tell(tx, {
      about: { kind: 'problem', id: problem.id },
      stage: 'opinion',
      message: 'told.opened',
      values: { question: problem.question },
      address: 'opinion.statements',
      params: { problem: slug },
      except: actor.account,
    })
    return accept(null)
  })
}
