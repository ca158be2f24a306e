import { openPatience, startWorker, type Patience, type Worker } from '../platform/jobs/index.ts'
import { mailSender } from '../platform/mail/index.ts'
import { mailDigests, tellJob, type TellSettings } from '../platform/notices/index.ts'
import { forgettingPoll, offersPoll, printJob, solveBeside, solveLotteries } from '../stages/arena/index.ts'
import { carryReferral, ratingsPoll, remindersPoll } from '../stages/decision/index.ts'
import { papersPoll } from '../stages/meeting/index.ts'
import { overduePoll } from '../stages/inquiry/index.ts'
import { ideasPoll, restoreEverywhere } from '../stages/draft/index.ts'
import { anomaliesPoll, keepingCounts, keepingVotes, mapsPoll, opinionPoll } from '../stages/opinion/index.ts'
import { latePoll, statusPoll } from '../stages/delivery/index.ts'
import { surveysPoll } from '../stages/outcome/index.ts'
import { agendaPoll, carryHandover } from '../stages/problem/index.ts'
import { leavingPoll, missingPoll } from '../overview/index.ts'
import { wordsByStage } from './bindings.ts'
import { clockWatch } from './clock-watch.ts'
import { keepErased, openErasures } from './erasures.ts'
import { forgetOverdue } from './forgetting.ts'
import { watchGuessing } from './guessing.ts'
import type { House } from './house.ts'
import type { Settings } from './settings.ts'
import type { Say } from '../platform/i18n/index.ts'

/** How often new votes are noticed and counted: results are redrawn, never kept per vote. */
const millisecondsBetweenCounts = 5_000

/** How often it is looked whether a map has to be drawn anew: with the drawing it is at most ten seconds behind. */
const millisecondsBetweenMaps = 3_000

/** Who wants one mail a day gets it within this time after the morning has come. */
const millisecondsBetweenDigests = 60_000

/** Who is missing is counted within this time of being chosen to be, and of five more people having told. */
const millisecondsBetweenCrowds = 60_000

/** Attempts to sign in, ended sessions, old mails of the outbox and who was asked in vain are forgotten within this time of running out. */
const millisecondsBetweenForgetting = 600_000
const millisecondsBetweenWatching = 300_000

/** Everything that happens without anybody waiting for it: telling people, sending mail, counting. */
export async function startWork(house: House, settings: Settings): Promise<Worker> {
  const telling: TellSettings = { origin: house.origin, say: wordsOf }
  const queues = await startWorker(
    house.database,
    {
      'notices.tell': tellJob(telling),
      'handovers.carry': carryHandover,
      'referrals.carry': carryReferral,
      'lottery.solve': solveLotteries(solveBeside),
      'letters.print': printJob({ origin: house.origin }),
      'mail.send': mailSender({ smtpUrl: settings.smtpUrl, from: settings.mailFrom }),
    },
    (queue, error) => house.log.error(`a job of ${queue} failed`, error),
  )
  const patience = openPatience((what, error) => house.log.error(what, error))
  const restoring = restoreTexts(house)
  const counting = every(millisecondsBetweenCounts, countEverywhere(house, patience), house)
  const mapping = every(millisecondsBetweenMaps, mapsEverywhere(house, patience), house)
  const mailing = every(millisecondsBetweenDigests, () => mailDigestsEverywhere(house, telling, patience), house)
  const drawing = every(millisecondsBetweenCrowds, () => drawEverywhere(house, patience), house)
  const watching = every(millisecondsBetweenWatching, watchGuessing(house), house)
  const forgetting = every(millisecondsBetweenForgetting, () => forgetEverywhere(house, patience), house)
  return {
    stop: async () => {
      await Promise.all([
        restoring,
        drawing.stop(),
        mapping.stop(),
        forgetting.stop(),
        watching.stop(),
        counting.stop(),
        mailing.stop(),
        queues.stop(),
      ])
    },
  }
}

/** Words that were stored and not yet brought back when the last server went (decisions/012). */
async function restoreTexts({ database, places, log }: House): Promise<void> {
  try {
    for (const place of await places.all()) if (!place.isTold) await restoreEverywhere(database, place.id)
  } catch (error) {
    log.error('words could not be brought back at the start; they are when their text is opened', error)
  }
}

async function drawEverywhere({ database, places }: House, patience: Patience): Promise<void> {
  for (const { id, isTold } of await places.all()) {
    if (isTold) continue
    const now = await database.now()
    await patience({ id: `who is missing in place ${id}`, now }, () => missingPoll(database, id))
  }
}

/** One place, or one case of it, that cannot be counted holds up no other. */
function countEverywhere({ database, places, log }: House, patience: Patience): () => Promise<void> {
  const counting = keepingCounts()
  const lookAtClock = clockWatch(log)
  return async () => {
    lookAtClock(await database.now(), Temporal.Now.instant())
    for (const place of await places.all()) {
      const now = await database.now()
      // What is told is sorted like everything else.
      await patience({ id: `ideas of place ${place.id}`, now }, () => ideasPoll(database, place.id, patience))
      if (place.isTold) continue
      await patience({ id: `votes of place ${place.id}`, now }, () =>
        opinionPoll(database, place.id, { patience, counting }),
      )
      await patience({ id: `anomalies of place ${place.id}`, now }, () => anomaliesPoll(database, place.id, patience))
      await patience({ id: `supports of place ${place.id}`, now }, () => agendaPoll(database, place.id, patience))
      await patience({ id: `offers of place ${place.id}`, now }, () => offersPoll(database, place.id, patience))
      await patience({ id: `overdue facts of place ${place.id}`, now }, () => overduePoll(database, place.id, patience))
      await patience({ id: `late promises of place ${place.id}`, now }, () => latePoll(database, place.id, patience))
      await patience({ id: `reports to follow-ups of place ${place.id}`, now }, () =>
        statusPoll(database, place.id, patience),
      )
      await patience({ id: `reminders of place ${place.id}`, now }, () => remindersPoll(database, place.id, patience))
      await patience({ id: `ratings of place ${place.id}`, now }, () => ratingsPoll(database, place.id, patience))
      await patience({ id: `papers of place ${place.id}`, now }, () => papersPoll(database, place.id, patience))
      await patience({ id: `surveys of place ${place.id}`, now }, () => surveysPoll(database, place.id, patience))
    }
  }
}

/** By itself, since a large map takes seconds that nothing else has to wait for. */
function mapsEverywhere({ database, places }: House, patience: Patience): () => Promise<void> {
  const readUntil = keepingVotes()
  return async () => {
    // An imported conversation is in a told place.
    for (const { id } of await places.all()) {
      const now = await database.now()
      await patience({ id: `maps of place ${id}`, now }, () => mapsPoll(database, id, { patience, readUntil }))
    }
  }
}

async function mailDigestsEverywhere(
  { database, places }: House,
  telling: TellSettings,
  patience: Patience,
): Promise<void> {
  for (const place of await places.all()) {
    if (!place.isTold) await mailDigests(database, place, telling, patience)
  }
}

async function forgetEverywhere({ database, places, dataFolder }: House, patience: Patience): Promise<void> {
  for (const place of await places.all()) {
    if (place.isTold) continue
    await forgetOverdue(database, place.id)
    await forgettingPoll(database, place.id, patience)
    await leavingPoll(database, place.id, patience)
  }
  await keepErased({ database, places, erasures: openErasures(dataFolder) })
}

function wordsOf(stage: string, lang: string): Say {
  const words = wordsByStage[stage]
  if (!words) throw new Error(`nobody has words for ${stage}`)
  return words.sayAny(lang)
}

/** Milliseconds: whoever is started often would never come to what is done every ten minutes. */
const soonAfterStart = 5_000

/** Repeats an act with a pause after each time, however long it took; the first time soon after the start. */
function every(pause: number, act: () => Promise<void>, house: House): Worker {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const again = (): void => {
    running = act()
      .catch((error: unknown) => house.log.error('a repeated act failed', error))
      .then(() => {
        if (!isStopped) timer = setTimeout(again, pause)
      })
  }
  timer = setTimeout(again, Math.min(pause, soonAfterStart))
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
