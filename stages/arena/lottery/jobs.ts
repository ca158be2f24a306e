import { parseId } from '@folkmoot/basics/ids.ts'
import { lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import type { Work } from '../../../platform/jobs/index.ts'
import { hashOf } from '../../../platform/ledger/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { problemsById } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { explainChances } from './chances.ts'
import { fileHash, panelsFile } from './commitment.ts'
import { codedLimits, publicLimits } from './commands.ts'
import * as panels from './panels-store.ts'
import { entriesOf, peopleIn, poolOf, putChances, type Entry } from './pool-store.ts'
import type { Progress, Solved, SolveInput, Solver } from './solving.ts'
import { limitsOf, lotteriesOf, lotteryOf, setStep } from './store.ts'

const millisecondsBetweenBeats = 1000

/**
 * Makes the panels a clerk asked for. The solver works beside this thread, so that pages are answered meanwhile. Whatever ends this
 * process, the job comes again and gives the same panels; of two at once the second finds them made.
 */
export function solveLotteries(solve: Solver): Work {
  return async (database, job) => {
    const { jurisdiction: place, problem: of } = job as Partial<LotteryJob>
    const jurisdiction = parseId('jurisdiction', place)
    const problem = parseId('problem', of)
    if (!jurisdiction || !problem) throw new Error('a job of a lottery names its place and its case')
    const at = { problem, lottery: Number(job['lottery']), run: Number(job['run']) }
    const read = database.read(jurisdiction)
    const run = await panels.lastRunOf(read, at)
    if (run?.run !== at.run || (run.state !== 'waiting' && run.state !== 'running')) return
    const task = await taskOf(database, jurisdiction, at)
    const solved = await watched(database, { jurisdiction, at }, (watch) => solve(task.input, watch))
    if (solved.kind === 'stopped') return
    if (solved.kind === 'failed') {
      // Tried again it would fail again: the page says so, and the log why.
      await database.transact(jurisdiction, null, (tx) => panels.endRun(tx, at, { state: 'failed' }))
      throw solved.error
    }
    // Before the case is locked: with many people it takes a while.
    const explained = solved.kind === 'made' ? explainChances(task.input.limits, { ...task.input, ...solved }) : []
    await database.transact(jurisdiction, null, async (tx) => {
      await lockExclusive(tx, problem)
      await finish(tx, { at, solved, task, explained })
    })
  }
}

/** As `making.ts` enqueues it. */
type LotteryJob = { readonly jurisdiction: string; readonly problem: string }

type Task = {
  readonly input: SolveInput
  readonly version: number
  readonly inputHash: string
  readonly left: readonly number[]
  readonly entries: readonly Entry[]
}

async function taskOf(database: Database, jurisdiction: Tx['jurisdiction'], at: panels.RunAt): Promise<Task> {
  const read = database.read(jurisdiction)
  const [versions, entries, pool, all] = await Promise.all([
    limitsOf(read, at),
    entriesOf(read, at),
    poolOf(read, at),
    lotteriesOf(read, at.problem),
  ])
  const seal = all.find(({ number }) => number === at.lottery)?.seal ?? null
  const limits = versions.at(-1)
  if (!limits || !pool) throw new Error('panels are asked for when the list is locked')
  const staying = entries.filter(({ isWaiting, values }) => isWaiting && values !== null)
  const left = entries.filter((one) => !staying.includes(one)).map(({ number }) => number)
  const inputHash = hashOf({ limits: codedLimits(limits, seal), pool: pool.hash, left })
  return {
    version: limits.version,
    inputHash,
    left,
    entries,
    input: {
      // Nothing but what the method takes: it goes to a thread of its own.
      limits: publicLimits(limits),
      // Nobody chooses it: whoever changed it would have to change the limits or the list.
      seed: inputHash,
      people: peopleIn(entries, { left, isByHousehold: limits.onePerHousehold }),
    },
  }
}

type Watched = { readonly jurisdiction: Tx['jurisdiction']; readonly at: panels.RunAt }

/** So many beats in a row without the database, and the job is given back to be tried again when it is there. */
const mostLostBeats = 30

type Failed = { readonly kind: 'failed'; readonly error: unknown }

/**
 * Writes down every second how far it has come, and hears when somebody has stopped it. A beat that is lost says nothing of the
 * panels: the next one is a second away. What it throws is the database's; what the solver throws is `failed`.
 */
async function watched(
  database: Database,
  { jurisdiction, at }: Watched,
  solve: (watch: Parameters<Solver>[1]) => Promise<Solved>,
): Promise<Solved | Failed> {
  let progress: Progress = { step: 'begun', round: 0 }
  let isStopped = false
  const beat = async (): Promise<void> => {
    const goesOn = await database.transact(jurisdiction, null, (tx) => panels.beat(tx, at, progress))
    if (!goesOn) isStopped = true
  }
  await beat()
  let beating: Promise<void> = Promise.resolve()
  let lost: readonly unknown[] = []
  const timer = setInterval(() => {
    beating = beating.then(beat).then(
      () => {
        lost = []
      },
      (error: unknown) => {
        lost = [...lost, error]
        if (lost.length >= mostLostBeats) isStopped = true
      },
    )
  }, millisecondsBetweenBeats)
  try {
    const solved = await solve({
      onProgress: (now) => {
        progress = now
      },
      isStopped: () => isStopped,
    }).catch((error: unknown): Failed => ({ kind: 'failed', error }))
    await beating
    // The database was away: the job is tried again rather than taken for stopped.
    if (lost.length >= mostLostBeats) throw lost[0]
    return solved
  } finally {
    clearInterval(timer)
  }
}

type Finished = {
  readonly at: panels.RunAt
  readonly solved: Exclude<Solved, { kind: 'stopped' }>
  readonly task: Task
  /** Everybody's chance and why. */
  readonly explained: ReturnType<typeof explainChances>
}

async function finish(tx: Tx, { at, solved, task, explained }: Finished): Promise<void> {
  const [lottery, run] = [await lotteryOf(tx, at.problem), await panels.lastRunOf(tx, at)]
  // Stopped, given up or made by another meanwhile.
  if (lottery?.number !== at.lottery || lottery.step !== 'pool' || lottery.version !== task.version) return
  if (run?.run !== at.run || run.state !== 'running') return
  if (solved.kind === 'uneven') {
    await panels.endRun(tx, at, { state: 'uneven' })
    return
  }
  if (solved.kind === 'impossible') {
    await panels.endRun(tx, at, { state: 'impossible', conflict: solved.conflict })
    await record(tx, {
      kind: 'arena.lottery-impossible',
      problem: at.problem,
      public: {
        lottery: at.lottery,
        version: task.version,
        // Of a draw for free seats they would tell what those who took the others told.
        bounds:
          lottery.replaces === null
            ? solved.conflict.bounds.map(({ feature, value, bound, limit }) => ({ feature, value, bound, limit }))
            : [],
      },
      time: 'exact',
    })
    return
  }
  const hash = fileHash(panelsFile(solved.panels))
  const { version, inputHash, left } = task
  const { certificate, method } = solved
  await panels.putPanels(tx, at, {
    version,
    left,
    inputHash,
    hash,
    method,
    seed: task.input.seed,
    panels: solved.panels,
    certificate,
  })
  await putChances(tx, at, explained)
  await panels.endRun(tx, at, { state: 'made' })
  await setStep(tx, at, 'panels')
  await record(tx, {
    kind: 'arena.lottery-panels-published',
    problem: at.problem,
    public: { lottery: at.lottery, version, input: inputHash, seed: task.input.seed, method, panels: hash, left },
    time: 'exact',
  })
  const [problem] = await problemsById(tx, [at.problem])
  if (!problem) return
  const waiting = task.entries.flatMap(({ account, isWaiting }) => (account && isWaiting ? [account] : []))
  await tellThese(tx, waiting, {
    about: { kind: 'problem', id: at.problem },
    stage: 'arena',
    message: 'told.panels-published',
    values: { question: problem.question },
    address: 'arena.lottery',
    params: { problem: problem.slug },
  })
}
