import { parentPort, workerData } from 'node:worker_threads'
import { loadSolver } from '@folkmoot/sortition/solver.ts'
import { makePanels } from './maker.ts'
import type { SolveInput } from './solving.ts'

/** What the thread beside the server is given. `stop` is one number both see: 1 when nobody waits for the panels any more. */
export type ThreadData = { readonly input: SolveInput; readonly stop: SharedArrayBuffer }

const { input, stop } = workerData as ThreadData // given by `beside.ts`
const stopped = new Int32Array(stop)

const solved = makePanels(await loadSolver(), input, {
  onProgress: (progress) => parentPort?.postMessage({ progress }),
  isStopped: () => Atomics.load(stopped, 0) === 1,
})
parentPort?.postMessage({ solved })
