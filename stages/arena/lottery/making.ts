import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { record } from '../facts.ts'
import { isOut } from './beacon-rules.ts'
import { announcementsOf, beaconInForce, readingsOf } from './beacon-store.ts'
import { recordedLimits } from './commands.ts'
import { widen } from './limits.ts'
import * as panels from './panels-store.ts'
import * as rules from './rules.ts'
import { inLottery, type LotteryStanding } from './standing.ts'
import * as store from './store.ts'

/** Asks for the panels. A worker makes them; the page shows how far it has come. */
export function askForPanels(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<null, rules.MakeRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const last = await panels.lastRunOf(tx, standing.at)
    const isTried = last?.version === standing.lottery?.version
    const allowed = rules.makePanels(standing, { last, isTried }, actor)
    if (!allowed.ok) return allowed
    await ask(tx, standing, { run: (last?.run ?? 0) + 1, by: allowed.value.account })
    return accept(null)
  })
}

async function ask(
  tx: Tx,
  { at, lottery, problem }: LotteryStanding,
  {
    run,
    by,
    version = lottery?.version ?? 0,
  }: { readonly run: number; readonly by: Id<'account'>; readonly version?: number },
): Promise<void> {
  await panels.putRun(tx, at, { run, version, by })
  const job = { jurisdiction: tx.jurisdiction, problem, lottery: at.lottery, run }
  await enqueue(tx, 'lottery.solve', job, { isUrgent: true })
}

/** Stops the making. Nothing is lost: it can be asked for again, and comes out the same. */
export function stopMaking(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<null, rules.StopRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const last = await panels.lastRunOf(tx, standing.at)
    const allowed = rules.stopMaking(standing, last, actor)
    if (!allowed.ok) return allowed
    if (last) await panels.endRun(tx, { ...standing.at, run: last.run }, { state: 'stopped' })
    return accept(null)
  })
}

export type WidenInput = {
  readonly slug: string
  /** Which of the ways out, from 0. */ readonly way: number
  readonly run: number
}

/** Takes one of the ways out: the limits in it are made wider in public, and the panels asked for again. */
export function widenLimits(
  database: Database,
  actor: Actor,
  { slug, way, run }: WidenInput,
): Promise<Result<{ readonly version: number }, rules.WidenRefusal | 'no-such-way' | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { at, problem } = standing
    const last = await panels.lastRunOf(tx, at)
    const allowed = rules.widenLimits(standing, last, actor)
    if (!allowed.ok) return allowed
    const limits = (await store.limitsOf(tx, at)).at(-1)
    // What was shown beside the button may be old: two clerks at once.
    const wayOut = last?.run === run ? last.conflict?.relaxations[way] : undefined
    if (!limits || !wayOut) return refuse('no-such-way')
    const wider = widen(limits, wayOut.changes)
    const version = limits.version + 1
    const by = allowed.value.account
    await store.putLimits(tx, at, { ...wider, version, population: limits.population, why: 'wider', by })
    await record(tx, {
      kind: 'arena.lottery-limits-set',
      problem,
      public: {
        lottery: at.lottery,
        version,
        why: 'wider',
        by: actor.name,
        population: limits.population,
        ...recordedLimits(wider, { replaces: standing.lottery?.replaces ?? null }),
      },
      time: 'exact',
    })
    await ask(tx, standing, { run: run + 1, by, version })
    return accept({ version })
  })
}

/** Chance has begun to speak: a number or a reading was written, a beacon's round came, or one was given up for the dice. */
async function hasNumberCome(tx: Tx, at: store.At): Promise<boolean> {
  const announced = await announcementsOf(tx, at)
  if (announced.some(({ givenUpAt }) => givenUpAt !== null)) return true
  const beacon = await beaconInForce(tx, at)
  if (beacon !== undefined && isOut(beacon, await clock(tx))) return true
  return (await panels.throwsOf(tx, at)).length > 0 || (await readingsOf(tx, at)).length > 0
}

/** Gives a lottery up, in public and with a reason. Another one can begin, with a list of its own. */
export function endLottery(
  database: Database,
  actor: Actor,
  { slug, reason }: { readonly slug: string; readonly reason: string },
): Promise<Result<null, rules.EndRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { at, problem, lottery } = standing
    const isNumberOut = await hasNumberCome(tx, at)
    const allowed = rules.endLottery(standing, { actor, reason, isNumberOut })
    if (!allowed.ok) return allowed
    const last = await panels.lastRunOf(tx, at)
    if (last) await panels.endRun(tx, { ...at, run: last.run }, { state: 'stopped' })
    await store.setEnded(tx, at, { by: allowed.value.account, reason })
    await record(tx, {
      kind: 'arena.lottery-ended',
      problem,
      public: { lottery: at.lottery, step: lottery?.step ?? 'limits', reason, by: actor.name },
      time: 'exact',
    })
    return accept(null)
  })
}
