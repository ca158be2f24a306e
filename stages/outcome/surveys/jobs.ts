import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { hashOf } from '../../../platform/ledger/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { lockedProblem, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { computeNow } from '../legitimacies/computing.ts'
import * as closing from './closing-store.ts'
import { tellAsked } from './commands.ts'
import { publishRound } from './results.ts'
import { remindsAt } from './rules.ts'
import * as store from './store.ts'

/** The worker's part: reminds once, and closes and publishes rounds whose time is over. One that fails holds up no other. */
export async function surveysPoll(
  database: Database,
  place: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const now = await database.now()
  for (const round of await closing.runningRounds(database.read(place))) {
    if (!isDue(round, now)) continue
    await patience({ id: `survey ${round.moment} of ${round.slug}`, now }, () =>
      database.transact(place, null, (tx) => attend(tx, round)),
    )
  }
}

function isDue(round: Pick<store.Round, 'openedAt' | 'closesAt' | 'remindedAt'>, now: Temporal.Instant): boolean {
  return isOver(round, now) || (round.remindedAt === null && Temporal.Instant.compare(now, remindsAt(round)) >= 0)
}

function isOver({ closesAt }: Pick<store.Round, 'closesAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, closesAt) > 0
}

/** Looks again under the lock of the case: an answer under way is counted, none comes after. */
async function attend(tx: Tx, { slug, moment }: closing.DueRound): Promise<void> {
  const found = await lockedProblem(tx, slug)
  const round = found.ok ? await store.roundOf(tx, found.value.id, moment) : undefined
  if (!found.ok || !round || round.published !== null) return
  const now = await clock(tx)
  if (isOver(round, now)) await close(tx, found.value, round)
  else if (isDue(round, now)) await remind(tx, found.value, round)
}

/**
 * Everybody who is asked hears it, in the same words: a reminder to those who have not answered would leave a notice, a job and a mail
 * for each of them, and so say who was silent.
 */
async function remind(tx: Tx, problem: Problem, round: store.Round): Promise<void> {
  await closing.markReminded(tx, round)
  const accounts = (await store.everybodyAsked(tx, round)).map(({ account }) => account)
  await tellAsked(tx, problem, { accounts, moment: round.moment, message: 'told.survey-reminder' })
}

async function close(tx: Tx, problem: Problem, round: store.Round): Promise<void> {
  const { moment } = round
  const published = publishRound(moment, await closing.answersToCount(tx, round), await store.askedCounts(tx, round))
  const asked = await store.everybodyAsked(tx, round)
  await closing.closeRound(tx, round, published)
  await record(tx, {
    kind: 'outcome.survey-closed',
    problem: problem.id,
    public: { moment, method: published.method, answered: published.answered, sha256: hashOf(published) },
    time: 'exact',
  })
  // What was published is what the figures are made from.
  await computeNow(tx, problem.id, null)
  await tellThese(
    tx,
    asked.map(({ account }) => account),
    {
      about: { kind: 'problem', id: problem.id },
      stage: 'outcome',
      message: 'told.survey-closed',
      values: { question: problem.question },
      address: 'outcome.surveys',
      params: { problem: problem.slug },
    },
  )
}
