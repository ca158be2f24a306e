import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockExclusive, lockShared, type Database, type Tx } from '../../../platform/db/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { follow, tell } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { problemBySlug, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { consultationOf, statementsIn } from '../store.ts'
import * as rules from './rules.ts'
import { lastOf, type Position } from './position.ts'
import { positionOf, putPosition, putRevision } from './store.ts'

export type TakeInput = rules.Said & {
  readonly slug: string
  /** Of the statement. */
  readonly number: number
  readonly language: string
  /** Whose day it is: nobody is told twice of one politician on one day. */
  readonly timeZone: string
}

/** A politician says in public what she thinks of a statement, or that she changed her mind. Her vote is another matter, and secret. */
export async function takePosition(
  database: Database,
  actor: Actor,
  { slug, number, choice, reason, language, timeZone }: TakeInput,
): Promise<Result<{ readonly isChanged: boolean }, rules.TakeRefusal | 'no-such-problem'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const problem = await problemBySlug(tx, slug)
    if (!problem) return refuse('no-such-problem')
    const first = await consultationOf(tx, problem.id)
    if (first) await lockShared(tx, first.id) // the close waits for it, or it is marked as later than the close
    await lockExclusive(tx, `${actor.person} ${first?.id} ${number}`) // two presses do not both come first
    const consultation = first && (await consultationOf(tx, problem.id))
    const statement = first && (await statementsIn(tx, first.id)).find((one) => one.number === number)
    const isHidden = (await hiddenAmong(tx, [problem.id, ...(statement ? [statement.id] : [])])).size > 0
    const person = actor.person
    const before = statement && person ? await positionOf(tx, { statement: statement.id, person }) : undefined
    const now = await clock(tx)
    const state = {
      consultation,
      isTold: consultation !== undefined && (consultation.source !== null || consultation.isHearing),
      statement: statement && { isTakenOut: statement.isTakenOut, isHidden },
      last: before && lastOf(before),
      taken: before?.revisions.length ?? 0,
    }
    const allowed = rules.takePosition(state, { choice, reason }, { actor, now })
    if (!allowed.ok) return allowed
    if (!statement) return refuse('no-such-statement')
    const taken = { ...allowed.value, statement: statement.id }
    const id = before?.id ?? (await putPosition(tx, taken))
    const revision = { number: (before?.revisions.length ?? 0) + 1, choice, reason, language, at: now, ...taken }
    await putRevision(tx, id, revision)
    await record(tx, {
      kind: before ? 'opinion.position-changed' : 'opinion.position-taken',
      problem: problem.id,
      public: { statement: number, person: taken.person, choice, isAfterClose: taken.isAfterClose },
      secret: { reason },
      time: 'exact',
    })
    if (!before) await begin(tx, { id, ...taken })
    const day = now.toZonedDateTimeISO(timeZone).toPlainDate()
    await tellVoters(tx, problem, { id, ...taken, politician: actor.name, day })
    return accept({ isChanged: before !== undefined })
  })
}

type Begun = Pick<Position, 'id' | 'statement' | 'account'>

async function begin(tx: Tx, { id, statement, account }: Begun): Promise<void> {
  const position = { kind: 'statement-position', id } as const
  await link(tx, position, 'on', { kind: 'statement', id: statement })
  await follow(tx, { account, about: position, asAuthor: true })
}

type Telling = Begun & {
  readonly person: Position['person']
  readonly politician: string
  readonly day: Temporal.PlainDate
}

/** Who voted on it, wrote it or follows the case is told once a day of each politician, in the mail of the morning and never in its own. */
async function tellVoters(tx: Tx, problem: Problem, { id, person, politician, day, account }: Telling): Promise<void> {
  await tell(tx, {
    about: { kind: 'statement-position', id },
    stage: 'opinion',
    message: 'told.position',
    values: { politician, question: problem.question },
    address: 'opinion.positions',
    params: { problem: problem.slug },
    once: `position ${problem.id} ${person} ${day.toString()}`,
    except: account,
    isResult: true,
    isQuiet: true,
  })
}
